/*
 * g.c - goroutines: their states, their numbers, and the free list.
 *
 * Numbers are given in order of creation and never reused (unlike Go's,
 * SCH-4); the structures are, the one that died last first (SCH-5).
 */
#include "sched/sched.h"

#include <assert.h>
#include <string.h>

#define BIT(s) (1u << (s))

/*              schedule              g_park
 *   RUNNABLE ------------> RUNNING ---------> WAITING    IDLE -> RUNNABLE
 *    ^    ^---- yield -----'   '---> DEAD        |       RUNNING <-> SYSCALL
 *    '------------------ g_ready ----------------'       SYSCALL -> RUNNABLE
 */
const uint8_t g_next[G_NSTATUS] = {
    [G_IDLE] = BIT(G_RUNNABLE),
    [G_RUNNABLE] = BIT(G_RUNNING),
    [G_RUNNING] = BIT(G_RUNNABLE) | BIT(G_WAITING) | BIT(G_SYSCALL) |
                  BIT(G_DEAD),
    [G_SYSCALL] = BIT(G_RUNNING) | BIT(G_RUNNABLE),
    [G_WAITING] = BIT(G_RUNNABLE),
    [G_DEAD] = 0,
};

static struct g *
fresh(struct world *w)
{
    struct sched *s = w->sched;
    struct g *gp = s->gfree;

    if (gp != NULL) {
        s->gfree = gp->link;
        return gp;
    }
    gp = heap_alloc(w, sizeof *gp);
    if (gp != NULL) {
        memset(gp, 0, sizeof *gp);
        gp->slot = -1;
    }
    return gp;
}

static void
enlist(struct sched *s, struct g *gp)
{
    gp->next = NULL;
    gp->prev = s->last;
    if (s->last != NULL)
        s->last->next = gp;
    else
        s->first = gp;
    s->last = gp;
}

struct g *
g_new(struct world *w)
{
    struct sched *s = w->sched;
    struct g *gp;

    if (s->max_gs != 0 && s->live >= s->max_gs)
        return NULL;
    gp = fresh(w);
    if (gp == NULL)
        return NULL;
    gp->m = NULL;
    gp->task = gp->inner = NULL;
    gp->object = gp->also = NULL;
    gp->made = NULL;
    gp->cpu = 0;
    gp->instructions = 0;
    gp->id = ++s->ngs;
    gp->status = G_IDLE;
    gp->reason = WAIT_NONE;
    gp->op = EV_OTHER;
    gp->flags = 0;
    gp->spins = 0;
    gp->form = OP_PLAIN;
    gp->fault = gp->due = gp->success = gp->exits = false;
    gp->nret = gp->nsel = 0;
    gp->creator = 0;
    gp->part = 0;
    gp->acted = 0;
    gp->ops = 0;
    gp->since = s->cur != NULL ? s->cur->clock : s->now;
    gp->since_step = w->steps;
    gp->wait.g = gp;
    enlist(s, gp);
    s->live++;
    return gp;
}

void
g_free(struct world *w, struct g *gp)
{
    struct sched *s = w->sched;

    if (gp->prev != NULL)
        gp->prev->next = gp->next;
    else
        s->first = gp->next;
    if (gp->next != NULL)
        gp->next->prev = gp->prev;
    else
        s->last = gp->prev;
    gp->status = G_DEAD;
    w->host.hint = NULL;
    s->live--;
    if (gp->flags & G_HIDDEN)
        s->hidden--;
    gp->link = s->gfree;
    s->gfree = gp;
}

/* Whoever looks at all goroutines in turn finds the next beside the last. */
struct g *
g_find(const struct world *w, uint32_t id)
{
    const struct sched *s = w->sched;
    struct g *gp = w->host.hint;

    if (id == 0 || id > s->ngs)
        return NULL;
    if (gp == NULL || gp->status == G_DEAD)
        gp = id > s->ngs / 2 ? s->last : s->first;
    while (gp != NULL && gp->id > id)
        gp = gp->prev;
    while (gp != NULL && gp->id < id)
        gp = gp->next;
    if (gp == NULL || gp->id != id)
        return NULL;
    ((struct world *)(uintptr_t)w)->host.hint = gp;
    return gp;
}
