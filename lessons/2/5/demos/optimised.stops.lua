return {
  title = { en = "One improvement after another", zh = "一项一项地优化" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "fmt.Println(\"\\n99 % at           100/s    200/s    400/s    600/s    800/s\")",
      en = "A thousand requests in a second, for each version of the service. The bars are answers a second. Compare `plain` with `pool only`: the pool that brings so much three lines further down brings nothing here, for the line lets through no more.",
      zh = "每个版本都在一秒里收到一千个请求，横条是每秒答完的个数。拿 `plain` 和 `pool only` 比一比：往下三行立了大功的池子，在这里毫无用处，因为线路只放得过这么多。",
      show = { "output" } },
    { at = "end",
      en = "Below, the time within which 99 of 100 were answered, for growing load. Each row is flat until the load comes near what its narrowest place lets through; then it breaks out. An improvement moves the place where it breaks.",
      zh = "下面是负载逐渐加大时，一百个里有九十九个能在多久以内得到回答。每一行起初都是平的，等负载逼近最窄的那一处，就突然冲上去。所谓优化，就是把这个拐点往后挪。",
      show = { "output" } },
  },
}
