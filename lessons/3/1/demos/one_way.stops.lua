return {
  title = { en = "One-way streets", zh = "单行道" },
  ends = "returns",
  stops = {
    { line = "go(fill, sendonly(pipe))",
      en = "`sendonly(pipe)` is Go's `chan<- int`, `recvonly(pipe)` its `<-chan int`: the same channel, seen through a smaller door.",
      zh = "`sendonly(pipe)` 就是 Go 的 `chan<- int`，`recvonly(pipe)` 就是 `<-chan int`：还是那个 channel，只是门开得小些。" },
    { at = "end",
      en = "In Go the compiler refuses these three; here they fail when they are tried. Either way the mistake shows where it was made, and not at the other end of the pipe.",
      zh = "在 Go 里这三种写法通不过编译；在这里则是执行时报错。不管哪样，错误都暴露在犯错的地方，而不是管子的另一头。",
      show = { "output" } },
  },
}
