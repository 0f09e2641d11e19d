local house, stop_house = context.WithCancel(context.Background())
local kitchen, stop_kitchen = context.WithCancel(house)
local garden, stop_garden = context.WithCancel(house)
local oven = context.WithValue(kitchen, "degrees", 180)

stop_house()

fmt.Println("house", house:Err() or "goes on")
fmt.Println("kitchen", kitchen:Err() or "goes on")
fmt.Println("garden", garden:Err() or "goes on")
fmt.Println("oven", oven:Err() or "goes on")
stop_garden()
stop_house()
