/*
 * chan.h - channels, and select over them.
 *
 * An operation decides and changes the queues; the caller then moves the
 * value as the answer says, before anything else happens.
 */
#ifndef GOPARK_SYNC_CHAN_H
#define GOPARK_SYNC_CHAN_H

#include "sync/obj.h"

struct waitq {
    struct sudog *first, *last; /* oldest first */
};

/*
 * C1  0 <= count <= cap.               C5  closed: both queues are empty.
 * C2  recvq not empty: count == 0.     C3  sendq not empty: count == cap.
 * C4  sendq or recvq is empty, unless one G's select waits on both sides.
 */
struct hchan {
    struct obj o;
    int cap;            /* slots; 0 means unbuffered */
    int count;          /* slots in use; the elements themselves are in Lua */
    int head;           /* slot of the oldest element */
    bool closed;        /* set once, never cleared */
    bool nil;           /* stands for a nil channel */
    bool sealed;        /* scripts may neither send nor close (Done) */
    struct waitq sendq; /* parked senders, oldest first */
    struct waitq recvq; /* parked receivers, oldest first */
    struct timer *timer; /* what feeds it, or NULL (TM-6) */
};

enum chan_act {
    CHAN_SLOT,    /* store in, or take from, slot; nobody is woken */
    CHAN_HAND,    /* give to, or take from, the G of peer, already readied */
    CHAN_SHIFT,   /* receive: take slot; peer's value then goes into it */
    CHAN_PARK,    /* the G is parked */
    CHAN_CLOSED,  /* send: panic; receive: nil, false */
    CHAN_BUSY,    /* would block, and was asked not to */
};

struct chan_move {
    int slot;           /* CHAN_SLOT, CHAN_SHIFT */
    struct g *peer;     /* CHAN_HAND, CHAN_SHIFT */
    int elem;           /* where the peer's value lies on its stack */
};

/* One case of a select. */
struct scase {
    struct hchan *c;    /* NULL or nil: never ready */
    bool sends;
    int32_t elem;       /* where its value lies, if it sends */
};

void chan_init(struct world *w, struct hchan *c, int cap);
/* CH-10..18, CH-20..28. elem: where the value lies on gp's stack. */
enum chan_act chan_send(struct world *w, struct hchan *c, struct g *gp,
                        int elem, bool block, struct chan_move *mv);
enum chan_act chan_recv(struct world *w, struct hchan *c, struct g *gp,
                        bool block, struct chan_move *mv);
/* CH-30..32. The waiters are readied; wake(w, gp, case) is told of each
 * before it is, to give a receiver its nil, false. */
typedef void chan_wake_fn(struct world *w, struct g *gp, bool sends);
void chan_close(struct world *w, struct hchan *c, chan_wake_fn *wake);
/* len as a script sees it: 0 for a timer channel (CH-33). */
int chan_len(const struct hchan *c);

/* SEL-6: choose among the ready cases and do it; *which is its index.
 * CHAN_BUSY: none is ready, and nothing was done. */
enum chan_act select_try(struct world *w, struct g *gp, struct scase *sc,
                         int n, int *which, struct chan_move *mv);
/* SEL-10: queue on every case and park. False: no memory. */
bool select_park(struct world *w, struct g *gp, const struct scase *sc,
                 int n);
/* Put sg, filled but for its links, at the tail of its queue of c. */
void chan_enqueue(struct world *w, struct hchan *c, struct sudog *sg);
/* Take gp off every queue its select, or its operation, stands in. */
void chan_unqueue(struct world *w, struct g *gp);

/* A timer channel: put its timer into a heap while somebody waits. */
void chan_timer_watch(struct world *w, struct hchan *c);
/* Fire it if it is due, before anybody looks at the channel (CH-22). */
void chan_timer_poll(struct world *w, struct hchan *c);

/* Assert C1-C5. */
void chan_check(const struct hchan *c);

#endif
