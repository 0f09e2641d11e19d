return {
  title = { en = "A gate for one", zh = "只容一个人的门" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { at = "start",
      en = "Capacity 1 in place of 2, and nothing else. No schedule fails.",
      zh = "容量从 2 改成 1，别的都没动。没有哪种调度会失败。",
      show = { "explore" } },
    { on = "recv", of = "gate",
      en = "This receive is number 1. With capacity C, receive number k comes before send number k+C is done: with C = 1, before the *second* send. So the second visitor sees everything the first one did.",
      zh = "这是第 1 次接收。容量为 C 时，第 k 次接收先于第 k+C 次发送的完成：C = 1，就是先于**第二次**发送。所以第二位看得见第一位做过的一切。",
      show = { "chan gate" } },
    { at = "end",
      en = "A channel with one slot is a mutex. With two slots it limits how many are inside, and protects nothing.",
      zh = "一格的 channel 就是一把互斥锁。两格的只限制里面有几个人，什么也保护不了。",
      show = { "output" } },
  },
}
