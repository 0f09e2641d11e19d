#include "draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "brush.h"

struct draw *
draw_open(struct text_cache *tc)
{
    struct draw *d = calloc(1, sizeof *d);

    if (d == NULL)
        return NULL;
    d->tc = tc;
    if ((d->sprites = sprites_open()) == NULL) {
        free(d);
        return NULL;
    }
    return d;
}

void
draw_close(struct draw *d)
{
    if (d == NULL)
        return;
    sprites_close(d->sprites);
    free(d);
}

/* --- a scene ----------------------------------------------------------- */

/* Clip to the body of a panel, or to nothing. */
static void
set_clip(const struct brush *br, int panel)
{
    const struct rect *r = &br->s->panel[panel].body;

    cairo_reset_clip(br->cr);
    if (panel == 0)
        return;
    cairo_rectangle(br->cr, r->x, r->y, r->w, r->h);
    cairo_clip(br->cr);
}

static bool
outside(const struct scene *s, const struct item *it)
{
    const struct rect *r = &s->panel[it->clip].body;

    return it->clip != 0 && it->shape != SHAPE_WIRE &&
           (it->y > r->y + r->h || it->y + it->h < r->y);
}

/* Goroutines lie above all else: lines pass behind them. */
static void
draw_range(struct brush *br, uint32_t from, uint32_t to, const struct tween *tw,
           unsigned panels, bool chips)
{
    int clip = -1;

    for (uint32_t i = from; i < to; i++) {
        const struct item *it = &br->s->item[i];
        if ((it->shape == SHAPE_CHIP) != chips || !(panels >> it->panel & 1) ||
            outside(br->s, it) ||
            (tw != NULL && tw->t < 1 && tween_find(tw, i) != NULL))
            continue;
        if (it->clip != clip)
            set_clip(br, clip = it->clip);
        br->alpha = it->flags & IT_DIM && it->shape != SHAPE_BOX &&
                            it->shape != SHAPE_BAR
                        ? 0.35
                        : 1;
        brush_item(br, it);
    }
    cairo_reset_clip(br->cr);
    br->alpha = 1;
}

/* What is on its way lies over all panels. */
static void
draw_moving(struct brush *br, const struct tween *tw)
{
    for (uint32_t i = 0; i < tw->nmove; i++) {
        const struct tween_move *mv = &tw->move[i];
        struct item it = br->s->item[mv->item];
        float at = tween_at(tw, mv);
        it.x -= mv->dx * (1 - at);
        it.y -= mv->dy * (1 - at);
        if (outside(br->s, &br->s->item[mv->item]))
            continue;
        br->alpha = mv->fresh ? at : 1;
        brush_item(br, &it);
    }
    br->alpha = 1;
    for (int i = 0; i < tw->ntoken; i++) {
        const struct tween_token *k = &tw->token[i];
        float at = tween_token_at(tw);
        body_path(br->cr, k->x0 + (k->x1 - k->x0) * at - 7,
                  k->y0 + (k->y1 - k->y0) * at - 7, 14, 14, 4);
        brush_ink(br, INK_RING);
        cairo_fill_preserve(br->cr);
        brush_ink(br, INK_BACK);
        cairo_set_line_width(br->cr, 2);
        cairo_stroke(br->cr);
    }
}

void
draw_scene(struct draw *d, cairo_t *cr, const struct scene *s,
           const struct draw_look *look, const struct tween *tw,
           unsigned panels)
{
    struct brush br = { d, cr, s, look, 1 };

    cairo_save(cr);
    cairo_scale(cr, look->scale, look->scale);
    for (int p = 0; p < NPANEL; p++) {
        const struct rect *r = &s->panel[p].box;
        if (!(panels >> p & 1) || !s->panel[p].shown)
            continue;
        brush_ink(&br, INK_BACK);
        cairo_rectangle(cr, r->x - 4, r->y - 4, r->w + 8, r->h + 8);
        cairo_fill(cr);
    }
    draw_range(&br, 0, s->first_over, tw, panels, false);
    draw_range(&br, 0, s->first_over, tw, panels, true);
    if (tw != NULL && tw->t < 1)
        draw_moving(&br, tw);
    draw_range(&br, s->first_over, s->nitem, NULL, panels, false);
    cairo_restore(cr);
}
