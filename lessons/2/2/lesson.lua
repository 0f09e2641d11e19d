return {
  title = {
    en = "How a coroutine works",
    zh = "协程是怎么工作的",
  },
  minutes = 20,
  demos = { "by_hand", "own_stack", "little_loop" },
  exercises = { "resume_order", "round_robin", "hog", "crash" },
  native = { "coswitch" },
}
