/*
 * litmus.h - litmus tests: what a handful of shared variables can do on a
 * machine, or in a language, whose memory is weaker than interleaving.
 *
 * A test is a few goroutines of straight code, read from a text:
 *
 *     name SB                        # all but the code may be left out
 *     en   store buffering           # what it shows, in two languages
 *     zh   ...
 *     init x=0 y=0                   # shared variables; 0 is the default
 *     x=1 || y=1                     # a column is a goroutine
 *     a=y || b=x
 *     exists a=0 b=0                 # the outcome in question
 *
 * A column may hold several statements with ';' between them. Without any
 * "||" each line is a goroutine, and "G2: y=1; b=x" says which. Statements:
 *
 *     x=1  x=a                       a store of a number or a register
 *     a=x                            a load
 *     fence
 *     a=swap(x,1) a=add(x,1)         read-modify-write, with Go's results:
 *     a=cas(x,0,1)                   the old value, the new one, 1 or 0
 *     if a==1: y=1                   done only where that holds
 *     in1 = f==0 or t==1             no step: a name for a condition
 *
 * x.rlx x.acq x.rel x.acqrel x.sc is x accessed in that order; without one the
 * access is plain, and the model says what that is. What two goroutines use,
 * or init names, is shared; everything else is a register, and is set once.
 * `show a x` says which values make an outcome, beside those of `exists`;
 * without both it is all registers.
 *
 * A test is explored without reduction: every path counts, so that the numbers
 * are those of analysis.md section 6, whose rules (WM) are cited here.
 */
#ifndef GOPARK_WEAK_LITMUS_H
#define GOPARK_WEAK_LITMUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gopark.h"

enum {
    LITMUS_GS = 8,
    LITMUS_OPS = 32, /* statements that are steps, of all goroutines */
    LITMUS_LOCS = 8,
    LITMUS_REGS = 32,
    LITMUS_LINES = 64, /* statements, names for conditions included */
    LITMUS_NODES = 96, /* of all conditions */
    LITMUS_SHOWN = 16, /* values of an outcome */
    LITMUS_NAME = 16,  /* bytes of a name, with its NUL */
    LITMUS_SOURCE = 1 << 14,            /* bytes of a text */
    LITMUS_OUTCOMES = 4096,             /* that one run tells apart */
    LITMUS_STEPS = 2 * LITMUS_OPS,      /* of a path: each store may flush */
    LITMUS_STATES = 1000000,            /* that a run tells apart */
    LITMUS_TRANSITIONS = 20000000,      /* of a run, unless it is told */
};

/* --- a test ------------------------------------------------------------ */

enum litmus_kind {
    LITMUS_STORE,
    LITMUS_LOAD,
    LITMUS_FENCE,
    LITMUS_SWAP, /* from here on: read-modify-write */
    LITMUS_ADD,
    LITMUS_CAS,
};

enum litmus_order { /* bits; rlx has none */
    LITMUS_RLX = 0,
    LITMUS_ACQ = 1,
    LITMUS_REL = 2,
    LITMUS_SC = 7,
    LITMUS_PLAIN = 8, /* nothing was said */
};

struct litmus_value {
    int reg;   /* -1: the number */
    int32_t n;
};

struct litmus_op {
    enum litmus_kind kind;
    int order;  /* enum litmus_order, bits */
    int g;      /* from 0 */
    int index;  /* in its goroutine, from 0 */
    int loc;    /* -1: a fence */
    int reg;    /* what a load sets, -1 none */
    struct litmus_value put;  /* store, swap, add, cas: the new value */
    struct litmus_value want; /* cas: the old one */
    int guard;                /* a node that must hold, -1 none */
    uint32_t data, control;   /* ops that put, want and guard use: bits */
    uint32_t before; /* ops that come first out of order, too (WM-5): bits */
    int line;        /* its place in litmus.line */
};

enum litmus_node_kind {
    LITMUS_AND,
    LITMUS_OR,
    LITMUS_NOT,
    LITMUS_EQ,
    LITMUS_NE,
};

struct litmus_node {
    enum litmus_node_kind kind;
    int a, b;    /* nodes; b of NOT is -1 */
    int loc, reg; /* EQ, NE: one of them, the other is -1 */
    int32_t n;
};

struct litmus_reg {
    char name[LITMUS_NAME];
    int g;
    int op;   /* the load that sets it, or -1 */
    int node; /* the condition it names, or -1 */
};

struct litmus_loc {
    char name[LITMUS_NAME];
    int32_t init;
};

struct litmus_shown { /* one of them, the other is -1 */
    int loc, reg;
};

struct litmus_line { /* a statement as it is written; not terminated */
    int g, len;
    const char *text;
};

/* Read only. Ops are numbered through, goroutine by goroutine. */
struct litmus {
    char name[2 * LITMUS_NAME];
    char title[2][128]; /* en, zh; the English one may stand for both */
    struct litmus_line cond; /* after `exists`; len 0 none */
    int ng, nline, nop, nloc, nreg, nnode, nshown;
    int first[LITMUS_GS + 1]; /* op of goroutine g; the end of the one before */
    struct litmus_line line[LITMUS_LINES]; /* goroutine by goroutine */
    struct litmus_op op[LITMUS_OPS];
    struct litmus_loc loc[LITMUS_LOCS];
    struct litmus_reg reg[LITMUS_REGS];
    struct litmus_node node[LITMUS_NODES];
    struct litmus_shown shown[LITMUS_SHOWN];
    int exists; /* a node, -1 none */
    bool guarded; /* some op has a guard */
    char *source;
};

/* Read a test; it is the caller's, for litmus_free(). name is that of the
 * file, and of the test if it gives itself none. An error names the file, the
 * line and what was expected. */
enum gopark_rc litmus_read(const char *name, const char *text, size_t len,
                           struct litmus **t, struct gopark_err *err);
void litmus_free(struct litmus *t);

/* --- models ------------------------------------------------------------ */

enum litmus_model {
    LITMUS_ON_SC,   /* interleaving, and nothing else; Go's atomics */
    LITMUS_ON_TSO,  /* a FIFO store buffer each: x86 (WM-2) */
    LITMUS_ON_PSO,  /* one for each variable: stores overtake (WM-3) */
    LITMUS_ON_VIEW, /* messages and views, plain is relaxed (WM-4) */
    LITMUS_ON_RA,   /* the same, plain is release and acquire */
    LITMUS_ON_OOO,  /* instructions overtake, one memory: Arm (WM-5) */
};
enum { LITMUS_NMODEL = LITMUS_ON_OOO + 1 };
const char *litmus_model_name(enum litmus_model m); /* "tso" */

/* --- paths ------------------------------------------------------------- */

enum litmus_did {
    LITMUS_WROTE,     /* to memory */
    LITMUS_BUFFERED,  /* into the own store buffer */
    LITMUS_FLUSHED,   /* out of it, to memory */
    LITMUS_READ,      /* memory */
    LITMUS_FORWARDED, /* the own store buffer */
    LITMUS_FENCED,
    LITMUS_MODIFIED,  /* read and written in one */
};

struct litmus_step {
    uint8_t did; /* enum litmus_did */
    uint8_t op;  /* of a flush: the store */
    uint8_t at;  /* view: the place read, or written behind */
    bool early;  /* before something that stands above it */
    bool old;    /* view: not the newest was read */
    bool under;  /* view: written below what was there */
    int32_t got; /* what was read, or written */
};

#define LITMUS_MANY ((uint64_t)INT64_MAX)

struct litmus_outcome {
    int32_t value[LITMUS_SHOWN];
    uint64_t paths;
    bool weak;  /* impossible by interleaving alone */
    bool meets; /* `exists` holds */
    int nstep;
    struct litmus_step step[LITMUS_STEPS]; /* a shortest path to it */
};

struct litmus_result {
    enum litmus_model model;
    uint64_t paths; /* LITMUS_MANY: or more */
    uint64_t transitions; /* made; paths that meet in a state share the rest */
    uint64_t met; /* paths on which `exists` holds */
    bool complete;
    int noutcome;
    struct litmus_outcome *outcome; /* the weak ones last, else by value */
};

/* Count every path of t, with at most so many transitions (0: the default) and
 * LITMUS_STATES; where these do not suffice r is not complete, and has what was
 * found by walking paths as far as the limit goes. Of two paths of a length the one is told that goes
 * through the text line by line, and flushes late. r is for
 * litmus_result_done(). */
enum gopark_rc litmus_run(const struct litmus *t, enum litmus_model m,
                          uint64_t transitions, struct litmus_result *r,
                          struct gopark_err *err);
void litmus_result_done(struct litmus_result *r);

/* What there is after the first k steps of a path. */
struct litmus_now {
    int32_t mem[LITMUS_LOCS]; /* view: the last message */
    /* tso, pso: waiting stores, oldest first. */
    int nbuf[LITMUS_GS];
    struct {
        int loc;
        int32_t n;
    } buf[LITMUS_GS][LITMUS_OPS];
    /* view: the values of each variable, oldest first, and how many of them
     * each goroutine can no longer read. */
    int nmsg[LITMUS_LOCS];
    int32_t msg[LITMUS_LOCS][LITMUS_OPS + 1];
    int view[LITMUS_GS][LITMUS_LOCS];
    uint32_t done;  /* ops that have been done */
    uint32_t known; /* registers that are set: bits */
    int32_t reg[LITMUS_REGS];
};
void litmus_at(const struct litmus *t, enum litmus_model m,
               const struct litmus_outcome *o, int k, struct litmus_now *now);

#endif
