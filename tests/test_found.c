/*
 * test_found.c - what fuzzing and reading have found, so that it stays away.
 */
#include "script_fixture.h"

/* A run with every invariant checked after each event. */
static const struct gopark_end *
checked_run(const char *text, int procs, uint64_t seed)
{
    static struct gopark_end end;
    static struct output out;
    struct gopark_opts o = script_opts(text, &out);
    struct world *w;

    o.procs = procs;
    o.seed = seed;
    w = script_open(&o);
    w->host.check = world_check;
    script_go(w, WORLD_TO_END);
    end = *world_end(w);
    world_close(w);
    return &end;
}

/* The thread of a locked goroutine took another from the global queue. */
START_TEST(a_locked_thread_runs_nothing_else)
{
    static const char text[] =
        "local wg = sync.WaitGroup()\n"
        "local mu = sync.RWMutex()\n"
        "for i = 1, 8 do\n"
        "  wg:Go(function()\n"
        "    for j = 1, 40 do\n"
        "      if i < 4 then\n"
        "        mu:Lock() runtime.LockOSThread() runtime.Gosched()\n"
        "        mu:Unlock()\n"
        "      else\n"
        "        mu:RLock() runtime.Gosched() mu:RUnlock()\n"
        "      end\n"
        "    end\n"
        "  end)\n"
        "end\n"
        "wg:Wait()\n";
    int procs;

    for (procs = 1; procs <= 4; procs++)
        ck_assert_int_eq(checked_run(text, procs, (uint64_t)_i)->how,
                         END_RETURN);
}
END_TEST

/* Each traceback, and each count of instructions, of a deep stack took time
 * that grew with the square of its depth. */
START_TEST(a_deep_stack_is_walked_in_time)
{
    ck_assert_int_eq(
        checked_run("local function f(n)\n"
                    "  if n == 0 then return #runtime.Stack() end\n"
                    "  return 0 + f(n - 1)\n"
                    "end\n"
                    "f(100000)\n",
                    1, 1)
            ->how,
        END_RETURN);
    ck_assert_int_eq(
        checked_run("local function f() return 1 + f() end f()", 1, 1)->how,
        END_FATAL);
}
END_TEST

/* A verb of NUL was taken for one of those of a float. */
START_TEST(nul_is_no_verb)
{
    ck_assert_int_eq(checked_run("local s = fmt.Sprintf('%6.\\0', { 1.5 })\n"
                                 "os.exit(s:find('%!\\0(', 1, true) and 7)",
                                 1, 1)
                         ->code,
                     7);
}
END_TEST

/* A goroutine that had received from a channel nobody knew any more still
 * named it when it was looked at. */
START_TEST(what_is_over_names_no_object)
{
    static struct output out;
    struct gopark_opts o = script_opts("time.Tick(8):recv()\n"
                                       "for i = 1, 4 do collectgarbage() end\n"
                                       "error('over')\n",
                                       &out);
    struct world *w = script_open(&o);
    struct gopark_g g;

    script_go(w, WORLD_TO_END);
    ck_assert(world_g(w, 1, &g));
    ck_assert_uint_eq(g.next_object, 0);
    world_close(w);
}
END_TEST

/* Without room for the text its copy outside was lost: a leak that only the
 * sanitizer's build tells. */
START_TEST(a_stack_without_room_is_given_back)
{
    static struct output out;
    struct gopark_opts o =
        script_opts("for i = 1, 100 do go(function() chan():recv() end) end\n"
                    "runtime.Gosched()\n"
                    "local t = {}\n"
                    "while true do t[#t + 1] = runtime.Stack(true) end\n",
                    &out);
    struct world *w;

    o.mem = (size_t)4 << 20;
    w = script_open(&o);
    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_MEMORY);
    world_close(w);
}
END_TEST

/* The monitor caught up with years in steps of 10 ms. */
START_TEST(nobody_watches_a_long_sleep)
{
    static struct output out;
    struct gopark_opts o = script_opts("time.Sleep(290 * 365 * 24 * time.Hour)"
                                       " print('late')",
                                       &out);
    struct world *w = script_open(&o);

    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_RETURN);
    world_close(w);
}
END_TEST

/* Leaves its mark on the C stack, where the next call will stand. */
static void
soil(int c)
{
    volatile unsigned char dirt[16384];

    for (size_t i = 0; i < sizeof dirt; i++)
        dirt[i] = (unsigned char)c;
}

/* A gap in a record of the timers held a byte of the C stack. */
START_TEST(nothing_of_the_c_stack_gets_into_a_world)
{
    static struct output out;
    struct gopark_opts o = script_opts(
        "for i = 1, 40 do\n"
        "  go(function()\n"
        "    select { recv(time.After(i * 1000)), recv(time.After(9 * i)) }\n"
        "    time.Sleep(i)\n"
        "  end)\n"
        "end\n"
        "time.Sleep(20000)\n",
        &out);
    struct world *w = script_open(&o);
    struct snapshot *s;
    uint64_t hash[2];

    script_go(w, 60);
    s = snapshot_take(w, NULL);
    for (int i = 0; i < 2; i++) {
        snapshot_restore(w, s);
        for (uint64_t step = 61; step < 160; step++) {
            soil(0x11 * (i + 1));
            script_go(w, step);
        }
        hash[i] = world_hash(w);
    }
    ck_assert_uint_eq(hash[0], hash[1]);
    snapshot_free(s);
    world_close(w);
}
END_TEST

/* The numbers of the objects there are, added up. */
static uint64_t
sum_objects(const struct world *w)
{
    struct gopark_object o;
    uint64_t sum = 0;

    for (uint32_t id = 0; (id = world_next_object(w, id)) != 0;) {
        ck_assert(world_object(w, id, &o));
        ck_assert_uint_eq(o.id, id);
        sum += id;
    }
    return sum;
}

/* Where the last object was found is looked at first for the next: it may be
 * gone since, or be back. */
START_TEST(objects_are_found_though_others_went)
{
    struct gopark_opts o = script_opts("local t = {}\n"
                                       "for i = 1, 50 do t[i] = chan() end\n"
                                       "runtime.Gosched()\n"
                                       "for i = 2, 50 do t[i] = nil end\n"
                                       "runtime.GC()\n"
                                       "runtime.Gosched()\n"
                                       "for i = 1, 9 do t[i] = chan() end\n"
                                       "runtime.Gosched()\n",
                                       NULL);
    struct world *w = script_open(&o);
    struct snapshot *s;

    script_go(w, 1);
    ck_assert_uint_eq(sum_objects(w), 50 * 51 / 2);
    s = snapshot_take(w, NULL);
    script_go(w, 3);
    ck_assert_uint_eq(sum_objects(w), 1);
    snapshot_restore(w, s);
    ck_assert_uint_eq(sum_objects(w), 50 * 51 / 2);
    script_go(w, WORLD_TO_END);
    ck_assert_uint_ge(sum_objects(w), 51 + 52 + 53 + 54 + 55);
    snapshot_free(s);
    world_close(w);
}
END_TEST

/* The clock stood at its last nanosecond, and went on from there. */
START_TEST(a_sleep_for_ever_leaves_the_clock_room)
{
    static const char text[] =
        "local pause = 10 * time.Millisecond\n"
        "for _ = 1, 80 do\n"
        "  select { recv(time.After(pause)) }\n"
        "  pause = pause * 2\n"
        "end\n"
        "time.Sleep(math.maxinteger)\n"
        "time.NewTicker(math.maxinteger).C:recv()\n"
        "go(function() time.Sleep(1) end)\n"
        "time.Sleep(2)\n"
        "assert(time.Now() > 0)\n";
    ck_assert_int_eq(checked_run(text, 1, 1)->how, END_RETURN);
    ck_assert_int_eq(checked_run(text, 4, 2)->how, END_RETURN);
}
END_TEST

/* A number too large for an integer was made one before it was looked at. */
START_TEST(a_channel_has_no_infinite_size)
{
    static const char text[] =
        "for _, n in ipairs{ 1e308, -1e308, 1/0, -1/0, 0/0, 2.5, -1,\n"
        "                    math.maxinteger, math.mininteger } do\n"
        "  assert(not pcall(chan, n))\n"
        "end\n"
        "assert(cap(chan(3.0)) == 3)\n";

    ck_assert_int_eq(checked_run(text, 1, 1)->how, END_RETURN);
}
END_TEST

/* A goroutine that got the structure of one that had called Goexit could catch
 * what a deferred function raised on its own way out, and go on. */
START_TEST(an_exit_is_not_handed_on)
{
    static const char text[] =
        "go(runtime.Goexit) time.Sleep(1000)\n"
        "go(function()\n"
        "  pcall(function()\n"
        "    local _ <close> = defer(error, 'on the way out')\n"
        "    runtime.Goexit()\n"
        "  end)\n"
        "  error('it goes on')\n"
        "end)\n"
        "time.Sleep(1000)\n";

    ck_assert_int_eq(checked_run(text, 1, 1)->how, END_RETURN);
}
END_TEST

/* Each case on a channel was compared with all before it. */
START_TEST(many_cases_on_one_channel_take_their_time_once)
{
    static const char text[] =
        "local c, cases = chan(), {}\n"
        "for i = 1, 65535 do cases[i] = recv(c) end\n"
        "go(function() for _ = 1, 20 do select(cases) end end)\n"
        "for i = 1, 20 do c:send(i) end\n";

    ck_assert_int_eq(checked_run(text, 1, 1)->how, END_RETURN);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("found");
    TCase *tc = tcase_create("by fuzzing");
    SRunner *sr;
    int failed;

    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, a_channel_has_no_infinite_size);
    tcase_add_test(tc, an_exit_is_not_handed_on);
    tcase_add_test(tc, many_cases_on_one_channel_take_their_time_once);
    tcase_add_test(tc, a_sleep_for_ever_leaves_the_clock_room);
    tcase_add_loop_test(tc, a_locked_thread_runs_nothing_else, 1, 9);
    tcase_add_test(tc, nul_is_no_verb);
    tcase_add_test(tc, nothing_of_the_c_stack_gets_into_a_world);
    tcase_add_test(tc, objects_are_found_though_others_went);
    tcase_add_test(tc, what_is_over_names_no_object);
    tcase_add_test(tc, nobody_watches_a_long_sleep);
    tcase_add_test(tc, a_stack_without_room_is_given_back);
    tcase_add_test(tc, a_deep_stack_is_walked_in_time);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed == 0 ? 0 : 1;
}
