local g, stop = errgroup.New(), chan()
g:SetLimit(2)
local function wait()
  stop:recv()
  return nil
end
fmt.Println(g:TryGo(wait), g:TryGo(wait), g:TryGo(wait))
close(stop)
fmt.Println(g:Wait())
fmt.Println(g:TryGo(function() return errors.New("tried") end), g:Wait())
