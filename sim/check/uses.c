#include "check/uses.h"

#include <stdlib.h>
#include <string.h>

#include "check/blocked.h"
#include "check/say.h"
#include "lua/chanlib.h"
#include "lua/starts.h"

enum {
    GS_MAX = 1000,   /* goroutines looked at */
    FRAMES_MAX = 50, /* of each */
    FIELDS_MAX = 64, /* of a table that a variable holds */
};

/* --- what functions do with names ---------------------------------------------- */

struct found {
    enum use_op op;
    int line;
    bool deferred;
};

struct memo {
    struct memo *next;
    const char *source;
    struct extent fn;
    char name[40];
    struct found at[16];
    int n;
};

static void
note(void *ctx, enum use_op op, int line, bool deferred)
{
    struct memo *me = ctx;

    if (me->n < (int)(sizeof me->at / sizeof me->at[0]))
        me->at[me->n++] = (struct found){ op, line, deferred };
}

static const struct memo *
memo_of(struct uses *us, const lua_Debug *ar, struct extent fn,
        const char *name)
{
    const struct tokens *ts;
    struct memo *me;

    for (me = us->memos; me != NULL; me = me->next) {
        if (me->source == ar->source && me->fn.from == fn.from &&
            me->fn.to == fn.to && strcmp(me->name, name) == 0)
            return me;
    }
    me = calloc(1, sizeof *me);
    if (me == NULL || strlen(name) >= sizeof me->name) {
        free(me);
        return NULL;
    }
    me->source = ar->source;
    me->fn = fn;
    strcpy(me->name, name);
    ts = sources_words(&us->sources, ar->source);
    if (ts != NULL)
        sourceuse_find(ts, fn, name, note, me);
    me->next = us->memos;
    us->memos = me;
    return me;
}

/* --- collecting ------------------------------------------------------------------ */

static void
add(struct uses *us, const struct use *u)
{
    if (us->n == us->cap) {
        int cap = us->cap == 0 ? 64 : 2 * us->cap;
        struct use *at = realloc(us->at, (size_t)cap * sizeof *at);

        if (at == NULL)
            return;
        us->at = at;
        us->cap = cap;
    }
    us->at[us->n++] = *u;
}

/* A frame of a goroutine, and the function it is of. */
struct frame {
    struct uses *us;
    struct frames *f;
    struct extent fn;
};

static struct extent
extent_of(const lua_Debug *ar)
{
    if (strcmp(ar->what, "main") == 0)
        return (struct extent){ 0, 0 };
    return (struct extent){ ar->linedefined, ar->lastlinedefined };
}

/* The object at the top of L; NULL: it is none. A timer stands for its
 * channel. */
static struct obj *
object_on(lua_State *L)
{
    struct obj *o = obj_to(L, -1);
    const struct chan_view *v = lua_touserdata(L, -1);

    if (o != NULL && obj_is(o, OBJ_TIMER)) {
        lua_getiuservalue(L, -1, 1);
        o = obj_to(L, -1);
        lua_pop(L, 1);
        return o;
    }
    if (o == NULL && lua_type(L, -1) == LUA_TUSERDATA &&
        lua_rawlen(L, -1) == sizeof *v && v->magic == VIEW_MAGIC)
        return &v->c->o;
    return o;
}

static void
compare(void *ctx, struct obj *o)
{
    const struct obj **p = ctx;

    if (*p == o)
        *p = NULL;
}

static bool
waits_at(const struct g *gp, const struct obj *o)
{
    blocked_at(gp, compare, &o);
    return o == NULL;
}

/* Is what is done with o at that line of the frame's function still to come?
 * Of one line nobody knows which part; what gp is at is not. */
static bool
to_come(const struct frame *fr, int line, const struct obj *o)
{
    const struct tokens *ts;
    int here = fr->f->ar.currentline;

    if (line > here || (line == here && !waits_at(fr->f->gp, o)))
        return true;
    ts = sources_words(&fr->us->sources, fr->f->ar.source);
    return ts != NULL && sourceuse_loops(ts, fr->fn, line, here);
}

/* The frame's variable or field `name` holds o. */
static void
holds(struct frame *fr, const char *name, struct obj *o)
{
    const struct memo *me = memo_of(fr->us, &fr->f->ar, fr->fn, name);
    struct use u = { .g = (struct g *)(uintptr_t)fr->f->gp, .o = o };
    bool lib = site_hidden(&fr->f->ar);
    int i;

    u.file = say_chunk(&fr->f->ar);
    for (i = 0; me != NULL && i < me->n; i++) {
        u.op = me->at[i].op;
        u.line = lib ? 0 : me->at[i].line;
        u.ahead = me->at[i].deferred || to_come(fr, me->at[i].line, o);
        add(fr->us, &u);
    }
}

/* Objects in the table on top, under string keys, or in its sequence. */
static void
look_in_table(struct frame *fr, lua_State *L, const char *name)
{
    struct obj *o;
    int n = 0;

    lua_pushnil(L);
    while (lua_next(L, -2) != 0 && n++ < FIELDS_MAX) {
        o = object_on(L);
        if (o != NULL && lua_type(L, -2) == LUA_TSTRING)
            holds(fr, lua_tostring(L, -2), o);
        else if (o != NULL)
            holds(fr, name, o);
        lua_pop(L, 1);
    }
    if (n > FIELDS_MAX)
        lua_pop(L, 2);
}

/* The value on top of L is held by a variable; pops it. */
static void
look(struct frame *fr, lua_State *L, const char *name)
{
    struct obj *o = object_on(L);

    if (o != NULL)
        holds(fr, name, o);
    if (o != NULL && obj_to(L, -1) != o && obj_to(L, -1) != NULL)
        holds(fr, "C", o); /* timer.C */
    if (lua_istable(L, -1) && name[0] != '(' && strcmp(name, "_ENV") != 0)
        look_in_table(fr, L, name);
    lua_pop(L, 1);
}

static void
look_at_frame(struct uses *us, struct frames *f)
{
    struct frame fr = { us, f, extent_of(&f->ar) };
    const char *name;
    int i;

    if (!lua_checkstack(f->L, 8))
        return;
    for (i = 1; (name = lua_getlocal(f->L, &f->ar, i)) != NULL; i++)
        look(&fr, f->L, name);
    lua_getinfo(f->L, "f", &f->ar);
    for (i = 1; (name = lua_getupvalue(f->L, -1, i)) != NULL; i++)
        look(&fr, f->L, name);
    lua_pop(f->L, 1);
}

/* wg:Go(f) ends in Done: a C function that holds the wait group. */
static void
look_at_c(struct uses *us, struct frames *f)
{
    struct use u = { .g = (struct g *)(uintptr_t)f->gp,
                     .op = USE_DONE,
                     .ahead = true };

    if (!lua_checkstack(f->L, 4))
        return;
    lua_getinfo(f->L, "f", &f->ar);
    if (lua_getupvalue(f->L, -1, 1) != NULL) {
        u.o = obj_to(f->L, -1);
        if (u.o != NULL && obj_is(u.o, OBJ_WG))
            add(us, &u);
        lua_pop(f->L, 1);
    }
    lua_pop(f->L, 1);
}

/* Objects in global variables are at hand in every function. */
static void
look_at_globals(struct uses *us, struct frames *f)
{
    struct frame fr = { us, f, extent_of(&f->ar) };
    lua_State *L = us->w->lua;
    int n = 0;

    if (site_hidden(&f->ar))
        return;
    lua_pushglobaltable(L);
    lua_pushnil(L);
    while (lua_next(L, -2) != 0 && n++ < 4 * FIELDS_MAX) {
        struct obj *o = object_on(L);

        if (o != NULL && o->id != 0 && lua_type(L, -2) == LUA_TSTRING)
            holds(&fr, lua_tostring(L, -2), o);
        lua_pop(L, 1);
    }
    lua_settop(L, lua_gettop(L) - (n > 4 * FIELDS_MAX ? 3 : 1));
}

static bool
has_begun(lua_State *L)
{
    lua_Debug ar;

    return lua_status(L) != LUA_OK || lua_getstack(L, 0, &ar);
}

/* It has not begun to run: all of its function is still to come. */
static void
look_at_start(struct uses *us, const struct g *gp)
{
    lua_State *L = us->w->lua;
    struct frames f = { .gp = gp, .L = L };
    struct frame fr = { us, &f, { 0, 0 } };
    const char *name;
    int i;

    if (gp->task == NULL)
        starts_push_function(L, gp);
    else if (lua_gettop(gp->task) == 0)
        return;
    else {
        lua_pushvalue(gp->task, 1);
        lua_xmove(gp->task, L, 1);
    }
    if (lua_type(L, -1) == LUA_TFUNCTION && !lua_iscfunction(L, -1)) {
        lua_pushvalue(L, -1);
        lua_getinfo(L, ">S", &f.ar);
        f.ar.currentline = f.ar.linedefined - 1;
        fr.fn = extent_of(&f.ar);
        for (i = 1; (name = lua_getupvalue(L, -1, i)) != NULL; i++)
            look(&fr, L, name);
        look_at_globals(us, &f);
    }
    lua_pop(L, 1);
}

static void
look_at_g(struct uses *us, const struct g *gp)
{
    struct frames f;
    int n = 0;

    if (gp->status != G_DEAD && (gp->task == NULL || !has_begun(gp->task))) {
        look_at_start(us, gp);
        return;
    }
    frames_begin(&f, gp);
    f.all = true;
    while (frames_next(&f) && n++ < FRAMES_MAX) {
        if (f.ar.what[0] == 'C') {
            look_at_c(us, &f);
            continue;
        }
        look_at_frame(us, &f);
        look_at_globals(us, &f);
    }
}

void
uses_collect(struct uses *us, struct world *w)
{
    const struct g *gp;
    int n = 0;

    memset(us, 0, sizeof *us);
    us->w = w;
    us->sources.w = w;
    for (gp = w->sched->first; gp != NULL && n++ < GS_MAX; gp = gp->next)
        look_at_g(us, gp);
}

void
uses_free(struct uses *us)
{
    struct memo *me;

    sources_free(&us->sources);
    while ((me = us->memos) != NULL) {
        us->memos = me->next;
        free(me);
    }
    free(us->at);
    memset(us, 0, sizeof *us);
}

int
uses_next(const struct uses *us, int i, const struct g *gp, const struct obj *o,
          unsigned ops)
{
    for (i++; i < us->n; i++) {
        const struct use *u = &us->at[i];

        if (u->o == o && (gp == NULL || u->g == gp) && (ops & USE_BIT(u->op)))
            return i;
    }
    return -1;
}

bool
uses_hands_over(const struct uses *us, const struct obj *o)
{
    const unsigned unlock = USE_BIT(USE_UNLOCK) | USE_BIT(USE_RUNLOCK);
    const unsigned lock =
        USE_BIT(USE_LOCK) | USE_BIT(USE_RLOCK) | USE_BIT(USE_PASS);
    int i;

    for (i = uses_next(us, -1, NULL, o, unlock); i >= 0;
         i = uses_next(us, i, NULL, o, unlock)) {
        const struct use *u = &us->at[i];

        if (u->ahead && !blocked_holds(us->w, o, u->g) &&
            uses_next(us, -1, u->g, o, lock) < 0)
            return true;
    }
    return false;
}

bool
uses_unlocks(struct uses *us, lua_State *L, const char *name)
{
    const struct memo *me;
    bool unlocks = false;
    lua_Debug ar;
    int i;

    lua_pushvalue(L, -1);
    lua_getinfo(L, ">S", &ar);
    if (ar.what[0] == 'C')
        return false;
    me = memo_of(us, &ar, extent_of(&ar), name);
    for (i = 0; me != NULL && i < me->n; i++) {
        if (me->at[i].op == USE_LOCK || me->at[i].op == USE_RLOCK)
            return false;
        unlocks |= me->at[i].op == USE_UNLOCK || me->at[i].op == USE_RUNLOCK;
    }
    return unlocks;
}

bool
uses_calls(struct uses *us, const char *file, struct extent fn,
           const char *name)
{
    const struct tokens *ts = sources_file(&us->sources, file);

    return ts != NULL && sourceuse_calls(ts, fn, name);
}
