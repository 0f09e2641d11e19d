-- The message is sent before the work is done.
local page = shared({ text = "(empty)" }, "page")
local written = chan(0, "written")

go(function()
  close(written)
  page.text = "all is well"
end)
written:recv()
fmt.Println("the page says:", page.text)
