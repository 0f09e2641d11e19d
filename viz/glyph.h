/*
 * glyph.h - small signs, drawn as shapes.
 *
 * A glyph is a path in a unit square (y grows downwards), as text: M x y and
 * L x y move and draw, C x y r is a circle, A x y r a b an arc from angle a
 * to b in eighths of a turn, Z closes. F fills what there is so far, S
 * strokes it. Not characters of a font: they must sit right at every size and
 * look the same on every machine.
 */
#ifndef VIZ_GLYPH_H
#define VIZ_GLYPH_H

enum glyph {
    GLYPH_NONE,
    GLYPH_RUN,   /* triangle */
    GLYPH_QUEUE, /* places in a queue */
    GLYPH_IN,    /* arrow in: receives */
    GLYPH_OUT,   /* arrow out: sends */
    GLYPH_FORK,  /* question mark: select */
    GLYPH_LOCK,  /* square */
    GLYPH_CLOCK,
    GLYPH_ESCAPE, /* arrow that leaves a box */
    GLYPH_BANG,
    GLYPH_CHECK,
    GLYPH_PLAY,
    GLYPH_PAUSE,
    GLYPH_FORWARD,
    GLYPH_BACK,
    GLYPH_FIRST,
    GLYPH_LAST,
    GLYPH_SWAP, /* a hand-over */
    GLYPH_ARROW,
    GLYPH_MARK, /* triangle upwards: the read index */
    GLYPH_HALF, /* light and dark: the theme */
};
enum { NGLYPH = GLYPH_HALF + 1 };

struct _cairo;

/* Draw g in a square of size at x, y in the current colour. */
void glyph_draw(struct _cairo *cr, enum glyph g, double x, double y,
                double size);

#endif
