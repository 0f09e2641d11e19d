for _, d in ipairs { 0, -1, -time.Hour } do
  select {
    recv(time.After(d), function() print("timer") end),
    default(function() print("default") end),
  }
end
select {
  recv(time.After(time.Hour), function() print("timer") end),
  default(function() print("default") end),
}
