/*
 * gopark_words.h - the words that all of gopark.h is written in: errors, the
 * states of goroutines, Ps and Ms, reasons to wait, decisions, events.
 */
#ifndef GOPARK_WORDS_H
#define GOPARK_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* --- errors ------------------------------------------------------------ */

enum gopark_rc {
    GOPARK_OK,
    GOPARK_EUSAGE,   /* an argument is out of range or makes no sense now */
    GOPARK_ESYNTAX,  /* a script or an expression does not compile */
    GOPARK_EFILE,    /* a file is missing, unreadable or damaged */
    GOPARK_ENOMEM,   /* host memory */
    GOPARK_ESPACE,   /* no room for a world: address space, or its limit */
    GOPARK_EREFUSED, /* the scheduler cannot do this now; text says why */
};

struct gopark_err {
    enum gopark_rc rc;
    char text[512]; /* one line: what, where, what was expected */
};

/* Fill err (may be NULL) and return rc. */
enum gopark_rc gopark_fail(struct gopark_err *err, enum gopark_rc rc,
                           const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* --- states, reasons, events ------------------------------------------- */

enum g_status {
    G_IDLE,     /* allocated, not initialised */
    G_RUNNABLE, /* on a run queue */
    G_RUNNING,  /* has an M and a P */
    G_SYSCALL,  /* in a system call; has an M */
    G_WAITING,  /* parked; see its reason */
    G_DEAD,
};
enum { G_NSTATUS = G_DEAD + 1 };

/* Wait reasons with Go's words (go-semantics 1.4). */
#define GOPARK_REASONS(X) \
    X(WAIT_NONE, "") \
    X(WAIT_CHAN_RECV, "chan receive") \
    X(WAIT_CHAN_SEND, "chan send") \
    X(WAIT_NIL_RECV, "chan receive (nil chan)") \
    X(WAIT_NIL_SEND, "chan send (nil chan)") \
    X(WAIT_SELECT, "select") \
    X(WAIT_SELECT_NONE, "select (no cases)") \
    X(WAIT_SLEEP, "sleep") \
    X(WAIT_MUTEX, "sync.Mutex.Lock") \
    X(WAIT_RW_RLOCK, "sync.RWMutex.RLock") \
    X(WAIT_RW_LOCK, "sync.RWMutex.Lock") \
    X(WAIT_WG, "sync.WaitGroup.Wait") \
    X(WAIT_COND, "sync.Cond.Wait") \
    X(WAIT_SEMA, "semacquire") \
    X(WAIT_IO, "IO wait") \
    X(WAIT_STALL, "stalled") \
    X(WAIT_PAR, "sync.WaitGroup.Wait")
enum g_reason {
#define X(name, word) name,
    GOPARK_REASONS(X)
#undef X
};
enum { WAIT_NREASON = WAIT_PAR + 1 };

enum p_status { P_IDLE, P_RUNNING, P_SYSCALL, P_DEAD };
enum m_status { M_IDLE, M_RUNNING, M_SPINNING, M_SYSCALL };

/* Every decision left to chance is one of these. */
enum gopark_choice {
    CHOOSE_AGENT,   /* which M moves when clocks tie */
    CHOOSE_SELECT,  /* which ready case of a select; which waits first, of
                       several on one channel */
    CHOOSE_STEAL,   /* which P a thief looks at first */
    CHOOSE_STRIDE,  /* how it goes on from there */
    CHOOSE_QUANTUM, /* when the next preemption point falls */
    CHOOSE_USER,    /* check.choose(n) */
    CHOOSE_POLICY,  /* which G, under a policy that is not Go's */
};
enum { CHOOSE_NKIND = CHOOSE_POLICY + 1 };

/* Events: kind, then what value and object mean. */
#define GOPARK_EVENTS(X) \
    X(EV_GO, "go")            /* g created value (goroutine number) */ \
    X(EV_G_START, "start")    /* g begins to run on p, m; value: 1 inherits */ \
    X(EV_G_EXIT, "exit") \
    X(EV_PARK, "block")       /* g parks; value reason, object what on */ \
    X(EV_READY, "wake")       /* g readies goroutine value; object */ \
    X(EV_YIELD, "yield")      /* Gosched */ \
    X(EV_PREEMPT, "preempt") \
    X(EV_STEAL, "steal")      /* p steals value Gs from P object */ \
    X(EV_HANDOFF, "handoff")  /* P p is handed off by m */ \
    X(EV_SPIN, "spin")        /* m starts to spin with p */ \
    X(EV_M_PARK, "mpark")     /* m has nothing to do */ \
    X(EV_SYSMON, "sysmon") \
    X(EV_SYSCALL, "syscall")  /* g enters; value ns */ \
    X(EV_SYSRET, "sysret")    /* g is back */ \
    X(EV_TIMER, "timer")      /* a timer fires; object its channel */ \
    X(EV_SEND, "send")        /* g sends to object; value slot or -G */ \
    X(EV_RECV, "recv") \
    X(EV_CLOSE, "close") \
    X(EV_SELECT, "select")    /* g took case value (0 default) */ \
    X(EV_LOCK, "lock")        /* value: 0 lock, 1 read lock; 2, 3 TryLock */ \
    X(EV_UNLOCK, "unlock") \
    X(EV_WG, "wg")            /* value: the counter afterwards */ \
    X(EV_COND, "cond")        /* value: 0 signal, 1 broadcast */ \
    X(EV_ATOMIC, "atomic")    /* value: 0 load, 1 store, 2 read-modify-write */ \
    X(EV_CELL_READ, "read") \
    X(EV_CELL_WRITE, "write") \
    X(EV_SLEEP, "sleep")      /* value: ns */ \
    X(EV_PRINT, "print")      /* value: bytes */ \
    X(EV_GC, "gc") \
    X(EV_PANIC, "panic") \
    X(EV_DEADLOCK, "deadlock") \
    X(EV_LEAK, "leak") \
    X(EV_INPUT, "input")      /* value: index of the input */ \
    X(EV_COMPUTE, "compute")  /* value: instructions since the last action */ \
    X(EV_PROCS, "procs")      /* value: GOMAXPROCS */ \
    X(EV_OTHER, "other")      /* a visible operation without its own kind */
enum gopark_event_kind {
#define X(name, word) name,
    GOPARK_EVENTS(X)
#undef X
};
enum { EV_NKIND = EV_OTHER + 1 };

struct gopark_event {
    uint64_t step;  /* number of actions done before it */
    int64_t t;      /* virtual ns */
    uint16_t kind;  /* enum gopark_event_kind */
    int16_t p;      /* P number, -1 none */
    int32_t m;      /* M number, -1 none */
    uint32_t g;     /* goroutine, 0 none */
    uint32_t object; /* object number, 0 none */
    int64_t value;
    uint32_t line;  /* source line of g, 0 unknown; only if asked for */
    uint32_t pad;
};

const char *gopark_reason_name(enum g_reason r);
const char *gopark_event_name(enum gopark_event_kind k);
const char *gopark_status_name(enum g_status s);

#endif
