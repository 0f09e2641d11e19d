return {
  title = { en = "Two words, one line of paper", zh = "两个词，写在同一行纸上" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { at = "start",
      en = "Only goroutine 1 exists: it runs the script from top to bottom. "
        .. "Nothing below has happened yet, not even the definition of `spell`.",
      zh = "现在只有 1 号 goroutine，它从头到尾执行这个脚本。下面的一切都还没发生，连 `spell` 都还没定义。" },
    { line = "local first = done:recv()",
      en = "Two `go` statements have been executed. Each made a goroutine and "
        .. "put it in a queue; neither has spelled a letter. `go` is not a call: it does not wait, and returns nothing.",
      zh = "两条 `go` 语句已经执行完。每条都造出一个 goroutine 并让它去排队，但谁也还没写下一个字母。"
        .. "`go` 不是函数调用：它不等待，也没有返回值。",
      show = { "gs", "runq" } },
    { on = "block", of = "done",
      en = "Main wants a word from `done` and there is none: it is parked. "
        .. "That makes the processor free for somebody else. A goroutine that waits costs memory, and nothing more.",
      zh = "main 想从 `done` 里取一个词，可是还没有，于是它被停放（park）起来，处理器也就空出来给别人用。"
        .. "一个等待中的 goroutine 只占一点内存，不占处理器。",
      show = { "gs" } },
    { line = "runtime.Gosched()", hit = 4,
      en = "There is one processor, and yet both words grow. After each letter a goroutine steps aside (`Gosched`) and the other one "
        .. "goes on: that is concurrency. Doing two things in the same instant would be parallelism, and needs a second processor.",
      zh = "只有一个处理器，两个词却都在变长：写一个字母就让开（`Gosched`），换另一个接着写。这叫并发。"
        .. "如果要在同一瞬间做两件事，那叫并行，得有第二个处理器。",
      show = { "output", "gs" } },
    { at = "end",
      en = "Both words arrived over the channel, so main knew when to stop. Run it again with `--procs 2`, and with other seeds: the letters mix "
        .. "differently every time, the last line always comes last.",
      zh = "两个词都经 channel 送到了，main 因此知道什么时候可以结束。换成 `--procs 2`、再换几个种子试试："
        .. "字母的混法每次不同，最后一行却永远在最后。",
      show = { "output" } },
  },
}
