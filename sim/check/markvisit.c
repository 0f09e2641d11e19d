/*
 * markvisit.c - what a value leads to (analysis.md 2.1, A2 and A3).
 *
 * What is reached for the first time is queued; what is queued is looked into
 * by its type. The edges that Lua does not know are from an object to those
 * who wait at it.
 */
#include "check/markvisit.h"

#include <string.h>

#include "check/blocked.h"
#include "check/sourceuse.h"
#include "world/mem.h"

/* --- touching: what is reached for the first time is queued -------------- */

static void
append(struct mark *m, int list, lua_Integer *n)
{
    lua_rawseti(m->L, list, ++*n);
}

/* Is the value on top of L something that leads to other things? */
static bool
leads_on(const struct mark *m, lua_State *L)
{
    switch (lua_type(L, -1)) {
    case LUA_TTABLE:
    case LUA_TUSERDATA:
        return true;
    case LUA_TFUNCTION: /* a light C function lies outside the block */
        return world_of(lua_topointer(L, -1)) == m->w;
    case LUA_TTHREAD:
        return markset_find(&m->tasks, markset_place(lua_topointer(L, -1))) ==
               NULL;
    default:
        return false;
    }
}

void
mark_touch(struct mark *m, lua_State *L)
{
    if (!leads_on(m, L) ||
        !markset_add(&m->set, lua_topointer(L, -1), m->from)) {
        lua_pop(L, 1);
        return;
    }
    if (L != m->L)
        lua_xmove(L, m->L, 1);
    append(m, m->work, &m->tail);
}

/* Append p to a list of n pointers, which has room for cap. */
static void
push(struct mark *m, void ***list, uint32_t *n, uint32_t *cap, void *p)
{
    if (*n == *cap) {
        uint32_t more = *cap == 0 ? 64 : 2 * *cap;
        void **at = mem_alloc(more * sizeof *at);

        if (at == NULL) {
            m->set.full = true;
            return;
        }
        if (*n > 0)
            memcpy(at, *list, *n * sizeof *at);
        mem_free(*list);
        *list = at;
        *cap = more;
    }
    (*list)[(*n)++] = p;
}

void
mark_touch_g(void *ctx, struct g *gp)
{
    struct mark *m = ctx;

    if (markset_add(&m->set, gp, m->from))
        push(m, (void ***)&m->live, &m->nlive, &m->livecap, gp);
}

/* --- looking into values ------------------------------------------------- */

/* The object on top of L can be reached, so those who wait at it may be
 * woken; at a Done channel only if somebody can close it (LEAK-7). */
static void
visit_object(struct mark *m, struct obj *o)
{
    struct hchan *c = (void *)o;

    if (obj_is(o, OBJ_CHAN) && c->sealed) {
        if (c->recvq.first != NULL) {
            lua_pushvalue(m->L, -1);
            append(m, m->sealed, &m->nsealed);
        }
        return;
    }
    if (m->rule == MARK_STUCK && blocked_owned(m->w, o) &&
        (m->uses == NULL || !uses_hands_over(m->uses, o)))
        push(m, (void ***)&m->owned, &m->nowned, &m->ownedcap, o);
    else
        blocked_by(o, mark_touch_g, m);
}

static void
visit_userdata(struct mark *m)
{
    lua_State *L = m->L;
    struct obj *o = obj_to(L, -1);
    int i;

    for (i = 1; lua_getiuservalue(L, -1, i) != LUA_TNONE; i++)
        mark_touch(m, L);
    lua_pop(L, 1);
    if (lua_getmetatable(L, -1))
        mark_touch(m, L);
    if (o != NULL)
        visit_object(m, o);
}

/* "k", "v", "kv" or "" for the table on top. */
static const char *
weakness(lua_State *L)
{
    const char *mode = "";

    if (!lua_getmetatable(L, -1))
        return mode;
    lua_pushliteral(L, "__mode");
    lua_rawget(L, -2);
    if (lua_type(L, -1) == LUA_TSTRING)
        mode = lua_tostring(L, -1);
    lua_pop(L, 2);
    return mode;
}

static void
visit_entries(struct mark *m, bool keys, bool values)
{
    lua_State *L = m->L;

    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        if (values)
            mark_touch(m, L);
        else
            lua_pop(L, 1);
        if (keys) {
            lua_pushvalue(L, -1);
            mark_touch(m, L);
        }
    }
}

static void
visit_table(struct mark *m)
{
    lua_State *L = m->L;
    const char *mode = weakness(L);
    bool weak_keys = strchr(mode, 'k') != NULL;
    bool weak_values = strchr(mode, 'v') != NULL;

    if (weak_keys && !weak_values) {
        lua_pushvalue(L, -1);
        append(m, m->weak, &m->nweak);
    } else if (!weak_keys || !weak_values) {
        visit_entries(m, true, !weak_values);
    }
    if (lua_getmetatable(L, -1))
        mark_touch(m, L);
}

/* The function below the top may be called by whoever reaches it: if it
 * unlocks the lock on top, of which it calls itself no owner, that ends the
 * wait of those who queue there. */
static void
visit_upvalue(struct mark *m, const char *name)
{
    lua_State *L = m->L;
    struct obj *o = obj_to(L, -1);

    if (o == NULL || m->rule != MARK_STUCK || m->uses == NULL ||
        !blocked_owned(m->w, o))
        return;
    lua_pushvalue(L, -2);
    if (uses_unlocks(m->uses, L, name))
        blocked_by(o, mark_touch_g, m);
    lua_pop(L, 1);
}

static void
visit_function(struct mark *m)
{
    const char *name;
    int i;

    for (i = 1; (name = lua_getupvalue(m->L, -1, i)) != NULL; i++) {
        visit_upvalue(m, name);
        mark_touch(m, m->L);
    }
}

/* Is this the name of a local variable of a script's function that will never
 * be used again? Names in parentheses are Lua's own. */
static bool
is_dead(struct mark *m, const lua_Debug *ar, const char *name)
{
    struct extent fn = { ar->linedefined, ar->lastlinedefined };
    const struct tokens *ts;

    if (name[0] == '(' || ar->source[0] != '@' || ar->currentline <= 0)
        return false;
    if (strcmp(ar->what, "main") == 0)
        fn.from = fn.to = 0;
    ts = sources_words(&m->sources, ar->source);
    return ts != NULL && !sourceuse_may_use(ts, fn, name, ar->currentline);
}

static void
visit_frame(struct mark *m, lua_State *co, lua_Debug *ar)
{
    const char *name;
    int i;

    lua_getinfo(co, m->rule == MARK_LIVE ? "fSl" : "f", ar);
    mark_touch(m, co);
    for (i = 1; (name = lua_getlocal(co, ar, i)) != NULL; i++) {
        if (m->rule == MARK_LIVE && is_dead(m, ar, name))
            lua_pop(co, 1);
        else
            mark_touch(m, co);
    }
    for (i = -1; lua_getlocal(co, ar, i) != NULL; i--)
        mark_touch(m, co);
}

/* The slots from 1 on are those of the
 * innermost call, or of a thread that has not begun or has ended. */
void
mark_thread(struct mark *m, lua_State *co)
{
    lua_Debug ar;
    int i, n = lua_gettop(co);

    if (!lua_checkstack(co, 4)) {
        m->set.full = true;
        return;
    }
    for (i = 1; i <= n; i++) {
        lua_pushvalue(co, i);
        mark_touch(m, co);
    }
    for (i = 0; lua_getstack(co, i, &ar); i++)
        visit_frame(m, co, &ar);
}

void
mark_drain(struct mark *m)
{
    lua_State *L = m->L;

    while (m->head < m->tail && !m->set.full) {
        lua_rawgeti(L, m->work, ++m->head);
        lua_pushnil(L);
        lua_rawseti(L, m->work, m->head);
        m->from = markset_place(lua_topointer(L, -1));
        switch (lua_type(L, -1)) {
        case LUA_TTABLE:
            visit_table(m);
            break;
        case LUA_TFUNCTION:
            visit_function(m);
            break;
        case LUA_TUSERDATA:
            visit_userdata(m);
            break;
        case LUA_TTHREAD:
            mark_thread(m, lua_tothread(L, -1));
            break;
        default:
            break;
        }
        lua_pop(L, 1);
    }
}
