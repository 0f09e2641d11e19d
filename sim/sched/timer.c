/*
 * timer.c - timers in a 4-ary heap for each P (TM-1).
 *
 * A timer fires inside the scheduler of some M: of the P that holds it, or of
 * a thief (TM-2). Ties fall in the order in which the timers were armed.
 */
#include "sched/sched.h"

#include <assert.h>

static bool
before(struct timerslot a, struct timerslot b)
{
    return a.when != b.when ? a.when < b.when : a.t->seq < b.t->seq;
}

static void
put(struct timerheap *h, int i, struct timerslot e)
{
    h->at[i] = e;
    if (e.noted)
        e.t->pos = i + 1;
}

static void
sift_up(struct timerheap *h, int i, struct timerslot e)
{
    while (i > 0 && before(e, h->at[(i - 1) / 4])) {
        put(h, i, h->at[(i - 1) / 4]);
        i = (i - 1) / 4;
    }
    put(h, i, e);
}

static int
least_child(const struct timerheap *h, int i)
{
    int c = 4 * i + 1, end = c + 4 < h->n ? c + 4 : h->n, least = c;

    while (++c < end) {
        if (before(h->at[c], h->at[least]))
            least = c;
    }
    return least;
}

/* Of many sleepers each is out of the processor's caches by its turn, and what
 * it needs hangs on a chain of addresses. Its timer rises to the top step by
 * step: with each of the last steps the next link is fetched. */
static void
foresee(const struct sched *s, const struct timer *t, int i)
{
    if (i >= 85)
        __builtin_prefetch(t);
    else if (t->sleeps && s->ops->foresee != NULL)
        s->ops->foresee(t->arg, i >= 21 ? 0 : i >= 5 ? 1 : i >= 1 ? 2 : 3);
}

enum { MANY = 1024, FORESEEN = 341 /* places from which it is less than five
                                      steps to the top */ };

static void
sift_down(const struct sched *s, struct timerheap *h, int i,
          struct timerslot e)
{
    bool many = h->n > MANY;

    while (4 * i + 1 < h->n) {
        int c = least_child(h, i);

        if (!before(h->at[c], e))
            break;
        put(h, i, h->at[c]);
        if (many && i < FORESEEN)
            foresee(s, h->at[i].t, i);
        i = c;
    }
    put(h, i, e);
}

static bool
grow(struct world *w, struct timerheap *h)
{
    int cap = h->cap == 0 ? 16 : 2 * h->cap;
    struct timerslot *at = heap_realloc(w, h->at, sizeof *at * (size_t)h->cap,
                                     sizeof *at * (size_t)cap);

    if (at == NULL)
        return false;
    h->at = at;
    h->cap = cap;
    return true;
}

static bool
insert(struct world *w, struct p *pp, struct timer *t)
{
    struct timerheap *h = &pp->timers;

    if (h->n == h->cap && !grow(w, h))
        return false;
    t->p = pp;
    t->pos = -1;
    sift_up(h, h->n++, (struct timerslot){ t->when, t, !t->sleeps });
    return true;
}

/* Take out what is at place i. */
static struct timer *
take(const struct sched *s, struct timerheap *h, int i)
{
    struct timer *t = h->at[i].t;
    struct timerslot last = h->at[--h->n];

    t->pos = 0;
    if (last.t == t)
        return t;
    if (i > 0 && before(last, h->at[(i - 1) / 4]))
        sift_up(h, i, last);
    else
        sift_down(s, h, i, last);
    return t;
}

static int
place_of(const struct timerheap *h, const struct timer *t)
{
    int i = t->pos - 1;

    if (t->pos < 0)
        for (i = 0; h->at[i].t != t; i++)
            ;
    return i;
}

/* Put t into the heap of the P that arms it. */
bool
timer_arm(struct world *w, struct timer *t, int64_t when)
{
    struct sched *s = w->sched;
    struct p *pp = s->cur != NULL ? s->cur->p : NULL;

    assert(t->pos == 0);
    if (pp == NULL)
        pp = s->allp[0];
    t->when = when;
    t->seq = ++s->timerseq;
    if (!insert(w, pp, t))
        return false;
    if (s->npidle > 0)
        drive_close_gate(s); /* an idle P may have to wake earlier (TM-7) */
    return true;
}

bool
timer_disarm(struct world *w, struct timer *t)
{
    if (t->pos == 0)
        return false;
    take(w->sched, &t->p->timers, place_of(&t->p->timers, t));
    return true;
}

int64_t
timer_again(const struct timer *t, int64_t now)
{
    int64_t on = t->period * (1 + (now - t->when) / t->period);

    return on > INT64_MAX - t->when ? INT64_MAX : t->when + on;
}

static void
rearm(struct world *w, struct timer *t, int64_t now)
{
    struct p *pp = t->p;

    t->when = timer_again(t, now);
    t->seq = ++w->sched->timerseq;
    if (!insert(w, pp, t))
        sched_end(w, END_MEMORY, 4);
}

bool
timer_run_slow(struct world *w, struct p *pp, int64_t now)
{
    struct timerheap *h = &pp->timers;
    bool any = false;

    while (h->n > 0 && h->at[0].when <= now) {
        struct timer *t = take(w->sched, h, 0);

        if (h->n > 0)
            __builtin_prefetch(h->at[0].t);
        w->sched->n.timers++;
        sched_event(w, EV_TIMER, t->object, t->g);
        if (t->period > 0)
            rearm(w, t, now);
        t->fire(w, t);
        any = true;
    }
    return any;
}

int64_t
timer_next(const struct sched *s)
{
    int64_t next = -1;
    int i;

    for (i = 0; i < s->nmade; i++) {
        const struct timerheap *h = &s->allp[i]->timers;

        if (h->n > 0 && (next < 0 || h->at[0].when < next))
            next = h->at[0].when;
    }
    return next;
}

/* The timers of a P that goes away move to another (GS-23). */
void
timer_move_all(struct world *w, struct p *from, struct p *to)
{
    while (from->timers.n > 0) {
        struct timer *t = take(w->sched, &from->timers, 0);

        if (!insert(w, to, t))
            sched_end(w, END_MEMORY, 4);
    }
}
