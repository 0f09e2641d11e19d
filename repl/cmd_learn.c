/*
 * cmd_learn.c - the prompt's learn group: lessons, exercises, verdicts.
 *
 * `learn` opens the table of contents or a section, `lesson` an item of it.
 * Whatever is open is a program like any other: it is stepped, inspected and
 * taken back with the same commands.
 */
#include <stdlib.h>
#include <string.h>

#include "demo.h"
#include "families.h"
#include "happened.h"
#include "host.h"
#include "judge.h"
#include "learn.h"
#include "native.h"
#include "rows.h"
#include "verdict.h"

/* --- the state ----------------------------------------------------------- */

/* The repl's lessons, read when they are first asked for. */
static struct learn *
learn_of(struct repl *r)
{
    struct gopark_err err;

    if (r->learn == NULL)
        r->learn = learn_new(r->lang, &err);
    if (r->learn == NULL) {
        repl_fail_err(r, &err);
        return NULL;
    }
    r->learn->lang = r->lang;
    r->learn->width = r->width;
    r->learn->colour = r->colour;
    return r->learn;
}

static void
say_text(struct repl *r, struct text *t)
{
    if (t->len > 0)
        repl_puts(r, t->s);
    text_done(t);
}

/* The exercise that is open; NULL after repl_fail. */
static struct exercise *
open_exercise(struct repl *r, struct learn *l)
{
    if (l->exercise == NULL)
        repl_fail(r, "no exercise is open; 'learn' lists the sections, "
                     "'lesson N' opens one of a section's");
    return l->exercise;
}

/* --- learn --------------------------------------------------------------- */

/* What was done cannot be kept: said once, for it hinders nobody. */
static void
unkept(struct repl *r, struct learn *l, const struct gopark_err *err)
{
    bool failed = r->failed;

    if (!l->unkept)
        repl_fail(r, learn_words(l, "%s: your progress is not kept",
                                 "%s:进度没有保存"),
                  err->text);
    l->unkept = true;
    r->failed = failed;
}

static bool
show_section(struct repl *r, struct learn *l, const char *id)
{
    struct section *s = learn_find(l, id);
    struct gopark_err err;
    struct text t = { 0 };

    if (s == NULL)
        return repl_fail(r, "no section %s; 'learn' lists them", id);
    if (s->coming)
        return repl_fail(r, "section %s, %s, is still to come", id,
                         learn_say(l, &s->title));
    l->section = s;
    l->exercise = NULL;
    l->demo = NULL;
    learn_text(l, s, &t);
    text_puts(&t, "\n");
    learn_items(l, s, &t);
    say_text(r, &t);
    if (progress_pass(&l->done, s->id, &err) != GOPARK_OK)
        unkept(r, l, &err);
    return true;
}

static json_t *
exercises_json(const struct learn *l, const struct section *s)
{
    json_t *a = json_array();

    for (int i = 0; i < s->nexercise; i++)
        json_array_append_new(
            a, json_pack("{s:s, s:b}", "name", s->exercise[i].name, "passed",
                         progress_passed(&l->done, s->exercise[i].name)));
    return a;
}

/* The table of contents, a section a line. */
static void
contents_json(struct repl *r, const struct learn *l)
{
    for (int i = 0; i < l->pack->nsection; i++) {
        const struct section *s = &l->pack->section[i];
        json_t *demos = json_array();

        for (int k = 0; k < s->ndemo; k++)
            json_array_append_new(demos, json_string(s->demo[k].name));
        repl_json(r, json_pack("{s:s, s:s, s:b, s:b, s:o, s:o}", "section",
                               s->id, "title", learn_say(l, &s->title),
                               "coming", s->coming, "read",
                               progress_passed(&l->done, s->id), "demos", demos,
                               "exercises", exercises_json(l, s)));
    }
}

static bool
cmd_learn(struct repl *r, int argc, char **argv)
{
    struct learn *l = learn_of(r);
    struct text t = { 0 };

    if (l == NULL)
        return false;
    if (argc > 1)
        return show_section(r, l, argv[1]);
    if (r->json) {
        contents_json(r, l);
        return true;
    }
    learn_contents(l, &t);
    say_text(r, &t);
    return true;
}

/* --- lesson -------------------------------------------------------------- */

static bool
begin_exercise(struct repl *r, struct learn *l, struct exercise *e, bool again)
{
    struct gopark_err err;
    struct text t = { 0 };
    char *copy;
    bool loaded;

    if (e->kind == KIND_FIX &&
        progress_start(&l->done, e, again, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    copy = progress_copy(&l->done, e);
    r->seed = e->seed;
    r->procs = e->procs;
    l->exercise = e;
    l->demo = NULL;
    loaded = repl_load(r, e->kind == KIND_FIX ? copy : e->starter, NULL, 0);
    free(copy);
    learn_task(l, e, &t);
    say_text(r, &t);
    return loaded;
}

static bool
open_item(struct repl *r, struct learn *l, const char *word)
{
    struct section *s = l->section;
    struct demo *d = pack_demo(l->pack, word);
    struct exercise *e = pack_exercise(l->pack, word);
    int n = atoi(word);

    if (d == NULL && e == NULL) {
        if (s == NULL)
            return repl_fail(r, "no section is open; 'learn' lists them");
        if (n > s->ndemo + s->nexercise &&
            n <= s->ndemo + s->nexercise + s->nnative)
            return native_run(r, s->native[n - 1 - s->ndemo - s->nexercise]);
        if (!learn_item(s, n, &d, &e))
            return repl_fail(r, "no item %s here; 'lesson list' shows them",
                             word);
    }
    if (d != NULL)
        return demo_open(r, l, d) && demo_next(r, l);
    return begin_exercise(r, l, e, false);
}

static bool
list_items(struct repl *r, struct learn *l)
{
    struct text t = { 0 };

    if (l->section == NULL)
        return repl_fail(r, "no section is open; 'learn' lists them");
    learn_items(l, l->section, &t);
    say_text(r, &t);
    return true;
}

/* Go on with what is open: a demo's next stop, the task once more. */
static bool
go_on(struct repl *r, struct learn *l)
{
    struct text t = { 0 };

    if (l->demo != NULL)
        return demo_next(r, l);
    if (l->exercise == NULL)
        return list_items(r, l);
    learn_task(l, l->exercise, &t);
    say_text(r, &t);
    return true;
}

static bool
cmd_lesson(struct repl *r, int argc, char **argv)
{
    struct learn *l = learn_of(r);

    if (l == NULL)
        return false;
    if (argc == 1)
        return go_on(r, l);
    if (strcmp(argv[1], "list") == 0)
        return list_items(r, l);
    return open_item(r, l, argv[1]);
}

/* --- answers ------------------------------------------------------------- */

/* Say the verdict, and remember a success. */
static bool
tell(struct repl *r, struct learn *l, struct verdict *v)
{
    struct gopark_err err;
    struct text t = { 0 };

    if (r->json)
        repl_json(r, verdict_json(l->exercise, v));
    else {
        verdict_text(l, l->exercise, v, &t);
        say_text(r, &t);
    }
    if (v->word == WORD_OK &&
        progress_pass(&l->done, l->exercise->name, &err) != GOPARK_OK)
        unkept(r, l, &err);
    verdict_done(v);
    return true;
}

static bool
verify_copy(struct repl *r, struct learn *l, const struct judge *j,
            struct verdict *v)
{
    char *copy = progress_copy(&l->done, l->exercise);
    struct gopark_err err;
    bool read = judge_file(j, copy, v, &err);

    free(copy);
    return read || repl_fail_err(r, &err);
}

static bool
judge_answer(struct repl *r, struct learn *l, const char *answer)
{
    struct judge j = { l->pack, l->exercise, l->lang, false };
    struct gopark_err err;
    struct verdict v;

    switch (l->exercise->kind) {
    case KIND_FIX:
        if (answer == NULL && !verify_copy(r, l, &j, &v))
            return false;
        if (answer != NULL && !judge_file(&j, answer, &v, &err))
            return repl_fail_err(r, &err);
        break;
    case KIND_BREAK:
        if (r->s == NULL)
            return repl_fail(r, "no program is loaded; 'reset' loads it");
        judge_session(&j, r->s, &v);
        break;
    case KIND_PREDICT:
    case KIND_EXPLAIN:
        if (answer == NULL)
            return repl_fail(r, "verify: expected an answer; 'lesson' shows "
                                "the task");
        judge_text(&j, answer, &v);
        break;
    }
    return tell(r, l, &v);
}

static bool
cmd_verify(struct repl *r, int argc, char **argv)
{
    struct learn *l = learn_of(r);

    if (l == NULL || open_exercise(r, l) == NULL)
        return false;
    return judge_answer(r, l, argc > 1 ? argv[1] : NULL);
}

/* Guess who acts next, then see. */
static bool
guess_next(struct repl *r, const char *answer)
{
    struct happened h;
    struct text t = { 0 };
    uint32_t g;

    if (r->s == NULL)
        return repl_fail(r, "predict: no program is loaded");
    if (answer == NULL) {
        repl_puts(r, "which goroutine does the next step? 'predict GN'\n");
        return true;
    }
    if (!arg_g(r, answer, &g) || !happened_next(r, &h))
        return false;
    happened_line(&h, &t);
    repl_printf(r, "%s: G%u\n%s\n", h.g == g ? "right" : "no", h.g,
                t.s != NULL ? t.s : "");
    text_done(&t);
    return true;
}

static bool
cmd_predict(struct repl *r, int argc, char **argv)
{
    struct learn *l = learn_of(r);

    if (l == NULL)
        return false;
    if (l->exercise != NULL && l->exercise->kind == KIND_PREDICT)
        return judge_answer(r, l, argc > 1 ? argv[1] : NULL);
    return guess_next(r, argc > 1 ? argv[1] : NULL);
}

/* --- help with an exercise ----------------------------------------------- */

static bool
cmd_hint(struct repl *r, int argc, char **argv)
{
    struct learn *l = learn_of(r);
    struct exercise *e;
    struct gopark_err err;
    struct text t = { 0 };
    int n;

    (void)argc;
    (void)argv;
    if (l == NULL || (e = open_exercise(r, l)) == NULL)
        return false;
    n = progress_hints(&l->done, e->name);
    if (n < e->nhint)
        n++;
    for (int i = 0; i < n; i++) {
        text_printf(&t, "%d/%d  ", i + 1, e->nhint);
        learn_line(l, learn_say(l, &e->hint[i]), &t);
    }
    say_text(r, &t);
    if (progress_hint(&l->done, e->name, n, &err) != GOPARK_OK)
        unkept(r, l, &err);
    return true;
}

static bool
cmd_reset(struct repl *r, int argc, char **argv)
{
    struct learn *l = learn_of(r);
    struct exercise *e;
    struct gopark_err err;

    (void)argc;
    (void)argv;
    if (l == NULL || (e = open_exercise(r, l)) == NULL)
        return false;
    if (progress_forget(&l->done, e->name, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    return begin_exercise(r, l, e, true);
}

static bool
cmd_solution(struct repl *r, int argc, char **argv)
{
    struct learn *l = learn_of(r);
    struct exercise *e;
    struct gopark_err err;
    size_t len;
    char *s;

    (void)argc;
    (void)argv;
    if (l == NULL || (e = open_exercise(r, l)) == NULL)
        return false;
    if (!progress_passed(&l->done, e->name))
        return repl_fail(r, "the solution is shown when you have one of your "
                            "own; 'hint' helps, 'verify' judges");
    if (e->solution == NULL) {
        repl_printf(r, "%s\n", learn_say(l, &e->learned));
        return true;
    }
    s = host_read(e->solution, &len, &err);
    if (s == NULL)
        return repl_fail_err(r, &err);
    repl_puts(r, s);
    free(s);
    return true;
}

const struct repl_cmd cmd_learn_group[] = {
    { .name = "learn",
      .max_args = 1,
      .usage = "[CHAPTER[.SECTION]]",
      .help = "the chapters and your progress, or a section",
      .group = GROUP_LEARN,
      .exec = cmd_learn },
    { .name = "lesson",
      .max_args = 1,
      .usage = "[list|N]",
      .help = "open a section's demo or exercise, or go on with it",
      .more = "Without an argument: the demo's next stop, or the task once "
              "more.\n",
      .group = GROUP_LEARN,
      .arg = ARG_WORDS,
      .words = "list",
      .exec = cmd_lesson },
    { .name = "predict",
      .max_args = 1,
      .flags = CMD_RAW,
      .usage = "[ANSWER]",
      .help = "say what comes, then see it",
      .more = "In a prediction: the numbers of the choices that are right.\n"
              "Elsewhere: the goroutine that does the next step, which is "
              "then done.\n",
      .group = GROUP_LEARN,
      .exec = cmd_predict },
    { .name = "hint",
      .usage = "",
      .help = "the next hint of the exercise",
      .group = GROUP_LEARN,
      .exec = cmd_hint },
    { .name = "verify",
      .max_args = 1,
      .flags = CMD_RAW,
      .usage = "[ANSWER|FILE.lua]",
      .help = "judge the exercise",
      .more = "Fix: your copy, or a file. Break: what you have done since "
              "the start.\nPredict and explain: the answer.\n",
      .group = GROUP_LEARN,
      .arg = ARG_FILE,
      .exec = cmd_verify },
    { .name = "reset",
      .usage = "",
      .help = "begin the exercise anew; your file is kept beside it",
      .group = GROUP_LEARN,
      .exec = cmd_reset },
    { .name = "solution",
      .usage = "",
      .help = "a solution, once you have found one",
      .group = GROUP_LEARN,
      .exec = cmd_solution },
    { .name = NULL },
};
