local words = sync.Map()
local done = sync.WaitGroup("done")

local function count(word)
  local n = words:LoadOrStore(word, 0)
  words:Store(word, n + 1)
  done:Done()
end

done:Add(2)
go(count, "tea")
go(count, "tea")
done:Wait()
fmt.Println("tea", (words:Load("tea")))
