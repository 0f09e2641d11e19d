/*
 * names.c - what a script calls its channels and locks.
 *
 * An object without a given name shows that of a variable that holds it: a
 * local or an upvalue of some goroutine, a global, or a field of a table that
 * one of these holds. What has been found stays, in host memory, beside the
 * place where the object was made, which tells it from another with its
 * number after the past has been changed.
 */
#include "lua/peek.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct name {
    const struct site *made;
    char text[40];
};

struct names {
    struct name *at;      /* by object number - 1 */
    uint32_t n;
    uint64_t step;        /* when it was last searched for names, plus one */
    uint32_t nobject;
};

enum { ROOM_NAMES = 1, MANY_GS = 2000 };

static struct names *
names_get(const struct world *w)
{
    struct world *mut = (struct world *)(uintptr_t)w;

    if (mut->host.room[ROOM_NAMES] == NULL)
        mut->host.room[ROOM_NAMES] = calloc(1, sizeof(struct names));
    return mut->host.room[ROOM_NAMES];
}

void
names_free(struct world *w)
{
    struct names *ns = w->host.room[ROOM_NAMES];

    if (ns != NULL)
        free(ns->at);
    free(ns);
    w->host.room[ROOM_NAMES] = NULL;
}

static bool
make_room(struct names *ns, uint32_t n)
{
    struct name *at;

    if (n <= ns->n)
        return true;
    at = realloc(ns->at, n * sizeof *at);
    if (at == NULL)
        return false;
    memset(at + ns->n, 0, (n - ns->n) * sizeof *at);
    ns->at = at;
    ns->n = n;
    return true;
}

static void
note_object(struct names *ns, const struct obj *o, const char *name,
            const char *field)
{
    struct name *nm;

    if (o->id == 0 || o->id > ns->n || name[0] == '(')
        return;
    nm = &ns->at[o->id - 1];
    if (nm->text[0] != '\0' && nm->made == o->made)
        return;
    nm->made = o->made;
    snprintf(nm->text, sizeof nm->text, "%s%s", name, field);
}

/* name holds what lies on top of L; pops it. A timer is held for the sake of
 * its channel. */
static void
note(lua_State *L, struct names *ns, const char *name, bool deep)
{
    struct obj *o = obj_to(L, -1);

    if (o != NULL && obj_is(o, OBJ_TIMER)) {
        lua_getiuservalue(L, -1, 1);
        if (obj_to(L, -1) != NULL)
            note_object(ns, obj_to(L, -1), name, ".C");
        lua_pop(L, 1);
    } else if (o != NULL) {
        note_object(ns, o, name, "");
    } else if (deep && lua_istable(L, -1) && strcmp(name, "_ENV") != 0 &&
               lua_checkstack(L, 4)) {
        lua_pushnil(L);
        while (lua_next(L, -2) != 0) {
            if (lua_type(L, -2) == LUA_TSTRING)
                note(L, ns, lua_tostring(L, -2), false);
            else
                lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}

static void
search_frame(lua_State *L, struct frames *f, struct names *ns)
{
    const char *name;
    int i;

    for (i = 1; (name = peek_local(L, f, i)) != NULL; i++)
        note(L, ns, name, true);
    peek_function(L, f);
    for (i = 1; (name = lua_getupvalue(L, -1, i)) != NULL; i++)
        note(L, ns, name, true);
    lua_pop(L, 1);
}

static void
search(const struct world *w, struct names *ns)
{
    const struct g *gp;
    struct peek k;
    lua_State *L0 = peek_begin(&k, w);
    int n = 0;

    for (gp = w->sched->first; gp != NULL && n < MANY_GS; gp = gp->next) {
        struct frames f;

        n++;
        if (gp->task == NULL)
            continue;
        frames_begin(&f, gp);
        while (frames_next(&f))
            search_frame(L0, &f, ns);
    }
    lua_pushglobaltable(L0);
    lua_pushnil(L0);
    while (lua_next(L0, -2) != 0) {
        if (lua_type(L0, -2) == LUA_TSTRING)
            note(L0, ns, lua_tostring(L0, -2), false);
        else
            lua_pop(L0, 1);
    }
    peek_end(&k);
}

const char *
names_of(const struct world *w, const struct obj *o)
{
    struct names *ns = names_get(w);
    struct name *nm;

    if (o->name != NULL)
        return o->name;
    if (ns == NULL || o->id == 0 || !make_room(ns, w->sched->nobject))
        return NULL;
    nm = &ns->at[o->id - 1];
    if (nm->made != o->made)
        nm->text[0] = '\0';
    if (nm->text[0] == '\0' &&
        (ns->step != w->steps + 1 || ns->nobject != w->sched->nobject)) {
        ns->step = w->steps + 1;
        ns->nobject = w->sched->nobject;
        search(w, ns);
    }
    return nm->text[0] != '\0' ? nm->text : NULL;
}
