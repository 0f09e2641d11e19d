return {
  title = {
    en = "The sync package",
    zh = "sync 包",
  },
  minutes = 25,
  demos = {
    "one_key", "reading_room", "read_share", "bakery_shelf", "first_come",
  },
  exercises = {
    "two_cashiers", "ab_ba", "lock_order", "forgotten_unlock", "new_readers",
    "lost_signal", "if_or_while", "once_or_twice",
  },
}
