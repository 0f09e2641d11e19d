return {
  title = { en = "A page of many parts", zh = "许多块拼成一页" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "fmt.Println(\"hedged after 12 ms\")",
      en = "From row to row nothing changes but the number of parts. The column `slow` is the share of pages in which at least one call was slow: 1 - 0.99^n. From 69 parts on it is more than half, and the slow call of one service is the *median* of the page.",
      zh = "一行行往下，变的只有块数。`slow` 那列是至少碰上一次慢调用的页面所占的份额，也就是 1 - 0.99^n。从 69 块起，过了一半，一个服务里难得的慢，成了整页的**中位数**。",
      show = { "output" } },
    { at = "end",
      en = "Asking a second time after 12 ms: the same page of fifty, and its 99 % falls from 100 ms to 21. Look at the price in the column `calls`: one in a hundred. That is cheap *because* it waits until the answer is late; asking twice from the start would cost as much again.",
      zh = "12 毫秒还没回音就再问一遍：同样五十块的页面，99 % 从 100 毫秒掉到 21。代价在 `calls` 那列，多了百分之一。便宜就便宜在它先等一等，晚了才问；一上来就问两遍，可要多花一倍。",
      show = { "output" } },
  },
}
