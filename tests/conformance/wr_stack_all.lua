local mu, rw, held, wg, once = sync.Mutex(), sync.RWMutex(), sync.RWMutex(), sync.WaitGroup(), sync.Once()
local cond = sync.Cond(sync.Mutex())
mu:Lock()
rw:Lock()
held:RLock()
wg:Add(1)
local full, empty = chan(1), chan()
full:send(1)
local blocks = {
  function() empty:recv() end,
  function() for _ in range(empty) do end end,
  function() full:send(2) end,
  function() nilchan:recv() end,
  function() nilchan:send(1) end,
  function() select { recv(empty), send(full, 1) } end,
  function() select { recv(nil), recv(nilchan) } end,
  function() select {} end,
  function() time.Sleep(time.Hour) end,
  function() mu:Lock() end,
  function() rw:RLock() end,
  function() held:Lock() end,
  function() wg:Wait() end,
  function() cond.L:Lock() cond:Wait() end,
  function() time.After(time.Hour):recv() end,
  function() once:Do(function() time.Sleep(time.Hour) end) end,
}
for _, f in ipairs(blocks) do go(f) end
time.Sleep(50 * time.Millisecond)
go(function() once:Do(print) end)
go(function() held:Lock() end)
time.Sleep(50 * time.Millisecond)
local text = runtime.Stack(true)
local words = {
  "running", "chan receive", "chan send", "chan receive (nil chan)", "chan send (nil chan)", "select",
  "select (no cases)", "sleep", "sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock",
  "sync.WaitGroup.Wait", "sync.Cond.Wait",
}
for _, word in ipairs(words) do
  local n, at = 0, 1
  while true do
    local s = text:find(" [" .. word .. "]:\n", at, true)
    if not s then break end
    n, at = n + 1, s + 1
  end
  print(n, word)
end
