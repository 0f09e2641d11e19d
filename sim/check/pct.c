/*
 * pct.c - priorities that change d - 1 times (PCT-1..4).
 *
 * The goroutine of highest priority runs. At d - 1 steps drawn beforehand the
 * one that would run falls below all others. A bug that needs d ordering
 * constraints is then met with probability 1/(n k^(d-1)) at least, n being
 * the goroutines and k the steps.
 */
#include "check/walk.h"

#include <string.h>

enum { SPIN = 100, CHANGES_MOST = 64 };

/* In place of a goroutine: the clock, which starts AfterFunc's functions. */
#define CLOCK UINT32_MAX

struct pct {
    VEC(uint32_t) order;     /* the highest first; fallen ones not */
    struct {
        uint32_t g;          /* who has fallen to it, 0 nobody yet */
        uint64_t step;       /* from 1 */
        uint32_t priority;   /* among the fallen, 0 the lowest */
    } change[CHANGES_MOST];
    int nchange;
    VEC(uint32_t) last;      /* those that gave way, the latest last */
    uint32_t ran;            /* who took the last steps, */
    int times;               /* and how many of them */
};

struct pct *
pct_new(void)
{
    return calloc(1, sizeof(struct pct));
}

void
pct_free(struct pct *p)
{
    if (p == NULL)
        return;
    vec_free(&p->order);
    vec_free(&p->last);
    free(p);
}

static void
insert_at(struct pct *p, uint32_t g, size_t i)
{
    if (!vec_room(&p->order, 1))
        return;
    memmove(p->order.at + i + 1, p->order.at + i,
            (p->order.n - i) * sizeof *p->order.at);
    p->order.at[i] = g;
    p->order.n++;
}

static void
add_anywhere(struct walk *k, uint32_t g)
{
    struct pct *p = k->pct;

    insert_at(p, g, dice_below(&k->dice, (uint32_t)p->order.n + 1));
}

static bool
is_change(const struct pct *p, int n, uint64_t step)
{
    for (int i = 0; i < n; i++)
        if (p->change[i].step == step)
            return true;
    return false;
}

/* d - 1 distinct steps of 1..k, with a random order of what is fallen to. */
static void
draw_changes(struct walk *k)
{
    struct pct *p = k->pct;
    uint64_t length = k->s->length > 0 ? k->s->length : 1;
    int n = k->s->o.depth - 1, i;

    if ((uint64_t)n > length)
        n = (int)length;
    p->nchange = n < 0 ? 0 : n < CHANGES_MOST ? n : CHANGES_MOST;
    for (i = 0; i < p->nchange; i++) {
        uint64_t step;

        do
            step = 1 + dice_below(&k->dice, (uint32_t)length);
        while (is_change(p, i, step));
        p->change[i].step = step;
        p->change[i].g = 0;
        p->change[i].priority = (uint32_t)i;
    }
    for (i = p->nchange - 1; i > 0; i--) {
        int r = (int)dice_below(&k->dice, (uint32_t)i + 1);
        uint32_t was = p->change[i].priority;

        p->change[i].priority = p->change[r].priority;
        p->change[r].priority = was;
    }
}

/* One more goroutine: n of the bound is the most that a run had (PCT-4). */
static void
count_g(struct search *s)
{
    if (++s->ngs_now > s->ngs)
        s->ngs = s->ngs_now;
}

void
pct_begin(struct walk *k)
{
    struct pct *p = k->pct;
    const struct g *gp;

    p->order.n = p->last.n = 0;
    p->ran = 0;
    p->times = 0;
    k->s->ngs_now = 0;
    snapshot_restore(k->s->w, k->s->root);
    for (gp = k->s->w->sched->first; gp != NULL; gp = gp->next) {
        if (gp->status != G_RUNNABLE && gp->reason != WAIT_SLEEP)
            continue; /* main, in check.par */
        add_anywhere(k, gp->id);
        count_g(k->s);
    }
    add_anywhere(k, CLOCK);
    draw_changes(k);
}

static bool
involves(const struct trans *t, uint32_t g)
{
    if (t->what == TRANS_CALL)
        return g == CLOCK;
    return t->g == g || t->peer == g;
}

static bool
is_enabled(const struct walk *k, size_t first, size_t n, uint32_t g)
{
    for (size_t i = first; i < first + n; i++)
        if (involves(&k->s->of.trans.at[i], g))
            return true;
    return false;
}

/* The fallen, by priority from high to low. */
static uint32_t
best_fallen(const struct walk *k, size_t first, size_t n)
{
    const struct pct *p = k->pct;
    uint32_t best = 0, priority = 0;

    for (int i = 0; i < p->nchange; i++) {
        uint32_t g = p->change[i].g;

        if (g != 0 && is_enabled(k, first, n, g) &&
            (best == 0 || p->change[i].priority > priority)) {
            best = g;
            priority = p->change[i].priority;
        }
    }
    return best;
}

/* Who runs; 0: only the clock can. */
static uint32_t
highest(const struct walk *k, size_t first, size_t n)
{
    const struct pct *p = k->pct;
    uint32_t g;
    size_t i;

    for (i = 0; i < p->order.n; i++)
        if (is_enabled(k, first, n, p->order.at[i]))
            return p->order.at[i];
    g = best_fallen(k, first, n);
    for (i = 0; g == 0 && i < p->last.n; i++)
        if (is_enabled(k, first, n, p->last.at[i]))
            g = p->last.at[i];
    return g;
}

static void
take_out(struct pct *p, uint32_t g)
{
    size_t i, kept = 0;

    for (i = 0; i < p->order.n; i++)
        if (p->order.at[i] != g)
            p->order.at[kept++] = p->order.at[i];
    p->order.n = kept;
    for (i = kept = 0; i < p->last.n; i++)
        if (p->last.at[i] != g)
            p->last.at[kept++] = p->last.at[i];
    p->last.n = kept;
    for (i = 0; i < (size_t)p->nchange; i++)
        if (p->change[i].g == g)
            p->change[i].g = 0;
}

/* Below everybody, also those that have fallen (PCT-3). */
static void
give_way(struct pct *p, uint32_t g)
{
    take_out(p, g);
    if (vec_room(&p->last, 1))
        p->last.at[p->last.n++] = g;
}

static void
fall(struct walk *k, uint32_t g, uint64_t step)
{
    struct pct *p = k->pct;

    take_out(p, g);
    for (int i = 0; i < p->nchange; i++)
        if (p->change[i].step == step)
            p->change[i].g = g;
}

/* One of the transitions that g takes part in. */
static size_t
one_of(struct walk *k, size_t first, size_t n, uint32_t g)
{
    uint32_t m = 0, r;
    size_t i;

    for (i = first; i < first + n; i++)
        m += involves(&k->s->of.trans.at[i], g);
    if (m == 0)
        return walk_any(k, first, n);
    r = dice_below(&k->dice, m);
    for (i = first;; i++)
        if (involves(&k->s->of.trans.at[i], g) && r-- == 0)
            return i;
}

size_t
pct_pick(struct walk *k, size_t first, size_t n, uint64_t step)
{
    struct pct *p = k->pct;
    uint32_t g = highest(k, first, n);

    if (step > k->s->length && k->s->o.length == 0)
        k->s->length = step; /* raised for the runs that follow */
    if (g != 0 && is_change(p, p->nchange, step)) {
        fall(k, g, step);
        g = highest(k, first, n);
    }
    p->times = g == p->ran ? p->times + 1 : 1;
    p->ran = g;
    return one_of(k, first, n, g);
}

/* Offer i has been done: new goroutines get a place; who yields, or has been
 * alone for long, loses his. */
void
pct_done(struct walk *k, size_t i, uint32_t made_from)
{
    struct pct *p = k->pct;
    const struct trans *t = &k->s->of.trans.at[i];

    for (uint32_t g = made_from + 1; g <= k->s->w->sched->ngs; g++) {
        add_anywhere(k, g);
        count_g(k->s);
    }
    if (p->times >= SPIN || t->yields) {
        give_way(p, p->ran);
        p->times = 0;
    }
}
