return {
  kind = "predict",
  title = { en = "Who is next, with two Ps?", zh = "有两个 P,下一个是谁?" },
  task = {
    en = [[
Ten goroutines print their names, now with two processors. The program is run with twenty different seeds. What will you see? Mark **one**.]],
    zh = [[
十个 goroutine 各打印自己的名字,这回有两个处理器。用二十个不同的种子各跑一遍,会看到什么?**单选**。]],
  },
  hints = {
    { en = "A second P looks for work as soon as there is some. Which goroutines does it find, and when?",
      zh = "一有活干,第二个 P 就会来找。它什么时候来,找到的是哪几个?" },
    { en = "A thief starts at a P chosen at random, and takes half of what happens to be in the queue. But main waits for all ten.",
      zh = "偷的时候从随机的一个 P 看起,碰上队列里有多少就拿一半。不过 main 会等齐十个。" },
  },
  options = { procs = 2 },
  choose = "one",
  seeds = 20,
  choices = {
    { en = "the same order every time", zh = "每次次序都一样",
      test = function(f)
        for _, r in ipairs(f.runs) do
          if r.output ~= f.runs[1].output then return false end
        end
        return true
      end },
    { en = "different orders, but always all ten names",
      zh = "次序不止一种,但十个名字总是齐的",
      test = function(f)
        local differ = false
        for _, r in ipairs(f.runs) do
          local _, lines = r.output:gsub("\n", "")
          if lines ~= 10 then return false end
          differ = differ or r.output ~= f.runs[1].output
        end
        return differ
      end },
    { en = "different orders, and sometimes a name is missing",
      zh = "次序不止一种,偶尔还会少一个名字",
      test = function(f)
        for _, r in ipairs(f.runs) do
          local _, lines = r.output:gsub("\n", "")
          if lines ~= 10 then return true end
        end
        return false
      end },
  },
  learned = {
    en = "With more than one processor the order belongs to the machine. What the program can be sure of is what it has arranged itself: main waits for ten `Done`s.",
    zh = "处理器多于一个,次序就归机器管了。程序能确定的只有它自己安排好的事:main 要等齐十次 `Done`。",
  },
}
