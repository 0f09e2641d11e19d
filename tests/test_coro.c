/*
 * test_coro.c - plain coroutines, which goroutines share, and those that are
 * resumed where nobody can give way.
 */
#include "script_fixture.h"
#include "world_fixture.h"

/* Run text with every invariant checked; it asserts what it is about. */
static void
holds(const char *text, int procs)
{
    static struct output out;
    struct gopark_opts o = script_opts(text, &out);
    struct world *w;
    char *report;

    o.procs = procs;
    w = script_open(&o);
    w->host.check = world_check;
    script_go(w, WORLD_TO_END);
    report = world_report(w);
    ck_assert_msg(world_end(w)->how == END_RETURN, "%s", report);
    free(report);
    world_close(w);
}

/* It looked suspended, and another goroutine could resume it: what the one in
 * it waited for was then given to nobody. */
START_TEST(another_goroutine_is_in_it)
{
    static const char text[] =
        "local ch, seen = chan(), nil\n"
        "local co = coroutine.create(function(...)\n"
        "  seen = ch:recv() coroutine.yield('on') return 'off' end)\n"
        "local inner = coroutine.wrap(function() return coroutine.resume(co)\n"
        "end)\n"
        "local result\n"
        "go(function() result = table.pack(inner()) end)\n"
        "runtime.Gosched()\n"
        "local refused = 'cannot resume non%-suspended coroutine'\n"
        "assert(coroutine.status(co) == 'normal')\n"
        "local ok, why = coroutine.resume(co)\n"
        "assert(not ok and why:find(refused))\n"
        "ok, why = pcall(inner)\n"
        "assert(not ok and why:find(refused))\n"
        "ok, why = pcall(coroutine.close, co)\n"
        "assert(not ok and why:find('cannot close a normal coroutine'))\n"
        "assert(seen == nil)\n"
        "ch:send('v') time.Sleep(1000)\n"
        "assert(seen == 'v' and result[1] and result[2] == 'on')\n"
        "assert(coroutine.status(co) == 'suspended')\n"
        "ok, why = coroutine.resume(co)\n"
        "assert(ok and why == 'off' and coroutine.status(co) == 'dead')\n"
        /* the thread of a goroutine, and one that is told to go on */
        "local main = coroutine.running()\n"
        "go(function() assert(coroutine.status(main) == 'normal')\n"
        "  assert(not coroutine.resume(main)) ch:send(1) end)\n"
        "ch:recv()\n"
        /* preempted in it */
        "co = coroutine.create(function() for i = 1, 15000000 do end end)\n"
        "go(function() assert(coroutine.resume(co)) ch:send('end') end)\n"
        "local busy = 0\n"
        "while #ch == 0 and coroutine.status(co) ~= 'dead' do\n"
        "  busy = busy + (coroutine.status(co) == 'normal' and 1 or 0)\n"
        "  runtime.Gosched()\n"
        "end\n"
        "assert(busy > 0 and ch:recv() == 'end')\n"
        /* it is free again whichever way it is left */
        "co = coroutine.wrap(function() error('e') end)\n"
        "assert(select(2, pcall(co)):find('e'))\n"
        "assert(select(2, pcall(co)):find('cannot resume dead'))\n"
        "co = coroutine.create(function() runtime.Goexit() end)\n"
        "go(function() coroutine.resume(co) end) time.Sleep(1000)\n"
        "assert(coroutine.status(co) == 'dead')\n";

    holds(text, 1);
    holds(text, 4);
}
END_TEST

/* Each way of waiting, in a coroutine that a function in C has resumed. */
static const char *const waiting[] = {
    "ch:recv()", "ch:send(1)", "for _ in range(ch) do end", "mu:Lock()",
    "rw:RLock()", "rw:Lock()", "wg:Wait()", "cond:Wait()",
    "select { recv(ch), send(ch, 2) }", "select { recv(ch) }", "select {}",
    "time.Sleep(10)", "syscall.Block(10)", "nilchan:recv()",
};

START_TEST(who_is_boxed_in_cannot_wait)
{
    static const char form[] =
        "local ch, mu, rw = chan(), sync.Mutex(), sync.RWMutex()\n"
        "local wg, cond = sync.WaitGroup(), sync.Cond(mu)\n"
        "mu:Lock() rw:Lock() wg:Add(1)\n"
        "local function wait() %s end\n"
        "local function boxed(f)\n"
        "  return pcall(string.gsub, 'a', '.', function()\n"
        "    return coroutine.wrap(f)() end)\n"
        "end\n"
        "local why = 'attempt to block across a C%%-call boundary'\n"
        "local ok, e = boxed(wait)\n"
        "assert(not ok and e:find(why), e)\n"
        "ok, e = boxed(function() return coroutine.wrap(wait)() end)\n"
        "assert(not ok and e:find(why), e)\n"
        "ok, e = boxed(function() local a, b = pcall(wait)\n"
        "  assert(not a and b:find(why)) return 'x' end)\n"
        "assert(ok and e == 'x')\n"
        /* nobody waits for anything */
        "mu:Unlock() rw:Unlock() wg:Done()\n"
        "assert(#ch == 0 and runtime.NumGoroutine() == 1)\n"
        "assert(mu:TryLock()) assert(rw:TryLock()) wg:Wait()\n"
        "go(function() ch:send('there') end) assert(ch:recv() == 'there')\n";
    char text[2048];

    snprintf(text, sizeof text, form, waiting[_i]);
    holds(text, 1 + _i % 2);
}
END_TEST

/* What need not wait is done; what would only give way does not. */
START_TEST(who_is_boxed_in_goes_on)
{
    static const char text[] =
        "local ch, mu, seen = chan(1), sync.Mutex(), {}\n"
        "local function box(f)\n"
        "  local t = { 2, 1 }\n"
        "  table.sort(t, function(a, b) coroutine.wrap(f)() return a < b end)\n"
        "end\n"
        "box(function() ch:send(1) assert(ch:recv() == 1) end)\n"
        "box(function() mu:Lock() runtime.Gosched() mu:Unlock() end)\n"
        "box(function() assert(select { recv(ch), default() } == 2) end)\n"
        "box(function() go(function() seen[#seen + 1] = 1 end) end)\n"
        "box(function() for i = 1, 3000000 do end end)\n"
        "box(function()\n"
        "  local gen = coroutine.wrap(function() for i = 1, 3 do\n"
        "    coroutine.yield(i) end end)\n"
        "  assert(gen() + gen() + gen() == 6) end)\n"
        "go(function() local _ <close> = defer(function() seen.over = true end)\n"
        "  box(runtime.Goexit) seen.never = true end)\n"
        "time.Sleep(1000)\n"
        "assert(#seen > 0 and seen.over and not seen.never)\n";

    holds(text, 1);
    holds(text, 4);
}
END_TEST

/* The end of the program gets through. */
START_TEST(a_program_ends_in_a_box)
{
    static const char *const ends[] = { "os.exit(3)",
                                        "sync.Mutex():Unlock()" };
    static struct output out;
    char text[256];
    struct gopark_opts o;
    struct world *w;

    snprintf(text, sizeof text,
             "pcall(string.gsub, 'a', '.', function()\n"
             "  pcall(coroutine.wrap(function() %s end)) print('on') end)\n"
             "print('on')",
             ends[_i]);
    o = script_opts(text, &out);
    w = script_open(&o);
    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, _i == 0 ? END_EXIT : END_FATAL);
    ck_assert_str_eq(out.text, "");
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("coro");
    TCase *tc = tcase_create("all");

    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, another_goroutine_is_in_it);
    tcase_add_loop_test(tc, who_is_boxed_in_cannot_wait, 0,
                        (int)(sizeof waiting / sizeof *waiting));
    tcase_add_test(tc, who_is_boxed_in_goes_on);
    tcase_add_loop_test(tc, a_program_ends_in_a_box, 0, 2);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
