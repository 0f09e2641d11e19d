return {
  title = {
    en = "Atomics and races",
    zh = "原子操作与竞态",
  },
  minutes = 20,
  demos = { "three_steps", "retry", "two_numbers", "tally" },
  exercises = {
    "lose_one", "what_remains", "with_lock", "with_atomic", "cas_once",
    "not_enough",
  },
}
