return {
  kind = "break",
  title = { en = "Two at once through the gate", zh = "两个人同时进门" },
  task = {
    en = "The gate has two places. Schedule so that a visitor is not counted: `visitors: 1`.",
    zh = "这扇门容得下两个人。请安排调度，让一位来客没被数上：`visitors: 1`。",
  },
  hints = {
    { en = "Both inside, and both have read the meter before either writes it.",
      zh = "两个人都在里面，而且都读过了计数，谁也还没写。" },
    { en = "Main until it waits (three steps); then for each visitor its send and its read: `step G2`, `step G2`, `step G3`, `step G3`.",
      zh = "main 先走到等待（三步）；然后两位各走一次发送、一次读：`step G2`、`step G2`、`step G3`、`step G3`。" },
  },
  starter = "demos/gate.lua",
  options = { procs = 1 },
  goal = { output = "visitors: 1\n" },
  learned = {
    en = "A race detector does not need this misfortune. It reports the gate of two also when the visitors come an hour apart, for it asks what *orders* them, and the answer is: nothing.",
    zh = "检测器用不着碰上这种倒霉事。两位来客哪怕前后差一个钟头，它照样报告，因为它问的是什么东西给他们**排了先后**，而答案是：没有。",
  },
}
