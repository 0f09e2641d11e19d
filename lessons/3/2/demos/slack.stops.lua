return {
  title = { en = "A net between them", zh = "中间张一张网" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", of = "net", g = 1,
      en = "Main has let go of the first ones without waiting for anybody. Now the net is full and main waits, as with an unbuffered channel. A buffer takes up a *burst*; it does not make the slower side faster.",
      zh = "前几个人，main 谁也没等就松了手。现在网满了，它也得等，和无缓冲的时候一样。缓冲能吸收**一阵子**的快，却不会让慢的一方变快。",
      show = { "chan net", "output" } },
    { at = "end",
      en = "In the end both are as fast as the catcher. But the thrower was free earlier, and when a send returned nothing was certain yet: the value may have been in the net only.",
      zh = "到头来，两边都只有接的人那么快。不过抛的人早早就空出来了；而发送返回的时候，什么也不能确定：值可能还在网里。",
      show = { "output" } },
  },
}
