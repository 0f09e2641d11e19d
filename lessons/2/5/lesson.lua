return {
  title = {
    en = "A service that answers many at once",
    zh = "实战：一个同时应付很多请求的服务",
  },
  minutes = 35,
  demos = {
    "request_path", "per_connection", "pool_exhausted", "little", "optimised",
    "two_generators", "overload",
  },
  exercises = {
    "where_they_wait", "lost_connection", "two_connections", "how_many",
    "stampede", "piling_up", "gone_client", "closing_down",
  },
  native = { "real_service" },
}
