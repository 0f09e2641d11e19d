local ms = time.Millisecond

-- The database has hung up: whoever asks it gets no answer.
local function ask_database(page)
  local answer = chan(1, "answer")
  return answer
end

local function handle(ctx, page)
  local answer = ask_database(page)
  local text = answer:recv()
  return text
end

local ctx, cancel = context.WithTimeout(context.Background(), 50 * ms)
for _, page in ipairs({ "maps", "cats" }) do
  go(handle, ctx, page)
end
time.Sleep(200 * ms)
fmt.Println("still listening")
cancel()
