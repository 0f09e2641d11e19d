return {
  title = { en = "The reviews are sick", zh = "评论服务病了" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", of = "all pages",
      en = "Half a second has passed, then the reviews fell ill. Now all 30 workers are out, and the first visitor waits. He wants to pay, and the bank is well.",
      zh = "过了半秒，评论服务病了。现在 30 个工人全派了出去，第一个客人等上了。他是来付款的，而银行好好的。",
      show = { "chan \"all pages\"" } },
    { line = "report(\"monolith, 3 pools\", { hops = 0, pools = own_pools(10) })",
      en = "100 pages that need no review, in each half second, and how many of them came in time. For a whole second: none. The damage came 0.3 s late and lasted half as long again as the illness.",
      zh = "每半秒有 100 个用不着评论的页面，数字是及时出来的个数。整整一秒，一个也没有。祸害来得晚，晚了 0.3 秒，却比病本身长了一半。",
      show = { "output" } },
    { at = "end",
      en = "Compare the rows two by two. One house or three makes 4 ms. One pool or three makes the difference between 62 % and 100 %. It is the wall that isolates, not the network between the rooms.",
      zh = "两行两行地比。一栋楼还是三个服务，差 4 毫秒；一个池子还是三个池子，差的是 62 % 和 100 %。起隔离作用的是墙，不是屋子之间的那根网线。",
      show = { "output" } },
  },
}
