/*
 * test_explain.c - why a goroutine is blocked, who could wake it, who waits
 * for whom (analysis.md DEAD-1..4).
 */
#include "script_fixture.h"

static struct output out;

/* Run to the end, or until main sleeps and nobody else can run. */
static struct world *
run(const char *script)
{
    struct gopark_opts o = script_opts(script, &out);
    struct gopark_g g;
    struct world *w;
    uint32_t id;
    bool busy;

    o.procs = 1;
    w = script_open(&o);
    do {
        script_go(w, world_steps(w) + 1);
        busy = !world_g(w, 1, &g) || g.place != AT_TIMER || g.when < 1000000000;
        for (id = world_next_g(w, 1); id != 0; id = world_next_g(w, id)) {
            world_g(w, id, &g);
            busy |= g.status != G_WAITING ||
                    (g.place == AT_TIMER && g.when < 1000000000);
        }
    } while (world_end(w)->how == END_NOT && busy);
    return w;
}

/* Put # in place of the numbers of steps and times, which depend on costs. */
static char *
without_numbers(char *text)
{
    static const char *const before[] = { "since step ", "until t=" };

    for (int i = 0; i < 2; i++) {
        for (char *at = text; (at = strstr(at, before[i])) != NULL;) {
            size_t n;

            at += strlen(before[i]);
            n = strspn(at, "0123456789.ms\xc2\xb5");
            if (at[n - 1] == '.')
                n--;
            *at = '#';
            memmove(at + 1, at + n, strlen(at + n) + 1);
        }
    }
    return text;
}

static void
expect_why(const char *script, uint32_t g, const char *expected)
{
    struct world *w = run(script);
    uint64_t hash = world_hash(w);
    char *text = world_why(w, g, GOPARK_EN);

    ck_assert_str_eq(without_numbers(text), expected);
    ck_assert_msg(world_hash(w) == hash, "the world differs");
    free(text);
    text = world_why(w, g, GOPARK_ZH);
    ck_assert_msg(strstr(text, "。") != NULL, "%s", text);
    free(text);
    world_close(w);
}

static const char pool[] = "local jobs = chan(2, 'jobs')\n"
                           "local results = chan(0, 'results')\n"
                           "local function worker()\n"
                           "  for j in range(jobs) do\n"
                           "    results:send(j)\n"
                           "  end\n"
                           "end\n"
                           "go(worker) go(worker)\n"
                           "for i = 1, 9 do\n"
                           "  jobs:send(i)\n"
                           "end\n"
                           "print((results:recv()))\n";

START_TEST(a_circle_of_channels_is_followed_round)
{
    expect_why(pool, 2,
               "G2 is blocked sending to results (unbuffered), test.lua:5, "
               "since step #.\n"
               "It needs a receiver. G1 receives from results at line 12, but "
               "G1 is blocked sending to jobs (2/2 full), line 10.\n"
               "jobs is drained by G2 and G3, both blocked sending to "
               "results.\n"
               "They wait for each other: deadlock.\n");
    expect_why(pool, 1,
               "G1 is blocked sending to jobs (2/2 full), test.lua:10, since "
               "step #.\n"
               "It needs a receiver. G2 and G3 range over jobs at line 4, but "
               "both are blocked sending to results (unbuffered), line 5.\n"
               "results is drained by G1, blocked sending to jobs.\n"
               "They wait for each other: deadlock.\n");
}
END_TEST

START_TEST(what_comes_later_in_the_same_goroutine_does_not_help)
{
    expect_why("local ch = chan()\nch:send(1)\nprint((ch:recv()))\n", 1,
               "G1 is blocked sending to ch (unbuffered), test.lua:2, since "
               "step #.\n"
               "It needs a receiver. G1 receives from ch at line 3, but only "
               "after this.\n"
               "It waits for itself: deadlock.\n");
}
END_TEST

START_TEST(a_waiter_that_can_be_woken_is_told_by_whom)
{
    expect_why("local ch = chan(0, 'ch')\n"
               "go(function() print((ch:recv())) end)\n"
               "time.Sleep(time.Second)\n"
               "ch:send(1)\n",
               2,
               "G2 is blocked receiving from ch (unbuffered), test.lua:2, "
               "since step #.\n"
               "It needs a sender, or a close. G1 sends to ch at line 4, and "
               "sleeps until t=#.\n"
               "So G2 can still be woken.\n");
}
END_TEST

START_TEST(a_deferred_done_is_still_to_come)
{
    expect_why("local wg = sync.WaitGroup('wg')\n"
               "local res = chan(0, 'res')\n"
               "wg:Add(1)\n"
               "go(function()\n"
               "  local _ <close> = defer(wg.Done, wg)\n"
               "  res:send(1)\n"
               "end)\n"
               "wg:Wait()\n"
               "print((res:recv()))\n",
               1,
               "G1 is blocked waiting for wg (counter 1), test.lua:8, since "
               "step #.\n"
               "It needs 1 more Done. G2 calls Done on wg at line 5, but G2 is "
               "blocked sending to res (unbuffered), line 6.\n"
               "res is drained by G1, blocked waiting for wg.\n"
               "They wait for each other: deadlock.\n"
               "It waits for goroutines that wait for it: take their results "
               "before Wait, or Wait in a goroutine of its own.\n");
}
END_TEST

static const char cross[] =
    "local A, B = sync.Mutex('A'), sync.Mutex('B')\n"
    "local function transfer(x, y)\n"
    "  x:Lock()\n"
    "  time.Sleep(1000)\n"
    "  y:Lock()\n"
    "  y:Unlock() x:Unlock()\n"
    "end\n"
    "go(transfer, A, B)\n"
    "go(transfer, B, A)\n"
    "go(function() time.Sleep(time.Minute) A:Lock() end)\n"
    "time.Sleep(time.Hour)\n";

START_TEST(a_deadlock_shows_the_four_conditions)
{
    struct world *w = run(cross);
    char *text = world_deadlock(w, GOPARK_EN);

    ck_assert_str_eq(
        without_numbers(text),
        "DEADLOCK among goroutines 2 and 3 (2 of 4; the others can still run "
        "or wait elsewhere)\n"
        "  goroutine 2 [sync.Mutex.Lock] test.lua:5  holds A (line 3)  wants "
        "B\n"
        "  goroutine 3 [sync.Mutex.Lock] test.lua:5  holds B (line 3)  wants "
        "A\n"
        "  mutual exclusion: a lock has one holder\n"
        "  hold and wait: each keeps what it has while it waits\n"
        "  no preemption: only the holder unlocks\n"
        "  circular wait: 2 -> B -> 3 -> A -> 2\n"
        "  break it by: one global order for these locks, or TryLock with "
        "back-off\n"
        "\n"
        "G2 is blocked locking B (locked by goroutine 3), test.lua:5, since "
        "step #.\n"
        "It needs an Unlock. G3 holds B, but G3 is blocked locking A (locked "
        "by goroutine 2), line 5.\n"
        "A is held by G2, blocked locking B.\n"
        "They wait for each other: deadlock.\n"
        "Let everybody take these locks in the same order, or use TryLock and "
        "step back.\n");
    free(text);
    world_close(w);
}
END_TEST

START_TEST(without_a_circle_there_is_no_deadlock)
{
    struct world *w = run("C = chan() go(function() C:recv() end)"
                          " time.Sleep(time.Hour)");
    char *text = world_deadlock(w, GOPARK_EN);

    ck_assert_str_eq(text, "no deadlock: every goroutine that is blocked can "
                           "still be woken\n");
    free(text);
    world_close(w);
}
END_TEST

START_TEST(the_graph_has_an_edge_for_each_wait_and_each_actor)
{
    struct world *w = run(cross);
    struct gopark_waits ws;
    int holds = 0, waits = 0;

    ck_assert(world_waits(w, &ws));
    for (int i = 0; i < ws.nedge; i++) {
        holds += ws.edge[i].kind == EDGE_HOLDS;
        waits += ws.edge[i].kind == EDGE_WAITS;
    }
    ck_assert_int_eq(holds, 2);
    ck_assert_int_eq(waits, 2);
    gopark_waits_free(&ws);
    world_close(w);
}
END_TEST

/* --- twins ------------------------------------------------------------------ */

static const char *
label_of(struct world *w, uint32_t id, char *buf)
{
    struct gopark_object o;

    ck_assert(world_object(w, id, &o));
    return gopark_object_label(&o, buf, 64);
}

START_TEST(locks_called_the_same_show_their_numbers)
{
    struct world *w = run("local function lock(mu) mu:Lock() mu:Lock() end\n"
                          "local A, B = sync.Mutex(), sync.Mutex()\n"
                          "local mu = chan()\n"
                          "go(lock, A)\n"
                          "go(lock, B)\n"
                          "A, B = nil, nil\n"
                          "mu:recv()\n");
    uint64_t hash = world_hash(w);
    char buf[64];

    ck_assert_str_eq(label_of(w, 1, buf), "mu#1");
    ck_assert_str_eq(label_of(w, 2, buf), "mu#2");
    ck_assert_str_eq(label_of(w, 3, buf), "mu");
    ck_assert(world_object_called(w, 2, "mu#2"));
    ck_assert(world_object_called(w, 2, "mu"));
    ck_assert(!world_object_called(w, 2, "mu#1"));
    ck_assert(world_object_called(w, 3, "ch#1"));
    ck_assert_msg(world_hash(w) == hash, "the world differs");
    world_close(w);
}
END_TEST

START_TEST(what_nobody_holds_any_more_is_no_twin)
{
    struct world *w = run("for i = 1, 2 do\n"
                          "  local done = chan(1)\n"
                          "  time.Sleep(i == 1 and time.Second or 1)\n"
                          "  if i == 2 then done:recv() end\n"
                          "end\n");
    char buf[64];

    ck_assert_str_eq(label_of(w, 1, buf), "done");
    script_go(w, 100000);
    ck_assert_str_eq(label_of(w, 2, buf), "done");
    world_close(w);
}
END_TEST

START_TEST(an_object_is_explained_by_who_waits_at_it)
{
    struct world *w = run("local mu = sync.Mutex()\n"
                          "local free = chan(1, 'free')\n"
                          "mu:Lock()\n"
                          "go(function() mu:Lock() end)\n"
                          "mu:Lock()\n");
    char *text = world_why_object(w, 1, GOPARK_EN);

    ck_assert_str_eq(text,
                     "mutex mu (locked by goroutine 1, test.lua:1).\n"
                     "G1 and G2 wait at it. It needs an Unlock. G1 holds mu "
                     "itself.\n"
                     "It waits for itself: deadlock.\n");
    free(text);
    text = world_why_object(w, 2, GOPARK_EN);
    ck_assert_str_eq(text, "channel free (buffer 0/1, test.lua:2).\n"
                           "Nobody waits at it.\n");
    free(text);
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("explain");
    TCase *t = tcase_create("why");
    SRunner *sr;
    int failed;

    tcase_add_test(t, a_circle_of_channels_is_followed_round);
    tcase_add_test(t, what_comes_later_in_the_same_goroutine_does_not_help);
    tcase_add_test(t, a_waiter_that_can_be_woken_is_told_by_whom);
    tcase_add_test(t, a_deferred_done_is_still_to_come);
    tcase_add_test(t, a_deadlock_shows_the_four_conditions);
    tcase_add_test(t, without_a_circle_there_is_no_deadlock);
    tcase_add_test(t, locks_called_the_same_show_their_numbers);
    tcase_add_test(t, what_nobody_holds_any_more_is_no_twin);
    tcase_add_test(t, an_object_is_explained_by_who_waits_at_it);
    tcase_add_test(t, the_graph_has_an_edge_for_each_wait_and_each_actor);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
