return {
  title = { en = "Two notes", zh = "两张字条" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "seen_by_ann = desk.bobs",
      en = "Ann's note lies on the desk, and she looks for Bob's. One of the two must have been the first to write. So whoever looks last finds a note, *if* a write is on the desk as soon as it is done.",
      zh = "Ann 的字条已经放下，她去找 Bob 的。两个人总有一个先写。所以后找的那个一定能找到，**只要**写一做完，就到了桌上。",
      show = { "gs" } },
    { at = "end",
      en = "In steps, at least one of them finds the other's note. Now the same on a processor that lets writes wait in a *store buffer*, each its own: x86 does. Follow the two buffers.",
      zh = "一步一步走，至少有一个人能找到对方的字条。现在换到真实的处理器上：写先进**写缓冲**排队，每人一个，x86 就是这样。盯住那两个缓冲。",
      show = { "output", "litmus SB step" } },
  },
}
