/*
 * search_progress.c - how far a search has come, on a line of the terminal
 * that is written over.
 *
 * What is left is estimated only where that is sound: of random runs, and of
 * a search without reduction. With reduction nobody knows how many classes
 * there are before they have been seen; there the line says how many
 * schedules it will try at most.
 */
#define _POSIX_C_SOURCE 200809L
#include "search.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void
progress_begin(struct progress *p, uint64_t most)
{
    *p = (struct progress){ .most = most, .start = now() };
    p->next = p->start + 1;
}

static void
add_left(struct text *t, double done, double seconds)
{
    double left = done > 0 ? seconds * (1 - done) / done : 0;

    if (done <= 0)
        return;
    text_printf(t, ", about %.*f %% done", done < 0.1 ? 1 : 0, 100 * done);
    if (left < 120)
        text_printf(t, ", %.0f s left", left);
    else if (left < 7200)
        text_printf(t, ", %.0f min left", left / 60);
    else
        text_printf(t, ", %.3g h left", left / 3600);
}

void
progress_write(const struct progress *p, const struct explore_progress *e,
               struct text *t)
{
    double s = now() - p->start;

    text_printf(t, "%" PRIu64, e->executions + e->blocked);
    if (p->most > 0 && e->done < 0)
        text_printf(t, " of at most %" PRIu64, p->most);
    text_printf(t, " schedules, depth %zu, %.0f transitions/s, %d finding%s",
                e->depth, s > 0 ? (double)e->transitions / s : 0, e->findings,
                e->findings == 1 ? "" : "s");
    add_left(t, e->done, s);
}

bool
progress_is_due(struct progress *p)
{
    double t = now();

    if (t < p->next)
        return false;
    p->next = t + 1;
    return true;
}

void
progress_show(struct progress *p, const struct explore_progress *e)
{
    struct text t = { 0 };

    if (!progress_is_due(p))
        return;
    progress_write(p, e, &t);
    fprintf(stderr, "\r%s\033[K", t.s);
    text_done(&t);
    p->shown = true;
}

void
progress_end(const struct progress *p)
{
    if (p->shown)
        fprintf(stderr, "\r\033[K");
}
