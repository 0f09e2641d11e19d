/*
 * site.c - the places in scripts where goroutines start and objects are made.
 *
 * A place is looked up by its chunk and line, so that a `go` in a loop costs
 * one look, not the naming of functions and variables each time; and before
 * that by the address of the calling instruction, so that not even the line is
 * worked out; where gopark's own Lua code made the call, by the instruction
 * that called that. Addresses are good until new code is loaded.
 */
#include "lua/stack.h"

#include <stdio.h>
#include <string.h>

/* gopark's own Lua code is hidden from students: its chunks begin so. */
bool
site_hidden(const lua_Debug *ar)
{
    return strncmp(ar->source, "=[", 2) == 0;
}

/* The level of the innermost function of the script's that leads here; 0
 * there is none. */
static int
caller(lua_State *L, lua_Debug *ar)
{
    int level;

    for (level = 1; lua_getstack(L, level, ar); level++) {
        lua_getinfo(L, "Sl", ar);
        if (ar->currentline > 0 && !site_hidden(ar))
            return level;
    }
    return 0;
}

static char *
copy(struct world *w, const char *s)
{
    size_t n = strlen(s) + 1;
    char *p = heap_alloc(w, n);

    if (p != NULL)
        memcpy(p, s, n);
    return p;
}

const char *
site_chunk(const lua_Debug *ar)
{
    return ar->source[0] == '@' || ar->source[0] == '=' ? ar->source + 1
                                                        : ar->short_src;
}

/* Does gopark's own Lua code call the function at level of L? Then it is known
 * there by a name that says nothing to a student. */
static bool
called_by_ours(lua_State *L, int level)
{
    lua_Debug up;

    return lua_getstack(L, level + 1, &up) && lua_getinfo(L, "S", &up) &&
           site_hidden(&up);
}

/* The name of the function at level of L, as a traceback shows it: what it
 * was called by; for a goroutine's outermost, what held it at its start. */
void
site_function(lua_State *L, int level, const struct g *gp, char *buf,
              size_t size)
{
    lua_Debug ar, up;
    bool outermost;

    if (!lua_getstack(L, level, &ar))
        return;
    lua_getinfo(L, "nSt", &ar);
    outermost = L == gp->task && !lua_getstack(L, level + 2, &up);
    if (strcmp(ar.what, "main") == 0)
        snprintf(buf, size, "main chunk");
    else if (ar.name != NULL && ar.namewhat[0] != '\0' &&
             ar.name[0] != '?' && !ar.istailcall && !called_by_ours(L, level))
        snprintf(buf, size, "%s", ar.name);
    else if (outermost && gp->made != NULL && gp->made->held[0] != '\0')
        snprintf(buf, size, "%s", gp->made->held);
    else
        snprintf(buf, size, "function <%.50s:%d>", site_chunk(&ar),
                 ar.linedefined);
}

/* --- who holds a function ---------------------------------------------- */

static bool
is_name(const char *s)
{
    return s != NULL && s[0] != '(' && s[0] != '\0';
}

static bool
held_by_local(lua_State *L, lua_Debug *ar, int fidx, char *buf, size_t size)
{
    const char *name;
    bool found = false;
    int i;

    for (i = 1; (name = lua_getlocal(L, ar, i)) != NULL; i++) {
        if (is_name(name) && lua_rawequal(L, -1, fidx)) {
            snprintf(buf, size, "%s", name);
            found = true;
        }
        lua_pop(L, 1);
    }
    return found;
}

static bool
held_by_upvalue(lua_State *L, lua_Debug *ar, int fidx, char *buf, size_t size)
{
    const char *name;
    bool found = false;
    int i;

    lua_getinfo(L, "f", ar);
    for (i = 1; !found && (name = lua_getupvalue(L, -1, i)) != NULL; i++) {
        if (is_name(name) && lua_rawequal(L, -1, fidx)) {
            snprintf(buf, size, "%s", name);
            found = true;
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return found;
}

/* A string key of the table on top whose value is the function. With two
 * such keys the lesser one counts, so that hash order does not show. */
static bool
held_by_field(lua_State *L, int fidx, char *buf, size_t size)
{
    char best[80] = "";

    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        if (lua_type(L, -2) == LUA_TSTRING && lua_rawequal(L, -1, fidx)) {
            const char *k = lua_tostring(L, -2);

            if (best[0] == '\0' || strcmp(k, best) < 0)
                snprintf(best, sizeof best, "%s", k);
        }
        lua_pop(L, 1);
    }
    if (best[0] != '\0')
        snprintf(buf, size, "%s", best);
    return best[0] != '\0';
}

static bool
held_by_global(lua_State *L, int fidx, char *buf, size_t size)
{
    bool found;

    lua_pushglobaltable(L);
    found = held_by_field(L, fidx, buf, size);
    lua_pop(L, 1);
    return found;
}

/* A field of a table that a local holds: go(server.loop). */
static bool
held_in_local(lua_State *L, lua_Debug *ar, int fidx, char *buf, size_t size)
{
    const char *name;
    bool found = false;
    int i;

    for (i = 1; !found && (name = lua_getlocal(L, ar, i)) != NULL; i++) {
        if (is_name(name) && lua_istable(L, -1))
            found = held_by_field(L, fidx, buf, size);
        lua_pop(L, 1);
    }
    lua_getinfo(L, "f", ar);
    for (i = 1; !found && (name = lua_getupvalue(L, -1, i)) != NULL; i++) {
        if (is_name(name) && strcmp(name, "_ENV") != 0 && lua_istable(L, -1))
            found = held_by_field(L, fidx, buf, size);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return found;
}

static void
holder(lua_State *L, lua_Debug *ar, int fidx, char *buf, size_t size)
{
    buf[0] = '\0';
    if (fidx == 0 || !lua_isfunction(L, fidx))
        return;
    fidx = lua_absindex(L, fidx);
    if (held_by_local(L, ar, fidx, buf, size) ||
        held_by_upvalue(L, ar, fidx, buf, size) ||
        held_by_global(L, fidx, buf, size))
        return;
    held_in_local(L, ar, fidx, buf, size);
}

/* --- interning --------------------------------------------------------- */

static unsigned
bucket(const lua_Debug *ar)
{
    return (unsigned)(((uintptr_t)ar->source >> 4) * 31u +
                      (unsigned)ar->currentline) & 255;
}

static struct site *
make(lua_State *L, lua_Debug *ar, int level, int fidx)
{
    struct world *w = world_of(L);
    struct site *st = heap_alloc(w, sizeof *st);
    char func[80], held[80];

    luaL_checkstack(L, 10, NULL);
    site_function(L, level, sched_g(w), func, sizeof func);
    holder(L, ar, fidx, held, sizeof held);
    if (st == NULL)
        return NULL;
    st->key = ar->source;
    st->line = ar->currentline;
    st->file = copy(w, site_chunk(ar));
    st->func = copy(w, func);
    st->held = copy(w, held);
    return st->file && st->func && st->held ? st : NULL;
}

/* What is kept of an instruction of gopark's own: the place is further up. */
static const struct site further;

/* Where the place called from pc is kept, if it is. */
static struct near_site *
near(struct luax *lx, const void *pc)
{
    return &lx->near[((uintptr_t)pc >> 2) % NEAR_SITES];
}

void
site_forget(struct world *w)
{
    memset(luax_of(w)->near, 0, sizeof luax_of(w)->near);
}

int
site_load(lua_State *L, const char *text, size_t n, const char *chunk)
{
    site_forget(world_of(L));
    return luaL_loadbufferx(L, text, n, chunk, "t");
}

/* Find the place, or make it. */
static struct site *
look_up(lua_State *L, int fidx, int *level)
{
    struct site *st, **at;
    lua_Debug ar;

    *level = caller(L, &ar);
    if (*level == 0)
        return NULL;
    at = &world_of(L)->sched->sites[bucket(&ar)];
    for (st = *at; st != NULL; st = st->next) {
        if (st->key == ar.source && st->line == ar.currentline)
            return st;
    }
    st = make(L, &ar, *level, fidx);
    if (st != NULL) {
        st->next = *at;
        *at = st;
    }
    return st;
}

/* The first call from here: keep the place by the instructions that lead from
 * it. */
__attribute__((noinline)) static const struct site *
first_here(lua_State *L, int fidx)
{
    struct luax *lx = luax_of(world_of(L));
    const struct callinfo *ci = stack_calls(L);
    int level;
    const struct site *st = look_up(L, fidx, &level);

    for (; ci != NULL && level > 0; level--) {
        ci = ci->previous;
        if (!(ci->callstatus & CALL_OF_C)) {
            near(lx, ci->u[0])->pc = ci->u[0];
            near(lx, ci->u[0])->site = level == 1 ? st : &further;
        }
    }
    return st;
}

const struct site *
site_here(lua_State *L, int fidx)
{
    struct luax *lx = luax_of(world_of(L));
    const struct callinfo *ci = stack_calls(L);

    while (ci != NULL && (ci = ci->previous) != NULL &&
           !(ci->callstatus & CALL_OF_C)) {
        const struct near_site *n = near(lx, ci->u[0]);

        if (n->pc != ci->u[0])
            break;
        if (n->site != &further)
            return n->site;
    }
    return first_here(L, fidx);
}
