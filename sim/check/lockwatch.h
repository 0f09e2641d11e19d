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
    uint32_t lock;
    bool read;
    struct place at;
};

struct list {
    void *at;
    int n, cap;
};

/* The locks of a goroutine: those it holds, in the order in which it took
 * them; and those it has ever asked for since its last channel operation. */
struct owner {
    uint32_t g;
    struct list held, taken; /* struct held */
    uint64_t chain;          /* a hash of held (LO-5) */
};

/* A set of numbers, by open addressing; 0 is not in it. */
struct chains {
    uint64_t *at;
    uint32_t n, cap; /* cap is 0 or a power of two */
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
    NOTE_MIXED,      /* g, holding lock, does op; other locks it first */
};

/* An operation that may have to wait for its opposite. */
enum mixed_op {
    MIXED_SEND, /* to a channel; it may wait, as may */
    MIXED_RECV,
    MIXED_DONE, /* of a wait group; it never waits, unlike */
    MIXED_WAIT,
    MIXED_SIGNAL, /* of a condition; the same */
    MIXED_COND,
};

struct lock_note {
    enum lock_note_kind kind;
    uint32_t g, other, lock, object;
    enum mixed_op op; /* NOTE_MIXED: g does it */
    struct place at, first, then;
};

/* An operation on an object, and the locks that matter to it. */
struct lock_op {
    uint32_t g, object;
    enum mixed_op op;
    struct place at;
    struct lockset held;    /* held at the time */
    struct lockset before;  /* taken since g's operation before it */
    struct place locked[8]; /* where, by position in before */
};

enum { LOCKWATCH_GS = 256 }; /* goroutines whose order is followed */

struct label {
    uint32_t id, number; /* number: within its kind */
    enum gopark_object_kind kind;
    char text[56];
};

/* What goroutines that counted a wait group down knew. */
struct wgclock {
    uint32_t id;
    int64_t count; /* after the last change */
    uint32_t known[LOCKWATCH_GS];
};

struct lockwatch {
    struct world *w;
    struct list owners; /* struct owner, by goroutine */
    struct list orders; /* struct order, all different */
    struct list notes;  /* struct lock_note, all different */
    struct list ops;    /* struct lock_op, the last of each kind */
    struct list labels; /* struct label, by object */
    struct chains seen; /* chains of locks that have been looked at */
    uint32_t (*known)[LOCKWATCH_GS]; /* by goroutine - 1: clocks it knows of */
    struct list groups;              /* struct wgclock, by object */
    uint32_t last_wg, last_wg_g;     /* the wait group counted down just now */
    bool op_wanted;                  /* by others, besides */
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

/* The name of an object is noted when it is first met: it may be gone when
 * the report is made. */
void lockwatch_name(struct lockwatch *lw, uint32_t id);
/* NULL: it was never met. */
const struct label *lockwatch_label(const struct lockwatch *lw, uint32_t id);
struct place lockwatch_here(const struct lockwatch *lw, uint32_t g);
void lockwatch_note(struct lockwatch *lw, const struct lock_note *n);

/* --- lockheld.c: who holds what ---------------------------------------- */

void lockheld_lock(struct lockwatch *lw, const struct gopark_event *e);
void lockheld_unlock(struct lockwatch *lw, const struct gopark_event *e);
/* g has ended. */
void lockheld_end(struct lockwatch *lw, uint32_t g);
/* NULL: it has never had a lock. */
struct owner *lockheld_of(const struct lockwatch *lw, uint32_t g);
void lockheld_fini(struct lockwatch *lw);

/* --- lockclock.c: who knows of whom, by fork and join (LO-3) ----------- */

uint32_t *lockclock_of(struct lockwatch *lw, uint32_t g); /* NULL: nothing */
void lockclock_tick(struct lockwatch *lw, uint32_t g);
void lockclock_go(struct lockwatch *lw, const struct gopark_event *e);
/* The group's counter has changed; true if it was counted down. */
bool lockclock_wg(struct lockwatch *lw, const struct gopark_event *e);
void lockclock_ready(struct lockwatch *lw, const struct gopark_event *e);

/* --- mixed.c ----------------------------------------------------------- */

/* g operates on an object now; then look for those it does not go with. */
void mixed_note(struct lockwatch *lw, uint32_t g, uint32_t object,
                enum mixed_op op, const struct place *at);

/* --- locklist.c -------------------------------------------------------- */

/* Append a zeroed element of size bytes; NULL: no memory, or too many. */
void *list_add(struct list *l, size_t size);
/* Of elements that begin with a uint32_t, by which they are in order: the one
 * with id. NULL: none; or, of list_put, which adds it, no memory. */
void *list_find(const struct list *l, size_t size, uint32_t id);
void *list_put(struct list *l, size_t size, uint32_t id);
void list_remove(struct list *l, size_t size, int i);
void lockset_add(struct lockset *s, uint32_t lock);
bool lockset_has(const struct lockset *s, uint32_t lock);
/* Is it new? Also if there is no memory to remember it. */
bool chains_add(struct chains *c, uint64_t chain);

#endif
