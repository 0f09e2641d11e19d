local egg = time.NewTimer(5 * time.Minute)

local function wait_for_ring()
  egg.C:recv()
  fmt.Println("ring!")
end

go(wait_for_ring)
egg:Stop()
fmt.Println("breakfast")
