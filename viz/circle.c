/*
 * circle.c - of the wait-for graph, one circle as a path: who waits, for
 * what, for whom, and so on until it closes.
 */
#include <stdlib.h>

#include "viz.h"

struct search {
    const struct gopark_waits *ws;
    int circle;
};

static bool
in_circle(const struct search *s, uint32_t g)
{
    for (int i = 0; i < s->ws->nwaiting; i++) {
        const struct gopark_waiting *wt = &s->ws->waiting[i];
        if (wt->g == g)
            return wt->circle == s->circle && wt->stuck == STUCK_CIRCLE;
    }
    return false;
}

/* Who of the circle could end g's wait, and at what; false: nobody. */
static bool
follow(const struct search *s, uint32_t g, struct viz_edge *out)
{
    const struct gopark_waits *ws = s->ws;

    for (int i = 0; i < ws->nedge; i++) {
        const struct gopark_edge *e = &ws->edge[i];
        if (e->g != g || (e->kind != EDGE_WAITS && e->kind != EDGE_SENDS))
            continue;
        for (int k = 0; k < ws->nedge; k++) {
            const struct gopark_edge *f = &ws->edge[k];
            bool ends = f->kind == EDGE_HOLDS || f->kind == EDGE_COULD;
            if (ends && f->object == e->object && f->g != g &&
                in_circle(s, f->g)) {
                *out = (struct viz_edge){ g, e->object, f->g };
                return true;
            }
        }
    }
    return false;
}

/* Walk until a goroutine comes again; what lies between is the circle. */
static int
walk(const struct search *s, uint32_t from, struct viz_edge *out, int max)
{
    uint32_t g = from;

    for (int n = 0; n < max; g = out[n++].on) {
        for (int i = 0; i < n; i++) {
            if (out[i].g != g)
                continue;
            for (int k = i; k < n; k++)
                out[k - i] = out[k];
            return n - i;
        }
        if (!follow(s, g, &out[n]))
            return 0;
    }
    return 0;
}

int
viz_circle(struct world *w, struct viz_edge *out, int max)
{
    struct gopark_waits ws;
    struct search s = { .ws = &ws };
    int n = 0;

    if (!world_waits(w, &ws))
        return 0;
    for (int i = 0; i < ws.nwaiting && n == 0; i++) {
        if (ws.waiting[i].stuck != STUCK_CIRCLE)
            continue;
        s.circle = ws.waiting[i].circle;
        n = walk(&s, ws.waiting[i].g, out, max);
    }
    gopark_waits_free(&ws);
    return n;
}
