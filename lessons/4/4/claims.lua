-- What the text says in a sentence, and a program can show.

-- The rates of four_maps: t["one lock"][16], and .key with all at one key.
local function rates(output)
  local t, map = {}, nil
  for line in output:gmatch("[^\n]+") do
    local n, rate = line:match("^ *(%d+) goroutines +([%d.]+)")
    local key = line:match("at one key +([%d.]+)")
    if n then
      map[tonumber(n)] = tonumber(rate)
    elseif key then
      map.key = tonumber(key)
    else
      map = {}
      t[#t + 1] = map
    end
  end
  return t -- one lock, stripes, growing, CAS
end

local function between(x, low, high) return x >= low and x <= high end

local function maps(en, zh, test)
  return { en = en, zh = zh, program = "demos/four_maps.lua",
    options = { procs = 16 },
    test = function(f) return test(rates(f.output)) end }
end

-- additions and ns of the sum, by cells and goroutines
local function cells(output)
  local t, now = {}, nil
  for line in output:gmatch("[^\n]+") do
    local n, ns, rate =
      line:match("^ *(%d+) goroutines +sum: +(%d+) ns +(%d+)")
    if n then
      now[tonumber(n)] = { ns = tonumber(ns), rate = tonumber(rate) }
    else
      now = {}
      t[tonumber(line:match("%d+"))] = now
    end
  end
  return t
end

local function gets(output)
  local t = {}
  for load, ns in output:gmatch("([%d.]+) +%d+ +(%d+)  #") do
    t[tonumber(load)] = tonumber(ns)
  end
  return t
end

return {
  maps("With **one lock**, sixteen goroutines do no more than one.",
    "**一把锁**：十六个 goroutine 干的活，不比一个多。",
    function(t) return between(t[1][16] / t[1][1], 0.8, 1.2) end),
  maps("With **16 stripes** they do about four times as much.",
    "**十六段**：大约是四倍。",
    function(t) return between(t[2][16] / t[2][1], 3.3, 4.9) end),
  maps("The same map **growing** from 16 buckets reaches about two thirds of that.",
    "同样的 map，从 16 个桶开始**一路扩容**：只有上面的三分之二左右。",
    function(t) return between(t[3][16] / t[2][16], 0.55, 0.8) end),
  maps("With **CAS and bucket locks** they do about ten times as much.",
    "**CAS 加桶锁**：大约是十倍。",
    function(t) return between(t[4][16] / t[4][1], 8.5, 12) end),
  maps("And if all sixteen want the **same key**, stripes help nobody.",
    "要是十六个人都要**同一个键**，分段谁也帮不了。",
    function(t) return between(t[2].key / t[1].key, 0.8, 1.2) end),
  { en = "up to about one it hardly matters, at eight a look-up takes more than twice as long as at one",
    zh = "到 1 为止都没什么要紧，到了 8，查一次的时间就是 1 的时候的两倍多",
    program = "demos/long_chains.lua",
    test = function(f)
      local t = gets(f.output)
      return t[1] / t[0.25] < 1.3 and t[8] / t[1] > 2
    end },
  { en = "With one cell sixteen goroutines add no faster than one does; with 16 cells more than eight times as fast, and asking costs five times what it costs with four.",
    zh = "只有一格时，十六个 goroutine 加得不比一个快；有 16 格时快八倍多，不过问一次的价钱是 4 格时的五倍。",
    program = "demos/many_cells.lua", options = { procs = 16 },
    test = function(f)
      local t = cells(f.output)
      return t[1][16].rate <= t[1][1].rate and
        t[16][16].rate > 8 * t[16][1].rate and
        between(t[16][16].ns / t[4][16].ns, 4.5, 5.5)
    end },
}
