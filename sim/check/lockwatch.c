/*
 * lockwatch.c - listening to a world for what lockwatch.h promises.
 */
#include "check/lockwatch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/say.h"

enum { NOTES_MAX = 1024 };

/* --- names and places -------------------------------------------------------- */

void
lockwatch_name(struct lockwatch *lw, uint32_t id)
{
    struct gopark_object g = { .id = id };
    const struct obj *o;
    struct label *l;
    char buf[64];

    if (list_find(&lw->labels, sizeof *l, id) != NULL)
        return;
    o = obj_find(lw->w, id);
    l = o != NULL ? list_put(&lw->labels, sizeof *l, id) : NULL;
    if (l == NULL)
        return;
    l->kind = g.kind = obj_kind(o);
    l->number = g.number = o->number;
    g.name = names_of(lw->w, o);
    snprintf(l->text, sizeof l->text, "%.40s",
             gopark_object_label(&g, buf, sizeof buf));
}

const struct label *
lockwatch_label(const struct lockwatch *lw, uint32_t id)
{
    return list_find(&lw->labels, sizeof(struct label), id);
}

struct place
lockwatch_here(const struct lockwatch *lw, uint32_t g)
{
    struct place p = { "", 0 };
    const struct g *gp = g_find(lw->w, g);
    struct frames f;

    if (gp == NULL)
        return p;
    frames_begin(&f, gp);
    if (frames_next(&f)) {
        snprintf(p.file, sizeof p.file, "%.60s", say_chunk(&f.ar));
        p.line = f.ar.currentline;
    }
    return p;
}

void
lockwatch_note(struct lockwatch *lw, const struct lock_note *n)
{
    const struct lock_note *at = lw->notes.at;
    struct lock_note *more;
    int i;

    for (i = 0; i < lw->notes.n; i++) {
        if (at[i].kind == n->kind && at[i].lock == n->lock &&
            at[i].at.line == n->at.line && at[i].then.line == n->then.line)
            return;
    }
    more = i < NOTES_MAX ? list_add(&lw->notes, sizeof *more) : NULL;
    if (more != NULL)
        *more = *n;
}

/* --- listening --------------------------------------------------------------------- */

static void
on_op(struct lockwatch *lw, uint32_t g, uint32_t object, enum mixed_op op)
{
    const struct owner *o = lockheld_of(lw, g);
    struct place at;

    if (o == NULL || (o->held.n == 0 && o->taken.n == 0))
        return;
    at = lockwatch_here(lw, g);
    lockwatch_name(lw, object);
    mixed_note(lw, g, object, op, &at);
}

/* A Wait of a condition has unlocked the lock that belongs to it by then. */
static void
on_park(struct lockwatch *lw, const struct gopark_event *e)
{
    const struct g *gp = g_find(lw->w, e->g);

    if (e->value == WAIT_COND && gp != NULL && gp->object != NULL)
        on_op(lw, e->g, ((const struct obj *)gp->object)->id, MIXED_COND);
}

/* Wait leaves no event when there is nothing to wait for. */
static void
hear(void *ctx, struct world *w, const struct last_op *op)
{
    if (op->kind == EV_WG && op->form == OP_WAIT)
        on_op(ctx, op->g, op->object, MIXED_WAIT);
    (void)w;
}

static void
listen(void *ctx, struct world *w, const struct gopark_event *e)
{
    struct lockwatch *lw = ctx;

    (void)w;
    switch (e->kind) {
    case EV_LOCK:
        lockheld_lock(lw, e);
        break;
    case EV_UNLOCK:
        lockheld_unlock(lw, e);
        break;
    case EV_SEND:
        on_op(lw, e->g, e->object, MIXED_SEND);
        break;
    case EV_RECV:
        on_op(lw, e->g, e->object, MIXED_RECV);
        break;
    case EV_WG:
        if (lockclock_wg(lw, e))
            on_op(lw, e->g, e->object, MIXED_DONE);
        break;
    case EV_COND:
        on_op(lw, e->g, e->object, MIXED_SIGNAL);
        break;
    case EV_PARK:
        on_park(lw, e);
        break;
    case EV_READY:
        lockclock_ready(lw, e);
        break;
    case EV_GO:
        lockclock_go(lw, e);
        break;
    case EV_G_EXIT:
        lockheld_end(lw, e->g);
        break;
    default:
        break;
    }
}

struct lockwatch *
lockwatch_start(struct world *w)
{
    struct lockwatch *lw = calloc(1, sizeof *lw);

    if (lw == NULL)
        return NULL;
    lw->known = calloc(LOCKWATCH_GS, sizeof lw->known[0]);
    if (lw->known == NULL) {
        free(lw);
        return NULL;
    }
    lw->w = w;
    w->host.listen = listen;
    w->host.hear = hear;
    w->host.listen_ctx = lw;
    lw->op_wanted = w->host.op_wanted;
    w->host.op_wanted = true;
    return lw;
}

void
lockwatch_stop(struct lockwatch *lw)
{
    struct order *x = lw->orders.at;
    int i;

    lw->w->host.listen = NULL;
    lw->w->host.hear = NULL;
    lw->w->host.op_wanted = lw->op_wanted;
    for (i = 0; i < lw->orders.n; i++)
        free(x[i].seen);
    lockheld_fini(lw);
    free(lw->orders.at);
    free(lw->notes.at);
    free(lw->ops.at);
    free(lw->labels.at);
    free(lw->groups.at);
    free(lw->seen.at);
    free(lw->known);
    free(lw);
}
