return {
  kind = "fix",
  title = { en = "The bell that rings backwards", zh = "倒着响的铃" },
  task = {
    en = "Here the one who *receives* has something to tell: the cook puts the dish on the board and then takes the ring. Main rings and then reads. Make `on the table: soup` certain, without a race. Changing a single character is enough.",
    zh = "这里有话要说的是**接收**的一方：厨师先把菜放上桌，再去接铃；main 摇了铃就去看。请让 `on the table: soup` 成为必然，并且没有竞争。改一个字符就够。",
  },
  hints = {
    { en = "A receive can come before something, too: before the *end* of a send. For which channels?",
      zh = "接收也可以先于别的事：先于某次发送的**完成**。哪种 channel 才这样？" },
    { en = "With one slot the send goes into the slot and is done, cook or no cook. Without a slot it takes two.",
      zh = "有一格的时候，铃声放进格子，发送就完成了，管他厨师在不在；没有格子，就得两个人碰面。" },
  },
  goal = { outputs = { "on the table: soup\n" }, uses = { go = 1 } },
  faults = {
    { file = "larger.lua", verdict = "output" },
    { file = "other_side.lua", verdict = "output" },
  },
  learned = {
    en = "An unbuffered channel orders both ways: what stands before the send is seen after the receive, *and* what stands before the receive is seen after the send. A buffer, added \"for speed\", takes the second half away.",
    zh = "无缓冲的 channel 两个方向都管：发送之前的，接收之后看得见；接收之前的，发送之后**也**看得见。为了“提速”加上缓冲，后一半就没了。",
  },
}
