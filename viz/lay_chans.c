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

#include "chip.h"

enum { NAME_W = 112, OBJECTS_MAX = 512, SLOT_MAX = 38, SLOT_MIN = 13 };

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

/* --- waiters ----------------------------------------------------------- */

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

static void
queue(struct build *b, const struct gopark_object *o, enum gopark_queue q,
      int count, struct rect r, enum align a)
{
    struct standing st[STANDING_MAX];
    uint32_t n = gather(b, o->id, q, count, st);

    if (count > 0)
        chip_row(b, st, n, (uint32_t)count, r, a);
}

/* --- the left column of a row ------------------------------------------ */

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

static void
name_column(struct build *b, const struct gopark_object *o, struct rect r)
{
    char buf[64], what[96];
    bool two = r.h >= 30;
    struct item *it = scene_box(b, r, 6, INK_NONE, INK_NONE);

    scene_is(it, TH_OBJECT, o->id, 0);
    if (b->v->selected.kind == TH_OBJECT && b->v->selected.id == o->id)
        it->flags |= IT_SELECTED;
    if (o->kind == OBJ_CHAN)
        chan_word(b, o, what, sizeof what);
    else
        snprintf(what, sizeof what, "%s #%u", kind_word(o), o->number);
    scene_label(b,
                (struct rect){ r.x + 4, two ? r.y + r.h / 2 - 16 : r.y + 2,
                               two ? r.w - 8 : r.w / 2, 16 },
                FONT_HEAD, INK_TEXT, ALIGN_LEFT, "%s",
                gopark_object_label(o, buf, sizeof buf));
    scene_label(
        b,
        two ? (struct rect){ r.x + 4, r.y + r.h / 2 + 1, r.w - 8, 13 }
            : (struct rect){ r.x + r.w / 2 + 8, r.y + 4, r.w / 2 - 8, 13 },
        FONT_SMALL, o->closed ? INK_TEXT : INK_DIM, ALIGN_LEFT, "%s", what);
}

/* --- channels ---------------------------------------------------------- */

static void
slot(struct build *b, const struct gopark_object *o, int i, struct rect r)
{
    int k = (i - o->head + o->cap) % o->cap; /* 0: the oldest */
    bool used = k < o->len;
    char value[64] = "";
    struct item *it = scene_box(b, r, 4, used ? INK_SLOT : INK_WELL, INK_EDGE);

    scene_is(it, TH_SLOT, o->id, (uint32_t)i);
    if (used)
        world_element(b->w, o->id, k, value, sizeof value);
    if (used && r.w >= SLOT_MIN + 5)
        scene_label(b, (struct rect){ r.x + 2, r.y + r.h / 2 - 8, r.w - 4, 16 },
                    r.w >= 30 ? FONT_CHIP : FONT_TINY, INK_TEXT, ALIGN_CENTRE,
                    "%s", value);
    if (i == o->head)
        scene_glyph(b, r.x + r.w / 2 - 3.5f, r.y + r.h + 1, 7, GLYPH_MARK,
                    INK_DIM);
}

/* A buffer too long for slots: how full it is. */
static void
gauge(struct build *b, const struct gopark_object *o, struct rect r)
{
    struct item *it = scene_box(b, r, 4, INK_WELL, INK_EDGE);
    char n[28], c[28];

    scene_is(it, TH_SLOT, o->id, (uint32_t)o->head);
    scene_box(
        b, (struct rect){ r.x, r.y, r.w * (float)o->len / (float)o->cap, r.h },
        4, INK_SLOT, INK_NONE);
    scene_label(b, (struct rect){ r.x + 4, r.y + r.h / 2 - 8, r.w - 8, 16 },
                FONT_CHIP, INK_TEXT, ALIGN_CENTRE, "%s / %s",
                text_count(n, sizeof n, (unsigned)o->len),
                text_count(c, sizeof c, (unsigned)o->cap));
}

/* The buffer in r; returns its right edge. */
static float
buffer(struct build *b, const struct gopark_object *o, struct rect r)
{
    float w = o->cap > 0 ? r.w / (float)o->cap : 0;
    struct item *it;

    if (o->cap == 0) {
        it = scene_box(b, (struct rect){ r.x + 9, r.y - 2, 8, r.h + 4 }, 3,
                       INK_SLOT, INK_EDGE);
        scene_is(it, TH_SLOT, o->id, 0);
        return r.x + 26;
    }
    if (w < SLOT_MIN) {
        gauge(b, o, r);
        return r.x + r.w;
    }
    w = w > SLOT_MAX ? SLOT_MAX : w;
    for (int i = 0; i < o->cap; i++)
        slot(b, o, i, (struct rect){ r.x + (float)i * w, r.y, w - 2, r.h });
    return r.x + (float)o->cap * w - 2;
}

static void
closed_cap(struct build *b, struct rect r)
{
    struct item *it = scene_box(b, r, 2, INK_WELL, INK_TEXT);

    it->flags |= IT_HATCH;
}

static void
small_arrow(struct build *b, float x, float y)
{
    scene_glyph(b, x, y - 6, 12, GLYPH_ARROW, INK_DIM);
}

/* Columns of a channel's row. */
struct chan_columns {
    float name, send, sendw, buf, bufw;
};

static struct chan_columns
chan_columns(struct rect r)
{
    struct chan_columns c;
    float rest;

    c.name = r.w < 420 ? r.w * 0.25f : NAME_W;
    rest = r.w - c.name - 8;
    c.send = r.x + c.name + 8;
    c.sendw = rest * 0.31f;
    c.buf = c.send + c.sendw + 22;
    c.bufw = rest * 0.32f - 36;
    return c;
}

static void
chan_header(struct build *b, struct rect r)
{
    struct chan_columns c = chan_columns(r);
    float x = c.buf + c.bufw + 20;

    scene_label(b, (struct rect){ c.send, r.y, c.sendw, 12 }, FONT_TINY,
                INK_DIM, ALIGN_RIGHT, "sendq");
    scene_label(b, (struct rect){ x, r.y, r.x + r.w - x, 12 }, FONT_TINY,
                INK_DIM, ALIGN_LEFT, "recvq");
}

static void
chan_row(struct build *b, const struct gopark_object *o, struct rect r)
{
    struct chan_columns c = chan_columns(r);
    float mid = r.y + r.h / 2;
    float bh = r.h - 16 > 30 ? 30 : r.h - 16 < 14 ? 14 : r.h - 16;
    float right;
    struct rect buf = { c.buf, mid - bh / 2 - 1, c.bufw, bh };

    name_column(b, o, (struct rect){ r.x, r.y + 1, c.name, r.h - 2 });
    queue(b, o, Q_SEND, o->nsend, (struct rect){ c.send, r.y, c.sendw, r.h },
          ALIGN_RIGHT);
    small_arrow(b, buf.x - 16, mid);
    right = buffer(b, o, buf);
    if (o->closed) {
        closed_cap(b, (struct rect){ right + 2, buf.y - 2, 7, bh + 4 });
        right += 9;
    }
    small_arrow(b, right + 4, mid);
    queue(b, o, Q_RECV, o->nrecv,
          (struct rect){ right + 20, r.y, r.x + r.w - right - 20, r.h },
          ALIGN_LEFT);
}

/* --- locks ------------------------------------------------------------- */

static void
lock_word(const struct build *b, const struct gopark_object *o, char *buf,
          size_t size)
{
    buf[0] = '\0';
    switch (o->kind) {
    case OBJ_MUTEX:
        snprintf(buf, size, "%s",
                 o->starving ? scene_word(b, T_STARVING)
                 : o->owner  ? ""
                             : scene_word(b, T_UNLOCKED));
        break;
    case OBJ_RWMUTEX:
        if (o->readers > 0)
            snprintf(buf, size, scene_word(b, T_READERS), o->readers);
        else
            snprintf(buf, size, "%s",
                     o->owner ? "" : scene_word(b, T_UNLOCKED));
        break;
    case OBJ_WG:
    case OBJ_SEMA:
    case OBJ_ATOMIC:
    case OBJ_ONCE:
        snprintf(buf, size, scene_word(b, T_COUNT), (long long)o->count);
        break;
    case OBJ_CHAN:
    case OBJ_COND:
    case OBJ_TIMER:
    case OBJ_CELLS:
    case OBJ_POOL:
    case OBJ_MAP:
        break;
    }
}

/* A label and what follows; the x after both. */
static float
owner(struct build *b, const struct gopark_object *o, float x, struct rect r)
{
    char word[64];
    float w, mid = r.y + r.h / 2;
    struct item *it;

    if (o->owner != 0) {
        w = scene_width(b, FONT_SMALL, scene_word(b, T_OWNER)) + 4;
        scene_label(b, (struct rect){ x, mid - 7, w, 14 }, FONT_SMALL, INK_DIM,
                    ALIGN_LEFT, "%s", scene_word(b, T_OWNER));
        it = chip_mention(b, o->owner, x + w, mid - 11, DENSE_CHIP);
        x += w + it->w + 10;
    }
    lock_word(b, o, word, sizeof word);
    if (word[0] == '\0')
        return x;
    w = scene_width(b, FONT_SMALL, word) + 2;
    if (x + w > r.x + r.w)
        return x;
    scene_label(b, (struct rect){ x, mid - 7, w, 14 }, FONT_SMALL,
                o->starving ? INK_TEXT : INK_DIM, ALIGN_LEFT, "%s", word);
    return x + w + 10;
}

static void
lock_row(struct build *b, const struct gopark_object *o, struct rect r)
{
    float name = r.w < 300 ? r.w * 0.36f : NAME_W;
    float x = r.x + name + 8, mid = r.y + r.h / 2, w;

    name_column(b, o, (struct rect){ r.x, r.y + 1, name, r.h - 2 });
    x = owner(b, o, x, (struct rect){ r.x + name, r.y, r.w - name, r.h });
    if (o->nwait == 0)
        return;
    w = scene_width(b, FONT_SMALL, scene_word(b, T_WAITERS)) + 4;
    if (x + w + 50 < r.x + r.w) {
        scene_label(b, (struct rect){ x, mid - 7, w, 14 }, FONT_SMALL, INK_DIM,
                    ALIGN_LEFT, "%s", scene_word(b, T_WAITERS));
        x += w;
    }
    queue(b, o, Q_WAIT, o->nwait,
          (struct rect){ x, r.y, r.x + r.w - x - 2, r.h }, ALIGN_LEFT);
}

/* --- select ------------------------------------------------------------ */

/* The goroutines in select; their ghosts stand in the queues below. */
static float
selects(struct build *b, float x, float y, float w)
{
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
    scene_label(b, (struct rect){ x, y + 5, lw, 14 }, FONT_BODY, INK_DIM,
                ALIGN_LEFT, "%s", scene_word(b, T_IN_SELECT));
    chip_row(b, st, n, total, (struct rect){ x + lw, y, w - lw, 24 },
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
            chan_row(b, &s[i].o, (struct rect){ r.x, y, r.w, h });
        else
            lock_row(b, &s[i].o,
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
    y = r.y - b->v->scroll[PANEL_CHANS];
    if (n > 0 && s[0].o.kind == OBJ_CHAN && r.w > 400) {
        chan_header(b, (struct rect){ r.x + 8, y, r.w - 22, 12 });
        y += 11;
    }
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
