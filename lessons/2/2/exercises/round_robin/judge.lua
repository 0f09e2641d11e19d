fmt.Println("--")
run({})
run({
  counter("x", 1),
  counter("y", 1),
  function() fmt.Println("in one go") end,
  counter("z", 2),
})
run({
  function() fmt.Println("short") end,
  counter("p", 2),
  counter("q", 2),
})
