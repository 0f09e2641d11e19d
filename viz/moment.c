/*
 * moment.c - what the timeline knows about a moment: which step it was, how
 * many there were of each state.
 */
#include "timeline.h"

#include <stddef.h>

int64_t
timeline_start(const struct timeline *tl)
{
    return tl->nev > 0 && tl->first > 0 ? tl->ev[0].t : 0;
}

int64_t
timeline_end(const struct timeline *tl)
{
    return tl->nev > 0 ? tl->ev[tl->nev - 1].upto : 0;
}

uint64_t
timeline_step_at(const struct timeline *tl, int64_t t)
{
    uint32_t lo = 0, hi = tl->nev;

    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (tl->ev[mid].upto <= t)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo == 0 ? 0 : tl->ev[lo - 1].step;
}

uint64_t
timeline_slice_before(const struct timeline *tl, uint64_t step)
{
    for (uint32_t i = tl->now; i-- > 0;) {
        const struct tl_event *e = &tl->ev[i];
        if (e->kind == EV_G_START && e->step < step)
            return e->step;
    }
    return 0;
}

const struct tl_count *
timeline_count_at(const struct timeline *tl, int64_t t)
{
    uint32_t lo = 0, hi = tl->ncount;

    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (tl->count[mid].t <= t)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo == 0 ? NULL : &tl->count[lo - 1];
}

int64_t
timeline_recent(const struct timeline *tl, uint32_t n)
{
    int64_t end = tl->now > 0 ? tl->ev[tl->now - 1].upto : 0;
    uint32_t i = tl->nchange;

    while (i > 0 && tl->change[i - 1].t > end)
        i--;
    if (i <= n)
        return timeline_start(tl);
    return tl->change[i - n].t;
}
