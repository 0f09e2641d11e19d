return {
  title = {
    en = "Building a concurrent map",
    zh = "实战：做一个并发 map",
  },
  minutes = 30,
  demos = {
    "one_door", "four_doors", "empty_bucket", "long_chains", "moving_day",
    "four_maps", "many_cells",
  },
  exercises = {
    "which_wait", "move_goods", "half_ready", "lose_a_key", "lost_in_move",
    "wrong_way", "count_entries", "honest_count", "one_seat", "word_count",
  },
}
