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
  { en = "From one goroutine to sixteen, the map with one lock stays where it is; 16 stripes do about four times as much, and little more than half of that while the map has to grow; CAS and bucket locks do eight to ten times as much.",
    zh = "goroutine 从一个加到十六个，一把锁的原地不动；分十六段的做到四倍左右，如果还得一路扩容，就只有它的一半多一点；CAS 加桶锁的做到八到十倍。",
    program = "demos/four_maps.lua", options = { procs = 16 },
    test = function(f)
      local one, stripes, growing, cas = table.unpack(rates(f.output))
      return between(one[16] / one[1], 0.8, 1.2) and
        between(stripes[16] / stripes[1], 3.3, 4.9) and
        between(growing[16] / stripes[16], 0.5, 0.7) and
        between(cas[16] / cas[1], 7.5, 11) and
        between(stripes.key / one.key, 0.8, 1.2) -- at one key
    end },
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
