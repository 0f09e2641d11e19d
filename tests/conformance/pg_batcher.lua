local ms = time.Millisecond
local inp, out = chan(), chan()
go(function()
  local batch, timer = {}, nil
  local function flush()
    if #batch > 0 then out:send(batch) end
    batch, timer = {}, nil
  end
  while true do
    local i, v, ok = select { recv(inp), recv(timer) }
    if i == 2 then
      flush()
    elseif not ok then
      flush()
      return close(out)
    else
      batch[#batch + 1] = v
      timer = timer or time.After(60 * ms)
      if #batch == 4 then flush() end
    end
  end
end)
go(function()
  for i = 1, 10 do inp:send(i) end
  time.Sleep(150 * ms)
  inp:send(11)
  close(inp)
end)
for batch in range(out) do fmt.Println(batch) end
