/*
 * lay_chans.c - channels with their buffers and queues, locks with their
 * owners and waiters, and the goroutines in select.
 *
 * A channel's row reads as the channel works: senders queue on the left with
 * the head next to the buffer, receivers on the right likewise. Rows keep the
 * order of creation while all fit; where they do not, those with most waiters
 * come first and idle ones last.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "row.h"

enum { OBJECTS_MAX = 512 };

/* --- which objects ----------------------------------------------------- */

struct shown {
    struct gopark_object o;
    int weight; /* waiters, then elements */
};

static bool
interesting(enum gopark_object_kind k)
{
    switch (k) {
    case OBJ_CHAN:
    case OBJ_MUTEX:
    case OBJ_RWMUTEX:
    case OBJ_WG:
    case OBJ_COND:
    case OBJ_ONCE:
    case OBJ_SEMA:
        return true;
    case OBJ_TIMER:
    case OBJ_ATOMIC:
    case OBJ_CELLS:
    case OBJ_POOL:
    case OBJ_MAP:
        return false;
    }
    return false;
}

static bool
concerns(const struct build *b, uint32_t id, struct thing t)
{
    const struct census_g *g;

    if (t.kind == TH_OBJECT)
        return t.id == id;
    if (t.kind != TH_G || (g = census_find(b->c, t.id)) == NULL)
        return false;
    return g->object == id;
}

static int
weigh(const struct build *b, const struct gopark_object *o)
{
    int waiters = o->nsend + o->nrecv + o->nwait;

    if (concerns(b, o->id, b->v->focus) || concerns(b, o->id, b->v->selected))
        return 1 << 30;
    return waiters * 4 + (o->len > 0 || o->owner != 0 || o->readers > 0) * 2;
}

static int
by_weight(const void *va, const void *vb)
{
    const struct shown *a = va, *b = vb;

    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->o.id < b->o.id ? -1 : a->o.id > b->o.id;
}

/* All objects that have a row, at most OBJECTS_MAX. */
static int
collect(const struct build *b, struct shown *out)
{
    int n = 0;

    for (uint32_t id = world_next_object(b->w, 0); id != 0 && n < OBJECTS_MAX;
         id = world_next_object(b->w, id)) {
        struct shown *s = &out[n];
        if (!world_object(b->w, id, &s->o))
            continue;
        s->weight = weigh(b, &s->o);
        if (interesting(s->o.kind) || s->weight >= 1 << 30)
            n++;
    }
    return n;
}

/* --- select ------------------------------------------------------------ */

/* The goroutines in select; their ghosts stand in the queues below. Most
 * receive, so they stand above the receivers. */
static float
selects(struct build *b, float x, float y, float w)
{
    float at = row_recv_x((struct rect){ x - 6, y, w + 6, 24 }) - x;
    struct standing st[STANDING_MAX];
    uint32_t n = 0, total = 0;
    float lw = scene_width(b, FONT_BODY, scene_word(b, T_IN_SELECT)) + 10;

    if (b->c->level >= LEVEL_CELL)
        return y;
    for (uint32_t i = 0; i < b->c->ng; i++) {
        const struct census_g *g = &b->c->g[i];
        if (!g->select || g->place != AT_OBJECT)
            continue;
        if (n < STANDING_MAX)
            st[n++] = (struct standing){ .g = g->id };
        total++;
    }
    if (total == 0)
        return y;
    at = w < 420 || at < lw ? lw : at;
    scene_label(b, (struct rect){ x + at - lw, y + 5, lw - 10, 14 }, FONT_BODY,
                INK_DIM, ALIGN_RIGHT, "%s", scene_word(b, T_IN_SELECT));
    chip_row(b, st, n, total, (struct rect){ x + at, y, w - at, 24 },
             ALIGN_LEFT);
    return y + 28;
}

/* Thin lines from each select to its ghosts. */
static void
joints(struct build *b, uint32_t from)
{
    uint32_t n = b->s->nitem;

    for (uint32_t i = from; i < n; i++) {
        const struct item *ghost = &b->s->item[i], *home;
        struct item at;
        if (ghost->shape != SHAPE_CHIP || !(ghost->flags & IT_GHOST))
            continue;
        at = *ghost;
        home = scene_home(b->s, at.id);
        if (home != NULL && home->kind == TH_G)
            scene_wire(b, home->x + home->w / 2, home->y + home->h,
                       at.x + at.w / 2, at.y, 0, INK_FAINT, 0);
    }
}

/* --- the panel --------------------------------------------------------- */

/* Does a lock's row fit in half the width? */
static bool
is_short(const struct gopark_object *o)
{
    return o->kind != OBJ_CHAN && o->nwait <= 2;
}

/* A row outside the panel that is nobody's home need not be laid out. */
static bool
is_unseen(const struct build *b, const struct shown *s, float y, float h)
{
    const struct rect *r = &b->s->panel[PANEL_CHANS].body;
    bool empty = s->o.nsend + s->o.nrecv + s->o.nwait == 0;

    return (empty || b->c->level >= LEVEL_CELL) &&
           (y + h < r->y || y > r->y + r->h);
}

static float
rows(struct build *b, const struct shown *s, int n, struct rect r, float h)
{
    float y = r.y, half = (r.w - 12) / 2;
    bool wide = r.w >= 560, right = false;

    for (int i = 0; i < n; i++) {
        bool is_half = wide && is_short(&s[i].o);
        if (!is_half && right) {
            right = false;
            y += h;
        }
        if (is_unseen(b, &s[i], y, h))
            ;
        else if (s[i].o.kind == OBJ_CHAN)
            row_chan(b, &s[i].o, (struct rect){ r.x, y, r.w, h });
        else
            row_lock(b, &s[i].o,
                     (struct rect){ right ? r.x + half + 12 : r.x, y,
                                    is_half ? half : r.w, h });
        if (is_half && !right) {
            right = true;
        } else {
            right = false;
            y += h;
        }
    }
    return right ? y + h : y;
}

/* Channels first, then locks, so that pairs of locks share a line. */
static int
by_kind(const void *va, const void *vb)
{
    const struct shown *a = va, *b = vb;
    bool ca = a->o.kind == OBJ_CHAN, cb = b->o.kind == OBJ_CHAN;

    if (ca != cb)
        return ca ? -1 : 1;
    return a->o.id < b->o.id ? -1 : a->o.id > b->o.id;
}

static float
height_needed(const struct shown *s, int n, bool wide)
{
    float units = 0;

    for (int i = 0; i < n; i++)
        units += wide && is_short(&s[i].o) ? 0.5f : 1;
    return units;
}

void
lay_chans(struct build *b)
{
    struct shown *s = malloc(OBJECTS_MAX * sizeof *s);
    int n = s == NULL ? 0 : collect(b, s);
    struct rect r;
    float y, h, units;
    bool crowded;
    uint32_t from = b->s->nitem;

    r = b->s->panel[PANEL_CHANS].box;
    units = height_needed(s, n, r.w >= 580);
    crowded = units * 30 > r.h - 30;
    scene_panel_begin(b, PANEL_CHANS, scene_word(b, T_CHANNELS),
                      crowded ? scene_word(b, T_MOST_WAITERS) : "");
    r = b->s->panel[PANEL_CHANS].body;
    if (n > 0)
        qsort(s, (size_t)n, sizeof *s, crowded ? by_weight : by_kind);
    y = r.y + 3 - b->v->scroll[PANEL_CHANS];
    y = selects(b, r.x + 14, y, r.w - 28);
    h = units > 0 ? (r.h - (y - r.y) - 4) / units : 44;
    h = crowded ? 32 : h > 46 ? 46 : h < 30 ? 30 : h;
    if (n == 0)
        scene_label(b, (struct rect){ r.x + 14, y + 8, r.w - 28, 16 },
                    FONT_BODY, INK_DIM, ALIGN_LEFT, "%s",
                    scene_word(b, T_NO_CHANNELS));
    y = rows(b, s, n, (struct rect){ r.x + 8, y, r.w - 22, h }, h);
    joints(b, from);
    scene_panel_end(b, PANEL_CHANS, y);
    free(s);
}
