/*
 * gopark.h - the simulator's public face: worlds, stepping, inputs,
 * inspection, errors. The only header of sim/ that other rooms include; its
 * parts are files of their own, in this order: gopark_words.h, here, and what
 * the end of this file includes.
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

#include "gopark_words.h"

struct world;
struct snapshot;

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

/* --- what else there is -------------------------------------------------- */

#include "gopark_look.h"
#include "gopark_check.h"
#include "gopark_session.h"
#include "gopark_explore.h"
#include "weak/litmus.h"

#endif
