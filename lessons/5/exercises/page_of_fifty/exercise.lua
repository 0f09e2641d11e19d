local function slow(f, low, high)
  local n = tonumber(f.output:match(": (%d+)"))
  return n >= low and n <= high
end

return {
  kind = "predict",
  title = { en = "A page of fifty", zh = "五十块拼成的页面" },
  task = {
    en = "Of a hundred calls one takes half a second, the others 5 ms. A page makes fifty calls at once and shows itself when the last one is back. How many of a hundred pages are slow? Calculate before you look.",
    zh = "一百次调用里有一次要半秒，其余 5 毫秒。一个页面同时发出五十次调用，最后一次回来才显示。一百个页面里有几个慢？先算，再看。",
  },
  hints = {
    { en = "It is easier to ask how often a page is *fast*: then all fifty calls must have been.",
      zh = "反过来问容易些：页面什么时候**快**？五十次调用得个个都快。" },
    { en = "0.99 to the power of 50. A pocket calculator, or `print(0.99 ^ 50)`.",
      zh = "0.99 的 50 次方。按按计算器，或者 `print(0.99 ^ 50)`。" },
  },
  options = { procs = 1 },
  choose = "one",
  choices = {
    { en = "1, as many as slow calls", zh = "1 个，和慢的调用一样多",
      test = function(f) return slow(f, 0, 3) end },
    { en = "about 10", zh = "10 个上下", test = function(f) return slow(f, 5, 15) end },
    { en = "about 40", zh = "40 个上下", test = function(f) return slow(f, 34, 46) end },
    { en = "50, one for each call", zh = "50 个，一次调用算一个",
      test = function(f) return slow(f, 48, 60) end },
  },
  learned = {
    en = "1 - 0.99^50 is 39.5 %. Fifty times 1 % would be 50 %; that counts pages twice that were unlucky twice. What is rare for a part is usual for the whole, and your users see the whole.",
    zh = "1 - 0.99^50，即 39.5 %。五十乘以 1 % 得 50 %，那是把倒霉两次的页面算了两遍。对一块来说少有的事，对整页来说是常事，而用户看的是整页。",
  },
}
