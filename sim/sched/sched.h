/*
 * sched.h - goroutines, processors, machine threads, and who runs when.
 *
 * The scheduler is Go's (go-semantics.md, rules SCH-n), played by one host
 * thread as a discrete-event simulation: each M has a clock in virtual ns,
 * and the M whose clock is least acts next. It knows nothing of Lua: a G is
 * a task that task_ops resumes and that says, when it comes back, why.
 *
 * Reading order: sched.c (schedule, park, ready), find.c, runq.c, mp.c, drive.c
 * (the clocks), sysmon.c, timer.c, g.c.
 */
#ifndef GOPARK_SCHED_SCHED_H
#define GOPARK_SCHED_SCHED_H

#include <assert.h>

#include "world/world.h"

struct g;
struct m;
struct p;
struct hchan;
struct obj;
struct timer;

/* Where a goroutine was started or an object made. Interned, never freed. */
struct site {
    struct site *next;
    const void *key;   /* what the Lua layer recognises the place by */
    int line;
    char *file;        /* as traces show it */
    char *func;        /* the function that contains the place */
    char *held;        /* the variable that held the function started; or "" */
};

/*
 * A G parked on a channel: one entry of one wait queue. A plain operation
 * uses the one inside its G, a select one for each case.
 */
struct sudog {
    struct g *g;
    struct sudog *next, *prev; /* in the wait queue, oldest first */
    struct hchan *c;           /* NULL: on no queue */
    int32_t elem;              /* where on its stack the value lies */
    uint16_t case_no;          /* position in its select; 0 a plain op */
    bool sends;                /* which of the queues of c */
};

/* What more is to be known of a pending operation than its kind (MODEL-5). */
enum op_form {
    OP_PLAIN,
    OP_TRY,     /* TryLock, TryRLock */
    OP_READ,    /* RLock, RUnlock; Load of an atomic */
    OP_ACQUIRE, /* RWMutex.Lock, already announced: the readers must leave */
    OP_WAIT,    /* WaitGroup.Wait, Cond.Wait */
    OP_ENTER,   /* Once.Do, before f */
    OP_LEAVE,   /* and after it */
    OP_HALT,    /* Stop or Reset of a timer */
    OP_CLOCK,   /* reads the clock */
    OP_INPUT,   /* reads the program's input */
    OP_CHOOSE,  /* check.choose */
    OP_INSERT,  /* writes a cell that is absent, or makes it so */
    OP_LOOK,    /* Lua code of gopark's own reads what the object guards */
    OP_TOUCH,   /* and changes it */
    OP_PAR,     /* check.par */
    OP_JOIN,    /* its end */
    OP_END,     /* ends the program */
};
enum { OP_NFORM = OP_END + 1 };

/* Why a task came back from resume. */
enum g_yield {
    YIELD_DEFER,   /* not its turn: another M is earlier, or a stop */
    YIELD_PARK,    /* its status is WAITING, set by g_park() */
    YIELD_GOSCHED, /* runtime.Gosched: to the global queue */
    YIELD_PREEMPT, /* told to by sysmon: to the global queue */
    YIELD_GOYIELD, /* hands over to runnext: to its local queue's tail */
    YIELD_SYSCALL, /* m->clock is when it returns */
    YIELD_EXIT,    /* it has ended */
    YIELD_END,     /* the whole program has; w->end says how */
};

/*
 * Invariants:
 * G1  WAITING if and only if reason is not WAIT_NONE.
 * G2  RUNNING or SYSCALL if and only if m is set, and then m->curg is this G.
 * G3  RUNNABLE: on exactly one run queue, or a P's runnext (not if it is
 *     stalled: then on none; and not while the
 *     explorer drives: then it stands before an operation, or is on the
 *     global queue because it has to run on to its next one).
 */
struct g {
    /* Stay with the structure: */
    struct g *link;      /* next on a run queue or the free list */
    struct g *next, *prev; /* all living Gs, by number */
    int32_t slot;        /* where the Lua layer keeps its function until it
                            has a task */
    uint16_t selcap;     /* entries of sel */
    uint16_t fired;      /* case of its select that fired */
    struct sudog *sel;   /* for selects: nsel in use */
    struct sudog wait;   /* for plain operations */
    int64_t lock_since;  /* when it first queued for the lock; 0 not yet */
    struct timer *timer; /* what wakes it from a sleep */
    /* Begin anew with each goroutine: */
    struct m *m;         /* RUNNING, SYSCALL */
    void *task;          /* the Lua thread; NULL before it first runs */
    void *inner;         /* the nested coroutine that operates; or task */
    void *object;        /* what the pending operation or the wait is on */
    void *also;          /* a second object: Cond.Wait's L, then its cond */
    const struct site *made; /* its go statement */
    int64_t cpu;         /* ns on an M, without the present stretch */
    uint64_t instructions; /* see count_total() */
    int64_t since;       /* ns: start of the present status */
    uint64_t since_step; /* actions done by then */
    uint32_t id;
    uint8_t status;      /* enum g_status; written by g_set_status only */
    uint8_t reason;      /* enum g_reason */
    uint8_t op;          /* pending operation: enum gopark_event_kind */
    uint8_t flags;       /* G_LOCKED ... */
    uint8_t spins;       /* rounds it has spun for a lock */
    uint8_t form;        /* of the pending operation: enum op_form */
    bool fault;          /* an input has something for it to do first */
    bool due;            /* has instructions to count before it goes on */
    bool success;        /* woken by a partner, not by close */
    bool exits;          /* has called runtime.Goexit */
    uint16_t nret;       /* values on inner's stack to resume with */
    uint16_t nsel;
    uint32_t creator;    /* goroutine number, 0 nobody */
    uint32_t part;       /* of object: which cell */
    uint32_t acted;      /* transitions it has taken part in (explorer) */
    uint32_t ops;        /* actions since its instructions were last charged */
};

enum {
    G_LOCKED = 1,    /* LockOSThread */
    G_HIDDEN = 2,    /* gopark's own: not counted, not shown */
    G_STALLED = 4,   /* held back by an input: never on a run queue */
    G_LEAKED = 8,    /* found leaked */
    G_HANDED = 16,   /* a semaphore token was given directly */
    G_AWOKE = 32,    /* woken by Unlock, and competes for the lock */
    G_STARVING = 64, /* has waited more than 1 ms for it */
    G_CRASHED = 128, /* failed while the explorer goes on with the others */
};

enum { RUNQ_SIZE = 256 };
enum { SCHED_QUANTUM = 10 * 1000 * 1000 }; /* forcePreemptNS (SCH-62) */

struct timerslot {
    int64_t when; /* that of t, so that comparing seldom looks at timers */
    struct timer *t;
    uint64_t noted; /* t's place is kept in t->pos; as wide as the others, for
                       a gap would hold what the C stack held, and equal worlds
                       would differ */
};

struct timerheap {
    struct timerslot *at; /* a 4-ary heap by when, then seq */
    int n, cap;
};

struct p {
    int id;
    enum p_status status;
    struct m *m;           /* RUNNING, SYSCALL */
    struct g *runnext;     /* ready and next; inherits the time slice */
    uint32_t head, tail;   /* of runq, counting on */
    struct g *runq[RUNQ_SIZE];
    uint64_t schedtick;    /* slices begun */
    uint64_t syscalltick;
    struct timerheap timers;
    struct p *idle_next;
    bool preempt;          /* its G is asked to yield */
    struct {               /* what sysmon saw when it last looked */
        uint64_t schedtick, syscalltick;
        int64_t schedwhen, syscallwhen;
    } seen;
};

struct m {
    int id;
    enum m_status status;
    struct p *p;           /* NULL: none */
    struct p *oldp;        /* in a system call: the one it came with */
    struct g *curg;
    struct g *lockedg;     /* LockOSThread */
    int64_t clock;         /* virtual ns */
    int64_t sysdur;        /* ns that the system call about to begin takes */
    int heap;              /* place in sched.agent, -1 not active */
    struct m *idle_next;
    struct p *pause_p;     /* waits 3 us before it takes pause_g, */
    struct g *pause_g;     /* the runnext of pause_p (SCH-27) */
    int looks_at;          /* the P it steals from, -1 */
};

/* What fires when virtual time comes. Zeroed when made. */
struct timer {
    int64_t when, period;  /* ns; period 0 once */
    uint64_t seq;          /* armed in this order; breaks ties */
    int pos;               /* place in its heap + 1, 0 in none, -1 not noted */
    bool sleeps;           /* nearly always left to fire: in a large heap its
                              place is not worth to be noted at each move */
    uint32_t fired;        /* times an explorer let it (TIME-4) */
    struct p *p;           /* whose heap */
    /* On the M that found it due, at its clock. */
    void (*fire)(struct world *w, struct timer *t);
    void *arg;
    uint32_t g, object;    /* for display: whom it wakes, what it feeds */
    const char *what;
};

struct task_ops {
    /* Run gp from where it stopped until it comes back. */
    enum g_yield (*resume)(struct world *w, struct g *gp);
    /* gp has ended: its task is free for another goroutine. */
    void (*ended)(struct world *w, struct g *gp);
    /* gp runs soon: fetch what it needs into the processor's caches, from
     * the first link of a chain of addresses (link 0) to the last. NULL: no
     * need. */
    void (*foresee)(const struct g *gp, int link);
};
enum { FORESEE_LINKS = 4 };

struct gqueue {
    struct g *head, *tail;
    uint32_t n;
};

/* Why a turn was cut in two. */
enum sched_cut {
    CUT_PROBE, /* somebody looks closer than a step */
    CUT_GRANT, /* a stop came before the action that was granted */
    CUT_COUNT, /* a stop came as the count hook asked to go on */
    CUT_DUE,   /* and as it was to count; see g.due */
};

enum sched_policy { POLICY_GO, POLICY_RANDOM, POLICY_EXPLORE };

struct sched {
    const struct task_ops *ops;
    /* the fast path reads these, and little else */
    struct m *cur;         /* the M that acts */
    int64_t gate;          /* cur acts freely while its clock is below */
    bool granted;          /* cur's next action is allowed whatever the gate */
    enum g_yield yield;    /* what the task that comes back wants */
    struct m *paused;      /* came back in the middle of its turn: acts next */
    enum sched_cut paused_why;
    bool paused_granted;   /* granted, and */
    int64_t paused_gate;   /* gate, when that happened */

    int nproc;
    struct p *allp[256];   /* nmade of them are made */
    int nmade;
    struct m **allm;
    int nm, mcap;
    struct m **agent;      /* Ms that will act: a heap by clock */
    int nagent, agentcap;
    struct m *midle;       /* LIFO */
    struct p *pidle;       /* LIFO (GS-22) */
    int npidle, nmspinning;
    bool needspinning;
    struct gqueue globq;
    struct g *gfree;       /* dead Gs, LIFO */
    struct g *first, *last; /* living Gs by number */
    uint32_t ngs;          /* goroutines ever made */
    uint32_t live;         /* alive now, hidden ones not counted */
    uint32_t hidden;
    uint64_t timerseq;
    int64_t now;           /* the latest clock that acted */
    int64_t max_time;      /* 0 none */
    uint64_t max_steps;    /* 0 none */
    uint32_t max_gs;
    int64_t quantum;       /* ns a G may run before it is asked to yield */
    bool flat;             /* what costs something costs 1 ns */
    enum sched_policy policy;
    uint32_t faults;       /* operations that an input may let be skipped */
    const char *fatal;     /* END_FATAL: Go's text; static */
    /* Called after each step; false: the program has ended. May be NULL. */
    bool (*watch)(struct world *w);
    struct {               /* POLICY_EXPLORE, see drive_take_over() */
        bool (*next)(struct world *w); /* one transition; false: none */
        void *script;      /* what next follows; check/'s, in the block */
        int force;         /* the case to take, from 1; 0 any */
        int64_t fuel;      /* instructions that are left to this exec */
        bool crash_one;    /* a panic ends only its G (MODEL-9) */
        bool prints;       /* output is a visible operation */
        uint32_t par;      /* check.par under way, */
        uint32_t joins;    /* of which the functions have returned */
        uint32_t unseen;   /* operations done where Lua cannot yield */
        uint32_t loading;  /* libraries: what they do then is not counted */
    } explore;
    struct {
        int64_t next;      /* its next tick; -1 asleep */
        int64_t delay;
        int idle;          /* rounds without taking a P */
    } sysmon;
    struct site *sites[256];
    uint32_t nobj[OBJ_NKIND]; /* made, by kind */
    uint32_t nobject;      /* made */
    struct obj *objs, *objs_last; /* living objects by number */
    struct {
        uint64_t switches, steals, preempts, handoffs, parks, ready, timers;
        uint64_t instructions; /* of those that have ended */
    } n;
};

/* --- g.c --------------------------------------------------------------- */
struct g *g_new(struct world *w);           /* NULL: memory or limit */
void g_free(struct world *w, struct g *gp); /* it is dead */
struct g *g_find(const struct world *w, uint32_t id); /* alive, or NULL */

/* --- sched.c ----------------------------------------------------------- */
enum gopark_rc sched_open(struct world *w, const struct task_ops *ops,
                          int nproc, struct gopark_err *err);
/* The go statement: gp, fresh from g_new, becomes runnable (SCH-3). */
void sched_go(struct world *w, struct g *gp);
/* The running G parks: WAITING for reason, on object (may be NULL). */
void g_park(struct world *w, struct g *gp, enum g_reason why, void *object);
/* A waiting G becomes runnable, next on the waker's P (SCH-41). */
void g_ready(struct world *w, struct g *gp);
bool sched_schedule(struct world *w, struct m *mp);
void sched_yielded(struct world *w, struct m *mp, enum g_yield y);
/* The program has ended by what the G that acts did: let the others go on as
 * if only that G had ended. Its task is lost, so this is for branches. False:
 * it has not ended so. */
bool sched_outlive(struct world *w);
/* Put a runnable G that is on no queue where a woken one goes. */
void sched_requeue(struct world *w, struct g *gp);
/* --- stall.c ------------------------------------------------------------ */
/* Hold gp back, or let it go; between two steps, or as a timer fires. */
void sched_stall(struct world *w, struct g *gp);
void sched_unstall(struct world *w, struct g *gp);
/* The first G that would run if it were not stalled; NULL: there is none. */
struct g *sched_stalled(const struct world *w);

/* --- mp.c, find.c ------------------------------------------------------- */
void sched_wakep_slow(struct world *w, int64_t t);
struct p *sched_retake(struct world *w, struct p *pp, int64_t t);
void sched_handoff(struct world *w, struct p *pp, int64_t t);
struct m *sched_startm(struct world *w, struct p *pp, bool spinning,
                       int64_t t);
void sched_acquire(struct world *w, struct m *mp, struct p *pp);
void sched_release(struct world *w, struct m *mp);
void m_park(struct world *w, struct m *mp);
void p_idle_put(struct sched *s, struct p *pp);
struct p *p_idle_get(struct sched *s);
struct m *m_new(struct world *w); /* idle, on no list; NULL: no memory */
/* *inherit: it goes on with the slice of the last one. */
struct g *sched_findrunnable(struct world *w, struct m *mp, bool *inherit);
void sched_lock_thread(struct world *w, bool lock);

/* --- syscall.c, procs.c ------------------------------------------------- */
void sched_enter_syscall(struct world *w, struct m *mp);
void sched_exit_syscall(struct world *w, struct m *mp);
/* GOMAXPROCS; the caller is on P0 or another P that stays, afterwards. */
bool sched_set_procs(struct world *w, int n);

/* --- runq.c ------------------------------------------------------------ */
void runq_put_tail(struct sched *s, struct p *pp, struct g *gp);
struct g *runq_get(struct p *pp, bool *inherit);
struct g *runq_steal(struct world *w, struct p *pp, struct p *victim);
bool runq_remove(struct sched *s, struct g *gp); /* from wherever it is */
bool runq_empty(const struct p *pp);
void globq_put(struct sched *s, struct g *gp);
void globq_put_head(struct sched *s, struct g *gp);
struct g *globq_get(struct sched *s, struct p *pp, int max);
void gq_push(struct gqueue *q, struct g *gp);
struct g *gq_pop(struct gqueue *q);

/* --- timer.c ----------------------------------------------------------- */
/* The next time of a periodic timer, which is due at now: it keeps its phase,
 * and what was missed is skipped (TM-5). */
int64_t timer_again(const struct timer *t, int64_t now);
bool timer_arm(struct world *w, struct timer *t, int64_t when); /* false: mem */
bool timer_disarm(struct world *w, struct timer *t); /* was it armed? */
bool timer_run_slow(struct world *w, struct p *pp, int64_t now);
int64_t timer_next(const struct sched *s);    /* of all Ps; -1 none */
void timer_move_all(struct world *w, struct p *from, struct p *to);

/* --- sysmon.c ---------------------------------------------------------- */
void sysmon_tick(struct world *w);
void sysmon_wake(struct sched *s, int64_t t);

/* --- agent.c ----------------------------------------------------------- */
void agent_add(struct world *w, struct m *mp);
void agent_remove(struct sched *s, struct m *mp);
void agent_later(struct sched *s, struct m *mp);
bool agent_earlier(const struct m *a, const struct m *b);

/* --- drive.c ----------------------------------------------------------- */
void drive_run(struct world *w);
bool drive_may_act_slow(struct world *w);
bool drive_keeps_turn(struct world *w);
bool drive_overrun(struct world *w);
/*
 * From now on only drive_exec() lets Gs run: none has an M or is on a P. Those
 * that could run are on the global queue, to be run on to an operation.
 */
void drive_take_over(struct world *w);
/* The Ms take their turns again. */
void drive_give_back(struct world *w);
/*
 * Let gp, which is RUNNABLE, run until it comes back. act: it does its
 * pending operation and stops before the next one; else it stops before the
 * first it meets. Whoever becomes runnable by it is on the global queue. The
 * clock stands still.
 */
enum g_yield drive_exec(struct world *w, struct g *gp, bool act);
/* The task of the M that acts comes back inside its code, for somebody to
 * look, and is to go on as if it had not. */
void drive_pause(struct world *w);
/* The count hook has to give way; if only because of a stop, it is to be asked
 * again whether it may go on. */
void drive_stopped(struct world *w);
/* It is to count an action, but the stop is before that: it comes back. */
bool drive_stop_is_first(struct world *w);
void drive_close_gate(struct sched *s);
void sched_check(const struct world *w);
void sched_end(struct world *w, enum gopark_how how, int code);

/*
 * May the running G act now? Otherwise it must come back to the driver, with
 * s->yield saying why. Counts the action. Every visible operation asks this
 * first; with one P, or when no other M is earlier, it costs two compares.
 */
static inline bool
sched_may_act(struct world *w)
{
    struct sched *s = w->sched;

#ifdef GOPARK_HEAP_DEBUG
    if (w->host.check != NULL)
        w->host.check(w);
#endif
    if (LIKELY(s->cur->clock < s->gate && w->steps < w->stop_at)) {
        w->steps++;
        s->cur->curg->ops++;
        return true;
    }
    return drive_may_act_slow(w);
}

static inline struct g *
sched_g(const struct world *w)
{
    return w->sched->cur->curg;
}

/* Charge ns to the M that acts. */
static inline void
sched_cost(struct world *w, int64_t ns)
{
    w->sched->cur->clock += w->sched->flat ? 1 : ns;
}

static inline int64_t
sched_now(const struct world *w)
{
    const struct sched *s = w->sched;

    return s->policy == POLICY_EXPLORE ? s->now : s->cur->clock;
}

/* Fire what is due on pp, in order (TM-3). Has any fired? */
static inline bool
timer_run(struct world *w, struct p *pp, int64_t now)
{
    const struct timerheap *h = &pp->timers;

    return h->n > 0 && h->at[0].when <= now && timer_run_slow(w, pp, now);
}

/* One more searcher, unless there is one (SCH-40). */
static inline void
sched_wakep(struct world *w, int64_t t)
{
    struct sched *s = w->sched;

    if (s->nmspinning > 0 || s->policy == POLICY_EXPLORE)
        return;
    if (s->npidle == 0)
        s->needspinning = true;
    else
        sched_wakep_slow(w, t);
}

/* Queue gp on pp: as its runnext, which moves to the tail, or at the tail. */
static inline void
runq_put(struct sched *s, struct p *pp, struct g *gp, bool next)
{
    if (next) {
        struct g *old = pp->runnext;

        pp->runnext = gp;
        if (old == NULL)
            return;
        gp = old;
    }
    runq_put_tail(s, pp, gp);
}

/* Which states may follow which: bits of enum g_status; see g.c. */
extern const uint8_t g_next[G_NSTATUS];

/* The one writer of gp->status: every change is legal. */
static inline void
g_set_status(struct world *w, struct g *gp, enum g_status to)
{
    int64_t now = w->sched->cur != NULL ? sched_now(w) : w->sched->now;

    assert(g_next[gp->status] & 1u << to);
    assert((to == G_WAITING) == (gp->reason != WAIT_NONE));
    if (gp->status == G_RUNNING)
        gp->cpu += now - gp->since;
    gp->status = (uint8_t)to;
    gp->since = now;
    gp->since_step = w->steps;
}

void sched_event_slow(struct world *w, enum gopark_event_kind kind,
                      uint32_t object, int64_t value);
/* The same of an M (may be NULL) at a time that is not the acting M's. */
void sched_event_of(struct world *w, const struct m *mp, int64_t t,
                    enum gopark_event_kind kind, uint32_t object,
                    int64_t value);

/* Record what the M that acts, and its G, do. */
static inline void
sched_event(struct world *w, enum gopark_event_kind kind, uint32_t object,
            int64_t value)
{
    if (UNLIKELY(event_wanted(w)))
        sched_event_slow(w, kind, object, value);
}

void sched_heard_slow(struct world *w, enum heard what, uint32_t object,
                      int64_t value);
/* Tell who listens what the acting G does, if it leaves no event. */
static inline void
sched_heard(struct world *w, enum heard what, uint32_t object, int64_t value)
{
    if (UNLIKELY(w->host.listen != NULL))
        sched_heard_slow(w, what, object, value);
}

#endif
