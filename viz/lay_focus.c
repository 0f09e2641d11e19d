/*
 * lay_focus.c - focus on one goroutine or object: what is more than one
 * channel or lock away dims.
 *
 * Near a goroutine are the objects it waits at and those it holds; near an
 * object are its waiters and its owner. Stuck ones never dim.
 */
#include <stdlib.h>

#include "scene.h"

struct near {
    const struct build *b;
    uint8_t *g; /* by id */
    uint32_t ng;
    uint32_t object[32];
    int nobject;
};

static void
near_g(struct near *n, uint32_t id)
{
    if (id < n->ng)
        n->g[id] = 1;
}

static bool
has_object(const struct near *n, uint32_t id)
{
    for (int i = 0; i < n->nobject; i++) {
        if (n->object[i] == id)
            return true;
    }
    return false;
}

static void
near_object(struct near *n, const struct gopark_object *o)
{
    struct gopark_waiter wt;

    if (n->nobject == 32 || has_object(n, o->id))
        return;
    n->object[n->nobject++] = o->id;
    near_g(n, o->owner);
    for (int q = Q_SEND; q <= Q_WAIT; q++) {
        for (int i = 0;
             world_waiter(n->b->w, o->id, (enum gopark_queue)q, i, &wt); i++)
            near_g(n, wt.g);
    }
}

/* Does g wait at o or hold it? */
static bool
touches(const struct build *b, const struct gopark_object *o, uint32_t g)
{
    struct gopark_waiter wt;

    if (o->owner == g)
        return true;
    for (int q = Q_SEND; q <= Q_WAIT; q++) {
        for (int i = 0; world_waiter(b->w, o->id, (enum gopark_queue)q, i, &wt);
             i++) {
            if (wt.g == g)
                return true;
        }
    }
    return false;
}

static void
find_near(struct near *n, struct thing focus)
{
    const struct world *w = n->b->w;
    struct gopark_object o;

    if (focus.kind == TH_G)
        near_g(n, focus.id);
    for (uint32_t id = world_next_object(w, 0); id != 0;
         id = world_next_object(w, id)) {
        if (!world_object(w, id, &o))
            continue;
        if (focus.kind == TH_OBJECT ? id == focus.id
                                    : touches(n->b, &o, focus.id))
            near_object(n, &o);
    }
}

static bool
is_near(const struct near *n, const struct item *it)
{
    if (it->kind == TH_G)
        return it->state == VS_BAD || (it->id < n->ng && n->g[it->id]);
    return has_object(n, it->id);
}

void
lay_focus(struct build *b)
{
    struct near n = { .b = b, .ng = b->c->nindex };

    if (b->v->focus.kind == TH_NONE || (n.g = calloc(n.ng + 1, 1)) == NULL)
        return;
    find_near(&n, b->v->focus);
    for (uint32_t i = 0; i < b->s->nitem; i++) {
        struct item *it = &b->s->item[i];
        bool subject =
            it->kind == TH_G || it->kind == TH_OBJECT || it->kind == TH_SLOT;
        if (subject && it->panel != PANEL_SOURCE && it->panel != PANEL_CYCLE &&
            !is_near(&n, it))
            it->flags |= IT_DIM;
    }
    free(n.g);
}
