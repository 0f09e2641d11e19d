/*
 * check_exercise.c - does an exercise keep its promises?
 *
 * The starter must not pass, the solution must, on every schedule, and each
 * fault must be turned down, with the word that names it. A prediction's
 * answer must not be the same for its fault, and the cause of an explanation
 * must be among the lines whose change repairs the program.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "host.h"
#include "judge.h"
#include "options.h"
#include "pack_check.h"
#include "place.h"

/* --- judging files ------------------------------------------------------- */

/* Judge what stands at path; NULL text: nothing. Adds up the schedules. */
static void
judge_it(struct checking *k, const struct exercise *e, const char *text,
         void (*how)(const struct judge *, const char *, struct verdict *),
         struct verdict *v)
{
    struct judge j = { k->p, e, LANG_EN, true };

    memset(v, 0, sizeof *v);
    how(&j, text, v);
    k->c->executions += v->executions;
}

static const char *
base(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? slash + 1 : path;
}

static char *
read_file(struct checking *k, const char *path)
{
    size_t len;
    char *s = host_read(path, &len, NULL);

    k->near = base(path);
    if (s == NULL)
        check_problem(k, "%s cannot be read", path);
    k->near = NULL;
    return s;
}

typedef void judge_fn(const struct judge *, const char *, struct verdict *);

static void
check_starter(struct checking *k, const struct exercise *e, const char *text,
              judge_fn *how)
{
    struct verdict v;

    judge_it(k, e, text, how, &v);
    if (v.word == WORD_OK || v.word == WORD_ANSWER)
        check_problem(k, "the starter passes (%s)", v.said.s);
    verdict_done(&v);
}

static void
check_solution(struct checking *k, const struct exercise *e, judge_fn *how)
{
    char *text = read_file(k, e->solution);
    struct verdict v;

    if (text == NULL)
        return;
    judge_it(k, e, text, how, &v);
    k->file = e->solution;
    if (v.word != WORD_OK)
        check_problem(k, "the solution fails: %s: %s", judge_word_name(v.word),
                      v.said.s);
    k->file = e->path;
    verdict_done(&v);
    free(text);
}

static void
check_fault(struct checking *k, const struct exercise *e, const struct fault *f,
            judge_fn *how)
{
    char *text = read_file(k, f->path);
    struct verdict v;

    if (text == NULL)
        return;
    judge_it(k, e, text, how, &v);
    k->near = base(f->path);
    if (v.word == WORD_OK || v.word == WORD_ANSWER)
        check_problem(k, "%s passes (%s)", base(f->path), v.said.s);
    else if (f->verdict != NULL &&
             strcmp(f->verdict, judge_word_name(v.word)) != 0)
        check_problem(k, "%s is turned down with %s in place of %s: %s",
                      base(f->path), judge_word_name(v.word), f->verdict,
                      v.said.s);
    k->near = NULL;
    verdict_done(&v);
    free(text);
}

static void
check_judged(struct checking *k, const struct exercise *e, const char *starter,
             judge_fn *how)
{
    check_starter(k, e, starter, how);
    check_solution(k, e, how);
    for (int i = 0; i < e->nfault; i++)
        check_fault(k, e, &e->fault[i], how);
}

/* --- predict ------------------------------------------------------------- */

/* The right choices for a program, as bits. */
static bool
right_choices(struct checking *k, const struct exercise *e, const char *text,
              uint64_t *right)
{
    struct judge j = { k->p, e, LANG_EN, true };
    struct verdict v = { 0 };
    bool good = judge_facts(&j, text, &v);

    if (good) {
        good = judge_right(&j, right, &v);
        lua_pop(k->p->t.L, 1);
    }
    k->c->executions += v.executions;
    if (!good)
        check_problem(k, "%s", v.said.s);
    else if (e->explore && !v.complete)
        check_problem(k, "the program is too large to be explored");
    verdict_done(&v);
    return good;
}

static void
check_predict(struct checking *k, const struct exercise *e, const char *starter)
{
    uint64_t right = 0, other = 0, all = (UINT64_C(1) << e->nchoice) - 1;

    if (!right_choices(k, e, starter, &right))
        return;
    k->path = "choices";
    if (right == 0 || right == all)
        check_problem(k, "of %d choices %s are right", e->nchoice,
                      right == 0 ? "none" : "all");
    if (!e->choose_all && (right & (right - 1)) != 0)
        check_problem(k, "more than one choice is right");
    k->path = NULL;
    for (int i = 0; i < e->nfault; i++) {
        char *text = read_file(k, e->fault[i].path);

        if (text != NULL && right_choices(k, e, text, &other) && other == right)
            check_problem(k, "%s has the same answer as the starter",
                          base(e->fault[i].path));
        free(text);
    }
}

/* --- explain ------------------------------------------------------------- */

static size_t
common_lines(const char *a, const char *b)
{
    size_t lines = 0;

    while (*a != '\0' && *b != '\0') {
        size_t n = strcspn(a, "\n"), m = strcspn(b, "\n");

        if (n != m || memcmp(a, b, n) != 0)
            break;
        lines++;
        a += n + (a[n] == '\n');
        b += m + (b[m] == '\n');
    }
    return lines;
}

static int
count_lines(const char *s)
{
    int n = 0;

    for (; *s != '\0'; s++)
        n += *s == '\n';
    return n;
}

/* The i-th line of s from 1, its length in *n. */
static const char *
line_at(const char *s, int i, size_t *n)
{
    while (--i > 0) {
        s += strcspn(s, "\n");
        s += *s == '\n';
    }
    *n = strcspn(s, "\n");
    return s;
}

/* How many lines a and b have in common at their ends. */
static int
common_tail(const char *a, const char *b)
{
    int na = count_lines(a), nb = count_lines(b), k = 0;

    while (k < na && k < nb) {
        size_t n, m;
        const char *p = line_at(a, na - k, &n), *q = line_at(b, nb - k, &m);

        if (n != m || memcmp(p, q, n) != 0)
            break;
        k++;
    }
    return k;
}

/* Is a cause among the lines that the solution changes? */
static void
check_cause_lines(struct checking *k, const struct exercise *e,
                  const char *starter)
{
    char *solution = read_file(k, e->solution);
    int first, last;
    bool among = false;

    if (solution == NULL)
        return;
    first = (int)common_lines(starter, solution) + 1;
    last = count_lines(starter) - common_tail(starter, solution);
    if (last < first) { /* lines were only put in: between these two */
        last = first;
        first--;
    }
    for (int i = 0; i < e->ncause; i++) {
        int line = place_line(starter, e->cause[i]);

        k->near = e->cause[i];
        if (line == 0)
            check_problem(k,
                          "cause \"%s\": no line, or more than one, has "
                          "this text",
                          e->cause[i]);
        among = among || (line >= first && line <= last);
    }
    k->near = NULL;
    k->path = "cause";
    if (!among)
        check_problem(k,
                      "the solution changes lines %d to %d of the starter, "
                      "none of which is a cause",
                      first, last);
    k->path = NULL;
    free(solution);
}

/* What the cause function says must be accepted, anything else must not. */
static void
check_cause_function(struct checking *k, const struct exercise *e)
{
    struct verdict v;

    judge_it(k, e, e->ask == ASK_EDGE ? "G99 -> nowhere" : "G99", judge_explain,
             &v);
    if (v.word != WORD_WRONG)
        check_problem(k, "a wrong answer is taken for %s: %s",
                      judge_word_name(v.word), v.said.s);
    verdict_done(&v);
}

static void
check_cause(struct checking *k, const struct exercise *e, const char *starter)
{
    char answer[160];
    struct verdict v;

    if (e->ask == ASK_LINE) {
        check_cause_lines(k, e, starter);
        return;
    }
    check_cause_function(k, e);
    if (!judge_cause(&(struct judge){ k->p, e, LANG_EN, true }, starter, answer,
                     sizeof answer)) {
        check_problem(k, "cause answers with an empty list");
        return;
    }
    judge_it(k, e, answer, judge_explain, &v);
    if (v.word != WORD_OK)
        check_problem(k, "the cause %s is not accepted: %s", answer, v.said.s);
    verdict_done(&v);
}

/* --- the whole ----------------------------------------------------------- */

void
check_exercise(struct checking *k, const struct exercise *e)
{
    char *starter;

    k->c->exercises++;
    k->file = e->path;
    if (e->starter == NULL)
        return; /* its table could not be read; that has been said */
    starter = read_file(k, e->starter);
    if (starter == NULL)
        return;
    switch (e->kind) {
    case KIND_PREDICT:
        check_predict(k, e, starter);
        break;
    case KIND_BREAK:
        check_judged(k, e, "", judge_break);
        break;
    case KIND_FIX:
        check_judged(k, e, starter, judge_program);
        break;
    case KIND_EXPLAIN:
        check_judged(k, e, starter, judge_program);
        check_cause(k, e, starter);
        break;
    }
    free(starter);
}
