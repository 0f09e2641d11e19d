/*
 * test_costs.c - the virtual cost model: what must come out of it (COST-6).
 *
 * Goroutines that do nothing but one operation over and over, each with 1 ns
 * of work, are run on 1 to 16 Ps without Lua; compared is the virtual time an
 * operation takes, over all goroutines.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "sync/chan.h"
#include "sync/lock.h"

enum { ROUNDS = 20000 };

enum what { ADD_SHARED, ADD_OWN, READ_LOCK, LOCK, SEND, RECV };

struct task {
    enum what what;
    long left;         /* operations, or rounds of lock and unlock */
    int64_t section;   /* ns inside the lock, and again outside */
    struct line own;
    bool inside, waits;
};

static struct world *w;
static struct line shared;
static struct rwmutex rw;
static struct umutex mu;
static struct hchan ch;

/* Come to the lock. False: the task must yield. */
static bool
lock(struct g *gp, struct task *t)
{
    enum lock_act act = t->waits ? mutex_again(w, &mu.o, &mu.m, gp)
                                 : mutex_lock(w, &mu.o, &mu.m, gp);

    t->waits = act != LOCK_OK;
    return act == LOCK_OK;
}

/* One operation; YIELD_DEFER with t->waits false: it is done. */
static enum g_yield
act(struct g *gp, struct task *t)
{
    struct chan_move mv;

    switch (t->what) {
    case ADD_SHARED:
        cost_rmw(w, &shared);
        break;
    case ADD_OWN:
        cost_rmw(w, &t->own);
        break;
    case READ_LOCK:
        if (!t->inside)
            rw_rlock(w, &rw, gp);
        else
            rw_runlock(w, &rw, gp);
        t->inside = !t->inside;
        break;
    case LOCK:
        if (!t->inside && !lock(gp, t))
            return w->sched->yield;
        if (t->inside &&
            mutex_unlock(w, &mu.o, &mu.m, gp, NULL) == LOCK_YIELD) {
            t->inside = false;
            return YIELD_GOYIELD;
        }
        t->inside = !t->inside;
        break;
    case SEND:
        t->waits = chan_send(w, &ch, gp, 0, true, &mv) == CHAN_PARK;
        return t->waits ? YIELD_PARK : YIELD_DEFER;
    case RECV:
        t->waits = chan_recv(w, &ch, gp, true, &mv) == CHAN_PARK;
        return t->waits ? YIELD_PARK : YIELD_DEFER;
    }
    sched_cost(w, t->section);
    return YIELD_DEFER;
}

static enum g_yield
resume(struct world *world, struct g *gp)
{
    struct task *t = gp->task;
    enum g_yield y;

    if (t->waits && t->what != LOCK) {
        t->waits = false; /* the partner has done it */
        t->left--;
    }
    while (t->left > 0) {
        if (!sched_may_act(world))
            return world->sched->yield;
        y = act(gp, t);
        if (t->waits)
            return y;
        t->left--;
        if (y != YIELD_DEFER)
            return y;
    }
    return YIELD_EXIT;
}

static void
ended(struct world *world, struct g *gp)
{
    heap_free(world, gp->task, sizeof(struct task));
}

static const struct task_ops ops = { resume, ended, NULL };

static void
start(enum what what, long left, int64_t section)
{
    struct g *gp = g_new(w);
    struct task *t = heap_alloc(w, sizeof *t);

    ck_assert(gp != NULL && t != NULL);
    memset(t, 0, sizeof *t);
    t->what = what;
    t->left = left;
    t->section = section;
    t->own.owner = -1;
    gp->task = t;
    sched_go(w, gp);
}

static void
open_world(int procs)
{
    struct gopark_err err;

    ck_assert_int_eq(block_open(&w, (size_t)64 << 20, &err), GOPARK_OK);
    choose_seed(w, 1);
    ck_assert_int_eq(sched_open(w, &ops, procs, &err), GOPARK_OK);
    memset(&shared, 0, sizeof shared);
    shared.owner = -1;
    memset(&rw, 0, sizeof rw);
    obj_init(w, &rw.o, OBJ_RWMUTEX);
    memset(&mu, 0, sizeof mu);
    obj_init(w, &mu.o, OBJ_MUTEX);
}

/* Virtual ns an operation takes, of n in all, until nobody is left. */
static double
run(long n)
{
    double t;

    w->stop_at = UINT64_MAX;
    drive_run(w);
    ck_assert_int_eq(w->end.how, END_NO_GS);
    t = (double)w->sched->now / (double)n;
    block_close(w);
    return t;
}

/* One goroutine for each of procs Ps. */
static double
scaled(enum what what, int procs, int64_t section)
{
    int per = what == READ_LOCK || what == LOCK ? 2 : 1, i;

    open_world(procs);
    for (i = 0; i < procs; i++)
        start(what, (long)ROUNDS * per, section);
    return run((long)ROUNDS * procs);
}

/* An item through a channel of cap, from one goroutine to another. */
static double
through(int cap)
{
    open_world(1);
    chan_init(w, &ch, cap);
    start(SEND, ROUNDS, 0);
    start(RECV, ROUNDS, 0);
    return run(ROUNDS);
}

#define ck_between(x, low, high) \
    ck_assert_msg((x) >= (low) && (x) <= (high), "%s is %.2f, not %g to %g", \
                  #x, (x), (double)(low), (double)(high))

START_TEST(a_buffer_of_100_is_2_5_to_4_times_as_fast_as_none)
{
    ck_between(through(0) / through(100), 2.5, 4);
}
END_TEST

START_TEST(a_buffer_of_one_saves_a_fifth)
{
    ck_between(through(1) / through(0), 0.7, 0.9);
}
END_TEST

START_TEST(a_contended_atomic_takes_2_to_5_times_as_long)
{
    ck_between(scaled(ADD_SHARED, 8, 1) / scaled(ADD_SHARED, 1, 1), 2, 5);
}
END_TEST

START_TEST(counters_of_their_own_are_15_times_as_fast_on_8_ps)
{
    ck_between(scaled(ADD_SHARED, 8, 1) / scaled(ADD_OWN, 8, 1), 15, 100);
}
END_TEST

START_TEST(readers_of_an_empty_section_gain_nothing_from_more_ps)
{
    double alone = scaled(READ_LOCK, 1, 1);

    ck_assert_double_ge(scaled(READ_LOCK, 2, 1), alone);
    ck_assert_double_ge(scaled(READ_LOCK, 8, 1), alone);
    ck_assert_double_ge(scaled(READ_LOCK, 16, 1), alone);
}
END_TEST

START_TEST(readers_of_100_ns_are_3_times_as_fast_as_a_mutex_on_8_ps)
{
    ck_between(scaled(LOCK, 8, 100) / scaled(READ_LOCK, 8, 100), 3, 20);
}
END_TEST

START_TEST(a_mutex_nobody_leaves_is_5_to_12_times_slower_on_8_ps)
{
    ck_between(scaled(LOCK, 8, 1) / scaled(LOCK, 1, 1), 5, 12);
}
END_TEST

START_TEST(what_is_uncontended_costs_as_much_as_in_go)
{
    ck_between(scaled(ADD_SHARED, 1, 0), 4.5, 5.5);
    ck_between(scaled(LOCK, 1, 0), 9, 12);
    ck_between(scaled(READ_LOCK, 1, 0), 9, 12);
}
END_TEST

START_TEST(separate_counters_scale_with_the_ps)
{
    ck_between(scaled(ADD_OWN, 1, 1) / scaled(ADD_OWN, 4, 1), 3.5, 4.1);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("costs");
    TCase *tc = tcase_create("bands");
    SRunner *sr;
    int failed;

    tcase_set_timeout(tc, 30);
    tcase_add_test(tc, a_buffer_of_100_is_2_5_to_4_times_as_fast_as_none);
    tcase_add_test(tc, a_buffer_of_one_saves_a_fifth);
    tcase_add_test(tc, a_contended_atomic_takes_2_to_5_times_as_long);
    tcase_add_test(tc, counters_of_their_own_are_15_times_as_fast_on_8_ps);
    tcase_add_test(tc, readers_of_an_empty_section_gain_nothing_from_more_ps);
    tcase_add_test(tc,
                   readers_of_100_ns_are_3_times_as_fast_as_a_mutex_on_8_ps);
    tcase_add_test(tc, a_mutex_nobody_leaves_is_5_to_12_times_slower_on_8_ps);
    tcase_add_test(tc, what_is_uncontended_costs_as_much_as_in_go);
    tcase_add_test(tc, separate_counters_scale_with_the_ps);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed == 0 ? 0 : 1;
}
