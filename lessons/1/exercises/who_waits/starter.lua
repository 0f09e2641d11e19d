go(function()
  fmt.Println("the goroutine was here")
end)
fmt.Println("main was here")
