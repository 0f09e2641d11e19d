/*
 * need.h - what each goroutine stands before: between need.c and offer.c.
 */
#ifndef GOPARK_CHECK_NEED_H
#define GOPARK_CHECK_NEED_H

#include "check/offer.h"

/* One channel operation that would do. */
struct need_case {
    struct hchan *c;
    bool sends;
    int no;      /* of its select, from 1; 0 a plain operation */
};

struct need {
    struct g *gp;
    struct touch touch;
    bool alone;  /* can be done without a partner, whatever case */
    bool chan;   /* depends on its cases */
    int dflt;    /* position of the default case, 0 none */
    int choices; /* check.choose: 1..choices, else 0 */
    size_t first, ncase;
    uint32_t lock, unlock;
};

struct scan {
    VEC(struct need) need;
    VEC(struct need_case) kase;
};

/* What gp needs: fills n, appends cases to sc and footprints to of. */
void need_of(struct offers *of, struct scan *sc, struct world *w,
             struct g *gp, struct need *n);
/* Can the case be done now without a partner that has not parked? */
bool need_case_ready(const struct world *w, const struct need_case *nc);

/* Append to a footprint what lies at of->print's end: begin, add, end. */
struct touch need_begin(const struct offers *of);
void need_touch(struct offers *of, struct touch *t, uint32_t object,
                uint32_t cell, bool written);

/* Footprints that are no object's. */
enum { TOUCH_CLOCK = 0xfffffffe, TOUCH_INPUT = 0xfffffffd,
       TOUCH_OUTPUT = 0xfffffffc, TOUCH_STATE = 0xfffffffb };

#endif
