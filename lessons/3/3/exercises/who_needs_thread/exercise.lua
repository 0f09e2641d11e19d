local function has_thread(n)
  return function(f)
    local g = f.at.gs[n]
    return g ~= nil and (g.state == "syscall" or g.state == "running")
  end
end

return {
  kind = "predict",
  title = { en = "Who needs a thread?", zh = "谁占着线程？" },
  task = {
    en = "Two goroutines read a disk (a blocking system call), two wait for the network (in Go: at the netpoller; here: at a channel). Main is about to print its question. Which goroutines occupy a thread, an M, at this moment? Mark **all** of them.",
    zh = "两个 goroutine 读磁盘（阻塞的系统调用），两个等网络（在 Go 里是停在 netpoller，这里是停在 channel）。main 正要打印那个问题。此刻哪些 goroutine 占着线程（M）？**可以多选**。",
  },
  hints = {
    { en = "In a system call the kernel holds the thread, and the goroutine with it.",
      zh = "陷在系统调用里，线程就被内核扣着，goroutine 也跟着它。" },
    { en = "Who is parked is a record in a queue, nothing more. And who runs needs a thread, of course. `ms` shows them.",
      zh = "停放的 goroutine 只是队列里的一条记录。正在跑的，当然要有线程。`ms` 一看就知道。" },
  },
  options = { procs = 2 },
  choose = "all",
  at = { line = "print(\"who has a thread now?\")" },
  choices = {
    { en = "G1: main", zh = "G1：main", test = has_thread(1) },
    { en = "G2: disk", zh = "G2：磁盘", test = has_thread(2) },
    { en = "G3: network", zh = "G3：网络", test = has_thread(3) },
    { en = "G4: disk", zh = "G4：磁盘", test = has_thread(4) },
    { en = "G5: network", zh = "G5：网络", test = has_thread(5) },
  },
  learned = {
    en = "A thousand goroutines that wait for sockets cost a thousand records. A thousand that wait for a disk cost up to a thousand threads; Go makes them, and gives up at 10,000.",
    zh = "一千个 goroutine 等套接字，只是一千条记录；一千个等磁盘，最多要占一千个线程。Go 会照造不误，造到一万个就放弃，程序退出。",
  },
}
