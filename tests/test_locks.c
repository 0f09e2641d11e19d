/*
 * test_locks.c - what locking tells beyond what happened: lock order, locks
 * taken twice, locks held across channel operations (analysis.md LO, MIX;
 * the programs are those of section 9).
 */
#include "script_fixture.h"

#include "verdict_table.h"

START_TEST(a_cycle_is_told_once)
{
    struct gopark_opts o = script_opts(
        PAIR "for i = 1, 5 do go(two, A, B)" LATER "go(two, B, A)" LATER " end",
        NULL);
    struct lockwatch *lw;
    struct world *w;
    char *text, *first;

    o.procs = 1;
    w = script_open(&o);
    lw = lockwatch_start(w);
    script_go(w, WORLD_TO_END);
    text = lockwatch_report(lw, GOPARK_EN);
    first = strstr(text, "POTENTIAL");
    ck_assert_ptr_nonnull(first);
    ck_assert_msg(strstr(first + 1, "POTENTIAL") == NULL, "%s", text);
    free(text);
    lockwatch_stop(lw);
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("locks");
    TCase *t = tcase_create("order");
    SRunner *sr;
    int failed;

    tcase_add_test(t, a_cycle_is_told_once);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
