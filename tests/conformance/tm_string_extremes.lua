for _, d in ipairs { -1, -1500, -time.Second, -90 * time.Minute, math.maxinteger, math.mininteger } do
  print(time.String(d))
end
