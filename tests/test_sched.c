/*
 * test_sched.c - who runs next, on which P: the scheduler without Lua.
 */
#include "task_fixture.h"

#define END { DO_END, 0, 0, NULL, NULL }
#define LOG(t) { DO_LOG, 0, 0, t, NULL }
#define GO(i) { DO_GO, 0, i, NULL, NULL }
#define YIELD { DO_YIELD, 0, 0, NULL, NULL }
#define SLEEP(ns) { DO_SLEEP, ns, 0, NULL, NULL }
#define WORK(ns) { DO_WORK, ns, 0, NULL, NULL }
#define SYSCALL(ns) { DO_SYSCALL, ns, 0, NULL, NULL }
#define PROCS(n) { DO_PROCS, n, 0, NULL, NULL }
#define STOP { DO_STOP, 0, 0, NULL, NULL }

static void
setup1(void)
{
    setup(1);
}

static void
setup4(void)
{
    setup(4);
}

/* SCH-20, O01: the newest is next, the others in order behind it. */
START_TEST(the_newest_goroutine_runs_next)
{
    static const struct op g[] = { LOG("g%ld"), END };
    static const struct op list[] = { GO(0), GO(0), GO(0), LOG("main"),
                                      SLEEP(1000000), STOP, END };

    fx.list[0] = g;
    ck_assert_str_eq(play(list), "main g4 g2 g3");
}
END_TEST

/* SCH-70: Gosched goes behind everything that is queued. */
START_TEST(gosched_goes_to_the_global_queue)
{
    static const struct op g[] = { LOG("g%ld"), YIELD, LOG("g%ld"), END };
    static const struct op list[] = { GO(0), GO(0), YIELD, LOG("main"), YIELD,
                                      YIELD, STOP, END };

    fx.list[0] = g;
    ck_assert_str_eq(play(list), "g3 g2 main g3 g2");
}
END_TEST

/* SCH-22: of 257 in the queue the older 128 and the new one move away. */
START_TEST(a_full_queue_sends_its_older_half_to_the_global_one)
{
    struct p *pp = fx.w->sched->allp[0];
    struct g *gp[258];
    int i;

    for (i = 0; i < 258; i++) {
        gp[i] = g_new(fx.w);
        g_set_status(fx.w, gp[i], G_RUNNABLE);
        if (i == 256)
            ck_assert_uint_eq(pp->tail - pp->head, 256);
        runq_put(fx.w->sched, pp, gp[i], false);
    }
    ck_assert_uint_eq(pp->tail - pp->head, 129);
    ck_assert_uint_eq(fx.w->sched->globq.n, 129);
    ck_assert_ptr_eq(fx.w->sched->globq.head, gp[0]);
    ck_assert_ptr_eq(fx.w->sched->globq.tail, gp[256]);
    ck_assert_ptr_eq(pp->runq[pp->head % RUNQ_SIZE], gp[128]);
}
END_TEST

/* SCH-26: half, rounded up, the oldest, and the last of them runs. */
START_TEST(a_thief_takes_half_and_runs_the_last)
{
    struct sched *s = fx.w->sched;
    struct g *gp[5], *got;
    int i;

    for (i = 0; i < 5; i++) {
        gp[i] = g_new(fx.w);
        g_set_status(fx.w, gp[i], G_RUNNABLE);
        runq_put(s, s->allp[1], gp[i], false);
    }
    got = runq_steal(fx.w, s->allp[0], s->allp[1]);
    ck_assert_ptr_eq(got, gp[2]);
    ck_assert_uint_eq(s->allp[0]->tail - s->allp[0]->head, 2);
    ck_assert_uint_eq(s->allp[1]->tail - s->allp[1]->head, 2);
    ck_assert_ptr_eq(s->allp[0]->runq[0], gp[0]);
}
END_TEST

/* SCH-25. */
START_TEST(a_p_takes_its_share_of_the_global_queue)
{
    struct sched *s = fx.w->sched;
    int i;

    for (i = 0; i < 10; i++) {
        struct g *gp = g_new(fx.w);

        g_set_status(fx.w, gp, G_RUNNABLE);
        globq_put(s, gp);
    }
    ck_assert_uint_eq(globq_get(s, s->allp[0], 0)->id, 1);
    ck_assert_uint_eq(s->globq.n, 10 - (10 / 4 + 1));
    ck_assert_uint_eq(globq_get(s, s->allp[0], 1)->id, 4);
    ck_assert_uint_eq(s->globq.n, 6);
}
END_TEST

/* SCH-40, SCH-31 j: with idle Ps the work spreads. */
START_TEST(four_workers_take_a_quarter_of_the_time)
{
    static const struct op g[] = { WORK(8000000), END };
    static const struct op list[] = { GO(0), GO(0), GO(0), WORK(8000000),
                                      SLEEP(1000000), STOP, END };

    fx.list[0] = g;
    play(list);
    ck_assert_int_lt(fx.w->sched->now, 10000000);
    ck_assert_uint_ge(fx.w->sched->n.steals, 1);
    ck_assert_int_ge(fx.w->sched->nm, 4);
}
END_TEST

/* SCH-62, SCH-63: preempted after 10 to 20 ms, and to the global queue. */
START_TEST(a_long_computation_is_preempted)
{
    static const struct op hog[] = { WORK(100000000), LOG("hog"), END };
    static const struct op list[] = { GO(0), YIELD, LOG("main"),
                                      SLEEP(200000000), STOP, END };

    fx.list[0] = hog;
    fx.w->sched->max_time = 1000000000;
    ck_assert_str_eq(play(list), "main hog");
    ck_assert_uint_ge(fx.w->sched->n.preempts, 1);
}
END_TEST

/* SCH-53: sysmon takes the P of a long system call for those that wait. */
START_TEST(sysmon_hands_off_the_p_of_a_long_system_call)
{
    static const struct op caller[] = { SYSCALL(50000000), LOG("back"), END };
    static const struct op other[] = { LOG("other"), END };
    static const struct op list[] = { GO(1), GO(0), SLEEP(100000000), STOP,
                                      END };

    fx.list[0] = caller;
    fx.list[1] = other;
    ck_assert_str_eq(play(list), "other back");
    ck_assert_uint_ge(fx.w->sched->n.handoffs, 1);
}
END_TEST

/* SCH-52: a short one keeps its P. */
START_TEST(a_short_system_call_keeps_its_p)
{
    static const struct op list[] = { SYSCALL(5000), LOG("back"), STOP, END };

    ck_assert_str_eq(play(list), "back");
    ck_assert_uint_eq(fx.w->sched->n.handoffs, 0);
}
END_TEST

/* GS-23: the queue of a P that goes away comes first. */
START_TEST(fewer_ps_keep_every_goroutine)
{
    static const struct op g[] = { WORK(3000000), LOG("g%ld"), END };
    static const struct op list[] = { GO(0), GO(0), GO(0), GO(0), GO(0),
                                      WORK(1000000), PROCS(1),
                                      SLEEP(100000000), PROCS(3), GO(0),
                                      SLEEP(100000000), STOP, END };
    int i, n = 0;

    fx.list[0] = g;
    play(list);
    for (i = 0; fx.log[i] != '\0'; i++)
        n += fx.log[i] == 'g';
    ck_assert_int_eq(n, 6);
    ck_assert_int_eq(fx.w->sched->nproc, 3);
}
END_TEST

/* TM-3, O23: timers found due together ready the last one to run first. */
START_TEST(timers_fire_in_order)
{
    static const struct op late[] = { SLEEP(300000), LOG("late"), END };
    static const struct op early[] = { SLEEP(100000), LOG("early"), END };
    static const struct op list[] = { GO(0), GO(1), SLEEP(1000000), STOP,
                                      END };

    fx.list[0] = late;
    fx.list[1] = early;
    ck_assert_str_eq(play(list), "early late");
}
END_TEST

/* A heap of timers gives them back in order, whatever was taken out. */
START_TEST(timer_heap_is_sorted)
{
    static struct timer t[200];
    uint64_t r = 12345;
    struct timerheap *h = &fx.w->sched->allp[0]->timers;
    int64_t last = 0;
    int i;

    memset(t, 0, sizeof t);
    for (i = 0; i < 200; i++) {
        r = r * 6364136223846793005u + 1442695040888963407u;
        t[i].sleeps = i % 2 == 0;
        ck_assert(timer_arm(fx.w, &t[i], 1 + (int64_t)(r >> 40)));
    }
    for (i = 0; i < 200; i += 3)
        ck_assert(timer_disarm(fx.w, &t[i]));
    ck_assert(!timer_disarm(fx.w, &t[0]));
    while (h->n > 0) {
        ck_assert_int_ge(h->at[0].when, last);
        last = h->at[0].when;
        timer_disarm(fx.w, h->at[0].t);
    }
}
END_TEST

/* --- random programs, stopped or not, on 1 to 8 Ps ---------------------- */

enum { NPROG = 40, LISTLEN = 14 };

static uint64_t rnd_state;

static unsigned
rnd(unsigned n)
{
    rnd_state = rnd_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(rnd_state >> 33) % n;
}

static void
random_list(struct op *op, int n)
{
    int i;

    memset(op, 0, sizeof *op * (size_t)(n + 1));
    for (i = 0; i < n; i++) {
        static const enum do_kind kind[] = { DO_SEND, DO_RECV, DO_YIELD,
                                             DO_WORK, DO_SLEEP, DO_SYSCALL,
                                             DO_SEND, DO_RECV };

        op[i].kind = kind[rnd(8)];
        op[i].obj = (int)rnd(3);
        op[i].n = 1 + (long)rnd(rnd(4) == 0 ? 30000000 : 40000);
    }
}

/* Run the program of a seed; step by step if stops. Returns its log. */
static void
run_random(unsigned seed, bool stops, char *log, size_t size)
{
    static struct op op[NLIST][LISTLEN + 1];
    static struct op mainlist[NLIST + 2];
    int i;

    rnd_state = seed;
    setup(1 + (int)rnd(8));
    for (i = 0; i < 3; i++)
        make_chan(i, (int)rnd(3));
    for (i = 0; i < NLIST; i++) {
        random_list(op[i], LISTLEN);
        fx.list[i] = op[i];
        mainlist[i] = (struct op)GO(i);
    }
    mainlist[NLIST] = (struct op)SLEEP(500000000);
    mainlist[NLIST + 1] = (struct op)STOP;
    start(fx.w, mainlist);
    fx.w->stop_at = stops ? 0 : 1000000;
    while (fx.w->end.how == END_NOT && fx.w->steps < 1000000) {
        if (stops)
            fx.w->stop_at = fx.w->steps + 1 + rnd(3);
        drive_run(fx.w);
    }
    snprintf(log, size, "%s | %d %llu %lld", fx.log, fx.w->end.how,
             (unsigned long long)fx.w->steps, (long long)fx.w->sched->now);
    teardown();
}

START_TEST(stopping_makes_no_difference)
{
    static char a[5000], b[5000];

    run_random(1000u + (unsigned)_i, false, a, sizeof a);
    run_random(1000u + (unsigned)_i, true, b, sizeof b);
    ck_assert_msg(strcmp(a, b) == 0, "seed %d:\n%s\n%s", 1000 + _i, a, b);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("sched");
    TCase *one = tcase_create("one P"), *four = tcase_create("four Ps");
    TCase *any = tcase_create("random");
    SRunner *r = srunner_create(s);
    int failed;

    tcase_add_checked_fixture(one, setup1, teardown);
    tcase_add_test(one, the_newest_goroutine_runs_next);
    tcase_add_test(one, gosched_goes_to_the_global_queue);
    tcase_add_test(one, a_full_queue_sends_its_older_half_to_the_global_one);
    tcase_add_test(one, a_long_computation_is_preempted);
    tcase_add_test(one, sysmon_hands_off_the_p_of_a_long_system_call);
    tcase_add_test(one, a_short_system_call_keeps_its_p);
    tcase_add_test(one, timers_fire_in_order);
    tcase_add_test(one, timer_heap_is_sorted);
    tcase_add_checked_fixture(four, setup4, teardown);
    tcase_add_test(four, a_thief_takes_half_and_runs_the_last);
    tcase_add_test(four, a_p_takes_its_share_of_the_global_queue);
    tcase_add_test(four, four_workers_take_a_quarter_of_the_time);
    tcase_add_test(four, fewer_ps_keep_every_goroutine);
    tcase_add_loop_test(any, stopping_makes_no_difference, 0, NPROG);
    suite_add_tcase(s, one);
    suite_add_tcase(s, four);
    suite_add_tcase(s, any);
    srunner_run_all(r, CK_NORMAL);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
