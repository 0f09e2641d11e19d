local ms = time.Millisecond
local mu, entries = sync.Mutex(), {}
local function set(k, v, ttl)
  mu:Lock()
  local e = { value = v }
  entries[k] = e
  mu:Unlock()
  time.AfterFunc(ttl, function()
    mu:Lock()
    if entries[k] == e then entries[k] = nil end
    mu:Unlock()
  end)
end
local function get(k)
  mu:Lock()
  local e = entries[k]
  mu:Unlock()
  return e and e.value
end
set("short", 1, 50 * ms)
set("long", 2, 250 * ms)
set("renewed", 3, 50 * ms)
set("renewed", 4, 250 * ms)
fmt.Println(get("short"), get("long"), get("renewed"), get("none"))
time.Sleep(150 * ms)
fmt.Println(get("short"), get("long"), get("renewed"))
time.Sleep(200 * ms)
fmt.Println(get("short"), get("long"), get("renewed"))
