/*
 * smaller.c - a smaller program that fails in the same way (MIN-3).
 *
 * Delta debugging of the text: one place after the other is cut. A cut stays
 * if the program then has less to do, and a brief search of it still meets
 * the same failure; and still meets executions without it, if there were any,
 * for a sum that no longer adds up on any schedule is another failure. A
 * schedule cannot leave out a goroutine, for the program starts it; the text
 * can. What comes from outside, or what the program computes, is nowhere in
 * the text, and is not made less.
 *
 * How much is tried is bounded by counts, not by a clock, so the same command
 * gives the same answer.
 */
#include "smaller.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
    CUTS_MOST = 64,
    TRIES = 100,
    TRY_SCHEDULES = 2000,
    TRY_RUNS = 200, /* at random, where these were not enough */
    TRY_TRANSITIONS = 20000,
    TRY_STEPS = 5000, /* of a plain run */
};

struct shrink {
    struct program *p;
    const struct explore_opts *x;    /* of the search */
    const struct explore_finding *f; /* to be met again */
    bool always;                     /* it was met on every schedule */
    struct text text;                /* the smallest so far */
    uint64_t size;                   /* steps of a plain run of it */
    int tries;
    struct text said;
};

/* --- the same failure? ----------------------------------------------------- */

static bool
same_place(const struct explore_stuck *a, const struct explore_stuck *b)
{
    return a->reason == b->reason && a->line == b->line &&
           strcmp(a->file, b->file) == 0;
}

static bool
covers(const struct explore_finding *f, const struct explore_finding *g)
{
    for (int i = 0; i < g->nstuck; i++) {
        bool any = false;

        for (int k = 0; k < f->nstuck; k++)
            any |= same_place(&f->stuck[k], &g->stuck[i]);
        if (!any)
            return false;
    }
    return true;
}

/* Numbers in a message may have become less. */
static bool
same_text(const char *a, const char *b)
{
    for (;;) {
        while (isdigit((unsigned char)*a))
            a++;
        while (isdigit((unsigned char)*b))
            b++;
        if (*a != *b)
            return false;
        if (*a++ == '\0')
            return true;
        b++;
    }
}

static bool
is_same(const struct explore_finding *f, const struct explore_finding *g)
{
    bool failed = f->verdict == EXPLORE_PANIC || f->verdict == EXPLORE_CHECK;

    return f->verdict == g->verdict && f->partial == g->partial &&
           covers(f, g) && covers(g, f) &&
           (!failed || same_text(f->message, g->message));
}

static const struct explore_finding *
find_same(const struct explore_result *r, const struct explore_finding *f)
{
    const struct explore_finding *best = NULL;

    for (int i = 0; i < r->nfinding; i++)
        if (is_same(&r->finding[i], f) &&
            (best == NULL || r->finding[i].steps < best->steps))
            best = &r->finding[i];
    return best;
}

/* --- trying ------------------------------------------------------------------ */

static bool
on_progress(void *ctx, const struct explore_progress *e)
{
    (void)ctx;
    (void)e;
    return search_interrupted();
}

/* The program with the text of sh; NULL: it does not compile. */
static struct world *
open_small(struct shrink *sh)
{
    struct program small = *sh->p;
    struct gopark_opts w;
    struct gopark_err err;

    small.script.text = sh->text.s;
    program_opts(&small, &w);
    w.read = NULL;
    w.write = NULL;
    w.load = NULL;
    return world_open(&small.w, &w, &err) == GOPARK_OK ? small.w : NULL;
}

/* How much there is to do; UINT64_MAX: it does not compile. */
static uint64_t
size_of(struct shrink *sh)
{
    struct world *w = open_small(sh);
    struct gopark_err err;
    uint64_t n;

    if (w == NULL)
        return UINT64_MAX;
    world_run(w, TRY_STEPS, &err);
    n = world_steps(w);
    world_close(w);
    return n;
}

static struct explore_result *
search(struct shrink *sh, enum explore_strategy st, bool bare)
{
    struct world *w = open_small(sh);
    struct explore_opts x = *sh->x;
    struct explore_result *r = NULL;
    struct gopark_err err;

    x.strategy = st;
    x.schedules = st == EXPLORE_RANDOM ? TRY_RUNS : TRY_SCHEDULES;
    x.transitions = TRY_TRANSITIONS;
    x.preemptions = -1;
    x.outputs = false;
    x.bare = bare;
    x.progress = on_progress;
    if (w == NULL || explore_run(w, &x, &r, &err) != GOPARK_OK)
        r = NULL;
    if (w != NULL)
        world_close(w);
    return r;
}

/* Is the failure met in this result, and is it the same kind of failure? */
static bool
is_met(const struct shrink *sh, const struct explore_result *r)
{
    return r != NULL && find_same(r, sh->f) != NULL &&
           (sh->always || r->failed < r->executions);
}

static const enum explore_strategy tried[] = { EXPLORE_DPOR, EXPLORE_RANDOM };
enum { NTRIED = sizeof tried / sizeof *tried };

/* The result in which it is met; NULL: it is not. */
static struct explore_result *
meet(struct shrink *sh, bool bare)
{
    for (int i = 0; i < NTRIED; i++) {
        struct explore_result *r = search(sh, tried[i], bare);
        bool over = r == NULL || r->complete;

        if (is_met(sh, r))
            return r;
        explore_free(r);
        if (over)
            break;
    }
    return NULL;
}

/* Has the program less to do, and fails all the same? */
static bool
is_better(struct shrink *sh)
{
    struct explore_result *r;
    uint64_t size = size_of(sh);

    sh->tries++;
    if (size >= sh->size)
        return false;
    r = meet(sh, true);
    if (r == NULL)
        return false;
    explore_free(r);
    sh->size = size;
    return true;
}

static bool
try_cut(struct shrink *sh, const struct gopark_cut *cut, int64_t value)
{
    char *was = sh->text.s;

    if (sh->tries >= TRIES || search_interrupted())
        return false;
    sh->text.s = text_dup(was);
    gopark_cut(sh->text.s, cut, value);
    if (is_better(sh)) {
        free(was);
        return true;
    }
    free(sh->text.s);
    sh->text.s = was;
    return false;
}

/* The least value that will do, of a few. */
static bool
make_less(struct shrink *sh, const struct gopark_cut *cut)
{
    int64_t to[] = { 1, 2, cut->value / 2, cut->value - 1 };

    for (size_t i = 0; i < sizeof to / sizeof *to; i++)
        if (to[i] < cut->value && (i == 0 || to[i] > to[i - 1]) &&
            try_cut(sh, cut, to[i]))
            return true;
    return false;
}

/* Cut what can be cut; true: something was. */
static bool
cut_once(struct shrink *sh)
{
    struct gopark_cut cut[CUTS_MOST];
    int n = gopark_cuts(sh->text.s, sh->p->script.len, cut, CUTS_MOST);
    bool any = false;

    for (int i = 0; i < n; i++)
        any |=
            cut[i].value < 0 ? try_cut(sh, &cut[i], 0) : make_less(sh, &cut[i]);
    return any;
}

/* --- what is different --------------------------------------------------------- */

static void
say_go(struct text *t, const char *s, size_t len, bool zh)
{
    size_t n = 0;

    while (n < len && n < 48 && s[n] != '\n')
        n++;
    text_add(t, s, n);
    text_puts(t, n < len ? " ..." : "");
    text_puts(t, zh ? " 不要了\n" : " left out\n");
}

/* Each place of the program's own text that is no longer as it was. */
static void
say_cuts(struct shrink *sh)
{
    struct gopark_cut cut[CUTS_MOST];
    const char *was = sh->p->script.text, *is = sh->text.s;
    int n = gopark_cuts(was, sh->p->script.len, cut, CUTS_MOST);
    bool zh = sh->p->o->lang == LANG_ZH;

    for (int i = 0; i < n; i++) {
        const struct gopark_cut *c = &cut[i];

        if (memcmp(was + c->at, is + c->at, c->len) == 0 ||
            (c->value < 0 && is[c->at] != ' ') ||
            (c->value >= 0 && is[c->at] == ' '))
            continue; /* or a part of it is, or it is a part of one */
        text_printf(&sh->said, zh ? "  第 %d 行:" : "  line %d: ", c->line);
        if (c->value < 0)
            say_go(&sh->said, was + c->at, c->len, zh);
        else
            text_printf(&sh->said, "%lld -> %ld\n", (long long)c->value,
                        strtol(is + c->at, NULL, 10));
    }
}

/* --- the whole -------------------------------------------------------------------- */

static bool
can_be_tried(const struct program *p, const struct explore_finding *f)
{
    return p->in.text.len == 0 && p->modules.n == 0 && f->nstuck > 0 &&
           strcmp(p->o->arg[0], "-") != 0;
}

/* Is it worth telling? */
static bool
is_shorter(const struct explore_finding *g, const struct explore_finding *f)
{
    return g->schedule != NULL && g->steps <= f->steps &&
           g->nstuck <= f->nstuck &&
           (g->steps < f->steps || g->nstuck < f->nstuck);
}

bool
smaller_find(struct program *p, const struct explore_opts *x,
             const struct explore_result *r, struct smaller *sm)
{
    const struct explore_finding *f = &r->finding[0];
    struct shrink sh = { .p = p, .x = x, .f = f };
    bool any = false;

    memset(sm, 0, sizeof *sm);
    if (!can_be_tried(p, f))
        return false;
    sh.always = r->failed == r->executions;
    sh.text.s = text_dup(p->script.text);
    sh.size = size_of(&sh);
    while (cut_once(&sh))
        any = true;
    if (any)
        say_cuts(&sh);
    sm->text = sh.text.s;
    sm->said = sh.said;
    if (any)
        sm->result = meet(&sh, false);
    if (sm->result != NULL)
        sm->finding = find_same(sm->result, f);
    if (sm->finding != NULL && is_shorter(sm->finding, f))
        return true;
    smaller_done(sm);
    return false;
}

void
smaller_done(struct smaller *sm)
{
    free(sm->text);
    text_done(&sm->said);
    explore_free(sm->result);
    memset(sm, 0, sizeof *sm);
}

struct program
smaller_program(const struct program *p, const struct smaller *sm)
{
    struct program small = *p;

    small.script.text = sm->text;
    small.w = NULL;
    return small;
}
