return {
  kind = "break",
  title = { en = "Hand over a cold stove", zh = "交出一个凉炉子" },
  task = {
    en = "The fitter publishes the stove before lighting it. Schedule so that main finds `a stove, at 0 degrees`. (`step G2` lets goroutine 2 do its next operation; a read or a write of a shared field is one.)",
    zh = "安装工先把炉子公开，再点火。请安排调度，让 main 看到 `a stove, at 0 degrees`。（`step G2` 让 2 号做下一步操作；读一次、写一次共享字段都算一步。）",
  },
  hints = {
    { en = "Which of the fitter's two writes must have happened, and which must not?",
      zh = "安装工的两次写，哪一次要已经发生，哪一次还不能？" },
    { en = "Main up to its look into the kitchen, the fitter for *one* write, then main to the end: `step G1` twice, `step G2`, `step G1` ...",
      zh = "main 走到往厨房里看之前，安装工**只写一次**，然后 main 走到底：两次 `step G1`，一次 `step G2`，再一直 `step G1`。" },
  },
  starter = "demos/half_built.lua",
  options = { procs = 1 },
  goal = { output = "a stove, at 0 degrees\n" },
  learned = {
    en = "Here it took the wrong order of two lines. On a processor that lets writes overtake each other, the *right* order of two plain lines can show the same cold stove.",
    zh = "在这里，是两行写反了才会这样。换成一个允许写与写互相超车的处理器，两行普通的写即使次序**正确**，也能让人看到同一个凉炉子。",
  },
}
