/*
 * test_learn.c - learning at the prompt: a line in, text out.
 */
#define _XOPEN_SOURCE 700
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl.h"

const struct shell_cmd shell_cmds[] = {
    { "", "", "", 0, -1, false, NULL },
    { .name = NULL },
};

static struct options o;
static struct repl *r;
static struct text said;
static char dir[64];

static void
keep(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    (void)ctx;
    if (to == REPL_ERROR)
        text_puts(&said, "gopark: ");
    text_add(&said, s, n);
}

static void
setup(void)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct gopark_err err;

    strcpy(dir, "/tmp/gopark-learn-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(dir));
    setenv("XDG_STATE_HOME", dir, 1);
    setenv("GOPARK_LESSONS", TESTS_DIR "/../lessons", 1);
    setenv("LC_ALL", "C", 1);
    ck_assert_int_eq(options_parse(&o, 1, argv, &err), GOPARK_OK);
    r = repl_new(&o, keep, NULL);
}

static void
teardown(void)
{
    char command[96];

    repl_free(r);
    options_free(&o);
    text_done(&said);
    snprintf(command, sizeof command, "rm -r %s", dir);
    ck_assert_int_eq(system(command), 0);
}

/* Type line; what is said must contain each of the texts, NULL-ended. */
static void
type(const char *line, const char *const *expected)
{
    text_clear(&said);
    repl_eval(r, line);
    for (; *expected != NULL; expected++)
        ck_assert_msg(said.s != NULL && strstr(said.s, *expected) != NULL,
                      "%s: no \"%s\" in\n%s", line, *expected, said.s);
}
#define TYPE(line, ...) type(line, (const char *const[]){ __VA_ARGS__, NULL })

/* A course whose sections are not all written. */
START_TEST(what_is_to_come_is_said)
{
    static const char contents[] =
        "return { title = { en = 'A course', zh = '课程' }, chapters = {\n"
        "  { id = '1', title = { en = 'One', zh = '一' }, sections = {\n"
        "    { id = '1', coming = true,\n"
        "      title = { en = 'Later', zh = '以后' } } } } } }\n";
    char path[96];
    FILE *f;

    snprintf(path, sizeof path, "%s/contents.lua", dir);
    f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fputs(contents, f);
    ck_assert_int_eq(fclose(f), 0);
    setenv("GOPARK_LESSONS", dir, 1);
    TYPE("learn", "A course", "1    Later", "still to come");
    TYPE("learn 1", "gopark: section 1", "still to come");
}
END_TEST

START_TEST(the_table_of_contents_shows_progress)
{
    TYPE("learn", "Concurrency in Go", "2.4  The leak laboratory", "0/18",
         "4.1  The memory model", "0/14");
    TYPE("learn 9", "gopark: no section 9; 'learn' lists them");
}
END_TEST

START_TEST(a_section_shows_its_text_and_its_items)
{
    TYPE("learn 3.1", "Inside a channel", "Follow the ring [1]",
         "1   demo      The ring", "predict   Three papers, one tray");
    TYPE("learn", "* 0/6");
    TYPE("learn 3", "Inside a channel");
}
END_TEST

START_TEST(lessons_speak_chinese)
{
    r->lang = LANG_ZH;
    TYPE("learn 3.1", "Channel 里面有什么", "环形缓冲");
}
END_TEST

START_TEST(a_demo_goes_from_stop_to_stop)
{
    TYPE("learn 2.1", "three moves");
    TYPE("lesson next_in_line", "The place at the front", "[1/3]",
         "A has been made");
    TYPE("lesson", "[2/3]", "So D is next");
    TYPE("lesson", "[3/3]", "D A B C");
    TYPE("lesson", "gopark: the demo is at its end");
    TYPE("back", "step");
}
END_TEST

START_TEST(a_prediction_is_answered)
{
    TYPE("lesson tea_and_toast", "1.1  predict: Tea and toast", "1. `tea`",
         "`hint` helps (2 left)");
    TYPE("predict 1", "tea_and_toast: wrong", "1 is missing");
    TYPE("hint", "1/2", "two goroutines");
    TYPE("hint", "2/2");
    TYPE("predict 1 2", "tea_and_toast: ok", "`go` promises");
    TYPE("learn", "1/5");
    TYPE("solution", "`go` promises");
}
END_TEST

START_TEST(a_repair_is_made_in_a_copy)
{
    TYPE("lesson lost_parcel", "fix: The lost parcels",
         "your copy: ", "learn/lost_parcel.lua");
    TYPE("verify", "lost_parcel: unchanged");
    TYPE("verify " TESTS_DIR "/../lessons/1/exercises/lost_parcel/sleeps.lua",
         "lost_parcel: sleep", "instead of synchronising");
    TYPE("solution", "gopark: the solution is shown when you have one");
    TYPE("verify " TESTS_DIR "/../lessons/1/exercises/lost_parcel/solution.lua",
         "lost_parcel: ok");
    TYPE("solution", "done:recv()");
}
END_TEST

START_TEST(a_schedule_is_what_was_done_at_the_prompt)
{
    TYPE("lesson linus_first", "break: Linus first");
    TYPE("verify", "linus_first: missed", "office closes");
    TYPE("step G1", "step");
    TYPE("step G1", "step");
    TYPE("step G3", "step");
    TYPE("step G2", "step");
    TYPE("verify", "linus_first: ok");
    TYPE("reset", "break: Linus first");
    TYPE("verify", "linus_first: missed");
}
END_TEST

START_TEST(without_an_exercise_there_is_nothing_to_verify)
{
    TYPE("verify", "gopark: no exercise is open; 'learn' lists");
    TYPE("hint", "gopark: no exercise is open");
    TYPE("lesson 1", "gopark: no section is open");
}
END_TEST

START_TEST(verdicts_come_as_json)
{
    TYPE("lesson tea_and_toast", "Tea");
    TYPE("predict --json 1 2", "\"exercise\"", "\"passed\"", "\"verdict\"",
         "\"executions\"");
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("learn");
    TCase *tc = tcase_create("learn");
    SRunner *sr;
    int failed;

    tcase_add_checked_fixture(tc, setup, teardown);
    tcase_set_timeout(tc, 90);
    tcase_add_test(tc, the_table_of_contents_shows_progress);
    tcase_add_test(tc, what_is_to_come_is_said);
    tcase_add_test(tc, a_section_shows_its_text_and_its_items);
    tcase_add_test(tc, lessons_speak_chinese);
    tcase_add_test(tc, a_demo_goes_from_stop_to_stop);
    tcase_add_test(tc, a_prediction_is_answered);
    tcase_add_test(tc, a_repair_is_made_in_a_copy);
    tcase_add_test(tc, a_schedule_is_what_was_done_at_the_prompt);
    tcase_add_test(tc, without_an_exercise_there_is_nothing_to_verify);
    tcase_add_test(tc, verdicts_come_as_json);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
