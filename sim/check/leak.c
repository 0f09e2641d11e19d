/*
 * leak.c - which goroutines can never run again.
 *
 * The check runs in a branch of the world: the program does not notice. When
 * main has returned, what it left behind is drained there first.
 */
#include "check/leak.h"

#include <stdlib.h>
#include <string.h>

#include "check/blocked.h"
#include "check/branch.h"
#include "check/drain.h"
#include "check/mark.h"

/* --- verdicts ------------------------------------------------------------ */

enum gopark_leak
leak_of(const struct mark *m, const struct g *gp)
{
    if (!blocked_is(gp) || gp->id == 1)
        return LEAK_NOT;
    if (!mark_lives(m, gp))
        return LEAK_LEAKED;
    return mark_global(m, gp) ? LEAK_HELD : LEAK_SUSPECT;
}

/* Set the flag of those that have leaked; returns how many. */
uint32_t
leak_flag(struct world *w, const struct mark *m)
{
    struct g *gp;
    uint32_t n = 0;

    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        gp->flags &= (uint8_t)~G_LEAKED;
        if ((gp->flags & G_HIDDEN) || leak_of(m, gp) != LEAK_LEAKED)
            continue;
        gp->flags |= G_LEAKED;
        n++;
    }
    return n;
}

/* --- sweeps --------------------------------------------------------------- */

/* To copy a page and put it back takes about as long as to look into a value,
 * and that about as long as a step or two. */
static uint64_t
work_of(const struct world *w, const struct mark *m)
{
    return m->set.n + m->tasks.n + heap_extent(w) / 4096;
}

struct sweep {
    struct mark m;
    uint64_t work;
};

static void
leaked(struct world *w, void *arg, struct tb *out)
{
    struct sweep *s = arg;
    const struct g *gp;

    drain_run(w);
    if (!mark_run(&s->m, w, MARK_LEAKS))
        return;
    s->work = work_of(w, &s->m);
    tb_addn(out, (const char *)&s->work, sizeof s->work);
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        if (leak_of(&s->m, gp) == LEAK_LEAKED && !(gp->flags & G_HIDDEN))
            tb_addn(out, (const char *)&gp->id, sizeof gp->id);
    }
}

int
world_leaked(struct world *w, uint32_t *out, int max, uint64_t *work)
{
    struct tb found = { .w = w };
    struct sweep s = { .work = 0 };
    int n = 0;

    if (branch_call(w, leaked, &s, &found) && found.len >= sizeof s.work) {
        n = (int)((found.len - sizeof s.work) / sizeof *out);
        memcpy(&s.work, found.buf, sizeof s.work);
    }
    mark_free(&s.m);
    if (work != NULL)
        *work = s.work;
    if (max > n)
        max = n;
    if (max > 0)
        memcpy(out, found.buf + sizeof s.work, (size_t)max * sizeof *out);
    free(found.buf);
    return n;
}

/* --- for others ------------------------------------------------------------ */

struct question {
    struct mark m, live;
};

static void
verdicts(struct world *w, void *arg, struct tb *out)
{
    struct question *q = arg;
    struct gopark_blocked b;
    const struct g *gp;

    drain_run(w);
    if (!mark_run(&q->m, w, MARK_LEAKS) || !mark_run(&q->live, w, MARK_LIVE))
        return;
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        memset(&b, 0, sizeof b);
        b.g = gp->id;
        b.leak = leak_of(&q->m, gp);
        b.unused = b.leak == LEAK_SUSPECT && !mark_lives(&q->live, gp);
        if (b.leak != LEAK_NOT && !(gp->flags & G_HIDDEN))
            tb_addn(out, (const char *)&b, sizeof b);
    }
}

int
world_leaks(struct world *w, struct gopark_blocked *out, int max)
{
    struct tb found = { .w = w };
    struct question q = { 0 };
    int n = 0;

    if (branch_call(w, verdicts, &q, &found))
        n = (int)(found.len / sizeof *out);
    mark_free(&q.m);
    mark_free(&q.live);
    if (max > n)
        max = n;
    if (max > 0)
        memcpy(out, found.buf, (size_t)max * sizeof *out);
    free(found.buf);
    return n;
}
