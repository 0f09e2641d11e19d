return {
  title = { en = "Two stacks", zh = "两条栈" },
  ends = "returns",
  stops = {
    { line = "coroutine.yield(depth)", hit = 1,
      en = "Three calls of `dig` are open, one inside the other, each with its own `stone`. Now the mole stops, at the bottom, without returning from any of them.",
      zh = "三层 `dig` 一层套一层，每层有自己的 `stone`。鼹鼠挖到底就停下，哪一层都没有返回。",
      show = { "bt" } },
    { line = "fmt.Println(\"left is\", a, \"calls deep, right is\", b)",
      en = "Two unfinished towers of calls exist now, 3 and 2 high, and main goes on below neither of them. One stack could not hold this: whichever call returned next would have to be on top.",
      zh = "现在有两座没拆完的调用塔，一座三层一座两层，而 main 照样往下走。只有一条栈是做不到的：栈上只有最顶上的那个调用才能返回。" },
    { at = "end",
      en = "Every stone was where it had been left. That is what *a stack of one's own* means, and it is the whole difference between a coroutine and a clever loop.",
      zh = "每块石头都还在原处。所谓**自己的栈**就是这个意思，协程和一个写得巧妙的循环，差别也全在这里。",
      show = { "output" } },
  },
}
