return {
  kind = "predict",
  title = { en = "Back and forth", zh = "来来回回" },
  task = {
    en = "A coroutine and its resumer write letters in turn. Which word comes out?",
    zh = "协程和恢复它的人轮流写字母。最后写成哪个词？",
  },
  hints = {
    { en = "`coroutine.create` runs nothing. The first letter is written by the main program.",
      zh = "`coroutine.create` 什么也不执行。第一个字母是主程序写的。" },
    { en = "Each `resume` runs the coroutine from where it stopped to its next `yield`.",
      zh = "每次 `resume`，都让协程从上次停下的地方跑到下一个 `yield`。" },
  },
  choose = "one",
  choices = {
    { en = "`PARK`", zh = "`PARK`",
      test = function(f) return f.output == "PARK\n" end },
    { en = "`PRAK`", zh = "`PRAK`",
      test = function(f) return f.output == "PRAK\n" end },
    { en = "`PAKR`", zh = "`PAKR`",
      test = function(f) return f.output == "PAKR\n" end },
    { en = "`APKR`", zh = "`APKR`",
      test = function(f) return f.output == "APKR\n" end },
  },
  learned = {
    en = "Here there is nothing to schedule: who runs next is written in the program. That is what *cooperative* means, and why such programs are easy to follow and easy to hang.",
    zh = "这里没有什么可调度的，下一个谁跑，程序里写得明明白白。这就叫**协作式**：好懂，但也容易卡死。",
  },
}
