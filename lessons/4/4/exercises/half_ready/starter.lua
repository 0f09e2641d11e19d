local bucket = atomic.Value()
local done = sync.WaitGroup("done")

local function put()
  local node = shared({ key = "tea", price = 0 }, "node")
  bucket:CompareAndSwap(nil, node)
  node.price = 7
  done:Done()
end

local function get()
  local node = bucket:Load()
  if node == nil then
    fmt.Println("no tea")
  else
    fmt.Println("tea costs", node.price)
  end
  done:Done()
end

done:Add(2)
go(put)
go(get)
done:Wait()
