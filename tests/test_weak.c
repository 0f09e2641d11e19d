/*
 * test_weak.c - litmus tests: the numbers of analysis.md section 6 (WM-7 to
 * WM-9), what orders, guards and read-modify-writes do, and random tests, in
 * which every model must contain interleaving.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "families.h"
#include "litmus_tests.h"
#include "prompt_fixture.h"
#include "weak/tally.h"
#include "world/mem.h"

enum { SC, TSO, PSO, VIEW, RA, OOO };

static struct litmus *
parse(const char *text)
{
    struct litmus *t;
    struct gopark_err err;

    if (litmus_read("t", text, strlen(text), &t, &err) != GOPARK_OK)
        ck_abort_msg("%s: %s", text, err.text);
    return t;
}

static struct litmus *
named(const char *name)
{
    struct litmus *t;
    struct gopark_err err;

    if (litmus_open(name, &t, &err) != GOPARK_OK)
        ck_abort_msg("%s", err.text);
    return t;
}

static struct litmus_result
run(const struct litmus *t, int model)
{
    struct litmus_result r;
    struct gopark_err err;

    if (litmus_run(t, (enum litmus_model)model, 0, &r, &err) != GOPARK_OK)
        ck_abort_msg("%s", err.text);
    ck_assert(r.complete);
    return r;
}

/* --- the catalogue --------------------------------------------------------- */

/* WM-7 by model: > 0 the outcomes, the weak one among them; < 0 without it.
 * Then WM-8: paths on SC, TSO, relaxed VIEW, OOO; 0 where it names none. */
static const struct row {
    const char *name;
    int outcomes[LITMUS_NMODEL];
    int paths[4];
} row[] = {
    { "SB", { -3, 4, 4, 4, 4, 4 }, { 6, 80, 20, 24 } },
    { "SB+fences", { -3, -3, -3, -3, -3, -3 }, { 20, 70, 0, 0 } },
    { "SB+fence", { -3, 4, 4, 4, 4, 4 }, { 10, 70, 0, 0 } },
    { "MP", { -3, -3, 4, 4, -3, 4 }, { 6, 30, 13, 24 } },
    { "LB", { -3, -3, -3, -3, -3, 4 }, { 6, 20, 8, 24 } },
    { "LB+data", { -1, -1, -1, -1, -1, -1 }, { 6, 20, 8, 0 } },
    { "IRIW", { -15, -15, -15, 16, 16, 16 }, { 180, 2520, 974, 720 } },
    { "2+2W", { -3, -3, 4, 4, 4, 4 }, { 6, 280, 24, 24 } },
    { "R", { -3, 4, 4, 4, 4, 4 }, { 6, 140, 22, 24 } },
    { "S", { -3, -3, 4, 4, -3, 4 }, { 6, 70, 14, 24 } },
    { "WRC", { -7, -7, -7, 8, -7, 8 }, { 30, 210, 80, 120 } },
    { "CoRR", { -3, -3, -3, -3, -3, -3 }, { 3, 6, 0, 0 } },
    { "SB+own", { -3, 4, 4, 4, 4, 4 }, { 0, 0, 0, 0 } },
    /* WM-9 */
    { "Peterson", { -3, 4, 4, 4, 4, 4 }, { 70, 74844, 0, 0 } },
    { "Peterson+fence", { -3, -3, 4, 4, 4, 4 }, { 0, 13728, 0, 0 } },
    { "Peterson+fences", { -3, -3, -3, -3, -3, -3 }, { 0, 0, 0, 0 } },
    { "Peterson+sc", { -3, -3, -3, -3, -3, -3 }, { 70, 70, 70, 70 } },
};
enum { NROW = sizeof row / sizeof row[0] };

START_TEST(the_catalogue_has_the_expected_outcomes)
{
    struct litmus *t = named(row[_i].name);

    for (int m = 0; m < LITMUS_NMODEL; m++) {
        struct litmus_result r = run(t, m);
        int expected = row[_i].outcomes[m];

        ck_assert_msg(r.noutcome == abs(expected) &&
                          (r.met > 0) == (expected > 0),
                      "%s on %s: %d outcomes, %s", row[_i].name,
                      litmus_model_name((enum litmus_model)m), r.noutcome,
                      r.met > 0 ? "ALLOW" : "forbid");
        for (int i = 0; i < r.noutcome; i++)
            ck_assert_int_eq(r.outcome[i].weak, r.outcome[i].meets);
        litmus_result_done(&r);
    }
    litmus_free(t);
}
END_TEST

START_TEST(the_catalogue_has_the_expected_paths)
{
    static const int model[4] = { SC, TSO, VIEW, OOO };
    struct litmus *t = named(row[_i].name);

    for (int k = 0; k < 4; k++) {
        struct litmus_result r = run(t, model[k]);

        if (row[_i].paths[k] != 0)
            ck_assert_int_eq((int)r.paths, row[_i].paths[k]);
        litmus_result_done(&r);
    }
    litmus_free(t);
}
END_TEST

START_TEST(the_catalogue_is_that_of_this_test)
{
    struct litmus *t;
    int n = 0;

    for (; (t = litmus_nth(n)) != NULL; n++) {
        ck_assert_int_lt(n, NROW);
        ck_assert_str_eq(t->name, row[n].name);
        ck_assert(t->title[0][0] != '\0' && t->title[1][0] != '\0');
        ck_assert_int_ge(t->exists, 0);
        litmus_free(t);
    }
    ck_assert_int_eq(n, NROW);
}
END_TEST

START_TEST(the_prompt_completes_its_names)
{
    int n;
    const struct repl_cmd *c = repl_cmd_find("litmus", &n);
    char word[64];

    ck_assert_ptr_nonnull(c);
    for (const struct litmus_file *f = litmus_files; f->name != NULL; f++) {
        const char *at = c->words;

        snprintf(word, sizeof word, "%s|", f->name);
        while ((at = strstr(at, word)) != NULL && at != c->words &&
               at[-1] != '|')
            at++;
        ck_assert_msg(at != NULL, "%s", f->name);
    }
}
END_TEST

START_TEST(petersons_lock_lets_both_in_on_so_many_paths)
{
    struct litmus *t = named("peterson");
    struct litmus_result r = run(t, TSO);

    ck_assert_int_eq((int)r.met, 12434);
    ck_assert_int_eq((int)r.paths, 74844);
    litmus_result_done(&r);
    litmus_free(t);
}
END_TEST

START_TEST(schedules_of_sb_split_4_1_1)
{
    struct litmus *t = named("SB");
    struct litmus_result r = run(t, SC);
    int paths[3] = { 1, 1, 4 }; /* 01, 10, 11 */

    ck_assert_int_eq(r.noutcome, 3);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq((int)r.outcome[i].paths, paths[i]);
    litmus_result_done(&r);
    litmus_free(t);
}
END_TEST

START_TEST(the_witness_of_sb_buffers_reads_and_flushes)
{
    static const int did[6] = { LITMUS_BUFFERED, LITMUS_BUFFERED, LITMUS_READ,
                                LITMUS_READ,     LITMUS_FLUSHED,
                                LITMUS_FLUSHED };
    struct litmus *t = named("SB");
    struct litmus_result r = run(t, TSO);
    const struct litmus_outcome *o = &r.outcome[3];
    struct litmus_now now;

    ck_assert(o->weak && o->meets);
    ck_assert_int_eq(o->nstep, 6);
    for (int i = 0; i < 6; i++) {
        ck_assert_int_eq(o->step[i].did, did[i]);
        ck_assert_int_eq(t->op[o->step[i].op].g, i % 2);
    }
    litmus_at(t, LITMUS_ON_TSO, o, 4, &now);
    ck_assert(now.nbuf[0] == 1 && now.nbuf[1] == 1 && now.mem[0] == 0);
    ck_assert(now.buf[0][0].n == 1 && now.known == 3 && now.reg[0] == 0);
    litmus_at(t, LITMUS_ON_TSO, o, 6, &now);
    ck_assert(now.nbuf[0] == 0 && now.mem[0] == 1 && now.mem[1] == 1);
    litmus_result_done(&r);
    litmus_free(t);
}
END_TEST

/* --- orders, guards, read-modify-writes ------------------------------------ */

/* By model as in enum: '+' the condition comes about, '-' it does not. */
static const struct sample {
    const char *what, *text, *reached;
} sample[] = {
    { "release and acquire pass a message",
      "x=1; y.rel=1 || a=y.acq; b=x\nexists a=1 b=0", "------" },
    { "release alone does not", "x=1; y.rel=1 || a=y; b=x\nexists a=1 b=0",
      "---+-+" },
    { "nor does acquire alone", "x=1; y=1 || a=y.acq; b=x\nexists a=1 b=0",
      "--++-+" },
    { "relaxed is relaxed on ra, too",
      "x.rlx=1; y.rlx=1 || a=y.rlx; b=x.rlx\nexists a=1 b=0", "--++++" },
    { "SC accesses interleave",
      "x.sc=1; a=y.sc || y.sc=1; b=x.sc\nexists a=0 b=0", "------" },
    { "a store buffer is not emptied by an SC load",
      "x=1; a=y.sc || y=1; b=x.sc\nexists a=0 b=0", "-++--+" },
    { "readers with acquire disagree only where copies are many (WM-10)",
      "x=1 || y=1 || a=x.acq; b=y || c=y.acq; d=x\nexists a=1 b=0 c=1 d=0",
      "---++-" },
    { "a store after a condition stays there",
      "a=x; if a==1: y=1 || b=y; if b==1: x=1\nexists a=1 b=1", "------" },
    { "a load after a condition may be early",
      "x=1; fence; y=1 || a=y; if a==1: b=x\nexists a=1 b=0", "---+-+" },
    { "an early load that was not wanted leaves nothing",
      "x=1; y=1 || a=y; if a==1: b=x\nexists a=0 b=1", "------" },
    { "sums are not lost", "a=add(x,1) || b=add(x,1)\nexists x=1", "------" },
    { "nor is what was stored between them",
      "x=5; a=add(x,1) || b=add(x,1)\nexists x=5", "------" },
    { "one of two takes a lock",
      "a=cas(l,0,1) || b=cas(l,0,1)\nexists not (a=1 b=0) and not (a=0 b=1)",
      "------" },
    { "a swap sees what it replaces", "a=swap(x,1) || b=swap(x,2)\n"
      "exists (a=0 b=0) or (a=2 b=1)", "------" },
    { "a read-modify-write empties the buffer",
      "x=1; p=swap(l,1); a=y || y=1; q=swap(m,1); b=x\ninit l=0 m=0\n"
      "exists a=0 b=0", "---+++" },
    { "values are handed on", "a=x; y=a || x=7 || b=y\nexists b=7", "++++++" },
    { "what is initial is read", "init x=3\nx=4 || a=x\nexists a=3", "++++++" },
    { "a goroutine a line", "x=1; a=y\ny=1; b=x\nexists a=1 b=1", "++++++" },
    { "a goroutine by its name",
      "G2: y=1; b=x\nG1: x=1\nG1: a=y\nexists a=1 b=1", "++++++" },
    { "bars of three bytes", "x=1 \342\200\226 a=x\nexists a=1", "++++++" },
};
enum { NSAMPLE = sizeof sample / sizeof sample[0] };

START_TEST(orders_hold_what_they_promise)
{
    struct litmus *t = parse(sample[_i].text);

    for (int m = 0; m < LITMUS_NMODEL; m++) {
        struct litmus_result r = run(t, m);

        ck_assert_msg((r.met > 0) == (sample[_i].reached[m] == '+'),
                      "%s on %s: reached on %d of %d paths", sample[_i].what,
                      litmus_model_name((enum litmus_model)m), (int)r.met,
                      (int)r.paths);
        litmus_result_done(&r);
    }
    litmus_free(t);
}
END_TEST

/* --- errors ---------------------------------------------------------------- */

static const struct {
    const char *text, *error;
} wrong[] = {
    { "", "t:1: no statements; expected, for example, x=1 || a=x" },
    { "x=1 || a=x\nexists b=1",
      "t:2: b: no variable and no register is called so" },
    { "x=1 || a=y", "t:1: x is set to a number, but no other goroutine uses "
                    "it; 'init x=0' makes it shared" },
    { "init x=0\nx=1\na=y", "t:3: y is not shared: no other goroutine uses "
                            "it; 'init y=0' makes it shared" },
    { "x=1 || y=x || z=y", "t:1: x is shared: a statement has one access" },
    { "x=1 || a=x; a=x", "t:1: a is set twice" },
    { "x=b || a=x", "t:1: b is neither shared nor a register" },
    { "x.acq=1 || a=x", "t:1: a store cannot be .acq; expected .rlx, .rel" },
    { "x=1 || a=x.rel", "t:1: a load cannot be .rel; expected .rlx, .acq" },
    { "x.foo=1 || a=x", "expected rlx, acq, rel, acqrel or sc after the dot, "
                        "not 'foo=1'" },
    { "x 1 || a=x", "t:1: expected '=', not '1'" },
    { "x= || a=x", "t:1: expected a number, and the statement ends" },
    { "x=1 2 || a=x", "t:1: expected ';', '||' or the end, not '2'" },
    { "x=1 || a=x; if b==1: x=2", "t:1: b is no register that was set above" },
    { "x=1 || a=x; if a==1 x=2", "t:1: x is no register that was set above" },
    { "x=1 || a=x; if a: x=2", "t:1: expected == or !=, not ': x=2'" },
    { "x=1 || a=add(x)", "t:1: expected ',', not ')'" },
    { "x=1 || a=cas(x,1)", "t:1: expected ',' and the new value, not ')'" },
    { "x=1 || a=x\nexists (a=1", "t:2: expected ')', and the statement ends" },
    { "x=1 || a=x\nexists a=1)", "t:2: expected and, or, or the end" },
    { "x=1 || a=x\nexists a=1\nexists a=0", "t:3: a second 'exists'" },
    { "x=1 || a=x\nshow c", "t:2: c: no variable and no register" },
    { "init x=1 x=2\nx=1 || a=x", "t:1: x has a value already" },
    { "init x\nx=1 || a=x", "t:1: expected '=', and the statement ends" },
    { "x=12345678901 || a=x", "t:1: a number of more than nine digits" },
    { "abcdefghijklmnop=1 || a=x", "t:1: a name of 16 letters, at most 15" },
    { "x=1 || x=1 || x=1 || x=1 || x=1 || x=1 || x=1 || x=1 || x=1",
      "t:1: more than 8 goroutines" },
    { "x=1 || a=x\n\001", "t:2: expected text, not the byte 0x01" },
    { "x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;"
      "x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1||a=x",
      "t:1: more than 32 steps in all goroutines together" },
    { "init a=0 b=0 c=0 d=0 e=0 f=0 g=0 h=0 i=0\na=1",
      "i: more than 8 shared variables" },
    { "x=1 || a=x\nexists not not not not not not not not not not not not not "
      "not not not not not not not not not not not not a=1",
      "t:2: more than 24 conditions in each other" },
};
enum { NWRONG = sizeof wrong / sizeof wrong[0] };

START_TEST(errors_name_the_line_and_what_was_expected)
{
    struct litmus *t;
    struct gopark_err err = { GOPARK_OK, "" };
    const char *text = wrong[_i].text;

    ck_assert_int_eq(litmus_read("t", text, strlen(text), &t, &err),
                     GOPARK_ESYNTAX);
    ck_assert_ptr_null(t);
    ck_assert_msg(strstr(err.text, wrong[_i].error) != NULL, "%s: %s", text,
                  err.text);
}
END_TEST

START_TEST(a_name_that_nobody_has_is_near_one)
{
    struct litmus *t;
    struct gopark_err err;

    ck_assert_int_eq(litmus_open("Petersen", &t, &err), GOPARK_EUSAGE);
    ck_assert_ptr_nonnull(strstr(err.text, "did you mean Peterson?"));
    ck_assert_int_eq(litmus_open("no/such", &t, &err), GOPARK_EFILE);
}
END_TEST

/* --- limits ---------------------------------------------------------------- */

START_TEST(a_limit_of_transitions_is_kept_and_told)
{
    struct litmus *t = named("Peterson");
    struct litmus_result r;
    struct gopark_err err;

    ck_assert_int_eq(litmus_run(t, LITMUS_ON_TSO, 100, &r, &err), GOPARK_OK);
    ck_assert(!r.complete && r.transitions == 100 && r.paths > 0);
    litmus_result_done(&r);
    ck_assert_int_eq(litmus_run(t, LITMUS_ON_TSO, 1, &r, &err), GOPARK_OK);
    ck_assert(!r.complete && r.paths == 0);
    litmus_result_done(&r);
    litmus_free(t);
}
END_TEST

START_TEST(too_many_outcomes_are_refused)
{
    char text[2000] = "init x=0\n";
    struct litmus *t;
    struct litmus_result r;
    struct gopark_err err;

    for (int i = 0; i < 15; i++)
        sprintf(text + strlen(text), "%sx=%d", i > 0 ? ";" : "", i);
    strcat(text, " || a=x;b=x;c=x;d=x;e=x;f=x;g=x;h=x;i=x;j=x;k=x");
    t = parse(text);
    ck_assert_int_eq(litmus_run(t, LITMUS_ON_SC, 0, &r, &err), GOPARK_ESPACE);
    ck_assert_ptr_nonnull(strstr(err.text, "more than 4096 outcomes"));
    ck_assert_int_eq(r.noutcome, 0);
    litmus_free(t);
}
END_TEST

START_TEST(without_memory_nothing_is_lost)
{
    struct litmus *t = NULL;
    struct litmus_result r;
    struct gopark_err err;
    const char *text = "x=1;p=x;a=y || y=1;q=y;b=x\nexists a=0 b=0";
    enum gopark_rc rc = GOPARK_ENOMEM;

    for (long n = 0; rc != GOPARK_OK; n++) {
        ck_assert_int_lt(n, 100);
        mem_fail_after(n);
        rc = litmus_read("t", text, strlen(text), &t, &err);
        if (rc == GOPARK_OK)
            rc = litmus_run(t, LITMUS_ON_TSO, 0, &r, &err);
        mem_fail_after(-1);
        ck_assert(rc == GOPARK_OK || rc == GOPARK_ENOMEM);
        if (rc == GOPARK_OK)
            litmus_result_done(&r);
        litmus_free(t);
        t = NULL;
    }
}
END_TEST

/* --- random tests ---------------------------------------------------------- */

static unsigned seed;

static int
draw(int n)
{
    seed = seed * 1664525u + 1013904223u;
    return (int)(seed >> 16) % n;
}

/* Two or three goroutines, two variables; orders from those given. */
static void
compose(char *text, const char *const *orders, int norder)
{
    int ng = 2 + draw(2), reg = 0;

    *text = '\0';
    strcat(text, "init x=0 y=0\n");
    for (int g = 0; g < ng; g++) {
        for (int i = 2 + draw(ng == 2 ? 3 : 1); i > 0; i--) {
            char *end = text + strlen(text);
            const char *loc = draw(2) ? "x" : "y", *o = orders[draw(norder)];

            switch (draw(8)) {
            case 0:
                sprintf(end, "fence;");
                break;
            case 1:
                sprintf(end, "r%d=add(%s%s,1);", reg++, loc,
                        strcmp(o, ".sc") == 0 ? o : "");
                break;
            case 2:
            case 3:
            case 4:
                sprintf(end, "%s%s=%d;", loc,
                        strcmp(o, ".acq") == 0 ? ".rel" : o, 1 + draw(2));
                break;
            default:
                sprintf(end, "r%d=%s%s;", reg++, loc, o);
            }
        }
        strcat(text, g + 1 < ng ? "||" : "\n");
    }
    strcat(text, "show x y");
    for (int i = 0; i < reg; i++)
        sprintf(text + strlen(text), " r%d", i);
}

static bool
has(const struct litmus_result *r, const struct litmus_outcome *o)
{
    for (int i = 0; i < r->noutcome; i++)
        if (memcmp(r->outcome[i].value, o->value, sizeof o->value) == 0)
            return true;
    return false;
}

/* Whatever b has, a has. */
static bool
contains(const struct litmus_result *a, const struct litmus_result *b)
{
    for (int i = 0; i < b->noutcome; i++)
        if (!has(a, &b->outcome[i]))
            return false;
    return true;
}

/* The kept path leads to its outcome, and all paths are accounted for. */
static void
check_result(const struct litmus *t, const struct litmus_result *r)
{
    uint64_t paths = 0;
    struct litmus_now now;

    for (int i = 0; i < r->noutcome; i++) {
        const struct litmus_outcome *o = &r->outcome[i];

        paths += o->paths;
        litmus_at(t, r->model, o, o->nstep, &now);
        for (int k = 0; k < t->nshown; k++) {
            const struct litmus_shown *s = &t->shown[k];

            ck_assert_int_eq(o->value[k], s->loc >= 0 ? now.mem[s->loc]
                                                      : now.reg[s->reg]);
        }
        ck_assert_int_eq((int)now.done, (int)((1ull << t->nop) - 1));
    }
    ck_assert_uint_eq(paths, r->paths);
}

static void
run_all(const char *text, struct litmus_result r[LITMUS_NMODEL])
{
    struct litmus *t = parse(text);

    for (int m = 0; m < LITMUS_NMODEL; m++) {
        r[m] = run(t, m);
        check_result(t, &r[m]);
        ck_assert_msg(contains(&r[m], &r[SC]), "%s on %s", text,
                      litmus_model_name((enum litmus_model)m));
    }
    litmus_free(t);
}

START_TEST(weaker_models_contain_stronger_ones)
{
    static const char *const orders[] = { "", "", ".acq", ".rlx", ".sc" };
    struct litmus_result r[LITMUS_NMODEL];
    char text[500];

    seed = (unsigned)_i + 1;
    for (int i = 0; i < 30; i++) {
        compose(text, orders, 5);
        run_all(text, r);
        ck_assert_msg(contains(&r[PSO], &r[TSO]), "%s", text);
        ck_assert_msg(contains(&r[VIEW], &r[RA]), "%s", text);
        for (int m = 0; m < LITMUS_NMODEL; m++)
            litmus_result_done(&r[m]);
    }
}
END_TEST

START_TEST(sequentially_consistent_accesses_interleave_everywhere)
{
    static const char *const orders[] = { ".sc" };
    struct litmus_result r[LITMUS_NMODEL];
    char text[500];

    seed = (unsigned)_i + 1;
    for (int i = 0; i < 30; i++) {
        compose(text, orders, 1);
        run_all(text, r);
        for (int m = 0; m < LITMUS_NMODEL; m++) {
            ck_assert_msg(contains(&r[SC], &r[m]), "%s on %s", text,
                          litmus_model_name((enum litmus_model)m));
            ck_assert_int_eq((int)r[m].paths, (int)r[SC].paths);
        }
        for (int m = 0; m < LITMUS_NMODEL; m++)
            litmus_result_done(&r[m]);
    }
}
END_TEST

/* The same by paths, without merging what meets. */
static struct litmus_result
walked(const struct litmus *t, int model)
{
    struct litmus_result r = { .model = (enum litmus_model)model };
    struct tally *x = mem_alloc(sizeof *x);

    x->t = t;
    x->model = weak_model((enum litmus_model)model);
    x->r = &r;
    x->limit = 10000000;
    ck_assert_int_eq(paths_run(x), TALLY_ALL);
    mem_free(x);
    return r;
}

static const struct litmus_outcome *
same(const struct litmus_result *r, const struct litmus_outcome *o)
{
    for (int i = 0; i < r->noutcome; i++)
        if (memcmp(r->outcome[i].value, o->value, sizeof o->value) == 0)
            return &r->outcome[i];
    return NULL;
}

/* Outcomes, their paths and witnesses do not depend on how they are found. */
static void
compare(const struct litmus *t, int model)
{
    struct litmus_result r = run(t, model), w = walked(t, model);

    ck_assert_int_eq(r.noutcome, w.noutcome);
    ck_assert_uint_eq(r.paths, w.paths);
    ck_assert_uint_eq(r.met, w.met);
    for (int i = 0; i < r.noutcome; i++) {
        const struct litmus_outcome *a = &r.outcome[i], *b = same(&w, a);

        ck_assert_ptr_nonnull(b);
        ck_assert_uint_eq(a->paths, b->paths);
        ck_assert_int_eq(a->nstep, b->nstep);
        for (int k = 0; k < a->nstep; k++)
            ck_assert_mem_eq(&a->step[k], &b->step[k], sizeof a->step[k]);
    }
    litmus_result_done(&r);
    litmus_result_done(&w);
}

START_TEST(states_and_paths_tell_the_same)
{
    static const char *const orders[] = { "", "", ".acq", ".rlx", ".sc" };
    char text[500];
    struct litmus *t;

    for (t = litmus_nth(_i); t != NULL; litmus_free(t), t = NULL)
        for (int m = 0; m < LITMUS_NMODEL; m++)
            compare(t, m);
    seed = (unsigned)_i + 100;
    for (int i = 0; i < 3; i++) {
        compose(text, orders, 5);
        t = parse(text);
        for (int m = 0; m < LITMUS_NMODEL; m++)
            compare(t, m);
        litmus_free(t);
    }
}
END_TEST

START_TEST(paths_beyond_walking_are_counted)
{
    struct litmus *t = parse(
        "x=1;y=1;a=z;b=x || y=2;z=1;c=x;d=y || z=2;x=2;e=y;f=z\n"
        "exists a=0 c=0 e=0");
    struct litmus_result r = run(t, TSO);

    ck_assert_uint_eq(r.paths, 12504636144u);
    ck_assert_uint_lt(r.transitions, 1000000);
    litmus_result_done(&r);
    litmus_free(t);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("weak");
    TCase *tc = tcase_create("catalogue");
    SRunner *sr;
    int failed;

    tcase_add_test(tc, the_catalogue_is_that_of_this_test);
    tcase_add_loop_test(tc, the_catalogue_has_the_expected_outcomes, 0, NROW);
    tcase_add_loop_test(tc, the_catalogue_has_the_expected_paths, 0, NROW);
    tcase_add_test(tc, the_prompt_completes_its_names);
    tcase_add_test(tc, petersons_lock_lets_both_in_on_so_many_paths);
    tcase_add_test(tc, schedules_of_sb_split_4_1_1);
    tcase_add_test(tc, the_witness_of_sb_buffers_reads_and_flushes);
    suite_add_tcase(s, tc);
    tc = tcase_create("rules");
    tcase_add_loop_test(tc, orders_hold_what_they_promise, 0, NSAMPLE);
    tcase_add_loop_test(tc, weaker_models_contain_stronger_ones, 0, 4);
    tcase_add_loop_test(tc, states_and_paths_tell_the_same, 0, NROW);
    tcase_add_test(tc, paths_beyond_walking_are_counted);
    tcase_add_loop_test(
        tc, sequentially_consistent_accesses_interleave_everywhere, 0, 2);
    suite_add_tcase(s, tc);
    tc = tcase_create("errors");
    tcase_add_loop_test(tc, errors_name_the_line_and_what_was_expected, 0,
                        NWRONG);
    tcase_add_test(tc, a_name_that_nobody_has_is_near_one);
    tcase_add_test(tc, a_limit_of_transitions_is_kept_and_told);
    tcase_add_test(tc, too_many_outcomes_are_refused);
    tcase_add_test(tc, without_memory_nothing_is_lost);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed == 0 ? 0 : 1;
}
