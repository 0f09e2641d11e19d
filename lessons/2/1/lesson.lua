return {
  title = {
    en = "Goroutines and threads: G, M and P",
    zh = "Goroutine 与线程：G、M 和 P",
  },
  minutes = 20,
  demos = { "three_moves", "next_in_line", "more_processors" },
  exercises = { "next_at_one", "next_at_two", "starve", "late_clock" },
}
