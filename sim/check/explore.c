/*
 * explore.c - a whole search: from a world to a result, and back again.
 */
#include <stdio.h>
#include <string.h>

#include "check/search.h"
#include "check/story.h"

void
explore_opts_init(struct explore_opts *o)
{
    memset(o, 0, sizeof *o);
    o->strategy = EXPLORE_DPOR;
    o->seed = 1;
    o->schedules = 100 * 1000;
    o->steps = 10 * 1000;
    o->depth = 3;
    o->preemptions = -1;
    o->budget = (size_t)256 << 20;
}

static const char *const verdict_name[] = {
    [EXPLORE_OK] = "ok",           [EXPLORE_INCOMPLETE] = "incomplete",
    [EXPLORE_LEAK] = "leak",       [EXPLORE_RACE] = "race",
    [EXPLORE_CHECK] = "check",     [EXPLORE_PANIC] = "panic",
    [EXPLORE_DEADLOCK] = "deadlock",
};

static const char *const strategy_name[] = {
    [EXPLORE_DPOR] = "dfs",      [EXPLORE_SLEEP] = "sleep",
    [EXPLORE_PLAIN] = "plain",   [EXPLORE_RANDOM] = "random",
    [EXPLORE_PCT] = "pct",       [EXPLORE_POS] = "pos",
};

const char *
explore_verdict_name(enum explore_verdict v)
{
    return verdict_name[v];
}

const char *
explore_strategy_name(enum explore_strategy s)
{
    return strategy_name[s];
}

static bool
is_walk(enum explore_strategy s)
{
    return s == EXPLORE_RANDOM || s == EXPLORE_PCT || s == EXPLORE_POS;
}

/* --- the result -------------------------------------------------------------- */

static int
gravest_first(const void *a, const void *b)
{
    const struct explore_finding *f = a, *g = b;

    if (f->verdict != g->verdict)
        return f->verdict > g->verdict ? -1 : 1;
    return f->first < g->first ? -1 : f->first > g->first;
}

void
explore_judge(struct explore_result *r)
{
    qsort(r->finding, (size_t)r->nfinding, sizeof *r->finding, gravest_first);
    r->verdict = r->nfinding > 0 ? r->finding[0].verdict
                 : r->complete   ? EXPLORE_OK
                                 : EXPLORE_INCOMPLETE;
}

static bool
copy_findings(struct explore_result *r, const struct finds *fs)
{
    r->finding = calloc(fs->find.n + 1, sizeof *r->finding);
    r->output = calloc(fs->output.n + 1, sizeof *r->output);
    if (r->finding == NULL || r->output == NULL)
        return false;
    for (size_t i = 0; i < fs->find.n; i++) {
        r->finding[i] = fs->find.at[i].o.f;
        if (r->finding[i].steps == 0)
            r->finding[i].steps = (int)fs->find.at[i].n;
        r->finding[i].sig = fs->find.at[i].o.sig;
        r->nfinding++;
    }
    for (size_t i = 0; i < fs->output.n; i++) {
        r->output[i].count = fs->output.at[i].count;
        r->output[i].text = strdup(fs->output.at[i].text);
        r->output[i].schedule = fs->output.at[i].schedule;
        r->noutput++;
    }
    return true;
}

enum { LUCK_RUNS = 400 };

static const struct find *
gravest(const struct finds *fs)
{
    const struct find *f = &fs->find.at[0];

    for (size_t i = 1; i < fs->find.n; i++)
        if (fs->find.at[i].o.f.verdict > f->o.f.verdict)
            f = &fs->find.at[i];
    return f;
}

static uint64_t
count_of(const struct finds *fs, uint64_t sig)
{
    for (size_t i = 0; i < fs->find.n; i++)
        if (fs->find.at[i].o.sig == sig)
            return fs->find.at[i].o.f.count;
    return 0;
}

/* How likely would a random run have met the gravest that was found? */
static void
try_luck(struct search *s)
{
    struct search luck = *s;

    if (is_walk(s->o.strategy) || s->finds.find.n == 0 || s->o.nshard > 0)
        return;
    memset(&luck.finds, 0, sizeof luck.finds);
    memset(&luck.path, 0, sizeof luck.path);
    luck.o.strategy = EXPLORE_RANDOM;
    luck.o.schedules = LUCK_RUNS;
    luck.o.transitions = s->transitions + LUCK_RUNS * 100;
    luck.o.first = luck.o.outputs = luck.stopped = false;
    luck.o.progress = NULL;
    luck.executions = luck.failed = luck.spun = 0;
    walk_run(&luck);
    s->tried = luck.executions;
    s->hit = count_of(&luck.finds, gravest(&s->finds)->o.sig);
    s->of = luck.of;
    s->races = luck.races;
    finds_free(&luck.finds);
    vec_free(&luck.path);
}

/* How many random runs are this part of the search; 0: it does not say. */
static uint64_t
asked(const struct search *s)
{
    uint64_t n = s->o.schedules;

    if (!is_walk(s->o.strategy))
        return 0;
    return s->o.nshard == 0
               ? n
               : n / s->o.nshard + (s->o.shard - 1 < n % s->o.nshard);
}

static struct explore_result *
result_of(struct search *s)
{
    struct explore_result *r = calloc(1, sizeof *r);

    if (r == NULL)
        return NULL;
    if (!s->o.bare) {
        try_luck(s);
        r->table = story_tell(s);
    }
    if (s->w->sched->explore.unseen > 0)
        search_incomplete(s, "operations inside of calls of C were not seen");
    r->complete = s->why == NULL;
    snprintf(r->why, sizeof r->why, "%s", r->complete ? "" : s->why);
    r->strategy = s->o.strategy;
    r->par = s->par;
    r->seed = s->o.seed;
    r->depth = s->o.depth;
    r->length = s->length;
    r->goroutines = s->ngs;
    r->preemptions = s->o.preemptions;
    r->asked = asked(s);
    r->interrupted = s->interrupted;
    r->executions = s->executions;
    r->failed = s->failed;
    r->tried = s->tried;
    r->hit = s->hit;
    r->blocked = s->blocked;
    r->cut = s->cut;
    r->transitions = s->transitions;
    r->redone = s->redone;
    r->snapshot_time = s->snapshot_time;
    r->plain = s->plain;
    memcpy(r->by_preempted, s->by_preempted, sizeof r->by_preempted);
    if (!copy_findings(r, &s->finds)) {
        explore_free(r);
        return NULL;
    }
    explore_judge(r);
    return r;
}

void
explore_free(struct explore_result *r)
{
    if (r == NULL)
        return;
    for (int i = 0; i < r->nfinding; i++) {
        free(r->finding[i].schedule);
        free(r->finding[i].table);
        free(r->finding[i].explain);
    }
    for (int i = 0; i < r->noutput; i++) {
        free(r->output[i].text);
        free(r->output[i].schedule);
    }
    free(r->finding);
    free(r->output);
    free(r->table);
    free(r);
}

/* --- running ------------------------------------------------------------------- */

/* What the host has lent, for the time being none of the search's. */
static void
isolate(struct world *w)
{
    w->host.log = NULL;
    w->host.listen = NULL;
    w->host.hear = NULL;
    w->host.probe = NULL;
    w->host.op_wanted = false;
    w->host.choose = NULL;
    w->host.check = NULL;
}

enum gopark_rc
explore_run(struct world *w, const struct explore_opts *o,
            struct explore_result **r, struct gopark_err *err)
{
    struct snapshot *before = snapshot_take(w, NULL);
    struct host host = w->host;
    struct search s;
    enum gopark_rc rc;

    *r = NULL;
    if (before == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "explore: no memory");
    isolate(w);
    rc = search_open(&s, w, o, err);
    if (rc == GOPARK_OK) {
        if (is_walk(o->strategy))
            walk_run(&s);
        else
            dfs_run(&s);
        *r = result_of(&s);
        if (*r == NULL)
            rc = gopark_fail(err, GOPARK_ENOMEM, "explore: no memory");
    }
    search_close(&s);
    snapshot_restore(w, before);
    snapshot_free(before);
    host.committed = w->host.committed;
    memcpy(host.room, w->host.room, sizeof host.room);
    host.hint = NULL;
    w->host = host;
    return rc;
}
