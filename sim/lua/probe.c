/*
 * probe.c - looking closer than a step: before a line, a call, an instruction.
 *
 * A probe must not change the run, and the run depends on how many
 * instructions a thread has left until its count hook. So nothing here goes
 * through lua_sethook(), which starts the count anew: the mask gets its bits
 * for lines and calls in place, and what a pause costs is put back in place.
 *
 * Three things in Lua's luaG_traceexec() matter. Each instruction counts down
 * before a hook is called. A hook that yields makes its instruction come by
 * once more, and count again. That second coming is recognised by a flag,
 * which is cleared only if the count is over or lines are hooked. Hence after
 * a pause the thread has one instruction more to go and its lines hooked.
 *
 * For single instructions the count is made to be over at the next one, an
 * alarm, and what was really left is remembered beside it.
 */
#include "lua/layout.h"

#include <string.h>

int
probe_mask(const struct world *w)
{
    int what = w->host.probe != NULL ? w->host.probe_what : 0;

    return (what != 0 ? LUA_MASKLINE : 0) |
           (what & PROBE_CALL ? LUA_MASKCALL : 0);
}

/* --- the mask and the count, in place ---------------------------------- */

static void
set_mask(lua_State *L, int bits)
{
    volatile int *mask;
    int *count;

    if (layout_hook(L, &count, &mask))
        *mask = LUA_MASKCOUNT | bits;
}

static int
count_left(lua_State *L)
{
    volatile int *mask;
    int *count;

    return layout_hook(L, &count, &mask) ? *count : 1;
}

static void
set_left(lua_State *L, int left)
{
    volatile int *mask;
    int *count;

    if (layout_hook(L, &count, &mask))
        *count = left;
}

/* Give the thread whose alarm is set the count back that it would have. */
static void
cancel_alarm(struct luax *lx)
{
    if (lx->alarm_L != NULL)
        set_left(lx->alarm_L,
                 lx->alarm_left - lx->alarm_in + count_left(lx->alarm_L));
    lx->alarm_L = NULL;
}

/* --- asking ------------------------------------------------------------ */

/* Put the place that L is at to the probe. */
static bool
ask(lua_State *L, lua_Debug *ar, bool call)
{
    struct world *w = world_of(L);
    struct g *gp = sched_g(w);
    struct gopark_spot at = { .g = gp->id };
    char func[128] = "?";

    if (!lua_getstack(L, 0, ar) || !lua_getinfo(L, "Sl", ar) ||
        ar->what[0] == 'C' || site_hidden(ar))
        return false;
    at.file = site_chunk(ar);
    at.line = ar->currentline;
    if (call) {
        site_function(L, 0, gp, func, sizeof func);
        at.func = func;
        at.line = ar->linedefined;
    }
    return w->host.probe(w->host.probe_ctx, w, &at);
}

/* Leave the goroutine's code here; the hook returns right after this. */
static void
pause_here(lua_State *L)
{
    struct world *w = world_of(L);
    struct luax *lx = luax_of(w);

    if (!op_can_block(L) || w->end.how != END_NOT)
        return;
    cancel_alarm(lx);
    lx->pause_L = L;
    lx->pause_left = count_left(L);
    drive_pause(w);
    lua_yield(L, 0);
}

static void
line_event(lua_State *L, lua_Debug *ar)
{
    struct world *w = world_of(L);
    struct luax *lx = luax_of(w);
    bool called = lx->call_g == sched_g(w)->id;

    if (called)
        lx->call_g = 0;
    if (called || ((w->host.probe_what & PROBE_LINE) && ask(L, ar, false)))
        pause_here(L);
}

/* A thread that came back before its function's first instruction is resumed
 * with another announcement of the call. */
static bool
is_again(lua_State *L, lua_Debug *ar)
{
    struct luax *lx = luax_of(world_of(L));
    const void *known = lx->again;

    lx->again = NULL;
    return known != NULL && ar->event != LUA_HOOKLINE &&
           lua_getstack(L, 0, ar) && ar->i_ci == known;
}

/* Nobody asks about this line, and nothing else depends on it. */
static bool
passes_by(const struct world *w, int line)
{
    const struct luax *lx = luax_of(w);
    unsigned i = (unsigned)line % PROBE_LINES;

    return w->host.probe_some && lx->call_g == 0 && lx->again == NULL &&
           (w->host.probe_line[i / 64] >> i % 64 & 1) == 0;
}

void
probe_event(lua_State *L, lua_Debug *ar)
{
    struct world *w = world_of(L);

    if (ar->event == LUA_HOOKLINE && passes_by(w, ar->currentline))
        return;
    if (probe_mask(w) == 0) { /* left over from an earlier probe */
        set_mask(L, 0);
        return;
    }
    if (lua_status(L) == LUA_YIELD)
        return; /* the count hook has just given way */
    if (is_again(L, ar))
        return;
    if (ar->event == LUA_HOOKLINE)
        line_event(L, ar);
    else if ((w->host.probe_what & PROBE_CALL) && ask(L, ar, true))
        luax_of(w)->call_g = sched_g(w)->id;
}

/* --- single instructions ----------------------------------------------- */

static void
set_alarm(lua_State *L, int in)
{
    struct luax *lx = luax_of(world_of(L));

    lx->alarm_L = L;
    lx->alarm_left = count_left(L);
    lx->alarm_in = in;
    set_left(L, in);
}

bool
probe_gave_way(lua_State *L)
{
    lua_Debug ar;

    return lua_status(L) == LUA_YIELD && lua_getstack(L, 0, &ar) &&
           lua_getinfo(L, "S", &ar) && ar.what[0] != 'C';
}

static const void *
innermost(lua_State *L)
{
    lua_Debug ar;

    return lua_getstack(L, 0, &ar) ? (const void *)ar.i_ci : NULL;
}

/* The first alarm of a thread that is to be resumed. One that gave way in its
 * count hook starts a new count with the instruction that comes again. */
static void
first_alarm(lua_State *L)
{
    bool flagged = probe_gave_way(L);

    if (flagged && count_left(L) == 1)
        set_left(L, lua_gethookcount(L) + 1);
    set_alarm(L, flagged ? 2 : 1);
}

/* The count hook was called for L. True: only because of an alarm; otherwise
 * the count was really over. */
bool
probe_alarm(lua_State *L)
{
    struct world *w = world_of(L);
    struct luax *lx = luax_of(w);
    lua_Debug ar;
    bool stop;

    if (lx->alarm_L != L)
        return false;
    lx->alarm_L = NULL;
    if (lx->alarm_left <= lx->alarm_in)
        return false;
    set_left(L, lx->alarm_left - lx->alarm_in);
    if (w->host.probe == NULL)
        return true;
    stop = ask(L, &ar, false);
    if (stop)
        pause_here(L);
    else
        set_alarm(L, 1);
    return true;
}

/* --- coming and going -------------------------------------------------- */

void
probe_enter(struct world *w, struct g *gp)
{
    lua_State *L = gp->inner;

    if (w->host.probe == NULL || w->host.probe_what == 0)
        return;
    set_mask(gp->task, probe_mask(w));
    if (L == NULL || L == gp->task)
        L = gp->task;
    else
        set_mask(L, probe_mask(w));
    luax_of(w)->again = (w->host.probe_what & PROBE_CALL) && probe_gave_way(L)
                            ? innermost(L)
                            : NULL;
    if (w->host.probe_what & PROBE_INSTRUCTION)
        first_alarm(L);
}

void
probe_leave(struct world *w)
{
    struct luax *lx = luax_of(w);

    cancel_alarm(lx); /* if it has not rung */
    if (lx->pause_L != NULL) {
        set_left(lx->pause_L, lx->pause_left + 1);
        set_mask(lx->pause_L, LUA_MASKLINE | probe_mask(w));
        lx->pause_L = NULL;
    }
}

void
world_set_probe(struct world *w, int what, gopark_probe_fn *fn, void *ctx)
{
    w->host.probe = what != 0 ? fn : NULL;
    w->host.probe_ctx = ctx;
    w->host.probe_what = fn != NULL ? what : 0;
    w->host.probe_some = false;
}

void
world_probe_lines(struct world *w, const uint64_t lines[PROBE_LINES / 64])
{
    memcpy(w->host.probe_line, lines, sizeof w->host.probe_line);
    w->host.probe_some = (w->host.probe_what & ~PROBE_CALL) == PROBE_LINE;
}

bool
world_paused(const struct world *w)
{
    return w->sched->paused != NULL && w->sched->paused_why == CUT_PROBE;
}
