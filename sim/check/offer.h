/*
 * offer.h - which transitions are enabled: the execution model of a search.
 *
 * A search lets only operations happen that can complete (ENABLED, MODEL-4).
 * Each goroutine stands before its next operation; offer_scan() looks at all
 * of them and lists what can happen next, in canonical order (MODEL-8), with
 * what each transition touches (MODEL-5), which decides which of them may be
 * swapped (MODEL-7).
 *
 * Lists are stacks: a scan appends, offer_drop() takes off what came after a
 * mark. Nothing in them points into the block, so a world that is restored
 * finds them still true.
 */
#ifndef GOPARK_CHECK_OFFER_H
#define GOPARK_CHECK_OFFER_H

#include "check/gset.h"
#include "check/vec.h"
#include "lua/lua.h"

enum trans_what {
    TRANS_OP,    /* a goroutine's operation */
    TRANS_JOINT, /* a sender, g, and a receiver, peer, meet */
    TRANS_WAKE,  /* g's sleep is over */
    TRANS_FIRE,  /* the clock fires the timer channel that peer waits for */
    TRANS_CALL,  /* the clock starts an AfterFunc's function */
};

enum { CASE_NONE = 0, CASE_DEFAULT = -1 };

/* What one transition touches: entries [at, at + n) of the footprints. */
struct touch {
    uint32_t at;
    uint16_t n;
    bool all;     /* everything: it ends the program */
    uint64_t sig; /* bit per object, folded: no common bit, no conflict */
};

struct trans {
    enum trans_what what;
    uint32_t g, op;           /* who, and which of its operations: from 0 */
    uint32_t peer, peer_op;   /* the other one; 0 none */
    int kase, peer_kase;      /* of a select, from 1; or choose's value */
    uint32_t lock, unlock;    /* the mutex that it is about, 0 none */
    bool yields;              /* Gosched */
    bool join;                /* check.par is over */
    struct touch touch;
    struct gset who;          /* participants */
};

/* What a goroutine wants, can it have it or not; and each joint transition. */
struct want {
    struct touch touch;
    struct gset who;
    uint32_t lock; /* a pending Mutex.Lock */
};

struct offers {
    VEC(struct trans) trans;
    VEC(struct want) want;
    VEC(uint64_t) print; /* footprints: object, cell, written */
    struct scan *scan;   /* scratch */
    bool maximal;        /* TIME-2: timers wait until all else has */
    bool watched;        /* check.always looks at every state, and what it
                          * reads nobody knows: no two transitions commute */
    bool no_memory;
};

/* What a scan found beside transitions. */
struct offer_state {
    bool held;     /* a ticker is at its bound (TIME-4) */
    uint32_t spins; /* a goroutine that reaches no operation, 0 none */
    bool many;     /* more goroutines than a set holds */
};

void offer_init(struct offers *of);
void offer_free(struct offers *of);
/* Append what w offers now; wants too, if asked for. */
struct offer_state offer_scan(struct offers *of, struct world *w, bool wants);

struct offer_mark {
    size_t trans, want, print;
};
static inline struct offer_mark
offer_mark(const struct offers *of)
{
    return (struct offer_mark){ of->trans.n, of->want.n, of->print.n };
}
static inline void
offer_drop(struct offers *of, struct offer_mark m)
{
    of->trans.n = m.trans;
    of->want.n = m.want;
    of->print.n = m.print;
}

bool touch_conflict_slow(const struct offers *of, const struct touch *a,
                         const struct touch *b);

/* Do the two touch a common object, and one of them changes it? */
static inline bool
touch_conflict(const struct offers *of, const struct touch *a,
               const struct touch *b)
{
    if (a->all || b->all)
        return true;
    return (a->sig & b->sig) != 0 && touch_conflict_slow(of, a, b);
}

/* MODEL-7. */
static inline bool
trans_dependent(const struct offers *of, const struct trans *a,
                const struct trans *b)
{
    return gset_meets(&a->who, &b->who) ||
           touch_conflict(of, &a->touch, &b->touch);
}

/* The same label (MODEL-8)? */
static inline bool
trans_same(const struct trans *a, const struct trans *b)
{
    return a->g == b->g && a->op == b->op && a->kase == b->kase &&
           a->peer == b->peer && a->peer_op == b->peer_op &&
           a->peer_kase == b->peer_kase && a->what == b->what;
}

/* Why gp cannot go on; it stands before an operation, or is parked. */
enum g_reason offer_reason(const struct g *gp);

#endif
