-- Nothing left to luck: the counter waits for the saver.
local jar = shared({ coins = 0 }, "jar")
local saved = chan(0, "saved")
local done = sync.WaitGroup("done")

local function saver()
  jar.coins = 5
  close(saved)
  done:Done()
end

local function counter()
  saved:recv()
  fmt.Println("coins:", jar.coins)
  done:Done()
end

done:Add(2)
go(saver)
go(counter)
done:Wait()
