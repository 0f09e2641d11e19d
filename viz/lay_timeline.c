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

#include "span.h"

enum { AXIS_H = 14 };

float
span_x(const struct span *sp, int64_t t)
{
    return warp_x(&sp->wp, t);
}

/* Runners when the counts say 0: these begin where the log does. */
static int
runners(const struct build *b, int64_t now)
{
    const struct timeline *tl = b->in->timeline;
    const struct tl_count *c = timeline_count_at(tl, now);

    if (tl->first == 0)
        return 0;
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
    if (b->v->held_span > 0) {
        t0 = b->v->held_from;
        t1 = t0 + b->v->held_span;
    } else if (b->v->time_span > 0) {
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

void
span_name(struct build *b, float x, float y, float h, const char *s)
{
    scene_label(b, (struct rect){ x, y + h / 2 - 7, SPAN_NAME_W - 8, 14 },
                h < 12 ? FONT_TINY : FONT_SMALL, INK_DIM, ALIGN_LEFT, "%s", s);
}

static void
bar(struct build *b, const struct span *sp, int64_t t0, int64_t t1,
    enum vstate s, uint32_t g, float y, float h, const char *name)
{
    float x0 = span_x(sp, t0), x1 = span_x(sp, t1);
    struct item *it;

    if (x1 <= sp->wp.x0 || x0 >= sp->wp.x1)
        return;
    if (t0 < sp->now && t1 > sp->now) { /* the future is a bar of its own */
        bar(b, sp, sp->now, t1, s, g, y, h, NULL);
        x1 = span_x(sp, sp->now) + 1;
    }
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
    int64_t end = timeline_end(b->in->timeline);
    int64_t last = end > sp->now ? end : sp->now;

    for (uint32_t i = seek(l, sp->wp.t0); i < l->n; i++) {
        const struct tl_seg *seg = &l->seg[i];
        int64_t t1 = seg->t1 < 0 ? last : seg->t1;
        char name[16];
        if (seg->t0 > sp->wp.t1)
            break;
        if (span_x(sp, t1) < reached + 1)
            continue;
        snprintf(name, sizeof name, "G%u", seg->g);
        bar(b, sp, seg->t0, t1, s, seg->g, y, h, h >= 10 ? name : NULL);
        reached = span_x(sp, t1);
    }
}

/* Who runs on P i and began before the log did. */
static void
ever_since(struct build *b, const struct span *sp, int i, float y, float h)
{
    const struct timeline *tl = b->in->timeline;
    struct gopark_p p;
    char name[16];

    if ((i < (int)tl->np && tl->p[i].n > 0) || !world_p(b->w, i, &p) ||
        p.g == 0 || sp->now <= timeline_start(tl))
        return;
    snprintf(name, sizeof name, "G%u", p.g);
    bar(b, sp, timeline_start(tl), sp->now, VS_RUNNING, p.g, y, h,
        h >= 10 ? name : NULL);
}

/* What g was before it became s, the first that is known of it; VS_DONE: it
 * was not, or that cannot be told. */
static enum vstate
before(enum vstate s)
{
    return s == VS_RUNNABLE  ? VS_DONE
           : s == VS_RUNNING ? VS_RUNNABLE
                             : VS_RUNNING;
}

/* What is not in the log: g as it must have been before its first change. */
static void
g_unknown(struct build *b, const struct span *sp, uint32_t g, int64_t t1,
          enum vstate s, float y, float h)
{
    int64_t t0 = timeline_start(b->in->timeline);

    if (t0 > 0 && s != VS_DONE && t1 > t0)
        bar(b, sp, t0, t1, s, g, y, h, NULL);
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
    if (at == 0 && census_find(b->c, g) != NULL)
        g_unknown(b, sp, g, sp->now, (enum vstate)census_find(b->c, g)->state,
                  y, h);
    for (; at != 0; at = tl->change[at - 1].prev) {
        const struct tl_change *c = &tl->change[at - 1];
        const struct census_g *cg = census_find(b->c, g);
        enum vstate s = (enum vstate)c->state;
        if (tl->last[g] == at && cg != NULL && cg->state == VS_BAD)
            s = VS_BAD;
        if (t1 > sp->wp.t0 && s != VS_DONE && span_x(sp, c->t) < reached - 1) {
            bar(b, sp, c->t, t1, s, g, y, h, NULL);
            reached = span_x(sp, c->t);
        }
        t1 = c->t;
        if (t1 < sp->wp.t0)
            break;
        if (c->prev == 0)
            g_unknown(b, sp, g, t1, before((enum vstate)c->state), y, h);
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

/* How long a gap is, where there is room to say it. */
static bool
gap_text(const struct build *b, const struct warp_gap *g, char *buf,
         size_t size)
{
    char span[32];

    snprintf(buf, size, "+%s", text_span(span, sizeof span, g->t1 - g->t0));
    return scene_width(b, FONT_TINY, buf) <= g->x1 - g->x0;
}

/* A stretch without work: a band, and how long it is. */
static void
gap_mark(struct build *b, const struct warp_gap *g, float y, float top)
{
    char buf[40];
    struct item *it =
        scene_box(b, (struct rect){ g->x0, top, g->x1 - g->x0, y - top }, 0,
                  INK_ROW, INK_NONE);

    it->flags |= IT_HATCH | IT_DIM;
    if (gap_text(b, g, buf, sizeof buf))
        scene_label(b, (struct rect){ g->x0, y, g->x1 - g->x0, 12 }, FONT_TINY,
                    INK_DIM, ALIGN_CENTRE, "%s", buf);
}

static bool
in_gap(const struct warp *wp, float x)
{
    for (int i = 0; i < wp->ngap; i++) {
        if (x > wp->gap[i].x0 && x < wp->gap[i].x1)
            return true;
    }
    return false;
}

/* Would a label from x0 to x1 touch that of a gap? */
static bool
meets_gap_text(const struct build *b, const struct warp *wp, float x0, float x1)
{
    char buf[40];

    for (int i = 0; i < wp->ngap; i++) {
        const struct warp_gap *g = &wp->gap[i];
        if (x1 > g->x0 && x0 < g->x1 && gap_text(b, g, buf, sizeof buf))
            return true;
    }
    return false;
}

/* A guide at time t, with its label if there is room right of *last. */
static void
time_mark(struct build *b, const struct span *sp, int64_t t, int64_t unit,
          float y, float top, float *last)
{
    const struct warp *wp = &sp->wp;
    float x = span_x(sp, t), w;
    char buf[40];

    text_moment(buf, sizeof buf, t, unit);
    w = scene_width(b, FONT_TINY, buf) / 2 + 2;
    if (x - w < *last || x - w < wp->x0 || x + w > wp->x1 + 30 ||
        meets_gap_text(b, wp, x - w, x + w))
        return;
    scene_wire(b, x, top, x, y, 0, INK_EDGE, 0);
    scene_label(b, (struct rect){ x - w, y, 2 * w, 12 }, FONT_TINY, INK_DIM,
                ALIGN_CENTRE, "%s", buf);
    *last = x + w + 8;
}

static void
axis(struct build *b, const struct span *sp, float y, float top)
{
    const struct warp *wp = &sp->wp;
    int64_t unit = mark_every(wp), t = (wp->t0 / unit + 1) * unit;
    float last = wp->x0;

    if (wp->x1 - wp->x0 < 80) /* no room for a single mark */
        return;
    for (int i = 0; i < wp->ngap; i++)
        gap_mark(b, &wp->gap[i], y, top);
    while (t < wp->t1) {
        float x = span_x(sp, t);
        if (in_gap(wp, x)) { /* on to its end */
            int64_t to = warp_t(wp, x + 1);
            t = (to > t ? to / unit + 1 : t / unit + 1) * unit;
            continue;
        }
        time_mark(b, sp, t, unit, y, top, &last);
        t += unit;
    }
}

static void
present_line(struct build *b, const struct span *sp, float top, float bottom)
{
    float x = span_x(sp, sp->now);
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
        span_name(b, x, y, bh, name);
        if (i < (int)tl->np)
            lane(b, sp, &tl->p[i], VS_RUNNING, y, bh);
        ever_since(b, sp, i, y, bh);
    }
    for (uint32_t i = 0; i < tl->nm; i++) {
        if (tl->m[i].n == 0)
            continue;
        snprintf(name, sizeof name, scene_word(b, T_SYSCALL_LANE), (int)i);
        span_name(b, x, y, bh, name);
        lane(b, sp, &tl->m[i], VS_SYSCALL, y, bh);
        y += h;
    }
    for (int i = 0; i < VIEW_NLANE; i++) {
        uint32_t g = b->v->lane[i];
        if (g == 0 || g > world_ngs(b->w))
            continue;
        snprintf(name, sizeof name, "G%u", g);
        span_name(b, x, y, bh, name);
        g_lane(b, sp, g, y + bh * 0.15f, bh * 0.7f);
        y += h;
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
            selected_lanes(b) + SPAN_CURVES +
            (b->c->level == LEVEL_GROUP ? 2 : 0);

    scene_panel_begin(b, PANEL_TIMELINE, scene_word(b, T_TIMELINE),
                      scene_word(b, T_DRAG));
    r = b->s->panel[PANEL_TIMELINE].body;
    window(b, &sp, r.x + SPAN_NAME_W + 8, r.x + r.w - 40);
    h = (r.h - AXIS_H - 10) / (float)n;
    h = h > 24 ? 24 : h < 11 ? 11 : h;
    y = r.y + 4 - b->v->scroll[PANEL_TIMELINE];
    b->clip = 0;
    axis(b, &sp, r.y + r.h - AXIS_H, r.y);
    b->s->panel[PANEL_TIMELINE].body.h = r.h -= AXIS_H + 2;
    b->clip = PANEL_TIMELINE;
    y = all_lanes(b, &sp, r.x + 11, y, h);
    y = lay_curves(b, &sp, r.x + 11, y, h);
    present_line(b, &sp, r.y + 4, r.y + r.h);
    b->s->time = sp.wp;
    scene_panel_end(b, PANEL_TIMELINE, y);
}
