-- What the text says in a sentence, and a program can show. The tables are
-- compared as they stand.
local one = { procs = 1 }

local function near(a, b, part) return math.abs(a - b) <= b * part end

-- The 99th percentile of two_houses: t[house][rate].
local function houses(output)
  local t = {}
  for line in output:gmatch("[^\n]+") do
    local rate, p99 = line:match("^ +(%d+)/s +%d+ ms +(%d+) ms")
    if rate then
      t[#t][tonumber(rate)] = tonumber(p99)
    else
      t[#t + 1] = {}
    end
  end
  return { monolith = t[2], even = t[3], uneven = t[4] }
end

-- The row of functions.lua for so many warm workers.
local function row(output, warm)
  local cold, p99, paid, busy = output:match("\n +" .. warm
    .. " +(%d+) +%d+ ms +(%d+) ms +([%d.]+) s +([%d.]+) %%")
  return { cold = tonumber(cold), p99 = tonumber(p99), paid = tonumber(paid),
           busy = tonumber(busy) }
end

local function claim(program, en, zh, test)
  return { en = en, zh = zh, program = "demos/" .. program .. ".lua",
           options = one, test = function(f) return test(f.output, f) end }
end

return {
  claim("two_houses", "that is the end at 571 requests in all",
    "总数到 571 就到头了",
    function(output)
      local t = houses(output)
      return math.floor(4 / 0.010 / 0.7) == 571 and t.even[600] < 100
        and t.even[800] > 5 * t.even[600]
    end),
  claim("two_houses",
    "With the workers dealt out as the work comes, the services nearly keep up.",
    "按活的多少来分，几个服务就差不多跟得上。",
    function(output)
      local t = houses(output)
      return t.uneven[800] < 1.2 * t.monolith[800]
        and t.uneven[1000] > 1.5 * t.monolith[1000]
    end),
  claim("bulkheads", "after 0.3 s nobody is left for the stock",
    "过 0.3 秒，就没有人去看库存了",
    function(output)
      return 30 / 100 == 0.3 and output:find("monolith, one pool 100  60   0")
    end),
  claim("bulkheads",
    "With three pools the illness stays where it is, in one house as well as in three.",
    "有三个池子，病就出不了那间屋，一栋楼里是这样，三个服务也是这样。",
    function(output)
      return output:find("monolith, 3 pools [ 100]+ 100 %%")
        and output:find("services, 3 pools [ 100]+ 100 %%")
    end),
  claim("bulkheads", "only 4 ms later", "只不过每次慢 4 毫秒",
    function(output)
      return output:match("services, one pool.-(%d+) ms")
        - output:match("monolith, one pool.-(%d+) ms") == 4
    end),
  claim("fan_out", "Of pages with fifty parts two in five are slow, and from 69 parts on it is every second one",
    "五十块的页面，五个里有两个慢；从 69 块起，两个里就有一个",
    function(output)
      local fifty = output:match("\n +50 .-([%d.]+) %%")
      local more = output:match("\n +69 .-([%d.]+) %%")
      return near(tonumber(fifty), 40, 0.12) and tonumber(more) > 50
        and near(1 - 0.99 ^ 50, 0.4, 0.02)
        and 0.99 ^ 69 < 0.5 and 0.99 ^ 68 > 0.5
    end),
  claim("fan_out", "The page's 99 % falls from 100 ms to 21, for one call more in a hundred.",
    "页面的 99 % 从 100 毫秒降到 21，代价是一百次调用里多一次。",
    function(output)
      local plain, asks = output:match(
        "\n +50 +%d+ ms +%d+ ms +(%d+) ms +[%d.]+ %% +([%d.]+)")
      local hedged, more = output:match(
        "hedged.*\n +50 +%d+ ms +%d+ ms +(%d+) ms +[%d.]+ %% +([%d.]+)")
      return plain == "100" and hedged == "21"
        and near(more / asks, 1.01, 0.002)
    end),
  claim("one_trace", "Making `stock` twice as fast gains nothing",
    "把 `stock` 做快一倍，什么也省不下",
    function(output)
      local basket, prices, stock = output:match(
        "basket +(%d+) ms.-prices +(%d+) ms.-stock +(%d+) ms")
      return basket == prices and tonumber(stock) < tonumber(prices)
    end),
  claim("one_trace", "Asking the database three things at once rather than in turn gains 14 ms",
    "三个查询不要挨个问，一起问，就省 14 毫秒",
    function(output)
      local total, n = 0, 0
      for takes in output:gmatch("database +(8) ms") do
        total, n = total + takes, n + 1
      end
      local stock = tonumber(output:match("stock +(%d+) ms"))
      local prices = tonumber(output:match("prices +(%d+) ms"))
      return n == 3 and total - 8 == 16
        and prices - math.max(stock, prices - 16) == 14
    end),
  claim("one_trace", "only 13 traces in a hundred arrive whole",
    "一百条里只有 13 条",
    function() return math.floor(100 * 0.98 ^ 100 + 0.5) == 13 end),
  claim("mirror", "17 copies were dropped, nobody noticed",
    "丢了 17 份副本，没有人察觉",
    function(output)
      local off = output:match("off +(%d+ ms +%d+ ms)")
      return output:match("bounded +(%d+ ms +%d+ ms)") == off
        and output:find("bounded[^\n]+ 17 +%d+\n") and off:find("10 ms$")
    end),
  claim("functions", "Four warm ones: no cold start, and little more than half the bill.",
    "热四个：一次冷启动也没有，账单只有一半多一点。",
    function(output)
      local none, four = row(output, 0), row(output, 4)
      return four.cold == 0 and near(four.paid / none.paid, 0.53, 0.03)
    end),
  claim("functions", "Two: the worst bill of all", "热两个：账单最贵",
    function(output)
      local two = row(output, 2).paid
      for _, warm in ipairs({ 0, 4, 6, 8 }) do
        if row(output, warm).paid >= two then return false end
      end
      return true
    end),
  claim("functions", "Eight: as fast as four, at twice the price.",
    "热八个：跟四个一样快，贵一倍。",
    function(output)
      local four, eight = row(output, 4), row(output, 8)
      return four.p99 == eight.p99 and near(eight.paid / four.paid, 2, 0.01)
    end),
  claim("functions", "even the best is at six per cent", "最好的一行也才百分之六",
    function(output) return math.floor(row(output, 4).busy) == 6 end),
}
