/*
 * test_limits.c - where memory, steps and time end; and what is large.
 *
 * The sweep lets a program run against every memory limit between what it
 * has at its start and what it needs: whichever allocation is refused, the
 * run ends by END_MEMORY or well, nothing is damaged, and going back to
 * before and running with more memory ends well.
 */
#include "script_fixture.h"
#include "world_fixture.h"

#ifdef GOPARK_HEAP_DEBUG
enum { STRIDE = 16 * 163, MANY = 50000 };
#else
enum { STRIDE = 16 * 13, MANY = 1000000 };
#endif

START_TEST(whichever_allocation_fails)
{
    static struct output out;
    struct gopark_opts o = script_opts(everything, &out);
    struct world *w = script_open(&o);
    struct snapshot *start = snapshot_take(w, NULL);
    size_t enough = w->heap.limit, least = w->heap.used, peak;
    struct digest well;
    int refused = 0;

    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_RETURN);
    well = digest_of(w, &out);
    peak = w->heap.peak;
    for (size_t limit = least; limit < peak; limit += STRIDE) {
        snapshot_restore(w, start);
        w->heap.limit = limit;
        w->heap.peak = w->heap.used;
        script_go(w, WORLD_TO_END);
        ck_assert_uint_le(w->heap.used, limit);
        if (world_end(w)->how == END_MEMORY)
            refused++;
        else if (world_end(w)->how != END_RETURN)
            ck_abort_msg("limit %zu: %s", limit, world_report(w));
        heap_check(w);
    }
    ck_assert_int_gt(refused, 10);
    snapshot_restore(w, start);
    ck_assert_uint_eq(w->heap.limit, enough);
    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_RETURN);
    ck_assert_int_eq(world_now(w), well.t);
    ck_assert_uint_eq(world_steps(w), well.steps);
    snapshot_free(start);
    world_close(w);
}
END_TEST

static struct output result;

static void
expect_end(struct gopark_opts *o, enum gopark_how how, const char *printed)
{
    struct world *w = script_open(o);
    char *report;

    script_go(w, WORLD_TO_END);
    report = world_report(w);
    ck_assert_msg(world_end(w)->how == how, "how %d\n%s",
                  (int)world_end(w)->how, report);
    ck_assert_str_eq(result.text, printed);
    heap_check(w);
    free(report);
    world_close(w);
}

/* Options for a large world, and a script with %d replaced by n. */
static struct gopark_opts
large(const char *script, int n)
{
    static char text[2048];
    struct gopark_opts o;

    snprintf(text, sizeof text, script, n);
    o = script_opts(text, &result);
    o.mem = (size_t)8 << 30;
    o.max_steps = 0;
    return o;
}

static const char park[] = "local ch, wg, n = chan(), sync.WaitGroup(), %d\n"
                           "wg:Add(n)\n"
                           "for _ = 1, n do\n"
                           "  go(function() wg:Done() ch:recv() end)\n"
                           "end\n"
                           "wg:Wait()\n"
                           "print(runtime.NumGoroutine() == n + 1)\n";

START_TEST(a_million_goroutines_park)
{
    struct gopark_opts o = large(park, MANY);
    o.procs = 1 + 3 * _i;
    expect_end(&o, END_RETURN, "true\n");
}
END_TEST

START_TEST(a_million_goroutines_need_memory)
{
    struct gopark_opts o = large(park, MANY);
    o.mem = (size_t)8 << 20;
    expect_end(&o, END_MEMORY, "");
}
END_TEST

START_TEST(a_million_elements_are_buffered)
{
    struct gopark_opts o = large("local n = %d\n"
                                 "local ch, sum = chan(n), 0\n"
                                 "for i = 1, n do ch:send(i) end\n"
                                 "print(#ch == n)\n"
                                 "close(ch)\n"
                                 "for v in range(ch) do sum = sum + v end\n"
                                 "print(sum == n * (n + 1) // 2)\n",
                                 MANY);
    expect_end(&o, END_RETURN, "true\ntrue\n");
}
END_TEST

START_TEST(a_hundred_thousand_timers_fire_in_order)
{
    struct gopark_opts o = large("local n, last, fired = %d, 0, 0\n"
                                 "local wg = sync.WaitGroup()\n"
                                 "wg:Add(n)\n"
                                 "for i = 1, n do\n"
                                 "  local d = (i * 7919) %% n * 1000\n"
                                 "  go(function()\n"
                                 "    local due = time.Now() + d\n"
                                 "    time.Sleep(d)\n"
                                 "    if time.Now() >= due then\n"
                                 "      fired = fired + 1\n"
                                 "    end\n"
                                 "    wg:Done()\n"
                                 "  end)\n"
                                 "end\n"
                                 "wg:Wait()\n"
                                 "print(fired == n)\n",
                                 MANY / 10);
    o.procs = 1; /* fired is not locked */
    expect_end(&o, END_RETURN, "true\n");
}
END_TEST

START_TEST(goroutines_can_be_limited)
{
    struct gopark_opts o = large(park, 1000);
    o.max_gs = 100;
    expect_end(&o, END_GS, "");
}
END_TEST

START_TEST(steps_can_be_limited)
{
    struct gopark_opts o = large("while true do runtime.Gosched() end", 0);
    o.max_steps = 12345;
    expect_end(&o, END_STEPS, "");
}
END_TEST

START_TEST(time_can_be_limited)
{
    struct gopark_opts o = large("while true do end", 0);
    o.max_time = 1000000;
    expect_end(&o, END_TIME, "");
}
END_TEST

static const char count[] = "local n, wg, mu = 0, sync.WaitGroup(),"
                            " sync.Mutex()\n"
                            "local function add()\n"
                            "  for _ = 1, 10000 do\n"
                            "    %s n = n + 1 %s\n"
                            "  end\n"
                            "  wg:Done()\n"
                            "end\n"
                            "wg:Add(4)\n"
                            "for _ = 1, 4 do go(add) end\n"
                            "wg:Wait()\n"
                            "print(n)\n";

static int
count_to(const char *before, const char *after, uint64_t seed)
{
    char text[1024];
    struct gopark_opts o;
    struct world *w;

    snprintf(text, sizeof text, count, before, after);
    o = script_opts(text, &result);
    o.seed = seed;
    w = script_open(&o);
    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_RETURN);
    world_close(w);
    return atoi(result.text);
}

/* One after the other, each beside the last. */
START_TEST(two_hundred_thousand_objects_are_looked_at)
{
    struct gopark_opts o = script_opts("local t = {}\n"
                                       "for i = 1, 200000 do t[i] = chan() end\n"
                                       "print(#t)\n",
                                       NULL);
    struct gopark_object at;
    struct world *w;
    uint32_t n = 0;

    o.mem = (size_t)1 << 30;
    w = script_open(&o);
    script_go(w, WORLD_TO_END);
    for (uint32_t id = 0; (id = world_next_object(w, id)) != 0; n++)
        ck_assert(world_object(w, id, &at));
    ck_assert_uint_eq(n, 200000);
    world_close(w);
}
END_TEST

START_TEST(updates_without_a_lock_are_lost)
{
    int lost = 0;
    for (uint64_t seed = 1; seed <= 10; seed++)
        lost += count_to("", "", seed) < 40000;
    ck_assert_int_ge(lost, 8);
}
END_TEST

START_TEST(updates_under_a_lock_are_not)
{
    for (uint64_t seed = 1; seed <= 5; seed++)
        ck_assert_int_eq(count_to("mu:Lock()", "mu:Unlock()", seed), 40000);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("limits");
    TCase *tc = tcase_create("limits");

    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, whichever_allocation_fails);
    tcase_add_loop_test(tc, a_million_goroutines_park, 0, 2);
    tcase_add_test(tc, a_million_goroutines_need_memory);
    tcase_add_test(tc, a_million_elements_are_buffered);
    tcase_add_test(tc, a_hundred_thousand_timers_fire_in_order);
    tcase_add_test(tc, goroutines_can_be_limited);
    tcase_add_test(tc, steps_can_be_limited);
    tcase_add_test(tc, time_can_be_limited);
    tcase_add_test(tc, two_hundred_thousand_objects_are_looked_at);
    tcase_add_test(tc, updates_without_a_lock_are_lost);
    tcase_add_test(tc, updates_under_a_lock_are_not);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
