return {
  title = { en = "The place at the front", zh = "插到最前面的那个位置" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "go(say, name)", hit = 2,
      en = "A has been made and stands in `runnext`, a place for one, ahead of the queue. B is about to be made.",
      zh = "A 已经造好，站在 `runnext` 上：这个位置只容一人，排在队列之前。马上要造 B 了。",
      show = { "runq" } },
    { line = "left:Wait()",
      en = "The newest goroutine always gets `runnext` and pushes the former holder to the tail of the queue. So D is next, then A, B, C.",
      zh = "最新的 goroutine 总是占住 `runnext`，把原来站在那里的挤到队尾去。所以下一个是 D，然后才是 A、B、C。",
      show = { "runq" } },
    { at = "end",
      en = "D A B C. What was made or woken last is what the program is busy with, and its data are still in the cache: that is the idea behind `runnext`. It is no "
        .. "promise: with a second P you will see other orders.",
      zh = "D A B C。刚造出来或刚被叫醒的，往往就是程序正忙着的事，数据也还在缓存里；`runnext` 打的就是这个主意。"
        .. "但这不是承诺：再加一个 P，次序就变了。",
      show = { "output" } },
  },
}
