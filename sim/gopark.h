/*
 * gopark.h - the simulator's public face: worlds, stepping, inputs,
 * inspection, errors. The only header of sim/ that other rooms include.
 *
 * A world runs one Lua program on a simulated Go runtime. It is opened with
 * options, advanced by world_run(), and looked at by the world_*() functions
 * of the inspection part, none of which changes anything. What they return by
 * pointer is borrowed until the next call that runs, restores or closes.
 * Times are virtual nanoseconds since the world began. Objects are numbered
 * from 1 in order of creation, goroutines too (main is 1); 0 means none.
 */
#ifndef GOPARK_H
#define GOPARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct world;
struct snapshot;

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

/* --- how a program ends ------------------------------------------------ */

enum gopark_how {
    END_NOT,      /* it has not */
    END_RETURN,   /* the main chunk returned */
    END_EXIT,     /* os.exit(code) */
    END_PANIC,
    END_FATAL,    /* a fatal error, uncatchable */
    END_DEADLOCK, /* all goroutines are asleep */
    END_NO_GS,    /* no goroutines (main called runtime.Goexit) */
    END_STALLED,  /* none can run: one that could is held back by IN_STALL */
    END_STEPS,    /* a limit */
    END_TIME,
    END_MEMORY,
    END_GS,       /* too many goroutines */
    END_CHECK,    /* check.assert, always, finally */
};

struct gopark_end {
    enum gopark_how how;
    int code;       /* exit status of the process, per cli.md */
    uint32_t g;     /* who did it, 0 nobody */
    int64_t t;
    uint64_t step;
};

/* --- worlds ------------------------------------------------------------ */

/* n bytes the program wrote to fd 1 or 2, at offset at of all its output. */
typedef void gopark_write_fn(void *ctx, int fd, const char *s, size_t n,
                             uint64_t at);
/* Up to n bytes of the program's input from offset at on; 0 at its end. */
typedef size_t gopark_read_fn(void *ctx, char *buf, size_t n, uint64_t at);
/* Source text of module NAME (malloc'd, *len bytes), or NULL. */
typedef char *gopark_load_fn(void *ctx, const char *name, size_t *len,
                             char *path, size_t pathsize);
/* Choose 0..n-1 in the generator's place; drawn is what it would give. */
typedef uint32_t gopark_choose_fn(void *ctx, struct world *w,
                                  enum gopark_choice kind, uint32_t n,
                                  uint32_t drawn);

struct gopark_opts {
    uint64_t seed;         /* any; the command line's default is 1 */
    int procs;             /* GOMAXPROCS, 1..256 */
    size_t mem;            /* bytes, at least 1 MiB */
    uint64_t max_steps;    /* 0 none */
    int64_t max_time;      /* virtual ns, 0 none */
    uint32_t max_gs;       /* goroutines alive at once, 0 none */
    const char *name;      /* the script's name as shown in traces */
    const char *text;      /* its source, textlen bytes */
    size_t textlen;
    const char *const *argv; /* the script's arguments */
    int argc;
    gopark_write_fn *write;
    gopark_read_fn *read;
    gopark_load_fn *load;
    void *io_ctx;
};

void gopark_opts_init(struct gopark_opts *o); /* the defaults of cli.md */

/* Open a world stopped before its first step. GOPARK_ESYNTAX: err holds
 * Lua's message with file and line. */
enum gopark_rc world_open(struct world **wp, const struct gopark_opts *o,
                          struct gopark_err *err);
void world_close(struct world *w);

/*
 * Run until steps actions have been done since the world began, the program
 * ends (world_end()), or host stop is requested. Afterwards every running
 * goroutine stands before its next visible operation. What cannot stop in the
 * middle (a comparison of table.sort, a metamethod) may do further actions.
 */
enum gopark_rc world_run(struct world *w, uint64_t steps,
                         struct gopark_err *err);
#define WORLD_TO_END UINT64_MAX
/* Ask a world that runs to stop at the next step; callable from a signal. */
void world_interrupt(struct world *w);

uint64_t world_steps(const struct world *w); /* actions done */
int64_t world_now(const struct world *w); /* the latest clock that acted */
const struct gopark_end *world_end(const struct world *w);
uint64_t world_seed(const struct world *w);

/*
 * What Go prints on standard error when a program ends badly, whole, with
 * every goroutine that Go would show; "" where it prints nothing. Malloc'd.
 */
char *world_report(struct world *w);
/* Paragraph "goroutine N [...]:" with frames, as runtime.Stack. Malloc'd. */
char *world_traceback(struct world *w, uint32_t g, bool all);

/* --- snapshots --------------------------------------------------------- */

/* The whole world now. Pages equal to those of base (may be NULL) are shared
 * with it. NULL: no host memory. Freed in any order. */
struct snapshot *snapshot_take(struct world *w, const struct snapshot *base);
void snapshot_restore(struct world *w, const struct snapshot *s);
void snapshot_free(struct snapshot *s);
size_t snapshot_bytes(const struct snapshot *s);  /* pages not shared */
uint64_t snapshot_steps(const struct snapshot *s);
/* Hash of the world's memory; equal worlds have equal hashes. */
uint64_t world_hash(const struct world *w);

/* --- choices ----------------------------------------------------------- */

void world_set_choose(struct world *w, gopark_choose_fn *fn, void *ctx);
const char *gopark_choice_name(enum gopark_choice k);

/* --- the event log, outside the block, off until asked for -------------- */

/* Keep the last max events (0 switches the log off). */
enum gopark_rc world_log(struct world *w, size_t max, struct gopark_err *err);
/* Events numbered first..first+count-1 exist; count may be 0. */
void world_log_range(const struct world *w, uint64_t *first, uint64_t *count);
const struct gopark_event *world_log_at(const struct world *w, uint64_t i);

/* The operation that was done last, and where in the script; told only while
 * it is watched, and not brought back by a restore. */
struct gopark_op {
    uint64_t step;    /* number of actions done with it */
    uint32_t g;
    enum gopark_event_kind kind;
    uint32_t object;  /* 0 none */
    const char *file; /* NULL unknown */
    int line;
};
void world_watch_ops(struct world *w, bool on);
bool world_last_op(const struct world *w, struct gopark_op *out);

/* --- inputs: all that comes from outside while it runs ------------------ */

enum gopark_input_kind {
    IN_LUA,     /* text: run as a new goroutine named by name */
    IN_STEP_G,  /* g: its operation comes next */
    IN_PROCS,   /* n: GOMAXPROCS */
    IN_SKIP,    /* text "close jobs 2": the 2nd close of it does nothing */
    IN_DELAY,   /* g, n ns: g sleeps before it goes on */
    IN_PANIC,   /* g, text */
    IN_STALL,   /* g: is not scheduled until unstalled */
    IN_UNSTALL, /* g */
    IN_CLOSE,   /* object */
    IN_SYSCALL, /* g, n ns */
    IN_LEAK,    /* text: recv send select timer pool mutex */
    IN_CLEAR,   /* all skips and stalls end */
    IN_POLICY,  /* text: go random pct */
    IN_QUANTUM, /* n ns: a goroutine's time slice (SCH-62) */
    IN_COSTS,   /* text: go, or flat: each operation takes 1 ns */
    IN_WAKE,    /* n: at this virtual time something is to come from outside,
                   so all who sleep or are blocked wait for it */
};

struct gopark_input {
    enum gopark_input_kind kind;
    uint32_t g;
    uint32_t object;
    int64_t n;
    const char *text; /* may be NULL */
    const char *name; /* may be NULL */
};

/* Apply an input now. GOPARK_EREFUSED: cannot now, err says why in Go's
 * words; GOPARK_ESYNTAX: Lua that does not compile (err.text ends in
 * "<eof>" if it is only unfinished). *g, if not NULL: the goroutine it made. */
enum gopark_rc world_input(struct world *w, const struct gopark_input *in,
                           uint32_t *g, struct gopark_err *err);

/* What has been injected and is still to happen, or lasts. */
struct gopark_fault {
    enum gopark_input_kind kind; /* IN_SKIP, IN_PANIC, IN_SYSCALL, IN_STALL,
                                    IN_DELAY */
    uint32_t g;
    int64_t n;       /* IN_SKIP: which one from now on; IN_SYSCALL: ns;
                        IN_DELAY: when it ends */
    const char *op;  /* IN_SKIP: "close"; else "" */
    char text[64];   /* IN_SKIP: the object; IN_PANIC: the value */
};
int world_faults(const struct world *w, struct gopark_fault *out, int max);

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

/* --- checks: what can be concluded -------------------------------------- */

/*
 * Each runs in a branch of the world, or in a child process where the world
 * is too large to be copied: the program's further run is the same with and
 * without them. Texts are malloc'd, and "" where there is nothing to say.
 */
enum gopark_lang { GOPARK_EN, GOPARK_ZH };

/*
 * Can a blocked goroutine ever run again? Leaked: nothing that can still run
 * can reach what it waits for. Else it is held: by something that lives as
 * long as the program; or, suspect, only by variables of goroutines, which may
 * never use them again.
 */
enum gopark_leak {
    LEAK_NOT,     /* it is not blocked, or is main */
    LEAK_HELD,    /* reachable from a global, a timer */
    LEAK_SUSPECT, /* reachable from variables of goroutines only */
    LEAK_LEAKED,
};

struct gopark_blocked {
    uint32_t g;
    enum gopark_leak leak;
    bool unused; /* LEAK_SUSPECT: those variables are never used again */
};
/* The verdict about each blocked goroutine, in order of number; returns how
 * many there are. After main has returned: about what the rest of the program
 * would come to without it. */
int world_leaks(struct world *w, struct gopark_blocked *out, int max);

/* Who is stuck for good, and why: lost, where nobody's code is left that could
 * end the wait; behind others that are stuck; in a circle of those that wait
 * for each other. Locks count as unlocked by their holders only. */
enum gopark_stuck { STUCK_NOT, STUCK_LOST, STUCK_BEHIND, STUCK_CIRCLE };

struct gopark_waiting {
    uint32_t g;
    enum gopark_stuck stuck;
    int circle;          /* which, 1.., 0 none */
};

enum gopark_edge_kind {
    EDGE_WAITS, /* g waits at object: to receive, to lock, ... */
    EDGE_SENDS, /* g waits at object, a channel, to send */
    EDGE_HOLDS, /* g holds object, a lock, that somebody waits for */
    EDGE_COULD, /* g's code has what would end a wait at object */
};

struct gopark_edge {
    uint32_t g, object;
    enum gopark_edge_kind kind;
    int line;            /* EDGE_COULD: where; 0 unknown */
};

/* The wait-for graph of the blocked goroutines. */
struct gopark_waits {
    int nwaiting, nedge;
    struct gopark_waiting *waiting; /* by number */
    struct gopark_edge *edge;
};
bool world_waits(struct world *w, struct gopark_waits *out); /* false: memory */
void gopark_waits_free(struct gopark_waits *ws);

/* Why goroutine g is where it is, who could wake it, and why they do not. */
char *world_why(struct world *w, uint32_t g, enum gopark_lang lang);
/* What state an object is in, who waits at it, and who could end that. */
char *world_why_object(struct world *w, uint32_t object, enum gopark_lang lang);
/* The goroutines that wait for each other, and how to break the circle. */
char *world_deadlock(struct world *w, enum gopark_lang lang);

/*
 * What the locking of a run tells beyond what happened in it: orders that
 * could deadlock, locks taken twice, unlocks by others, locks held across
 * channel operations. It listens from start to stop: run the world, on a
 * branch from its beginning on, in between.
 */
struct lockwatch;
struct lockwatch *lockwatch_start(struct world *w); /* NULL: memory */
char *lockwatch_report(const struct lockwatch *lw, enum gopark_lang lang);
void lockwatch_stop(struct lockwatch *lw);

/* Those that have leaked, each with what it is blocked on and the remedy, and
 * those that are kept only by what is never used again. */
char *world_leaks_text(struct world *w, enum gopark_lang lang);

/*
 * The goroutines that have leaked by now, in order of number: how many; out
 * gets at most max. What has leaked stays so: to be asked again and again
 * while a program runs. *work (may be NULL): how much there was to look at,
 * in steps of a program that take as long, roughly; the same on any machine.
 */
int world_leaked(struct world *w, uint32_t *out, int max, uint64_t *work);

/* When it was first known that a goroutine had leaked. */
struct gopark_seen {
    uint32_t g;
    uint64_t step;
    int64_t t;
};

struct gopark_leaks {
    int status;                     /* the report says the process exits so */
    bool any_end;                   /* report also if main did not return */
    enum gopark_lang lang;
    const struct gopark_seen *seen; /* by number */
    int nseen;
};
/* What has leaked when the program ended, the report of `gopark run`; where
 * main returned, what that has left behind is let run on first. *leaked: there
 * are goroutines that can never run again. */
char *world_leak_report(struct world *w, const struct gopark_leaks *o,
                        bool *leaked);

/* --- sessions: a world with a past -------------------------------------- */

/*
 * A session owns a world and remembers how it came to be where it is: its
 * timeline, the inputs and picks with the steps at which they were made. Any
 * earlier step is restored from a checkpoint and, from there, re-run. Going
 * back and doing something new cuts the timeline off behind that point;
 * session_undo() brings the old one back.
 *
 * At a step, all inputs of the timeline that belong to it have been made; a
 * pick is made as the next step is taken.
 * Output reaches opts.write once: what a re-run prints again is held back.
 */
struct session;

#define SESSION_BUDGET ((size_t)256 << 20) /* bytes of checkpoints */

enum gopark_rc session_open(struct session **sp, const struct gopark_opts *o,
                            size_t budget, struct gopark_err *err);
void session_close(struct session *s);
struct world *session_world(struct session *s);

/* Stop what session_run() or session_goto() does at the next step; callable
 * from a signal. */
void session_interrupt(struct session *s);

/* Forward to step, making the timeline's inputs on the way; less far if the
 * program ends or session_interrupt() was called. */
enum gopark_rc session_run(struct session *s, uint64_t step,
                           struct gopark_err *err);
/* Back or forward to step, at most to session_last(); WORLD_TO_END: there,
 * and where the program has ended after it, to its end. */
enum gopark_rc session_goto(struct session *s, uint64_t step,
                            struct gopark_err *err);
/* The furthest step that the timeline is known to have. */
uint64_t session_last(const struct session *s);

/* Make an input now: world_input(), recorded. It cuts off what follows. */
enum gopark_rc session_input(struct session *s, const struct gopark_input *in,
                             uint32_t *g, struct gopark_err *err);
/* Let the draw-th choice of the run give value, also when it is re-run. */
enum gopark_rc session_pick(struct session *s, uint64_t draw, uint32_t value,
                            struct gopark_err *err);
/* Whom else to ask at a choice that no pick settles; as world_set_choose. */
void session_set_choose(struct session *s, gopark_choose_fn *fn, void *ctx);

/* Remember this position as one that undo comes back to. */
void session_mark(struct session *s);
/* To the position before the last mark, or forward again. GOPARK_EREFUSED:
 * there is none. */
enum gopark_rc session_undo(struct session *s, struct gopark_err *err);
enum gopark_rc session_redo(struct session *s, struct gopark_err *err);

/* What the timeline consists of, in order. */
struct session_entry {
    uint64_t step;             /* made when so many actions were done */
    bool asleep;               /* and nobody could run any more */
    bool is_pick;
    uint64_t draw;             /* a pick: which choice, */
    uint32_t value;            /* and what it gives */
    struct gopark_input in;    /* an input */
};
int session_entries(const struct session *s);
bool session_entry(const struct session *s, int i, struct session_entry *out);
/* Append an entry at the end of the timeline without making it: for a
 * session that is read from a file. Steps must not decrease. */
enum gopark_rc session_add(struct session *s, const struct session_entry *e,
                           struct gopark_err *err);

/* Between the two anything may be done to the world; nothing of it stays.
 * Branches nest. */
enum gopark_rc session_branch(struct session *s, struct gopark_err *err);
void session_return(struct session *s);
/* On a branch: let the timeline end here, so that nothing of it is made. */
void session_cut(struct session *s);

/* The program's output up to the present step, oldest first, in pieces. */
void session_output(const struct session *s, gopark_write_fn *fn, void *ctx);

/* A number that two worlds share if all that inspection shows is equal. */
uint64_t world_digest(const struct world *w);

struct session_stats {
    size_t bytes, budget; /* of checkpoints */
    int checkpoints;
    uint64_t interval;    /* steps between two new ones */
};
void session_stats(const struct session *s, struct session_stats *out);

/* --- exploring: every schedule of a small program ------------------------ */

/*
 * A search lets goroutines take turns in other ways than Go would, and tells
 * what can go wrong. Only operations that can complete are done; each is one
 * transition. Two goroutines that meet at an unbuffered channel are one
 * transition together. If the program calls check.par, only what happens
 * inside is explored.
 */
enum explore_strategy {
    EXPLORE_DPOR,   /* depth first, one execution for each class of equals */
    EXPLORE_SLEEP,  /* the same set by sleep sets alone: simple, and slower */
    EXPLORE_PLAIN,  /* every interleaving */
    EXPLORE_RANDOM, /* uniformly among what is enabled */
    EXPLORE_PCT,    /* priorities that change depth - 1 times */
    EXPLORE_POS,    /* priorities drawn anew for what depends */
};

enum explore_verdict { /* the gravest last */
    EXPLORE_OK, EXPLORE_INCOMPLETE, EXPLORE_LEAK, EXPLORE_RACE, EXPLORE_CHECK,
    EXPLORE_PANIC, EXPLORE_DEADLOCK,
};
enum { EXPLORE_NPREEMPT = 16, EXPLORE_STUCK_MOST = 32 };

struct explore_progress {
    uint64_t executions, blocked, transitions;
    size_t depth;      /* of the execution under way */
    int findings;
    double done;       /* the share that is done: of random runs, or an
                          estimate for EXPLORE_PLAIN; else -1 */
};
/* True: stop, and report what was covered. */
typedef bool explore_progress_fn(void *ctx, const struct explore_progress *p);

struct explore_opts {
    enum explore_strategy strategy;
    uint64_t seed;        /* of random, pct, pos */
    uint64_t schedules;   /* executions at most; 0 no limit */
    uint64_t transitions; /* at most; 0 no limit */
    uint64_t steps;       /* transitions of one execution at most */
    int depth;            /* pct: d */
    uint64_t length;      /* pct: k; 0 measured in a first run */
    int preemptions;      /* EXPLORE_PLAIN: at most; -1 no bound */
    bool maximal;         /* time moves only when nothing else can happen */
    bool outputs;         /* tell executions apart by what they print */
    bool first;           /* stop at the first finding, */
    uint64_t sig;         /* with this sig; 0: any */
    bool bare;            /* findings without schedule, table, explanation */
    uint32_t shard, nshard; /* part 1..nshard of the search; 0: all of it */
    size_t budget;        /* bytes of snapshots */
    enum gopark_lang lang; /* of messages and explanations */
    explore_progress_fn *progress; /* may be NULL */
    void *progress_ctx;
    uint64_t every;       /* transitions between two calls of it */
    uint64_t (*stopwatch)(void); /* measures what snapshots take; NULL: nothing */
};
void explore_opts_init(struct explore_opts *o);

struct explore_stuck {
    uint32_t g;
    enum g_reason reason; /* WAIT_NONE: where it failed */
    int line;
    char func[64], file[64], object[48]; /* object: "" unknown */
};

struct explore_finding {
    enum explore_verdict verdict;
    bool partial;         /* deadlock: others can still run */
    uint64_t sig;         /* equal: the same, for explore_merge() */
    uint64_t count;       /* executions that ended so */
    uint64_t first;       /* the first of them, from 1 */
    char message[256];    /* one line */
    struct explore_stuck stuck[EXPLORE_STUCK_MOST];
    int nstuck;
    /* Of the shortest schedule found, minimised; malloc'd. */
    char *schedule;       /* text for IN_POLICY, see below */
    int preemptions, steps;
    char *table;          /* a column for each goroutine */
    char *explain;
};

struct explore_output {
    uint64_t count;
    char *text;
    char *schedule;       /* of the first execution that printed it */
};

struct explore_result {
    enum explore_verdict verdict;
    bool complete;        /* all that there is was covered */
    char why[128];        /* "" or why it was not */
    enum explore_strategy strategy;
    bool par;             /* only check.par was explored */
    uint64_t seed;
    int depth;
    uint64_t length;      /* pct: n and k that the bound is for */
    int goroutines;
    int preemptions;      /* the bound, or -1 */
    bool interrupted;     /* the host asked it to stop */
    uint64_t asked;       /* random runs that were asked for */
    uint64_t executions;  /* complete */
    uint64_t failed;      /* of these, with a finding */
    uint64_t tried, hit;  /* random runs after a search, and those that fail */
    uint64_t blocked;     /* given up because they would repeat others */
    uint64_t cut;         /* stopped at a bound */
    uint64_t transitions, redone;
    uint64_t snapshot_time; /* spent on snapshots, by the clock of the options */
    double plain;         /* schedules that these executions stand for; or -1 */
    uint64_t by_preempted[EXPLORE_NPREEMPT]; /* executions; the last: more */
    struct explore_finding *finding; /* the gravest first */
    int nfinding;
    struct explore_output *output;
    int noutput;
    char *table;          /* of an execution without a finding, or NULL */
};

/*
 * Search from where w stands; afterwards it stands there again. *r is the
 * caller's, for explore_free().
 */
enum gopark_rc explore_run(struct world *w, const struct explore_opts *o,
                           struct explore_result **r, struct gopark_err *err);
void explore_free(struct explore_result *r);
/* Add what another part of the same search found. */
bool explore_merge(struct explore_result *into,
                   const struct explore_result *part);
/* Put the findings in order and set the verdict, after a change. */
void explore_judge(struct explore_result *r);
/* The report of a finished search (EXPL-1, RAND-3). Malloc'd. */
char *explore_report(const struct explore_result *r, enum gopark_lang lang);
/* A result as bytes, for another process; malloc'd, *n of them. */
char *explore_pack(const struct explore_result *r, size_t *n);
struct explore_result *explore_unpack(const char *s, size_t n);
const char *explore_verdict_name(enum explore_verdict v);
const char *explore_strategy_name(enum explore_strategy s);

/*
 * Where a program's text could say less, go statements before numbers, each
 * in order: for looking whether a smaller program fails in the same way.
 * Fills up to most places and returns how many. A cut keeps the length of the
 * text and its lines: the statement becomes blanks, the number value.
 */
struct gopark_cut {
    size_t at, len;
    int line;
    int64_t value; /* of the number, at least 2; -1: a go statement */
};
int gopark_cuts(const char *text, size_t len, struct gopark_cut *cut,
                int most);
void gopark_cut(char *text, const struct gopark_cut *cut, int64_t value);

/*
 * Make the world follow a schedule: the input IN_POLICY with the text
 * "schedule TEXT". Each step is then one transition; when the schedule is at
 * its end, goroutines go on by turns, lowest number first, until nothing can
 * happen any more.
 */

/* --- litmus tests --------------------------------------------------------- */

#include "weak/litmus.h"

#endif
