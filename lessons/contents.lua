-- The chapters and sections of the pack, in order.
return {
  title = {
    en = "Concurrency in Go, one step at a time",
    zh = "Go 并发：一步一步看清楚",
  },
  chapters = {
    { id = "1", title = {
        en = "Why Go suits concurrency",
        zh = "Go 为什么适合写并发程序" },
      sections = { { id = "1" } } },
    { id = "2", title = {
        en = "Goroutines",
        zh = "Goroutine" },
      sections = {
        { id = "2.1" },
        { id = "2.2" },
        { id = "2.3" },
        { id = "2.4" },
        { id = "2.5" },
      } },
    { id = "3", title = {
        en = "Channels",
        zh = "Channel" },
      sections = {
        { id = "3.1" },
        { id = "3.2" },
        { id = "3.3" },
      } },
    { id = "4", title = {
        en = "Shared memory, done safely",
        zh = "安全地共享内存" },
      sections = {
        { id = "4.1" },
        { id = "4.2" },
        { id = "4.3" },
        { id = "4.4" },
      } },
    { id = "5", title = {
        en = "At scale",
        zh = "放大来看" },
      sections = {
        { id = "5" },
      } },
  },
}
