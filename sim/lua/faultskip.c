/*
 * faultskip.c - operations that are skipped.
 *
 * An operation is skipped by the name of what it is on, as displayed, or that
 * of a variable that holds it: so a fault can be asked for before the object
 * exists. Which variables hold it is looked up when the operation comes, in
 * the world alone, so that a replay skips the same one.
 */
#include "lua/faultlist.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/chanlib.h"
#include "lua/layout.h"

static const struct {
    const char *name;
    enum fault_op op;
} op_names[] = {
    { "close", FAULT_CLOSE }, { "send", FAULT_SEND },
    { "recv", FAULT_RECV },   { "unlock", FAULT_UNLOCK },
    { "done", FAULT_DONE },   { "cancel", FAULT_CANCEL },
    { "stop", FAULT_STOP },   { "signal", FAULT_SIGNAL },
};
enum { NOP = (int)(sizeof op_names / sizeof op_names[0]) };

enum fault_op
fault_op_of(const char *name)
{
    int i;

    for (i = 0; i < NOP; i++) {
        if (strcmp(op_names[i].name, name) == 0)
            return op_names[i].op;
    }
    return 0;
}

const char *
fault_op_name(enum fault_op op)
{
    int i;

    for (i = 0; i < NOP; i++) {
        if (op_names[i].op == op)
            return op_names[i].name;
    }
    return "";
}

/* What is known by a name: o, if it is an object, and p, the value itself. */
struct thing {
    const struct obj *o;
    const void *p;
};

/* Is the value on top of L the thing, or a timer's or view's? Pops it. */
static bool
is_thing(lua_State *L, const struct thing *x)
{
    const struct chan_view *v = lua_touserdata(L, -1);
    const struct obj *o = obj_to(L, -1);
    bool is = lua_topointer(L, -1) == x->p;

    if (!is && o == NULL && lua_type(L, -1) == LUA_TUSERDATA &&
        lua_rawlen(L, -1) == sizeof *v && v->magic == VIEW_MAGIC)
        is = &v->c->o == x->o;
    lua_pop(L, 1);
    return is;
}

static bool
in_frame(struct frames *f, const char *name, const struct thing *x)
{
    const char *s;
    bool found = false;
    int i;

    for (i = 1; !found && (s = lua_getlocal(f->L, &f->ar, i)) != NULL; i++)
        found = is_thing(f->L, x) && strcmp(s, name) == 0;
    lua_getinfo(f->L, "f", &f->ar);
    for (i = 1; !found && (s = lua_getupvalue(f->L, -1, i)) != NULL; i++)
        found = is_thing(f->L, x) && strcmp(s, name) == 0;
    lua_pop(f->L, 1);
    return found;
}

enum { GS_MAX = 1000 }; /* goroutines whose variables are looked through */

static bool
held_as(lua_State *L, const char *name, const struct thing *x)
{
    struct world *w = world_of(L);
    const struct g *gp;
    int n = 0;

    bool global;

    lua_pushglobaltable(L);
    lua_pushstring(L, name);
    lua_rawget(L, -2);
    global = is_thing(L, x);
    lua_pop(L, 1);
    if (global)
        return true;
    for (gp = w->sched->first; gp != NULL && n++ < GS_MAX; gp = gp->next) {
        struct frames f;

        frames_begin(&f, gp);
        while (frames_next(&f)) {
            if (lua_checkstack(f.L, 4) && in_frame(&f, name, x))
                return true;
        }
    }
    return false;
}

/* name without the number that it may end with, if that is n. */
static const char *
without_number(const char *name, uint32_t n, char *buf, size_t size)
{
    const char *at = strrchr(name, '#');
    char *end;

    if (at == NULL || strtoul(at + 1, &end, 10) != n || *end != '\0')
        return name;
    snprintf(buf, size, "%.*s", (int)(at - name), name);
    return buf;
}

static bool
is_named(lua_State *L, const char *name, const struct thing *x)
{
    struct gopark_object g = { .number = 0 };
    char plain[64];

    if (x->o == NULL || x->o->id == 0)
        return held_as(L, name, x);
    g.kind = obj_kind(x->o);
    g.number = x->o->number;
    g.name = x->o->name;
    return gopark_object_called(&g, name) ||
           held_as(L, without_number(name, g.number, plain, sizeof plain), x);
}

bool
fault_skips(lua_State *L, enum fault_op op, int idx)
{
    struct world *w = world_of(L);
    struct thing x = { obj_to(L, idx), lua_topointer(L, idx) };
    struct fault *f, *next;

    luaL_checkstack(L, 4, NULL);
    for (f = luax_of(w)->faults; f != NULL; f = next) {
        next = f->next;
        if (f->op != op || !is_named(L, f->text, &x) || f->n-- > 1)
            continue;
        faultlist_drop(w, f);
        faultlist_update(w);
        sched_event(w, EV_INPUT, x.o != NULL ? x.o->id : 0, IN_SKIP);
        return true;
    }
    return false;
}

int
fault_lua(lua_State *L)
{
    enum fault_op op = fault_op_of(luaL_checkstring(L, 1));

    if (op == 0)
        return 0;
    lua_pushboolean(L, fault_skips(L, op, 2));
    return 1;
}
