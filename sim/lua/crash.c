/*
 * crash.c - what failed while an explorer lets the others go on (MODEL-9).
 *
 * In a normal run a panic ends the program, with a report. Under an explorer
 * it ends only its goroutine, or else which executions there are would depend
 * on the order in which they are searched; what it was is kept here.
 */
#include "lua/lua.h"

#include <stdio.h>
#include <string.h>

/* Where the goroutine stands, by its innermost frame of the script. */
static void
note_place(struct crash *c, const struct g *gp)
{
    struct frames f;

    frames_begin(&f, gp);
    if (!frames_next(&f))
        return;
    c->line = f.ar.currentline;
    snprintf(c->file, sizeof c->file, "%s", site_chunk(&f.ar));
    site_function(f.L, f.level, gp, c->func, sizeof c->func);
}

static struct crash *
add(struct world *w)
{
    struct luax *lx = luax_of(w);

    if (lx->crash == NULL)
        lx->crash = heap_alloc(w, CRASH_MOST * sizeof *lx->crash);
    if (lx->crash == NULL || lx->ncrash == CRASH_MOST)
        return NULL;
    return memset(&lx->crash[lx->ncrash++], 0, sizeof *lx->crash);
}

/* A goroutine's first failure counts, not those of its deferred functions. */
static bool
has_failed(const struct luax *lx, uint32_t g)
{
    for (uint32_t i = 0; i < lx->ncrash; i++)
        if (lx->crash[i].g == g && g != 0)
            return true;
    return false;
}

void
crash_note(lua_State *L, enum gopark_how how, int idx, const char *text)
{
    struct world *w = world_of(L);
    const struct g *gp = w->sched->cur != NULL ? sched_g(w) : NULL;
    struct crash *c;

    if (has_failed(luax_of(w), gp != NULL ? gp->id : 0))
        return;
    c = add(w);
    if (c == NULL)
        return;
    c->how = how;
    c->g = gp != NULL ? gp->id : 0;
    if (gp != NULL)
        note_place(c, gp);
    if (text == NULL) {
        panic_text(L, idx);
        text = lua_tostring(L, -1);
    } else {
        lua_pushnil(L);
    }
    snprintf(c->text, sizeof c->text, "%s", text);
    lua_pop(L, 1);
}
