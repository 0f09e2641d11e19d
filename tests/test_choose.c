/*
 * test_choose.c - chance is repeatable, even-handed and overridable.
 */
#include "world_fixture.h"

START_TEST(same_seed_same_choices)
{
    uint32_t first[100];
    choose_seed(W, 7);
    for (int i = 0; i < 100; i++)
        first[i] = choose(W, CHOOSE_AGENT, 1000);
    choose_seed(W, 7);
    for (int i = 0; i < 100; i++)
        ck_assert_uint_eq(choose(W, CHOOSE_AGENT, 1000), first[i]);
}
END_TEST

/* The generator is the published one: values of the reference code. */
START_TEST(generator_is_xoshiro256starstar)
{
    struct rng r = { { 1, 2, 3, 4 } };
    static const uint64_t want[] = { 11520, 0, 1509978240,
                                     1215971899390074240 };
    for (int i = 0; i < 4; i++)
        ck_assert_uint_eq(rng_next(&r), want[i]);
}
END_TEST

START_TEST(streams_do_not_shift_each_other)
{
    uint32_t pick[50];
    choose_seed(W, 3);
    for (int i = 0; i < 50; i++)
        pick[i] = choose(W, CHOOSE_SELECT, 100);
    choose_seed(W, 3);
    for (int i = 0; i < 50; i++) {
        choose(W, CHOOSE_AGENT, 7);
        choose(W, CHOOSE_USER, 9);
        ck_assert_uint_eq(choose(W, CHOOSE_SELECT, 100), pick[i]);
    }
}
END_TEST

START_TEST(one_possibility_draws_nothing)
{
    choose_seed(W, 3);
    ck_assert_uint_eq(choose(W, CHOOSE_AGENT, 1), 0);
    ck_assert_uint_eq(W->ndraw, 0);
    choose(W, CHOOSE_AGENT, 2);
    ck_assert_uint_eq(W->ndraw, 1);
}
END_TEST

START_TEST(each_answer_is_as_likely)
{
    uint32_t n = (uint32_t)_i, count[16] = { 0 };
    choose_seed(W, n);
    for (uint32_t i = 0; i < n * 10000; i++)
        count[choose(W, CHOOSE_POLICY, n)]++;
    for (uint32_t i = 0; i < n; i++) /* five standard deviations */
        ck_assert_msg(count[i] > 9500 && count[i] < 10500, "%u of %u: %u", i, n,
                      count[i]);
}
END_TEST

START_TEST(large_ranges_are_not_skewed)
{
    uint32_t low = 0, n = 0xc0000000u; /* a plain modulus gives 1/2 below */
    choose_seed(W, 1);
    for (int i = 0; i < 30000; i++)
        low += choose(W, CHOOSE_AGENT, n) < n / 3;
    ck_assert_uint_gt(low, 9500);
    ck_assert_uint_lt(low, 10500);
}
END_TEST

static uint32_t
take_last(void *ctx, struct world *w, enum gopark_choice kind, uint32_t n,
          uint32_t drawn)
{
    uint32_t *seen = ctx;
    ck_assert_ptr_eq(w, W);
    ck_assert_int_eq(kind, CHOOSE_SELECT);
    *seen = drawn;
    return n - 1;
}

START_TEST(host_has_the_last_word)
{
    uint32_t drawn, seen;
    choose_seed(W, 5);
    drawn = choose(W, CHOOSE_SELECT, 100);
    choose_seed(W, 5);
    world_set_choose(W, take_last, &seen);
    ck_assert_uint_eq(choose(W, CHOOSE_SELECT, 100), 99);
    ck_assert_uint_eq(seen, drawn);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("choose");
    TCase *tc = tcase_create("choose");

    tcase_add_checked_fixture(tc, open_world, close_world);
    tcase_add_test(tc, same_seed_same_choices);
    tcase_add_test(tc, generator_is_xoshiro256starstar);
    tcase_add_test(tc, streams_do_not_shift_each_other);
    tcase_add_test(tc, one_possibility_draws_nothing);
    tcase_add_loop_test(tc, each_answer_is_as_likely, 2, 17);
    tcase_add_test(tc, large_ranges_are_not_skewed);
    tcase_add_test(tc, host_has_the_last_word);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
