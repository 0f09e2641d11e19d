/*
 * search.c - the root of a search, and single transitions of it.
 *
 * If the program calls check.par on its way, only that part is explored: what
 * comes before is run once, what comes after is run by turns at the end of
 * each execution. Whether it does is found by trying.
 */
#include "check/search.h"

#include <stdio.h>
#include <string.h>

enum {
    APPROACH_MOST = 100 * 1000, /* transitions before check.par, or after */
    GARBAGE = 16 << 20, /* bytes before the collector is worth its while */
    PROGRESS_EVERY = 1024,
    SPUN_MOST = 300, /* each takes as long as a thousand others */
};

/* --- what the program prints ---------------------------------------------- */

static void
on_write(void *ctx, int fd, const char *text, size_t n, uint64_t at)
{
    struct search *s = ctx;
    struct capture *c = &s->out;

    (void)fd;
    if (at > c->text.n)
        return;
    c->text.n = at;
    if (!vec_room(&c->text, n))
        return;
    memcpy(c->text.at + at, text, n);
    c->text.n += n;
}

static size_t
on_read(void *ctx, char *buf, size_t n, uint64_t at)
{
    struct search *s = ctx;

    return s->lent.read != NULL ? s->lent.read(s->lent.io_ctx, buf, n, at) : 0;
}

static char *
on_load(void *ctx, const char *name, size_t *len, char *path, size_t size)
{
    struct search *s = ctx;

    return s->lent.load != NULL
               ? s->lent.load(s->lent.io_ctx, name, len, path, size)
               : NULL;
}

static void
listen(struct search *s)
{
    s->lent = s->w->host;
    s->w->host.write = on_write;
    s->w->host.read = on_read;
    s->w->host.load = on_load;
    s->w->host.io_ctx = s;
}

/* --- going on outside of what is explored ----------------------------------- */

static bool
is_outside(const struct search *s)
{
    return s->par && s->w->sched->explore.par == 0;
}

/* After each step: if check.always is broken, that ends the program. */
static void
keep_promises(struct world *w)
{
    if (w->sched->watch != NULL && !w->sched->watch(w))
        sched_end(w, END_CHECK, 2);
}

/* Go on by turns until check.par is entered; false: it was not, and the
 * program has been run to an end. */
static bool
approach(struct search *s)
{
    struct gset last = { { 0 } };
    int n = 0;

    while (s->w->sched->explore.par == 0) {
        if (++n > APPROACH_MOST || !act_next(s->w, &s->of, &last))
            return false;
        keep_promises(s->w);
    }
    return true;
}

/* --- opening ----------------------------------------------------------------- */

static enum gopark_rc
no_memory(struct gopark_err *err)
{
    return gopark_fail(err, GOPARK_ENOMEM, "explore: no memory");
}

/* The root is inside check.par, if the program gets there, or right here. */
static enum gopark_rc
find_root(struct search *s, struct gopark_err *err)
{
    struct snapshot *here = snapshot_take(s->w, NULL);

    if (here == NULL)
        return no_memory(err);
    s->par = approach(s);
    s->of.watched = s->w->sched->watch != NULL;
    if (!s->par)
        snapshot_restore(s->w, here);
    s->root = s->par ? snapshot_take(s->w, NULL) : here;
    if (s->par)
        snapshot_free(here);
    return s->root != NULL ? GOPARK_OK : no_memory(err);
}

enum gopark_rc
search_open(struct search *s, struct world *w, const struct explore_opts *o,
            struct gopark_err *err)
{
    memset(s, 0, sizeof *s);
    if (!racelog_init(&s->races))
        return no_memory(err);
    s->w = w;
    s->o = *o;
    offer_init(&s->of);
    s->of.maximal = o->maximal;
    listen(s);
    w->sched->explore.crash_one = true; /* main may fail on its way there, */
    w->sched->explore.prints = o->outputs;
    act_begin(w); /* to its first operation */
    lua_gc(w->lua, LUA_GCCOLLECT);
    lua_gc(w->lua, LUA_GCSTOP);
    s->collect_at = w->heap.used + GARBAGE;
    return find_root(s, err);
}

void
search_close(struct search *s)
{
    offer_free(&s->of);
    snapshot_free(s->root);
    finds_free(&s->finds);
    racelog_free(&s->races);
    vec_free(&s->path);
    vec_free(&s->out.text);
}

/* --- snapshots ------------------------------------------------------------------- */

static uint64_t
now(const struct search *s)
{
    return s->o.stopwatch != NULL ? s->o.stopwatch() : 0;
}

struct snapshot *
search_keep(struct search *s, const struct snapshot *base)
{
    uint64_t since = now(s);
    struct snapshot *one = snapshot_take(s->w, base);

    s->snapshot_time += now(s) - since;
    return one;
}

void
search_put_back(struct search *s, struct snapshot *to)
{
    uint64_t since = now(s);

    snapshot_restore(s->w, to);
    s->snapshot_time += now(s) - since;
}

void
search_forget(struct search *s, struct snapshot *one)
{
    uint64_t since = now(s);

    snapshot_free(one);
    s->snapshot_time += now(s) - since;
}

/* --- a run --------------------------------------------------------------------- */

void
search_begin_run(struct search *s)
{
    search_put_back(s, s->root);
    offer_drop(&s->of, (struct offer_mark){ 0, 0, 0 });
    search_truncate(s, 0);
    memset(&s->last, 0, sizeof s->last);
    s->preempted = 0;
}

void
search_truncate(struct search *s, size_t depth)
{
    s->path.n = depth;
    racelog_truncate(&s->races, depth);
}

void
search_incomplete(struct search *s, const char *why)
{
    if (s->why == NULL)
        s->why = why;
}

static enum search_end
cut(struct search *s, const char *why)
{
    search_incomplete(s, why);
    return SEARCH_CUT;
}

/* MODEL-13. */
static enum search_end
cut_spinning(struct search *s, uint32_t g)
{
    s->spun++;
    if (s->why == NULL)
        snprintf(s->why_buf, sizeof s->why_buf,
                 "goroutine %u does not reach its next operation", g);
    return cut(s, s->why_buf);
}

static enum search_end
look_at_end(struct search *s)
{
    switch (s->w->end.how) {
    case END_MEMORY:
        return cut(s, "the program's memory limit was reached");
    case END_GS:
        return cut(s, "the limit of goroutines was reached");
    case END_STEPS:
        return cut(s, "goroutines started others without end");
    default:
        return SEARCH_ENDS;
    }
}

/* Take the ends of check.par out of the offers from first on; they come when
 * nothing else is left, goroutines included that the functions started. The
 * first of them is what is left at first if there is nothing else. */
static bool
only_joins(struct search *s, size_t first)
{
    struct offers *of = &s->of;
    size_t i, n = first;

    for (i = first; i < of->trans.n; i++)
        if (!of->trans.at[i].join)
            of->trans.at[n++] = of->trans.at[i];
    if (n == first && of->trans.n > first)
        return true;
    of->trans.n = n;
    return false;
}

/* The program's own limits, those of a run: does this execution reach one? */
static bool
over_limit(struct search *s)
{
    const struct sched *sc = s->w->sched;

    if (sc->max_time > 0 && sc->now >= sc->max_time)
        cut(s, "the program's limit of virtual time was reached");
    else if (sc->max_steps > 0 && s->w->steps >= sc->max_steps)
        cut(s, "the program's limit of steps was reached");
    else
        return false;
    return true;
}

enum search_end
search_look(struct search *s, bool wants)
{
    size_t n = s->of.trans.n;
    struct offer_state st;

    s->looked = n;
    if (s->w->end.how != END_NOT || is_outside(s)) {
        if (wants) /* what was not done any more could have come first */
            offer_scan(&s->of, s->w, true);
        s->of.trans.n = n;
        return look_at_end(s);
    }
    st = offer_scan(&s->of, s->w, wants);
    if (s->of.no_memory) {
        s->stopped = true;
        return cut(s, "no memory was left");
    }
    if (st.spins != 0)
        return cut_spinning(s, st.spins);
    if (s->par)
        only_joins(s, n);
    if (st.held)
        search_incomplete(s, "a ticker ticked more than three times");
    if (s->of.trans.n == n && s->path.n == 0)
        keep_promises(s->w); /* that all block at once was a step, too */
    if (s->of.trans.n == n)
        return st.held ? SEARCH_CUT : SEARCH_ENDS;
    if (over_limit(s))
        return SEARCH_CUT;
    if (s->path.n >= s->o.steps)
        return cut(s, "an execution was longer than the bound");
    return SEARCH_GOES_ON;
}

/* The goroutines that came into being are participants. */
static void
add_children(const struct search *s, struct trans *t, uint32_t before)
{
    for (uint32_t g = before + 1; g <= s->w->sched->ngs; g++)
        gset_add(&t->who, gset_bit(g));
}

static void
progress(struct search *s)
{
    struct explore_progress p = {
        s->executions,        s->blocked,
        s->transitions,       s->path.n,
        (int)s->finds.find.n, s->share != NULL ? s->share(s->share_ctx) : -1.0,
    };

    s->progress_at =
        s->transitions + (s->o.every > 0 ? s->o.every : PROGRESS_EVERY);
    if (s->o.progress != NULL && s->o.progress(s->o.progress_ctx, &p)) {
        s->stopped = s->interrupted = true;
        search_incomplete(s, "it was interrupted");
    }
}

/* The collector touches every page of the world, so it rests as long as there
 * is room; when it works depends on the world only. */
static void
collect(const struct search *s)
{
    if (s->w->heap.used > s->collect_at)
        lua_gc(s->w->lua, LUA_GCCOLLECT);
}

/* If check.par is over, go on to the next one or to the end. */
static void
leave_par(struct search *s)
{
    struct offer_mark m = offer_mark(&s->of);
    struct trans t;
    bool over;

    if (is_outside(s)) { /* t was its end */
        approach(s);
        return;
    }
    if (!s->par || s->w->sched->explore.joins == 0)
        return;
    offer_scan(&s->of, s->w, false);
    over = only_joins(s, m.trans);
    if (over)
        t = s->of.trans.at[m.trans];
    offer_drop(&s->of, m);
    if (!over)
        return;
    act_do(s->w, &t);
    approach(s);
}

/* What is outside of check.par is run by turns, as part of t. */
static void
do_and_leave(struct search *s, const struct trans *t)
{
    struct world *w = s->w;

    act_do(w, t);
    collect(s);
    keep_promises(w);
    if (w->sched->watch != NULL && !s->of.watched)
        search_incomplete(s, "check.always was called on the way");
    leave_par(s);
}

void
search_step(struct search *s, size_t i)
{
    uint32_t before = s->w->sched->ngs;
    struct trans *t;

    if (!vec_room(&s->path, 1)) {
        s->stopped = true;
        search_incomplete(s, "no memory was left");
        return;
    }
    t = &s->path.at[s->path.n++];
    *t = s->of.trans.at[i];
    s->last = t->who;
    racelog_begin(&s->races, s->w, s->path.n - 1);
    do_and_leave(s, t);
    racelog_end(s->w);
    add_children(s, &s->path.at[s->path.n - 1], before);
    if (++s->transitions >= s->progress_at)
        progress(s);
}

void
search_redo(struct search *s, const struct trans *t)
{
    do_and_leave(s, t);
    s->redone++;
}

int
search_preempts(const struct search *s, const struct trans *t, size_t first,
                size_t n, const struct gset *last)
{
    if (gset_meets(&t->who, last))
        return 0;
    for (size_t i = first; i < first + n; i++)
        if (gset_meets(&s->of.trans.at[i].who, last))
            return 1;
    return 0;
}

/* --- the end of one --------------------------------------------------------------- */

/* Is it among these? */
static bool
is_wanted(const struct search *s, const struct outcome *o, int n)
{
    for (int i = 0; i < n; i++)
        if (s->o.sig == 0 || o[i].sig == s->o.sig)
            return true;
    return false;
}

void
search_leaf(struct search *s, enum search_end end)
{
    struct outcome_ask ask = { &s->of, s->par, false, &s->races,
                               s->o.lang };
    struct outcome o[OUTCOME_MOST];
    int n, i, p = s->preempted;

    if (end == SEARCH_CUT) {
        s->cut++;
        return;
    }
    s->executions++;
    s->by_preempted[p < EXPLORE_NPREEMPT ? p : EXPLORE_NPREEMPT - 1]++;
    if (s->o.outputs)
        finds_add_output(&s->finds, s->out.text.at, (size_t)s->w->nout,
                         s->path.at, s->path.n);
    n = outcome_of(s->w, &ask, o);
    s->failed += n > 0;
    for (i = 0; i < n; i++)
        finds_add(&s->finds, &o[i], s->executions, s->path.at, s->path.n, p);
    if (s->o.first && is_wanted(s, o, n)) {
        s->stopped = true;
        search_incomplete(s, "it stopped at the first finding");
    }
}

bool
search_is_over(struct search *s)
{
    uint64_t runs = s->executions + s->blocked + s->cut;

    if (s->o.schedules > 0 && runs >= s->o.schedules) {
        s->stopped = true;
        search_incomplete(s, "the limit of schedules was reached");
    }
    if (s->o.transitions > 0 && s->transitions >= s->o.transitions) {
        s->stopped = true;
        search_incomplete(s, "the limit of transitions was reached");
    }
    if (s->spun >= SPUN_MOST)
        s->stopped = true;
    return s->stopped;
}
