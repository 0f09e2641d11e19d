-- What the text says in a sentence, and a program can show.
return {
  { en = "drive a program into that hole",
    zh = "把程序赶进这个坑里",
    program = "exercises/add_inside/starter.lua", explore = true,
    test = function(f)
      local n = 0
      for _ in pairs(f.all.outputs) do n = n + 1 end
      return n > 1
    end },
  { en = "one forgotten exit",
    zh = "漏掉一个",
    program = "exercises/forgotten_done/starter.lua",
    test = function(f) return f.ends == "deadlock" end },
  { en = "it *knows* at the end that nobody is on duty any more",
    zh = "最后才能**确定**没有人还在值班",
    program = "demos/cancelled.lua", explore = true,
    test = function(f) return f.left == 0 and f.all.ends.leak == nil end },
  { en = "burns a whole P",
    zh = "白白烧掉一个 P",
    program = "demos/burning.lua",
    test = function(f)
      return f.output ==
        "with default thousands of times\nwithout      once\n"
    end },
}
