/*
 * names.c - what a script calls its channels and locks.
 *
 * An object without a given name shows that of a variable that holds it: a
 * local or an upvalue of some goroutine, a global, or a field of a table that
 * one of these holds. What has been found stays, in host memory, beside the
 * place where the object was made, which tells it from another with its
 * number after the past has been changed.
 *
 * Two objects of a kind may be called the same: the locks of two accounts, a
 * local of two goroutines. Such twins are shown with their numbers, mu#1 and
 * mu#2. What is neither held by a variable nor waited at nor locked makes
 * nobody a twin: it may be garbage, and when that goes is the collector's
 * affair.
 */
#include "lua/peek.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct name {
    const struct site *made;
    char text[40];
    uint64_t held; /* when it was last seen in a variable: step plus one */
    bool twin;     /* as of names.told */
};

struct names {
    struct name *at; /* by object number - 1 */
    uint32_t n;
    uint64_t step; /* when it was last searched for names, plus one */
    uint32_t nobject;
    struct {
        uint64_t step; /* plus one */
        uint32_t nobject;
    } told; /* when twins were last looked for */
};

enum { ROOM_NAMES = 1, MANY_GS = 2000 };

/* What an element of a list is called; as Lua calls a temporary value. */
#define NO_NAME "("

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

    if (o->id == 0 || o->id > ns->n)
        return;
    nm = &ns->at[o->id - 1];
    nm->held = ns->step;
    if (name[0] == '(')
        return;
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
            bool field = lua_type(L, -2) == LUA_TSTRING;

            note(L, ns, field ? lua_tostring(L, -2) : NO_NAME, false);
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

static bool
was_searched(const struct world *w, const struct names *ns)
{
    return ns->step == w->steps + 1 && ns->nobject == w->sched->nobject;
}

static void
search_now(const struct world *w, struct names *ns)
{
    ns->step = w->steps + 1;
    ns->nobject = w->sched->nobject;
    search(w, ns);
}

/* What o is known to be called, or NULL. */
static const char *
known(const struct names *ns, const struct obj *o)
{
    const struct name *nm = &ns->at[o->id - 1];

    if (o->name != NULL)
        return o->name;
    return nm->text[0] != '\0' && nm->made == o->made ? nm->text : NULL;
}

const char *
names_of(const struct world *w, const struct obj *o)
{
    struct names *ns = names_get(w);

    if (o->name != NULL)
        return o->name;
    if (ns == NULL || o->id == 0 || !make_room(ns, w->sched->nobject))
        return NULL;
    if (known(ns, o) == NULL && !was_searched(w, ns))
        search_now(w, ns);
    return known(ns, o);
}

/* --- twins --------------------------------------------------------------- */

/* Those that are called the same. */
struct namesake {
    const struct obj *first; /* NULL: nobody yet */
    int clear;               /* how many are certainly no garbage */
    int n;
};

/* The named objects that are alive, by kind and name. */
struct namesakes {
    const struct names *ns;
    struct namesake *at; /* by hash */
    uint32_t size;       /* a power of two */
    bool more;           /* a search might tell more */
};

static uint32_t
hash(const struct obj *o, const char *name)
{
    uint32_t h = 2166136261u ^ (uint32_t)obj_kind(o);

    for (; *name != '\0'; name++)
        h = (h ^ (unsigned char)*name) * 16777619u;
    return h ^ (h >> 15);
}

/* Those called as o, which has a name. */
static struct namesake *
namesakes_of(const struct namesakes *t, const struct obj *o)
{
    const char *name = known(t->ns, o);
    uint32_t i = hash(o, name) & (t->size - 1);

    for (; t->at[i].first != NULL; i = (i + 1) & (t->size - 1)) {
        if (obj_kind(t->at[i].first) == obj_kind(o) &&
            strcmp(known(t->ns, t->at[i].first), name) == 0)
            break;
    }
    return &t->at[i];
}

static bool
is_clear(const struct names *ns, const struct obj *o)
{
    return ns->at[o->id - 1].held == ns->step || obj_in_use(o);
}

/* False: no memory. */
static bool
meet(const struct world *w, struct namesakes *t)
{
    const struct obj *o;
    uint32_t n = 0;

    for (o = w->sched->objs; o != NULL; o = o->next)
        n++;
    for (t->size = 16; t->size < 2 * n; t->size *= 2)
        ;
    t->at = calloc(t->size, sizeof *t->at);
    t->more = false;
    for (o = w->sched->objs; t->at != NULL && o != NULL; o = o->next) {
        struct namesake *all;

        if (o->hidden)
            continue;
        t->more |= known(t->ns, o) == NULL;
        if (known(t->ns, o) == NULL)
            continue;
        all = namesakes_of(t, o);
        if (all->n++ == 0)
            all->first = o;
        all->clear += is_clear(t->ns, o);
        t->more |= all->n > 1;
    }
    return t->at != NULL;
}

static void
tell_twins(const struct world *w, struct names *ns)
{
    struct namesakes t = { .ns = ns };
    const struct obj *o;
    bool ok = meet(w, &t);

    if (ok && t.more && !was_searched(w, ns)) {
        search_now(w, ns);
        free(t.at);
        ok = meet(w, &t);
    }
    for (o = w->sched->objs; ok && o != NULL; o = o->next)
        ns->at[o->id - 1].twin = !o->hidden && known(ns, o) != NULL &&
                                 namesakes_of(&t, o)->clear > is_clear(ns, o);
    free(t.at);
    ns->told.step = w->steps + 1;
    ns->told.nobject = w->sched->nobject;
}

bool
names_twin(const struct world *w, const struct obj *o)
{
    struct names *ns = names_get(w);

    if (ns == NULL || o->id == 0 || !make_room(ns, w->sched->nobject))
        return false;
    if (ns->told.step != w->steps + 1 || ns->told.nobject != w->sched->nobject)
        tell_twins(w, ns);
    return ns->at[o->id - 1].twin;
}
