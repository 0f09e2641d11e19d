local risky = sync.OnceFunc(function() panic("once") end)
do
  local _, err = pcall(risky)
  fmt.Println("recovered:", err)
end
risky()
