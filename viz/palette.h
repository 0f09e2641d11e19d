/*
 * palette.h - 256 colours that a theme's pictures are made of, for GIF.
 *
 * Every ink of the theme is in it exactly, and blends of what lies on what,
 * for smooth edges: better than colours found in one frame, which may miss a
 * state that comes later.
 */
#ifndef VIZ_PALETTE_H
#define VIZ_PALETTE_H

#include <stdint.h>

#include "theme.h"

enum { PALETTE_SIZE = 256, PALETTE_CLEAR = 255 }; /* the last: transparent */

struct palette {
    uint32_t colour[PALETTE_SIZE];
    int n;
    int16_t near[1 << 15]; /* by 5 bits each of r, g, b; -1: not yet */
};

void palette_init(struct palette *p, enum theme_id t);
/* The nearest colour's index. */
uint8_t palette_find(struct palette *p, uint32_t rgb);

#endif
