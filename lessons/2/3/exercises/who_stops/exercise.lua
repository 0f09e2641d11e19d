return {
  kind = "predict",
  title = { en = "Who stops?", zh = "谁会停？" },
  task = {
    en = [[
Contexts form a tree. `stop_kitchen()` cancels one of them. Which are cancelled afterwards? Mark **all**.]],
    zh = [[
context 是一棵树。`stop_kitchen()` 取消了其中一个。之后，哪些处于已取消的状态？**可以多选**。]],
  },
  hints = {
    { en = "Draw the tree: which context was made from which?",
      zh = "把树画出来：哪个 context 是由哪个派生的？" },
    { en = "Cancelling goes down the tree, never up and never sideways.",
      zh = "取消沿着树往下走，不往上，也不往旁边。" },
  },
  choose = "all",
  choices = {
    { en = "house", zh = "house",
      test = function(f) return f.output:find("house context canceled") ~= nil end },
    { en = "kitchen", zh = "kitchen",
      test = function(f) return f.output:find("kitchen context canceled") ~= nil end },
    { en = "garden", zh = "garden",
      test = function(f) return f.output:find("garden context canceled") ~= nil end },
    { en = "oven", zh = "oven",
      test = function(f) return f.output:find("oven context canceled") ~= nil end },
  },
  learned = {
    en = "A request that starts others passes its context down. Cancel the request, and all it has started hears of it; its siblings and its parent go on.",
    zh = "一个请求又派生出别的请求时，就把自己的 context 往下传。取消它，由它引出的一切都会得到通知，而它的兄弟和父亲照常继续。",
  },
}
