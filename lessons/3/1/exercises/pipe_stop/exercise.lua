return {
  kind = "break",
  title = { en = "Deadlock a pipeline", zh = "把流水线卡死" },
  task = {
    en = [[
A source (G2) sends two items to a sink (G4) and then reports to main. The sink also listens to an alarm (G3), and leaves when it rings. Usually the items are faster, and the program ends well.

Let the alarm ring at the wrong moment: drive the program into a **deadlock**.]],
    zh = [[
源头（2 号）往终点（4 号）送两件东西，然后向 main 报告。终点同时听着警报（3 号），一响就走人。通常是东西先到，程序正常结束。

请让警报响得不是时候，把程序赶进**死锁**。]],
  },
  hints = {
    { en = "Whom does the source need? What if that one is gone?",
      zh = "源头离不开谁？要是那个人走了呢？" },
    { en = "Let main start all three and the sink come to its `select`. Then ring: step G3.",
      zh = "先让 main 启动三个，让终点走到 `select`，再拉警报：step G3。" },
    { en = "`step G1` three times, `step G4`, `step G3`.",
      zh = "`step G1` 三次，`step G4`，`step G3`。" },
  },
  options = { procs = 1 },
  goal = { ends = "deadlock" },
  learned = {
    en = "A stop signal must reach *every* stage of a pipeline. If only the last one hears it, the stages before it fill up and stand still.",
    zh = "停止信号要通知到流水线的**每一级**。只有最后一级听得见的话，前面各级就会堵住。",
  },
}
