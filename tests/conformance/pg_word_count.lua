local texts = {
  "the quick brown fox jumps over the lazy dog",
  "the dog barks and the fox runs",
  "a quick dog is a happy dog",
  "over and over the fox jumps",
}
local parts = chan()
local wg = sync.WaitGroup()
for _, text in ipairs(texts) do
  wg:Go(function()
    local count = {}
    for word in text:gmatch("%a+") do count[word] = (count[word] or 0) + 1 end
    parts:send(count)
  end)
end
go(function()
  wg:Wait()
  close(parts)
end)
local total = {}
for count in range(parts) do
  for word, n in pairs(count) do total[word] = (total[word] or 0) + n end
end
fmt.Println(total)
