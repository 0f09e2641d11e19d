return {
  title = {
    en = "Unbuffered against buffered",
    zh = "无缓冲与有缓冲",
  },
  minutes = 20,
  demos = { "handshake", "slack", "capacity" },
  exercises = {
    "where_blocks", "what_is_certain", "lost_knock", "postponed", "board",
  },
}
