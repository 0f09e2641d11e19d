/*
 * blocked.h - who waits at what: the edges between goroutines and objects.
 */
#ifndef GOPARK_CHECK_BLOCKED_H
#define GOPARK_CHECK_BLOCKED_H

#include "sync/chan.h"
#include "sync/lock.h"

/* Does gp wait for what another goroutine has to do (LK-3)? Not so: one that
 * sleeps, is in a system call, or is held back by an input. */
bool blocked_is(const struct g *gp);

/* Call each for the objects that gp waits at: none at a nil channel. */
typedef void blocked_object_fn(void *ctx, struct obj *o);
void blocked_at(const struct g *gp, blocked_object_fn *each, void *ctx);

/* Is o a lock that is held, whose holders are all known and alive, and that
 * has never been unlocked by anybody else? */
bool blocked_owned(const struct world *w, const struct obj *o);
/* Call each for those who hold the lock o, as far as known and alive. */
typedef void blocked_g_fn(void *ctx, struct g *gp);
void blocked_holders(const struct world *w, const struct obj *o,
                     blocked_g_fn *each, void *ctx);

/* Is gp one of them? */
bool blocked_holds(const struct world *w, const struct obj *o,
                   const struct g *gp);
/* Call each for those whom gp, which waits for the lock o, waits for: a
 * reader behind a writer that is not in yet waits for that writer. */
void blocked_behind(const struct world *w, const struct g *gp,
                    const struct obj *o, blocked_g_fn *each, void *ctx);

/* Call each for the goroutines that wait at o, in the order of its queues. */
void blocked_by(struct obj *o, blocked_g_fn *each, void *ctx);
/* Of those at an RWMutex that is read: who waits until all readers have left;
 * and who waits behind that writer. */
void blocked_by_readers(struct rwmutex *rw, blocked_g_fn *each, void *ctx);
void blocked_by_writer(struct rwmutex *rw, blocked_g_fn *each, void *ctx);

#endif
