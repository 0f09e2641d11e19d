-- What the text says in a sentence, and a program can show.
local function outputs(f)
  local n = 0
  for _ in pairs(f.all.outputs) do n = n + 1 end
  return n
end

local function clean(f)
  return f.all.complete and f.all.ends.race == nil and
    f.all.ends.returns == f.all.executions
end

local function always_races(f)
  return f.all.complete and f.all.ends.race == f.all.executions
end

return {
  { en = "nobody ever opens an empty box",
    zh = "从来没有谁打开过空信箱",
    program = "demos/flag_up.lua", explore = true,
    test = function(f)
      return outputs(f) == 2 and f.all.outputs["no letter yet\n"] and
        f.all.outputs["the letter says: see you at eight\n"]
    end },
  { en = "And still the search reports two data races",
    zh = "搜索照样报告了数据竞争，旗上一处，信上一处",
    program = "demos/flag_up.lua", run = { "explore" },
    says = "writes box.letter, goroutine 1 reads it" },
  { en = "the letter stays a plain field and the race is gone from both",
    zh = "信还是普通字段，两处竞争就都没了",
    program = "demos/flag_up_fixed.lua", explore = true, test = clean },
  { en = "sends one plain cell through seven pairs of hands",
    zh = "让一个普通单元经过七双手",
    program = "demos/bridges.lua", explore = true,
    test = function(f)
      return clean(f) and f.output:find("home, after 7\n", 1, true)
    end },
  { en = "the meter they both turn has a race on every schedule",
    zh = "他们都要拨的那个计数器，每一种调度上都有竞争",
    program = "demos/gate.lua", explore = true,
    test = function(f)
      local lost = f.all.outputs["visitors: 1\n"] / f.all.executions
      return always_races(f) and lost > 0.4 and lost < 0.5
    end },
  { en = "there is none, for the second send has to wait for the first receive",
    zh = "就没有，因为第二次发送必须等第一次接收",
    program = "demos/gate_fixed.lua", explore = true, test = clean },
  { en = "by the clock everything is settled",
    zh = "照钟表看，早就尘埃落定",
    program = "demos/long_sleep.lua", explore = true,
    test = function(f)
      return f.output == "the page says: all is well\n" and
        f.time >= 1000000000 and f.all.ends.race
    end },
  { en = "every schedule has the race, and this is how it is reported",
    zh = "每一种调度都有竞争，报告是这个样子",
    program = "demos/price_tag.lua", explore = true, test = always_races },
  { en = "the race is gone on every schedule",
    zh = "任何调度就都没有竞争了",
    program = "demos/price_tag_fixed.lua", explore = true, test = clean },
  { en = "the customer may still find 0",
    zh = "顾客读到的仍然可能是 0",
    program = "demos/price_tag_fixed.lua", explore = true,
    test = function(f)
      return outputs(f) == 2 and f.all.outputs["it costs 0\n"] and
        f.all.outputs["it costs 30\n"]
    end },
  { en = "is put into the kitchen and lit afterwards",
    zh = "先摆进厨房，后点火",
    program = "demos/half_built.lua", explore = true,
    test = function(f)
      return f.all.outputs["a stove, at 0 degrees\n"] and f.all.ends.race
    end },
  { en = "by something that orders. With plain fields",
    zh = "而且要用管先后的东西公开",
    program = "demos/half_built_fixed.lua", explore = true,
    test = function(f)
      return clean(f) and not f.all.outputs["a stove, at 0 degrees\n"]
    end },
  { en = "every cook gets a hot stove, in every output, and every schedule has a race",
    zh = "每一种输出里，厨师拿到的都是热炉子；每一种调度上，都有竞争",
    program = "demos/two_checks.lua", explore = true,
    test = function(f)
      for text in pairs(f.all.outputs) do
        if text:gsub("200", "") ~= "soup at \nbread at \n" and
          text:gsub("200", "") ~= "bread at \nsoup at \n" then
          return false
        end
      end
      return always_races(f)
    end },
  { en = "is the same idea with the first look made atomic",
    zh = "是同一个主意，只是第一眼换成了原子的",
    program = "demos/two_checks_fixed.lua", explore = true, test = clean },
  { en = "In steps somebody is last, and the last one finds something.",
    zh = "一步一步地走，总有人最后，最后的人总能找到。",
    program = "demos/two_notes.lua", explore = true,
    test = function(f)
      return f.all.complete and outputs(f) == 3 and
        not f.all.outputs["Ann finds 0 and Bob finds 0\n"]
    end },
  { en = "On 18 of 80 paths it ends so.",
    zh = "80 条路径里有 18 条是这样收场的。",
    program = "demos/two_notes.lua", run = { "litmus SB" },
    says = "exists a=0 b=0: on 18 of 80 paths" },
  { en = "with one on each side the fourth outcome is gone",
    zh = "两边都加，第四种结果就没了",
    program = "demos/two_notes.lua", run = { "litmus SB+fences" },
    says = "exists a=0 b=0: never" },
  { en = "with one on only one side it is not",
    zh = "只加一边还不够",
    program = "demos/two_notes.lua", run = { "litmus SB+fence" },
    says = "<-- impossible by interleaving alone" },
  { en = "`litmus MP view step` shows the path.",
    zh = "`litmus MP view step` 会走给你看。",
    program = "demos/two_notes.lua", run = { "litmus MP view step" },
    says = "reads x=0 (old value)" },
  { en = "`litmus IRIW view` has paths where each watcher is right.",
    zh = "`litmus IRIW view` 里有些路径上，两个证人都没说错。",
    program = "demos/two_notes.lua", run = { "litmus IRIW view" },
    says = "exists a=1 b=0 c=1 d=0: on 20 of 974 paths" },
  { en = "On `tso` there is none.",
    zh = "`tso` 上则一条也没有。",
    program = "demos/two_notes.lua", run = { "litmus IRIW tso" },
    says = "exists a=1 b=0 c=1 d=0: never" },
  { en = "The search proves it correct on every schedule, and finds a race on each of its cells.",
    zh = "搜索证明它在每一种调度上都对，又在它的每个单元上都发现了竞争。",
    program = "demos/peterson.lua", explore = true,
    test = function(f)
      return always_races(f) and outputs(f) == 1 and not f.all.ends.check and
        not f.all.ends.panic
    end },
  { en = "Made of atomics",
    zh = "换成原子操作",
    program = "demos/peterson_fixed.lua", explore = true, test = clean },
  { en = "gets the line `sc`, on every processor",
    zh = "你得到的就是 `sc` 那一行，哪种处理器都一样",
    program = "demos/peterson_fixed.lua", run = { "litmus Peterson+sc view" },
    says = "exists in0=1 in1=1: never" },
}
