/*
 * walk.c - executions at random (RAND-1): each from the root to its end.
 *
 * Every run has its own dice, made of the seed and its number, so a part of a
 * search that is shared out draws what the whole search would.
 */
#include "check/walk.h"

size_t
walk_any(struct walk *k, size_t first, size_t n)
{
    return first + dice_below(&k->dice, (uint32_t)n);
}

static size_t
pick(struct walk *k, size_t first, size_t n, uint64_t step)
{
    switch (k->s->o.strategy) {
    case EXPLORE_PCT:
        return pct_pick(k, first, n, step);
    case EXPLORE_POS:
        return pos_pick(k, first, n);
    default:
        return walk_any(k, first, n);
    }
}

static void
walk_once(struct walk *k)
{
    struct search *s = k->s;
    enum search_end end;

    search_begin_run(s);
    while ((end = search_look(s, false)) == SEARCH_GOES_ON) {
        size_t n = s->of.trans.n;
        size_t i = pick(k, 0, n, s->path.n + 1);
        uint32_t made = s->w->sched->ngs;

        s->preempted += search_preempts(s, &s->of.trans.at[i], 0, n,
                                        &s->last);
        search_step(s, i);
        if (s->o.strategy == EXPLORE_PCT)
            pct_done(k, i, made);
        offer_drop(&s->of, (struct offer_mark){ 0, 0, 0 });
        if (s->stopped)
            return;
    }
    search_leaf(s, end);
}

/* Run number run is of our share. */
static bool
is_ours(const struct search *s, uint64_t run)
{
    return s->o.nshard == 0 || run % s->o.nshard == s->o.shard - 1;
}

/* How long executions are, as they are counted, by a walk that itself does
 * not count. */
static void
measure(struct walk *k)
{
    struct search *s = k->s;
    uint64_t transitions = s->transitions;

    k->dice = dice_of(s->o.seed, UINT64_MAX);
    search_begin_run(s);
    while (search_look(s, false) == SEARCH_GOES_ON && !s->stopped) {
        search_step(s, walk_any(k, 0, s->of.trans.n));
        offer_drop(&s->of, (struct offer_mark){ 0, 0, 0 });
        if (s->path.n >= s->o.steps)
            break;
    }
    s->length = s->path.n;
    s->transitions = transitions;
    s->why = NULL;
    if (s->o.length > 0)
        s->length = s->o.length;
}

static double
share_of_runs(void *ctx)
{
    const struct search *s = ctx;

    return (double)s->run / (double)s->o.schedules;
}

void
walk_run(struct search *s)
{
    struct walk k = { .s = s };

    s->share = share_of_runs;
    s->share_ctx = s;
    k.pct = pct_new();
    k.pos = pos_new();
    if (k.pct == NULL || k.pos == NULL)
        s->stopped = true;
    if (s->o.strategy == EXPLORE_PCT)
        measure(&k);
    for (s->run = 0; s->run < s->o.schedules && !s->stopped; s->run++) {
        if (!is_ours(s, s->run))
            continue;
        k.dice = dice_of(s->o.seed, s->run);
        if (s->o.strategy == EXPLORE_PCT)
            pct_begin(&k);
        else if (s->o.strategy == EXPLORE_POS)
            pos_begin(&k);
        walk_once(&k);
        if (s->run + 1 < s->o.schedules)
            search_is_over(s);
    }
    s->share = NULL;
    search_incomplete(s, WHY_RANDOM);
    pct_free(k.pct);
    pos_free(k.pos);
}
