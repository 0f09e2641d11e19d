local function look_for(shelves)
  local ctx, cancel = context.WithCancel(context.Background())
  local found = chan(0, "found")
  for _, shelf in ipairs(shelves) do
    go(function()
      select { send(found, shelf), recv(ctx:Done()) }
    end)
  end
  local shelf = found:recv()
  cancel()
  time.Sleep(time.Millisecond)
  return shelf
end

fmt.Println("found in", look_for({ "history", "poetry" }))
