/*
 * task.c - a goroutine is a Lua thread, and this is how it is run.
 *
 * Threads are anchored once, in one table, and reused: a dead G leaves its
 * thread to the next one. A goroutine that has not run yet has none (see
 * starts.c), so that a million of them that run one after the other share one.
 *
 * The bottom of each thread is goroutine(), which calls the function
 * protected, so that deferred functions run, and may block, whichever way it
 * ends; the message handler takes the traceback before anything unwinds.
 *
 * Instructions are counted by Lua's count hook. The number until the next
 * call of it is drawn anew each time, so that a preemption can fall between
 * any two instructions, and the sum is exact at each call.
 */
#include "lua/lua.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lua/fault.h"
#include "lua/peek.h"
#include "lua/stack.h"
#include "lua/starts.h"

enum { QUANTUM = 2048 }; /* instructions between hooks: 1..QUANTUM */

static const char goexit_key; /* its address is the error Goexit raises */

bool
task_is_exit(lua_State *L, int idx)
{
    return lua_touserdata(L, idx) == (const void *)&goexit_key;
}

/* Did an error come of the memory limit? Then the program is over: it cannot
 * be caught, as in Go. */
bool
task_out_of_memory(lua_State *L, int status)
{
    struct world *w = world_of(L);

    if (status != LUA_ERRMEM && (status != LUA_ERRERR || !w->heap.denied))
        return false;
    sched_end(w, END_MEMORY, 4);
    return true;
}

int
task_goexit(lua_State *L)
{
    lua_pushlightuserdata(L, (void *)&goexit_key);
    return lua_error(L);
}

/* --- operations -------------------------------------------------------- */

void
op_wrong_self(lua_State *L, const char *tname)
{
    luaL_typeerror(L, 1, tname);
    abort(); /* it does not return */
}

int
op_again(lua_State *L, int status, lua_KContext self)
{
    int n;

    (void)status;
    if (sched_g(world_of(L))->fault)
        fault_panic(L);
    n = ((lua_CFunction)self)(L);
    if ((lua_CFunction)self == chan_range_next)
        layout_uncount(L);
    return n;
}

/* Which operations an explorer does not offer (MODEL-2). */
static bool
is_invisible(const struct world *w, enum gopark_event_kind kind,
             const void *object, enum op_form form)
{
    switch (kind) {
    case EV_PRINT:
        return !w->sched->explore.prints;
    case EV_OTHER:
        return object == NULL && form == OP_PLAIN;
    case EV_COMPUTE:
    case EV_GC:
    case EV_PROCS:
        return true;
    default:
        return false;
    }
}

static bool
explorer_waits(lua_State *L, struct world *w, enum gopark_event_kind kind,
               const void *object, enum op_form form)
{
    if (is_invisible(w, kind, object, form))
        return false;
    if (w->sched->explore.loading == 0)
        w->sched->explore.unseen += !lua_isyieldable(L);
    return lua_isyieldable(L);
}

bool
op_defer(lua_State *L, struct world *w, enum gopark_event_kind kind,
         void *object, enum op_form form)
{
    struct g *gp = sched_g(w);

    if (op_explored(w)) {
        if (!explorer_waits(L, w, kind, object, form))
            return false;
    } else if (!lua_isyieldable(L)) {
        w->steps++;
        return false;
    }
    gp->op = (uint8_t)kind;
    gp->form = (uint8_t)form;
    gp->object = object;
    return true;
}

void
op_note(lua_State *L, struct world *w, enum gopark_event_kind kind,
        const void *object, enum op_form form)
{
    struct last_op *op = &w->host.op;
    const struct obj *o = object;
    struct frames f;

    (void)L;
    op->step = w->steps;
    op->g = sched_g(w)->id;
    op->kind = (int)kind;
    op->form = (int)form;
    op->object = o != NULL ? o->id : 0;
    op->line = 0;
    op->file[0] = '\0';
    frames_begin(&f, sched_g(w));
    if (frames_next(&f)) {
        op->line = f.ar.currentline;
        strncat(op->file, site_chunk(&f.ar), sizeof op->file - 1);
    }
    if (w->host.hear != NULL)
        w->host.hear(w->host.listen_ctx, w, op);
}

void
world_watch_ops(struct world *w, bool on)
{
    w->host.op_wanted = on;
}

bool
world_last_op(const struct world *w, struct gopark_op *out)
{
    const struct last_op *op = &w->host.op;

    if (op->g == 0 || op->step > w->steps)
        return false;
    *out = (struct gopark_op){
        .step = op->step, .g = op->g,
        .kind = (enum gopark_event_kind)op->kind, .object = op->object,
        .file = op->file[0] != '\0' ? op->file : NULL, .line = op->line,
    };
    return true;
}

void
op_must_yield(lua_State *L)
{
    if (!lua_isyieldable(L))
        luaL_error(L, "attempt to block across a C-call boundary");
}

int
op_results(lua_State *L, int status, lua_KContext n)
{
    (void)L;
    (void)status;
    return (int)n;
}

int
op_block(lua_State *L, lua_KFunction k, lua_KContext ctx)
{
    return lua_yieldk(L, 0, ctx, k);
}

int
op_panic(lua_State *L, const char *text)
{
    lua_pushstring(L, text);
    return lua_error(L);
}

int
op_leave(lua_State *L)
{
    world_of(L)->sched->yield = YIELD_END;
    if (lua_isyieldable(L))
        return lua_yield(L, 0);
    return task_goexit(L);
}

/* The goroutine stops here for good; the explorer goes on with the others. */
static int
crash_alone(lua_State *L, enum gopark_how how, const char *text)
{
    struct world *w = world_of(L);
    struct g *gp = sched_g(w);

    crash_note(L, how, 0, text);
    if (!lua_isyieldable(L))
        return task_goexit(L);
    gp->flags |= G_CRASHED;
    g_park(w, gp, WAIT_STALL, NULL);
    return lua_yield(L, 0);
}

/* End the program at this goroutine, with first the line WHAT TEXT. */
static int
end_here(lua_State *L, enum gopark_how how, const char *what,
         const char *text)
{
    struct world *w = world_of(L);
    struct tb t = { .w = w };

    if (w->sched->explore.crash_one)
        return crash_alone(L, how, text);
    tb_add(&t, "%s: %s\n\n", what, text);
    tb_goroutine(&t, sched_g(w));
    report_set(w, t.buf, t.len);
    free(t.buf);
    sched_end(w, how, 2);
    return op_leave(L);
}

int
op_no_memory(lua_State *L)
{
    sched_end(world_of(L), END_MEMORY, 4);
    return op_leave(L);
}

int
op_fatal(lua_State *L, const char *text)
{
    return end_here(L, END_FATAL, "fatal error", text);
}

int
op_check_failed(lua_State *L, const char *text)
{
    return end_here(L, END_CHECK, "check failed", text);
}

/* --- the count hook ---------------------------------------------------- */

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
    if (s->explore.fuel > 0 || !lua_isyieldable(L))
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
    if (layout_known && lua_isyieldable(L) && drive_stop_is_first(w)) {
        s->cur->curg->due = true;
    } else {
        layout_set_count_hook(L, hook, count(L, w, n));
        if (may_go_on(w))
            return;
        if (!lua_isyieldable(L)) {
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

/* A stop came before gp's count, which is now made up for. False: others are
 * first. */
static bool
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

void
task_set_hook(lua_State *L)
{
    lua_sethook(L, hook, LUA_MASKCOUNT, QUANTUM);
}

/* --- the life of a goroutine ------------------------------------------- */

/* The main chunk is at its end, and with it the program. */
static int
main_returns(lua_State *L)
{
    struct world *w = world_of(L);

    OP_SEEN(L, w, main_returns, EV_G_EXIT, NULL, OP_END);
    if (check_finally(L))
        sched_end(w, END_RETURN, 0);
    return 0;
}

static int
ended(lua_State *L, int status, lua_KContext ctx)
{
    struct world *w = world_of(L);

    (void)ctx;
    if (status == LUA_OK || status == LUA_YIELD)
        return sched_g(w)->id == 1 ? main_returns(L) : 0;
    if (task_is_exit(L, -1))
        return 0;
    if (w->sched->explore.crash_one && status != LUA_ERRMEM)
        return 0; /* noted where it was raised */
    if (w->end.how == END_NOT) {
        if (task_out_of_memory(L, status))
            return op_leave(L);
        else
            sched_end(w, END_PANIC, 2);
    }
    return op_leave(L);
}

/* The bottom of each thread's stack: handler, function, arguments. */
static int
goroutine(lua_State *L)
{
    int status = lua_pcallk(L, stack_gettop(L) - 2, 0, 1, 0, ended);

    return ended(L, status, 0);
}

lua_State *
task_new_thread(lua_State *L0)
{
    struct luax *lx = luax_of(world_of(L0));
    lua_State *L;

    lua_rawgeti(L0, LUA_REGISTRYINDEX, lx->anchor);
    L = lua_newthread(L0);
    lua_rawseti(L0, -2, ++lx->nthread);
    lua_pop(L0, 1);
    return L;
}

/* One more thread for goroutines, and room to note it when it is idle. */
static lua_State *
new_runner(lua_State *L0)
{
    struct luax *lx = luax_of(world_of(L0));
    lua_State *L;

    if (lx->nrunner == lx->idle.cap) {
        int cap = lx->idle.cap == 0 ? 16 : 2 * lx->idle.cap;
        lua_State **at = heap_realloc(world_of(L0), lx->idle.at,
                                      sizeof *at * (size_t)lx->idle.cap,
                                      sizeof *at * (size_t)cap);

        if (at == NULL)
            luaL_error(L0, "not enough memory");
        lx->idle.at = at;
        lx->idle.cap = cap;
    }
    L = task_new_thread(L0);
    layout_shorten(L);
    *(void **)lua_getextraspace(L) = L; /* see task_owns */
    lx->nrunner++;
    return L;
}

/* Give gp, which is about to run for the first time, a thread: that of the
 * goroutine that ended last, which the processor's cache still holds, or a new
 * one. May raise for want of memory. */
static void
bind(struct world *w, struct g *gp)
{
    struct luax *lx = luax_of(w);
    lua_State *L0 = w->lua, *L;

    L = lx->idle.n > 0 ? lx->idle.at[--lx->idle.n] : new_runner(L0);
    stack_push_cfunction(L, goroutine);
    stack_push_cfunction(L, task_panicked);
    gp->nret = (uint16_t)(1 + starts_take(L, gp));
    gp->task = gp->inner = L;
}

static enum g_yield
resume(struct world *w, struct g *gp)
{
    lua_State *L;
    int n, status, nres;

    if (gp->task == NULL)
        bind(w, gp);
    if (gp->due && !count_due(w, gp))
        return w->sched->yield;
    if (gp->fault && fault_first(w, gp))
        return w->sched->yield;
    L = gp->task;
    n = 0;
    if (gp->inner == (void *)L) {
        n = gp->nret;
        gp->nret = 0; /* they are given once */
    }
    if (w->host.probe != NULL)
        probe_enter(w, gp);
    gp->object = NULL; /* that operation is over: its object may be collected */
    status = lua_resume(L, w->lua, n, &nres);
    if (luax_of(w)->alarm_L != NULL || luax_of(w)->pause_L != NULL)
        probe_leave(w);
    if (status == LUA_YIELD)
        return w->sched->yield;
    if (status == LUA_OK)
        return w->end.how == END_NOT ? YIELD_EXIT : YIELD_END;
    sched_end(w, END_MEMORY, 4);
    return YIELD_END;
}

static void
task_ended(struct world *w, struct g *gp)
{
    struct luax *lx = luax_of(w);

    if (gp->task != NULL) /* else it is lost; see sched_outlive */
        lx->idle.at[lx->idle.n++] = gp->task;
    gp->task = gp->inner = NULL;
}

static inline void
fetch(const void *at, size_t size)
{
    for (size_t i = 0; i < size; i += 64)
        __builtin_prefetch((const char *)at + i);
}

/* The goroutine, its thread, the call of its operation, the caller of that. */
static void
task_foresee(const struct g *gp, int link)
{
    const struct callinfo *ci;

    if (link == 0) {
        fetch(gp, sizeof *gp);
    } else if (!layout_known || gp->task == NULL) {
        return;
    } else if (link == 1) {
        fetch(gp->task, sizeof(struct thread));
    } else {
        ci = ((const struct thread *)gp->task)->ci;
        if (link == 2) {
            fetch(ci, sizeof *ci);
        } else {
            fetch(ci->previous, sizeof *ci);
            fetch(ci->func - 4, 128);
        }
    }
}

const struct task_ops lua_task_ops = { resume, task_ended, task_foresee };

/* --- go ---------------------------------------------------------------- */

/* Push the function of a goroutine that has not run; false: it has. */
static bool
push_start(lua_State *L, const struct g *gp)
{
    lua_State *co = gp->task;

    if (co != NULL) {
        if (lua_status(co) != LUA_OK || lua_gettop(co) < 3)
            return false;
        peek_value(L, co, 3);
        return true;
    }
    starts_push_function(L, gp);
    return true;
}

bool
task_start(const struct world *w, const struct g *gp, lua_Debug *ar)
{
    struct peek k;
    lua_State *L = peek_begin(&k, w);
    bool any = push_start(L, gp);

    if (any)
        lua_getinfo(L, ">S", ar);
    peek_end(&k);
    return any;
}

struct g *
task_go(lua_State *L, int nargs, const struct site *made, uint32_t creator)
{
    struct world *w = world_of(L);
    struct g *gp = g_new(w);

    if (gp == NULL) {
        if (w->sched->max_gs != 0 && w->sched->live >= w->sched->max_gs)
            sched_end(w, END_GS, 4);
        else
            sched_end(w, END_MEMORY, 4);
        return NULL;
    }
    gp->made = made;
    gp->creator = creator;
    starts_put(L, gp, nargs);
    sched_go(w, gp);
    return gp;
}
