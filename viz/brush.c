#include "brush.h"

#include <math.h>

void
brush_ink(const struct brush *br, enum ink i)
{
    body_colour(br->cr, theme_colour(br->look->theme, i), br->alpha);
}

static void
text(const struct brush *br, struct rect r, enum font f, uint32_t at,
     enum align a)
{
    text_show(br->d->tc, br->cr, f, scene_text(br->s, at), r, a);
}

static void
hatch(const struct brush *br, const struct item *it)
{
    body_path(br->cr, it->x, it->y, it->w, it->h, it->r);
    body_pattern(br->cr, PATTERN_DIAGONAL,
                 theme_colour(br->look->theme,
                              it->flags & IT_DIM ? INK_FAINT : INK_TEXT),
                 it->x, it->y, it->w, it->h);
}

static void
dash(cairo_t *cr, bool on)
{
    static const double dashes[] = { 3, 3 };

    cairo_set_dash(cr, dashes, on ? 2 : 0, 0);
}

static void
box(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;
    double half = it->edge == INK_NONE ? 0 : 0.5;

    if (it->fill != INK_NONE || it->edge != INK_NONE)
        body_path(cr, it->x + half, it->y + half, it->w - 2 * half,
                  it->h - 2 * half, it->r);
    if (it->fill != INK_NONE) {
        body_colour(cr, theme_colour(br->look->theme, (enum ink)it->fill),
                    it->flags & IT_DISABLED && it->kind == TH_NONE
                        ? 0.7
                        : (it->flags & IT_DIM ? 0.28 : 1) * br->alpha);
        cairo_fill_preserve(cr);
    }
    if (it->flags & IT_HATCH)
        hatch(br, it);
    if (it->edge != INK_NONE) {
        brush_ink(br, (enum ink)it->edge);
        cairo_set_line_width(cr, 1);
        dash(cr, it->flags & IT_DASHED);
        cairo_stroke(cr);
        dash(cr, false);
    }
    cairo_new_path(cr);
    if (it->text != 0) {
        if (it->ink == INK_NONE) /* on a state's fill */
            body_colour(cr, 0xFFFFFF, br->alpha);
        else
            brush_ink(br, (enum ink)it->ink);
        text(br, (struct rect){ it->x, it->y, it->w, it->h },
             (enum font)it->font, it->text, (enum align)it->align);
    }
}

static void
rings(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;
    float off = it->h < 20 ? 1 : 3;

    if (it->flags & IT_CHANGED) {
        body_path(cr, it->x - 2, it->y - 2, it->w + 4, it->h + 4, it->r + 2);
        brush_ink(br, INK_RING);
        cairo_set_line_width(cr, 1.2);
        dash(cr, true);
        cairo_stroke(cr);
        dash(cr, false);
    }
    if (it->flags & IT_SELECTED) {
        body_path(cr, it->x - off, it->y - off, it->w + 2 * off,
                  it->h + 2 * off, it->r + off);
        brush_ink(br, INK_RING);
        cairo_set_line_width(cr, 2);
        cairo_stroke(cr);
    }
}

static void
chip_text(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;
    const struct state_row *row = theme_state((enum vstate)it->state);
    bool small = it->h < 20, hollow = it->flags & (IT_GHOST | IT_REF);
    double g = small ? 8 : 11, gx = it->x + (small ? 4 : 7);
    float left = small ? 14 : 22;
    float split = it->text2 != 0 ? it->h * 0.56f : it->h;

    if (hollow)
        brush_ink(br, INK_TEXT);
    else
        body_colour(cr, row->text, br->alpha);
    glyph_draw(cr, (enum glyph)it->glyph, gx, it->y + (it->h - g) / 2, g);
    text(br,
         (struct rect){ it->x + left, it->y + (it->text2 != 0 ? 2 : 0),
                        it->w - left - 2, split },
         (enum font)it->font, it->text, ALIGN_LEFT);
    if (it->text2 != 0)
        text(br,
             (struct rect){ it->x + left, it->y + split - 1, it->w - left - 3,
                            it->h - split },
             FONT_TINY, it->text2, ALIGN_LEFT);
}

static void
chip(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;

    if (br->look->vector) {
        cairo_save(cr);
        cairo_translate(cr, it->x, it->y);
        body_chip(cr, it, br->look->theme);
        cairo_restore(cr);
    } else {
        sprites_put(br->d->sprites, cr, it, br->look->theme, br->look->scale,
                    br->alpha);
    }
    chip_text(br, it);
    rings(br, it);
}

static void
cell(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;
    const struct state_row *row = theme_state((enum vstate)it->state);

    cairo_rectangle(cr, it->x, it->y, it->w, it->h);
    body_colour(cr, row->fill[br->look->theme], br->alpha);
    cairo_fill(cr);
    if (it->glyph != GLYPH_NONE) {
        body_colour(cr, row->text, br->alpha);
        glyph_draw(cr, (enum glyph)it->glyph, it->x + it->w / 2 - 4,
                   it->y + it->h / 2 - 4, 8);
    } else if (it->state == VS_BAD && it->w > 3) {
        body_colour(cr, row->text, br->alpha);
        cairo_set_line_width(cr, 1);
        cairo_move_to(cr, it->x, it->y);
        cairo_line_to(cr, it->x + it->w, it->y + it->h);
        cairo_move_to(cr, it->x + it->w, it->y);
        cairo_line_to(cr, it->x, it->y + it->h);
        cairo_stroke(cr);
    }
    rings(br, it);
}

static void
bar(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;
    const struct state_row *row = theme_state((enum vstate)it->state);
    double alpha = br->alpha * (it->flags & IT_DIM ? 0.4 : 1);

    body_path(cr, it->x, it->y, it->w, it->h, it->w > 8 ? 2 : 0);
    body_colour(cr, row->fill[br->look->theme], alpha);
    cairo_fill_preserve(cr);
    if (it->w > 12)
        body_pattern(cr, row->pattern, row->text, it->x, it->y, it->w, it->h);
    cairo_new_path(cr);
    if (it->text == 0)
        return;
    body_colour(cr, row->text, br->alpha);
    text(br, (struct rect){ it->x, it->y, it->w, it->h }, (enum font)it->font,
         it->text, ALIGN_CENTRE);
}

static void
arrow_head(cairo_t *cr, double x, double y, double angle)
{
    cairo_move_to(cr, x, y);
    cairo_line_to(cr, x - 8 * cos(angle - 0.4), y - 8 * sin(angle - 0.4));
    cairo_line_to(cr, x - 8 * cos(angle + 0.4), y - 8 * sin(angle + 0.4));
    cairo_close_path(cr);
    cairo_fill(cr);
}

static void
wire(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;
    double x1 = it->x + it->w, y1 = it->y + it->h;
    double cx = (it->x + x1) / 2, cy = (it->y + y1) / 2 + it->r;
    bool bad = it->ink == INK_STATE + VS_BAD;

    brush_ink(br, (enum ink)it->ink);
    cairo_set_line_width(cr, bad ? 2.5 : it->flags & IT_DASHED ? 1.8 : 1);
    dash(cr, it->flags & IT_DASHED);
    cairo_move_to(cr, it->x, it->y);
    if (it->r != 0)
        cairo_curve_to(cr, (it->x + 2 * cx) / 3, (it->y + 2 * cy) / 3,
                       (x1 + 2 * cx) / 3, (y1 + 2 * cy) / 3, x1, y1);
    else
        cairo_line_to(cr, x1, y1);
    cairo_stroke(cr);
    dash(cr, false);
    if (it->flags & IT_ARROW)
        arrow_head(cr, x1, y1,
                   it->r != 0 ? atan2(y1 - cy, x1 - cx) : atan2(it->h, it->w));
}

static void
curve(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;

    if (it->count < 2)
        return;
    cairo_new_path(cr);
    for (uint32_t i = 0; i < it->count; i++) {
        const struct point *p = &br->s->point[it->first + i];
        cairo_line_to(cr, p->x, p->y);
    }
    brush_ink(br, (enum ink)it->ink);
    cairo_set_line_width(cr, 1.5);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cr);
}

/* Points come in pairs, below and above, from left to right. */
static void
area(const struct brush *br, const struct item *it)
{
    cairo_t *cr = br->cr;
    const struct point *p = &br->s->point[it->first];

    if (it->count < 4)
        return;
    cairo_new_path(cr);
    for (uint32_t i = 1; i < it->count; i += 2)
        cairo_line_to(cr, p[i].x, p[i].y);
    for (uint32_t i = it->count; i >= 2; i -= 2)
        cairo_line_to(cr, p[i - 2].x, p[i - 2].y);
    cairo_close_path(cr);
    brush_ink(br, (enum ink)it->fill);
    cairo_fill(cr);
}

static void
words(const struct brush *br, const struct item *it)
{
    brush_ink(br, (enum ink)it->ink);
    text(br, (struct rect){ it->x, it->y, it->w, it->h }, (enum font)it->font,
         it->text, (enum align)it->align);
}

void
brush_item(const struct brush *br, const struct item *it)
{
    switch ((enum shape)it->shape) {
    case SHAPE_BOX:
        box(br, it);
        if (it->flags & IT_SELECTED)
            rings(br, it);
        break;
    case SHAPE_TEXT:
        words(br, it);
        break;
    case SHAPE_CHIP:
        chip(br, it);
        break;
    case SHAPE_CELL:
        cell(br, it);
        break;
    case SHAPE_BAR:
        bar(br, it);
        break;
    case SHAPE_GLYPH:
        brush_ink(br, (enum ink)it->ink);
        glyph_draw(br->cr, (enum glyph)it->glyph, it->x, it->y, it->w);
        break;
    case SHAPE_WIRE:
        wire(br, it);
        break;
    case SHAPE_CURVE:
        curve(br, it);
        break;
    case SHAPE_AREA:
        area(br, it);
        break;
    }
}
