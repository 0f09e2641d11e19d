local values = { 42, 2.5, true, "text", errors.New("an error") }
for _, v in ipairs(values) do
  local ok, got = pcall(panic, v)
  fmt.Println(ok, got, got == v)
end
print("still here")
