/*
 * test_chan.c - channels, select, mutexes and wait groups without Lua.
 */
#include "task_fixture.h"

#define P(ops) (fx.list[0] = (ops))
#define END { DO_END, 0, 0, NULL, NULL }
#define LOG(t) { DO_LOG, 0, 0, t, NULL }
#define GO(i) { DO_GO, 0, i, NULL, NULL }
#define SEND(c, v) { DO_SEND, v, c, NULL, NULL }
#define RECV(c) { DO_RECV, 0, c, NULL, NULL }
#define CLOSE(c) { DO_CLOSE, 0, c, NULL, NULL }
#define YIELD { DO_YIELD, 0, 0, NULL, NULL }
#define SLEEP(ns) { DO_SLEEP, ns, 0, NULL, NULL }
#define STOP { DO_STOP, 0, 0, NULL, NULL }

/* Cases name channels by number; the fixture puts the channel in. */
#define ON(c, s) { (struct hchan *)(uintptr_t)(c), s, 0 }

static void
setup1(void)
{
    setup(1);
}

/* CH-14, CH-16: a send parks exactly when the buffer is full. */
START_TEST(send_fills_the_buffer_then_parks)
{
    static const struct op sender[] = { SEND(0, 1), LOG("s1"), SEND(0, 2),
                                        LOG("s2"),  SEND(0, 3), LOG("s3"),
                                        SEND(0, 4), LOG("s4"), SEND(0, 5),
                                        LOG("s5"), END };
    static const struct op list[] = { GO(0), SLEEP(1000000), LOG("main"),
                                      STOP, END };
    static const char *const want[] = {
        "main", "s1 main", "s1 s2 main", "s1 s2 s3 main",
        "s1 s2 s3 s4 main",
    };

    make_chan(0, _i);
    P(sender);
    ck_assert_str_eq(play(list), want[_i]);
    ck_assert_int_eq(fx.c[0]->count, _i);
    ck_assert_ptr_nonnull(fx.c[0]->sendq.first);
}
END_TEST

/* CH-13: to a waiting receiver, past the buffer. */
START_TEST(send_hands_over_to_the_first_receiver)
{
    static const struct op receiver[] = { RECV(0), END };
    static const struct op list[] = {
        GO(0), YIELD, GO(0), YIELD, SEND(0, 7), SEND(0, 8), YIELD, STOP, END,
    };

    make_chan(0, _i);
    P(receiver);
    ck_assert_str_eq(play(list), "g3=8 g2=7");
    ck_assert_int_eq(fx.c[0]->count, 0);
}
END_TEST

/* CH-25: the oldest element goes out, the sender's value becomes the tail. */
START_TEST(receive_from_a_full_buffer_lets_the_first_sender_in)
{
    static const struct op sender[] = { SEND(0, 9), LOG("in"), END };
    static const struct op list[] = { SEND(0, 1), SEND(0, 2), GO(0), YIELD,
                                      RECV(0), RECV(0), RECV(0), YIELD,
                                      STOP, END };

    make_chan(0, 2);
    P(sender);
    ck_assert_str_eq(play(list), "g1=1 g1=2 g1=9 in");
}
END_TEST

/* CH-31, CH-32: first waiter, then the others from the last. */
START_TEST(close_readies_the_first_waiter_to_run_next)
{
    static const struct op receiver[] = { RECV(0), END };
    static const struct op list[] = { GO(0), YIELD, GO(0),    YIELD, GO(0),
                                      YIELD, GO(0), YIELD, CLOSE(0), YIELD,
                                      STOP,  END };

    make_chan(0, _i);
    P(receiver);
    ck_assert_str_eq(play(list),
                     "g2=closed g5=closed g4=closed g3=closed");
}
END_TEST

/* CH-26: what is in the buffer is still delivered. */
START_TEST(close_keeps_the_buffer)
{
    static const struct op list[] = { SEND(0, 1), SEND(0, 2), CLOSE(0),
                                      RECV(0), RECV(0), RECV(0), STOP, END };

    make_chan(0, 2);
    ck_assert_str_eq(play(list), "g1=1 g1=2 g1=closed");
}
END_TEST

/* CH-12, CH-18. */
START_TEST(send_on_closed_panics_in_the_sender)
{
    static const struct op sender[] = { SEND(0, 1), END };
    static const struct op list[] = { GO(0), YIELD, CLOSE(0), SEND(0, 2),
                                      YIELD, STOP, END };

    make_chan(0, 0);
    P(sender);
    ck_assert_str_eq(play(list), "g1:panic g2:panic");
}
END_TEST

/* SEL-11, SEL-12: one case completes, and the goroutine leaves all queues. */
START_TEST(select_leaves_every_queue_when_one_case_fires)
{
    static const struct scase cases[] = { ON(0, false), ON(1, false),
                                          ON(0, false) };
    static const struct op selector[] = { { DO_SELECT, 3, 0, NULL, cases },
                                          END };
    static const struct op list[] = { GO(0), YIELD, SEND(1, 5), YIELD, STOP,
                                      END };

    make_chan(0, _i);
    make_chan(1, _i);
    P(selector);
    ck_assert_str_eq(play(list), "g2:case2 g2=5");
    ck_assert_ptr_null(fx.c[0]->recvq.first);
    ck_assert_ptr_null(fx.c[1]->recvq.first);
}
END_TEST

/* SEL-13: it waits on both sides of one channel, and does not meet itself. */
START_TEST(select_does_not_meet_itself)
{
    static const struct scase cases[] = { ON(0, true), ON(0, false) };
    static const struct op selector[] = { { DO_SELECT, 2, 6, NULL, cases },
                                          END };
    static const struct op list[] = { GO(0), YIELD, LOG("waits"), RECV(0),
                                      YIELD, STOP, END };

    make_chan(0, 0);
    P(selector);
    ck_assert_str_eq(play(list), "waits g1=6 g2:case1");
}
END_TEST

/* SEL-8: each of three ready cases a third of the time, within 5 sigma. */
START_TEST(select_is_fair)
{
    int taken[3] = { 0, 0, 0 }, i, which;
    struct scase sc[3];
    struct chan_move mv;
    struct g *gp;

    for (i = 0; i < 3; i++) {
        make_chan(i, 1);
        sc[i] = (struct scase){ fx.c[i], false, 0 };
    }
    gp = start(fx.w, (const struct op[]){ END });
    for (i = 0; i < 3000; i++) {
        for (which = 0; which < 3; which++)
            fx.c[which]->count = 1;
        ck_assert_int_eq(select_try(fx.w, gp, sc, 3, &which, &mv), CHAN_SLOT);
        taken[which]++;
    }
    for (i = 0; i < 3; i++)
        ck_assert_int_lt(abs(taken[i] - 1000), 130);
}
END_TEST

/* DL-1. */
START_TEST(deadlock_when_nobody_can_move)
{
    static const struct op list[] = { RECV(0), END };

    make_chan(0, _i);
    play(list);
    ck_assert_int_eq(fx.w->end.how, END_DEADLOCK);
    ck_assert_int_eq(fx.w->end.code, 2);
}
END_TEST

/* DL-7: a sleeper keeps the program alive until it has slept. */
START_TEST(no_deadlock_while_somebody_sleeps)
{
    static const struct op sleeper[] = { SLEEP(50000000), SEND(0, 3), END };
    static const struct op list[] = { GO(0), RECV(0), STOP, END };

    make_chan(0, 0);
    P(sleeper);
    ck_assert_str_eq(play(list), "g1=3");
    ck_assert_int_ge(fx.w->sched->now, 50000000);
    ck_assert_int_lt(fx.w->sched->now, 50010000);
}
END_TEST

#define LOCK(m) { DO_LOCK, 0, m, NULL, NULL }
#define UNLOCK(m) { DO_UNLOCK, 0, m, NULL, NULL }
#define WORK(ns) { DO_WORK, ns, 0, NULL, NULL }

/* MU-10, O09: in order of arrival. */
START_TEST(mutex_wakes_in_order_of_arrival)
{
    static const struct op locker[] = { LOCK(0), LOG("l%ld"), UNLOCK(0),
                                        END };
    static const struct op list[] = { LOCK(0), GO(0), YIELD, GO(0), YIELD,
                                      GO(0), YIELD, LOG("unlock"), UNLOCK(0),
                                      SLEEP(1000), STOP, END };

    make_mutex(0);
    P(locker);
    ck_assert_str_eq(play(list), "unlock l2 l3 l4");
}
END_TEST

/* MU-6: after 1 ms the waiter gets the lock whatever the hog does. */
START_TEST(mutex_turns_to_starvation_mode)
{
    static const struct op hog[] = {
        LOCK(0), WORK(700000), UNLOCK(0), LOCK(0), WORK(700000), UNLOCK(0),
        LOCK(0), WORK(700000), UNLOCK(0), LOCK(0), WORK(700000), UNLOCK(0),
        LOG("hog"), END,
    };
    static const struct op waiter[] = { LOCK(0), LOG("waiter"), UNLOCK(0),
                                        END };
    static const struct op list[] = { GO(0), GO(1), SLEEP(9000000), STOP,
                                      END };

    teardown();
    setup(2);
    make_mutex(0);
    fx.list[0] = waiter;
    fx.list[1] = hog;
    play(list);
    ck_assert_str_eq(fx.log, "waiter hog");
}
END_TEST

/* MU-9. */
START_TEST(unlock_of_an_unlocked_mutex_is_fatal)
{
    static const struct op list[] = { UNLOCK(0), STOP, END };

    make_mutex(0);
    ck_assert_str_eq(play(list), "g1:fatal");
}
END_TEST

#define ADD(n) { DO_ADD, n, 0, NULL, NULL }
#define WAIT { DO_WAIT, 0, 0, NULL, NULL }

/* WG-6, O12: of the waiters the last runs first. */
START_TEST(wait_group_readies_all_and_the_last_runs_first)
{
    static const struct op waiter[] = { WAIT, LOG("w%ld"), END };
    static const struct op list[] = { ADD(1), GO(0), YIELD, GO(0), YIELD,
                                      GO(0), YIELD, ADD(-1), LOG("done"),
                                      SLEEP(1000), STOP, END };

    make_wg(0);
    P(waiter);
    ck_assert_str_eq(play(list), "done w4 w2 w3");
}
END_TEST

START_TEST(wait_group_counter_below_zero_panics)
{
    static const struct op list[] = { ADD(1), ADD(-1), ADD(-1), STOP, END };

    make_wg(0);
    ck_assert_str_eq(play(list), "g1:negative");
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("chan");
    TCase *tc = tcase_create("sync");
    SRunner *r = srunner_create(s);
    int failed;

    tcase_add_checked_fixture(tc, setup1, teardown);
    tcase_add_loop_test(tc, send_fills_the_buffer_then_parks, 0, 5);
    tcase_add_loop_test(tc, send_hands_over_to_the_first_receiver, 0, 5);
    tcase_add_test(tc, receive_from_a_full_buffer_lets_the_first_sender_in);
    tcase_add_loop_test(tc, close_readies_the_first_waiter_to_run_next, 0, 5);
    tcase_add_test(tc, close_keeps_the_buffer);
    tcase_add_test(tc, send_on_closed_panics_in_the_sender);
    tcase_add_loop_test(tc, select_leaves_every_queue_when_one_case_fires, 0,
                        5);
    tcase_add_test(tc, select_does_not_meet_itself);
    tcase_add_test(tc, select_is_fair);
    tcase_add_loop_test(tc, deadlock_when_nobody_can_move, 0, 5);
    tcase_add_test(tc, no_deadlock_while_somebody_sleeps);
    tcase_add_test(tc, mutex_wakes_in_order_of_arrival);
    tcase_add_test(tc, mutex_turns_to_starvation_mode);
    tcase_add_test(tc, unlock_of_an_unlocked_mutex_is_fatal);
    tcase_add_test(tc, wait_group_readies_all_and_the_last_runs_first);
    tcase_add_test(tc, wait_group_counter_below_zero_panics);
    suite_add_tcase(s, tc);
    srunner_run_all(r, CK_NORMAL);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
