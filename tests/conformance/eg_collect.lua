local g = errgroup.New()
local squares = {}
for i = 1, 8 do
  g:Go(function()
    squares[i] = i * i
    return nil
  end)
end
fmt.Println(g:Wait())
fmt.Println(squares)
