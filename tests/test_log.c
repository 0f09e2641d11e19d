/*
 * test_log.c - the event ring: what it keeps, and what a restore does to it.
 */
#include "world/mem.h"
#include "world_fixture.h"

static void
emit(int n)
{
    for (int i = 0; i < n; i++) {
        struct gopark_event e = { .value = (int64_t)W->nevent };
        event_append(W, &e);
    }
}

static void
expect_range(uint64_t first, uint64_t count)
{
    uint64_t f, c;
    world_log_range(W, &f, &c);
    ck_assert_uint_eq(c, count);
    ck_assert_uint_eq(f, first);
    for (uint64_t i = f; i < f + c; i++)
        ck_assert_int_eq(world_log_at(W, i)->value, (int64_t)i);
    ck_assert_ptr_null(world_log_at(W, f + c));
    ck_assert_ptr_null(world_log_at(W, f - 1));
}

START_TEST(off_until_asked_for)
{
    ck_assert(!event_wanted(W));
    expect_range(0, 0);
    ck_assert_int_eq(world_log(W, 10, NULL), GOPARK_OK);
    ck_assert(event_wanted(W));
    world_log(W, 0, NULL);
    ck_assert(!event_wanted(W));
}
END_TEST

START_TEST(keeps_the_last)
{
    world_log(W, 10, NULL);
    emit(4);
    expect_range(0, 4);
    emit(100);
    expect_range(94, 10);
}
END_TEST

START_TEST(going_back_hides_the_future)
{
    world_log(W, 10, NULL);
    emit(25);
    W->nevent = 20;
    expect_range(15, 5);
    W->nevent = 25; /* forward again: it is still there */
    expect_range(15, 10);
}
END_TEST

START_TEST(running_again_overwrites)
{
    world_log(W, 10, NULL);
    emit(25);
    W->nevent = 20;
    emit(2);
    expect_range(15, 7);
    emit(8);
    expect_range(20, 10);
}
END_TEST

START_TEST(back_before_the_ring_starts_over)
{
    world_log(W, 10, NULL);
    emit(50);
    W->nevent = 5;
    expect_range(5, 0);
    emit(3);
    expect_range(5, 3);
}
END_TEST

START_TEST(a_jump_forward_leaves_a_gap_out)
{
    world_log(W, 10, NULL);
    emit(5);
    W->nevent = 100;
    emit(2);
    expect_range(100, 2);
}
END_TEST

START_TEST(no_memory_keeps_the_old_log)
{
    struct gopark_err err;
    world_log(W, 10, NULL);
    emit(3);
    mem_fail_after(0);
    ck_assert_int_eq(world_log(W, 20, &err), GOPARK_ENOMEM);
    mem_fail_after(-1);
    expect_range(0, 3);
    ck_assert_int_eq(world_log(W, SIZE_MAX, &err), GOPARK_EUSAGE);
    expect_range(0, 3);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("log");
    TCase *tc = tcase_create("log");

    tcase_add_checked_fixture(tc, open_world, close_world);
    tcase_add_test(tc, off_until_asked_for);
    tcase_add_test(tc, keeps_the_last);
    tcase_add_test(tc, going_back_hides_the_future);
    tcase_add_test(tc, running_again_overwrites);
    tcase_add_test(tc, back_before_the_ring_starts_over);
    tcase_add_test(tc, a_jump_forward_leaves_a_gap_out);
    tcase_add_test(tc, no_memory_keeps_the_old_log);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
