local page = shared({ text = "(empty)" }, "page")
local written = chan(0, "written")

go(function()
  page.text = "all is well"
  close(written)
end)
written:recv()
fmt.Println("the page says:", page.text)
