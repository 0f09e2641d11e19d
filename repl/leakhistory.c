/*
 * leakhistory.c - the past looked through for leaks, on a branch.
 *
 * What has leaked stays leaked, so the step at which it did is found by
 * halving the time since the goroutine blocked.
 */
#include "leakhistory.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "happened.h"
#include "report.h"
#include "rows.h"
#include "units.h"

enum { MOMENTS = 4, SAMPLES = 20, BAR = 40 };

/* Those that have leaked by now, by number; malloc'd. */
static uint32_t *
leaked_now(struct repl *r, int *n)
{
    uint32_t *g;

    *n = world_leaked(r->w, NULL, 0, NULL);
    g = text_alloc((size_t)(*n + 1) * sizeof *g);
    world_leaked(r->w, g, *n, NULL);
    return g;
}

static bool
is_leaked(struct repl *r, uint32_t g)
{
    int n;
    uint32_t *all = leaked_now(r, &n);
    bool yes = false;

    for (int i = 0; i < n; i++)
        yes |= all[i] == g;
    free(all);
    return yes;
}

/* The first step in (from, to] at which g has leaked; to is one. */
static uint64_t
first_step(struct repl *r, uint32_t g, uint64_t from, uint64_t to)
{
    struct gopark_err err;

    while (to - from > 1) {
        uint64_t mid = from + (to - from) / 2;

        if (session_goto(r->s, mid, &err) != GOPARK_OK)
            break;
        if (is_leaked(r, g))
            to = mid;
        else
            from = mid;
    }
    return to;
}

/* g has been lost since this step, or since main returned. */
static void
say_moment(struct repl *r, uint32_t g, uint64_t step, bool ended)
{
    struct gopark_err err;
    struct happened h;
    char t[64];

    if (ended) {
        repl_printf(r,
                    REPL_SAY(r,
                             "\nG%" PRIu32 " has been lost since main "
                             "returned\n",
                             "\nmain 一返回,G%" PRIu32 " 就再也醒不过来了\n"),
                    g);
        return;
    }
    if (session_goto(r->s, step, &err) != GOPARK_OK)
        return;
    units_time(world_now(r->w), t, sizeof t);
    repl_printf(
        r,
        REPL_SAY(r, "\nG%" PRIu32 " has been lost since step %" PRIu64 "  t=%s",
                 "\nG%" PRIu32 " 从第 %" PRIu64 " 步(t=%s)起再也醒不过来了"),
        g, step, t);
    if (happened_last(r, &h) && h.g != 0)
        repl_printf(r,
                    REPL_SAY(r, ", when G%" PRIu32 " did: %s",
                             ",那一步 G%" PRIu32 " 做的是:%s"),
                    h.g, h.text);
    repl_printf(r,
                REPL_SAY(r, "; 'goto %" PRIu64 "' shows it\n",
                         ";'goto %" PRIu64 "' 回去看\n"),
                step);
}

bool
leakhistory_moments(struct repl *r)
{
    bool ended = world_end(r->w)->how == END_RETURN;
    uint64_t here = world_steps(r->w), since, step;
    struct gopark_err err;
    struct gopark_g g;
    int n;
    uint32_t *lost = leaked_now(r, &n);

    if (session_branch(r->s, &err) != GOPARK_OK) {
        free(lost);
        return repl_fail_err(r, &err);
    }
    for (int i = 0; i < n && i < MOMENTS; i++) {
        session_goto(r->s, here, &err);
        if (!world_g(r->w, lost[i], &g))
            continue;
        since = g.status == G_WAITING ? g.since_step : here;
        if (since > 0 && since < here) {
            step = first_step(r, lost[i], since - 1, here);
            say_moment(r, lost[i], step, ended && step == here);
        }
    }
    session_return(r->s);
    free(lost);
    return true;
}

/* --- over time ----------------------------------------------------------------- */

static int
count_blocked(const struct world *w)
{
    struct gopark_g g;
    int n = 0;

    for (uint32_t id = 0; (id = world_next_g(w, id)) != 0;)
        n += world_g(w, id, &g) && g.status == G_WAITING;
    return n;
}

static void
sample(struct repl *r, struct rows *t)
{
    int leaked = world_leaked(r->w, NULL, 0, NULL);
    struct text bar = { 0 };
    char s[64];
    int live = world_live_gs(r->w);

    rows_next(t);
    rows_text(t, "%" PRIu64, world_steps(r->w));
    rows_int(t, "step", (int64_t)world_steps(r->w));
    rows_text(t, "t=%s", units_time(world_now(r->w), s, sizeof s));
    rows_int(t, "t", world_now(r->w));
    rows_text(t, REPL_SAY(r, "%d goroutine%s", "%d 个 goroutine"), live,
              live == 1 ? "" : "s");
    rows_int(t, "goroutines", live);
    rows_text(t, REPL_SAY(r, "%d blocked", "%d 个阻塞"), count_blocked(r->w));
    rows_int(t, "blocked", count_blocked(r->w));
    rows_text(t, REPL_SAY(r, "%d leaked", "%d 个泄漏"), leaked);
    rows_int(t, "leaked", leaked);
    for (int i = 0; i < live && i < BAR; i++)
        text_puts(&bar, i < leaked ? "!" : "*");
    rows_text(t, "%s", bar.s != NULL ? bar.s : "");
    text_done(&bar);
}

bool
leakhistory_show(struct repl *r)
{
    uint64_t last = session_last(r->s), step, before = UINT64_MAX;
    struct gopark_err err;
    struct rows t;

    if (world_steps(r->w) > 0)
        last = world_steps(r->w);
    if (last == 0)
        return repl_fail(r, "leaks --watch: nothing has happened yet; 'run' "
                            "first");
    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    rows_begin(&t, r);
    for (int i = 1; i <= SAMPLES; i++) {
        step = last * (uint64_t)i / SAMPLES;
        if (step == before || session_goto(r->s, step, &err) != GOPARK_OK)
            continue;
        before = step;
        sample(r, &t);
    }
    session_return(r->s);
    rows_end(&t, NULL);
    return true;
}
