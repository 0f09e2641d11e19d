return {
  title = {
    en = "select: waiting for several things",
    zh = "select:同时等好几样东西",
  },
  minutes = 20,
  demos = { "fair_coin", "patience", "no_waiting", "switched_off" },
  exercises = {
    "both_ready", "empty_handed", "timeout_wins", "dead_case", "closed_spin",
    "stop_first",
  },
}
