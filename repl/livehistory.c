/*
 * livehistory.c - the past run through once more, on a branch, with a count at
 * many steps; and the counts laid out over time, which jumps where all sleep.
 */
#include "livehistory.h"

#include <inttypes.h>

#include "rows.h"
#include "units.h"

enum { SAMPLES = 400, ROWS = 20, BAR = 40 };

struct curve {
    int64_t t[SAMPLES + 1];
    int live[SAMPLES + 1];
    int n;
    int most; /* of all */
};

static void
sample(struct curve *c, const struct world *w)
{
    c->t[c->n] = world_now(w);
    c->live[c->n] = world_live_gs(w);
    if (c->live[c->n] > c->most)
        c->most = c->live[c->n];
    c->n++;
}

static bool
follow(struct curve *c, struct repl *r, uint64_t last)
{
    struct gopark_err err;
    uint64_t before = 0;

    c->n = c->most = 0;
    if (session_goto(r->s, 0, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    sample(c, r->w);
    for (uint64_t i = 1; i <= SAMPLES; i++) {
        uint64_t step = last / SAMPLES * i + last % SAMPLES * i / SAMPLES;

        if (step == before)
            continue;
        before = step;
        if (session_goto(r->s, step, &err) != GOPARK_OK)
            return repl_fail_err(r, &err);
        sample(c, r->w);
    }
    return true;
}

/* The most goroutines in (from, to]; those there were at from, if nothing
 * happened since. *i: how much of the curve lies before from. */
static int
most_until(const struct curve *c, int64_t to, int *i)
{
    int most = c->live[*i];

    while (*i + 1 < c->n && c->t[*i + 1] <= to) {
        ++*i;
        if (c->live[*i] > most)
            most = c->live[*i];
    }
    return most;
}

static void
row(struct rows *t, int64_t at, int live, int most)
{
    struct text bar = { 0 };
    char s[64];
    int n = most > BAR ? live * BAR / most : live;

    rows_next(t);
    rows_text(t, "t=%s", units_time(at, s, sizeof s));
    rows_int(t, "t", at);
    rows_text(t, "%d goroutine%s", live, live == 1 ? "" : "s");
    rows_int(t, "goroutines", live);
    text_puts(&bar, "");
    for (int i = 0; i < n || (i == 0 && live > 0); i++)
        text_puts(&bar, "*");
    rows_text(t, "%s", bar.s);
    text_done(&bar);
}

static void
show(struct repl *r, const struct curve *c)
{
    int64_t end = c->t[c->n - 1];
    struct rows t;
    int at = 0;

    rows_begin(&t, r);
    for (int i = 1; i <= ROWS; i++) {
        int64_t to = end / ROWS * i + end % ROWS * i / ROWS;
        int live = most_until(c, to, &at);

        row(&t, to, live, c->most);
    }
    rows_end(&t, NULL);
}

bool
livehistory_show(struct repl *r)
{
    uint64_t here = world_steps(r->w);
    struct gopark_err err;
    struct curve c;
    bool ok;

    if (here == 0)
        return repl_fail(r, "stats --watch: nothing has happened yet; 'run' "
                            "first");
    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    ok = follow(&c, r, here);
    session_return(r->s);
    if (ok)
        show(r, &c);
    return ok;
}
