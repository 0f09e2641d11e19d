local t = time.Now() + 50 * time.Millisecond
local ctx, cancel = context.WithDeadline(context.Background(), t)
local d, ok = ctx:Deadline()
fmt.Println(d == t, ok)
ctx:Done():recv()
fmt.Println(time.Now() >= t, ctx:Err())
cancel()
