/*
 * fault.c - the list of faults that are still to happen; panics and system
 * calls that are.
 */
#include "lua/faultlist.h"

#include <stdio.h>
#include <string.h>

#include "lua/count.h"
#include "lua/embedded.h"

/* --- the list -------------------------------------------------------------- */

void
faultlist_update(struct world *w)
{
    const struct fault *f;

    w->sched->faults = 0;
    for (f = luax_of(w)->faults; f != NULL; f = f->next)
        w->sched->faults |= f->op;
    embedded_set(w->lua, "faults", (w->sched->faults & FAULT_CANCEL) != 0);
}

struct fault *
faultlist_add(struct world *w, const struct gopark_input *in)
{
    struct fault **at = &luax_of(w)->faults, *f;

    f = heap_alloc(w, sizeof *f);
    if (f == NULL)
        return NULL;
    memset(f, 0, sizeof *f);
    f->kind = in->kind;
    f->g = in->g;
    f->n = in->n;
    if (in->text != NULL)
        snprintf(f->text, sizeof f->text, "%s", in->text);
    while (*at != NULL)
        at = &(*at)->next;
    *at = f;
    return f;
}

void
faultlist_drop(struct world *w, struct fault *f)
{
    struct fault **at = &luax_of(w)->faults;

    while (*at != f)
        at = &(*at)->next;
    *at = f->next;
    timer_disarm(w, &f->t);
    heap_free(w, f, sizeof *f);
}

struct fault *
faultlist_find(struct world *w, enum gopark_input_kind kind, uint32_t g)
{
    struct fault *f = luax_of(w)->faults;

    while (f != NULL && (f->kind != kind || f->g != g))
        f = f->next;
    return f;
}

int
world_faults(const struct world *w, struct gopark_fault *out, int max)
{
    const struct fault *f;
    int n = 0;

    for (f = luax_of(w)->faults; f != NULL; f = f->next, n++) {
        if (n >= max)
            continue;
        memset(&out[n], 0, sizeof out[n]);
        out[n].kind = f->kind;
        out[n].g = f->g;
        out[n].n = f->kind == IN_DELAY ? f->t.when : f->n;
        out[n].op = fault_op_name((enum fault_op)f->op);
        snprintf(out[n].text, sizeof out[n].text, "%s", f->text);
    }
    return n;
}

/* --- panics and system calls --------------------------------------------------- */

static void
raise_it(lua_State *L, struct fault *f)
{
    struct world *w = world_of(L);

    lua_pushstring(L, f->text[0] != '\0' ? f->text : "injected");
    faultlist_drop(w, f);
    sched_g(w)->fault = faultlist_find(w, IN_SYSCALL, sched_g(w)->id) != NULL;
    count_begin(L);
    lua_error(L);
}

void
fault_panic(lua_State *L)
{
    struct world *w = world_of(L);
    struct fault *f = faultlist_find(w, IN_PANIC, sched_g(w)->id);

    if (f != NULL)
        raise_it(L, f);
}

/* In the goroutine's own code, before its next instruction. */
static void
panic_hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    count_begin(L);
    fault_panic(L);
}

bool
fault_first(struct world *w, struct g *gp)
{
    struct fault *f = faultlist_find(w, IN_SYSCALL, gp->id);

    if (f != NULL) {
        w->sched->cur->sysdur = f->n;
        sched_event(w, EV_SYSCALL, 0, f->n);
        faultlist_drop(w, f);
        gp->fault = faultlist_find(w, IN_PANIC, gp->id) != NULL;
        w->sched->yield = YIELD_SYSCALL;
        return true;
    }
    if (faultlist_find(w, IN_PANIC, gp->id) != NULL) {
        gp->instructions += (uint64_t)count_since(gp->inner);
        lua_sethook(gp->inner, panic_hook, LUA_MASKCOUNT, 1);
    } else {
        gp->fault = false;
    }
    return false;
}
