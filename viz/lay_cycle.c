/*
 * lay_cycle.c - a deadlock as a ring: from each goroutine to what it waits
 * for, and from there to the goroutine that could end the wait. In the other
 * panels all else dims, except what is itself stuck.
 *
 * The session knows the cycle of any deadlock; where none is told, a cycle of
 * locks can be seen from their owners.
 */
#include <stdio.h>

#include "chip.h"

/* Who holds what g waits for; false: nobody does. */
static bool
step(const struct build *b, uint32_t g, struct viz_edge *e)
{
    const struct census_g *cg = census_find(b->c, g);
    struct gopark_object o;

    if (cg == NULL || cg->place != AT_OBJECT || cg->state != VS_BAD ||
        !world_object(b->w, cg->object, &o) || o.owner == 0)
        return false;
    *e = (struct viz_edge){ g, o.id, o.owner };
    return true;
}

static bool
follow(const struct build *b, uint32_t from, struct cycle *c)
{
    uint32_t g = from;

    for (c->n = 0; c->n < CYCLE_MAX; g = c->own[c->n++].on) {
        if (c->n > 0 && g == from)
            return true;
        if (!step(b, g, &c->own[c->n]))
            break;
    }
    c->n = 0;
    return false;
}

void
cycle_find(struct build *b)
{
    struct cycle *c = &b->cycle;

    c->edge = b->in->now->edges;
    c->n = b->in->now->nedges;
    if (c->n > 0 || b->c->bad == 0 || b->c->bad > 4096)
        return;
    c->edge = c->own;
    for (uint32_t i = 0; i < b->c->ng; i++) {
        if (b->c->g[i].state == VS_BAD && follow(b, b->c->g[i].id, c))
            return;
    }
}

static bool
in_cycle(const struct cycle *c, const struct item *it)
{
    for (int i = 0; i < c->n; i++) {
        const struct viz_edge *e = &c->edge[i];
        if (it->kind == TH_G && (it->id == e->g || it->id == e->on))
            return true;
        if ((it->kind == TH_OBJECT || it->kind == TH_SLOT) &&
            it->id == e->object)
            return true;
    }
    return false;
}

void
cycle_dim(struct build *b)
{
    for (uint32_t i = 0; i < b->s->nitem && b->cycle.n > 0; i++) {
        struct item *it = &b->s->item[i];
        bool home = it->panel == PANEL_SCHED || it->panel == PANEL_CHANS ||
                    it->panel == PANEL_CELLS;
        bool subject = it->kind == TH_G || it->kind == TH_SLOT;
        if (home && subject && it->state != VS_BAD && !in_cycle(&b->cycle, it))
            it->flags |= IT_DIM;
    }
}

/* --- the ring ---------------------------------------------------------- */

/* Two rows, the upper one to the right, the lower one back: a node's place. */
struct ring {
    struct rect r;
    int n, upper;   /* nodes, and how many in the upper row */
    float pitch, h; /* of a node's place */
};

static struct rect
node(const struct ring *ring, int i)
{
    bool up = i < ring->upper;
    int col = up ? i : ring->upper - 1 - (i - ring->upper);

    return (struct rect){ ring->r.x + (float)col * ring->pitch,
                          up ? ring->r.y : ring->r.y + ring->r.h - ring->h,
                          ring->pitch, ring->h };
}

static struct item
g_node(struct build *b, uint32_t g, struct rect r)
{
    struct standing st = { .g = g, .ghost = false };
    enum density d = chip_density(b, r.h);
    float w;

    while (d < DENSE_MINI && chip_width(b, &st, d) > r.w - 26)
        d++;
    w = chip_width(b, &st, d);
    return *chip_add(b, &st, r.x + (r.w - w) / 2,
                     r.y + (r.h - chip_height(d)) / 2, d, IT_SOLID);
}

static struct item
object_node(struct build *b, uint32_t id, struct rect r)
{
    struct gopark_object o;
    char buf[64], name[80] = "?";
    float w;
    struct item *it;

    if (world_object(b->w, id, &o)) {
        o.twin = false; /* its number follows anyway */
        snprintf(name, sizeof name, "%.40s #%u",
                 gopark_object_label(&o, buf, sizeof buf), o.number);
    }
    w = scene_width(b, FONT_STRONG, name) + 18;
    w = w > r.w - 22 ? r.w - 22 : w;
    it = scene_box(
        b, (struct rect){ r.x + (r.w - w) / 2, r.y + r.h / 2 - 12, w, 24 }, 5,
        INK_WELL, INK_ALARM);
    scene_is(it, TH_OBJECT, id, 0);
    it->text = scene_say(b->s, "%s", name);
    it->font = FONT_STRONG;
    it->ink = INK_TEXT;
    it->align = ALIGN_CENTRE;
    it->textw = scene_width(b, FONT_STRONG, name);
    it->flags |= IT_LABEL;
    return *it;
}

/* The arrow from one node to the next. */
static void
arrow(struct build *b, const struct item *p, const struct item *q)
{
    float py = p->y + p->h / 2, qy = q->y + q->h / 2;
    enum ink bad = INK_STATE + VS_BAD;

    if (py - qy < 3 && qy - py < 3) {
        bool right = q->x > p->x;
        scene_wire(b, right ? p->x + p->w + 3 : p->x - 3, py,
                   right ? q->x - 3 : q->x + q->w + 3, qy, 0, bad, IT_ARROW);
    } else {
        float px = p->x + p->w / 2, qx = q->x + q->w / 2;
        bool down = qy > py;
        scene_wire(b, px, down ? p->y + p->h + 3 : p->y - 3, qx,
                   down ? q->y - 3 : q->y + q->h + 3, 0, bad, IT_ARROW);
    }
}

static void
ring_draw(struct build *b, const struct ring *ring, int shown)
{
    const struct viz_edge *e = b->cycle.edge;
    struct item first = { .kind = TH_NONE }, last = first, here;

    for (int i = 0; i < ring->n; i++) {
        struct rect r = node(ring, i);
        if (i / 2 < shown)
            here = i % 2 == 0 ? g_node(b, e[i / 2].g, r)
                              : object_node(b, e[i / 2].object, r);
        else
            here = *scene_label(b, r, FONT_STRONG, INK_ALARM, ALIGN_CENTRE,
                                "+%d", b->cycle.n - shown);
        if (i == 0)
            first = here;
        else
            arrow(b, &last, &here);
        last = here;
    }
    arrow(b, &last, &first);
}

void
lay_cycle(struct build *b)
{
    struct ring ring;
    struct rect r;
    int shown = b->cycle.n, most;

    scene_panel_begin(b, PANEL_CYCLE, scene_word(b, T_DEADLOCK),
                      scene_word(b, T_EACH_OTHER));
    r = b->s->panel[PANEL_CYCLE].body;
    most = (int)(r.w / 96);
    if (shown > most) /* the rest is one node */
        shown = most - 1;
    ring.n = shown * 2 + (shown < b->cycle.n);
    ring.upper = (ring.n + 1) / 2;
    ring.r = (struct rect){ r.x + 8, r.y + 2, r.w - 16, r.h - 6 };
    ring.pitch = ring.r.w / (float)ring.upper;
    ring.h = ring.r.h / 2 < 40 ? ring.r.h / 2 : 40;
    ring_draw(b, &ring, shown);
    b->clip = 0;
}
