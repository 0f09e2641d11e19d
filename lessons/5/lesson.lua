return {
  title = {
    en = "Summary, and the same ideas between machines",
    zh = "回顾：把同样的道理搬到机器之间",
  },
  minutes = 35,
  demos = {
    "two_houses", "bulkheads", "fan_out", "one_trace", "mirror", "functions",
  },
  exercises = {
    "refused_payer", "missing_bulkhead", "calls_back", "page_of_fifty",
    "overdrawn", "lost_parent", "slow_mirror",
  },
}
