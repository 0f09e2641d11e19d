/*
 * inspect_obj.c - channels, locks and their queues, frames and locals, as the
 * inspection interface shows them. Reads only.
 */
#include "lua/chanlib.h"

#include <stdio.h>
#include <string.h>

#include "lua/cells.h"
#include "lua/peek.h"

/* --- objects ----------------------------------------------------------- */

uint32_t
world_next_object(const struct world *w, uint32_t id)
{
    const struct obj *o = obj_find(w, id);

    if (o != NULL)
        o = o->next;
    else
        for (o = w->sched->objs; o != NULL && o->id <= id; o = o->next)
            ;
    while (o != NULL && o->hidden)
        o = o->next;
    return o != NULL ? o->id : 0;
}

static int
count(const struct waitq *q)
{
    const struct sudog *sg;
    int n = 0;

    for (sg = q->first; sg != NULL; sg = sg->next)
        n++;
    return n;
}

static void
fill_chan(const struct hchan *c, struct gopark_object *out)
{
    out->closed = c->closed;
    out->cap = c->timer != NULL ? 0 : c->cap;
    out->len = chan_len(c);
    out->head = c->head;
    out->nsend = count(&c->sendq);
    out->nrecv = count(&c->recvq);
    if (c->timer != NULL) {
        out->when = c->timer->when;
        out->period = c->timer->period;
    }
}

static void
fill_rw(const struct rwmutex *rw, struct gopark_object *out)
{
    out->owner = rw->owner;
    out->readers = rw->readers;
    out->writer_waits = rw->pending && !rw->held;
    out->starving = rw->w.starving;
    out->nwait = (int)(rw->readq.n + rw->writeq.n + rw->w.q.n);
}

static void
fill(const struct obj *o, struct gopark_object *out)
{
    const void *p = o;

    switch (out->kind) {
    case OBJ_CHAN:
        fill_chan(p, out);
        break;
    case OBJ_MUTEX: {
        const struct umutex *mu = p;

        out->owner = mu->m.owner;
        out->starving = mu->m.starving;
        out->nwait = (int)mu->m.q.n;
        break;
    }
    case OBJ_RWMUTEX:
        fill_rw(p, out);
        break;
    case OBJ_WG:
        out->count = ((const struct waitgroup *)p)->count;
        out->nwait = (int)((const struct waitgroup *)p)->q.n;
        break;
    case OBJ_COND:
        out->nwait = (int)((const struct cond *)p)->q.n;
        break;
    case OBJ_ATOMIC:
        obj_atomic_fill(o, out);
        break;
    case OBJ_CELLS:
        out->len = (int)((const struct cells *)p)->n;
        break;
    case OBJ_ONCE:
        out->owner = ((const struct once *)p)->m.owner;
        out->nwait = (int)((const struct once *)p)->m.q.n;
        break;
    case OBJ_SEMA:
    case OBJ_TIMER:
    case OBJ_POOL:
    case OBJ_MAP:
        break;
    }
}

bool
obj_in_use(const struct obj *o)
{
    struct gopark_object g = { .kind = obj_kind(o) };

    fill(o, &g);
    return g.nsend > 0 || g.nrecv > 0 || g.nwait > 0 || g.owner != 0 ||
           g.readers > 0;
}

bool
world_object(const struct world *w, uint32_t id, struct gopark_object *out)
{
    const struct obj *o = obj_find(w, id);

    memset(out, 0, sizeof *out);
    if (o == NULL)
        return false;
    out->id = id;
    out->number = o->number;
    out->kind = obj_kind(o);
    out->name = names_of(w, o);
    if (out->name == NULL)
        out->name = "";
    out->twin = out->name[0] != '\0' && names_twin(w, o);
    if (o->made != NULL) {
        out->file = o->made->file;
        out->line = o->made->line;
    }
    fill(o, out);
    return true;
}

bool
world_object_called(const struct world *w, uint32_t id, const char *s)
{
    const struct obj *o = obj_find(w, id);
    struct gopark_object g = { .id = id };

    if (o == NULL)
        return false;
    g.kind = obj_kind(o);
    g.number = o->number;
    g.name = names_of(w, o);
    return gopark_object_called(&g, s);
}

/* --- queues ------------------------------------------------------------ */

static bool
waiter_sudog(const struct waitq *q, int pos, struct gopark_waiter *out)
{
    const struct sudog *sg = q->first;
    struct peek k;
    lua_State *L;

    for (; sg != NULL && pos > 0; pos--)
        sg = sg->next;
    if (sg == NULL)
        return false;
    out->g = sg->g->id;
    out->case_no = sg->case_no;
    if (sg->sends && sg->g->inner != NULL) {
        L = peek_begin(&k, world_of(sg->g));
        peek_value(L, sg->g->inner, sg->elem);
        value_text(L, -1, out->value, sizeof out->value);
        peek_end(&k);
    }
    return true;
}

static bool
waiter_g(const struct gqueue *q, int *pos, struct gopark_waiter *out)
{
    const struct g *gp = q->head;

    for (; gp != NULL && *pos > 0; (*pos)--)
        gp = gp->link;
    if (gp == NULL)
        return false;
    out->g = gp->id;
    return true;
}

static bool
waiter_lock(const struct obj *o, int pos, struct gopark_waiter *out)
{
    const void *p = o;

    switch (obj_kind(o)) {
    case OBJ_MUTEX:
        return waiter_g(&((const struct umutex *)p)->m.q, &pos, out);
    case OBJ_RWMUTEX: {
        const struct rwmutex *rw = p;

        return waiter_g(&rw->writeq, &pos, out) ||
               waiter_g(&rw->readq, &pos, out) ||
               waiter_g(&rw->w.q, &pos, out);
    }
    case OBJ_WG:
        return waiter_g(&((const struct waitgroup *)p)->q, &pos, out);
    case OBJ_COND:
        return waiter_g(&((const struct cond *)p)->q, &pos, out);
    case OBJ_ONCE:
        return waiter_g(&((const struct once *)p)->m.q, &pos, out);
    case OBJ_CHAN:
    case OBJ_SEMA:
    case OBJ_TIMER:
    case OBJ_ATOMIC:
    case OBJ_CELLS:
    case OBJ_POOL:
    case OBJ_MAP:
        break;
    }
    return false;
}

bool
world_waiter(const struct world *w, uint32_t object, enum gopark_queue q,
             int pos, struct gopark_waiter *out)
{
    const struct obj *o = obj_find(w, object);
    const struct hchan *c = (const void *)o;

    memset(out, 0, sizeof *out);
    if (o == NULL || pos < 0)
        return false;
    if (!obj_is(o, OBJ_CHAN))
        return q == Q_WAIT && waiter_lock(o, pos, out);
    if (q == Q_WAIT)
        return false;
    return waiter_sudog(q == Q_SEND ? &c->sendq : &c->recvq, pos, out);
}

/* Cell i of what shared{} made, as text: key = value. */
static bool
cell_text(lua_State *L, const struct obj *o, int i, char *buf, size_t size)
{
    size_t n;

    if (i < 0 || i >= (int)((const struct cells *)(const void *)o)->n ||
        !obj_push_self(L, o))
        return false;
    cells_key(L, lua_gettop(L), (uint32_t)i + 1);
    if (lua_type(L, -1) == LUA_TSTRING)
        snprintf(buf, size, "%s", lua_tostring(L, -1));
    else
        value_text(L, -1, buf, size);
    n = strlen(buf);
    snprintf(buf + n, size - n, " = ");
    n = strlen(buf);
    cells_value(L, lua_gettop(L) - 1);
    value_text(L, -1, buf + n, size - n);
    return true;
}

static bool
slot_text(lua_State *L, struct obj *o, int i, char *buf, size_t size)
{
    struct hchan *c = (void *)o;

    if (i < 0 || i >= c->count || !obj_push_self(L, o))
        return false;
    chan_peek(L, -1, c, i);
    value_text(L, -1, buf, size);
    return true;
}

bool
world_element(const struct world *w, uint32_t object, int i, char *buf,
              size_t size)
{
    struct obj *o = obj_find(w, object);
    struct peek k;
    lua_State *L = peek_begin(&k, w);
    bool found = o == NULL                ? false
                 : obj_is(o, OBJ_CELLS) ? cell_text(L, o, i, buf, size)
                 : obj_is(o, OBJ_CHAN)  ? slot_text(L, o, i, buf, size)
                                        : false;

    peek_end(&k);
    return found;
}

/* --- frames and locals ------------------------------------------------- */

int
world_frames(const struct world *w, uint32_t g, struct gopark_frame *out,
             int max)
{
    const struct g *gp = g_find(w, g);
    struct frames f;
    int n = 0;

    if (gp == NULL)
        return 0;
    frames_begin(&f, gp);
    while (frames_next(&f)) {
        if (n < max) {
            memset(&out[n], 0, sizeof out[n]);
            site_function(f.L, f.level, gp, out[n].func, sizeof out[n].func);
            snprintf(out[n].file, sizeof out[n].file, "%s",
                     site_chunk(&f.ar));
            out[n].line = f.ar.currentline;
            out[n].level = n;
        }
        n++;
    }
    return n;
}

struct locals {
    struct gopark_local *out;
    int n, max;
};

/* Append what lies on top of L; pops it. */
static void
add_local(struct locals *ls, lua_State *L, enum gopark_scope scope,
          const char *name, int i)
{
    struct gopark_local *l = &ls->out[ls->n];

    if (ls->n < ls->max && strcmp(name, "_ENV") != 0) {
        memset(l, 0, sizeof *l);
        l->scope = scope;
        if (scope == SCOPE_VARARG)
            snprintf(l->name, sizeof l->name, "...[%d]", i);
        else
            snprintf(l->name, sizeof l->name, "%s", name);
        value_text(L, -1, l->value, sizeof l->value);
        ls->n++;
    }
    lua_pop(L, 1);
}

static void
add_locals(struct locals *ls, lua_State *L, struct frames *f)
{
    const char *name;
    int i;

    for (i = 1; (name = peek_local(L, f, i)) != NULL; i++) {
        if (name[0] == '(')
            lua_pop(L, 1);
        else
            add_local(ls, L, SCOPE_LOCAL, name, i);
    }
    for (i = 1; (name = peek_local(L, f, -i)) != NULL; i++)
        add_local(ls, L, SCOPE_VARARG, name, i);
    peek_function(L, f);
    for (i = 1; (name = lua_getupvalue(L, -1, i)) != NULL; i++)
        add_local(ls, L, SCOPE_UPVALUE, name, i);
}

int
world_locals(const struct world *w, uint32_t g, int level,
             struct gopark_local *out, int max)
{
    const struct g *gp = g_find(w, g);
    struct locals ls = { out, 0, max };
    struct frames f;
    struct peek k;

    if (gp == NULL || gp->task == NULL)
        return 0;
    frames_begin(&f, gp);
    while (frames_next(&f)) {
        if (level-- == 0) {
            add_locals(&ls, peek_begin(&k, w), &f);
            peek_end(&k);
            break;
        }
    }
    return ls.n;
}

/* --- source ------------------------------------------------------------ */

/* The string that is the value of key in the table on top, without making a
 * string of key. */
static const char *
text_of(lua_State *L, const char *key, size_t *len)
{
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        if (lua_type(L, -2) == LUA_TSTRING && lua_type(L, -1) == LUA_TSTRING &&
            strcmp(lua_tostring(L, -2), key) == 0)
            return lua_tolstring(L, -1, len);
        lua_pop(L, 1);
    }
    return NULL;
}

const char *
world_source(const struct world *w, const char *file, size_t *len)
{
    struct peek k;
    lua_State *L = peek_begin(&k, w);
    const char *s;

    lua_rawgeti(L, LUA_REGISTRYINDEX, luax_of(w)->sources);
    s = text_of(L, file, len);
    peek_end(&k);
    return s;
}
