/*
 * act.c - a world that a search drives.
 *
 * The operations are those of a normal run. What makes it a search's is the
 * policy: drive_exec() grants one operation to one goroutine, and only to one
 * whose operation can be done. The two sides of a joint transition act one
 * after the other: the receiver parks for a moment, then the sender hands
 * over. A select is told which case to take.
 */
#include "check/act.h"

#include <assert.h>

#include "lua/chanlib.h"

enum { SETTLE_MOST = 1000 * 1000 }; /* runs on to an operation in a row */

/* Run on whoever became runnable, until each stands before an operation. */
static void
settle(struct world *w)
{
    struct sched *s = w->sched;
    struct g *gp;
    int n = 0;

    while (w->end.how == END_NOT && (gp = gq_pop(&s->globq)) != NULL) {
        drive_exec(w, gp, false);
        if (++n > SETTLE_MOST)
            sched_end(w, END_STEPS, 4);
    }
}

static void
operate(struct world *w, uint32_t g, int kase)
{
    struct g *gp = g_find(w, g);

    assert(gp != NULL && gp->status == G_RUNNABLE);
    w->sched->explore.force = kase;
    drive_exec(w, gp, true);
}

/* --- the clock -------------------------------------------------------------- */

static void
advance(struct world *w, int64_t when)
{
    struct sched *s = w->sched;

    if (when > s->now)
        s->now = when;
    s->cur = s->allm[0];
    s->cur->clock = s->now;
}

/* Fire t, which is in a heap. */
static void
fire(struct world *w, struct timer *t)
{
    advance(w, t->when);
    timer_disarm(w, t);
    t->fired++;
    sched_event(w, EV_TIMER, t->object, t->g);
    if (t->period > 0 && !timer_arm(w, t, t->when + t->period))
        sched_end(w, END_MEMORY, 4);
    t->fire(w, t);
}

static struct timer *
timer_by_seq(const struct world *w, uint32_t seq)
{
    const struct sched *s = w->sched;

    for (int i = 0; i < s->nmade; i++)
        for (int k = 0; k < s->allp[i]->timers.n; k++)
            if ((uint32_t)s->allp[i]->timers.at[k].t->seq == seq)
                return s->allp[i]->timers.at[k].t;
    return NULL;
}

/* The channel of case no of the operation that g stands before. */
static struct hchan *
waited_for(struct world *w, uint32_t g, int no)
{
    struct g *gp = g_find(w, g);

    return no == 0 ? gp->object : select_case(gp->inner, no)->c;
}

static void
fire_channel(struct world *w, const struct trans *t)
{
    struct hchan *c = waited_for(w, t->peer, t->peer_kase);

    advance(w, c->timer->when);
    c->timer->fired++;
    chan_timer_poll(w, c);
}

/* --- one transition ---------------------------------------------------------- */

static void
count(struct world *w, uint32_t g)
{
    struct g *gp = g_find(w, g);

    if (gp != NULL)
        gp->acted++;
}

static void
perform(struct world *w, const struct trans *t)
{
    switch (t->what) {
    case TRANS_OP:
        operate(w, t->g, t->kase);
        break;
    case TRANS_JOINT:
        operate(w, t->peer, t->peer_kase);
        if (w->end.how == END_NOT)
            operate(w, t->g, t->kase);
        break;
    case TRANS_WAKE:
        fire(w, g_find(w, t->g)->timer);
        break;
    case TRANS_FIRE:
        fire_channel(w, t);
        break;
    case TRANS_CALL:
        fire(w, timer_by_seq(w, t->op));
        break;
    }
}

struct call {
    void (*fn)(struct world *w, const struct trans *t);
    const struct trans *t;
};

static int protected(lua_State *L)
{
    const struct call *c = lua_touserdata(L, 1);

    lua_settop(L, 0);
    c->fn(world_of(L), c->t);
    settle(world_of(L));
    return 0;
}

/* Lua may run out of memory where no goroutine is to blame. */
static void
protect(struct world *w, void (*fn)(struct world *, const struct trans *),
        const struct trans *t)
{
    lua_State *L = w->lua;
    struct call c = { fn, t };
    uint64_t stop_at = w->stop_at;

    w->stop_at = UINT64_MAX;
    w->host.hint = NULL;
    lua_pushcfunction(L, protected);
    lua_pushlightuserdata(L, &c);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK) {
        lua_pop(L, 1);
        sched_end(w, END_MEMORY, 4);
    }
    w->stop_at = stop_at;
}

void
act_do(struct world *w, const struct trans *t)
{
    if (t->what != TRANS_FIRE) /* what it waits for does not change */
        count(w, t->peer);
    count(w, t->g);
    w->steps++;
    protect(w, perform, t);
}

static void
nothing(struct world *w, const struct trans *t)
{
    (void)w;
    (void)t;
}

void
act_settle(struct world *w)
{
    if (w->sched->globq.n > 0)
        protect(w, nothing, NULL);
}

static void
take_over(struct world *w, const struct trans *t)
{
    (void)t;
    drive_take_over(w);
}

void
act_begin(struct world *w)
{
    protect(w, take_over, NULL);
}

static void
park(struct world *w, const struct trans *t)
{
    struct g *gp, *next;

    (void)t;
    for (gp = w->sched->first; gp != NULL; gp = next) {
        next = gp->next;
        if (gp->status == G_RUNNABLE && gp->op != EV_COMPUTE &&
            w->end.how == END_NOT)
            operate(w, gp->id, 0);
    }
}

void
act_park_all(struct world *w)
{
    protect(w, park, NULL);
}

size_t
act_default(const struct offers *of, size_t first, size_t n,
            const struct gset *last)
{
    size_t i, other = SIZE_MAX;

    for (i = first; i < first + n; i++) {
        const struct trans *t = &of->trans.at[i];

        if (t->what != TRANS_OP && t->what != TRANS_JOINT)
            continue;
        if (gset_meets(&t->who, last))
            return i;
        if (other == SIZE_MAX)
            other = i;
    }
    return other != SIZE_MAX ? other : first;
}

bool
act_next(struct world *w, struct offers *of, struct gset *last)
{
    struct offer_mark m = offer_mark(of);
    bool maximal = of->maximal;
    size_t i;

    of->maximal = true;
    offer_scan(of, w, false);
    of->maximal = maximal;
    if (of->trans.n == m.trans) {
        offer_drop(of, m);
        return false;
    }
    i = act_default(of, m.trans, of->trans.n - m.trans, last);
    *last = of->trans.at[i].who;
    act_do(w, &of->trans.at[i]);
    offer_drop(of, m);
    return true;
}
