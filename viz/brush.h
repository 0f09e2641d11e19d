/*
 * brush.h - one drawing of one scene, shape by shape.
 */
#ifndef VIZ_BRUSH_H
#define VIZ_BRUSH_H

#include "body.h"
#include "draw.h"
#include "sprite.h"

struct draw {
    struct text_cache *tc;
    struct sprites *sprites;
};

/* One drawing of one scene. */
struct brush {
    struct draw *d;
    cairo_t *cr;
    const struct scene *s;
    const struct draw_look *look;
    double alpha;
};

void brush_ink(const struct brush *br, enum ink i);
void brush_item(const struct brush *br, const struct item *it);

#endif
