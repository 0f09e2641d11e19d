return {
  kind = "predict",
  title = { en = "Who stands at which door?", zh = "谁站在哪扇门前？" },
  task = {
    en = "A map in two stripes, even keys and odd keys; one processor. All four goroutines have had their first turn, and none has finished. Which of them wait **for a lock**? Mark **all**.",
    zh = "一个 map 分成两段，偶数键一段，奇数键一段；只有一个处理器。四个 goroutine 都轮到过一次，还没有一个做完。哪些正在**等锁**？**可以多选**。",
  },
  hints = {
    { en = "In each stripe the first to come is inside, and the others wait. So all depends on the order of their arrival.",
      zh = "每一段里，先到的在里面，后到的等。所以全看到的先后。" },
    { en = "Who runs first when one processor has started four? Not the oldest: remember `runnext` from 2.1.",
      zh = "一个处理器启动了四个，谁先跑？不是最早的那个：想想 2.1 里的 `runnext`。" },
    { en = "G5, then G2, G3, G4. Now write down for each whether its door is already shut.",
      zh = "先 G5，然后 G2、G3、G4。再逐个看看，轮到它时门是不是已经关了。" },
  },
  options = { procs = 1 },
  at = { on = "block", of = "odd" },
  choose = "all",
  choices = {
    { en = "G2 (key 4)", zh = "G2（键 4）",
      test = function(f) return f.at.gs[2].reason == "sync.Mutex.Lock" end },
    { en = "G3 (key 7)", zh = "G3（键 7）",
      test = function(f) return f.at.gs[3].reason == "sync.Mutex.Lock" end },
    { en = "G4 (key 9)", zh = "G4（键 9）",
      test = function(f) return f.at.gs[4].reason == "sync.Mutex.Lock" end },
    { en = "G5 (key 6)", zh = "G5（键 6）",
      test = function(f) return f.at.gs[5].reason == "sync.Mutex.Lock" end },
  },
  learned = {
    en = "Two stripes, two inside, two outside. Whether somebody waits depends on the stripe of the key and on who came first, not on the key itself.",
    zh = "两段，里面两个，外面两个。等不等，看键落在哪一段、谁先到，和键本身是几没有关系。",
  },
}
