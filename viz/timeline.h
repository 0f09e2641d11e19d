/*
 * timeline.h - what ran where and when, gathered from the event log.
 *
 * Each new event of the log is read once. It may open or close a stretch on a
 * lane (a P that runs a goroutine, an M in a system call) and may change a
 * goroutine's state; changes are chained by goroutine, so one lane of one
 * goroutine is read without looking at the others. Going back keeps what is
 * known of the future, until something else happens there.
 *
 * Each M has a clock of its own, so the times of the log are not in order.
 * Where a moment is looked up, the latest time so far stands for an event's.
 */
#ifndef VIZ_TIMELINE_H
#define VIZ_TIMELINE_H

#include <stdbool.h>
#include <stdint.h>

#include "census.h"
#include "gopark.h"

struct tl_event {
    uint64_t step;
    int64_t t, value;
    int64_t upto; /* the latest time so far */
    uint32_t g, object;
    int32_t m;
    int16_t p;
    uint8_t kind;
};

/* g ran (or was in a system call) from t0 to t1; t1 < 0: it still is. */
struct tl_seg {
    int64_t t0, t1;
    uint32_t g;
};

struct tl_lane {
    struct tl_seg *seg;
    uint32_t n, room;
};

/* From t on g was in state; prev: its change before, index + 1, 0 none. */
struct tl_change {
    int64_t t;
    uint32_t g, prev;
    uint8_t state, reason;
};

/* How many there were from t on, relative to the first event known. */
struct tl_count {
    int64_t t; /* the latest so far, so in order */
    int32_t state[NVSTATE];
    int32_t buffered; /* elements in channels */
};

struct timeline {
    struct tl_event *ev;
    uint32_t nev, ev_room;
    uint64_t first; /* the log's number of ev[0] */
    uint32_t now;   /* events that have happened; the rest is future */
    struct tl_lane *p, *m;
    uint32_t np, nm, p_room, m_room;
    struct tl_change *change;
    uint32_t nchange, change_room;
    uint32_t *last; /* by goroutine: its last change, index + 1 */
    uint32_t nlast, last_room;
    struct tl_count *count;
    uint32_t ncount, count_room;
    uint64_t version; /* differs when anything above does */
};

/* Read what is new in w's log; true if anything changed. */
bool timeline_feed(struct timeline *tl, const struct world *w);
void timeline_clear(struct timeline *tl);
void timeline_fini(struct timeline *tl);

int64_t timeline_start(const struct timeline *tl);
int64_t timeline_end(const struct timeline *tl);
/* The step that was current at time t. */
uint64_t timeline_step_at(const struct timeline *tl, int64_t t);
/* First step of the slice before (of the slice after) step; step if none. */
uint64_t timeline_slice_before(const struct timeline *tl, uint64_t step);
/* Counts in force at t; NULL before the first. */
const struct tl_count *timeline_count_at(const struct timeline *tl, int64_t t);
/* A start for a window that ends now and is still readable. */
int64_t timeline_recent(const struct timeline *tl, uint32_t nchange);

#endif
