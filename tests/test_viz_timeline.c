/*
 * test_viz_timeline.c - what ran when: read once, kept when going back,
 * replaced when something else happens; and the scale of time.
 */
#include "fake_world.h"
#include "viz_fixture.h"

static struct timeline T;
static struct world *W;

static void
open_line(void)
{
    memset(&T, 0, sizeof T);
    W = fake_new(2, 8, 1);
    fake_g(W, "main", 1);
    fake_g(W, "f", 2);
}

static void
close_line(void)
{
    timeline_fini(&T);
    fake_free(W);
}

/* G1 makes G2, runs and parks; G2 runs and ends. */
static void
history(void)
{
    fake_event(W, EV_G_START, 1, 0, 0, 0);
    fake_event(W, EV_GO, 1, 0, 0, 2);
    fake_event(W, EV_PARK, 1, 0, 0, WAIT_CHAN_RECV);
    fake_event(W, EV_G_START, 2, 1, 1, 0);
    fake_event(W, EV_READY, 2, 1, 1, 1);
    fake_event(W, EV_G_EXIT, 2, 1, 1, 0);
}

START_TEST(lanes_hold_who_ran)
{
    history();
    timeline_feed(&T, W);
    ck_assert_uint_eq(T.np, 2);
    ck_assert_uint_eq(T.p[0].n, 1);
    ck_assert_uint_eq(T.p[0].seg[0].g, 1);
    ck_assert_int_eq(T.p[0].seg[0].t1, W->event[2].t);
    ck_assert_uint_eq(T.p[1].seg[0].g, 2);
    ck_assert_int_eq(T.p[1].seg[0].t1, W->event[5].t);
}
END_TEST

START_TEST(changes_are_chained_by_goroutine)
{
    static const int want[] = { VS_RUNNABLE, VS_WAITING, VS_RUNNING,
                                VS_RUNNABLE };
    uint32_t at;
    history();
    timeline_feed(&T, W);
    at = T.last[1];
    for (int i = 0; i < 4; i++) {
        ck_assert_uint_ne(at, 0);
        ck_assert_int_eq(T.change[at - 1].state, want[i]);
        ck_assert_uint_eq(T.change[at - 1].g, 1);
        at = T.change[at - 1].prev;
    }
    ck_assert_uint_eq(at, 0);
}
END_TEST

START_TEST(moments_are_in_order_where_clocks_are_not)
{
    uint64_t step = 0;
    history();
    W->event[2].t = W->event[4].t + 1; /* the clock of M 0 is ahead */
    timeline_feed(&T, W);
    for (int64_t t = 0; t <= W->event[5].t + 1; t++) {
        const struct tl_count *c = timeline_count_at(&T, t);
        ck_assert_uint_ge(timeline_step_at(&T, t), step);
        step = timeline_step_at(&T, t);
        ck_assert(c == NULL || c->t <= t);
        ck_assert(c == NULL || c + 1 == T.count + T.ncount || c[1].t > t);
    }
    ck_assert_uint_eq(step, W->event[5].step);
}
END_TEST

START_TEST(going_back_keeps_the_future)
{
    uint64_t version;
    history();
    timeline_feed(&T, W);
    W->nevent = 3;
    version = T.version;
    ck_assert(timeline_feed(&T, W));
    ck_assert_uint_ne(T.version, version);
    ck_assert_uint_eq(T.now, 3);
    ck_assert_uint_eq(T.nev, 6);
    W->nevent = 6; /* the same again */
    timeline_feed(&T, W);
    ck_assert_uint_eq(T.now, 6);
    ck_assert_uint_eq(T.p[1].n, 1);
    ck_assert(!timeline_feed(&T, W));
}
END_TEST

/* G1 had been running since before the log begins. */
START_TEST(what_began_before_the_log_is_known_from_its_start)
{
    history();
    W->forgotten = 1;
    timeline_feed(&T, W);
    ck_assert_uint_eq(T.p[0].n, 1);
    ck_assert_uint_eq(T.p[0].seg[0].g, 1);
    ck_assert_int_eq(T.p[0].seg[0].t0, W->event[1].t);
    ck_assert_int_eq(T.p[0].seg[0].t1, W->event[2].t);
    ck_assert_int_eq(T.change[T.last[1] - 1].state, VS_RUNNABLE);
}
END_TEST

START_TEST(another_future_replaces_it)
{
    history();
    timeline_feed(&T, W);
    W->nevent = 3;
    timeline_feed(&T, W);
    fake_event(W, EV_G_START, 2, 0, 0, 0);
    timeline_feed(&T, W);
    ck_assert_uint_eq(T.nev, 4);
    ck_assert_uint_eq(T.p[0].n, 2);
    ck_assert_uint_eq(T.np, 1);
}
END_TEST

START_TEST(steps_are_found_by_time)
{
    history();
    timeline_feed(&T, W);
    for (uint32_t i = 0; i < W->nevent; i++)
        ck_assert_uint_eq(timeline_step_at(&T, W->event[i].t),
                          W->event[i].step);
    ck_assert_uint_eq(timeline_slice_before(&T, W->event[5].step),
                      W->event[3].step);
}
END_TEST

START_TEST(counts_follow_every_change)
{
    const struct tl_count *c;
    history();
    timeline_feed(&T, W);
    c = timeline_count_at(&T, W->event[2].t);
    ck_assert_int_eq(c->state[VS_WAITING], 1);
    ck_assert_int_eq(c->state[VS_RUNNABLE], 1);
    c = timeline_count_at(&T, W->event[5].t);
    ck_assert_int_eq(c->state[VS_DONE], 1);
    ck_assert_int_eq(c->state[VS_RUNNABLE], 1);
}
END_TEST

START_TEST(the_log_is_bounded)
{
    for (int i = 0; i < 600000; i++)
        fake_event(W, i % 2 ? EV_PREEMPT : EV_G_START, 1, 0, 0, 0);
    timeline_feed(&T, W);
    ck_assert_uint_le(T.nev, 1 << 18);
    ck_assert_uint_eq(T.first + T.nev, 600000);
}
END_TEST

/* A millisecond of sleep between two bursts. */
static void
sleepy(void)
{
    history();
    W->now += 1000000;
    history();
    timeline_feed(&T, W);
}

START_TEST(idle_time_takes_little_room)
{
    struct warp wp;
    sleepy();
    warp_init(&wp, &T, 0, W->now, 100, 700, 0);
    ck_assert_int_eq(wp.ngap, 1);
    ck_assert_float_le(wp.gap[0].x1 - wp.gap[0].x0, 200);
    ck_assert_int_gt(wp.gap[0].t1 - wp.gap[0].t0, 900000);
}
END_TEST

START_TEST(time_to_place_and_back)
{
    struct warp wp;
    float last = 0;
    sleepy();
    warp_init(&wp, &T, 0, W->now, 100, 700, 0);
    for (int64_t t = 0; t <= W->now; t += W->now / 997 + 1) {
        float x = warp_x(&wp, t);
        ck_assert_float_ge(x, last);
        ck_assert_int_le(llabs(warp_t(&wp, x) - t), W->now / 2000);
        last = x;
    }
    ck_assert_float_eq(warp_x(&wp, 0), 100);
    ck_assert_float_eq(warp_x(&wp, W->now), 700);
}
END_TEST

START_TEST(moments_are_told_apart)
{
    char a[40], b[40];

    text_moment(a, sizeof a, 6035000, 500);
    ck_assert_str_eq(a, "6.0350 ms");
    text_moment(b, sizeof b, 6035500, 500);
    ck_assert_str_eq(b, "6.0355 ms");
    ck_assert_str_eq(text_moment(a, sizeof a, 200, 100), "200 ns");
    ck_assert_str_eq(text_moment(a, sizeof a, 3000000, 1000000), "3 ms");
    ck_assert_str_eq(text_moment(a, sizeof a, 1500, 500), "1.5 \u00b5s");
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("viz_timeline");
    TCase *tc = tcase_create("timeline");
    SRunner *sr;
    int failed;

    tcase_add_checked_fixture(tc, open_line, close_line);
    tcase_add_test(tc, lanes_hold_who_ran);
    tcase_add_test(tc, changes_are_chained_by_goroutine);
    tcase_add_test(tc, moments_are_in_order_where_clocks_are_not);
    tcase_add_test(tc, going_back_keeps_the_future);
    tcase_add_test(tc, what_began_before_the_log_is_known_from_its_start);
    tcase_add_test(tc, another_future_replaces_it);
    tcase_add_test(tc, moments_are_told_apart);
    tcase_add_test(tc, steps_are_found_by_time);
    tcase_add_test(tc, counts_follow_every_change);
    tcase_add_test(tc, the_log_is_bounded);
    tcase_add_test(tc, idle_time_takes_little_room);
    tcase_add_test(tc, time_to_place_and_back);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
