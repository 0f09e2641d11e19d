return {
  title = {
    en = "Inside a channel",
    zh = "Channel 里面有什么",
  },
  minutes = 25,
  demos = {
    "ring", "hand_over", "nothing_lost", "starting_gun", "fan", "one_way",
  },
  exercises = {
    "queue_state", "after_close", "pipe_stop", "who_blocks", "stuck_pipe",
    "double_close",
  },
}
