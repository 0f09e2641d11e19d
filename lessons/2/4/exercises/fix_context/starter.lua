local function look_for(shelves)
  local ctx = context.WithCancel(context.Background())
  local found = chan(0, "found")
  for _, shelf in ipairs(shelves) do
    go(function()
      select { send(found, shelf), recv(ctx:Done()) }
    end)
  end
  return (found:recv())
end

fmt.Println("found in", look_for({ "history", "poetry" }))
