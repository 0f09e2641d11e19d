#include "warp.h"

#include <string.h>

/* Keep the longest gaps, in order of time. */
static void
keep(struct warp *wp, int64_t t0, int64_t t1)
{
    int least = 0;

    if (wp->ngap < WARP_GAPS) {
        wp->gap[wp->ngap++] = (struct warp_gap){ t0, t1, 0, 0 };
        return;
    }
    for (int i = 1; i < WARP_GAPS; i++) {
        if (wp->gap[i].t1 - wp->gap[i].t0 <
            wp->gap[least].t1 - wp->gap[least].t0)
            least = i;
    }
    if (t1 - t0 <= wp->gap[least].t1 - wp->gap[least].t0)
        return;
    memmove(&wp->gap[least], &wp->gap[least + 1],
            (size_t)(WARP_GAPS - 1 - least) * sizeof wp->gap[0]);
    wp->gap[WARP_GAPS - 1] = (struct warp_gap){ t0, t1, 0, 0 };
}

static void
find_gaps(struct warp *wp, const struct timeline *tl, int running)
{
    int64_t least = (wp->t1 - wp->t0) / 40, end = wp->t0;

    for (uint32_t i = 0; i < tl->ncount; i++) {
        int64_t a = tl->count[i].t;
        int64_t b = i + 1 < tl->ncount ? tl->count[i + 1].t : wp->t1;
        a = a > end ? a : end;
        b = b < wp->t1 ? b : wp->t1;
        if (tl->count[i].state[VS_RUNNING] + running <= 0 && b - a > least) {
            keep(wp, a, b);
            end = b;
        }
    }
}

static float
linear(int64_t t, int64_t t0, int64_t t1, float x0, float x1)
{
    if (t1 <= t0)
        return x0;
    return x0 + (float)((double)(t - t0) / (double)(t1 - t0)) * (x1 - x0);
}

/* Gaps take at most a third of the width, and none more than its share. */
static void
place_gaps(struct warp *wp)
{
    float width = wp->x1 - wp->x0;
    float each = wp->ngap == 0 ? 0 : width / 3 / (float)wp->ngap;
    int64_t idle = 0, active;
    float x = wp->x0, rest;
    int64_t t = wp->t0;

    each = each > 58 ? 58 : each;
    rest = width - each * (float)wp->ngap;
    for (int i = 0; i < wp->ngap; i++)
        idle += wp->gap[i].t1 - wp->gap[i].t0;
    active = wp->t1 - wp->t0 - idle;
    active = active < 1 ? 1 : active;
    for (int i = 0; i < wp->ngap; i++) {
        struct warp_gap *g = &wp->gap[i];
        x += rest * (float)((double)(g->t0 - t) / (double)active);
        g->x0 = x;
        g->x1 = x += each;
        t = g->t1;
    }
}

void
warp_init(struct warp *wp, const struct timeline *tl, int64_t t0, int64_t t1,
          float x0, float x1, int running)
{
    int64_t idle = 0;

    *wp = (struct warp){ .t0 = t0, .t1 = t1, .x0 = x0, .x1 = x1 };
    find_gaps(wp, tl, running);
    for (int i = 0; i < wp->ngap; i++)
        idle += wp->gap[i].t1 - wp->gap[i].t0;
    if (idle < (t1 - t0) / 3) /* work is what there is to see already */
        wp->ngap = 0;
    place_gaps(wp);
}

float
warp_x(const struct warp *wp, int64_t t)
{
    int64_t from = wp->t0;
    float x = wp->x0;

    if (t <= wp->t0)
        return wp->x0;
    if (t >= wp->t1)
        return wp->x1;
    for (int i = 0; i < wp->ngap; i++) {
        const struct warp_gap *g = &wp->gap[i];
        if (t < g->t0)
            return linear(t, from, g->t0, x, g->x0);
        if (t < g->t1)
            return linear(t, g->t0, g->t1, g->x0, g->x1);
        from = g->t1;
        x = g->x1;
    }
    return linear(t, from, wp->t1, x, wp->x1);
}

static int64_t
back(float x, float x0, float x1, int64_t t0, int64_t t1)
{
    if (x1 <= x0)
        return t0;
    return t0 +
           (int64_t)((double)(x - x0) / (double)(x1 - x0) * (double)(t1 - t0));
}

int64_t
warp_t(const struct warp *wp, float x)
{
    int64_t from = wp->t0;
    float at = wp->x0;

    if (x <= wp->x0)
        return wp->t0;
    if (x >= wp->x1)
        return wp->t1;
    for (int i = 0; i < wp->ngap; i++) {
        const struct warp_gap *g = &wp->gap[i];
        if (x < g->x0)
            return back(x, at, g->x0, from, g->t0);
        if (x < g->x1)
            return back(x, g->x0, g->x1, g->t0, g->t1);
        from = g->t1;
        at = g->x1;
    }
    return back(x, at, wp->x1, from, wp->t1);
}
