-- A camera takes a picture every 10 ms; the album cannot keep up.
local ms = time.Millisecond
local album = chan(1, "album")
local done = chan(0, "done")
local kept, missed = 0, 0

go(function()
  for _ in range(album) do
    kept = kept + 1
    time.Sleep(35 * ms)
  end
  done:send(true)
end)

for picture = 1, 10 do
  select {
    send(album, picture),
    default(function() missed = missed + 1 end),
  }
  time.Sleep(10 * ms)
end
close(album)
done:recv()
fmt.Println("pictures kept:", kept, " missed:", missed)
