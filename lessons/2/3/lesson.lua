return {
  title = {
    en = "The life of a goroutine, and its end",
    zh = "Goroutine 的一生，以及怎样收场",
  },
  minutes = 20,
  demos = { "divers", "cancelled", "closing_time", "burning" },
  exercises = {
    "early_wait", "add_inside", "forgotten_done", "stuck_wait", "who_stops",
    "one_signal", "busy_wait",
  },
}
