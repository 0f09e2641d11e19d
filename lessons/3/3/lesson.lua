return {
  title = {
    en = "select: waiting for several things",
    zh = "select:同时等好几样东西",
  },
  minutes = 40,
  demos = {
    "fair_coin", "patience", "no_waiting", "switched_off",
    "ready_list", "thread_each", "one_poller",
  },
  exercises = {
    "both_ready", "empty_handed", "timeout_wins", "dead_case", "closed_spin",
    "stop_first", "shrinking_set", "half_read", "fair_turns", "stuck_loop",
    "who_needs_thread",
  },
  native = { "descriptors", "poll_cost" },
}
