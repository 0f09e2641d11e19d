/*
 * row_chan.c - a channel reads as it works: senders queue on the left with the
 * head next to the buffer, receivers on the right likewise.
 */
#include <stdio.h>

#include "row.h"

enum { SLOT_MAX = 38, SLOT_MIN = 13 };

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
        return r.x + 19;
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

    c.name = r.w < 420 ? r.w * 0.25f : ROW_NAME_W;
    rest = r.w - c.name - 8;
    c.send = r.x + c.name + 8;
    c.sendw = rest * 0.31f;
    c.buf = c.send + c.sendw + 22;
    c.bufw = rest * 0.32f - 36;
    return c;
}

float
row_recv_x(struct rect r)
{
    return chan_columns(r).buf + 39;
}

/* An empty queue says its name, so that both can be told apart. */
static void
empty_queue(struct build *b, const char *name, struct rect r, enum align a)
{
    scene_label(b, (struct rect){ r.x, r.y + r.h / 2 - 6, r.w, 12 }, FONT_TINY,
                INK_DIM, a, "%s", name);
}

void
row_chan(struct build *b, const struct gopark_object *o, struct rect r)
{
    struct chan_columns c = chan_columns(r);
    float mid = r.y + r.h / 2;
    float bh = r.h - 16 > 30 ? 30 : r.h - 16 < 14 ? 14 : r.h - 16;
    float right;
    struct rect buf = { c.buf, mid - bh / 2 - 1, c.bufw, bh };
    struct rect send = { c.send, r.y, c.sendw, r.h }, recv;

    row_name(b, o, (struct rect){ r.x, r.y + 1, c.name, r.h - 2 });
    row_queue(b, o, Q_SEND, o->nsend, send, ALIGN_RIGHT);
    if (o->nsend == 0)
        empty_queue(b, "sendq", send, ALIGN_RIGHT);
    small_arrow(b, buf.x - 16, mid);
    right = buffer(b, o, buf);
    if (o->closed) {
        closed_cap(b, (struct rect){ right + 2, buf.y - 2, 7, bh + 4 });
        right += 9;
    }
    small_arrow(b, right + 4, mid);
    recv = (struct rect){ right + 20, r.y, r.x + r.w - right - 20, r.h };
    row_queue(b, o, Q_RECV, o->nrecv, recv, ALIGN_LEFT);
    if (o->nrecv == 0)
        empty_queue(b, "recvq", recv, ALIGN_LEFT);
}
