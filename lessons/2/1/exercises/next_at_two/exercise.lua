-- The first two names that a program printed, in order of number.
local function first_two(f)
  local a, b = f.output:match("^goroutine (%d+)\ngoroutine (%d+)\n")
  if a == nil then return "" end
  if tonumber(a) > tonumber(b) then a, b = b, a end
  return a .. " and " .. b
end

return {
  kind = "predict",
  title = { en = "Who is next, with two Ps?", zh = "有两个 P，下一个是谁？" },
  task = {
    en = [[
Now there are two processors. Main, on P0, starts ten goroutines one after the other and then waits; each computes for 50 µs and prints its number. P1 was idle when the first one was made. Which **two** print first?]],
    zh = [[
现在有两个处理器。main 在 P0 上先后启动十个 goroutine，然后等着；每个先算 50 微秒，再打印自己的编号。第一个造出来的时候，P1 正闲着。最先打印的是哪**两个**？]],
  },
  hints = {
    { en = "P1 woke up when there was something to steal. A thief takes from the head of the queue. Who stands there?",
      zh = "有东西可偷的时候 P1 就醒了。偷是从队头拿的。队头站着谁？" },
    { en = "And P0, when main parks, takes `runnext` first. Who is there?",
      zh = "main 停放以后，P0 先取 `runnext`。那里站着谁？" },
  },
  options = { procs = 2 },
  choose = "one",
  choices = {
    { en = "1 and 2", zh = "1 和 2",
      test = function(f) return first_two(f) == "1 and 2" end },
    { en = "9 and 10", zh = "9 和 10",
      test = function(f) return first_two(f) == "9 and 10" end },
    { en = "1 and 10", zh = "1 和 10",
      test = function(f) return first_two(f) == "1 and 10" end },
    { en = "5 and 6", zh = "5 和 6",
      test = function(f) return first_two(f) == "5 and 6" end },
  },
  learned = {
    en = "The thief has the oldest, the owner the newest. With one P the same program begins with 10, then 1. With four it begins differently again, and the seed has its say, because a thief looks at the others in a "
      .. "random order. What the program can be sure of is only what it has arranged itself: that main waits for all ten.",
    zh = "偷的人拿走最老的，主人自己跑最新的。只有一个 P 时，同样的程序先 10 后 1；有四个 P 时又是另一种次序，而且和种子有关，因为偷的时候按随机次序看别人。"
      .. "程序能确定的只有它自己安排好的事：main 会等齐十个。",
  },
}
