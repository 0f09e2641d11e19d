local ms = time.Millisecond
local function slow(ctx, d)
  local i = select { recv(time.After(d)), recv(ctx:Done()) }
  if i == 1 then return "finished", nil end
  return nil, ctx:Err()
end
for _, d in ipairs { 10 * ms, 300 * ms } do
  local ctx, cancel = context.WithTimeout(context.Background(), 100 * ms)
  local v, err = slow(ctx, d)
  fmt.Println(v, err, errors.Is(err, context.DeadlineExceeded))
  cancel()
end
