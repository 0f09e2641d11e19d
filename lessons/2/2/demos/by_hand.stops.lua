return {
  title = { en = "Resumed by hand", zh = "手动恢复一个协程" },
  ends = "returns",
  stops = {
    { line = "ask(1)",
      en = "The coroutine exists, with a stack of its own, but not a line of it has run. `suspended` is its word for ready.",
      zh = "协程已经有了，连自己的栈都有了，但一行也没跑。它把“就绪”叫做 `suspended`。" },
    { line = "x = coroutine.yield(x * 2)", hit = 1,
      en = "We are inside the coroutine now: `resume` has jumped here. At `yield` it will go back to whoever resumed it, and leave everything as it is: `x`, the loop, this very "
        .. "place.",
      zh = "现在身在协程里面：是 `resume` 跳过来的。执行到 `yield`，它就回到恢复它的人那里，而 `x`、循环、停下的位置都原样留着。" },
    { line = "x = coroutine.yield(x * 2)", hit = 1,
      en = "The second `resume` came back *out of the yield*, with 10 in its hand: what you pass to `resume` is what `yield` returns.",
      zh = "第二次 `resume` 是**从那个 yield 里**回来的，手里拿着 10:传给 `resume` 的值，就是 `yield` 的返回值。" },
    { at = "end",
      en = "It has returned and is `dead`; it cannot be resumed any more.",
      zh = "它返回了，状态是 `dead`，再也恢复不了。",
      show = { "output" } },
  },
}
