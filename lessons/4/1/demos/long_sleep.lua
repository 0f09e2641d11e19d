-- Main sleeps for a second. The goroutine needs a moment only.
local page = shared({ text = "(empty)" }, "page")

go(function()
  page.text = "all is well"
end)
time.Sleep(time.Second)
fmt.Println("the page says:", page.text)
