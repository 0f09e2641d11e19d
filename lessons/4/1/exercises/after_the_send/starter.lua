local recipe = shared({ salt = 1, sugar = 1 }, "recipe")
local post = chan(1, "post")
local read = chan(0, "read")

go(function()
  post:recv()
  fmt.Println("salt:", recipe.salt)
  fmt.Println("sugar:", recipe.sugar)
  close(read)
end)

recipe.salt = 2
post:send("it is ready")
recipe.sugar = 3
read:recv()
fmt.Println("the cook has read it")
