/*
 * test_leak.c - which goroutines count as leaked (analysis.md L01-L18,
 * go-semantics.md LK-20..LK-37).
 */
#include "script_fixture.h"

/* Run until main, having printed "now", sleeps; or to the end. */
static struct world *
run_to_now(const char *script, int procs)
{
    static struct output out;
    struct gopark_opts o = script_opts(script, &out);
    struct gopark_g g;
    struct world *w;

    o.procs = procs;
    w = script_open(&o);
    while (world_end(w)->how == END_NOT) {
        script_go(w, world_steps(w) + 1);
        if (out.n >= 4 && strcmp(out.text + out.n - 4, "now\n") == 0 &&
            world_g(w, 1, &g) && g.place == AT_TIMER)
            return w;
    }
    ck_assert_msg(world_end(w)->how == END_RETURN, "%s\n%s", world_report(w),
                  script);
    return w;
}

/* "2 leaked, 3 held": the blocked ones that are one of the levels asked for
 * in order of number. */
static const char *
verdict(struct world *w)
{
    static const char *const word[] = { "not", "held", "suspect", "leaked" };
    static char buf[1024];
    struct gopark_blocked b[64];
    int n = world_leaks(w, b, 64), i;

    buf[0] = '\0';
    for (i = 0; i < n; i++)
        snprintf(buf + strlen(buf), sizeof buf - strlen(buf), "%s%u %s",
                 i > 0 ? ", " : "", b[i].g, word[b[i].leak]);
    return buf;
}

#define NOW " time.Sleep(time.Millisecond) print('now') time.Sleep(time.Hour)"

struct situation {
    const char *id, *script, *verdict;
};

static const struct situation table[] = {
    { "L01", "do local c = chan() go(function() c:recv() end) end" NOW,
      "2 leaked" },
    { "L02", "C = chan() go(function() C:recv() end)" NOW, "2 held" },
    { "L03", "local c = chan() go(function() c:recv() end)" NOW, "2 suspect" },
    { "L05",
      "do local a, b = chan(), chan()"
      " go(function() a:recv() b:send(1) end)"
      " go(function() b:recv() a:send(1) end) end" NOW,
      "2 leaked, 3 leaked" },
    { "L06 runnable",
      "local function link(a, b) go(function() a:recv() b:send(1) end) end"
      " do local c = chan() local d = chan() link(c, d) link(d, chan())"
      " go(function() time.Sleep(time.Hour) c:send(1) end) end" NOW,
      "2 suspect, 3 suspect" },
    { "L06 blocked",
      "local function link(a, b) go(function() a:recv() b:send(1) end) end"
      " do local c, d, e = chan(), chan(), chan() link(c, d) link(d, e)"
      " link(e, chan()) end" NOW,
      "2 leaked, 3 leaked, 4 leaked" },
    { "L07 asleep",
      "do local c = chan() go(function() c:recv() end)"
      " go(function() time.Sleep(time.Minute) c:send(1) end) end" NOW,
      "2 suspect" },
    { "L07 gone",
      "do local c = chan() go(function() c:recv() end)"
      " go(function() local d = c end) end" NOW,
      "2 leaked" },
    { "L08 weak value",
      "W = setmetatable({}, {__mode = 'v'})"
      " do local c = chan() W[1] = c go(function() c:recv() end) end" NOW,
      "2 leaked" },
    { "L08 ephemeron",
      "W = setmetatable({}, {__mode = 'k'}) K = {}"
      " do local c = chan() W[K] = c go(function() c:recv() end) end" NOW,
      "2 held" },
    { "L08 ephemeron, key lost",
      "W = setmetatable({}, {__mode = 'k'})"
      " do local c = chan() W[{}] = c go(function() c:recv() end) end" NOW,
      "2 leaked" },
    { "L08 weak both",
      "W = setmetatable({}, {__mode = 'kv'}) K = {}"
      " do local c = chan() W[K] = c go(function() c:recv() end) end" NOW,
      "2 leaked" },
    { "L09 in a message",
      "M = chan(1) do local c = chan() M:send({c})"
      " go(function() c:recv() end) end" NOW,
      "2 held" },
    { "L09 in a large buffer",
      "M = chan(5000) do local c = chan() M:send({c})"
      " go(function() c:recv() end) end" NOW,
      "2 held" },
    { "L09 upvalue of a runnable goroutine",
      "do local c = chan() go(function() c:recv() end)"
      " go(function() for i = 1, 1e5 do runtime.Gosched() end c:send(1) end) "
      "end" NOW,
      "2 suspect" },
    { "L10 armed",
      "do local t = time.After(time.Hour)"
      " go(function() t:recv() end) end" NOW,
      "2 held" },
    { "L10 stopped",
      "do local t = time.NewTimer(time.Hour)"
      " go(function() t.C:recv() end)"
      " time.Sleep(1000) t:Stop() end" NOW,
      "2 leaked" },
    { "L11 before",
      "do local c = chan() time.AfterFunc(time.Minute, function()"
      " c:send(1) end) go(function() c:recv() end) end" NOW,
      "2 held" },
    { "L11 after",
      "do local c = chan() time.AfterFunc(1000, function() local d = c end)"
      " go(function() c:recv() end) end" NOW,
      "2 leaked" },
    { "L12 Mutex",
      "go(function() local m = sync.Mutex() m:Lock() m:Lock()"
      " end)" NOW,
      "2 leaked" },
    { "L12 RWMutex R after W",
      "go(function() local m = sync.RWMutex() m:Lock() m:RLock() end)" NOW,
      "2 leaked" },
    { "L12 RWMutex W after W",
      "go(function() local m = sync.RWMutex() m:Lock() m:Lock() end)" NOW,
      "2 leaked" },
    { "L12 WaitGroup",
      "go(function() local g = sync.WaitGroup() g:Add(1)"
      " g:Wait() end)" NOW,
      "2 leaked" },
    { "L12 Cond",
      "go(function() local m = sync.Mutex()"
      " local c = sync.Cond(m) m:Lock() c:Wait() end)" NOW,
      "2 leaked" },
    { "L13",
      "go(function() nilchan:recv() end) go(function() select {} end)"
      " go(function() nilchan:send(1) end)"
      " go(function() select { recv(nil), send(nil, 1) } end)" NOW,
      "2 leaked, 3 leaked, 4 leaked, 5 leaked" },
    { "L14 wrap",
      "do local c = chan() go(function() coroutine.wrap(function()"
      " c:recv() end)() end) end" NOW,
      "2 leaked" },
    { "L14 resume",
      "do local c, d = chan(), chan()"
      " go(function() local co = coroutine.create(function(x)"
      " x:recv() d:send(1) end) coroutine.resume(co, c) end)"
      " go(function() d:recv() end) end" NOW,
      "2 leaked, 3 leaked" },
    { "L14 kept inside",
      "do local c, d = chan(), chan() local co = coroutine.wrap(function()"
      " c:recv() d:send(1) end) go(co) go(function() d:recv() end)"
      " go(function() time.Sleep(time.Hour) c:send(1) end) end" NOW,
      "2 suspect, 3 suspect" },
    { "L15",
      "do local c = chan() go(function() c:recv() end)"
      " time.Sleep(1000) runtime.GOMAXPROCS(1)"
      " go(function(x) x:send(1) end, c) end"
      " print('now') runtime.GC() work(time.Millisecond)"
      " time.Sleep(time.Hour)",
      "2 suspect" },
    { "L18 cancel dropped, ctx kept",
      "X = (context.WithCancel(context.Background()))"
      " go(function() X:Done():recv() end)" NOW,
      "2 leaked" },
    { "L18 cancel kept",
      "do local ctx, cancel = context.WithCancel(context.Background())"
      " CANCEL = cancel go(function() ctx:Done():recv() end) end" NOW,
      "2 held" },
    { "L18 an ancestor's cancel kept",
      "do local a, cancel = context.WithCancel(context.Background())"
      " CANCEL = cancel local ctx = context.WithCancel("
      "context.WithValue(a, 'k', 1)) go(function() ctx:Done():recv() end)"
      " end" NOW,
      "2 held" },
    { "L18 deadline pending",
      "do local ctx = context.WithTimeout(context.Background(), time.Hour)"
      " go(function() ctx:Done():recv() end) end" NOW,
      "2 held" },
    { "LK-20",
      "do local res = chan() for i = 1, 3 do go(function()"
      " time.Sleep(i * 10000) res:send(i * i) end) end res:recv() end" NOW,
      "3 leaked, 4 leaked" },
    { "LK-21",
      "do local c = chan() go(function() for v in range(c) do end end)"
      " go(function() c:send(1) c:send(2) end) end" NOW,
      "2 leaked" },
    { "LK-22",
      "do local c = chan() go(function() c:recv() c:recv() end)"
      " c:send(1) end" NOW,
      "2 leaked" },
    { "LK-23",
      "do local c = chan(1) go(function() c:send(1) c:send(2) end) end" NOW,
      "2 leaked" },
    { "LK-24",
      "do local jobs, quit = chan(), chan() go(function()"
      " select { recv(jobs), recv(quit) } end) end" NOW,
      "2 leaked" },
    { "LK-25",
      "do local c = chan() go(function()"
      " select { recv(c), recv(time.After(time.Hour)) } end) end" NOW,
      "2 held" },
    { "LK-27",
      "do local outer, b = chan(), chan()"
      " go(function() outer:recv() b:send(1) end)"
      " go(function() b:recv() end) end" NOW,
      "2 leaked, 3 leaked" },
    { "LK-28",
      "do local s = { a = sync.Mutex(), b = sync.Mutex() }"
      " local function cross(x, y) s[x]:Lock() time.Sleep(1000)"
      " s[y]:Lock() end go(cross, 'a', 'b') go(cross, 'b', 'a') end" NOW,
      "2 leaked, 3 leaked" },
    { "LK-29",
      "go(function() local rw = sync.RWMutex() rw:RLock() rw:Lock() end)" NOW,
      "2 leaked" },
    { "LK-30",
      "do local wg = sync.WaitGroup() wg:Add(2)"
      " go(function() wg:Done() end) go(function() wg:Wait() end) end" NOW,
      "3 leaked" },
    { "LK-32",
      "go(function() local ctx = context.WithCancel(context.Background())"
      " ctx:Done():recv() end)" NOW,
      "2 leaked" },
    { "LK-34",
      "go(function() local t = time.NewTicker(time.Millisecond * 3)"
      " for _ in range(t.C) do end end)" NOW,
      "2 held" },
    { "LK-35",
      "do local t = time.NewTicker(time.Hour)"
      " go(function() for _ in range(t.C) do end end)"
      " time.Sleep(1000) t:Stop() end" NOW,
      "2 leaked" },
    { "LK-37 global map",
      "M = { inner = { chan() } }"
      " go(function(c) c:recv() end, M.inner[1])" NOW,
      "2 held" },
    { "a goroutine's thread is no way to its stack",
      "T = {} do local c = chan() go(function()"
      " T[1] = coroutine.running() c:recv() end) end" NOW,
      "2 leaked" },
    { "a view of a channel",
      "do local c = chan() V = sendonly(c) go(function() c:recv() end)"
      " end" NOW,
      "2 held" },
    { "a select case that is kept",
      "do local c = chan() V = send(c, 1) go(function() c:recv() end)"
      " end" NOW,
      "2 held" },
    { "after main's return, nothing of main's counts",
      "local c = chan() go(function() c:recv() end)"
      " G = chan() go(function() G:recv() end)"
      " go(function() time.Sleep(time.Millisecond) c:len() end)",
      "2 leaked, 3 held" },
};

START_TEST(verdicts_are_those_of_the_table)
{
    const struct situation *s = &table[_i];
    int procs;

    for (procs = 1; procs <= 4; procs += 3) {
        struct world *w = run_to_now(s->script, procs);
        uint64_t hash = world_hash(w);
        const char *v = verdict(w);

        ck_assert_msg(strcmp(v, s->verdict) == 0, "%s: \"%s\", not \"%s\"",
                      s->id, v, s->verdict);
        ck_assert_msg(world_hash(w) == hash, "%s: the world differs", s->id);
        world_close(w);
    }
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("leak");
    TCase *t = tcase_create("verdicts");
    SRunner *sr;
    int failed;

    tcase_add_loop_test(t, verdicts_are_those_of_the_table, 0,
                        (int)(sizeof table / sizeof table[0]));
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
