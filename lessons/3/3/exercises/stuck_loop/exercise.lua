return {
  kind = "explain",
  title = { en = "The loop that waits for itself", zh = "等自己的循环" },
  task = {
    en = [[
One goroutine, main, runs an event loop: it takes the next ready connection and calls its handler. A browser asks for a page; the page needs rows, and these come from the database's connection. Both connections become ready, and the page is never printed. On which line does a handler do what no handler of an event loop may do?]],
    zh = [[
main 一个人跑事件循环：取出下一个就绪的连接，调用它的处理函数。浏览器要一个页面，页面要用数据，数据从数据库的连接里来。两个连接都就绪了，页面却永远打印不出来。处理函数在哪一行做了事件循环里绝不能做的事？]],
  },
  hints = {
    { en = "Where does main stand? (`why 1`) And who would have to come?",
      zh = "main 停在哪里？（`why 1`）它等的人，又该由谁去请来？" },
    { en = "The database's handler is called by the same loop, after the browser's has returned.",
      zh = "数据库的处理函数也要靠这个循环来调用，还得等浏览器的那个先返回。" },
    { en = "Waiting is what a handler may not do. Look into the browser's for an operation that blocks.",
      zh = "处理函数最不该做的就是等。到浏览器的那个里面，找出会阻塞的操作。" },
  },
  ask = "line",
  cause = { "local page = rows:recv()" },
  goal = { outputs = { "page: three rows\n" }, uses = { go = 1 } },
  faults = { { file = "fault.lua", verdict = "deadlock" } },
  learned = {
    en = "In an event loop nobody may wait, for whoever waits stops everybody. Programs are torn into callbacks for that reason. A goroutine may wait: the others go on, and the code stays in one piece.",
    zh = "事件循环里谁也不许等：一个等，全体停。程序因此被撕成一段段回调。goroutine 却可以等：别人照走，代码还是完整的一段。",
  },
}
