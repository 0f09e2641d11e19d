/*
 * offer.c - which transitions are enabled, in canonical order (MODEL-5..8).
 *
 * Nobody parks while a search drives: a sender and a receiver that could meet
 * at an unbuffered channel are one transition of the two. Goroutines that had
 * parked before the search began are served natively, first come first
 * served; they show as a channel or lock that is ready.
 */
#include "check/need.h"

#include <string.h>

#include "lua/chanlib.h"

enum { TICKS_MOST = 3 }; /* firings of a ticker (TIME-4) */

void
offer_init(struct offers *of)
{
    memset(of, 0, sizeof *of);
    of->scan = calloc(1, sizeof *of->scan);
    of->no_memory = of->scan == NULL;
}

void
offer_free(struct offers *of)
{
    vec_free(&of->trans);
    vec_free(&of->want);
    vec_free(&of->print);
    if (of->scan != NULL) {
        vec_free(&of->scan->need);
        vec_free(&of->scan->kase);
    }
    free(of->scan);
    of->scan = NULL;
}

/* --- appending ------------------------------------------------------------ */

static struct trans *
add(struct offers *of, enum trans_what what, const struct need *n, int kase)
{
    struct trans *t;

    if (!vec_room(&of->trans, 1)) {
        of->no_memory = true;
        return NULL;
    }
    t = &of->trans.at[of->trans.n++];
    memset(t, 0, sizeof *t);
    t->what = what;
    t->kase = kase;
    if (n == NULL) {
        gset_add(&t->who, GSET_CLOCK);
        return t;
    }
    t->g = n->gp->id;
    t->op = n->gp->acted;
    t->touch = n->touch;
    t->lock = n->lock;
    t->unlock = n->unlock;
    t->yields = n->gp->op == EV_YIELD;
    t->join = n->gp->op == EV_GO && n->gp->form == OP_JOIN;
    gset_add(&t->who, gset_bit(t->g));
    return t;
}

/* The footprint of both. */
static struct touch
both(struct offers *of, const struct touch *a, const struct touch *b)
{
    struct touch t = need_begin(of);
    size_t n = (size_t)a->n + b->n;

    if (n == 0)
        return t;
    if (!vec_room(&of->print, n)) {
        of->no_memory = true;
        return *a;
    }
    memcpy(of->print.at + of->print.n, of->print.at + a->at,
           a->n * sizeof *of->print.at);
    memcpy(of->print.at + of->print.n + a->n, of->print.at + b->at,
           b->n * sizeof *of->print.at);
    of->print.n += n;
    t.n = (uint16_t)n;
    t.sig = a->sig | b->sig;
    return t;
}

/* --- channels --------------------------------------------------------------- */

static const struct need_case *
case_at(const struct offers *of, const struct need *n, size_t i)
{
    return &of->scan->kase.at[n->first + i];
}

/* Can the two meet? Two selects with a default never do (MODEL-6). */
static bool
meet(const struct need *n, const struct need_case *a, const struct need *m,
     const struct need_case *b)
{
    return a->c == b->c && a->sends && !b->sends && a->c->cap == 0 &&
           !a->c->closed && n != m && (n->dflt == 0 || m->dflt == 0);
}

/* The joint transitions in which case a of n sends. */
static void
offer_joints(struct offers *of, const struct need *n,
             const struct need_case *a)
{
    for (size_t k = 0; k < of->scan->need.n; k++) {
        const struct need *m = &of->scan->need.at[k];

        for (size_t i = 0; m->chan && i < m->ncase; i++) {
            const struct need_case *b = case_at(of, m, i);
            struct trans *t;

            if (!meet(n, a, m, b))
                continue;
            t = add(of, TRANS_JOINT, n, a->no);
            if (t == NULL)
                return;
            t->peer = m->gp->id;
            t->peer_op = m->gp->acted;
            t->peer_kase = b->no;
            t->touch = both(of, &n->touch, &m->touch);
            gset_add(&t->who, gset_bit(t->peer));
        }
    }
}

/* Has a partner of n surely parked: was it there when the clock last moved? */
static bool
partner_parked(const struct offers *of, const struct world *w,
               const struct need *n)
{
    for (size_t k = 0; k < of->scan->need.n; k++) {
        const struct need *m = &of->scan->need.at[k];

        if (!m->chan || m->gp->since >= w->sched->now)
            continue;
        for (size_t i = 0; i < m->ncase * n->ncase; i++) {
            const struct need_case *a = case_at(of, n, i / m->ncase);
            const struct need_case *b = case_at(of, m, i % m->ncase);

            if (meet(n, a, m, b) || meet(m, b, n, a))
                return true;
        }
    }
    return false;
}

static void
offer_chan(struct offers *of, const struct world *w, const struct need *n)
{
    bool any = false;

    for (size_t i = 0; i < n->ncase; i++) {
        const struct need_case *nc = case_at(of, n, i);

        if (need_case_ready(w, nc)) {
            add(of, TRANS_OP, n, nc->no);
            any = true;
        } else if (nc->sends && nc->c->cap == 0) {
            offer_joints(of, n, nc);
        }
    }
    if (n->dflt != 0 && !any && !(of->maximal && partner_parked(of, w, n)))
        add(of, TRANS_OP, n, CASE_DEFAULT);
}

/* --- the clock ---------------------------------------------------------------- */

enum { FEW_CHOICES = 8 };

struct soonest {
    int64_t when;
    bool held;
};

static bool
counts(struct soonest *so, const struct timer *t)
{
    if (t->period > 0 && t->fired >= TICKS_MOST) {
        so->held = true;
        return false;
    }
    return true;
}

static void
consider(struct soonest *so, const struct timer *t)
{
    if (counts(so, t) && (so->when < 0 || t->when < so->when))
        so->when = t->when;
}

/* Is this the case of a timer channel that has still to fire? In a heap are
 * only those at which somebody is parked. */
static bool
waits_for_timer(const struct world *w, const struct need_case *nc)
{
    const struct timer *t = nc->c->timer;

    return t != NULL && !nc->sends && t->pos == 0 && nc->c->count == 0 &&
           t->when > w->sched->now;
}

static struct soonest
find_soonest(const struct offers *of, const struct world *w)
{
    const struct sched *s = w->sched;
    struct soonest so = { -1, false };

    for (int i = 0; i < s->nmade; i++)
        for (int k = 0; k < s->allp[i]->timers.n; k++)
            consider(&so, s->allp[i]->timers.at[k].t);
    for (size_t i = 0; i < of->scan->kase.n; i++)
        if (waits_for_timer(w, &of->scan->kase.at[i]))
            consider(&so, of->scan->kase.at[i].c->timer);
    return so;
}

/* The sleep of goroutine n, or a timer that n, if any, waits for. */
static void
offer_timer(struct offers *of, enum trans_what what, const struct need *n,
            const struct timer *t, uint32_t chan)
{
    struct trans *tr = add(of, what, n, CASE_NONE);
    struct touch moved;

    if (tr == NULL)
        return;
    moved = need_begin(of);
    need_touch(of, &moved, TOUCH_CLOCK, 0, true);
    need_touch(of, &moved, chan, 0, true);
    if (of->watched)
        need_touch(of, &moved, TOUCH_STATE, 0, true);
    /* What the waiter could have done instead it can no longer do first. */
    tr->touch = what == TRANS_FIRE ? both(of, &n->touch, &moved) : moved;
    if (what == TRANS_WAKE)
        return;
    gset_add(&tr->who, GSET_CLOCK);
    tr->peer = tr->g;
    tr->peer_op = tr->op;
    tr->g = 0;
    tr->op = what == TRANS_CALL ? (uint32_t)t->seq : 0;
}

static const struct need *
need_by_id(const struct offers *of, uint32_t g)
{
    for (size_t i = 0; i < of->scan->need.n; i++)
        if (of->scan->need.at[i].gp->id == g)
            return &of->scan->need.at[i];
    return NULL;
}

static void
offer_heap(struct offers *of, const struct world *w, int64_t when)
{
    const struct sched *s = w->sched;
    size_t first = of->trans.n;

    for (int i = 0; i < s->nmade; i++) {
        const struct timerheap *h = &s->allp[i]->timers;

        for (int k = 0; k < h->n; k++) {
            const struct timer *t = h->at[k].t;
            const struct need *n = t->g != 0 ? need_by_id(of, t->g) : NULL;

            if (n != NULL && n->gp->timer != t)
                n = NULL; /* it ends a delay that was injected */
            if (t->when == when && !(t->period > 0 && t->fired >= TICKS_MOST))
                offer_timer(of, n != NULL ? TRANS_WAKE : TRANS_CALL, n, t,
                            t->object);
        }
    }
    /* A heap's order is no one's: by goroutine, then by when they were set. */
    for (size_t i = first + 1; i < of->trans.n; i++)
        for (size_t k = i; k > first; k--) {
            struct trans *a = &of->trans.at[k - 1], *b = a + 1, c = *a;

            if (a->g < b->g || (a->g == b->g && a->op <= b->op))
                break;
            *a = *b;
            *b = c;
        }
}

static void
offer_fires(struct offers *of, const struct world *w, int64_t when)
{
    for (size_t i = 0; i < of->scan->need.n; i++) {
        const struct need *n = &of->scan->need.at[i];

        for (size_t k = 0; k < n->ncase; k++) {
            const struct need_case *nc = case_at(of, n, k);
            const struct timer *t = nc->c->timer;

            if (!waits_for_timer(w, nc) || t->when != when ||
                (t->period > 0 && t->fired >= TICKS_MOST))
                continue;
            offer_timer(of, TRANS_FIRE, n, t, nc->c->o.id);
            of->trans.at[of->trans.n - 1].peer_kase = nc->no;
        }
    }
}

/* The earliest of the armed timers may fire: at any time (TIME-1), or once
 * nothing else can happen (TIME-2). */
static bool
offer_clock(struct offers *of, const struct world *w, bool others)
{
    struct soonest so = find_soonest(of, w);

    if (so.when >= 0 && !(of->maximal && others)) {
        offer_heap(of, w, so.when);
        offer_fires(of, w, so.when);
    }
    return so.held;
}

/* --- scanning -------------------------------------------------------------------- */

static void
offer_need(struct offers *of, const struct world *w, const struct need *n)
{
    if (n->gp->status != G_RUNNABLE)
        return;
    if (n->chan)
        offer_chan(of, w, n);
    else if (n->alone && n->choices >= 1 && n->choices <= FEW_CHOICES)
        for (int i = 1; i <= n->choices; i++)
            add(of, TRANS_OP, n, i);
    else if (n->alone)
        add(of, TRANS_OP, n, CASE_NONE);
}

static void
add_want(struct offers *of, const struct touch *touch, const struct gset *who,
         uint32_t lock)
{
    if (!vec_room(&of->want, 1)) {
        of->no_memory = true;
        return;
    }
    of->want.at[of->want.n++] = (struct want){ *touch, *who, lock };
}

/* What could race (DPOR-1, RACES 1): also what is not enabled now. */
static void
list_wants(struct offers *of, size_t first)
{
    for (size_t i = 0; i < of->scan->need.n; i++) {
        const struct need *n = &of->scan->need.at[i];
        struct gset who = { { 0 } };

        gset_add(&who, gset_bit(n->gp->id));
        add_want(of, &n->touch, &who, n->lock);
    }
    for (size_t i = first; i < of->trans.n; i++) {
        const struct trans *t = &of->trans.at[i];

        if (t->what != TRANS_OP && t->what != TRANS_WAKE)
            add_want(of, &t->touch, &t->who, 0);
    }
}

static void
collect(struct offers *of, struct world *w, struct offer_state *st)
{
    struct scan *sc = of->scan;
    struct g *gp;

    sc->need.n = sc->kase.n = 0;
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        if (!vec_room(&sc->need, 1)) {
            of->no_memory = true;
            return;
        }
        if (gp->status == G_RUNNABLE && gp->op == EV_COMPUTE)
            st->spins = gp->id;
        need_of(of, sc, w, gp, &sc->need.at[sc->need.n++]);
    }
}

struct offer_state
offer_scan(struct offers *of, struct world *w, bool wants)
{
    struct offer_state st = { 0 };
    size_t first = of->trans.n;

    if (of->no_memory)
        return st;
    collect(of, w, &st);
    if (w->end.how == END_NOT) {
        for (size_t i = 0; i < of->scan->need.n; i++)
            offer_need(of, w, &of->scan->need.at[i]);
        st.held = offer_clock(of, w, of->trans.n > first);
    } else if (wants) {
        offer_clock(of, w, false); /* timers could have come before the end */
    }
    if (wants)
        list_wants(of, first);
    return st;
}
