return {
  title = { en = "Two atomics are not one", zh = "两个原子，合起来不是原子" },
  options = { procs = 2 },
  ends = "returns",
  stops = {
    { line = "b:Add(5)", hit = 1,
      en = "Between these two lines 5 are nowhere. Each Add is indivisible; the *pair* is not.",
      zh = "在这两行之间，有 5 块钱哪儿都不在。每个 Add 不可分割，但**这一对**可以分割。",
      show = { "gs" } },
    { at = "end",
      en = "No update was lost: the sum is right in the end. But whoever looked in between saw a state that should not exist. Where two things must agree, put both under one lock, or send them together.",
      zh = "更新一次也没丢，最后的总和是对的。可是中途去看的人，看到了不该存在的状态。两样东西必须一致，就放到同一把锁下面，或者一起发送。",
      show = { "output" } },
  },
}
