/*
 * warp.h - time on the timeline: a stretch in which nobody runs takes little
 * room.
 *
 * A program that sleeps a millisecond and then works a microsecond would
 * otherwise be a row of hairlines. Between the gaps the scale is even; a gap
 * is marked and says how long it is.
 */
#ifndef VIZ_WARP_H
#define VIZ_WARP_H

#include <stdint.h>

#include "timeline.h"

enum { WARP_GAPS = 64 };

struct warp_gap {
    int64_t t0, t1;
    float x0, x1;
};

struct warp {
    int64_t t0, t1;                 /* the window, t0 < t1 */
    float x0, x1;                   /* where it is drawn */
    struct warp_gap gap[WARP_GAPS]; /* in order of time */
    int ngap;
};

/* running: how many run when the counts of tl say 0. */
void warp_init(struct warp *wp, const struct timeline *tl, int64_t t0,
               int64_t t1, float x0, float x1, int running);
/* Outside the window: its nearer end. */
float warp_x(const struct warp *wp, int64_t t);
int64_t warp_t(const struct warp *wp, float x);

#endif
