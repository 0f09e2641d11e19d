#include "glyph.h"

#include <math.h>
#include <stdlib.h>

#include <cairo.h>

static const char *const path[NGLYPH] = {
    [GLYPH_NONE] = "",
    [GLYPH_RUN] = "M .2 .08 L .9 .5 L .2 .92 Z F",
    [GLYPH_QUEUE] = "C .2 .5 .13 F C .5 .5 .13 F C .8 .5 .13 F",
    [GLYPH_IN] = "M .95 .5 L .25 .5 M .5 .22 L .22 .5 L .5 .78 S "
                 "M .06 .15 L .06 .85 S",
    [GLYPH_OUT] = "M .05 .5 L .72 .5 M .48 .22 L .76 .5 L .48 .78 S "
                  "M .94 .15 L .94 .85 S",
    [GLYPH_FORK] = "A .5 .32 .24 4.4 9.6 L .5 .66 S C .5 .88 .08 F",
    [GLYPH_LOCK] = "M .18 .44 L .82 .44 L .82 .92 L .18 .92 Z F "
                   "A .5 .4 .2 4 8 S",
    [GLYPH_CLOCK] = "C .5 .5 .42 S M .5 .24 L .5 .52 L .7 .62 S",
    [GLYPH_ESCAPE] = "M .5 .14 L .1 .14 L .1 .9 L .86 .9 L .86 .5 S "
                     "M .42 .58 L .9 .1 M .62 .08 L .92 .08 L .92 .38 S",
    [GLYPH_BANG] = "M .38 .04 L .62 .04 L .57 .64 L .43 .64 Z F "
                   "C .5 .86 .11 F",
    [GLYPH_CHECK] = "M .12 .55 L .4 .82 L .9 .2 S",
    [GLYPH_PLAY] = "M .2 .06 L .94 .5 L .2 .94 Z F",
    [GLYPH_PAUSE] = "M .18 .08 L .4 .08 L .4 .92 L .18 .92 Z F "
                    "M .6 .08 L .82 .08 L .82 .92 L .6 .92 Z F",
    [GLYPH_FORWARD] = "M .1 .08 L .7 .5 L .1 .92 Z F "
                      "M .76 .08 L .92 .08 L .92 .92 L .76 .92 Z F",
    [GLYPH_BACK] = "M .9 .08 L .3 .5 L .9 .92 Z F "
                   "M .08 .08 L .24 .08 L .24 .92 L .08 .92 Z F",
    [GLYPH_FIRST] = "M .96 .1 L .56 .5 L .96 .9 Z F "
                    "M .58 .1 L .18 .5 L .58 .9 Z F "
                    "M .04 .1 L .16 .1 L .16 .9 L .04 .9 Z F",
    [GLYPH_LAST] = "M .04 .1 L .44 .5 L .04 .9 Z F "
                   "M .42 .1 L .82 .5 L .42 .9 Z F "
                   "M .84 .1 L .96 .1 L .96 .9 L .84 .9 Z F",
    [GLYPH_SWAP] = "M .05 .35 L .92 .35 M .7 .15 L .93 .35 S "
                   "M .95 .65 L .08 .65 M .3 .85 L .07 .65 S",
    [GLYPH_ARROW] = "M .02 .5 L .94 .5 M .64 .24 L .96 .5 L .64 .76 S",
    [GLYPH_MARK] = "M .5 .1 L .95 .9 L .05 .9 Z F",
    [GLYPH_HALF] = "C .5 .5 .42 S A .5 .5 .42 2 6 Z F",
};

/* The next n numbers of a path. */
static const char *
numbers(const char *s, double *out, int n)
{
    for (int i = 0; i < n; i++) {
        char *end;
        out[i] = strtod(s, &end);
        s = end;
    }
    return s;
}

static const char *
arc(cairo_t *cr, const char *s, double x, double y, double size)
{
    double v[5];
    const double turn = M_PI / 4;

    s = numbers(s, v, 5);
    cairo_new_sub_path(cr);
    cairo_arc(cr, x + v[0] * size, y + v[1] * size, v[2] * size, v[3] * turn,
              v[4] * turn);
    return s;
}

static const char *
one_op(cairo_t *cr, const char *s, double x, double y, double size)
{
    double v[3];

    switch (*s++) {
    case 'M':
        s = numbers(s, v, 2);
        cairo_move_to(cr, x + v[0] * size, y + v[1] * size);
        break;
    case 'L':
        s = numbers(s, v, 2);
        cairo_line_to(cr, x + v[0] * size, y + v[1] * size);
        break;
    case 'C':
        s = numbers(s, v, 3);
        cairo_new_sub_path(cr);
        cairo_arc(cr, x + v[0] * size, y + v[1] * size, v[2] * size, 0,
                  2 * M_PI);
        break;
    case 'A':
        return arc(cr, s, x, y, size);
    case 'Z':
        cairo_close_path(cr);
        break;
    case 'F':
        cairo_fill(cr);
        break;
    case 'S':
        cairo_stroke(cr);
        break;
    }
    return s;
}

void
glyph_draw(cairo_t *cr, enum glyph g, double x, double y, double size)
{
    const char *s = path[g];

    cairo_new_path(cr);
    cairo_set_line_width(cr, size * 0.14 < 1.1 ? 1.1 : size * 0.14);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    while (*s != '\0')
        s = one_op(cr, s, x, y, size);
}
