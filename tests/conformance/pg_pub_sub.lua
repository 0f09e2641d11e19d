local function Broker()
  local b = { mu = sync.RWMutex(), subs = {} }
  function b.subscribe(topic)
    local c = chan(10)
    b.mu:Lock()
    b.subs[topic] = b.subs[topic] or {}
    table.insert(b.subs[topic], c)
    b.mu:Unlock()
    return c
  end
  function b.publish(topic, v)
    b.mu:RLock()
    for _, c in ipairs(b.subs[topic] or {}) do c:send(v) end
    b.mu:RUnlock()
  end
  function b.close()
    b.mu:Lock()
    for _, list in pairs(b.subs) do
      for _, c in ipairs(list) do close(c) end
    end
    b.mu:Unlock()
  end
  return b
end
local b, wg, lines = Broker(), sync.WaitGroup(), chan(20)
for _, s in ipairs { { "ada", "news" }, { "bob", "news" }, { "cem", "sport" } } do
  local c = b.subscribe(s[2])
  wg:Go(function()
    for v in range(c) do lines:send(s[1] .. " got " .. v) end
  end)
end
b.publish("news", "first")
b.publish("sport", "goal")
b.publish("news", "second")
b.publish("weather", "nobody hears this")
b.close()
wg:Wait()
close(lines)
local all = {}
for s in range(lines) do all[#all + 1] = s end
table.sort(all)
for _, s in ipairs(all) do print(s) end
