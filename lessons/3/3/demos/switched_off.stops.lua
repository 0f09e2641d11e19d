return {
  title = { en = "Switching a case off", zh = "把一个分支关掉" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "close",
      en = "A closed channel is *always* ready. If it stayed in the select, the loop would take it again and again, and burn a P for nothing.",
      zh = "关闭的 channel **永远**就绪。如果还留在 select 里，循环会一次又一次选中它，白白烧掉一个 P。",
      show = { "chans" } },
    { line = "local case, drop, ok = select { recv(a), recv(b) }",
      en = "A nil channel is *never* ready. Setting the variable to nil takes the case out of the select, without changing the select.",
      zh = "nil channel **永远不**就绪。把变量设成 nil，这个分支就退出了，select 本身一个字也不用改。",
      show = { "locals" } },
    { at = "end",
      en = "Five drops and two closes: the loop ended when both cases were switched off.",
      zh = "五滴水，两次关闭：两个分支都关掉之后，循环就结束了。",
      show = { "output" } },
  },
}
