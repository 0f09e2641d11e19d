return {
  title = { en = "The stove that is there, and is cold", zh = "炉子在，但是凉的" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { at = "start",
      en = "The fitter puts the stove where everybody can see it, and lights it afterwards. Two races, one on the place and one on the stove.",
      zh = "安装工先把炉子放到大家看得见的地方，然后才点火。两处竞争：一处在放的位置上，一处在炉子上。",
      show = { "explore" } },
    { line = "stove.heat = 200",
      en = "*Published, not finished.* Whoever comes by now has a stove in hand that does not burn.",
      zh = "**已经公开，还没做完。**这时候来的人，手里拿到的是个没点着的炉子。",
      show = { "print kitchen.stove.heat" } },
    { at = "end",
      en = "Went well. Put the two lines in the right order, and it seems to be cured; only seems, for the order in one goroutine is nobody else's order.",
      zh = "这回没事。把两行调个次序，看上去就好了；只是看上去，因为一个 goroutine 里的次序，并不是别人看到的次序。",
      show = { "output" } },
  },
}
