-- What the text says in a sentence, and a program can show.
return {
  { en = "with three and two calls open",
    zh = "一只停在第三层，一只停在第二层",
    program = "demos/own_stack.lua",
    test = function(f)
      return f.output:find("left is 3 calls deep, right is 2", 1, true) ~= nil
    end },
  { en = "prints at each stop which stack it stands on, how deep, and where it will go on",
    zh = "它就打印现在站在哪条栈上、多深、接下来回到哪里",
    program = "demos/own_stack.lua", run = { "learn 2.2", "lesson 8" },
    says = "rip        just behind the switch in yield()" },
  { en = "after the jump the frame is the same, on the same stack",
    zh = "跳回来之后，还是同一条栈、同一个栈帧",
    program = "demos/own_stack.lua", run = { "learn 2.2", "lesson 8" },
    says = "the jump came back into the same frame" },
  { en = "stops everybody",
    zh = "大家就都得等着",
    program = "exercises/hog/starter.lua",
    test = function(f) return f.ends ~= "panic" end },
}
