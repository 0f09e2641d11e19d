/*
 * markcond.c - ways that are open only if something else is reached.
 *
 * The value in a table with weak keys, if its key is; who waits at a Done
 * channel, if what can close it is (LEAK-7); who waits for a lock, if one of
 * its holders may run, where only they unlock it (DEAD-2).
 */
#include "check/markvisit.h"

#include "check/blocked.h"
#include "check/uses.h"

/* Is the value on top reached, or nothing that is ever collected? */
static bool
is_reached(const struct mark *m)
{
    int type = lua_type(m->L, -1);

    if (type != LUA_TTABLE && type != LUA_TUSERDATA && type != LUA_TFUNCTION &&
        type != LUA_TTHREAD)
        return true;
    return world_of(lua_topointer(m->L, -1)) != m->w ||
           mark_has(m, lua_topointer(m->L, -1));
}

/* Values of weak-keyed tables whose keys are reached. */
static void
visit_weak(struct mark *m)
{
    lua_State *L = m->L;
    lua_Integer i;

    for (i = 1; i <= m->nweak; i++) {
        lua_rawgeti(L, m->weak, i);
        m->from = markset_place(lua_topointer(L, -1));
        lua_pushnil(L);
        while (lua_next(L, -2) != 0) {
            lua_pushvalue(L, -2);
            if (is_reached(m)) {
                lua_pop(L, 1);
                mark_touch(m, L);
            } else {
                lua_pop(L, 2);
            }
        }
        lua_pop(L, 1);
    }
}

/* Who waits at a Done channel may be woken by what can close it. */
static void
visit_sealed(struct mark *m)
{
    lua_State *L = m->L;
    lua_Integer i;

    if (m->closers == 0)
        return;
    for (i = 1; i <= m->nsealed; i++) {
        lua_rawgeti(L, m->sealed, i);
        m->from = markset_place(lua_topointer(L, -1));
        lua_pushvalue(L, -1);
        if (lua_rawget(L, m->closers) != LUA_TNIL && is_reached(m))
            blocked_by(lua_touserdata(L, -2), mark_touch_g, m);
        lua_pop(L, 2);
    }
}

/* What holds a lock, looked through. */
struct holders {
    const struct mark *m;
    struct g *lives; /* one of them that may run, or NULL */
    bool all;        /* all of them may */
};

static void
look_at_holder(void *ctx, struct g *gp)
{
    struct holders *h = ctx;

    if (mark_lives(h->m, gp))
        h->lives = gp;
    else
        h->all = false;
}

/* A writer needs all readers to leave; the others need the writer. */
static void
visit_read(struct mark *m, struct rwmutex *rw, const struct holders *h)
{
    struct g *writer = g_find(m->w, rw->w.owner);

    if (h->all) {
        m->from = markset_place(h->lives);
        blocked_by_readers(rw, mark_touch_g, m);
    }
    if (writer == NULL || mark_lives(m, writer)) {
        m->from = markset_place(writer != NULL ? writer : h->lives);
        blocked_by_writer(rw, mark_touch_g, m);
    }
}

/* A goroutine that may run, does not hold o, and has yet to hand it to some
 * function, which may unlock it; NULL: none. */
static struct g *
hander(const struct mark *m, const struct obj *o)
{
    const unsigned pass = USE_BIT(USE_PASS);
    int i;

    if (m->uses == NULL)
        return NULL;
    for (i = uses_next(m->uses, -1, NULL, o, pass); i >= 0;
         i = uses_next(m->uses, i, NULL, o, pass)) {
        const struct use *u = &m->uses->at[i];

        if (u->ahead && mark_lives(m, u->g))
            return u->g;
    }
    return NULL;
}

/* Who waits for a lock may be woken by those who hold it, if they may run. */
static void
visit_owned(struct mark *m)
{
    uint32_t i;

    for (i = 0; i < m->nowned; i++) {
        struct rwmutex *rw = (void *)m->owned[i];
        struct holders h = { m, NULL, true };

        blocked_holders(m->w, &rw->o, look_at_holder, &h);
        if (h.lives == NULL) {
            struct g *gp = hander(m, &rw->o);

            if (gp != NULL) {
                m->from = markset_place(gp);
                blocked_by(&rw->o, mark_touch_g, m);
            }
            continue;
        }
        if (obj_is(&rw->o, OBJ_RWMUTEX) && !rw->held) {
            visit_read(m, rw, &h);
            continue;
        }
        m->from = markset_place(h.lives);
        blocked_by(&rw->o, mark_touch_g, m);
    }
}

void
mark_conditions(struct mark *m)
{
    visit_weak(m);
    visit_sealed(m);
    visit_owned(m);
}
