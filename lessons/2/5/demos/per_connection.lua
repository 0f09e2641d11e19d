-- Six clients arrive together. Each wants an answer for which the server
-- computes 1 ms and waits 9 ms for a disk. One processor.
local ms = time.Millisecond

local function answer(reply)
  work(1 * ms)
  time.Sleep(9 * ms)
  reply:send(true)
end

local function one_after_another(listener)
  for reply in range(listener) do answer(reply) end
end

local function one_goroutine_each(listener)
  for reply in range(listener) do go(answer, reply) end
end

local function measure(name, server)
  local listener = chan(6, "listener")
  local clients = sync.WaitGroup("clients")
  local began, waited = time.Now(), {}
  go(server, listener)
  for i = 1, 6 do
    clients:Go(function()
      local reply = chan(1)
      listener:send(reply)
      reply:recv()
      waited[i] = time.Since(began) // ms
    end)
  end
  clients:Wait()
  close(listener)
  table.sort(waited)
  fmt.Printf("%-20s %s ms\n", name, table.concat(waited, " "))
end

measure("one after another", one_after_another)
measure("a goroutine each", one_goroutine_each)
