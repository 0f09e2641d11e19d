local rows = { { "alpha", 1, 0.5 }, { "beta", 22, 12.25 }, { "gamma", 333, 100.125 } }
for i, r in ipairs(rows) do
  local s = fmt.Sprintf("%-8s|%4d|%8.2f|%02d", r[1], r[2], r[3], i)
  fmt.Printf("%s (%d)\n", s, #s)
end
print(fmt.Sprintf("") == "", fmt.Sprintf("%s%s", "a", "b"))
