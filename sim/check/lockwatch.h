/*
 * lockwatch.h - what a run's locking tells beyond what happened in it.
 *
 * While it listens to a world it follows which locks each goroutine holds.
 * From that come the order in which locks are taken (LO-1..7), locks taken
 * twice, unlocks by others, and locks held across a channel operation
 * (MIX-1). In host memory; to be used on a branch that is re-run.
 */
#ifndef GOPARK_CHECK_LOCKWATCH_H
#define GOPARK_CHECK_LOCKWATCH_H

#include "lua/lua.h"

/* A place in a script; file is "" if it is not known. */
struct place {
    char file[64];
    int line;
};

/* A lock that a goroutine holds, or has asked for. */
struct held {
    uint32_t g, lock;
    bool read;
    struct place at;
};

/* A set of locks, small. */
struct lockset {
    uint32_t lock[8];
    int n;
};

/* Goroutine g, holding a, has asked for b. */
struct order {
    uint32_t g, a, b;
    bool aread, bread;
    struct place ata, atb;
    struct lockset gates; /* all it held then */
    uint32_t clock;       /* of g, and */
    uint32_t *seen;       /* what it knew of the others: LOCKWATCH_GS */
};

enum lock_note_kind {
    NOTE_TWICE,      /* g asks for lock, which it holds */
    NOTE_READ_TWICE, /* the same, both times for reading */
    NOTE_FOREIGN,    /* g unlocks what other has locked */
    NOTE_MIXED,      /* g, holding lock, uses chan; other locks it first */
};

struct lock_note {
    enum lock_note_kind kind;
    uint32_t g, other, lock, chan;
    bool sends; /* NOTE_MIXED: g does */
    struct place at, first, then;
};

/* A channel operation, and the locks that matter to it. */
struct chan_op {
    uint32_t g, chan;
    bool sends;
    struct place at;
    struct lockset held;    /* held at the time */
    struct lockset before;  /* taken since g's operation before on it */
    struct place locked[8]; /* where, by position in before */
};

enum { LOCKWATCH_GS = 256 }; /* goroutines whose order is followed */

struct label {
    uint32_t id;
    char text[40];
};

struct list {
    void *at;
    int n, cap;
};

struct lockwatch {
    struct world *w;
    struct list held;   /* struct held */
    struct list orders; /* struct order, all different */
    struct list notes;  /* struct lock_note, all different */
    struct list ops;    /* struct chan_op, the last of each kind */
    struct list taken;  /* struct held: every lock ever asked for, once */
    struct list labels; /* struct label */
    uint32_t (*known)[LOCKWATCH_GS]; /* by goroutine - 1: clocks it knows of */
    struct list groups;              /* struct wgclock */
    uint32_t last_wg, last_wg_g;     /* the wait group counted down just now */
};

/* --- lockorder.c: cycles ----------------------------------------------- */

enum { CYCLE_MAX = 5 }; /* longest that is looked for (LO-3) */
struct cycle {
    const struct order *at[CYCLE_MAX];
    int n;
};
typedef void lockorder_fn(void *ctx, const struct cycle *c);
/* Call each for every cycle of orders that could become a deadlock. */
void lockorder_cycles(const struct lockwatch *lw, lockorder_fn *each,
                      void *ctx);

/* --- lockwatch.c ------------------------------------------------------- */

const char *lockwatch_label(const struct lockwatch *lw, uint32_t id);

/* --- mixed.c ----------------------------------------------------------- */

/* g operates on a channel now; then look for those it does not go with. */
void mixed_note(struct lockwatch *lw, uint32_t g, uint32_t chan, bool sends,
                const struct place *at);

/* --- lockwatch.c, for these -------------------------------------------- */

/* Append a zeroed element of size bytes; NULL: no memory, or too many. */
void *list_add(struct list *l, size_t size);
void lockset_add(struct lockset *s, uint32_t lock);
bool lockset_has(const struct lockset *s, uint32_t lock);
void lockwatch_note(struct lockwatch *lw, const struct lock_note *n);

#endif
