return {
  title = { en = "One owner for every number", zh = "每个数都有唯一的主人" },
  ends = "returns",
  stops = {
    { line = "total = total + coin", hit = 2,
      en = "`total` is a local variable of `clerk`. No other goroutine can name it, so no other goroutine can spoil it. There is no lock in this "
        .. "program, and none is missing.",
      zh = "`total` 是 `clerk` 的局部变量。别的 goroutine 连它的名字都叫不出来，自然也弄不坏它。"
        .. "这个程序里没有锁，也不缺锁。",
      show = { "chan coins" } },
    { on = "close", of = "coins",
      en = "`close` says: no more coins will come. The clerk's `range` loop ends by itself, and only then is the sum sent.",
      zh = "`close` 的意思是：不会再有硬币了。店员的 `range` 循环随之结束，然后才把总数交出去。" },
    { at = "end",
      en = "18, on every schedule. What moved between the goroutines was not access to a variable but the coins themselves.",
      zh = "不管怎么调度都是 18。在 goroutine 之间流动的不是“访问变量的权利”，而是硬币本身。",
      show = { "output" } },
  },
}
