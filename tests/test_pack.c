/*
 * test_pack.c - packs of lessons are read, and what is wrong is said.
 */
#define _XOPEN_SOURCE 700
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack.h"
#include "progress.h"
#include "text.h"

static char dir[64]; /* a folder of the test's own */

static void
setup(void)
{
    strcpy(dir, "/tmp/gopark-pack-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(dir));
}

static void
teardown(void)
{
    char command[128];

    snprintf(command, sizeof command, "rm -r %s", dir);
    ck_assert_int_eq(system(command), 0);
}

static void
put(const char *name, const char *text)
{
    char path[256];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", dir, name);
    for (char *p = path + strlen(dir) + 1; *p != '\0'; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        mkdir(path, 0777);
        *p = '/';
    }
    f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fputs(text, f);
    fclose(f);
}

static void
collect(void *ctx, const char *file, int line, const char *text)
{
    const char *slash = strrchr(file, '/');

    text_printf(ctx, "%s:%d: %s\n", slash != NULL ? slash + 1 : file, line,
                text);
}

/* A lesson without a fault, to be spoilt. */
static void
put_lesson(void)
{
    put("lesson.lua", "return { title = { en = 'a', zh = 'b' }, minutes = 5,"
                      " demos = { 'd' }, exercises = { 'x' } }");
    put("en.md", "# a\n[d](demo:d) [x](exercise:x)\n");
    put("zh.md", "# b\n[d](demo:d) [x](exercise:x)\n");
    put("demos/d.lua", "print(1)\n");
    put("demos/d.stops.lua",
        "return { title = { en = 'a', zh = 'b' }, ends = 'returns',"
        " stops = { { at = 'end', en = 'a', zh = 'b' } } }");
    put("exercises/x/exercise.lua",
        "return { kind = 'fix', title = { en = 'a', zh = 'b' },"
        " task = { en = 'a', zh = 'b' }, learned = { en = 'a', zh = 'b' },"
        " hints = { { en = 'a', zh = 'b' }, { en = 'a', zh = 'b' } },"
        " goal = { outputs = { '1\\n' }, uses = { go = 2 }, most = { lock = 0 }"
        " }, faults = { { file = 'f.lua', verdict = 'sleep' } } }");
}

static struct pack *
open_pack(struct text *problems)
{
    return pack_open(dir, collect, problems);
}

START_TEST(a_lesson_without_fault_is_read_without_a_problem)
{
    struct text t = { 0 };
    struct pack *p;
    struct exercise *e;

    put_lesson();
    p = open_pack(&t);
    ck_assert_ptr_nonnull(p);
    ck_assert_msg(t.len == 0, "%s", t.s);
    ck_assert_int_eq(p->section[0].ndemo, 1);
    e = pack_exercise(p, "x");
    ck_assert_ptr_nonnull(e);
    ck_assert_int_eq(e->kind, KIND_FIX);
    ck_assert_int_eq(e->goal.least[EV_GO], 2);
    ck_assert_int_eq(e->goal.most[EV_LOCK], 0);
    ck_assert_int_eq(e->goal.least[EV_LOCK], -1);
    ck_assert_str_eq(e->fault[0].verdict, "sleep");
    ck_assert_int_eq(e->procs, 4);
    pack_close(p);
}
END_TEST

/* One file of the lesson put differently, and what must be said of it. */
static const struct {
    const char *file, *text, *said;
} spoilt[] = {
    { "zh.md", NULL, "zh.md:1: cannot be read" },
    { "lesson.lua", "return 1", "lesson.lua:1: returns no table" },
    { "lesson.lua", "while true do end", "it does not end" },
    { "lesson.lua", "return io.open('x')", "attempt to index a nil value" },
    { "lesson.lua", "return {\n\n", "lesson.lua:3: " },
    { "lesson.lua",
      "return { title = { en = 'a' }, demos = {}, exercises = {} }",
      "title has no text in zh" },
    { "lesson.lua", "return { title = { en = 'a', zh = 'b' }, demo = {} }",
      "unknown field demo" },
    { "lesson.lua", "-- return {\nlocal x = 'return {'\nreturn {\n  demos = {"
                    "},\n  exercises = {},\n  minuets = 3 }", "lesson.lua:6: "
      "unknown field minuets" },
    { "demos/d.stops.lua",
      "return { title = { en = 'a', zh = 'b' }, ends = 'returns', stops = {\n"
      " { at = 'end', en = 'a', zh = 'b' },\n"
      " { line = 'x', -- , {\n   hit = 'two', en = 'a', zh = 'b' } } }",
      "d.stops.lua:4: hit: expected" },
    { "exercises/x/exercise.lua",
      "return { kind = 'fix',\n hints = {\n  { en = 'a' },\n  { zh = 'b' },\n"
      " } }", "exercise.lua:4: hints has no text in en" },
    { "exercises/x/exercise.lua",
      "return { kind = 'predict', choose = 'all',\n choices = {\n"
      "  { en = 'a', zh = 'b', test = function(f)\n"
      "    local a, b = 1, 2 if a then return b end end },\n"
      "  { en = 'a' } } }", "exercise.lua:5: choices has no text in zh" },
    { "demos/d.stops.lua",
      "return { title = { en = 'a', zh = 'b' }, ends = 'returns', stops = {"
      " { at = 'end', line = 'x', en = 'a', zh = 'b' } } }",
      "one of at, line and on" },
    { "exercises/x/exercise.lua", "return { kind = 'mend' }",
      "kind \"mend\": expected predict, break, fix or explain" },
    { "exercises/x/exercise.lua", "return { kind = 'fix' }",
      "hints: expected at least two, found 0" },
    { "exercises/x/exercise.lua", "return { kind = 'fix' }",
      "goal is missing" },
    { "exercises/x/exercise.lua",
      "return { kind = 'fix', goal = { uses = { goes = 2 } } }",
      "unknown field goes" },
    { "exercises/x/exercise.lua", "return { kind = 'explain', ask = 'word' }",
      "ask = \"word\": expected line, goroutine or edge" },
    { "exercises/x/exercise.lua",
      "return { kind = 'predict', options = { procs = 0 } }",
      "procs = 0: expected 1 to 256" },
};

START_TEST(a_fault_in_a_lesson_is_said)
{
    struct text t = { 0 };
    char path[256];
    struct pack *p;

    put_lesson();
    snprintf(path, sizeof path, "%s/%s", dir, spoilt[_i].file);
    if (spoilt[_i].text != NULL)
        put(spoilt[_i].file, spoilt[_i].text);
    else
        ck_assert_int_eq(unlink(path), 0);
    p = open_pack(&t);
    ck_assert_msg(t.s != NULL && strstr(t.s, spoilt[_i].said) != NULL,
                  "said: %s", t.s != NULL ? t.s : "nothing");
    pack_close(p);
    text_done(&t);
}
END_TEST

START_TEST(a_folder_without_lessons_is_none)
{
    struct text t = { 0 };

    ck_assert_ptr_null(open_pack(&t));
    ck_assert_ptr_nonnull(strstr(t.s, "neither contents.lua nor lesson.lua"));
    text_done(&t);
}
END_TEST

START_TEST(sections_to_come_keep_their_place)
{
    struct text t = { 0 };
    struct pack *p;

    put("contents.lua",
        "return { title = { en = 'a', zh = 'b' }, chapters = {"
        " { id = '2', title = { en = 'a', zh = 'b' }, sections = {"
        " { id = '2.1', coming = true, title = { en = 'c', zh = 'd' } } } } } "
        "}");
    p = open_pack(&t);
    ck_assert_msg(t.len == 0, "%s", t.s);
    ck_assert(pack_section(p, "2.1")->coming);
    ck_assert_str_eq(pack_section(p, "2.1")->title.in[1], "d");
    ck_assert_ptr_null(pack_section(p, "2.2"));
    pack_close(p);
}
END_TEST

START_TEST(goparks_own_lessons_are_complete)
{
    struct text t = { 0 };
    struct pack *p = pack_open(TESTS_DIR "/../lessons", collect, &t);
    int demos = 0, exercises = 0, kinds[EXERCISE_NKIND] = { 0 };

    ck_assert_msg(t.len == 0, "%s", t.s);
    for (int i = 0; i < p->nsection; i++) {
        demos += p->section[i].ndemo;
        exercises += p->section[i].nexercise;
        for (int k = 0; k < p->section[i].nexercise; k++)
            kinds[p->section[i].exercise[k].kind]++;
    }
    ck_assert_int_ge(demos, 24);
    ck_assert_int_ge(exercises, 40);
    for (int k = 0; k < EXERCISE_NKIND; k++)
        ck_assert_int_ge(kinds[k], 10);
    ck_assert(!pack_section(p, "4.1")->coming);
    ck_assert(!pack_section(p, "5")->coming);
    ck_assert_str_eq(pack_exercise(p, "lost_parcel")->id, "1.4");
    ck_assert_ptr_eq(pack_exercise(p, "1.4"), pack_exercise(p, "lost_parcel"));
    pack_close(p);
}
END_TEST

START_TEST(progress_is_kept)
{
    struct gopark_err err;
    struct progress p;
    struct text t = { 0 };
    struct pack *pack;
    char *copy;

    setenv("XDG_STATE_HOME", dir, 1);
    progress_open(&p);
    ck_assert(!progress_passed(&p, "x"));
    ck_assert_int_eq(progress_pass(&p, "x", &err), GOPARK_OK);
    ck_assert_int_eq(progress_hint(&p, "y", 2, &err), GOPARK_OK);
    progress_close(&p);
    progress_open(&p);
    ck_assert(progress_passed(&p, "x"));
    ck_assert(!progress_passed(&p, "y"));
    ck_assert_int_eq(progress_hints(&p, "y"), 2);

    put_lesson();
    put("exercises/x/starter.lua", "print(1)\n");
    pack = open_pack(&t);
    copy = progress_copy(&p, pack_exercise(pack, "x"));
    ck_assert_int_eq(progress_start(&p, pack_exercise(pack, "x"), false, &err),
                     GOPARK_OK);
    ck_assert_int_eq(access(copy, R_OK), 0);
    free(copy);
    pack_close(pack);
    progress_close(&p);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("pack");
    TCase *tc = tcase_create("pack");
    SRunner *sr;
    int failed;

    tcase_add_checked_fixture(tc, setup, teardown);
    tcase_add_test(tc, a_lesson_without_fault_is_read_without_a_problem);
    tcase_add_loop_test(tc, a_fault_in_a_lesson_is_said, 0,
                        (int)(sizeof spoilt / sizeof spoilt[0]));
    tcase_add_test(tc, a_folder_without_lessons_is_none);
    tcase_add_test(tc, sections_to_come_keep_their_place);
    tcase_add_test(tc, goparks_own_lessons_are_complete);
    tcase_add_test(tc, progress_is_kept);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
