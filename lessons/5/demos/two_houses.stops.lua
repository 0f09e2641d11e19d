return {
  title = { en = "One house, or three services", zh = "一栋楼，还是三个服务" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "report(\"services, 4 + 4 + 4\", services(4, 4, 4))",
      en = "The monolith: twelve workers in one pool, from 200 requests a second to 1000. They could do 1200, and it hardly shows. Wherever a worker becomes free, whoever is first takes him.",
      zh = "单体：十二个工人在一个池子里，每秒 200 个请求一直加到 1000 个。他们顶多做得了 1200 个，可几乎看不出吃力：哪个工人一空，排在最前的马上就用上。",
      show = { "output" } },
    { line = "report(\"services, 8 + 2 + 2\", services(8, 2, 2))",
      en = "The same workers, dealt out evenly. Seven requests of ten go to the stock, whose four workers can do 400 a second: at 571 in all they are full. At 800 the stock has a queue, while bank and reviews sit idle next door.",
      zh = "还是这些工人，平均分给三家。十个请求有七个找库存，库存的四个工人每秒做 400 个，总数到 571 就满了。到了 800，库存门口排着队，银行和评论就在隔壁闲着。",
      show = { "output" } },
    { at = "end",
      en = "Dealt out as the work comes, 8 + 2 + 2, and the services nearly keep up. Nearly: 4 ms more for the way, and at 1000 the slack that each keeps for itself is missing elsewhere. Dividing costs something. What it buys is in the next demo.",
      zh = "按活的多少来分，8 + 2 + 2，几个服务就差不多跟上了。只是差不多：路上多 4 毫秒，到了 1000，每家自己留的那点余地，别家正缺。分开是要花钱的；买到了什么，看下一个演示。",
      show = { "output" } },
  },
}
