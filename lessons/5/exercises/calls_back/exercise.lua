return {
  kind = "explain",
  title = { en = "Calling back", zh = "绕回来的调用" },
  task = {
    en = "Shop and stock are two services, each with its own pool, as it should be. One visitor comes, the only one of the day, and everything stands still. Whose wait starves the others? Name the edge: **who waits for a worker** that cannot become free? (`deadlock` draws it.) Answer as `G7 -> name`.",
    zh = "商店和库存是两个服务，各有各的池子，规规矩矩。今天只来了一个客人，整个系统就停住了。是哪一处等待饿着了大家？指出那条边：**谁在等一个永远空不出来的工人**？（`deadlock` 会画出来。）写成 `G7 -> 名字`。",
  },
  hints = {
    { en = "Follow the request: shop, stock, and then?", zh = "跟着请求走：商店，库存，然后呢？" },
    { en = "Three goroutines wait for an answer. One waits for a place.",
      zh = "别人等的都是回答，只有一个等的是位子。" },
    { en = "`price` wants a worker of the shop. `page` has the only one, and keeps him until the answer is there.",
      zh = "`price` 要一个商店的工人。唯一的那个在 `page` 手里，不等到回答不放。" },
  },
  options = { procs = 1 },
  ask = "edge",
  cause = function(f)
    local starved = {}
    for _, edge in ipairs(f.edges) do
      if edge:match("^G%d+ %-> shop$") then starved[#starved + 1] = edge end
    end
    return starved
  end,
  goal = { outputs = { "worth 21\n" }, uses = { go = 3 } },
  faults = { { file = "fault.lua", verdict = "deadlock" } },
  learned = {
    en = "Own pools keep neighbours apart, but not a service from itself: the call that goes round comes back and stands behind the one it is part of. Under light load a larger pool hides it; under heavy load all workers are in `page`, and nobody is left for `price`. Let calls go downwards only, or give those that come back a pool of their own.",
    zh = "池子分开，隔得开邻居，隔不开自己：调用绕了一圈回来，排在自己所属的那个请求后面。负载轻的时候，池子大些就看不出来；负载一重，工人全在 `page` 里，没有人做 `price`。要么只许往下调用，要么给绕回来的另备一个池子。",
  },
}
