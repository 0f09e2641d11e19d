-- A string in Go is two words: where the letters are, and how many.
local name = shared({ letters = "sun", length = 3 }, "name")
local done = sync.WaitGroup("done")

local function rename()
  name.letters = "cloud"
  name.length = 5
  done:Done()
end

done:Add(1)
go(rename)
local letters = name.letters
local length = name.length
done:Wait()
fmt.Println(length, "letters of", letters)
