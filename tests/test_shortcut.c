/*
 * test_shortcut.c - what is read in Lua's structures, and what is asked for
 * through its interface where they are not known, give the same run.
 */
#include "script_fixture.h"
#include "world_fixture.h"

#include "lua/layout.h"

/* Operations on all forms of arguments, from Lua, from C, and as methods. */
static const char forms[] =
    "local c, big = chan(3), chan(2000)\n"
    "local wg, rw = sync.WaitGroup(), sync.RWMutex()\n"
    "local n = atomic.Int64(5)\n"
    "local function work(a, b, ...)\n"
    "  rw:RLock() n:Add(a or 1) rw:RUnlock()\n"
    "  c:send({ a, b, select('#', ...) }) big:send(a or 'nil')\n"
    "  wg:Done()\n"
    "end\n"
    "wg:Add(4)\n"
    "go(work) go(work, 1) go(work, 2, 'x') go(work, 3, nil, 4, 5)\n"
    "go(setmetatable({}, { __call = function(_, v) big:send(v) end }), 7)\n"
    "for _ = 1, 4 do local v = c:recv() print(v[1], v[2], v[3]) end\n"
    "wg:Wait()\n"
    "for _ = 1, 5 do print(pcall(big.recv, big)) end\n"
    "print(n:Load(), pcall(n.Add, n, 'x'), pcall(n.Add, 1, 2))\n"
    "print(pcall(c.send), pcall(c.send, 1), pcall(c.send, recvonly(c)))\n"
    "local r, s = recvonly(c), sendonly(c)\n"
    "s:send(1) s:send('two') s:send(nil)\n"
    "print(r:recv()) print(r:recv()) print(r:recv())\n"
    "print(pcall(r.send, r, 1)) print(pcall(s.recv, s))\n"
    "for i = 1, 3 do c:send(i) end\n"
    "print(select { recv(nilchan), recv(c), default() })\n"
    "print(select(setmetatable({ recv(c) }, {})))\n"
    "local holes = {} holes[2] = default() holes[1] = recv(c)\n"
    "print(select(holes)) print(select(holes))\n"
    "print(pcall(select, { 1 }), pcall(select, { print }))\n"
    "local after = time.After(1000) print((after:recv()))\n"
    "local co = coroutine.wrap(function() c:send('in') return 'out' end)\n"
    "print(co(), (c:recv()))\n";

/* Calls of all kinds, and what comes back of them. */
static const char calls[] =
    "local n, mu = atomic.Int64(0), sync.Mutex('m')\n"
    "local function none() end\n"
    "local function three() return 1, 2, 3 end\n"
    "local function last(...) return n:Add(...) end\n"
    "local function deep(k) if k > 0 then return 1 + deep(k - 1) end\n"
    "  return n:Add(1) end\n"
    "local a, b, c, d = none(), three()\n"
    "print(a, b, c, d, (three()), n:Add(1), n:Load())\n"
    "print(last(1), (last(2)), last(3), ({ n:Load() })[1])\n"
    "local x, y, z = n:Load(), mu:TryLock(), mu:TryLock()\n"
    "local u, v = n:Add(1)\n"
    "local e, f = mu:Unlock()\n"
    "print(x, y, z, u, v, e, f, deep(150))\n"
    "print(pcall(n.Load), pcall(error, 'e'), pcall(deep, 100000))\n"
    "do local d <close> = defer(print, 'deferred', n:Add(2)) n:Add(3) end\n"
    "local o = setmetatable({}, { __index = function(_, k) return k end,\n"
    "  __add = function() return n:Add(1), 2 end })\n"
    "print(o.name, o + 1, pcall(function() return n.nothing() end))\n"
    "local s = {} for k, w in pairs({ 1, 2, x = 3 }) do s[#s + 1] = w end\n"
    "print(table.unpack(s)) print(select('#', none()), select('#', three()))\n"
    "print(pcall(coroutine.wrap(function() n:Add(1) error('in') end)))\n";

/* Goroutines whose stacks have to grow, by all ways of calling, at frames of
 * all sizes. Lua's account of its memory, and so when it collects, is the
 * same too. */
static const char frames[] =
    "local wg, c, out = sync.WaitGroup(), chan(1000), {}\n"
    "local function wide(n, last)\n"
    "  local names = {}\n"
    "  for i = 1, n do names[i] = 'v' .. i end\n"
    "  local list = table.concat(names, ', ')\n"
    "  local text = ('local %s = ... local get = function() return %s end '\n"
    "    .. 'local set = function(x) v1 = x end ')\n"
    "    :format(list, list) .. last\n"
    "  return load(text, '=wide', 't', setmetatable({ c = c, wg = wg },\n"
    "    { __index = _G }))\n"
    "end\n"
    "local ways = {\n"
    "  'c:send(get()) set(7) c:send((get()))',\n"
    "  'set(8) c:send((select(2, pcall(get))))',\n"
    "  'c:send(#table.pack(get()))',\n"
    "  'local o = setmetatable({}, { __index = function(_, k) set(k) end,'\n"
    "    .. '__close = function() c:send((get())) end })'\n"
    "    .. 'local _ = o.name local d <close> = o set(9)',\n"
    "  'local d <close> = defer(function() c:send((get())) end) set(10)',\n"
    "  'for v in coroutine.wrap(function() coroutine.yield((get())) end) do'\n"
    "    .. ' c:send(v) end',\n"
    "  'set(11) local t = { 3, 1, 2 } table.sort(t, function(a, b)'\n"
    "    .. ' return a < b end) c:send(t[1] + (get()))',\n"
    "  'local function tail(n, ...) if n == 0 then return c:send(...) end'\n"
    "    .. ' return tail(n - 1, n, ...) end tail(12)',\n"
    "  'set(tostring(setmetatable({}, { __tostring = function()'\n"
    "    .. ' return (\"x\"):rep((get())) end }))) c:send((get()))',\n"
    "}\n"
    "for _, way in ipairs(ways) do\n"
    "  for n = 1, 40 do\n"
    "    wg:Add(1)\n"
    "    local f = wide(n, way)\n"
    "    go(function(...) local a = n f(...) wg:Done() c:send(a) end, n, 2, 3)\n"
    "  end\n"
    "  wg:Wait()\n"
    "  while #c > 0 do out[#out + 1] = tostring((c:recv())) end\n"
    "end\n"
    "print(table.concat(out, ' '))\n"
    "for i = 1, 3 do collectgarbage() print(collectgarbage('count')) end\n";

/* Calls from C in calls from C, nearly as deep as Lua allows, and deeper; and
 * goroutines that end in all ways, with what is deferred blocking. */
static const char ends[] =
    "local function nest(n)\n"
    "  if n == 0 then return 'bottom' end\n"
    "  return setmetatable({}, { __index = function(_, k)\n"
    "    return nest(n - 1)[k] or n end, __len = function() return n end })\n"
    "end\n"
    "for _, n in ipairs { 10, 90, 99, 100, 101, 150, 190, 250 } do\n"
    "  print(n, #nest(n), pcall(function() return nest(n).x end))\n"
    "end\n"
    "local function pit(n) return select(2, pcall(pit2, n)) end\n"
    "function pit2(n) if n == 0 then error('far down') end\n"
    "  return pit(n - 1) end\n"
    "print(pit(20), pcall(pit, 20))\n"
    "local wg, ch = sync.WaitGroup(), chan()\n"
    "local function leave(how, ...)\n"
    "  local done <close> = defer(wg.Done, wg)\n"
    "  local told <close> = defer(function() ch:send(how) end)\n"
    "  if how == 'exit' then runtime.Goexit() end\n"
    "  if how == 'caught' then print(pcall(panic, 'p')) end\n"
    "  if how == 'caught C' then print(pcall(string.rep)) end\n"
    "  return how, ...\n"
    "end\n"
    "wg:Add(4)\n"
    "for _, how in ipairs { 'exit', 'caught', 'caught C', 'return' } do\n"
    "  go(leave, how, 1, 2, 3)\n"
    "end\n"
    "for _ = 1, 4 do print(ch:recv()) end wg:Wait()\n"
    "wg:Add(3)\n"
    "go(wg.Done, wg) go(print, 'one in C') runtime.Gosched()\n"
    "go(setmetatable({}, { __call = function() wg:Done() end }))\n"
    "go(function(...) wg:Done() return ... end, 1, 2, 3) wg:Wait()\n";

static const char *const program[] = { everything, forms, calls, frames, ends };

static struct digest
run(const char *text, uint64_t seed, int procs, bool known)
{
    static struct output out;
    struct gopark_opts o = script_opts(text, &out);
    struct digest d;
    struct world *w;

    o.seed = seed;
    o.procs = procs;
    w = script_open(&o);
    ck_assert(layout_known && layout_protects); /* with the Lua this is written
                                                   for */
    if (!known) {
        layout_known = layout_protects = false;
        layout_mask = -1;
    }
    must(world_log(w, 100000, NULL) == GOPARK_OK, "no log");
    script_go(w, WORLD_TO_END);
    ck_assert_msg(world_end(w)->how == END_RETURN, "%s", out.text);
    d = digest_of(w, &out);
    world_close(w);
    return d;
}

START_TEST(the_long_way_leads_to_the_same)
{
    const char *text = program[_i / 4];
    uint64_t seed = 1 + (uint64_t)(_i % 4);
    int procs = _i % 2 == 0 ? 1 : 4;
    struct digest a = run(text, seed, procs, true);
    struct digest b = run(text, seed, procs, false);

    ck_assert_mem_eq(&a, &b, sizeof a);
}
END_TEST

#ifdef GOPARK_SHORTCUT
/* Pages of the heap of a world with n goroutines parked on a receive. */
static size_t
pages_of_parked(int n)
{
    static struct output out;
    static char text[256];
    struct gopark_opts o;
    struct world *w;
    size_t pages;

    snprintf(text, sizeof text,
             "local ch, wg = chan(), sync.WaitGroup()\n"
             "wg:Add(%d)\n"
             "local function park() wg:Done() ch:recv() end\n"
             "for _ = 1, %d do go(park) end wg:Wait()",
             n, n);
    o = script_opts(text, &out);
    o.procs = 1;
    w = script_open(&o);
    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_RETURN);
    pages = w->heap.npage;
    world_close(w);
    return pages;
}

START_TEST(a_parked_goroutine_takes_half_of_gos)
{
    enum { FEW = 16000, MANY = 131000 }; /* the tables are full */
    size_t pages = pages_of_parked(MANY) - pages_of_parked(FEW);

    ck_assert_uint_le(pages * WORLD_PAGE / (MANY - FEW), 1365);
}
END_TEST
#endif

int
main(void)
{
    Suite *s = suite_create("shortcut");
    TCase *tc = tcase_create("all");

#ifdef GOPARK_SHORTCUT
    tcase_add_test(tc, a_parked_goroutine_takes_half_of_gos);
#endif

    tcase_add_loop_test(tc, the_long_way_leads_to_the_same, 0, 20);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
