/*
 * cmd_check.c - `gopark check`: can this program ever go wrong?
 *
 * Depth first with reduction, as far as the limit allows; then, where that
 * was not all there is, some schedules at random. What was found is told,
 * shortest first, and saved as sessions that `gopark replay` opens at the
 * failure.
 */
#include "cmd_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "search.h"
#include "smaller.h"

enum {
    DFS_MOST = 100 * 1000, /* executions */
    RANDOM_RUNS = 10 * 1000,
    RANDOM_STEPS = 10 * 1000,
    DFS_STEPS = 2000, /* of one execution: loops that wait have no end */
    TRANSITIONS_MOST = 10 * 1000 * 1000, /* unless --schedules says more */
    SAVED_MOST = 16, /* findings of which the replay is saved */
};

/* --- options ------------------------------------------------------------ */

static bool
parse_shard(const char *s, struct explore_opts *x)
{
    char *end;
    unsigned long k = strtoul(s, &end, 10), n;

    if (end == s || *end != '/')
        return false;
    s = end + 1;
    n = strtoul(s, &end, 10);
    if (end == s || *end != '\0' || k < 1 || k > n || n > 1000000)
        return false;
    x->shard = (uint32_t)k;
    x->nshard = (uint32_t)n;
    return true;
}

static enum explore_strategy
strategy_of(const struct options *o)
{
    switch (o->strategy) {
    case STRATEGY_RANDOM:
        return EXPLORE_RANDOM;
    case STRATEGY_PCT:
        return EXPLORE_PCT;
    default:
        return o->preemptions >= 0 ? EXPLORE_PLAIN : EXPLORE_DPOR;
    }
}

static bool
is_walk(enum explore_strategy s)
{
    return s == EXPLORE_RANDOM || s == EXPLORE_PCT || s == EXPLORE_POS;
}

static enum gopark_rc
fill_opts(const struct options *o, struct explore_opts *x,
          struct gopark_err *err)
{
    explore_opts_init(x);
    x->strategy = strategy_of(o);
    x->seed = o->seed;
    x->schedules = o->schedules > 0       ? o->schedules
                   : is_walk(x->strategy) ? RANDOM_RUNS
                                          : DFS_MOST;
    if (o->schedules == 0)
        x->transitions = TRANSITIONS_MOST;
    if (!is_walk(x->strategy))
        x->steps = DFS_STEPS;
    if (o->depth > 0 && x->strategy == EXPLORE_PCT)
        x->depth = o->depth < 64 ? (int)o->depth : 64;
    else if (o->depth > 0)
        x->steps = o->depth;
    x->preemptions = o->preemptions < 0      ? -1
                     : o->preemptions < 1000 ? (int)o->preemptions
                                             : 1000;
    x->maximal = o->time_maximal;
    x->outputs = o->outputs;
    x->lang = o->lang == LANG_ZH ? GOPARK_ZH : GOPARK_EN;
    if (o->shard != NULL && !parse_shard(o->shard, x))
        return gopark_fail(
            err, GOPARK_EUSAGE,
            "--shard %s: expected K/N, like 1/4, with 1 <= K <= N", o->shard);
    return GOPARK_OK;
}

/* --- saving ------------------------------------------------------------- */

/* f.lua.replay, f.lua.2.replay, ...; or what --replay-out says. */
static char *
path_of(const struct program *p, int i)
{
    const char *out = p->o->replay_out;
    struct text t = { 0 };

    if (out != NULL && i == 0)
        text_puts(&t, out);
    else if (out != NULL)
        text_printf(&t, "%s.%d", out, i + 1);
    else if (i == 0)
        text_printf(&t, "%s.replay", p->script.name);
    else
        text_printf(&t, "%s.%d.replay", p->script.name, i + 1);
    return t.s;
}

/* Save the findings; NULL where one could not be. */
static void
save_all(struct program *p, const struct explore_result *r, char **saved)
{
    struct gopark_err err;

    for (int i = 0; i < r->nfinding && i < SAVED_MOST; i++) {
        if (r->finding[i].schedule == NULL)
            continue;
        saved[i] = path_of(p, i);
        if (search_save(p, r->finding[i].schedule, saved[i], &err) == GOPARK_OK)
            continue;
        fprintf(stderr, "gopark: %s\n", err.text);
        free(saved[i]);
        saved[i] = NULL;
    }
}

/* --- telling ------------------------------------------------------------ */

static void
tell_outputs(const struct explore_result *r, bool zh)
{
    printf(zh ? "\n%d 种不同的输出%.0s\n" : "\n%d different output%s\n",
           r->noutput, r->noutput == 1 ? "" : "s");
    for (int i = 0; i < r->noutput; i++) {
        const struct explore_output *o = &r->output[i];

        printf("\n%7llu x  %s %s\n%s", (unsigned long long)o->count,
               zh ? "调度" : "schedule",
               o->schedule != NULL ? o->schedule : "?", o->text);
    }
}

static void
tell_replay(const char *before, const char *path)
{
    char *word = text_word_of(path);

    printf("%s gopark replay %s\n", before, word);
    free(word);
}

static void
tell_others(const struct explore_result *r, char *const *saved, bool zh)
{
    for (int i = 1; i < r->nfinding; i++) {
        const struct explore_finding *f = &r->finding[i];

        printf("%s%s", zh ? "另有:" : "also:   ", f->message);
        if (saved[i] != NULL)
            tell_replay(";", saved[i]);
        else
            printf("\n");
    }
}

/* f.lua.small.replay */
static char *
small_path(const struct program *p)
{
    const char *out = p->o->replay_out;
    struct text t = { 0 };

    text_printf(&t, out != NULL ? "%s.small" : "%s.small.replay",
                out != NULL ? out : p->script.name);
    return t.s;
}

/* Does the gravest finding come about in a smaller program, too? */
static void
tell_smaller(struct program *p, const struct explore_opts *x,
             const struct explore_result *r)
{
    bool zh = p->o->lang == LANG_ZH;
    struct smaller sm;
    struct program small;
    struct gopark_err err;
    char *path;

    if (!smaller_find(p, x, r, &sm))
        return;
    small = smaller_program(p, &sm);
    path = small_path(p);
    printf(zh ? "\n更小的程序也会这样:\n%s\n%s\n"
              : "\nit happens in a smaller program, too:\n%s\n%s\n",
           sm.said.s, sm.finding->table != NULL ? sm.finding->table : "");
    if (search_save(&small, sm.finding->schedule, path, &err) == GOPARK_OK)
        tell_replay(zh ? "重放:" : "replay:", path);
    else
        fprintf(stderr, "gopark: %s\n", err.text);
    free(path);
    smaller_done(&sm);
}

static void
tell(struct program *p, const struct explore_opts *x,
     const struct explore_result *first, const struct explore_result *second,
     const struct explore_result *all, char *const *saved)
{
    bool zh = p->o->lang == LANG_ZH;
    enum gopark_lang lang = zh ? GOPARK_ZH : GOPARK_EN;
    char *text = explore_report(first, lang);

    fputs(text, stdout);
    free(text);
    if (second != NULL) {
        text = explore_report(second, lang);
        printf("\n%s", text);
        free(text);
    }
    if (p->o->outputs)
        tell_outputs(all, zh);
    if (all->nfinding == 0)
        return;
    printf("\n");
    if (saved[0] != NULL)
        tell_replay(zh ? "重放:" : "replay:", saved[0]);
    tell_others(all, saved, zh);
    if (x->nshard == 0)
        tell_smaller(p, x, all);
}

/* --- the command --------------------------------------------------------- */

/* Where the tree was too large: some schedules at random. */
static enum gopark_rc
search_on(struct program *p, const struct explore_opts *x,
          const struct explore_result *first, struct explore_result **r,
          struct gopark_err *err)
{
    struct explore_opts o = *x;

    *r = NULL;
    if (p->o->strategy != STRATEGY_DEFAULT || first->complete ||
        x->strategy != EXPLORE_DPOR || search_interrupted())
        return GOPARK_OK;
    o.strategy = EXPLORE_RANDOM;
    o.schedules = RANDOM_RUNS;
    if (p->o->depth == 0)
        o.steps = RANDOM_STEPS;
    return search_run(p, &o, r, err);
}

/* Of --shard: the others search the rest. */
static void
only_part(const struct explore_opts *x, struct explore_result *r)
{
    if (x->nshard < 2)
        return;
    r->complete = false;
    if (r->verdict == EXPLORE_OK)
        r->verdict = EXPLORE_INCOMPLETE;
    if (r->why[0] == '\0')
        snprintf(r->why, sizeof r->why, "this is part %u of %u", x->shard,
                 x->nshard);
}

static struct explore_result *
merged(struct explore_result *first, const struct explore_result *second)
{
    struct explore_result *all;
    size_t n;
    char *packed = explore_pack(first, &n);

    all = packed != NULL ? explore_unpack(packed, n) : NULL;
    free(packed);
    if (all != NULL && second != NULL)
        explore_merge(all, second);
    return all;
}

static int
report(struct program *p, const struct explore_opts *x,
       struct explore_result *first, struct explore_result *second)
{
    struct explore_result *all = merged(first, second);
    struct text t = { 0 };
    char **saved;
    int status;

    if (all == NULL) {
        fprintf(stderr, "gopark: no memory\n");
        return 1;
    }
    saved = text_alloc(((size_t)all->nfinding + 1) * sizeof *saved);
    memset(saved, 0, ((size_t)all->nfinding + 1) * sizeof *saved);
    save_all(p, all, saved);
    if (p->o->json) {
        search_json(all, saved, &t);
        fputs(t.s, stdout);
    } else {
        tell(p, x, first, second, all, saved);
    }
    status = all->nfinding > 0 ? 3 : 0;
    for (int i = 0; i < all->nfinding; i++)
        free(saved[i]);
    free(saved);
    text_done(&t);
    explore_free(all);
    return status;
}

int
cmd_check(const struct options *o)
{
    struct explore_result *first = NULL, *second = NULL;
    struct explore_opts x;
    struct program p = { 0 };
    struct gopark_err err;
    enum gopark_rc rc = fill_opts(o, &x, &err);
    int status = 1;

    search_catch(true);
    options_tell_seed(o);
    if (rc == GOPARK_OK)
        rc = program_open(&p, o, &err);
    if (rc == GOPARK_OK)
        rc = search_run(&p, &x, &first, &err);
    if (rc == GOPARK_OK)
        rc = search_on(&p, &x, first, &second, &err);
    if (rc == GOPARK_OK) {
        only_part(&x, first);
        status = report(&p, &x, first, second);
    } else {
        fprintf(stderr, "gopark: %s\n", err.text);
        status = rc == GOPARK_ESPACE ? 4 : 1;
    }
    explore_free(first);
    explore_free(second);
    program_close(&p);
    return status;
}
