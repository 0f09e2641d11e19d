local n = 0
for _ = 1, 5 do
  select { default(function() n = n + 1 end) }
end
print(n)
