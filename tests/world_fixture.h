/*
 * world_fixture.h - what the tests of sim/world share: an empty world, and a
 * seed that is printed when a test fails and taken from $SEED when set.
 */
#ifndef GOPARK_TESTS_WORLD_FIXTURE_H
#define GOPARK_TESTS_WORLD_FIXTURE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "world/world.h"

static struct world *W;

__attribute__((unused)) static void
open_world(void)
{
    struct gopark_err err;
    ck_assert_msg(block_open(&W, (size_t)64 << 20, &err) == GOPARK_OK, "%s",
                  err.text);
}

__attribute__((unused)) static void
close_world(void)
{
    block_close(W);
    W = NULL;
}

/* The seed of a random test; the same test uses it for all its draws. */
__attribute__((unused)) static uint64_t
seed_of_test(const char *test)
{
    const char *s = getenv("SEED");
    uint64_t seed = s != NULL ? strtoull(s, NULL, 0) : 20240229;
    printf("%s: SEED=%llu\n", test, (unsigned long long)seed);
    return seed;
}

/* Run a suite's case and return main's exit status. */
static int
run_suite(Suite *s)
{
    SRunner *sr = srunner_create(s);
    int failed;
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}

#endif
