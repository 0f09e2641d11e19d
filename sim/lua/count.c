/*
 * count.c - instructions, counted by Lua's count hook.
 *
 * The number until the next call of the hook is drawn anew each time, so that
 * a preemption can fall between any two instructions, and the sum is exact at
 * each call. In between, Lua's own count tells how many there have been: it
 * belongs to the thread, which a goroutine may have from another that ended,
 * or share with it, if it is a coroutine.
 */
#include "lua/count.h"

enum { QUANTUM = 2048 }; /* instructions between hooks: 1..QUANTUM */

/* An explorer only wants to know of code that reaches no operation
 * (MODEL-13). */
static void
burn(lua_State *L, struct sched *s, int n)
{
    struct g *gp = s->cur->curg;

    if (gp == NULL)
        return;
    gp->instructions += (uint64_t)n;
    s->explore.fuel -= n;
    if (s->explore.fuel > 0 || !op_can_block(L))
        return;
    gp->op = EV_COMPUTE;
    gp->form = OP_PLAIN;
    gp->object = NULL;
    gp->nret = 0;
    s->yield = YIELD_DEFER;
    lua_yield(L, 0);
}

/* What n instructions take. Those that call an operation are in its price. */
static int64_t
price(struct g *gp, int n)
{
    int64_t calls = (int64_t)gp->ops * COST_CALL;

    gp->ops = 0;
    return n > calls ? (n - calls) * COST_LUA : 0;
}

/* The goroutine that acts has done n instructions, which is an action; how
 * many the next count is about. */
static int
count(lua_State *L, struct world *w, int n)
{
    struct m *mp = w->sched->cur;

    mp->curg->instructions += (uint64_t)n;
    mp->clock += price(mp->curg, n);
    w->steps++;
    w->ticks++;
    sched_event(w, EV_COMPUTE, 0, n);
    if (w->host.op_wanted)
        op_note(L, w, EV_COMPUTE, NULL, OP_PLAIN);
    return 1 + (int)choose(w, CHOOSE_QUANTUM, QUANTUM);
}

static bool
may_go_on(struct world *w)
{
    struct sched *s = w->sched;

    s->granted = false;
    return (s->cur->clock < s->gate && w->steps < w->stop_at) ||
           drive_keeps_turn(w);
}

static void
hook(lua_State *L, lua_Debug *ar)
{
    struct world *w = world_of(L);
    struct sched *s = w->sched;
    int n = lua_gethookcount(L);

    if (ar->event != LUA_HOOKCOUNT) {
        probe_event(L, ar);
        return;
    }
    if (probe_alarm(L))
        return;
    if (op_explored(w)) {
        burn(L, s, n);
        return;
    }
    if (layout_known && op_can_block(L) && drive_stop_is_first(w)) {
        s->cur->curg->due = true;
    } else {
        layout_set_count_hook(L, hook, count(L, w, n));
        if (may_go_on(w))
            return;
        if (!op_can_block(L)) {
            if (drive_overrun(w))
                op_leave(L);
            return;
        }
        drive_stopped(w);
    }
    s->cur->curg->op = EV_COMPUTE;
    s->cur->curg->object = NULL;
    lua_yield(L, 0);
}

bool
count_due(struct world *w, struct g *gp)
{
    lua_State *L = gp->inner;

    gp->due = false;
    if (op_explored(w)) {
        gp->instructions += (uint64_t)lua_gethookcount(L);
        return true;
    }
    layout_recount(L, count(L, w, lua_gethookcount(L)));
    if (may_go_on(w))
        return true;
    drive_stopped(w);
    return false;
}

/* --- to the instruction ------------------------------------------------ */

/* The same of one that may have given way in its count hook, which has counted
 * the instruction that comes again, and has begun no new count. */
static int64_t
since(lua_State *L)
{
    const struct luax *lx = luax_of(world_of(L));
    const struct thread *t = (const void *)L;

    if (t->hookcount == 1 && probe_gave_way(L))
        return -1;
    if (lx->alarm_L == L)
        return t->basehookcount -
               (lx->alarm_left - lx->alarm_in + t->hookcount);
    return count_since(L);
}

uint64_t
count_total(const struct g *gp)
{
    uint64_t n = gp->instructions;
    struct frames f;

    if (gp->task == NULL || !layout_known)
        return n;
    frames_begin(&f, gp);
    for (int i = 0; i < f.n; i++)
        n += (uint64_t)since(f.chain[i]);
    if (gp->due)
        n += (uint64_t)lua_gethookcount(gp->inner);
    return n;
}

void
count_begin(lua_State *L)
{
    lua_sethook(L, hook, LUA_MASKCOUNT, QUANTUM);
}
