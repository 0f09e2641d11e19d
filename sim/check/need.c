/*
 * need.c - the operations, one by one: when they can be done and what they
 * touch (MODEL-5).
 *
 * The table below is the whole of what a search assumes. Two transitions are
 * swapped only if neither touches what the other writes; so an entry that
 * claims too much costs time, and one that claims too little loses schedules.
 * That is why select claims every channel it looks at, and a lock is written
 * even by who only tries it.
 */
#include "check/need.h"

#include "lua/cells.h"
#include "lua/chanlib.h"

/* --- footprints --------------------------------------------------------- */

struct touch
need_begin(const struct offers *of)
{
    return (struct touch){ .at = (uint32_t)of->print.n };
}

static uint64_t
print_bit(uint64_t what)
{
    what *= UINT64_C(0x9e3779b97f4a7c15);
    return UINT64_C(1) << (what >> 58);
}

void
need_touch(struct offers *of, struct touch *t, uint32_t object, uint32_t cell,
           bool written)
{
    uint64_t what = (uint64_t)object << 32 | (uint64_t)cell << 1;

    if (object == 0)
        return; /* nil channels */
    if (!vec_room(&of->print, 1)) {
        of->no_memory = true;
        return;
    }
    of->print.at[of->print.n++] = what | written;
    t->n++;
    t->sig |= print_bit(what);
}

bool
touch_conflict_slow(const struct offers *of, const struct touch *a,
                    const struct touch *b)
{
    const uint64_t *p = of->print.at + a->at, *q = of->print.at + b->at;

    for (int i = 0; i < a->n; i++)
        for (int k = 0; k < b->n; k++)
            if ((p[i] ^ q[k]) <= 1 && ((p[i] | q[k]) & 1))
                return true;
    return false;
}

/* --- when ---------------------------------------------------------------- */

static bool
mutex_free(const struct g *gp)
{
    const struct obj *o = gp->object;
    const void *p = o;

    if (obj_is(o, OBJ_RWMUTEX)) /* announces itself: no other writer */
        return !((const struct rwmutex *)p)->pending &&
               !((const struct rwmutex *)p)->w.locked;
    return !((const struct umutex *)p)->m.locked;
}

static bool
no_writer(const struct g *gp)
{
    return !((const struct rwmutex *)gp->object)->pending;
}

static bool
readers_gone(const struct g *gp)
{
    return ((const struct rwmutex *)gp->object)->readers == 0;
}

static bool
not_running(const struct g *gp)
{
    return ((const struct once *)gp->object)->state != ONCE_RUNS;
}

static bool
count_zero(const struct g *gp)
{
    return ((const struct waitgroup *)gp->object)->count == 0;
}

/* --- the table ------------------------------------------------------------ */

/* touches: how the object is touched, R or W, and the clock. */
enum { NONE, R, W };

struct row {
    uint8_t known; /* there is such an operation */
    uint8_t object, clock;
    bool (*ready)(const struct g *gp); /* NULL: always */
};

static const struct row row[EV_NKIND][OP_NFORM] = {
    [EV_GO] = {
        [OP_PLAIN] = { 1, W, NONE, NULL }, /* wg:Go counts up */
        [OP_PAR] = { 1, NONE, NONE, NULL },
        [OP_JOIN] = { 1, NONE, NONE, NULL },
    },
    [EV_G_EXIT] = {
        [OP_PLAIN] = { 1, NONE, NONE, NULL },
        [OP_END] = { 1, NONE, NONE, NULL }, /* touches everything */
    },
    [EV_YIELD] = { [OP_PLAIN] = { 1, NONE, NONE, NULL } },
    [EV_CLOSE] = { [OP_PLAIN] = { 1, W, NONE, NULL } },
    [EV_LOCK] = {
        [OP_PLAIN] = { 1, W, NONE, mutex_free },
        [OP_TRY] = { 1, W, NONE, NULL },
        [OP_READ] = { 1, R, NONE, no_writer },
        [OP_ACQUIRE] = { 1, W, NONE, readers_gone },
        [OP_ENTER] = { 1, W, NONE, not_running },
    },
    [EV_UNLOCK] = {
        [OP_PLAIN] = { 1, W, NONE, NULL },
        [OP_READ] = { 1, R, NONE, NULL },
        [OP_LEAVE] = { 1, W, NONE, NULL },
    },
    [EV_WG] = {
        [OP_PLAIN] = { 1, W, NONE, NULL },
        [OP_WAIT] = { 1, R, NONE, count_zero },
    },
    [EV_COND] = {
        [OP_PLAIN] = { 1, W, NONE, NULL }, /* Signal, Broadcast */
        [OP_WAIT] = { 1, W, NONE, NULL },  /* queues up, and unlocks L */
    },
    [EV_ATOMIC] = {
        [OP_PLAIN] = { 1, W, NONE, NULL },
        [OP_READ] = { 1, R, NONE, NULL },
    },
    [EV_CELL_READ] = { [OP_PLAIN] = { 1, R, NONE, NULL } },
    [EV_CELL_WRITE] = {
        [OP_PLAIN] = { 1, W, NONE, NULL },
        [OP_INSERT] = { 1, W, NONE, NULL }, /* and the shape */
    },
    /* Deadlines are counted from now, so a timer that is set before another
     * fires is not the same as one set after. */
    [EV_SLEEP] = { [OP_PLAIN] = { 1, NONE, R, NULL } },
    [EV_SYSCALL] = { [OP_PLAIN] = { 1, NONE, R, NULL } },
    [EV_TIMER] = {
        [OP_PLAIN] = { 1, NONE, R, NULL },
        [OP_HALT] = { 1, NONE, W, NULL },
    },
    [EV_PRINT] = { [OP_PLAIN] = { 1, NONE, NONE, NULL } },
    [EV_OTHER] = {
        [OP_PLAIN] = { 1, R, NONE, NULL }, /* len of a channel */
        [OP_LOOK] = { 1, R, NONE, NULL },
        [OP_TOUCH] = { 1, W, NONE, NULL },
        [OP_CLOCK] = { 1, NONE, R, NULL },
        [OP_INPUT] = { 1, NONE, NONE, NULL },
        [OP_CHOOSE] = { 1, NONE, NONE, NULL },
    },
};

/* How an object is touched, some day, by who is parked at it. */
static const uint8_t parked[WAIT_NREASON] = {
    [WAIT_CHAN_RECV] = W, [WAIT_CHAN_SEND] = W, [WAIT_MUTEX] = W,
    [WAIT_RW_RLOCK] = R,  [WAIT_RW_LOCK] = W,   [WAIT_WG] = R,
    [WAIT_COND] = W,
};

/* --- channels ------------------------------------------------------------- */

static bool
timer_due(const struct world *w, const struct hchan *c)
{
    const struct timer *t = c->timer;

    return t != NULL && t->pos == 0 && t->when > 0 && t->when <= w->sched->now;
}

bool
need_case_ready(const struct world *w, const struct need_case *nc)
{
    const struct hchan *c = nc->c;

    if (c->closed)
        return true;
    if (nc->sends)
        return c->recvq.first != NULL || c->count < c->cap;
    return c->count > 0 || c->sendq.first != NULL || timer_due(w, c);
}

static void
add_case(struct offers *of, struct scan *sc, struct need *n, struct hchan *c,
         bool sends, int no)
{
    if (c == NULL || c->nil)
        return;
    if (!vec_room(&sc->kase, 1)) {
        of->no_memory = true;
        return;
    }
    sc->kase.at[sc->kase.n++] = (struct need_case){ c, sends, no };
    n->ncase++;
    need_touch(of, &n->touch, c->o.id, 0, true);
    if (c->timer != NULL)
        need_touch(of, &n->touch, TOUCH_CLOCK, 0, false);
}

/* The cases of the table that select was called with. */
static void
select_cases(struct offers *of, struct scan *sc, struct need *n)
{
    lua_State *L = n->gp->inner;
    int i, count = (int)lua_rawlen(L, 1);

    for (i = 1; i <= count; i++) {
        const struct scase_obj *o = select_case(L, i);

        if (o == NULL) {
            n->chan = false; /* raises an error when it is done */
            n->alone = true;
            return;
        }
        if (o->dflt)
            n->dflt = i;
        else
            add_case(of, sc, n, o->c, o->sends, i);
    }
}

static void
parked_cases(struct offers *of, struct need *n)
{
    const struct g *gp = n->gp;

    for (int i = 0; i < gp->nsel; i++)
        if (gp->sel[i].c != NULL)
            need_touch(of, &n->touch, gp->sel[i].c->o.id, 0, true);
}

/* --- needs ----------------------------------------------------------------- */

static void
touch_object(struct offers *of, struct need *n, int how)
{
    const struct obj *o = n->gp->object;

    if (how != NONE && o != NULL)
        need_touch(of, &n->touch, o->id,
                   obj_is(o, OBJ_CELLS) ? n->gp->part : 0, how == W);
}

static void
need_parked(struct offers *of, struct need *n)
{
    const struct g *gp = n->gp;
    const struct obj *also = gp->also;

    if (gp->flags & G_CRASHED)
        return;
    if (gp->reason == WAIT_SELECT)
        parked_cases(of, n);
    else if (gp->reason == WAIT_SLEEP)
        need_touch(of, &n->touch, TOUCH_CLOCK, 0, true);
    else
        touch_object(of, n, parked[gp->reason]);
    if (gp->reason == WAIT_COND && also != NULL)
        need_touch(of, &n->touch, also->id, 0, true);
}

/* What a few operations touch besides. */
static void
touch_more(struct offers *of, struct need *n)
{
    const struct g *gp = n->gp;
    const struct obj *o = gp->object, *also = gp->also;

    if (also != NULL) /* Cond.Wait: L, and then from L the cond */
        need_touch(of, &n->touch, also->id, 0, true);
    if (gp->form == OP_INSERT)
        need_touch(of, &n->touch, o->id, CELL_SHAPE, true);
    else if (gp->form == OP_INPUT)
        need_touch(of, &n->touch, TOUCH_INPUT, 0, true);
    else if (gp->form == OP_END)
        n->touch.all = true;
    else if (gp->op == EV_PRINT)
        need_touch(of, &n->touch, TOUCH_OUTPUT, 0, true);
    else if (gp->form == OP_CHOOSE)
        n->choices = (int)lua_tointeger(gp->inner, 1);
    if (o != NULL && obj_is(o, OBJ_MUTEX) && gp->form == OP_PLAIN) {
        n->lock = gp->op == EV_LOCK && also == NULL ? o->id : 0;
        n->unlock = gp->op == EV_UNLOCK && !mutex_free(gp) ? o->id : 0;
    }
}

static void
need_op(struct offers *of, struct need *n)
{
    const struct g *gp = n->gp;
    const struct row *r = &row[gp->op][gp->form];

    if (!r->known)
        return;
    touch_object(of, n, r->object);
    if (r->clock != NONE)
        need_touch(of, &n->touch, TOUCH_CLOCK, 0, r->clock == W);
    touch_more(of, n);
    n->alone = r->ready == NULL || r->ready(gp);
}

void
need_of(struct offers *of, struct scan *sc, struct world *w, struct g *gp,
        struct need *n)
{
    (void)w;
    *n = (struct need){ .gp = gp, .first = sc->kase.n };
    n->touch = need_begin(of);
    if (of->watched)
        need_touch(of, &n->touch, TOUCH_STATE, 0, true);
    if (gp->status != G_RUNNABLE) {
        need_parked(of, n);
        return;
    }
    n->chan = gp->op == EV_SEND || gp->op == EV_RECV || gp->op == EV_SELECT;
    if (gp->op == EV_SELECT)
        select_cases(of, sc, n);
    else if (n->chan)
        add_case(of, sc, n, gp->object, gp->op == EV_SEND, 0);
    else
        need_op(of, n);
}

/* --- reasons ---------------------------------------------------------------- */

static enum g_reason
chan_reason(const struct g *gp)
{
    const struct hchan *c = gp->object;

    if (gp->op == EV_SEND)
        return c->nil ? WAIT_NIL_SEND : WAIT_CHAN_SEND;
    return c->nil ? WAIT_NIL_RECV : WAIT_CHAN_RECV;
}

/* A select of one case is the plain operation (SEL-2). */
static enum g_reason
select_reason(const struct g *gp)
{
    lua_State *L = gp->inner;
    const struct scase_obj *o;
    lua_Integer n = (lua_Integer)lua_rawlen(L, 1);

    if (n != 1)
        return n == 0 ? WAIT_SELECT_NONE : WAIT_SELECT;
    o = select_case(L, 1);
    if (o == NULL || o->c == NULL || o->c->nil)
        return o != NULL && o->sends ? WAIT_NIL_SEND : WAIT_NIL_RECV;
    return o->sends ? WAIT_CHAN_SEND : WAIT_CHAN_RECV;
}

enum g_reason
offer_reason(const struct g *gp)
{
    if (gp->status != G_RUNNABLE)
        return (enum g_reason)gp->reason;
    switch (gp->op) {
    case EV_SEND:
    case EV_RECV:
        return chan_reason(gp);
    case EV_SELECT:
        return select_reason(gp);
    case EV_WG:
        return WAIT_WG;
    case EV_LOCK:
        if (obj_is(gp->object, OBJ_RWMUTEX))
            return gp->form == OP_READ ? WAIT_RW_RLOCK : WAIT_RW_LOCK;
        return gp->also != NULL ? WAIT_COND : WAIT_MUTEX;
    default:
        return WAIT_NONE;
    }
}
