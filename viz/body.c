#include "body.h"

#include <math.h>

enum { PITCH = 6 };

void
body_colour(cairo_t *cr, uint32_t rgb, double alpha)
{
    cairo_set_source_rgba(cr, (rgb >> 16 & 255) / 255.0,
                          (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, alpha);
}

void
body_path(cairo_t *cr, double x, double y, double w, double h, double r)
{
    cairo_new_path(cr);
    if (r > w / 2)
        r = w / 2;
    if (r > h / 2)
        r = h / 2;
    if (r <= 0) {
        cairo_rectangle(cr, x, y, w, h);
        return;
    }
    cairo_arc(cr, x + w - r, y + r, r, -M_PI / 2, 0);
    cairo_arc(cr, x + w - r, y + h - r, r, 0, M_PI / 2);
    cairo_arc(cr, x + r, y + h - r, r, M_PI / 2, M_PI);
    cairo_arc(cr, x + r, y + r, r, M_PI, 3 * M_PI / 2);
    cairo_close_path(cr);
}

static void
diagonals(cairo_t *cr, double x, double y, double w, double h, int sign)
{
    for (double at = -h; at < w + h; at += PITCH) {
        cairo_move_to(cr, x + at, sign > 0 ? y + h : y);
        cairo_line_to(cr, x + at + h, sign > 0 ? y : y + h);
    }
}

static void
dots(cairo_t *cr, double x, double y, double w, double h)
{
    for (double dy = 3; dy < h; dy += PITCH) {
        for (double dx = 3; dx < w; dx += PITCH) {
            cairo_new_sub_path(cr);
            cairo_arc(cr, x + dx, y + dy, 1.1, 0, 2 * M_PI);
        }
    }
}

static void
horizontals(cairo_t *cr, double x, double y, double w, double h)
{
    for (double dy = PITCH / 2.0; dy < h; dy += PITCH - 1) {
        cairo_move_to(cr, x, y + dy);
        cairo_line_to(cr, x + w, y + dy);
    }
}

void
body_pattern(cairo_t *cr, enum pattern p, uint32_t rgb, double x, double y,
             double w, double h)
{
    if (p == PATTERN_SOLID || p == PATTERN_OUTLINE)
        return;
    cairo_save(cr);
    cairo_clip_preserve(cr);
    cairo_new_path(cr);
    body_colour(cr, rgb, rgb == 0 ? 0.13 : 0.2);
    cairo_set_line_width(cr, 1.5);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    switch (p) {
    case PATTERN_DIAGONAL:
        diagonals(cr, x, y, w, h, 1);
        break;
    case PATTERN_CROSS:
        diagonals(cr, x, y, w, h, 1);
        diagonals(cr, x, y, w, h, -1);
        break;
    case PATTERN_HORIZONTAL:
        horizontals(cr, x, y, w, h);
        break;
    case PATTERN_DOTS:
        dots(cr, x, y, w, h);
        cairo_fill(cr);
        break;
    case PATTERN_SOLID:
    case PATTERN_OUTLINE:
        break;
    }
    cairo_stroke(cr);
    cairo_restore(cr);
}

/* A mention or a ghost: only the outline has the state's colour. */
static void
hollow(cairo_t *cr, const struct item *it, enum theme_id t, uint32_t fill)
{
    static const double dash[] = { 4, 3 };

    body_path(cr, 1, 1, it->w - 2, it->h - 2, it->r - 1);
    body_colour(cr, theme_colour(t, INK_WELL), 0.9);
    cairo_fill_preserve(cr);
    body_colour(cr, fill, it->flags & IT_GHOST ? 0.25 : 0.16);
    cairo_fill_preserve(cr);
    body_colour(cr, fill, 1);
    cairo_set_line_width(cr, it->state == VS_BAD ? 2.5 : 1.5);
    if (it->flags & IT_GHOST)
        cairo_set_dash(cr, dash, 2, 0);
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

void
body_chip(cairo_t *cr, const struct item *it, enum theme_id t)
{
    const struct state_row *row = theme_state((enum vstate)it->state);
    double out = theme_outline(t);
    double edge = row->edge > 2 ? 3 : out > 0 ? out : row->edge;
    uint32_t line =
        row->edge > 1 || out > 0 ? theme_colour(t, INK_RING) : 0x000000;

    if (it->flags & (IT_GHOST | IT_REF)) {
        hollow(cr, it, t, row->fill[t]);
        return;
    }
    if (out == 0 && row->edge > 1) /* a thick edge of a lighter hue */
        line = row->edge > 2 ? 0xFFB27A : 0x5FE0BC;
    body_path(cr, edge / 2, edge / 2, it->w - edge, it->h - edge,
              it->r - edge / 2);
    body_colour(cr, row->fill[t], 1);
    cairo_fill_preserve(cr);
    body_pattern(cr, row->pattern, row->text, 0, 0, it->w, it->h);
    body_path(cr, edge / 2, edge / 2, it->w - edge, it->h - edge,
              it->r - edge / 2);
    cairo_set_line_width(cr, edge);
    body_colour(cr, line, out > 0 || row->edge > 1 ? 1 : 0.35);
    cairo_stroke(cr);
}
