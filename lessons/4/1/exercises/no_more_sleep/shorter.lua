local page = shared({ text = "(empty)" }, "page")

go(function()
  page.text = "all is well"
end)
time.Sleep(time.Minute)
fmt.Println("the page says:", page.text)
