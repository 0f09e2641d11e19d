return {
  kind = "fix",
  title = { en = "The missing bulkhead", zh = "少了一道隔舱" },
  task = {
    en = "The reviews hang, and their pages keep the workers busy. On most schedules somebody who wants to pay finds none, though paying needs no review. Repair the shop: payment comes through while the reviews hang, on every schedule, and the number of review pages in the making stays limited. A larger number of workers will not do: there are always more visitors.",
    zh = "评论服务卡住了，要评论的页面把工人全占了。多数调度下，想付款的人找不到工人，而付款跟评论毫不相干。请修好这家店：不管怎样调度，评论卡着，款照样能付；同时在做的评论页仍然要有上限。多雇几个工人没用，来的人总是更多。",
  },
  hints = {
    { en = "Run `gopark check` on it: where does `pay_page` stand in the deadlock?",
      zh = "用 `gopark check` 查一查：死锁的时候，`pay_page` 停在哪里？" },
    { en = "Two kinds of pages draw from one pool, and one kind may keep what it takes for ever.",
      zh = "两种页面从同一个池子里取，其中一种可能取了就不还。" },
    { en = "A second channel, `tills`, of one slot, for `pay_page` only. `workers` stays with the reviews.",
      zh = "再做一个只有一格的 channel，叫 `tills`，专给 `pay_page` 用；`workers` 留给评论页。" },
  },
  goal = {
    outputs = { "paid\nall pages are made\n" },
    uses = { go = 3, send = 4, recv = 6 },
  },
  faults = {
    { file = "bigger.lua", verdict = "deadlock" },
    { file = "both_pools.lua", verdict = "deadlock" },
    { file = "no_limit.lua", verdict = "missing" },
    { file = "one_by_one.lua", verdict = "sequential" },
  },
  learned = {
    en = "Ships have bulkheads so that one hole does not fill them all. A pool for each thing that may hang, not for each thing that your company is divided into: the cut follows the dependency. What you pay is that an idle till cannot make review pages.",
    zh = "船要分隔舱，破一个洞才不至于灌满全船。池子该按“什么可能卡住”来分，而不是按公司有几个部门来分：刀要顺着依赖切。代价是，收银台闲着，也不能帮忙做评论页。",
  },
}
