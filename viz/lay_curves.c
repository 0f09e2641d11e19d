/*
 * lay_curves.c - how many over time: goroutines, runnable ones, elements in
 * buffers; and all states stacked where there are too many to tell apart.
 *
 * The log counts from where it begins, so what it says is shifted until it
 * agrees with the present.
 */
#include <stdio.h>

#include "span.h"

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
    static const enum ink ink[SPAN_CURVES] = { INK_TEXT,
                                               INK_STATE + VS_RUNNABLE,
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
    char n[28];

    it->ink = (uint8_t)ink[which];
    scene_is(it, TH_CURVE, 0, (uint32_t)which);
    if (tl->ncount == 0)
        return;
    for (uint32_t i = from; i <= to; i++) {
        int v = value(&tl->count[i], which) + offset;
        top = v > top ? v : top;
    }
    for (uint32_t i = from; i <= to; i++) {
        float x = span_x(sp, tl->count[i].t);
        int v = value(&tl->count[i], which) + offset;
        if (x < last + 0.7f)
            continue;
        if (last > -10)
            scene_point(b->s, x, lasty);
        lasty = y + h - 2 - (h - 4) * (float)(v < 0 ? 0 : v) / (float)top;
        scene_point(b->s, x, lasty);
        last = x;
    }
    if (span_x(sp, sp->now) > last)
        scene_point(b->s, span_x(sp, sp->now), lasty);
    it->first = first;
    it->count = b->s->npoint - first;
    scene_label(b, (struct rect){ sp->wp.x1 + 2, y + h / 2 - 6, 40, 12 },
                FONT_TINY, INK_DIM, ALIGN_LEFT, "%s",
                text_count(n, sizeof n, (unsigned)present(b, which)));
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
            scene_point(b->s, span_x(sp, t), base[i]);
            base[i] -= up;
            scene_point(b->s, span_x(sp, t), base[i]);
        }
        it = scene_add(b, SHAPE_AREA,
                       (struct rect){ sp->wp.x0, y, sp->wp.x1 - sp->wp.x0, h });
        it->fill = (uint8_t)(INK_STATE + order[k]);
        it->first = first;
        it->count = b->s->npoint - first;
        scene_is(it, TH_CURVE, 0, 3);
    }
}

float
lay_curves(struct build *b, const struct span *sp, float x, float y, float h)
{
    static const enum text name[SPAN_CURVES] = { T_CURVE_GS, T_CURVE_RUNQ,
                                                 T_CURVE_CHANS };

    if (b->c->level == LEVEL_GROUP) {
        span_name(b, x, y, h * 2, scene_word(b, T_STATES));
        stacked(b, sp, y, h * 2 - 4);
        y += h * 2;
    }
    for (int i = 0; i < SPAN_CURVES; i++, y += h) {
        span_name(b, x, y, h, scene_word(b, name[i]));
        curve(b, sp, i, y, h - 2);
    }
    return y;
}
