return {
  kind = "explain",
  title = { en = "Against the order", zh = "逆着次序" },
  task = {
    en = "`grow` takes the stripes in order, as it should, and still the program deadlocks. Run it, look at the ring with `deadlock`, and name the one edge that goes **against the order** of the locks: who waits, holding a later lock, for an earlier one? Answer as `G7 -> name`.",
    zh = "`grow` 规规矩矩地按次序拿锁，程序却还是死锁了。跑一遍，用 `deadlock` 看看那个环，指出**逆着次序**的那条边：谁手里拿着后面的锁，却在等前面的？写成 `G7 -> 名字`。",
  },
  hints = {
    { en = "`locks` says who holds which stripe and who waits for it.", zh = "`locks` 会说每一段由谁拿着、谁在等。" },
    { en = "Two goroutines wait in `grow`. One of them came there with something in its hand.",
      zh = "两个 goroutine 都等在 `grow` 里，其中一个进去的时候手里就拿着东西。" },
    { en = "`put` holds `s2` and calls `grow`, which begins with `s1`.", zh = "`put` 拿着 `s2` 去调 `grow`，而 `grow` 先要 `s1`。" },
  },
  options = { procs = 1 },
  ask = "edge",
  cause = function(f)
    local against = {}
    for _, edge in ipairs(f.edges) do
      if edge:match("^G%d+ %-> s1$") then against[#against + 1] = edge end
    end
    return against
  end,
  goal = { outputs = { "done\n" }, uses = { go = 2, lock = 5 } },
  faults = { { file = "fault.lua", verdict = "deadlock" } },
  learned = {
    en = "An order of locks is a promise of *all* callers, and a function that locks carries it into every place it is called from. Let go of your stripe first, then grow; and look again in `grow` whether it is still necessary.",
    zh = "锁的次序是**所有**调用者共同的约定；一个会加锁的函数，被谁调用，这个约定就跟到哪里。先放开自己那一段，再去扩容；进了 `grow`，再看一眼还要不要扩。",
  },
}
