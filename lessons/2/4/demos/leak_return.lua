-- A page needs a text and a picture. Without a text it is given up.
local function load_page(text)
  local picture = chan(0, "picture")
  go(function()
    picture:send("a cat")
  end)
  if text == nil then
    return "no page"
  end
  return text .. ", with " .. picture:recv()
end

fmt.Println(load_page("How to feed it"))
fmt.Println(load_page(nil))
time.Sleep(time.Millisecond)
