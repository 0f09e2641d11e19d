return {
  title = {
    en = "Why Go suits concurrency",
    zh = "Go 为什么适合写并发程序",
  },
  minutes = 15,
  demos = { "two_words", "crowd", "clerk" },
  exercises = {
    "tea_and_toast", "who_waits", "linus_first", "lost_parcel", "two_tills",
  },
  native = { "threads_table" },
}
