/*
 * race.h - the data races of one execution, by happens-before (RACE-1..3).
 *
 * Input are notes: what goroutines did that orders them, and their accesses.
 * Each goroutine has a vector clock, and so has each place where one leaves
 * what it knows for another to take: a lock, a slot of a channel, a group.
 * Of each location the last write and the reads since are kept (FastTrack,
 * FT-1..3: Flanagan and Freund, PLDI 2009); nearly always one entry of a
 * clock is compared.
 */
#ifndef GOPARK_CHECK_RACE_H
#define GOPARK_CHECK_RACE_H

#include "check/vec.h"
#include "world/world.h"

/* An event, or something heard, as far as it matters. */
struct race_note {
    uint16_t kind; /* enum gopark_event_kind, or enum heard */
    uint32_t g, object;
    int64_t value;
};

/* What an access is to. Cells have their number, from 0, the shape. */
enum race_part {
    RACE_HEADER = -1, /* of a channel: send reads it, close writes it */
    RACE_GROUP = -2,  /* of a wait group: Add from 0, and Wait */
};

/* Two accesses to one location that nothing orders: notes by number. Of a
 * channel close is what writes, of a group Wait. */
struct race_found {
    uint32_t object;
    int64_t part;
    size_t before, after;
    bool before_writes, after_writes;
};

struct race;
struct race *race_new(void); /* NULL: no memory */
void race_free(struct race *r);
/* Does a note of this kind matter? */
bool race_wants(unsigned kind);
/* Can there be no race without one of these? */
bool race_may_begin(unsigned kind);
/* The first race of each location in notes, in order of their second access;
 * *n of them, good until the next call. NULL: there was no memory. */
const struct race_found *race_run(struct race *r,
                                  const struct race_note *notes, size_t nnote,
                                  size_t *n);

#endif
