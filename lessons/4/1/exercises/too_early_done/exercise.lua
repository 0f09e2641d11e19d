return {
  kind = "explain",
  title = { en = "Two graders, one race", zh = "两位老师，一处竞争" },
  task = {
    en = "Two teachers enter their marks, main waits for both. One of the two fields has a race all the same. Which line is the access that `Wait` does not cover?",
    zh = "两位老师各登一门成绩，main 两位都等。可其中一个字段还是有竞争。`Wait` 没管到的，是哪一行的访问？",
  },
  hints = {
    { en = "A `Done` comes before the `Wait` that it ends, and so does what stands before the `Done`.",
      zh = "`Done` 先于被它放行的 `Wait`；写在 `Done` 前面的也跟着在前。" },
    { en = "Compare the two functions line by line.", zh = "把两个函数一行一行对着看。" },
  },
  ask = "line",
  cause = { "marks.music = 9" },
  goal = { outputs = { "art 7 music 9\n" }, uses = { go = 2 } },
  faults = { { file = "fault.lua", verdict = "output" } },
  learned = {
    en = "\"I have finished\" must be the last thing one says. In Go, `defer wg.Done()` in the first line sees to it.",
    zh = "“我做完了”必须是最后一句话。在 Go 里，第一行写上 `defer wg.Done()`，就不会错。",
  },
}
