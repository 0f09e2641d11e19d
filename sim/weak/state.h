/*
 * state.h - what a path has come to, and what a model can do next.
 *
 * Who explores (layers.c, paths.c) knows no model: it asks the model for the
 * moves that are possible, and lets it do one.
 */
#ifndef GOPARK_WEAK_STATE_H
#define GOPARK_WEAK_STATE_H

#include "weak/litmus.h"

enum {
    WEAK_MSGS = LITMUS_OPS + LITMUS_LOCS, /* a store's op, or the first of a
                                             location: OPS + loc */
    WEAK_MOVES = LITMUS_GS * (LITMUS_OPS + 1), /* possible in one state */
};

struct weak_buffers { /* tso, pso */
    uint8_t n[LITMUS_GS];
    uint8_t op[LITMUS_GS][LITMUS_OPS]; /* stores that wait, oldest first */
};

/* A view holds a message for each location: nothing older is read. */
struct weak_view {
    uint8_t msg[LITMUS_LOCS];
};

struct weak_messages { /* view */
    uint8_t n[LITMUS_LOCS];
    uint8_t order[LITMUS_LOCS][LITMUS_OPS + 1]; /* coherence, oldest first */
    struct weak_view of[WEAK_MSGS]; /* what reading it with acquire shows */
    struct weak_view g[LITMUS_GS];
    struct weak_view sc;
    uint64_t taken; /* messages whose follower is a read-modify-write: bits */
};

struct weak_state {
    uint32_t done;            /* ops */
    uint32_t skipped;         /* those among them whose guard does not hold */
    int32_t got[LITMUS_OPS];  /* what a load sets its register to */
    int32_t put[LITMUS_OPS];  /* what was stored */
    int32_t mem[LITMUS_LOCS]; /* all but view */
    union {
        struct weak_buffers b;
        struct weak_messages m;
    } u;
};

/* Bytes of a state. */
struct weak_span {
    uint16_t at, n;
};
struct weak_spans {
    int n;
    struct weak_span span[16 + LITMUS_OPS + LITMUS_GS + LITMUS_LOCS];
};

enum { MOVE_OP, MOVE_FLUSH };

struct weak_move {
    uint8_t kind;
    uint8_t op;
    uint8_t at; /* view: place in the coherence order; a flush: in the buffer */
};

struct weak_model {
    const char *name;
    int plain; /* the order of a plain access */
    void (*begin)(const struct litmus *t, struct weak_state *s); /* NULL: - */
    /* Moves that are possible, in the order in which they are tried. None:
     * the path is at its end. */
    int (*moves)(const struct litmus *t, const struct weak_state *s,
                 struct weak_move *m);
    /* Do it, and say in step what it was. plain: see above. */
    void (*act)(const struct litmus *t, int plain, struct weak_state *s,
                struct weak_move m, struct litmus_step *step);
    /* Add the bytes of u that can change; NULL: none can. */
    void (*spans)(const struct litmus *t, struct weak_spans *spans);
    /* The value of a location at the end; NULL: mem[]. */
    int32_t (*last)(const struct litmus *t, const struct weak_state *s, int loc);
};
const struct weak_model *weak_model(enum litmus_model m);

extern const struct weak_model weak_sc, weak_tso, weak_pso; /* buffer.c */
extern const struct weak_model weak_view, weak_ra;          /* view.c */
extern const struct weak_model weak_ooo;                    /* window.c */

/* window.c: which ops precede which, for each op. */
void window_bind(struct litmus *t);

void state_begin(const struct litmus *t, const struct weak_model *w,
                struct weak_state *s);
/* The bytes of a state that can change in t. */
void state_spans(const struct litmus *t, const struct weak_model *w,
                 struct weak_spans *spans);
void state_span(struct weak_spans *spans, size_t at, size_t n);
/* Ops whose guard is now known not to hold are done. */
void state_skip(const struct litmus *t, struct weak_state *s);
/* The next op of goroutine g in the order of the text; -1 none is left. */
int state_next(const struct litmus *t, const struct weak_state *s, int g);
/* Those of all goroutines, what stands further up in the text first. */
int state_next_all(const struct litmus *t, const struct weak_state *s,
                   int *next);
int32_t state_value(const struct litmus *t, const struct weak_state *s,
                   struct litmus_value v);
int32_t state_reg(const struct litmus *t, const struct weak_state *s, int reg);
/* Locations are looked up in loc; NULL: there are none in node. */
bool state_holds(const struct litmus *t, const struct weak_state *s,
                const int32_t *loc, int node);
/* op reads `old`: set its register, and answer whether it writes put[op]. */
bool state_modify(const struct litmus *t, struct weak_state *s, int op,
                 int32_t old);
/* A load or read-modify-write, or a store, of single-copy memory. */
void state_access(const struct litmus *t, struct weak_state *s, int op,
                 struct litmus_step *step);

#endif
