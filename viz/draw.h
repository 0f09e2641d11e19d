/*
 * draw.h - a scene on a cairo surface: the window's, a PNG's, an SVG's.
 *
 * On a raster the bodies of chips are painted once for each state and size
 * and then copied; on paper they are drawn, so that they stay sharp.
 */
#ifndef VIZ_DRAW_H
#define VIZ_DRAW_H

#include <cairo.h>

#include "scene.h"
#include "text.h"
#include "tween.h"

struct draw;

struct draw *draw_open(struct text_cache *tc); /* NULL: no host memory */
void draw_close(struct draw *d);

struct draw_look {
    enum theme_id theme;
    float scale;
    bool vector; /* paper: no sprites */
};

/*
 * Draw s onto cr, whose unit is a device pixel. panels: BIT per panel to
 * paint; tw (may be NULL) displaces what is on its way.
 */
void draw_scene(struct draw *d, cairo_t *cr, const struct scene *s,
                const struct draw_look *look, const struct tween *tw,
                unsigned panels);
/* A tooltip near x, y (logical), inside the picture. */
void draw_tip(struct draw *d, cairo_t *cr, const struct draw_look *look,
              const char *text, float x, float y, float w, float h);

#endif
