/*
 * pace.c - wall clock: the pace, and time for the window.
 */
#define _XOPEN_SOURCE 700
#include "pace.h"

#include <time.h>

#define POLL_NS 8000000 /* between two looks at the window */

static int64_t wall_start, world_start, polled;

static int64_t
wall(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void
pace_start(struct repl *r)
{
    wall_start = wall();
    world_start = world_now(r->w);
    polled = 0;
}

bool
pace_due(struct repl *r)
{
    int64_t now = wall();

    (void)r;
    if (now - polled < POLL_NS)
        return false;
    polled = now;
    return true;
}

void
pace_keep(struct repl *r)
{
    if (r->pace == 0)
        return;
    while (!r->stop_asked) {
        double ahead = (double)(world_now(r->w) - world_start) / r->pace -
                       (double)(wall() - wall_start);
        struct timespec t = { 0, POLL_NS };

        if (ahead <= 0)
            return;
        if (ahead < POLL_NS)
            t.tv_nsec = (long)ahead;
        nanosleep(&t, NULL);
        if (r->poll != NULL && pace_due(r) && r->poll(r->poll_ctx))
            r->stop_asked = true;
    }
}
