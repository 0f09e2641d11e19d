/*
 * lay_timeline.c - what ran where and when: a lane per P, per M that has been
 * in a system call, per selected goroutine, and curves.
 *
 * A lane is reduced to what can be seen: stretches shorter than a pixel join
 * the one before. What lies beyond the present is known from before the
 * session went back, and is dim.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scene.h"

enum { NAME_W = 78, AXIS_H = 14, CURVES = 3 };

struct span {
    struct warp wp; /* from t to x */
    int64_t now;
};

static float
x_of(const struct span *sp, int64_t t)
{
    return warp_x(&sp->wp, t);
}

/* Runners when the counts say 0: these begin where the log does. */
static int
runners(const struct build *b, int64_t now)
{
    const struct tl_count *c = timeline_count_at(b->in->timeline, now);

    return (int)b->c->total[VS_RUNNING] -
           (c == NULL ? 0 : c->state[VS_RUNNING]);
}

/* The window in time: the view's own, or the recent past. */
static void
window(const struct build *b, struct span *sp, float x0, float x1)
{
    const struct timeline *tl = b->in->timeline;
    int64_t end = timeline_end(tl), room, t0, t1;

    sp->now = world_now(b->w);
    end = end > sp->now ? end : sp->now;
    if (b->v->time_span > 0) {
        t1 = b->v->time_from < 0 ? sp->now : b->v->time_from + b->v->time_span;
        t0 = t1 - b->v->time_span;
    } else {
        t0 = timeline_recent(tl, 140);
        t1 = sp->now;
        if (end > sp->now) { /* some of the future, too */
            room = (sp->now - t0) / 3;
            t1 = end < sp->now + room || room < 1000 ? end : sp->now + room;
        }
    }
    if (t1 < t0 + 1000)
        t1 = t0 + 1000;
    warp_init(&sp->wp, tl, t0, t1, x0, x1, runners(b, sp->now));
}

static void
lane_name(struct build *b, float x, float y, float h, const char *s)
{
    scene_label(b, (struct rect){ x, y + h / 2 - 7, NAME_W - 8, 14 },
                h < 12 ? FONT_TINY : FONT_SMALL, INK_DIM, ALIGN_LEFT, "%s", s);
}

static void
bar(struct build *b, const struct span *sp, int64_t t0, int64_t t1,
    enum vstate s, uint32_t g, float y, float h, const char *name)
{
    float x0 = x_of(sp, t0), x1 = x_of(sp, t1);
    struct item *it;

    if (x1 <= sp->wp.x0 || x0 >= sp->wp.x1)
        return;
    it = scene_add(
        b, SHAPE_BAR,
        (struct rect){ x0, y, x1 - x0 < 1.5f ? 1.5f : x1 - x0 - 1, h });
    it->state = (uint8_t)s;
    scene_is(it, TH_TIME, g, 0);
    if (t0 >= sp->now)
        it->flags |= IT_DIM;
    if (name == NULL || x1 - x0 < 18)
        return;
    it->text = scene_say(b->s, "%s", name);
    it->font = FONT_TINY;
    it->textw = scene_width(b, FONT_TINY, name);
    it->align = ALIGN_CENTRE;
    if (it->textw > it->w - 2)
        it->text = 0;
    else
        it->flags |= IT_LABEL;
}

/* First stretch of a lane that ends at t or later. */
static uint32_t
seek(const struct tl_lane *l, int64_t t)
{
    uint32_t lo = 0, hi = l->n;

    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (l->seg[mid].t1 >= 0 && l->seg[mid].t1 < t)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static void
lane(struct build *b, const struct span *sp, const struct tl_lane *l,
     enum vstate s, float y, float h)
{
    float reached = sp->wp.x0 - 2;

    for (uint32_t i = seek(l, sp->wp.t0); i < l->n; i++) {
        const struct tl_seg *seg = &l->seg[i];
        int64_t t1 = seg->t1 < 0 ? sp->now : seg->t1;
        char name[16];
        if (seg->t0 > sp->wp.t1)
            break;
        if (x_of(sp, t1) < reached + 1)
            continue;
        snprintf(name, sizeof name, "G%u", seg->g);
        bar(b, sp, seg->t0, t1, s, seg->g, y, h, h >= 10 ? name : NULL);
        reached = x_of(sp, t1);
    }
}

/* The states of one goroutine, followed backwards along its changes. */
static void
g_lane(struct build *b, const struct span *sp, uint32_t g, float y, float h)
{
    const struct timeline *tl = b->in->timeline;
    uint32_t at = g < tl->nlast ? tl->last[g] : 0;
    int64_t t1 = sp->wp.t1;
    float reached = sp->wp.x1 + 2;

    if (tl->now == tl->nev && sp->now < t1)
        t1 = sp->now;
    for (; at != 0; at = tl->change[at - 1].prev) {
        const struct tl_change *c = &tl->change[at - 1];
        const struct census_g *cg = census_find(b->c, g);
        enum vstate s = (enum vstate)c->state;
        if (tl->last[g] == at && cg != NULL && cg->state == VS_BAD)
            s = VS_BAD;
        if (t1 > sp->wp.t0 && s != VS_DONE && x_of(sp, c->t) < reached - 1) {
            bar(b, sp, c->t, t1, s, g, y, h, NULL);
            reached = x_of(sp, c->t);
        }
        t1 = c->t;
        if (t1 < sp->wp.t0)
            break;
    }
}

/* --- curves ------------------------------------------------------------ */

/* What a curve shows; counts are relative, offset makes them absolute. */
static int
value(const struct tl_count *c, int which)
{
    int n = 0;

    if (which == 1)
        return c->state[VS_RUNNABLE];
    if (which == 2)
        return c->buffered;
    for (int s = 0; s < NVSTATE; s++)
        n += s == VS_DONE ? 0 : c->state[s];
    return n;
}

static int
present(const struct build *b, int which)
{
    struct gopark_object o;
    int n = 0;

    if (which == 0)
        return (int)b->c->live;
    if (which == 1)
        return (int)b->c->total[VS_RUNNABLE];
    for (uint32_t id = world_next_object(b->w, 0); id != 0;
         id = world_next_object(b->w, id))
        n += world_object(b->w, id, &o) && o.kind == OBJ_CHAN ? o.len : 0;
    return n;
}

static uint32_t
count_index(const struct timeline *tl, int64_t t)
{
    const struct tl_count *c = timeline_count_at(tl, t);

    return c == NULL ? 0 : (uint32_t)(c - tl->count);
}

static void
curve(struct build *b, const struct span *sp, int which, float y, float h)
{
    static const enum ink ink[CURVES] = { INK_TEXT, INK_STATE + VS_RUNNABLE,
                                          INK_DIM };
    const struct timeline *tl = b->in->timeline;
    const struct tl_count *now = timeline_count_at(tl, sp->now);
    int offset = present(b, which) - (now == NULL ? 0 : value(now, which));
    int top = 1;
    uint32_t from = count_index(tl, sp->wp.t0), to = count_index(tl, sp->wp.t1);
    struct item *it =
        scene_add(b, SHAPE_CURVE,
                  (struct rect){ sp->wp.x0, y, sp->wp.x1 - sp->wp.x0, h });
    uint32_t first = b->s->npoint;
    float last = -10, lasty = 0;

    it->ink = (uint8_t)ink[which];
    scene_is(it, TH_CURVE, 0, (uint32_t)which);
    if (tl->ncount == 0)
        return;
    for (uint32_t i = from; i <= to; i++) {
        int v = value(&tl->count[i], which) + offset;
        top = v > top ? v : top;
    }
    for (uint32_t i = from; i <= to; i++) {
        float x = x_of(sp, tl->count[i].t);
        int v = value(&tl->count[i], which) + offset;
        if (x < last + 0.7f)
            continue;
        if (last > -10)
            scene_point(b->s, x, lasty);
        lasty = y + h - 2 - (h - 4) * (float)(v < 0 ? 0 : v) / (float)top;
        scene_point(b->s, x, lasty);
        last = x;
    }
    scene_point(b->s, x_of(sp, sp->now > sp->wp.t1 ? sp->wp.t1 : sp->now),
                lasty);
    it->first = first;
    it->count = b->s->npoint - first;
    scene_label(b, (struct rect){ sp->wp.x1 + 2, y + h / 2 - 6, 40, 12 },
                FONT_TINY, INK_DIM, ALIGN_LEFT, "%d", present(b, which));
}

/* All states stacked, when there are too many goroutines to tell apart. */
static void
stacked(struct build *b, const struct span *sp, float y, float h)
{
    static const enum vstate order[] = { VS_BAD,     VS_WAITING,  VS_SLEEPING,
                                         VS_SYSCALL, VS_RUNNABLE, VS_RUNNING };
    enum { STATES = sizeof order / sizeof order[0], COLUMNS = 160 };
    const struct timeline *tl = b->in->timeline;
    const struct tl_count *now = timeline_count_at(tl, sp->now);
    float base[COLUMNS + 1];
    int offset[NVSTATE], most = 1;

    if (now == NULL)
        return;
    for (int s = 0; s < NVSTATE; s++)
        offset[s] = (int)b->c->total[s] - now->state[s];
    for (int i = 0; i <= COLUMNS; i++) {
        int64_t t = warp_t(&sp->wp, sp->wp.x0 + (sp->wp.x1 - sp->wp.x0) *
                                                    (float)i / COLUMNS);
        const struct tl_count *c = timeline_count_at(tl, t);
        int sum = 0;
        for (int k = 0; k < (int)STATES && c != NULL; k++)
            sum += c->state[order[k]] + offset[order[k]];
        most = sum > most ? sum : most;
        base[i] = y + h;
    }
    for (int k = 0; k < (int)STATES; k++) {
        uint32_t first = b->s->npoint;
        struct item *it;
        for (int i = 0; i <= COLUMNS; i++) {
            int64_t t = warp_t(&sp->wp, sp->wp.x0 + (sp->wp.x1 - sp->wp.x0) *
                                                        (float)i / COLUMNS);
            const struct tl_count *c = timeline_count_at(tl, t);
            int v = c == NULL ? 0 : c->state[order[k]] + offset[order[k]];
            float up = h * (float)(v < 0 ? 0 : v) / (float)most;
            scene_point(b->s, x_of(sp, t), base[i]);
            base[i] -= up;
            scene_point(b->s, x_of(sp, t), base[i]);
        }
        it = scene_add(b, SHAPE_AREA,
                       (struct rect){ sp->wp.x0, y, sp->wp.x1 - sp->wp.x0, h });
        it->fill = (uint8_t)(INK_STATE + order[k]);
        it->first = first;
        it->count = b->s->npoint - first;
        scene_is(it, TH_CURVE, 0, 3);
    }
}

/* --- the axis ---------------------------------------------------------- */

/* The time between two marks: 1, 2 or 5 of some unit, 70 px or more. */
static int64_t
mark_every(const struct warp *wp)
{
    double idle = 0, gaps = 0, least, unit, m;

    for (int i = 0; i < wp->ngap; i++) {
        idle += (double)(wp->gap[i].t1 - wp->gap[i].t0);
        gaps += wp->gap[i].x1 - wp->gap[i].x0;
    }
    least = ((double)(wp->t1 - wp->t0) - idle) * 70 / (wp->x1 - wp->x0 - gaps);
    unit = pow(10, floor(log10(least < 1 ? 1 : least)));
    m = least / unit;
    unit *= m <= 1 ? 1 : m <= 2 ? 2 : m <= 5 ? 5 : 10;
    return unit < 1 ? 1 : (int64_t)unit;
}

/* A stretch without work: a band, and how long it is. */
static void
gap_mark(struct build *b, const struct warp_gap *g, float y, float top)
{
    char buf[32];
    struct item *it =
        scene_box(b, (struct rect){ g->x0, top, g->x1 - g->x0, y - top }, 0,
                  INK_ROW, INK_NONE);
    float w =
        scene_width(b, FONT_TINY, text_span(buf, sizeof buf, g->t1 - g->t0));

    it->flags |= IT_HATCH | IT_DIM;
    if (w <= g->x1 - g->x0)
        scene_label(b, (struct rect){ g->x0, y, g->x1 - g->x0, 12 }, FONT_TINY,
                    INK_DIM, ALIGN_CENTRE, "%s", buf);
}

static bool
in_gap(const struct warp *wp, float x0, float x1)
{
    for (int i = 0; i < wp->ngap; i++) {
        if (x1 > wp->gap[i].x0 && x0 < wp->gap[i].x1)
            return true;
    }
    return false;
}

static void
axis(struct build *b, const struct span *sp, float y, float top)
{
    const struct warp *wp = &sp->wp;
    int64_t unit = mark_every(wp), t = (wp->t0 / unit + 1) * unit;
    float last = wp->x0 - 60;

    for (int i = 0; i < wp->ngap; i++)
        gap_mark(b, &wp->gap[i], y, top);
    while (t < wp->t1) {
        float x = x_of(sp, t);
        char buf[32];
        if (in_gap(wp, x, x)) { /* on to its end */
            int64_t to = warp_t(wp, x + 1);
            t = (to > t ? to / unit + 1 : t / unit + 1) * unit;
            continue;
        }
        if (x - last >= 60 || last < wp->x0)
            scene_wire(b, x, top, x, y, 0, INK_EDGE, 0);
        if (x - last >= 66 && !in_gap(wp, x - 30, x + 30) && x - 30 > wp->x0 &&
            x + 30 < wp->x1) {
            scene_label(b, (struct rect){ x - 30, y, 60, 12 }, FONT_TINY,
                        INK_DIM, ALIGN_CENTRE, "%s",
                        text_span(buf, sizeof buf, t));
            last = x;
        }
        t += unit;
    }
}

static void
present_line(struct build *b, const struct span *sp, float top, float bottom)
{
    float x = x_of(sp, sp->now);
    struct item *it = scene_box(
        b, (struct rect){ sp->wp.x0, top, sp->wp.x1 - sp->wp.x0, bottom - top },
        0, INK_NONE, INK_NONE);

    scene_is(it, TH_TIME, 0, 1);
    it = scene_wire(b, x, top - 2, x, bottom, 0, INK_TEXT, 0);
    it->key = (uint64_t)TH_TIME << 56 | 1;
    scene_box(b, (struct rect){ x - 4, top - 5, 8, 8 }, 4, INK_TEXT, INK_NONE);
}

/* --- the panel --------------------------------------------------------- */

static int
syscall_lanes(const struct timeline *tl)
{
    int n = 0;

    for (uint32_t i = 0; i < tl->nm; i++)
        n += tl->m[i].n > 0;
    return n;
}

static int
selected_lanes(const struct build *b)
{
    int n = 0;

    for (int i = 0; i < VIEW_NLANE; i++)
        n += b->v->lane[i] != 0 && b->v->lane[i] <= world_ngs(b->w);
    return n;
}

static float
all_lanes(struct build *b, const struct span *sp, float x, float y, float h)
{
    const struct timeline *tl = b->in->timeline;
    float bh = h - 3;
    char name[32];

    for (int i = 0; i < world_nps(b->w); i++, y += h) {
        snprintf(name, sizeof name, "P%d", i);
        lane_name(b, x, y, bh, name);
        if (i < (int)tl->np)
            lane(b, sp, &tl->p[i], VS_RUNNING, y, bh);
    }
    for (uint32_t i = 0; i < tl->nm; i++) {
        if (tl->m[i].n == 0)
            continue;
        snprintf(name, sizeof name, scene_word(b, T_SYSCALL_LANE), (int)i);
        lane_name(b, x, y, bh, name);
        lane(b, sp, &tl->m[i], VS_SYSCALL, y, bh);
        y += h;
    }
    for (int i = 0; i < VIEW_NLANE; i++) {
        uint32_t g = b->v->lane[i];
        if (g == 0 || g > world_ngs(b->w))
            continue;
        snprintf(name, sizeof name, "G%u", g);
        lane_name(b, x, y, bh, name);
        g_lane(b, sp, g, y + bh * 0.15f, bh * 0.7f);
        y += h;
    }
    return y;
}

static float
curves(struct build *b, const struct span *sp, float x, float y, float h)
{
    static const enum text name[CURVES] = { T_CURVE_GS, T_CURVE_RUNQ,
                                            T_CURVE_CHANS };

    if (b->c->level == LEVEL_GROUP) {
        lane_name(b, x, y, h * 2, scene_word(b, T_STATES));
        stacked(b, sp, y, h * 2 - 4);
        y += h * 2;
    }
    for (int i = 0; i < CURVES; i++, y += h) {
        lane_name(b, x, y, h, scene_word(b, name[i]));
        curve(b, sp, i, y, h - 2);
    }
    return y;
}

void
lay_timeline(struct build *b)
{
    struct rect r;
    struct span sp;
    float y, h;
    int n = world_nps(b->w) + syscall_lanes(b->in->timeline) +
            selected_lanes(b) + CURVES + (b->c->level == LEVEL_GROUP ? 2 : 0);

    scene_panel_begin(b, PANEL_TIMELINE, scene_word(b, T_TIMELINE),
                      scene_word(b, T_DRAG));
    r = b->s->panel[PANEL_TIMELINE].body;
    window(b, &sp, r.x + NAME_W + 8, r.x + r.w - 40);
    h = (r.h - AXIS_H - 10) / (float)n;
    h = h > 24 ? 24 : h < 11 ? 11 : h;
    y = r.y + 4 - b->v->scroll[PANEL_TIMELINE];
    b->clip = 0;
    axis(b, &sp, r.y + r.h - AXIS_H, r.y);
    b->s->panel[PANEL_TIMELINE].body.h = r.h -= AXIS_H + 2;
    b->clip = PANEL_TIMELINE;
    y = all_lanes(b, &sp, r.x + 11, y, h);
    y = curves(b, &sp, r.x + 11, y, h);
    present_line(b, &sp, r.y + 4, r.y + r.h);
    b->s->time = sp.wp;
    scene_panel_end(b, PANEL_TIMELINE, y);
}
