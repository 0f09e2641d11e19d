/*
 * test_golibs.c - the libraries written in Lua, running in worlds.
 *
 * Their everyday use is compared with Go by the conformance cases; here are
 * their corners, and their locking under preemption with four Ps.
 */
#include "script_fixture.h"

#include "lua/embedded.h"
#include "lua/lua.h"

static struct output out;

/* Run text under seed and compare what it printed. */
static struct world *
run(const char *text, uint64_t seed, int procs)
{
    struct gopark_opts o = script_opts(text, &out);
    o.seed = seed;
    o.procs = procs;
    struct world *w = script_open(&o);
    script_go(w, UINT64_MAX);
    return w;
}

static void
expect(const char *text, const char *expected)
{
    struct world *w = run(text, 1, 1);
    ck_assert_str_eq(out.text, expected);
    world_close(w);
}

/* The same under several seeds and on four Ps. */
static void
expect_always(const char *text, const char *expected)
{
    for (uint64_t seed = 1; seed <= 12; seed++) {
        struct world *w = run(text, seed, 4);
        ck_assert_msg(strcmp(out.text, expected) == 0,
                      "seed %d prints:\n%s\nin place of:\n%s", (int)seed,
                      out.text, expected);
        world_close(w);
    }
}

/* --- context ------------------------------------------------------------------ */

START_TEST(contexts_have_gos_names)
{
    expect("local bg = context.Background()\n"
           "local c = context.WithCancel(context.WithValue(bg, 'k', 1))\n"
           "local d = context.WithDeadline(context.TODO(), 90 * time.Second)\n"
           "print(bg) print(context.TODO()) print(c)\n"
           "print((tostring(d):gsub('%[.*%]', '[]')))\n"
           "print(context.WithoutCancel(c))\n"
           "print(context.WithValue(bg, 7, 'v'))\n",
           "context.Background\ncontext.TODO\n"
           "context.Background.WithValue(k, int).WithCancel\n"
           "context.TODO.WithDeadline(1m30s [])\n"
           "context.Background.WithValue(k, int).WithCancel.WithoutCancel\n"
           "context.Background.WithValue(int, v)\n");
}
END_TEST

START_TEST(done_channels_are_closed_by_their_context_only)
{
    expect("local ctx, cancel = context.WithCancel(context.Background())\n"
           "local done = ctx:Done()\n"
           "print(pcall(close, done))\n"
           "print(pcall(done.send, done, 1))\n"
           "print(ctx:Err(), ctx:Done() == done)\n"
           "cancel()\n"
           "print(done:recv())\n"
           "print((pcall(close, done)))\n"
           "print(ctx:Err())\n"
           "local never, stop = context.WithCancel(context.Background())\n"
           "stop()\n"
           "print(never:Done():recv())\n"
           "print((pcall(close, never:Done())))\n",
           "false\tinvalid operation: cannot close receive-only channel\n"
           "false\tinvalid operation: cannot send to receive-only "
           "channel\n"
           "nil\ttrue\nnil\tfalse\nfalse\ncontext canceled\nnil\tfalse\n"
           "false\n");
}
END_TEST

START_TEST(a_defer_that_nobody_keeps_is_an_error)
{
    expect("print(pcall(function() defer(print, 1) print('not here') end))\n"
           "print(pcall(function() local _ <close> = defer(print, 2) end))\n"
           "print(type(defer(print, 3)))\n",
           "false\ttest.lua:1: defer: nothing would call it; write "
           "'local _ <close> = defer(f, ...)'\n"
           "2\ntrue\ntable\n");
}
END_TEST

START_TEST(a_timeout_has_its_own_kind_of_error)
{
    expect("local ctx, cancel = context.WithTimeout(context.Background(), 0)\n"
           "local e = ctx:Err()\n"
           "print(e, e:Timeout(), fmt.Sprintf('%T', e))\n"
           "cancel()\n"
           "print(ctx:Err() == context.DeadlineExceeded)\n"
           "local why = errors.New('too slow')\n"
           "local c2 = context.WithTimeoutCause(ctx, time.Hour, why)\n"
           "print(c2:Err(), context.Cause(c2))\n"
           "local c3, stop3 = context.WithTimeoutCause(context.Background(), "
           "1, why)\n"
           "c3:Done():recv()\n"
           "print(c3:Err(), context.Cause(c3))\n"
           "local c4, stop4 = context.WithTimeoutCause(context.Background(), "
           "time.Hour, why)\n"
           "stop4()\n"
           "print(c4:Err(), context.Cause(c4))\n",
           "context deadline exceeded\ttrue\tcontext.deadlineExceededError\n"
           "true\n"
           "context deadline exceeded\tcontext deadline exceeded\n"
           "context deadline exceeded\ttoo slow\n"
           "context canceled\tcontext canceled\n");
}
END_TEST

/* Whatever has been asked for before: a tree of contexts, some of them with a
 * Done channel that somebody has, or a function, against what CTX-4 to CTX-9
 * say of each. */
START_TEST(a_context_ends_with_the_first_above_it_that_does)
{
    expect_always(
           "local rand = math.random\n"
           "local function bare(parent)\n"
           "  local ctx, cancel = context.WithCancelCause(parent.ctx)\n"
           "  local n = { ctx = ctx, cancel = cancel, parent = parent,\n"
           "    err = parent.err, cause = parent.cause, kids = {} }\n"
           "  if parent.kids then table.insert(parent.kids, n) end\n"
           "  return n\n"
           "end\n"
           "local function finish(n, cause)\n"
           "  if n.err then return end\n"
           "  n.err, n.cause = context.Canceled, cause or context.Canceled\n"
           "  if n.fires == true then n.fires = 'yes' end\n"
           "  for _, k in ipairs(n.kids) do finish(k, n.cause) end\n"
           "end\n"
           "local function same(n)\n"
           "  if n.done then\n"
           "    local i = select { recv(n.done), default() }\n"
           "    if (i == 1) ~= (n.err ~= nil) then panic('Done') end\n"
           "  end\n"
           "  if rand(2) == 1 and n.ctx:Err() ~= n.err then panic('Err') end\n"
           "  if context.Cause(n.ctx) ~= n.cause then panic('Cause') end\n"
           "  if n.fires ~= nil and (n.ran or false) ~= (n.fires == 'yes') then\n"
           "    panic('AfterFunc') end\n"
           "end\n"
           "for round = 1, 30 do\n"
           "  local all = { bare { ctx = context.Background() } }\n"
           "  for step = 1, 60 do\n"
           "    local n, what = all[rand(rand(2) == 1 and #all or 1)], rand(8)\n"
           "    if what <= 3 then\n"
           "      all[#all + 1] = bare(n)\n"
           "    elseif what == 4 then\n"
           "      all[#all + 1] = bare { ctx = context.WithValue(n.ctx, 1, 2),\n"
           "        kids = n.kids, err = n.err, cause = n.cause }\n"
           "    elseif what == 5 then\n"
           "      n = all[rand(#all)]\n"
           "      n.done = n.ctx:Done()\n"
           "    elseif what == 6 and n.fires == nil then\n"
           "      n.fires = n.err and 'yes' or true\n"
           "      n.stop = context.AfterFunc(n.ctx, function() n.ran = true end)\n"
           "    elseif what == 7 and n.stop and rand(2) == 1 then\n"
           "      if n.stop() ~= (n.fires == true) then panic('stop') end\n"
           "      if n.fires == true then n.fires = false end\n"
           "    elseif what == 8 and (n ~= all[1] or rand(9) == 1) then\n"
           "      local cause = rand(2) == 1 and errors.New('why') or nil\n"
           "      n.cancel(cause)\n"
           "      finish(n, cause)\n"
           "    end\n"
           "    if step == 60 then all[1].cancel() finish(all[1]) end\n"
           "    time.Sleep(1000)\n"
           "    for _, m in ipairs(all) do same(m) end\n"
           "  end\n"
           "end\n"
           "print('ok')\n",
           "ok\n");
}
END_TEST

START_TEST(deadlines_are_inherited)
{
    expect("local bg = context.Background()\n"
           "print(bg:Deadline())\n"
           "local far = context.WithDeadline(bg, 100)\n"
           "local near = context.WithDeadline(far, 5)\n"
           "local later = context.WithDeadline(far, 1000)\n"
           "print((far:Deadline()), (near:Deadline()), (later:Deadline()))\n"
           "print(context.WithValue(near, 1, 2):Deadline())\n"
           "print(context.WithoutCancel(near):Deadline())\n"
           "print((context.WithTimeout(bg, math.maxinteger):Deadline()) == "
           "math.maxinteger)\n",
           "0\tfalse\n100\t5\t100\n5\ttrue\n0\tfalse\ntrue\n");
}
END_TEST

START_TEST(misuse_of_contexts_has_gos_words)
{
    expect("print(pcall(context.WithCancel, nil))\n"
           "print(pcall(context.WithTimeout, nil, 1))\n"
           "print(pcall(context.WithValue, context.Background(), nil, 1))\n"
           "print(pcall(context.WithValue, nil, 1, 1))\n"
           "print(pcall(context.AfterFunc, nil, print))\n"
           "print(select(2, pcall(function() "
           "local c = context.WithCancel('x') return c end)))\n"
           "print(select(2, pcall(function() local c = "
           "context.WithTimeout(context.Background(), 'x') return c end)))\n"
           "print(select(2, pcall(function() "
           "local c = context.WithCancel({}) return c end)))\n"
           "print(select(2, pcall(function() "
           "local s = context.AfterFunc(context.Background()) return s end)))\n"
           "print(select(2, pcall(function() "
           "local e = context.Cause() return e end)))\n",
           "false\tcannot create context from nil parent\n"
           "false\tcannot create context from nil parent\n"
           "false\tnil key\n"
           "false\tcannot create context from nil parent\n"
           "false\tcannot create context from nil parent\n"
           "test.lua:6: bad argument #1 to 'WithCancel' (context expected, got "
           "string)\n"
           "test.lua:7: bad argument #2 to 'WithTimeout' (number expected, got "
           "string)\n"
           "test.lua:8: bad argument #1 to 'WithCancel' (context expected, got "
           "table)\n"
           "test.lua:9: bad argument #2 to 'AfterFunc' (function expected, got "
           "nil)\n"
           "test.lua:10: bad argument #1 to 'Cause' (context expected, got "
           "nil)\n");
}
END_TEST

/* A context that the script has made itself: a table with the four methods. */
START_TEST(contexts_of_a_scripts_own_work_as_parents)
{
    expect("local done, err = chan(), nil\n"
           "local own = { Done = function() return done end,\n"
           "  Err = function() return err end,\n"
           "  Deadline = function() return 77, true end,\n"
           "  Value = function(_, k) return 'own ' .. k end }\n"
           "local v = context.WithValue(own, 'a', 1)\n"
           "local c, cancel = context.WithCancel(v)\n"
           "local d = context.WithCancel(own)\n"
           "print(c:Value('a'), c:Value('b'), c:Deadline())\n"
           "print(c:Err(), d:Err())\n"
           "err = 'ended'\n"
           "close(done)\n"
           "c:Done():recv() d:Done():recv()\n"
           "print(c:Err(), d:Err(), context.Cause(c), context.Cause(v))\n"
           "local e = context.WithCancel(own)\n"
           "print(e:Err())\n",
           "1\town b\t77\ttrue\nnil\tnil\nended\tended\tended\tended\nended\n");
}
END_TEST

START_TEST(the_search_for_leaks_sees_who_can_end_a_context)
{
    static const char text[] =
        "keep = {}\n"
        "do\n"
        "  local a = context.WithCancel(context.Background())\n"
        "  local b, cancel_b = context.WithCancel(context.Background())\n"
        "  local under_b = context.WithCancel(b)\n"
        "  local c = context.WithTimeout(context.Background(), time.Hour)\n"
        "  keep = { a, cancel_b, under_b, c,\n"
        "    a = a:Done(), b = b:Done(), u = under_b:Done(), c = c:Done() }\n"
        "end\n"
        "while true do time.Sleep(1000) end\n";
    struct gopark_opts o = script_opts(text, &out);
    struct world *w = script_open(&o);
    for (int i = 0; i < 200 && world_end(w)->how == END_NOT; i++)
        script_go(w, world_steps(w) + 1);
    lua_State *L = w->lua;
    int base = lua_gettop(L), closer = base + 3;
    embedded_load(L, "context");
    lua_call(L, 0, 1); /* sever() */
    lua_getglobal(L, "keep");
    lua_insert(L, -2);
    lua_gc(L, LUA_GCCOLLECT);
    static const char *const names[] = { "a", "b", "u", "c" };
    static const bool closable[] = { false, true, true, true };
    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(lua_getfield(L, base + 2, names[i]), LUA_TUSERDATA);
        lua_gettable(L, closer);
        ck_assert_msg(!lua_isnil(L, -1) == closable[i], "context %s", names[i]);
        lua_pop(L, 1);
    }
    lua_settop(L, base);
    world_close(w);
}
END_TEST

START_TEST(cancelling_from_many_places_ends_everything_once)
{
    expect_always(
        "local root, cancel = context.WithCancel(context.Background())\n"
        "local ended, called, wg = atomic.Int64(), atomic.Int64(), "
        "sync.WaitGroup()\n"
        "for i = 1, 12 do\n"
        "  wg:Go(function()\n"
        "    local c, stop = context.WithCancel(root)\n"
        "    for j = 1, 4 do\n"
        "      local d, stop_d = context.WithTimeout(c, 50 * j)\n"
        "      local un = context.AfterFunc(d, function() called:Add(1) end)\n"
        "      wg:Go(function()\n"
        "        d:Done():recv()\n"
        "        if d:Err() ~= nil and context.Cause(d) ~= nil then "
        "ended:Add(1) end\n"
        "        stop_d()\n"
        "      end)\n"
        "      if i % 3 == 0 then go(stop_d) end\n"
        "    end\n"
        "    if i % 2 == 0 then stop() end\n"
        "  end)\n"
        "end\n"
        "for i = 1, 3 do go(cancel) end\n"
        "wg:Wait()\n"
        "time.Sleep(time.Millisecond)\n"
        "print(ended:Load(), called:Load())\n",
        "48\t48\n");
}
END_TEST

/* --- errors, errgroup, semaphore, singleflight ---------------------------------- */

START_TEST(errors_are_found_in_what_wraps_them)
{
    expect("local a, b = errors.New('a'), errors.New('b')\n"
           "print(errors.Is(a, a), errors.Is(a, b), errors.Is(nil, nil), "
           "errors.Is(a, nil), errors.Is(nil, a))\n"
           "print(errors.New('a') == errors.New('a'), a:Error())\n"
           "local j = errors.Join(nil, a, nil, b)\n"
           "print((tostring(j):gsub('\\n', '/')), errors.Is(j, b), "
           "errors.Join(nil, nil), errors.Unwrap(j))\n"
           "local w = fmt.Errorf('w: %w', j)\n"
           "print(errors.Is(w, a), errors.Unwrap(w) == j, errors.Unwrap(a))\n"
           "local Kind = {} Kind.__index = Kind\n"
           "function Kind:Is(t) return t == b end\n"
           "print(errors.Is(setmetatable({}, Kind), b), errors.Is('x', 'x'))\n"
           "print(pcall(errors.New, 5))\n",
           "true\tfalse\ttrue\tfalse\tfalse\nfalse\ta\n"
           "a/b\ttrue\tnil\tnil\ntrue\ttrue\tnil\ntrue\ttrue\n"
           "false\tbad argument #1 to 'New' (string expected, got number)\n");
}
END_TEST

START_TEST(an_errgroup_keeps_its_limit)
{
    expect("local g = errgroup.New()\n"
           "g:SetLimit(2)\n"
           "local gate = chan()\n"
           "local function wait() gate:recv() end\n"
           "g:Go(wait)\n"
           "print(g:TryGo(wait), g:TryGo(wait))\n"
           "print(pcall(g.SetLimit, g, 3))\n"
           "close(gate)\n"
           "print(g:Wait())\n"
           "g:SetLimit(0) print(g:TryGo(wait))\n"
           "g:SetLimit(-1) print(g:TryGo(wait), g:Wait())\n",
           "true\tfalse\n"
           "false\terrgroup: modify limit while 2 goroutines in the group are "
           "still active\n"
           "nil\nfalse\ntrue\tnil\n");
}
END_TEST

START_TEST(a_semaphore_is_never_overdrawn)
{
    expect_always(
        "local sem, held, most = semaphore.NewWeighted(5), 0, 0\n"
        "local got, gave_up, wg, bg = atomic.Int64(), atomic.Int64(), "
        "sync.WaitGroup(), context.Background()\n"
        "local mu = sync.Mutex()\n"
        "for i = 1, 30 do\n"
        "  wg:Go(function()\n"
        "    local n = i % 5 + 1\n"
        "    local ctx = bg\n"
        "    if i % 3 == 0 then ctx = context.WithTimeout(bg, i * 200) end\n"
        "    local err = sem:Acquire(ctx, n)\n"
        "    if err ~= nil then gave_up:Add(1) return end\n"
        "    mu:Lock() held = held + n if held > most then most = held end "
        "mu:Unlock()\n"
        "    work(300)\n"
        "    mu:Lock() held = held - n mu:Unlock()\n"
        "    sem:Release(n) got:Add(1)\n"
        "  end)\n"
        "end\n"
        "wg:Wait()\n"
        "print(got:Load() + gave_up:Load(), most <= 5, sem:TryAcquire(5), "
        "sem:TryAcquire(1))\n",
        "30\ttrue\ttrue\tfalse\n");
}
END_TEST

START_TEST(a_flight_ends_for_all_as_it_ended)
{
    expect("local g = singleflight.New()\n"
           "local function try(f) local gate, n, wg = chan(), 0, "
           "sync.WaitGroup()\n"
           "  local res = {}\n"
           "  for i = 1, 3 do wg:Add(1) go(function()\n"
           "    local _ <close> = defer(wg.Done, wg)\n"
           "    res[i] = 'left'\n"
           "    local ok, v = pcall(g.Do, g, 'k', function() gate:recv() "
           "return f() end)\n"
           "    res[i] = tostring(ok) .. ' ' .. tostring(v)\n"
           "  end) end\n"
           "  time.Sleep(10) close(gate) wg:Wait()\n"
           "  print(table.concat(res, ', '))\n"
           "end\n"
           "try(function() return 'v' end)\n"
           "try(function() panic('boom') end)\n"
           "try(function() runtime.Goexit() end)\n"
           "local r = g:DoChan('k', function() return 1, 'err' end):recv()\n"
           "print(r.Val, r.Err, r.Shared)\n",
           "true v, true v, true v\n"
           "false boom, false boom, false boom\nleft, left, left\n"
           "1\terr\tfalse\n");
}
END_TEST

START_TEST(flights_are_shared_under_preemption)
{
    expect_always(
        "local g, runs, asked, wg = singleflight.New(), atomic.Int64(), "
        "atomic.Int64(), sync.WaitGroup()\n"
        "for i = 1, 20 do wg:Go(function()\n"
        "  for j = 1, 5 do\n"
        "    local v = g:Do(j, function() runs:Add(1) work(100) return j end)\n"
        "    if v == j then asked:Add(1) end\n"
        "  end\n"
        "end) end\n"
        "wg:Wait()\n"
        "print(asked:Load(), runs:Load() >= 5 and runs:Load() <= 100)\n",
        "100\ttrue\n");
}
END_TEST

/* --- sync ------------------------------------------------------------------------ */

START_TEST(maps_hold_nil_and_compare)
{
    expect(
        "local m = sync.Map()\n"
        "m:Store('n', nil) m:Store(nil, 'key nil')\n"
        "print(m:Load('n')) print(m:Load(nil)) print(m:LoadOrStore('n', 1))\n"
        "print(m:Swap('n', 2)) print(m:Swap('new', 3))\n"
        "print(m:CompareAndSwap('n', 1, 9), m:CompareAndSwap('n', 2, 9), "
        "(m:Load('n')))\n"
        "print(m:CompareAndDelete('n', 1), m:CompareAndDelete('n', 9), "
        "m:CompareAndDelete('n', 9))\n"
        "m:Range(function(k, v) print(k, v) m:Delete(k) return true end)\n"
        "print(m:Load('new')) m:Store(1, 1) m:Clear() print(m:Load(1))\n",
        "nil\ttrue\nkey nil\ttrue\nnil\ttrue\nnil\ttrue\nnil\tfalse\n"
        "false\ttrue\t9\nfalse\ttrue\tfalse\nnew\t3\nnil\tkey nil\n"
        "nil\tfalse\nnil\tfalse\n");
}
END_TEST

START_TEST(maps_change_in_single_steps)
{
    expect_always(
        "local m, won, wg = sync.Map(), atomic.Int64(), sync.WaitGroup()\n"
        "m:Store('n', 0)\n"
        "for i = 1, 8 do wg:Go(function()\n"
        "  for j = 1, 10 do\n"
        "    local _, loaded = m:LoadOrStore(j, i)\n"
        "    if not loaded then won:Add(1) end\n"
        "    while true do local n = m:Load('n')\n"
        "      if m:CompareAndSwap('n', n, n + 1) then break end end\n"
        "  end\n"
        "end) end\n"
        "wg:Wait()\n"
        "print(won:Load(), (m:Load('n')))\n",
        "10\t80\n");
}
END_TEST

START_TEST(pools_never_give_an_item_twice)
{
    expect_always(
        "local pool, twice, wg = sync.Pool{ New = function() return {} end }, "
        "0, sync.WaitGroup()\n"
        "for i = 1, 10 do wg:Go(function() for j = 1, 20 do\n"
        "  local x = pool:Get()\n"
        "  if x.used then twice = twice + 1 end\n"
        "  x.used = true work(20) x.used = nil pool:Put(x)\n"
        "end end) end\n"
        "wg:Wait() pool:Put(nil) print(twice)\n"
        "local bare = sync.Pool{} print(bare:Get())\n",
        "0\nnil\n");
}
END_TEST

START_TEST(two_collections_empty_a_pool)
{
    expect("local pool = sync.Pool{}\n"
           "pool:Put('a') runtime.GC() print(pool:Get())\n"
           "pool:Put('a') runtime.GC() runtime.GC() print(pool:Get())\n",
           "a\nnil\n");
}
END_TEST

START_TEST(once_values_are_kept)
{
    expect(
        "local n = 0\n"
        "local f = sync.OnceValues(function() n = n + 1 return n, nil, 'x' "
        "end)\n"
        "print(f()) print(f())\n"
        "local g = sync.OnceValue(function() n = n + 1 return n, 'cut' end)\n"
        "print(g()) print(g())\n"
        "local h = sync.OnceFunc(function() n = n + 1 return n end)\n"
        "print(h()) print(h(), n)\n"
        "local p = sync.OnceFunc(function() panic('bad') end)\n"
        "print(pcall(p)) print(pcall(p))\n",
        "1\tnil\tx\n1\tnil\tx\n2\n2\nnil\nnil\t3\nfalse\tbad\nfalse\tbad\n");
}
END_TEST

/* What fails inside of a library is said in the line of the script that called,
 * whether it is caught there, in a coroutine, or not at all. */
START_TEST(misuse_of_libraries_names_the_scripts_line)
{
    expect("local function try(f, ...) print((select(2, pcall(f, ...)))) end\n"
           "try(function() sync.Once():Do(5) end)\n"
           "try(function() errgroup.New():Go('x') end)\n"
           "try(function() errgroup.New():SetLimit(true) end)\n"
           "try(function() semaphore.NewWeighted(1):TryAcquire() end)\n"
           "try(function() singleflight.New():Do('k', {}) end)\n"
           "try(function() sync.Map():Range(1) end)\n"
           "try(function() local f = sync.OnceValue() return f end)\n"
           "try(function() errgroup.New().Go(5) end)\n"
           "print(coroutine.resume(coroutine.create(function()\n"
           "  sync.Map().Load(5)\n"
           "end)))\n"
           "print(xpcall(function() sync.Map().Clear() end,\n"
           "  function(e) return 'seen: ' .. e end))\n",
           "test.lua:2: bad argument #1 to 'Do' (function expected, got "
           "number)\n"
           "test.lua:3: bad argument #1 to 'Go' (function expected, got "
           "string)\n"
           "test.lua:4: bad argument #1 to 'SetLimit' (number expected, got "
           "boolean)\n"
           "test.lua:5: bad argument #1 to 'TryAcquire' (number expected, got "
           "nil)\n"
           "test.lua:6: bad argument #2 to 'Do' (function expected, got "
           "table)\n"
           "test.lua:7: bad argument #1 to 'Range' (function expected, got "
           "number)\n"
           "test.lua:8: bad argument #1 to 'OnceValue' (function expected, got "
           "nil)\n"
           "test.lua:9: bad argument #1 to 'Go' (function expected, got nil)\n"
           "false\ttest.lua:11: attempt to index a number value (local "
           "'self')\n"
           "false\tseen: test.lua:13: attempt to index a nil value (local "
           "'self')\n");
}
END_TEST

START_TEST(a_scripts_globals_do_not_reach_the_libraries)
{
    expect("function close() error('mine') end\n"
           "function recv() error('mine') end\n"
           "select, chan, go, time, sync, math = 1, 2, 3, 4, 5, 6\n"
           "local ctx, cancel = context.WithTimeout(context.Background(), 5)\n"
           "ctx:Done():recv() print(ctx:Err())\n"
           "print(semaphore.NewWeighted(1):Acquire(ctx, 1))\n",
           "context deadline exceeded\ncontext deadline exceeded\n");
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("golibs");
    TCase *tc = tcase_create("golibs");
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, contexts_have_gos_names);
    tcase_add_test(tc, done_channels_are_closed_by_their_context_only);
    tcase_add_test(tc, a_defer_that_nobody_keeps_is_an_error);
    tcase_add_test(tc, a_timeout_has_its_own_kind_of_error);
    tcase_add_test(tc, a_context_ends_with_the_first_above_it_that_does);
    tcase_add_test(tc, deadlines_are_inherited);
    tcase_add_test(tc, misuse_of_contexts_has_gos_words);
    tcase_add_test(tc, contexts_of_a_scripts_own_work_as_parents);
    tcase_add_test(tc, the_search_for_leaks_sees_who_can_end_a_context);
    tcase_add_test(tc, cancelling_from_many_places_ends_everything_once);
    tcase_add_test(tc, errors_are_found_in_what_wraps_them);
    tcase_add_test(tc, an_errgroup_keeps_its_limit);
    tcase_add_test(tc, a_semaphore_is_never_overdrawn);
    tcase_add_test(tc, a_flight_ends_for_all_as_it_ended);
    tcase_add_test(tc, flights_are_shared_under_preemption);
    tcase_add_test(tc, maps_hold_nil_and_compare);
    tcase_add_test(tc, maps_change_in_single_steps);
    tcase_add_test(tc, pools_never_give_an_item_twice);
    tcase_add_test(tc, two_collections_empty_a_pool);
    tcase_add_test(tc, once_values_are_kept);
    tcase_add_test(tc, misuse_of_libraries_names_the_scripts_line);
    tcase_add_test(tc, a_scripts_globals_do_not_reach_the_libraries);
    suite_add_tcase(s, tc);
    SRunner *sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    int failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed == 0 ? 0 : 1;
}
