-- The same page. The picture may be put down even if nobody fetches it.
local function load_page(text)
  local picture = chan(1, "picture")
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
