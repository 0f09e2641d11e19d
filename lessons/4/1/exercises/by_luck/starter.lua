local jar = shared({ coins = 0 }, "jar")
local mu = sync.Mutex("mu")
local done = sync.WaitGroup("done")

local function saver()
  jar.coins = 5
  mu:Lock()
  mu:Unlock()
  done:Done()
end

local function counter()
  mu:Lock()
  mu:Unlock()
  fmt.Println("coins:", jar.coins)
  done:Done()
end

done:Add(2)
go(saver)
go(counter)
done:Wait()
