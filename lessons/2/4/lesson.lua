return {
  title = {
    en = "The leak laboratory",
    zh = "泄漏实验室",
  },
  minutes = 30,
  demos = {
    "leak_receive", "leak_receive_fixed",
    "leak_range", "leak_range_fixed",
    "leak_ticker", "leak_ticker_fixed", "never_stopped",
    "leak_pool", "leak_pool_fixed",
    "leak_context", "leak_context_fixed",
    "leak_return", "leak_return_fixed",
    "rising", "together",
  },
  exercises = {
    "break_receive", "explain_receive", "fix_receive",
    "break_range", "explain_range", "fix_range",
    "break_ticker", "explain_ticker", "fix_ticker",
    "break_pool", "explain_pool", "fix_pool",
    "break_context", "explain_context", "fix_context",
    "break_return", "explain_return", "fix_return",
  },
}
