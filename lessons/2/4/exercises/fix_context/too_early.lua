local function look_for(shelves)
  local ctx, cancel = context.WithCancel(context.Background())
  local found = chan(0, "found")
  local looking = sync.WaitGroup("looking")
  for _, shelf in ipairs(shelves) do
    looking:Add(1)
    go(function()
      local _ <close> = defer(looking.Done, looking)
      select { send(found, shelf), recv(ctx:Done()) }
    end)
  end
  cancel()
  local shelf = found:recv()
  looking:Wait()
  return shelf
end

fmt.Println("found in", look_for({ "history", "poetry" }))
