return {
  kind = "predict",
  title = { en = "How large a pool?", zh = "池子要多大？" },
  task = {
    en = "250 requests a second, at regular intervals; each holds a connection for 20 ms. A pool of a hundred has been ordered, \"to be safe\". How many of these connections are ever in use at the same time? Calculate before you look.",
    zh = "每秒 250 个请求，间隔均匀，每个占着连接 20 毫秒。“保险起见”，池子配了一百条。同时在用的，最多几条？先算，再看。",
  },
  hints = {
    { en = "How many requests arrive while one holds its connection?",
      zh = "一个请求占着连接的那段时间里，又来了几个？" },
    { en = "L = λW: 250 a second, times 0.020 seconds.",
      zh = "L = λW：每秒 250 个，乘以 0.020 秒。" },
  },
  options = { procs = 1 },
  choose = "one",
  choices = {
    { en = "2", zh = "2 条", test = function(f) return f.output:match("%d+") == "2" end },
    { en = "5 or 6", zh = "5、6 条",
      test = function(f)
        local n = f.output:match("%d+")
        return n == "5" or n == "6"
      end },
    { en = "20", zh = "20 条", test = function(f) return f.output:match("%d+") == "20" end },
    { en = "100", zh = "100 条", test = function(f) return f.output:match("%d+") == "100" end },
  },
  learned = {
    en = "Arrivals a second times seconds held: five on average (the moment of handing over may count one more). Real requests come in bursts, so give it some room, ten rather than five. The other ninety would only have hidden the day on which W grows from 20 to 400 ms.",
    zh = "每秒来几个，乘以占用几秒：平均五条（交接的那一瞬可能多算一条）。真实的请求一阵一阵地来，留点余地，配十条而不是五条。多出来的九十条只有一个作用：W 从 20 毫秒涨到 400 毫秒那天，替你瞒着。",
  },
}
