return {
  kind = "predict",
  title = { en = "Who waits where?", zh = "谁在哪里等？" },
  task = {
    en = "Six handlers, two connections, 10 ms for a query. Main prints `now` after 15 ms. What holds at this moment? Mark **all** that is true.",
    zh = "六个处理函数，两条连接，一次查询 10 毫秒。main 在第 15 毫秒打印 `now`。这一刻，哪些说法成立？**可以多选**。",
  },
  hints = {
    { en = "The first two are through after 10 ms. Who has their connections now?",
      zh = "头两个 10 毫秒就完事了。他们的连接现在归谁？" },
    { en = "Those with a connection sleep (they wait for the database). Those without wait in the pool's receive queue.",
      zh = "拿到连接的在睡（等数据库）；没拿到的排在池子的接收队列里。" },
  },
  options = { procs = 1 },
  choose = "all",
  at = { line = "fmt.Println(\"now\")" },
  choices = {
    { en = "Two handlers wait for a connection.", zh = "有两个处理函数在等连接。",
      test = function(f) return #f.at.chans.pool.recvq == 2 end },
    { en = "Four handlers wait for a connection.", zh = "有四个处理函数在等连接。",
      test = function(f) return #f.at.chans.pool.recvq == 4 end },
    { en = "A connection lies in the pool.", zh = "池子里躺着一条连接。",
      test = function(f) return f.at.chans.pool.len > 0 end },
    { en = "Nobody waits to give a connection back.", zh = "没有人等着还连接。",
      test = function(f) return #f.at.chans.pool.sendq == 0 end },
  },
  learned = {
    en = "The queue of an exhausted pool stands at the *receive*, and a connection that comes back goes straight into the next one's hand; the pool stays empty. Giving back never waits: there are as many slots as connections.",
    zh = "池子空了，队就排在**接收**那一头；还回来的连接直接交到下一个人手里，池子还是空的。还的人从来不用等：有几条连接，就有几个格子。",
  },
}
