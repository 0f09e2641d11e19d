-- A yield, and a lock that only one side takes.
local page = shared({ text = "(empty)" }, "page")
local mu = sync.Mutex("mu")

go(function()
  page.text = "all is well"
end)
runtime.Gosched()
mu:Lock()
local text = page.text
mu:Unlock()
fmt.Println("the page says:", text)
