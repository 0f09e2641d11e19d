/*
 * test_judge.c - verdicts name the mistake, and no mistake passes.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "judge.h"
#include "options.h"
#include "pack_check.h"

const struct shell_cmd shell_cmds[] = {
    { "", "", "", 0, -1, false, NULL },
    { .name = NULL },
};

static struct pack *pack;

static void
setup(void)
{
    pack = pack_open(TESTS_DIR "/../lessons", NULL, NULL);
    ck_assert_ptr_nonnull(pack);
}

static void
teardown(void)
{
    pack_close(pack);
}

static void
verdict_of(const char *exercise, const char *answer, struct verdict *v)
{
    struct judge j = { pack, pack_exercise(pack, exercise), LANG_EN, false };

    ck_assert_ptr_nonnull(j.e);
    judge_text(&j, answer, v);
}

static void
says(const char *exercise, const char *answer, const char *word)
{
    struct verdict v;

    verdict_of(exercise, answer, &v);
    ck_assert_msg(strcmp(judge_word_name(v.word), word) == 0,
                  "%s: %s, not %s: %s", exercise, judge_word_name(v.word), word,
                  v.said.s);
    ck_assert(v.said.len > 0);
    verdict_done(&v);
}

/* --- fix: what a second student hands in ---------------------------------- */

#define DELIVER                                                                \
    "local done = chan()\n"                                                    \
    "local function deliver(name)\n"                                           \
    "  fmt.Println('delivered to ' .. name)\n"                                 \
    "  done:send(true)\n"                                                      \
    "end\n"

static const struct {
    const char *program, *word;
} handed_in[] = {
    { DELIVER "go(deliver, 'Ada') go(deliver, 'Linus')\n"
              "done:recv() done:recv()\nfmt.Println('office closes')\n",
      "ok" },
    { DELIVER "go(deliver, 'Ada'", "syntax" },
    { "local function deliver(name)\n"
      "  fmt.Println(\"delivered to \" .. name)\n"
      "end\n\n"
      "go(deliver, \"Ada\")\n"
      "go(deliver, \"Linus\") -- a comment is no repair\n"
      "fmt.Println(\"office closes\")\n",
      "unchanged" },
    { "local left = 2\n"
      "local function deliver(name)\n"
      "  fmt.Println('delivered to ' .. name)\n"
      "end\n"
      "go(deliver, 'Ada') go(deliver, 'Linus')\n"
      "while left > 0 do end\n"
      "fmt.Println('office closes')\n",
      "loop" },
    { "local function deliver(name)\n"
      "  fmt.Println('delivered to ' .. name)\n"
      "end\n"
      "go(deliver, 'Ada') go(deliver, 'Linus')\n"
      "time.Sleep(10 * time.Second)\n"
      "fmt.Println('office closes')\n",
      "sleep" },
    { "local function deliver(name)\n"
      "  fmt.Println('delivered to ' .. name)\n"
      "end\n"
      "go(deliver, 'Ada') go(deliver, 'Linus')\n"
      "select { recv(time.After(time.Second)) }\n"
      "fmt.Println('office closes')\n",
      "sleep" },
    { "local function deliver(name)\n"
      "  fmt.Println('delivered to ' .. name)\n"
      "end\n"
      "go(deliver, 'Ada') go(deliver, 'Linus')\n"
      "for i = 1, 50 do runtime.Gosched() end\n"
      "fmt.Println('office closes')\n",
      "output" },
    { DELIVER "local nap = time['Sleep'] go(deliver, 'Ada')\n", "sleep" },
    { "local function deliver(name)\n"
      "  fmt.Println('delivered to ' .. name)\n"
      "end\n"
      "deliver('Ada') deliver('Linus')\n"
      "fmt.Println('office closes')\n",
      "sequential" },
    { DELIVER "go(deliver, 'Ada') go(deliver, 'Linus')\n"
              "done:recv() done:recv() done:recv()\n"
              "fmt.Println('office closes')\n",
      "deadlock" },
    { DELIVER "go(deliver, 'Ada') go(deliver, 'Linus')\n"
              "done:recv() done:recv() close(done) close(done)\n"
              "fmt.Println('office closes')\n",
      "error" },
    { DELIVER "go(deliver, 'Ada') go(deliver, 'Linus')\n"
              "local extra = function() chan():recv() end go(extra)\n"
              "done:recv() done:recv()\nfmt.Println('office closes')\n",
      "leak" },
    { DELIVER "local note = shared{ last = '' }\n"
              "local function noted(name) note.last = name deliver(name) end\n"
              "go(noted, 'Ada') go(noted, 'Linus')\n"
              "done:recv() done:recv()\nfmt.Println('office closes')\n",
      "race" }, /* though it prints what it should */
    { "", "empty" },
    { "-- tomorrow --[[ and tomorrow ]]\n", "empty" },
};

START_TEST(a_repair_is_judged_by_its_mistake)
{
    says("lost_parcel", handed_in[_i].program, handed_in[_i].word);
}
END_TEST

START_TEST(a_right_repair_was_explored_to_the_end)
{
    struct verdict v;

    verdict_of("lost_parcel", handed_in[0].program, &v);
    ck_assert(v.complete);
    ck_assert_uint_gt(v.executions, 1);
    verdict_done(&v);
}
END_TEST

START_TEST(a_lock_around_half_of_it_is_no_repair)
{
    struct verdict v;

    verdict_of("with_lock",
               "local cell = shared({ n = 0 }, 'cell')\n"
               "local mu = sync.Mutex('mu')\n"
               "local done = sync.WaitGroup('done')\n"
               "local function increment()\n"
               "  local seen = cell.n\n"
               "  mu:Lock() cell.n = seen + 1 mu:Unlock()\n"
               "  done:Done()\n"
               "end\n"
               "done:Add(2) go(increment) go(increment) done:Wait()\n"
               "fmt.Println('n =', cell.n)\n",
               &v);
    ck_assert_int_eq(v.word, WORD_OUTPUT);
    verdict_done(&v);
}
END_TEST

/* --- the other kinds ------------------------------------------------------ */

static const struct {
    const char *exercise, *answer, *word;
} answers[] = {
    { "tea_and_toast", "1 2", "ok" },
    { "tea_and_toast", "2,1", "ok" },
    { "tea_and_toast", "1", "wrong" },
    { "tea_and_toast", "1 2 3", "wrong" },
    { "tea_and_toast", "tea", "answer" },
    { "tea_and_toast", "5", "answer" },
    { "tea_and_toast", "", "answer" },
    { "next_at_one", "3", "ok" },
    { "next_at_one", "1", "wrong" },
    { "next_at_one", "1 3", "answer" },
    { "what_remains", "2 3 4", "ok" },
    { "what_remains", "1 2 3 4", "wrong" },
    { "queue_state", "2", "ok" },
    { "two_tills", "6", "ok" },
    { "two_tills", "line 6", "ok" },
    { "two_tills", "line 5", "wrong" },
    { "two_tills", "somewhere", "answer" },
    { "explain_range", "G2 -> lines", "ok" },
    { "explain_range", "g2->lines", "ok" },
    { "explain_range", "G1 -> lines", "wrong" },
    { "explain_range", "G2", "answer" },
    { "late_clock", "G4", "ok" },
    { "late_clock", "4", "ok" },
    { "late_clock", "G3", "wrong" },
    { "linus_first", "step G1\nstep G1\nstep G3\nstep G2\n", "ok" },
    { "linus_first", "step G1\nstep G1\nstep G2\nstep G3\n", "missed" },
    { "linus_first", "# nothing\n", "missed" },
    { "linus_first", "lua print('delivered to Linus')", "refused" },
    { "linus_first", "inject panic 1", "refused" },
    { "linus_first", "step G9", "refused" },
    { "break_range", "step G1\ninject skip close lines\n", "ok" },
};

START_TEST(an_answer_is_compared_with_what_happens)
{
    says(answers[_i].exercise, answers[_i].answer, answers[_i].word);
}
END_TEST

START_TEST(verdicts_speak_the_readers_language)
{
    struct judge j = { pack, pack_exercise(pack, "tea_and_toast"), LANG_ZH,
                       false };
    struct verdict v;

    judge_text(&j, "1", &v);
    ck_assert_ptr_nonnull(strstr(v.said.s, "漏了 1 个"));
    verdict_done(&v);
}
END_TEST

/* --- the whole pack ------------------------------------------------------- */

START_TEST(goparks_own_lessons_are_true)
{
    struct pack_check c;

    pack_check(&c, TESTS_DIR "/../lessons");
    ck_assert_msg(c.problems == 0, "%s", c.report.s);
    ck_assert_int_ge(c.demos, 24);
    ck_assert_int_ge(c.exercises, 40);
    pack_check_done(&c);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("judge");
    TCase *tc = tcase_create("judge"), *whole = tcase_create("pack");
    SRunner *sr;
    int failed;

    tcase_add_checked_fixture(tc, setup, teardown);
    tcase_set_timeout(tc, 90);
    tcase_add_loop_test(tc, a_repair_is_judged_by_its_mistake, 0,
                        (int)(sizeof handed_in / sizeof handed_in[0]));
    tcase_add_test(tc, a_right_repair_was_explored_to_the_end);
    tcase_add_test(tc, a_lock_around_half_of_it_is_no_repair);
    tcase_add_loop_test(tc, an_answer_is_compared_with_what_happens, 0,
                        (int)(sizeof answers / sizeof answers[0]));
    tcase_add_test(tc, verdicts_speak_the_readers_language);
    suite_add_tcase(s, tc);
    tcase_set_timeout(whole, 240);
    tcase_add_test(whole, goparks_own_lessons_are_true);
    suite_add_tcase(s, whole);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
