local c = chan(8)
for _, v in ipairs { 0, "", false, 2.5, "text" } do c:send(v) end
c:send(nil)
close(c)
for _ = 1, 7 do
  local v, ok = c:recv()
  fmt.Println(v, ok)
end
