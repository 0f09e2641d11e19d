/*
 * dfs.c - depth first through all executions (DFS-1, SLEEP-1, DPOR-1, PB-1).
 *
 * The stack of frames is the path; each frame is a state, with what it offers
 * and what has been tried of it. To come back to a state the world is put
 * back to the nearest snapshot above it and does the rest again: doing three
 * transitions costs less than keeping a snapshot of each state.
 *
 * Reduction. Two executions that differ only in the order of transitions
 * which do not depend on each other are the same in all that matters. Sleep
 * sets see to it that none is completed twice; races decide which goroutines
 * have to be tried at a state at all (DPOR). Without reduction, preemptions
 * can be bounded; with it a bound would lose schedules (DPOR-6).
 */
#include "check/search.h"

#include <string.h>

#include "check/order.h"

enum {
    NONE = -1,
    SPACING = 4,    /* transitions between two snapshots */
    COUNTED = 1000, /* executions whose equals are counted */
};

struct frame {
    struct offer_mark mark;
    size_t first, n;        /* offers */
    size_t sleep, nsleep;   /* range of the sleep stack */
    struct gset en, back, done;
    int g;                  /* the goroutine being tried, NONE */
    size_t next;            /* offer to look at next, from first */
    ptrdiff_t chosen;       /* offer under way, NONE */
    struct gset last;       /* on the path before this state */
    int preempted;
    bool wide;              /* try everything, whatever races say */
    struct snapshot *snap;
};

struct dfs {
    struct search *s;
    VEC(struct frame) frame;
    VEC(uint32_t) sleep;    /* offers, by index */
    struct order order;
    bool reduce;            /* sleep sets */
    bool dpor;
    ptrdiff_t at;           /* the state at which the world is; NONE: none */
    size_t spacing, bytes;  /* of snapshots */
    size_t wide;            /* depth of the states that are shared out */
    uint64_t unit;          /* subtrees below them, counted */
};

static struct frame *
top(const struct dfs *d)
{
    return &d->frame.at[d->frame.n - 1];
}

static const struct trans *
offer(const struct dfs *d, size_t i)
{
    return &d->s->of.trans.at[i];
}

/* --- sleep sets ------------------------------------------------------------ */

static bool
is_asleep(const struct dfs *d, const struct frame *f, const struct trans *t)
{
    for (size_t i = f->sleep; i < f->sleep + f->nsleep; i++)
        if (trans_same(offer(d, d->sleep.at[i]), t))
            return true;
    return false;
}

static void
fall_asleep(struct dfs *d, struct frame *f, size_t i)
{
    if (!vec_room(&d->sleep, 1)) {
        d->s->of.no_memory = true;
        return;
    }
    d->sleep.n = f->sleep + f->nsleep;
    d->sleep.at[d->sleep.n++] = (uint32_t)i;
    f->nsleep++;
}

/* What of f's sleep set does not depend on t sleeps on in the state after. */
static void
inherit_sleep(struct dfs *d, const struct frame *f, const struct trans *t,
              struct frame *to)
{
    to->sleep = d->sleep.n = f->sleep + f->nsleep;
    to->nsleep = 0;
    for (size_t i = f->sleep; i < f->sleep + f->nsleep; i++) {
        uint32_t u = d->sleep.at[i];

        if (!trans_dependent(&d->s->of, offer(d, u), t))
            fall_asleep(d, to, u);
    }
}

/* --- snapshots --------------------------------------------------------------- */

/* The nearest state at or above i that has a snapshot; 0 has the root's. */
static size_t
nearest(const struct dfs *d, size_t i)
{
    while (i > 0 && d->frame.at[i].snap == NULL)
        i--;
    return i;
}

static struct snapshot *
snapshot_at(const struct dfs *d, size_t i)
{
    return i == 0 ? d->s->root : d->frame.at[i].snap;
}

static void
drop_snapshot(struct dfs *d, struct frame *f)
{
    if (f->snap == NULL)
        return;
    d->bytes -= snapshot_bytes(f->snap);
    search_forget(d->s, f->snap);
    f->snap = NULL;
}

/* Too many: keep them further apart from now on. */
static void
thin_out(struct dfs *d)
{
    size_t kept = 0;

    d->spacing *= 2;
    for (size_t i = 1; i < d->frame.n; i++) {
        if (d->frame.at[i].snap == NULL)
            continue;
        if (i - kept < d->spacing)
            drop_snapshot(d, &d->frame.at[i]);
        else
            kept = i;
    }
}

/* The world is at state i: keep it, if others kept are not near. */
static void
keep_state(struct dfs *d, size_t i)
{
    struct frame *f = &d->frame.at[i];
    size_t near = nearest(d, i);

    if (i - near < d->spacing)
        return;
    if (d->bytes > d->s->o.budget)
        thin_out(d);
    f->snap = search_keep(d->s, snapshot_at(d, nearest(d, i)));
    if (f->snap != NULL)
        d->bytes += snapshot_bytes(f->snap);
}

/* Bring the world to the state on top. */
static void
go_to_top(struct dfs *d)
{
    struct search *s = d->s;
    size_t i = d->frame.n - 1, from = nearest(d, i);
    struct frame *f = top(d);

    search_truncate(s, i);
    order_truncate(&d->order, i);
    if (d->at != (ptrdiff_t)i) {
        search_put_back(s, snapshot_at(d, from));
        for (size_t k = from; k < i; k++)
            search_redo(s, &s->path.at[k]);
        keep_state(d, i);
        d->at = (ptrdiff_t)i;
    }
    s->last = f->last;
    s->preempted = f->preempted;
}

/* --- races --------------------------------------------------------------------- */

static const struct gset *
tried_at(void *ctx, size_t j)
{
    const struct dfs *d = ctx;

    return &d->frame.at[j].back;
}

/* Where everybody is going to be tried, no race says anything new. */
static void
close_if_full(struct dfs *d, size_t j)
{
    const struct frame *f = &d->frame.at[j];
    struct gset left = gset_minus(&f->en, &f->back);

    if (f->wide || gset_empty(&left))
        order_close(&d->order, j);
}

/* At state j one of initial must be tried (DPOR-1, RACES 8). */
static void
on_race(void *ctx, size_t j, const struct gset *initial,
        const struct gset *own)
{
    struct dfs *d = ctx;
    struct frame *f = &d->frame.at[j];
    struct gset c = gset_and(initial, &f->en);

    if (gset_empty(&c)) {
        gset_join(&f->back, &f->en);
    } else {
        if (gset_meets(&c, own))
            c = gset_and(&c, own);
        gset_add(&f->back, (uint32_t)gset_first(&c));
    }
    close_if_full(d, j);
}

/* --- frames ---------------------------------------------------------------------- */

/* The smallest participant of an offer that is not asleep, or NONE. */
static int
first_awake(const struct dfs *d, struct frame *f)
{
    struct gset awake = { { 0 } };

    for (size_t i = f->first; i < f->first + f->n; i++) {
        gset_join(&f->en, &offer(d, i)->who);
        if (!is_asleep(d, f, offer(d, i)))
            gset_join(&awake, &offer(d, i)->who);
    }
    return gset_first(&awake);
}

static void
pop(struct dfs *d)
{
    struct frame *f = top(d);

    drop_snapshot(d, f);
    offer_drop(&d->s->of, f->mark);
    d->sleep.n = f->sleep;
    d->frame.n--;
}

/* How many schedules are equal to the one at hand? */
static void
count_plain(struct dfs *d)
{
    struct search *s = d->s;
    double ways = -1;

    if (s->plain < 0)
        return;
    if (d->reduce && s->executions < COUNTED)
        ways = order_extensions(&d->order, s->path.n);
    s->plain = ways < 0 ? -1 : s->plain + ways;
}

static void
leaf(struct dfs *d, enum search_end end)
{
    if (end == SEARCH_ENDS)
        count_plain(d);
    search_leaf(d->s, end);
    d->at = NONE;
    pop(d);
}

/* Whose part of a search that is shared out is the subtree at the new state? */
static bool
is_ours(struct dfs *d, bool ends)
{
    const struct explore_opts *o = &d->s->o;
    size_t depth = d->frame.n - 1;

    if (o->nshard == 0 || depth > d->wide || (depth < d->wide && !ends))
        return true;
    return d->unit++ % o->nshard == o->shard - 1;
}

/* The world is in a state that is new: what does it offer? The frame for it
 * is on top, with its sleep set. */
static void
enter(struct dfs *d)
{
    struct order_ask ask = { tried_at, on_race, d };
    struct search *s = d->s;
    struct frame *f = top(d);
    enum search_end end;
    int g;

    end = search_look(s, d->dpor);
    f = top(d);
    f->n = s->of.trans.n - f->first;
    if (d->dpor)
        order_races(&d->order, &s->of, s->path.at, s->path.n, f->mark.want,
                    &ask);
    if (!is_ours(d, end != SEARCH_GOES_ON)) {
        pop(d);
        return;
    }
    if (end != SEARCH_GOES_ON) {
        leaf(d, end);
        return;
    }
    g = first_awake(d, f);
    if (g < 0) {
        s->blocked++;
        pop(d);
        return;
    }
    gset_add(&f->back, (uint32_t)g);
    f->wide = !d->dpor || d->frame.n - 1 < d->wide;
    close_if_full(d, d->frame.n - 1);
    if (f->n > 1)
        keep_state(d, d->frame.n - 1);
}

static bool
push(struct dfs *d)
{
    struct search *s = d->s;
    struct frame *f;

    if (!vec_room(&d->frame, 1) || !order_open(&d->order, d->frame.n)) {
        s->of.no_memory = true;
        return false;
    }
    f = &d->frame.at[d->frame.n++];
    memset(f, 0, sizeof *f);
    f->mark = offer_mark(&s->of);
    f->first = s->of.trans.n;
    f->g = NONE;
    f->chosen = NONE;
    f->last = s->last;
    f->preempted = s->preempted;
    return true;
}

/* --- choosing ----------------------------------------------------------------------- */

static bool
within_bound(const struct dfs *d, const struct frame *f, size_t i)
{
    int most = d->s->o.preemptions;

    return most < 0 || d->reduce ||
           f->preempted + search_preempts(d->s, offer(d, i), f->first, f->n,
                                          &f->last) <= most;
}

/* Every offer that is awake, one after the other. */
static ptrdiff_t
choose_any(const struct dfs *d, struct frame *f)
{
    for (; f->next < f->n; f->next++) {
        size_t i = f->first + f->next;

        if (!is_asleep(d, f, offer(d, i)) && within_bound(d, f, i)) {
            f->next++;
            return (ptrdiff_t)i;
        }
    }
    return NONE;
}

/* Partners of g's offers have to be tried as well (DPOR-1, 6). */
static void
close_over_partners(struct dfs *d, struct frame *f, uint32_t g)
{
    for (size_t i = f->first; i < f->first + f->n; i++)
        if (gset_has(&offer(d, i)->who, g))
            gset_join(&f->back, &offer(d, i)->who);
    close_if_full(d, (size_t)(f - d->frame.at));
}

/* The next goroutine that must be tried, and its offers. */
static ptrdiff_t
choose_needed(struct dfs *d, struct frame *f)
{
    for (;;) {
        struct gset left = gset_minus(&f->back, &f->done);

        for (; f->g >= 0 && f->next < f->n; f->next++) {
            const struct trans *t = offer(d, f->first + f->next);

            if (gset_has(&t->who, (uint32_t)f->g) && !is_asleep(d, f, t))
                return (ptrdiff_t)(f->first + f->next++);
        }
        f->g = gset_first(&left);
        if (f->g < 0)
            return NONE;
        gset_add(&f->done, (uint32_t)f->g);
        f->next = 0;
        close_over_partners(d, f, (uint32_t)f->g);
    }
}

/* What to do next at the state on top; what was under way has been. */
static ptrdiff_t
choose_next(struct dfs *d)
{
    struct frame *f = top(d);

    if (f->chosen != NONE && d->reduce)
        fall_asleep(d, f, (size_t)f->chosen);
    f->chosen = NONE;
    return f->wide ? choose_any(d, f) : choose_needed(d, f);
}

/* Do offer i of the state on top and enter the state after it. */
static void
descend(struct dfs *d, size_t i)
{
    struct search *s = d->s;
    struct frame *f = top(d), *to;
    int cost;

    go_to_top(d);
    cost = search_preempts(s, offer(d, i), f->first, f->n, &f->last);
    f->chosen = (ptrdiff_t)i;
    s->preempted = f->preempted + cost;
    search_step(s, i);
    d->at = (ptrdiff_t)s->path.n;
    if (!order_push(&d->order, &s->of, s->path.at, s->path.n) || !push(d)) {
        s->stopped = true;
        search_incomplete(s, "no memory was left");
        return;
    }
    f = &d->frame.at[d->frame.n - 2];
    to = top(d);
    to->sleep = d->sleep.n = f->sleep + f->nsleep;
    if (d->reduce)
        inherit_sleep(d, f, offer(d, i), to);
    enter(d);
}

/* --- the search ------------------------------------------------------------------------ */

static void
search_all(struct dfs *d)
{
    search_begin_run(d->s);
    d->at = 0;
    if (!push(d))
        return;
    enter(d);
    while (d->frame.n > 0 && !search_is_over(d->s)) {
        ptrdiff_t i = choose_next(d);

        if (i == NONE)
            pop(d);
        else
            descend(d, (size_t)i);
    }
    while (d->frame.n > 0)
        pop(d);
    order_truncate(&d->order, 0);
}

enum { SHARES = 16, WIDE_MOST = 12 }; /* subtrees wanted for each shard */

/* Count the subtrees at a depth, without going into them. */
static uint64_t
count_units(struct dfs *d, size_t depth)
{
    struct search *s = d->s, was = *s;

    d->wide = depth;
    d->unit = 0;
    s->o.nshard = UINT32_MAX; /* nobody's */
    s->o.shard = UINT32_MAX;
    search_all(d);
    s->o = was.o;
    s->executions = was.executions;
    s->blocked = was.blocked;
    s->transitions = was.transitions;
    s->redone = was.redone;
    s->cut = was.cut;
    return d->unit;
}

/* The states nearest to the root are tried in full by everybody, and the
 * subtrees below shared out in turn. */
static void
share_out(struct dfs *d)
{
    size_t depth = 1;

    while (depth < WIDE_MOST &&
           count_units(d, depth) < (uint64_t)SHARES * d->s->o.nshard)
        depth++;
    d->wide = depth;
    d->unit = 0;
}

/* Of the tree without reduction, if subtrees of a state are equally large. */
static double
share_of_tree(void *ctx)
{
    const struct dfs *d = ctx;
    double done = 0, part = 1;

    for (size_t i = 0; i < d->frame.n; i++) {
        const struct frame *f = &d->frame.at[i];

        if (f->n == 0 || f->next == 0)
            break;
        part /= (double)f->n;
        done += part * (double)(f->next - 1);
    }
    return done;
}

void
dfs_run(struct search *s)
{
    struct dfs d = { .s = s, .spacing = SPACING };

    d.reduce = s->o.strategy != EXPLORE_PLAIN;
    d.dpor = s->o.strategy == EXPLORE_DPOR;
    s->share = d.reduce ? NULL : share_of_tree;
    s->share_ctx = &d;
    if (s->o.nshard > 0)
        share_out(&d);
    search_all(&d);
    if (s->o.preemptions >= 0 && !d.reduce)
        search_incomplete(s, WHY_BOUNDED);
    s->share = NULL;
    vec_free(&d.frame);
    vec_free(&d.sleep);
    order_free(&d.order);
}
