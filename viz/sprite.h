/*
 * sprite.h - bodies of chips painted once and copied often.
 *
 * Hatching is what costs most in a picture of 256 goroutines, and it is the
 * same for all in one state and of one size.
 */
#ifndef VIZ_SPRITE_H
#define VIZ_SPRITE_H

#include <cairo.h>

#include "scene.h"

struct sprites;

struct sprites *sprites_open(void);
void sprites_close(struct sprites *sp);
/* Put the body of it where it stands, on whole pixels. */
void sprites_put(struct sprites *sp, cairo_t *cr, const struct item *it,
                 enum theme_id t, float scale, double alpha);

#endif
