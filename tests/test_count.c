/*
 * test_count.c - the instructions of a goroutine, shown to the last one.
 *
 * What Lua executes for a loop is known: so many more rounds are so many more
 * instructions, wherever the count hook has fired in between.
 */
#include "script_fixture.h"

#include <inttypes.h>

static struct output out;

static struct world *
open_at(const char *format, int rounds, int which, uint64_t steps)
{
    static char text[1000];
    struct gopark_opts o;
    struct world *w;

    snprintf(text, sizeof text, format, rounds);
    o = script_opts(text, &out);
    o.seed = 1 + (uint64_t)which;
    o.procs = 1 + which % 2 * 3;
    w = script_open(&o);
    script_go(w, steps);
    return w;
}

static uint64_t
total_of(const char *format, int rounds, int which)
{
    struct world *w = open_at(format, rounds, which, 100000);
    struct gopark_stats st;

    world_stats(w, &st);
    world_close(w);
    return st.instructions;
}

static uint64_t
count_now(struct world *w, uint32_t g)
{
    struct gopark_g info;

    ck_assert(world_g(w, g, &info));
    return info.instructions;
}

/* Each round of the loop, of which there are `loops`, takes `each`. */
static void
expect_rounds(const char *format, int loops, int each, int which)
{
    static const int rounds[] = { 1, 10, 1000, 2047, 5000, 100000 };
    uint64_t none = total_of(format, 0, which);

    for (int i = 0; i < 6; i++)
        ck_assert_uint_eq(total_of(format, rounds[i], which) - none,
                          (uint64_t)loops * (uint64_t)each *
                              (uint64_t)rounds[i]);
}

START_TEST(each_round_of_a_loop_counts)
{
    expect_rounds("local x = 0\n"
                  "for i = 1, %d do x = x + 1 end\n"
                  "chan():recv()\n",
                  1, 2, _i);
}
END_TEST

START_TEST(those_that_have_ended_count)
{
    expect_rounds("local n, wg = %d, sync.WaitGroup()\n"
                  "for k = 1, 5 do\n"
                  "  wg:Go(function() local x = 0\n"
                  "    for i = 1, n do x = x + 1 end end)\n"
                  "end\n"
                  "wg:Wait()\n"
                  "chan():recv()\n",
                  5, 2, _i);
}
END_TEST

START_TEST(coroutines_count_for_the_goroutine_they_run_in)
{
    expect_rounds("local n = %d\n"
                  "local co = coroutine.wrap(function()\n"
                  "  local x = 0\n"
                  "  for k = 1, 4 do\n"
                  "    for i = 1, n do x = x + 1 end\n"
                  "    coroutine.yield()\n"
                  "  end\n"
                  "end)\n"
                  "for k = 1, 4 do co() end\n"
                  "chan():recv()\n",
                  4, 2, _i);
}
END_TEST

/* Its thread is that of one which has done something before. */
START_TEST(what_another_did_on_the_same_thread_does_not_count)
{
    static const char format[] = "local n = %d\n"
                                 "go(function() local x = 0\n"
                                 "  for i = 1, n do x = x + 1 end end)\n"
                                 "time.Sleep(time.Second)\n"
                                 "go(function() chan():recv() end)\n"
                                 "chan():recv()\n";
    struct world *w = open_at(format, 0, _i, 100000);
    uint64_t fresh = count_now(w, 3);

    world_close(w);
    ck_assert_uint_gt(fresh, 0);
    w = open_at(format, 777, _i, 100000);
    ck_assert_uint_eq(count_now(w, 3), fresh);
    world_close(w);
}
END_TEST

/* Where a goroutine gives way in the middle of a loop, its variable tells how
 * far it is. */
START_TEST(a_loop_that_is_stopped_half_way_has_counted_half)
{
    struct world *w = open_at("local x = 0\n"
                              "for i = 1, %d do x = x + 1 end\n",
                              30000, _i, 0);
    struct gopark_local l[8];
    uint64_t first = 0, n;
    int stops = 0;

    for (uint64_t to = 1; world_end(w)->how == END_NOT; to++) {
        script_go(w, to);
        if (world_end(w)->how != END_NOT || world_locals(w, 1, 0, l, 8) < 2)
            continue;
        ck_assert_str_eq(l[0].name, "x");
        n = count_now(w, 1) - 2 * strtoull(l[0].value, NULL, 10);
        if (stops++ == 0)
            first = n;
        ck_assert_msg(n + 2 >= first && n <= first + 2,
                      "at %s: %" PRIu64 " besides the loop, first %" PRIu64,
                      l[0].value, n, first);
    }
    ck_assert_int_gt(stops, 10);
    world_close(w);
}
END_TEST

static bool
look(void *ctx, struct world *w, const struct gopark_spot *at)
{
    (void)ctx;
    (void)w;
    return at->g == 1;
}

START_TEST(each_instruction_stepped_is_one_more)
{
    struct world *w = open_at("local x = 0\n"
                              "for i = 1, %d do x = x + 1 end\n",
                              500, _i, 0);
    uint64_t last = 0, n;
    int pauses = 0;

    world_set_probe(w, PROBE_INSTRUCTION, look, NULL);
    while (pauses < 900) {
        script_go(w, 100000);
        ck_assert(world_paused(w));
        n = count_now(w, 1);
        if (pauses++ > 0)
            ck_assert_uint_eq(n, last + 1);
        last = n;
    }
    world_set_probe(w, 0, NULL, NULL);
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("count");
    TCase *t = tcase_create("count");
    SRunner *sr;
    int failed;

    tcase_add_loop_test(t, each_round_of_a_loop_counts, 0, 4);
    tcase_add_loop_test(t, those_that_have_ended_count, 0, 4);
    tcase_add_loop_test(t, coroutines_count_for_the_goroutine_they_run_in, 0,
                        4);
    tcase_add_loop_test(t, what_another_did_on_the_same_thread_does_not_count,
                        0, 4);
    tcase_add_loop_test(t, a_loop_that_is_stopped_half_way_has_counted_half, 0,
                        4);
    tcase_add_loop_test(t, each_instruction_stepped_is_one_more, 0, 4);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
