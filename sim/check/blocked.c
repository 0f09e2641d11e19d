#include "check/blocked.h"

bool
blocked_is(const struct g *gp)
{
    if (gp->status != G_WAITING || (gp->flags & G_STALLED))
        return false;
    switch ((enum g_reason)gp->reason) {
    case WAIT_CHAN_RECV:
    case WAIT_CHAN_SEND:
    case WAIT_NIL_RECV:
    case WAIT_NIL_SEND:
    case WAIT_SELECT:
    case WAIT_SELECT_NONE:
    case WAIT_MUTEX:
    case WAIT_RW_RLOCK:
    case WAIT_RW_LOCK:
    case WAIT_WG:
    case WAIT_PAR:
    case WAIT_COND:
        return true;
    case WAIT_NONE:
    case WAIT_SLEEP:
    case WAIT_SEMA:
    case WAIT_IO:
    case WAIT_STALL:
        return false;
    }
    return false;
}

void
blocked_at(const struct g *gp, blocked_object_fn *each, void *ctx)
{
    int i;

    for (i = 0; i < gp->nsel; i++)
        each(ctx, &gp->sel[i].c->o);
    if (gp->wait.c != NULL)
        each(ctx, &gp->wait.c->o);
    else if (gp->nsel == 0 && gp->object != NULL)
        each(ctx, gp->object);
}

/* --- holders ----------------------------------------------------------------- */

struct count {
    int n;
};

static void
count_one(void *ctx, struct g *gp)
{
    (void)gp;
    ((struct count *)ctx)->n++;
}

/* How many hold o; *foreign: it has been unlocked by others. */
static int
holding(const struct obj *o, bool *foreign)
{
    const struct umutex *mu = (const void *)o;
    const struct rwmutex *rw = (const void *)o;

    *foreign = false;
    if (obj_is(o, OBJ_MUTEX)) {
        *foreign = mu->m.foreign;
        return mu->m.locked;
    }
    if (obj_is(o, OBJ_ONCE))
        return ((const struct once *)(const void *)o)->m.locked;
    if (!obj_is(o, OBJ_RWMUTEX))
        return 0;
    *foreign = rw->w.foreign || rw->foreign;
    return rw->held ? 1 : rw->readers - (int)rw->readq.n;
}

bool
blocked_owned(const struct world *w, const struct obj *o)
{
    struct count known = { 0 };
    bool foreign;
    int n = holding(o, &foreign);

    if (n == 0 || foreign)
        return false;
    blocked_holders(w, o, count_one, &known);
    return known.n == n;
}

static void
holder(const struct world *w, uint32_t id, blocked_g_fn *each, void *ctx)
{
    struct g *gp = id != 0 ? g_find(w, id) : NULL;

    if (gp != NULL)
        each(ctx, gp);
}

void
blocked_holders(const struct world *w, const struct obj *o, blocked_g_fn *each,
                void *ctx)
{
    const struct umutex *mu = (const void *)o;
    const struct rwmutex *rw = (const void *)o;
    const struct once *on = (const void *)o;
    int i;

    if (obj_is(o, OBJ_MUTEX) && mu->m.locked)
        holder(w, mu->m.owner, each, ctx);
    if (obj_is(o, OBJ_ONCE) && on->m.locked)
        holder(w, on->m.owner, each, ctx);
    if (!obj_is(o, OBJ_RWMUTEX))
        return;
    if (rw->held) {
        holder(w, rw->owner, each, ctx);
        return;
    }
    for (i = 0; i < RW_KNOWN; i++)
        holder(w, rw->reader[i], each, ctx);
}

struct search {
    const struct g *who;
    bool found;
};

static void
compare(void *ctx, struct g *gp)
{
    struct search *s = ctx;

    s->found |= gp == s->who;
}

bool
blocked_holds(const struct world *w, const struct obj *o, const struct g *gp)
{
    struct search s = { gp, false };

    blocked_holders(w, o, compare, &s);
    return s.found;
}

void
blocked_behind(const struct world *w, const struct g *gp, const struct obj *o,
               blocked_g_fn *each, void *ctx)
{
    const struct rwmutex *rw = (const void *)o;

    if (obj_is(o, OBJ_RWMUTEX) && (gp->reason == WAIT_MUTEX ||
                                   (gp->reason == WAIT_RW_RLOCK && !rw->held)))
        holder(w, rw->w.owner, each, ctx);
    else
        blocked_holders(w, o, each, ctx);
}

/* --- waiters ----------------------------------------------------------------- */

static void
sudogs(const struct waitq *q, blocked_g_fn *each, void *ctx)
{
    const struct sudog *sg;

    for (sg = q->first; sg != NULL; sg = sg->next)
        each(ctx, sg->g);
}

static void
queued(const struct gqueue *q, blocked_g_fn *each, void *ctx)
{
    struct g *gp;

    for (gp = q->head; gp != NULL; gp = gp->link)
        each(ctx, gp);
}

void
blocked_by_readers(struct rwmutex *rw, blocked_g_fn *each, void *ctx)
{
    queued(&rw->writeq, each, ctx);
}

void
blocked_by_writer(struct rwmutex *rw, blocked_g_fn *each, void *ctx)
{
    queued(&rw->readq, each, ctx);
    queued(&rw->w.q, each, ctx);
}

void
blocked_by(struct obj *o, blocked_g_fn *each, void *ctx)
{
    void *p = o;

    switch (obj_kind(o)) {
    case OBJ_CHAN:
        sudogs(&((const struct hchan *)p)->recvq, each, ctx);
        sudogs(&((const struct hchan *)p)->sendq, each, ctx);
        break;
    case OBJ_MUTEX:
        queued(&((const struct umutex *)p)->m.q, each, ctx);
        break;
    case OBJ_RWMUTEX:
        blocked_by_readers(p, each, ctx);
        blocked_by_writer(p, each, ctx);
        break;
    case OBJ_WG:
        queued(&((const struct waitgroup *)p)->q, each, ctx);
        break;
    case OBJ_COND:
        queued(&((const struct cond *)p)->q, each, ctx);
        break;
    case OBJ_ONCE:
        queued(&((const struct once *)p)->m.q, each, ctx);
        break;
    case OBJ_SEMA:
    case OBJ_TIMER:
    case OBJ_ATOMIC:
    case OBJ_CELLS:
    case OBJ_POOL:
    case OBJ_MAP:
        break;
    }
}
