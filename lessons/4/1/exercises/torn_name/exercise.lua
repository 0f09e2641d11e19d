return {
  kind = "predict",
  title = { en = "Half a name", zh = "半个名字" },
  task = {
    en = "In Go a string variable is two words of memory, an address and a length, and `s = \"cloud\"` writes both, one after the other. Here they are two cells. Which combinations can the reader get hold of, and what else is true? Mark **all**.",
    zh = "Go 的字符串变量占两个内存字：一个地址，一个长度；`s = \"cloud\"` 要一前一后写两次。这里把它们拆成两个单元。读的人可能拿到哪些组合？还有哪句话是对的？**可以多选**。",
  },
  hints = {
    { en = "Two writes and two reads, each pair in its order. Mix them in all six ways.",
      zh = "两次写、两次读，各自的先后不变。六种混法，都试一试。" },
    { en = "Can both writes fall between the two reads? Can both reads fall between the two writes?",
      zh = "两次写能不能都落在两次读中间？两次读能不能都落在两次写中间？" },
  },
  options = { procs = 1 },
  choose = "all",
  explore = true,
  choices = {
    { en = "`3 letters of sun`", zh = "`3 letters of sun`",
      test = function(f) return f.all.outputs["3 letters of sun\n"] ~= nil end },
    { en = "`5 letters of cloud`", zh = "`5 letters of cloud`",
      test = function(f) return f.all.outputs["5 letters of cloud\n"] ~= nil end },
    { en = "`3 letters of cloud`", zh = "`3 letters of cloud`",
      test = function(f) return f.all.outputs["3 letters of cloud\n"] ~= nil end },
    { en = "`5 letters of sun`", zh = "`5 letters of sun`",
      test = function(f) return f.all.outputs["5 letters of sun\n"] ~= nil end },
    { en = "no data race, since each word is written only once",
      zh = "没有数据竞争，因为每个字只写了一次",
      test = function(f) return f.all.ends.race == nil end },
  },
  learned = {
    en = "All four combinations. Five letters of a word that has three: in Go that is a read beyond the end of the string, from whatever lies there. Strings, slices and interfaces are all wider than a word, and a race on one of them can wreck memory. Plain order of steps suffices for it; no processor needs to play tricks.",
    zh = "四种组合都有。三个字母的词，取五个字母：放在 Go 里，就是越过字符串末尾，去读不知道什么东西。字符串、slice、接口都不止一个字，在它们身上竞争，足以毁掉内存。做到这一步，光靠步骤穿插就够了，用不着处理器耍花招。",
  },
}
