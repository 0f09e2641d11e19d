for _, ctx in ipairs { context.Background(), context.TODO() } do
  local _, ok = ctx:Deadline()
  fmt.Println(ctx:Err(), ok, ctx:Value("k"), context.Cause(ctx))
  select { recv(ctx:Done(), function() print("done") end), default(function() print("not done") end) }
end
