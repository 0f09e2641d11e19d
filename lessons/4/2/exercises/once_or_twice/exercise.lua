return {
  kind = "predict",
  title = { en = "Once, and when?", zh = "一次，什么时候？" },
  task = {
    en = "Two goroutines call `once:Do(boil)` and then drink. What can happen? Mark **all** that some schedule produces.",
    zh = "两个 goroutine 都先调用 `once:Do(boil)`，然后喝。可能发生什么？**可以多选**。",
  },
  hints = {
    { en = "The function runs once. What does the *other* caller do meanwhile?",
      zh = "函数只跑一次。那段时间里，**另一个**调用者在做什么？" },
    { en = "`Do` returns only when the function has finished, for every caller.",
      zh = "对每个调用者，`Do` 都要等函数跑完才返回。" },
  },
  choose = "all",
  explore = true,
  choices = {
    { en = "`boil`, then both drink", zh = "先 `boil`，然后两个都喝",
      test = function(f) return f.all.outputs["boil\ndrink\ndrink\n"] ~= nil end },
    { en = "one drinks before it has boiled", zh = "有一个没等烧开就喝了",
      test = function(f) return f.all.outputs["drink\nboil\ndrink\n"] ~= nil end },
    { en = "it boils twice", zh = "烧了两次",
      test = function(f)
        return f.all.outputs["boil\nboil\ndrink\ndrink\n"] ~= nil
            or f.all.outputs["boil\ndrink\nboil\ndrink\n"] ~= nil
      end },
  },
  learned = {
    en = "Once, and finished before anybody goes on. If the function panics it still counts as done; and calling `Do` inside its own function deadlocks.",
    zh = "只有一次，而且没做完谁也走不了。函数里 panic 了也算做过；在它自己里面再调 `Do`，会死锁。",
  },
}
