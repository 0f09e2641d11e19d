/*
 * waits.h - the wait-for graph: goroutine -> object -> goroutine.
 *
 * A blocked goroutine waits at one object, or at several of which one is
 * enough (select). Behind an object stand those who could end the wait: who
 * holds the lock; whose code still has the operation that is missing. Stuck
 * are those whom nobody can wake, by the marker's rule; among them, those
 * that wait for each other in a circle are deadlocked.
 */
#ifndef GOPARK_CHECK_WAITS_H
#define GOPARK_CHECK_WAITS_H

#include "check/mark.h"
#include "check/uses.h"

/* One who could end a wait. */
struct actor {
    struct g *g;
    int use; /* the place in uses; -1: g holds the lock */
};

enum { ACTORS_MAX = 64 }; /* of one wait that are noted */

/* One thing that is waited for. */
struct wait {
    struct obj *o;
    unsigned needs;    /* operations that would end it: USE_BIT()s; 0 a lock */
    bool sends;        /* of a channel: the waiter sends */
    int actor, nactor; /* in waits.actor */
};

struct waiter {
    struct g *g;
    enum gopark_stuck stuck;
    int group;       /* its circle, 1.., 0 none */
    int wait, nwait; /* in waits.wait; none at a nil channel */
};

struct waits {
    struct world *w;
    struct mark mark; /* by MARK_STUCK */
    struct uses uses;
    struct waiter *at; /* blocked goroutines by number */
    int n, cap;
    struct wait *wait;
    int nwait, waitcap;
    struct actor *actor;
    int nactor, actorcap;
    int ngroup;
};

/* To be used inside a branch; may raise. False: memory. Also then, and in a
 * handler, ws is for waits_free(). */
bool waits_build(struct waits *ws, struct world *w);
void waits_free(struct waits *ws);
/* NULL: not blocked. */
struct waiter *waits_of(const struct waits *ws, const struct g *gp);

#endif
