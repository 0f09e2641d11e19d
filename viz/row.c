/*
 * row.c - what rows of channels and of locks have in common.
 */
#include "row.h"

#include <stdio.h>

static uint32_t
gather(const struct build *b, uint32_t object, enum gopark_queue q, int count,
       struct standing *st)
{
    struct gopark_waiter wt;
    uint32_t n = 0;

    for (int i = 0; i < count && n < STANDING_MAX; i++) {
        const struct census_g *g;
        if (!world_waiter(b->w, object, q, i, &wt))
            break;
        g = census_find(b->c, wt.g);
        st[n] = (struct standing){ .g = wt.g, .case_no = wt.case_no };
        st[n].ghost = g != NULL && g->select;
        if (q == Q_SEND)
            snprintf(st[n].note, sizeof st[n].note, "%.30s", wt.value);
        n++;
    }
    return n;
}

void
row_queue(struct build *b, const struct gopark_object *o, enum gopark_queue q,
          int count, struct rect r, enum align a)
{
    struct standing st[STANDING_MAX];
    uint32_t n = gather(b, o->id, q, count, st);

    if (count > 0)
        chip_row(b, st, n, (uint32_t)count, r, a);
}

static const char *
kind_word(const struct gopark_object *o)
{
    switch (o->kind) {
    case OBJ_CHAN:
        return "chan";
    case OBJ_MUTEX:
        return "sync.Mutex";
    case OBJ_RWMUTEX:
        return "sync.RWMutex";
    case OBJ_WG:
        return "sync.WaitGroup";
    case OBJ_COND:
        return "sync.Cond";
    case OBJ_ONCE:
        return "sync.Once";
    case OBJ_SEMA:
        return "semaphore";
    case OBJ_TIMER:
        return "timer";
    case OBJ_ATOMIC:
        return "atomic";
    case OBJ_CELLS:
        return "shared";
    case OBJ_POOL:
        return "sync.Pool";
    case OBJ_MAP:
        return "sync.Map";
    }
    return "";
}

static void
chan_word(const struct build *b, const struct gopark_object *o, char *buf,
          size_t size)
{
    const char *closed = o->closed ? scene_word(b, T_CLOSED) : "";

    if (o->cap == 0)
        snprintf(buf, size, "%s",
                 o->closed ? closed : scene_word(b, T_UNBUFFERED));
    else
        snprintf(buf, size, "%d/%d %s", o->len, o->cap, closed);
}

void
row_name(struct build *b, const struct gopark_object *o, struct rect r)
{
    char buf[64], what[96];
    bool two = r.h >= 30;
    struct item *it = scene_box(b, (struct rect){ r.x, r.y + 2, r.w, r.h - 4 },
                                6, INK_NONE, INK_NONE);

    scene_is(it, TH_OBJECT, o->id, 0);
    if (b->v->selected.kind == TH_OBJECT && b->v->selected.id == o->id)
        it->flags |= IT_SELECTED;
    if (o->kind == OBJ_CHAN)
        chan_word(b, o, what, sizeof what);
    else
        snprintf(what, sizeof what, "%s #%u", kind_word(o), o->number);
    scene_label(
        b,
        (struct rect){ r.x + 4, r.y + r.h / 2 - (two ? 16 : 15), r.w - 8, 16 },
        two ? FONT_HEAD : FONT_STRONG, INK_TEXT, ALIGN_LEFT, "%s",
        gopark_object_label(o, buf, sizeof buf));
    scene_label(b, (struct rect){ r.x + 4, r.y + r.h / 2 + 1, r.w - 8, 12 },
                two ? FONT_SMALL : FONT_TINY, o->closed ? INK_TEXT : INK_DIM,
                ALIGN_LEFT, "%s", what);
}
