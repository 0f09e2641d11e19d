/*
 * test_trial.c - what lessons know of a run, and how they ask it.
 */
#include <check.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "tables.h"
#include "trial.h"

static void
try(struct trial *t, const char *text)
{
    struct trial_opts o = { "t.lua", text, strlen(text), 1, 1 };
    struct gopark_err err = { 0 };

    ck_assert_msg(trial_run(t, &o, &err) == GOPARK_OK, "%s", err.text);
}

static const struct {
    const char *text, *ends, *message;
} endings[] = {
    { "print(1)", "returns", "" },
    { "os.exit(3)", "exit", "" },
    { "error('bad', 0)", "panic", "bad" },
    { "local c = chan() close(c) close(c)", "panic",
      "close of closed channel" },
    { "sync.Mutex():Unlock()", "fatal", "sync: unlock of unlocked mutex" },
    { "chan():recv()", "deadlock", "all goroutines are asleep - deadlock!" },
    { "while true do end", "limit", "" },
    { "while true do runtime.Gosched() end", "limit", "" },
};

START_TEST(a_trial_knows_how_the_program_ended)
{
    struct trial t;

    try(&t, endings[_i].text);
    ck_assert_str_eq(trial_ends(&t), endings[_i].ends);
    ck_assert_str_eq(t.message, endings[_i].message);
    trial_done(&t);
}
END_TEST

START_TEST(what_does_not_compile_is_no_trial)
{
    struct trial_opts o = { "t.lua", "local = 1", 9, 1, 1 };
    struct gopark_err err;
    struct trial t;

    ck_assert_int_eq(trial_run(&t, &o, &err), GOPARK_ESYNTAX);
    ck_assert_ptr_nonnull(strstr(err.text, "t.lua:1:"));
    trial_done(&t);
}
END_TEST

START_TEST(events_are_counted_and_output_is_kept)
{
    struct trial t;

    try(&t, "local c = chan() go(function() c:send(1) end) print(c:recv())");
    ck_assert_str_eq(t.out.s, "1\ttrue\n");
    ck_assert_uint_eq(t.count[EV_GO], 1);
    ck_assert_uint_eq(t.count[EV_SELECT], 0);
    ck_assert_int_ge((int)t.count[EV_RECV], 1);
    ck_assert_int_eq(t.norder, 2);
    ck_assert_uint_eq(t.order[1], 2);
    trial_done(&t);
}
END_TEST

START_TEST(leaked_and_left_are_told_apart)
{
    struct trial t;

    try(&t, "local function f() local c = chan() go(function() c:recv() end) "
            "end f() runtime.Gosched()");
    ck_assert_int_eq(t.nleaked, 1);
    ck_assert_int_eq(t.nleft, 1);
    trial_done(&t);
    try(&t, "go(function() time.Sleep(time.Hour) end) runtime.Gosched()");
    ck_assert_int_eq(t.nleaked, 0);
    ck_assert_int_eq(t.nleft, 1);
    trial_done(&t);
    try(&t, "go(function() end)");
    ck_assert_int_eq(t.nleft, 0);
    trial_done(&t);
}
END_TEST

/* The value of a Lua expression over the facts f of a program. */
static bool
holds(const char *program, const char *expression)
{
    lua_State *L = tables_state();
    struct text code = { 0 };
    struct trial t;
    bool truth;

    try(&t, program);
    text_printf(&code, "local f = ... return %s", expression);
    ck_assert_int_eq(luaL_loadstring(L, code.s), LUA_OK);
    facts_push(L, &t);
    ck_assert_msg(tables_call(L, 1, 1) == LUA_OK, "%s", lua_tostring(L, -1));
    truth = lua_toboolean(L, -1);
    lua_close(L);
    text_done(&code);
    trial_done(&t);
    return truth;
}

START_TEST(facts_answer_questions)
{
    const char *stuck = "local jobs = chan(0, 'jobs')\n"
                        "go(function() jobs:send(1) end)\n"
                        "chan(0, 'never'):recv()\n";
    const char *locks = "local mu = sync.Mutex('mu') mu:Lock()\n"
                        "go(function() mu:Lock() end)\n"
                        "chan(0, 'never'):recv()\n";

    ck_assert(holds(stuck, "f.ends == 'deadlock' and f.status == 2"));
    ck_assert(holds(stuck, "f.edges[1] == 'G2 -> jobs'"));
    ck_assert(holds(stuck, "f.edges[2] == 'G1 -> never'"));
    ck_assert(holds(stuck, "f.gs[2].reason == 'chan send'"));
    ck_assert(holds(stuck, "#f.stuck == 2 and f.stuck[2].on == 'jobs'"));
    ck_assert(holds(stuck, "f.stuck[2].line == 2"));
    ck_assert(holds(locks, "f.edges[2] == 'mu -> G1'"));
    ck_assert(holds("print('a')", "f.output == 'a\\n' and f.count.print == 1"));
    ck_assert(holds("work(5)", "f.all == nil and f.runs == nil"));
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("trial");
    TCase *tc = tcase_create("trial");
    SRunner *sr;
    int failed;

    tcase_set_timeout(tc, 60);
    tcase_add_loop_test(tc, a_trial_knows_how_the_program_ended, 0,
                        (int)(sizeof endings / sizeof endings[0]));
    tcase_add_test(tc, what_does_not_compile_is_no_trial);
    tcase_add_test(tc, events_are_counted_and_output_is_kept);
    tcase_add_test(tc, leaked_and_left_are_told_apart);
    tcase_add_test(tc, facts_answer_questions);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
