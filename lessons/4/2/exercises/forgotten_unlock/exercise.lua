return {
  kind = "explain",
  title = { en = "The key in the pocket", zh = "钥匙揣走了" },
  task = {
    en = "The first withdrawal is refused, and after that nobody gets at the account any more. Which line leaves with the key in its pocket?",
    zh = "第一次取款被拒绝，从此谁也动不了这个账户。是哪一行揣着钥匙就走了？",
  },
  hints = {
    { en = "`locks` shows who holds `mu`. Is that goroutine still there?",
      zh = "`locks` 会显示谁拿着 `mu`。那个 goroutine 还在吗？" },
    { en = "Look for a way out between Lock and Unlock.", zh = "在 Lock 和 Unlock 之间找一个出口。" },
  },
  options = { procs = 1 },
  ask = "line",
  cause = { "return false" },
  goal = {
    outputs = { "withdrawn 30\nrefused 80\n", "refused 80\nwithdrawn 30\n" },
    uses = { go = 2, lock = 2 },
  },
  faults = { { file = "fault.lua", verdict = "deadlock" } },
  learned = {
    en = "Lock, and in the next line defer the Unlock. Then no return, and no error either, can take the key away.",
    zh = "锁上之后，下一行就 `defer` 好解锁。这样无论从哪里返回、出什么错，钥匙都带不走。",
  },
}
