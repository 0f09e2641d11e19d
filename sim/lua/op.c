/*
 * op.c - what every operation of a script does before and after its work: give
 * way to others, be noted, block, fail, or end the program.
 */
#include "lua/lua.h"

#include <stdlib.h>
#include <string.h>

#include "lua/fault.h"
#include "lua/layout.h"

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
        w->sched->explore.unseen += !op_can_block(L);
    return op_can_block(L);
}

bool
op_defer(lua_State *L, struct world *w, enum gopark_event_kind kind,
         void *object, enum op_form form)
{
    struct g *gp = sched_g(w);

    if (op_explored(w)) {
        if (!explorer_waits(L, w, kind, object, form))
            return false;
    } else if (!op_can_block(L)) {
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
        .step = op->step,
        .g = op->g,
        .kind = (enum gopark_event_kind)op->kind,
        .object = op->object,
        .file = op->file[0] != '\0' ? op->file : NULL,
        .line = op->line,
    };
    return true;
}

void
op_must_yield(lua_State *L)
{
    if (!op_can_block(L))
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
    if (op_can_block(L))
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
    if (!op_can_block(L))
        return task_goexit(L);
    gp->flags |= G_CRASHED;
    g_park(w, gp, WAIT_STALL, NULL);
    return lua_yield(L, 0);
}

/* End the program at this goroutine, with first the line WHAT TEXT. */
static int
end_here(lua_State *L, enum gopark_how how, const char *what, const char *text,
         bool all)
{
    struct world *w = world_of(L);
    struct tb t = { .w = w };

    if (w->sched->explore.crash_one)
        return crash_alone(L, how, text);
    if (how == END_FATAL && !all)
        tb_pending(&t);
    tb_add(&t, "%s: %s\n\n", what, text);
    if (all)
        tb_all(&t, sched_g(w));
    else
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
    return end_here(L, END_FATAL, "fatal error", text, false);
}

int
op_fatal_all(lua_State *L, const char *text)
{
    return end_here(L, END_FATAL, "fatal error", text, true);
}

int
op_check_failed(lua_State *L, const char *text)
{
    return end_here(L, END_CHECK, "check failed", text, false);
}
