return {
  title = {
    en = "The memory model: who sees what, and when",
    zh = "内存模型：谁在什么时候看得见什么",
  },
  minutes = 40,
  demos = {
    "flag_up", "flag_up_fixed", "price_tag", "price_tag_fixed", "bridges",
    "gate", "gate_fixed", "long_sleep", "half_built", "half_built_fixed",
    "two_checks", "two_checks_fixed", "two_notes", "peterson",
    "peterson_fixed",
  },
  exercises = {
    "mend_flag", "price_seen", "note_for_child", "after_the_send",
    "too_early_done", "backwards_bell", "two_at_once", "no_more_sleep",
    "cold_stove", "mend_checks", "both_missed", "mend_peterson", "by_luck",
    "torn_name",
  },
}
