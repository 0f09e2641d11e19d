/*
 * test_interrupt.c - Ctrl-C comes at any moment at all.
 */
#define _XOPEN_SOURCE 700
#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "repl.h"

enum { EVERY_US = 50 };

const struct shell_cmd shell_cmds[] = {
    { "", "", "", 0, -1, false, NULL },
    { .name = NULL },
};

static struct repl *volatile listening;

static void
on_alarm(int sig)
{
    (void)sig;
    if (listening != NULL)
        repl_interrupt(listening);
}

static void
storm(int every_us)
{
    struct itimerval t = { { 0, every_us }, { 0, every_us } };
    struct sigaction sa = { .sa_handler = on_alarm };

    sigemptyset(&sa.sa_mask);
    sigaction(SIGALRM, &sa, NULL);
    ck_assert_int_eq(setitimer(ITIMER_REAL, &t, NULL), 0);
}

static void
ignore(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    (void)ctx;
    (void)to;
    (void)s;
    (void)n;
}

/* It was told of a world that was just being taken down. */
START_TEST(a_program_comes_and_goes_in_a_storm_of_interrupts)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct options o;
    struct gopark_err err;
    struct repl *r;

    ck_assert(options_parse(&o, 1, argv, &err) == GOPARK_OK);
    r = repl_new(&o, ignore, NULL);
    listening = r;
    storm(EVERY_US);
    for (int i = 0; i < 400; i++) {
        repl_eval(r, "load " TESTS_DIR "/bench/parked.lua");
        repl_eval(r, "step 3");
    }
    storm(0);
    listening = NULL;
    repl_free(r);
    options_free(&o);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("interrupt");
    TCase *tc = tcase_create("storm");
    SRunner *sr;
    int failed;

    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, a_program_comes_and_goes_in_a_storm_of_interrupts);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed == 0 ? 0 : 1;
}
