-- The reader takes the words in the other order.
local name = shared({ letters = "sun", length = 3 }, "name")
local done = sync.WaitGroup("done")

local function rename()
  name.length = 5
  name.letters = "cloud"
  done:Done()
end

done:Add(1)
go(rename)
done:Wait()
local letters = name.letters
local length = name.length
fmt.Println(length, "letters of", letters)
