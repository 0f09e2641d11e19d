/*
 * test_session.c - a session goes anywhere in its past and finds it as it was.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gopark.h"

static const char program[] =
    "jobs, done = chan(3, 'jobs'), chan(0, 'done')\n"
    "local mu, total = sync.Mutex('mu'), 0\n"
    "local function worker(id)\n"
    "  for j in range(jobs) do\n"
    "    local s = 0\n"
    "    for k = 1, 200 do s = s + k % j end\n"
    "    mu:Lock() total = total + s mu:Unlock()\n"
    "    if j % 10 == 0 then time.Sleep(1000) print(id, j) end\n"
    "  end\n"
    "  done:send(id)\n"
    "end\n"
    "for i = 1, 4 do go(worker, i) end\n"
    "for i = 1, 150 do\n"
    "  select { send(jobs, i), recv(time.After(500)) }\n"
    "end\n"
    "jobs:close()\n"
    "for i = 1, 4 do done:recv() end\n"
    "print(total)\n";

struct shown {
    char s[65536];
    size_t n;
};

static struct session *s;
static struct shown shown;
static struct gopark_err err;

static void
show(void *ctx, int fd, const char *text, size_t n, uint64_t at)
{
    struct shown *o = ctx;

    (void)fd;
    (void)at;
    ck_assert(o->n + n < sizeof o->s);
    memcpy(o->s + o->n, text, n);
    o->n += n;
    o->s[o->n] = '\0';
}

static struct gopark_opts
options(struct shown *o)
{
    struct gopark_opts w;

    gopark_opts_init(&w);
    w.name = "test.lua";
    w.text = program;
    w.textlen = strlen(program);
    w.write = show;
    w.io_ctx = o;
    return w;
}

static void
open_session(void)
{
    struct gopark_opts w = options(&shown);

    memset(&shown, 0, sizeof shown);
    ck_assert_int_eq(session_open(&s, &w, SESSION_BUDGET, &err), GOPARK_OK);
}

static void
close_session(void)
{
    session_close(s);
    s = NULL;
}

static uint64_t
here(void)
{
    return world_steps(session_world(s));
}

static uint64_t
digest(void)
{
    return world_digest(session_world(s));
}

static void
go_to(uint64_t step)
{
    ck_assert_msg(session_goto(s, step, &err) == GOPARK_OK, "%s", err.text);
    ck_assert_uint_eq(here(), step);
}

static void
type(const char *lua)
{
    struct gopark_input in = { .kind = IN_LUA, .text = lua, .name = "prompt" };

    ck_assert_msg(session_input(s, &in, NULL, &err) == GOPARK_OK, "%s",
                  err.text);
}

/* Digests of a run that is stopped at every step. */
static uint64_t *
fresh_digests(uint64_t n)
{
    static struct shown nowhere;
    uint64_t *d = calloc(n + 1, sizeof *d);
    struct gopark_opts o = options(&nowhere);
    struct world *w;

    nowhere.n = 0;
    ck_assert_int_eq(world_open(&w, &o, &err), GOPARK_OK);
    for (uint64_t i = 0; i <= n; i++) {
        ck_assert_int_eq(world_run(w, i, &err), GOPARK_OK);
        d[i] = world_digest(w);
    }
    world_close(w);
    return d;
}

START_TEST(a_thousand_jumps_find_every_step_as_a_fresh_run_does)
{
    uint32_t rng = 7;
    uint64_t last, *want;

    ck_assert_int_eq(session_run(s, WORLD_TO_END, &err), GOPARK_OK);
    last = session_last(s);
    ck_assert_uint_gt(last, 500);
    want = fresh_digests(last);
    for (int i = 0; i < 1000; i++) {
        rng = rng * 1664525u + 1013904223u;
        go_to((rng >> 8) % (last + 1));
        ck_assert_uint_eq(digest(), want[here()]);
    }
    free(want);
}
END_TEST

START_TEST(output_is_shown_once)
{
    static struct shown first;

    session_run(s, WORLD_TO_END, &err);
    first = shown;
    ck_assert_uint_gt(first.n, 0);
    go_to(100);
    session_run(s, WORLD_TO_END, &err);
    go_to(session_last(s));
    ck_assert_str_eq(shown.s, first.s);
    memset(&shown, 0, sizeof shown);
    session_output(s, show, &shown); /* what had been printed by now */
    ck_assert_str_eq(shown.s, first.s);
}
END_TEST

START_TEST(inputs_are_made_again_at_their_steps)
{
    uint64_t d;

    session_run(s, 60, &err);
    type("print('typed')");
    session_run(s, 120, &err);
    d = digest();
    go_to(10);
    session_run(s, 120, &err);
    ck_assert_uint_eq(digest(), d);
    ck_assert_int_eq(session_entries(s), 1);
}
END_TEST

START_TEST(something_new_cuts_off_and_undo_brings_back)
{
    uint64_t d;

    session_run(s, 60, &err);
    session_mark(s);
    type("x = 1");
    session_run(s, 200, &err);
    d = digest();
    session_mark(s);
    go_to(40);
    session_mark(s);
    type("x = 2");
    ck_assert_uint_eq(session_last(s), 40);
    ck_assert_int_eq(session_entries(s), 1);
    ck_assert_int_eq(session_undo(s, &err), GOPARK_OK); /* x = 2 */
    ck_assert_uint_eq(here(), 40);
    ck_assert_uint_eq(session_last(s), 200);
    ck_assert_int_eq(session_undo(s, &err), GOPARK_OK); /* the way back */
    ck_assert_uint_eq(here(), 200);
    ck_assert_uint_eq(digest(), d);
    ck_assert_int_eq(session_redo(s, &err), GOPARK_OK);
    ck_assert_uint_eq(here(), 40);
    ck_assert_int_eq(session_redo(s, &err), GOPARK_OK);
    ck_assert_uint_eq(session_last(s), 40);
    ck_assert_int_eq(session_redo(s, &err), GOPARK_EREFUSED);
}
END_TEST

START_TEST(a_pick_is_kept_when_it_is_run_again)
{
    struct gopark_stats st;
    uint64_t d;

    session_run(s, 30, &err);
    world_stats(session_world(s), &st);
    ck_assert_int_eq(session_pick(s, st.draws, 1, &err), GOPARK_OK);
    session_run(s, 300, &err);
    d = digest();
    go_to(3);
    go_to(300);
    ck_assert_uint_eq(digest(), d);
}
END_TEST

START_TEST(nothing_done_on_a_branch_stays)
{
    uint64_t d;
    size_t n;

    session_run(s, 100, &err);
    d = digest();
    n = shown.n;
    ck_assert_int_eq(session_branch(s, &err), GOPARK_OK);
    type("print('nowhere')");
    session_run(s, 500, &err);
    session_return(s);
    ck_assert_uint_eq(digest(), d);
    ck_assert_uint_eq(shown.n, n);
    ck_assert_int_eq(session_entries(s), 0);
}
END_TEST

START_TEST(checkpoints_stay_inside_the_budget)
{
    struct gopark_opts w = options(&shown);
    struct session_stats st;
    size_t budget = (size_t)2 << 20;

    close_session();
    ck_assert_int_eq(session_open(&s, &w, budget, &err), GOPARK_OK);
    for (int i = 0; i < 20; i++) { /* a timeline each */
        session_run(s, WORLD_TO_END, &err);
        go_to(100 + (uint64_t)i);
        type("y = 1");
    }
    session_run(s, WORLD_TO_END, &err);
    session_stats(s, &st);
    ck_assert_uint_le(st.bytes, budget);
    ck_assert_int_ge(st.checkpoints, 1);
    go_to(50);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("session");
    TCase *t = tcase_create("session");
    SRunner *sr;
    int failed;

    tcase_add_checked_fixture(t, open_session, close_session);
    tcase_set_timeout(t, 60);
    tcase_add_test(t, a_thousand_jumps_find_every_step_as_a_fresh_run_does);
    tcase_add_test(t, output_is_shown_once);
    tcase_add_test(t, inputs_are_made_again_at_their_steps);
    tcase_add_test(t, something_new_cuts_off_and_undo_brings_back);
    tcase_add_test(t, a_pick_is_kept_when_it_is_run_again);
    tcase_add_test(t, nothing_done_on_a_branch_stays);
    tcase_add_test(t, checkpoints_stay_inside_the_budget);
    suite_add_tcase(suite, t);
    sr = srunner_create(suite);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
