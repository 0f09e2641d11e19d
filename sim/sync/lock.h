/*
 * lock.h - Mutex, RWMutex, WaitGroup, Cond and semaphores.
 *
 * Each operation answers what becomes of the caller. LOCK_PARKED and
 * LOCK_AGAIN: the caller must come back with the same operation's _again
 * function when its G runs next.
 */
#ifndef GOPARK_SYNC_LOCK_H
#define GOPARK_SYNC_LOCK_H

#include "sync/obj.h"

enum lock_act {
    LOCK_OK,      /* done; the caller goes on */
    LOCK_PARKED,  /* waits in the queue */
    LOCK_AGAIN,   /* spins: give way to others, then try again */
    LOCK_YIELD,   /* Unlock done, and hands over: goyield (SEM-3) */
    LOCK_FATAL,   /* sched.fatal is set; the program is over */
    LOCK_PANIC,   /* sched.fatal is Go's text of the panic */
};

/* internal/sync/mutex.go (MU-1..10). The state word is three flags and the
 * number of waiters, which is less than the queue by those already woken. */
struct mutex {
    bool locked, woken, starving;
    bool foreign;        /* has been unlocked by who had not locked it */
    uint32_t nwait;
    uint32_t owner;      /* for display: who locked it, 0 nobody */
    struct gqueue q;     /* parked, next to wake first */
};

struct umutex {          /* sync.Mutex */
    struct obj o;
    struct mutex m;
};

/* sync/rwmutex.go (RW-1..7). */
enum { RW_KNOWN = 6 };

struct rwmutex {
    struct obj o;
    struct mutex w;      /* among writers */
    int32_t readers;     /* holding or queued; readerCount */
    int32_t leaving;     /* readers the writer waits for; readerWait */
    bool pending;        /* a writer holds or waits: readerCount < 0 */
    bool held;           /* a writer holds it */
    bool foreign;        /* as in struct mutex, for read locks */
    uint32_t owner;
    uint32_t reader[RW_KNOWN]; /* some of those inside; 0 none */
    struct gqueue readq; /* readers behind the writer */
    struct gqueue writeq; /* the writer that waits for readers: 0 or 1 */
};

/* sync.Once: the lock is held while f runs. */
enum once_state { ONCE_NEW, ONCE_RUNS, ONCE_DONE };
struct once {
    struct obj o;
    enum once_state state;
    struct mutex m;
};

struct waitgroup {
    struct obj o;
    int64_t count;
    struct gqueue q;
};

/* Waiters in order of their tickets (CO-1, CO-2). */
struct cond {
    struct obj o;
    uint64_t ticket;     /* given last */
    uint64_t signalled;  /* tickets up to this one have been woken */
    struct gqueue q;     /* parked, in order of their tickets */
};

/* What is done when nobody else is in the way is at the end of this file, as
 * Go has it: the functions with slow in their names do the rest. */
enum lock_act mutex_lock_slow(struct world *w, struct obj *o,
                              struct mutex *m, struct g *gp);
enum lock_act mutex_again(struct world *w, struct obj *o, struct mutex *m,
                          struct g *gp);
enum lock_act mutex_unlock_slow(struct world *w, struct mutex *m);
bool mutex_try(struct world *w, struct obj *o, struct mutex *m,
               struct g *gp);

enum lock_act wg_add_slow(struct world *w, struct waitgroup *wg, int64_t n);
enum lock_act wg_wait_slow(struct world *w, struct waitgroup *wg,
                           struct g *gp);
/* The waiter is back: LOCK_PANIC if the group was reused meanwhile (WG-4). */
enum lock_act wg_woken(struct world *w, struct waitgroup *wg);

enum lock_act rw_rlock_slow(struct world *w, struct rwmutex *rw,
                            struct g *gp);
enum lock_act rw_runlock_slow(struct world *w, struct rwmutex *rw,
                              struct g *gp);
/* Lock: mutex_lock of rw->w, then announce; when woken from that, acquired. */
/* Announce a writer that will come back to rw_announce(). */
void rw_exclude(struct rwmutex *rw);
enum lock_act rw_announce(struct world *w, struct rwmutex *rw, struct g *gp);
void rw_acquired(struct rwmutex *rw, struct g *gp);
enum lock_act rw_unlock(struct world *w, struct rwmutex *rw, struct g *gp);
bool rw_try_rlock(struct world *w, struct rwmutex *rw);
bool rw_try_lock(struct world *w, struct rwmutex *rw, struct g *gp);

void cond_enter(struct world *w, struct cond *c, struct g *gp);
enum lock_act cond_wait(struct world *w, struct cond *c, struct g *gp);
void cond_signal(struct world *w, struct cond *c);
void cond_broadcast(struct world *w, struct cond *c);

/* What waits for a lock or a group waits at a semaphore, which costs more than
 * the queue of a channel. */
static inline void
sema_park(struct world *w, struct g *gp, enum g_reason why, void *object)
{
    sched_cost(w, COST_SEMA);
    g_park(w, gp, why, object);
}

static inline void
sema_wake(struct world *w, struct g *gp)
{
    sched_cost(w, COST_SEMA);
    g_ready(w, gp);
}

/* Insert at the head of a queue. */
void gq_push_head(struct gqueue *q, struct g *gp);

/* --- nobody is in the way ----------------------------------------------- */

static inline enum lock_act
mutex_lock(struct world *w, struct obj *o, struct mutex *m, struct g *gp)
{
    sched_event(w, EV_LOCK, o->id, 0);
    if (UNLIKELY(m->locked || m->starving || m->woken || m->nwait != 0))
        return mutex_lock_slow(w, o, m, gp);
    cost_rmw(w, &o->line);
    m->locked = true;
    m->owner = gp->id;
    return LOCK_OK;
}

/* fatal: what to say if it is not locked. */
static inline enum lock_act
mutex_unlock(struct world *w, struct obj *o, struct mutex *m, struct g *gp,
             const char *fatal)
{
    cost_rmw(w, &o->line);
    if (UNLIKELY(!m->locked)) {
        w->sched->fatal = fatal;
        return LOCK_FATAL;
    }
    sched_event(w, EV_UNLOCK, o->id, 0);
    m->locked = false;
    m->foreign |= m->owner != gp->id;
    m->owner = 0;
    if (UNLIKELY(m->starving || m->nwait > 0))
        return mutex_unlock_slow(w, m);
    return LOCK_OK;
}

/* n has been added to the counter. */
static inline void
wg_told(struct world *w, const struct waitgroup *wg, int64_t n)
{
    if (n < 0)
        sched_heard(w, HEARD_DONE, wg->o.id, 0);
    else if (n > 0 && wg->count == n)
        sched_heard(w, HEARD_ADD, wg->o.id, 0);
    sched_event(w, EV_WG, wg->o.id, wg->count);
}

static inline enum lock_act
wg_add(struct world *w, struct waitgroup *wg, int64_t n)
{
    int64_t count = (int64_t)((uint64_t)wg->count + (uint64_t)n);

    if (UNLIKELY(wg->q.n > 0 || count < 0 || count > INT32_MAX))
        return wg_add_slow(w, wg, n);
    cost_rmw(w, &wg->o.line);
    wg->count = count;
    if (UNLIKELY(event_wanted(w)))
        wg_told(w, wg, n);
    return LOCK_OK;
}

static inline enum lock_act
wg_wait(struct world *w, struct waitgroup *wg, struct g *gp)
{
    sched_heard(w, HEARD_WAIT, wg->o.id, wg->count);
    if (UNLIKELY(wg->count != 0))
        return wg_wait_slow(w, wg, gp);
    cost_rmw(w, &wg->o.line);
    return LOCK_OK;
}

static inline enum lock_act
rw_rlock(struct world *w, struct rwmutex *rw, struct g *gp)
{
    if (UNLIKELY(rw->pending || rw->reader[0] != 0))
        return rw_rlock_slow(w, rw, gp);
    cost_rmw(w, &rw->o.line);
    sched_event(w, EV_LOCK, rw->o.id, 1);
    rw->readers++;
    rw->reader[0] = gp->id;
    return LOCK_OK;
}

static inline enum lock_act
rw_runlock(struct world *w, struct rwmutex *rw, struct g *gp)
{
    if (UNLIKELY(rw->pending || rw->reader[0] != gp->id))
        return rw_runlock_slow(w, rw, gp);
    cost_rmw(w, &rw->o.line);
    sched_event(w, EV_UNLOCK, rw->o.id, 1);
    rw->readers--;
    rw->reader[0] = 0;
    return LOCK_OK;
}

#endif
