/*
 * log.c - the last events of a world, in a ring outside the block.
 *
 * Events are numbered by w->nevent, which is part of the world: after a
 * restore the number goes back, and what is emitted next overwrites what the
 * abandoned future had emitted under the same numbers.
 *
 * L1  low <= high, high - low <= max; event i, low <= i < high, is at
 *     ring[i % max].
 * Of these, the ones before w->nevent are the world's past, if the host has
 * not gone from one future to another without running.
 */
#include "world.h"

#include <assert.h>
#include <string.h>

#include "mem.h"

struct evlog {
    uint64_t max;       /* size of the ring */
    uint64_t low, high; /* numbers of the events it holds */
    struct gopark_event ring[];
};

enum gopark_rc
world_log(struct world *w, size_t max, struct gopark_err *err)
{
    struct evlog *log = NULL;

    if (max > SIZE_MAX / 2 / sizeof log->ring[0])
        return gopark_fail(err, GOPARK_EUSAGE, "event log: %zu is too many",
                           max);
    if (max > 0) {
        log = mem_alloc(sizeof *log + max * sizeof log->ring[0]);
        if (log == NULL)
            return gopark_fail(err, GOPARK_ENOMEM,
                               "event log: no memory for %zu events", max);
        log->max = max;
        log->low = log->high = w->nevent;
    }
    mem_free(w->host.log);
    w->host.log = log;
    return GOPARK_OK;
}

static void
keep(struct evlog *log, uint64_t i, const struct gopark_event *e)
{
    if (i < log->low || i > log->high) /* apart from what is there */
        log->low = i;
    log->high = i + 1;
    if (log->high - log->low > log->max)
        log->low = log->high - log->max;
    log->ring[i % log->max] = *e;
}

void
event_append(struct world *w, const struct gopark_event *e)
{
    uint64_t i = w->nevent++;

    if (w->host.log != NULL)
        keep(w->host.log, i, e);
    if (w->host.listen != NULL)
        w->host.listen(w->host.listen_ctx, w, e);
}

void
heard_slow(struct world *w, enum heard what, uint32_t g, uint32_t object,
           int64_t value)
{
    struct gopark_event e = {
        .step = w->steps, .kind = (uint16_t)what, .p = -1, .m = -1,
        .g = g, .object = object, .value = value,
    };

    w->host.listen(w->host.listen_ctx, w, &e);
}

void
world_log_range(const struct world *w, uint64_t *first, uint64_t *count)
{
    const struct evlog *log = w->host.log;
    uint64_t end = w->nevent;

    *first = end;
    *count = 0;
    if (log == NULL || end <= log->low)
        return;
    *first = log->low;
    if (end > log->high)
        end = log->high;
    *count = end - log->low;
}

const struct gopark_event *
world_log_at(const struct world *w, uint64_t i)
{
    const struct evlog *log = w->host.log;
    uint64_t first, count;

    world_log_range(w, &first, &count);
    if (i < first || i - first >= count)
        return NULL;
    return &log->ring[i % log->max];
}
