-- What the text says in a sentence, and a program can show. The tables are
-- compared as they stand.
local function rates(output)
  local t = {}
  for name, rate, queries in
      output:gmatch("([%a, ]-) +(%d+)/s +%d+ ms +%d+ ms +(%d+)  #") do
    t[name] = { rate = tonumber(rate), queries = tonumber(queries) }
  end
  return t
end

local function near(a, b, part)
  return math.abs(a - b) <= b * part
end

local function in_time(name, n)
  return function(f)
    return f.output:find(name .. " +" .. n .. " in time") ~= nil
  end
end

return {
  { en = "Request 2 asked the database nothing; it shared the answer of request 1.",
    zh = "2 号一句也没问数据库，它分到的是 1 号的答案。",
    program = "demos/request_path.lua", options = { procs = 2 },
    test = function(f) return not f.output:find("2  asks the database", 1, true) end },
  { en = "Request 4 waited 13 ms for a connection.",
    zh = "4 号等连接等了 13 毫秒。",
    program = "demos/request_path.lua", options = { procs = 2 },
    test = function(f)
      local from = f.output:match("(%d+)ms  4  wants")
      local to = f.output:match("(%d+)ms  4  asks")
      return to - from == 13
    end },
  { en = "the handlers stand in its queue, in order",
    zh = "处理函数按先后排在它的队列里",
    program = "demos/pool_exhausted.lua",
    at = { line = "note(id, \"200\")" },
    test = function(f)
      local q = f.at.chans.pool.recvq
      return #q == 3 and q[1] < q[2] and q[2] < q[3]
    end },
  { en = "The first way of finding L multiplies, the second counts heads every millisecond",
    zh = "一种是乘出来的，一种是每毫秒数一次人头",
    program = "demos/little.lua",
    test = function(f)
      local rows = 0
      for product, counted in f.output:gmatch("ms +([%d.]+) +([%d.]+) +%d+ ms") do
        rows = rows + 1
        if not near(tonumber(counted), tonumber(product), 0.02) then
          return false
        end
      end
      return rows == 7
    end },
  { en = "Up to three quarters of the capacity nearly nobody waits.",
    zh = "负载不到容量的四分之三，几乎没人等",
    program = "demos/little.lua",
    test = function(f)
      local idle = f.output:match("100/s +100/s +(%d+) ms")
      local busy = f.output:match("600/s +%d+/s +(%d+) ms")
      return busy - idle <= 2
    end },
  { en = "Each figure can be worked out by hand, from the narrowest place",
    zh = "每个数都能从最窄的那一处用笔算出来",
    program = "demos/optimised.lua",
    test = function(f)
      local t = rates(f.output)
      return near(t.plain.rate, 1 / 0.0048, 0.02)
        and near(t["gzip, pool held"].rate, 8 / 0.013, 0.02)
        and near(t["gzip, pool"].rate, 8 / 0.010, 0.02)
        and t["and a cache"].rate <= 1 / 0.00096
    end },
  { en = "changes nothing: whoever is through the database sooner only waits longer at the line",
    zh = "毫无变化：过数据库快了，不过是早点到线路那里排队",
    program = "demos/optimised.lua",
    test = function(f)
      local t = rates(f.output)
      return t.plain.rate == t["pool only"].rate
    end },
  { en = "only 279 come through", zh = "只过来 279 个",
    program = "demos/optimised.lua",
    test = function(f) return rates(f.output)["gzip only"].rate == 279 end },
  { en = "is worth a factor of 2.8 here", zh = "现在值 2.8 倍",
    program = "demos/optimised.lua",
    test = function(f)
      local t = rates(f.output)
      return near(t["gzip, pool"].rate / t["gzip only"].rate, 2.8, 0.02)
    end },
  { en = "184 queries for a thousand requests",
    zh = "一千个请求只问了 184 次数据库",
    program = "demos/optimised.lua",
    test = function(f) return rates(f.output)["and a cache"].queries == 184 end },
  { en = "Here it saves 14 queries.", zh = "在这里省下 14 次查询",
    program = "demos/optimised.lua",
    test = function(f)
      local t = rates(f.output)
      return t["and a cache"].queries - t["and one flight"].queries == 14
    end },
  { en = "The closed loop overlooked the worst second of the day",
    zh = "恰好错过了一天里最糟的一秒",
    program = "demos/two_generators.lua",
    test = function(f)
      return f.output:find("closed  819 requests,   1 slow", 1, true)
        and f.output:find("open    910 requests, 100 slow", 1, true)
    end },
  { en = "464 of 2,400 are served in time, all of them in the first half second",
    zh = "2400 个里有 464 个及时得到回答，全在头半秒",
    program = "demos/overload.lua",
    test = function(f)
      return f.output:find("take all +464 in time, 1936 too late")
        and f.output:find("take all[^\n]*\n +0 ms +464 #+\n +500 ms +0 \n")
    end },
  { en = "A wait of 200 ms at most does not help",
    zh = "等待限到 200 毫秒也没用",
    program = "demos/overload.lua", test = in_time("wait 200 ms at most", 464) },
  { en = "At most 100 ms: 1,680 in time.", zh = "限到 100 毫秒：1680 个及时。",
    program = "demos/overload.lua", test = in_time("wait 100 ms at most", 1680) },
  { en = "1,632 in time, and those who are refused hear it at once",
    zh = "1632 个及时，而被谢绝的当场就知道",
    program = "demos/overload.lua", test = in_time("40 in the house", 1632) },
}
