/*
 * gopark_look.h - looking at a world: goroutines, Ps, Ms, objects, frames,
 * timers, and what goes on within a step. Nothing here changes anything.
 */
#ifndef GOPARK_LOOK_H
#define GOPARK_LOOK_H

#include "gopark_words.h"

struct world;

/* --- inspection: reads only -------------------------------------------- */

enum gopark_place {
    AT_NONE,    /* not yet anywhere, or gone */
    AT_M,       /* runs on an M */
    AT_RUNNEXT, /* runnext of P p */
    AT_RUNQ,    /* place pos in P p's local queue, 0 the head */
    AT_GLOBQ,   /* place pos in the global queue */
    AT_OBJECT,  /* at one or more objects */
    AT_TIMER,   /* sleeps until when */
    AT_SYSCALL, /* on an M in a system call until when */
    AT_NIL,     /* at a nil channel or in an empty select: for ever */
    AT_STALLED, /* held back by an input */
    AT_DONE,
};

struct gopark_g {
    uint32_t id;
    enum g_status status;
    enum g_reason reason;  /* if WAITING */
    enum gopark_place place;
    int p, m;              /* -1 none */
    uint32_t pos;          /* place in a queue */
    uint32_t object;       /* AT_OBJECT: the first it waits for */
    int nwait;             /* how many objects it waits at (select) */
    int64_t when;          /* AT_TIMER, AT_SYSCALL: due */
    int64_t since;         /* when it came into this state */
    uint64_t since_step;   /* and at which step */
    int64_t cpu;           /* ns on an M */
    uint64_t instructions;
    uint32_t creator;      /* 0: nobody (main, a timer) */
    const char *func;      /* name of its start function */
    const char *func_file; /* where that function is defined; may be NULL */
    int func_line;
    const char *made_file; /* the go statement; NULL for main */
    int made_line;
    const char *made_by;   /* name of the function with the go statement */
    const char *file;      /* where it is now; NULL unknown */
    int line;
    size_t stack, stack_start; /* bytes now, and when it began */
    int stack_grown;       /* how many times it has grown */
    bool leaked, locked, hidden; /* hidden: gopark's own */
    enum gopark_event_kind next; /* its pending operation, EV_OTHER unknown */
    uint32_t next_object;  /* and what on */
};

struct gopark_p {
    int id;
    enum p_status status;
    int m;               /* -1 none */
    uint32_t g;          /* running on it, 0 none */
    uint32_t runnext;    /* 0 none */
    uint32_t runq;       /* length of the local queue */
    uint64_t schedtick, syscalltick;
    int ntimer;
};

struct gopark_m {
    int id;
    enum m_status status;
    int p;               /* -1 none */
    uint32_t g;          /* 0 none */
    int64_t clock;
    int stealing;        /* the P it looks at while it spins, -1 none */
    uint32_t lockedg;    /* 0 none */
    int64_t until;       /* M_SYSCALL: when it is back */
};

enum gopark_object_kind {
    OBJ_CHAN, OBJ_MUTEX, OBJ_RWMUTEX, OBJ_WG, OBJ_COND, OBJ_ONCE, OBJ_SEMA,
    OBJ_TIMER, OBJ_ATOMIC, OBJ_CELLS, OBJ_POOL, OBJ_MAP,
};
enum { OBJ_NKIND = OBJ_MAP + 1 };

struct gopark_object {
    uint32_t id;        /* over all kinds: the number in events */
    uint32_t number;    /* within its kind: ch#3, mu#1 */
    enum gopark_object_kind kind;
    const char *name;   /* given, or the variable that holds it, or "" */
    bool twin;          /* another living one of its kind has this name, too */
    const char *file;   /* where it was made; NULL unknown */
    int line;
    bool closed;
    int cap, len, head; /* OBJ_CHAN: slots, in use, index of the oldest;
                           OBJ_CELLS: len cells */
    int nsend, nrecv;   /* OBJ_CHAN: waiting senders and receivers */
    int nwait;          /* others: waiting goroutines */
    uint32_t owner;     /* OBJ_MUTEX, OBJ_RWMUTEX: who locked it, 0 nobody */
    int readers;        /* OBJ_RWMUTEX */
    bool starving, writer_waits;
    int64_t count;      /* OBJ_WG counter, OBJ_SEMA free, OBJ_ATOMIC value */
    int64_t when;       /* OBJ_TIMER or a timer channel: due, 0 not armed */
    int64_t period;
};

struct gopark_waiter {
    uint32_t g;
    int case_no;     /* of its select, 1.. ; 0 a plain operation */
    char value[64];  /* what it wants to send, shortened; "" else */
};

enum gopark_queue { Q_SEND, Q_RECV, Q_WAIT };

uint32_t world_ngs(const struct world *w);   /* ever made */
int world_live_gs(const struct world *w);    /* as runtime.NumGoroutine */
/* Living goroutines in order of number: the first after id, 0 at the end. */
uint32_t world_next_g(const struct world *w, uint32_t id);
bool world_g(const struct world *w, uint32_t id, struct gopark_g *out);
int world_nps(const struct world *w);
bool world_p(const struct world *w, int id, struct gopark_p *out);
uint32_t world_runq(const struct world *w, int p, uint32_t pos);
uint32_t world_globq(const struct world *w, uint32_t pos);
uint32_t world_globq_len(const struct world *w);
int world_nms(const struct world *w);
bool world_m(const struct world *w, int id, struct gopark_m *out);
int64_t world_sysmon_next(const struct world *w); /* -1: it sleeps */
/* Live objects in order of number: the first after id, 0 at the end. */
uint32_t world_next_object(const struct world *w, uint32_t id);
bool world_object(const struct world *w, uint32_t id,
                  struct gopark_object *out);
bool world_waiter(const struct world *w, uint32_t object, enum gopark_queue q,
                  int pos, struct gopark_waiter *out);
/* Element i of a channel's buffer, 0 the oldest, as shortened text; of
 * shared{}: "key = value". */
bool world_element(const struct world *w, uint32_t object, int i, char *buf,
                   size_t size);
/* The display name: its name; done#3 if it is a twin; ch#3 without a name. */
const char *gopark_object_label(const struct gopark_object *o, char *buf,
                                size_t size);
/* Whether s means o: its name, with or without its number, or ch#3. */
bool gopark_object_called(const struct gopark_object *o, const char *s);
/* The same of a living object, without a look at the others. */
bool world_object_called(const struct world *w, uint32_t id, const char *s);

struct gopark_frame {
    char func[80];   /* as a traceback names it, without (...) */
    char file[128];  /* "" for a C function */
    int line;
    int level;       /* for world_locals */
};
/* Frames of goroutine g, innermost first; returns how many exist. */
int world_frames(const struct world *w, uint32_t g, struct gopark_frame *out,
                 int max);

enum gopark_scope { SCOPE_LOCAL, SCOPE_UPVALUE, SCOPE_VARARG };
struct gopark_local {
    enum gopark_scope scope;
    char name[64];
    char value[160]; /* as text, shortened */
};
int world_locals(const struct world *w, uint32_t g, int level,
                 struct gopark_local *out, int max);

/* Source of a file of the program, split in lines by the caller. */
const char *world_source(const struct world *w, const char *file, size_t *len);

struct gopark_stats {
    size_t mem_used, mem_peak, mem_limit, lua_bytes;
    uint64_t switches, steals, preempts, handoffs, parks, ready, timers;
    uint64_t gs_made, events, draws, instructions;
};
void world_stats(const struct world *w, struct gopark_stats *out);

/* --- timers ------------------------------------------------------------ */
struct gopark_timer {
    int64_t when, period;
    int p;
    uint32_t g;       /* whom it wakes, 0 */
    uint32_t object;  /* channel it feeds, 0 */
    const char *what; /* "sleep", "channel", "function" */
};
int world_timers(const struct world *w, struct gopark_timer *out, int max);

/* --- looking closer than a step ----------------------------------------- */

/* A place in a goroutine's code that it is about to execute. */
struct gopark_spot {
    uint32_t g;
    const char *file; /* as shown; borrowed for the call */
    int line;
    const char *func; /* PROBE_CALL: the function that begins; else NULL */
};

enum gopark_probe {
    PROBE_LINE = 1,        /* ask before each line */
    PROBE_CALL = 2,        /* ask when a function begins */
    PROBE_INSTRUCTION = 4, /* ask before each bytecode instruction */
};

/* Pause here? A call that is answered yes pauses at the function's first
 * line. */
typedef bool gopark_probe_fn(void *ctx, struct world *w,
                             const struct gopark_spot *at);

/*
 * Ask fn about what is probed while the world runs; 0 asks no more. Where it
 * says yes world_run() comes back early, and world_paused() is true: the
 * goroutine stands inside its code, between two steps. How the run goes on is
 * not changed by that. While paused, world_run() up to the present step runs
 * on to where the goroutine's next step begins.
 */
void world_set_probe(struct world *w, int what, gopark_probe_fn *fn,
                     void *ctx);
/* Of lines, ask only about those whose number, modulo PROBE_LINES, has its bit
 * in lines: the others cost little then. Until world_set_probe() is called. */
enum { PROBE_LINES = 512 };
void world_probe_lines(struct world *w, const uint64_t lines[PROBE_LINES / 64]);
bool world_paused(const struct world *w);

/*
 * Evaluate a Lua expression in the scope of frame level (as in gopark_frame)
 * of goroutine g; 0: of the globals only. Whatever it does to the world is
 * undone. *out: its values as print shows them, tabs between, malloc'd;
 * *truth (may be NULL): the first is neither nil nor false. GOPARK_ESYNTAX:
 * it does not compile; GOPARK_EREFUSED: it raised an error, would block, or
 * takes too long; err says which.
 */
enum gopark_rc world_eval(struct world *w, uint32_t g, int level,
                          const char *expr, char **out, bool *truth,
                          struct gopark_err *err);

#endif
