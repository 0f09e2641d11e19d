/*
 * canvas.h - what a window shows, as pixels: the scene drawn by cairo, of
 * which only panels that differ are drawn again, motion, and the tooltip over
 * it. It knows nothing of SDL; times are in ms of any clock.
 */
#ifndef VIZ_CANVAS_H
#define VIZ_CANVAS_H

#include "stage.h"

struct canvas {
    struct stage st;
    cairo_surface_t *surface; /* the scene */
    cairo_surface_t *over;    /* the scene under a tooltip, NULL none yet */
    int w, h;                 /* device px of both */
    uint64_t hash[NPANEL];    /* of what the surface shows */
    uint64_t version;         /* of the session, as built */
    uint64_t step;
    bool stale;   /* the scene must be built again */
    bool damaged; /* all must be drawn again */
    bool moving;
    uint64_t moving_since;
    char tip[512];
};

enum gopark_rc canvas_open(struct canvas *c, const struct viz_look *look,
                           struct gopark_err *err);
void canvas_close(struct canvas *c);
/* Another size; false: no memory. */
bool canvas_fit(struct canvas *c, int w, int h);
/* Lay out what now holds. */
void canvas_build(struct canvas *c, const struct viz_now *now,
                  const struct viz_host *host, uint64_t ms);
/* Draw what differs; false: nothing does. */
bool canvas_paint(struct canvas *c, uint64_t ms);
/* What the pointer rests on, x < 0: nothing; true if the tooltip changed. */
bool canvas_tip(struct canvas *c, const struct viz_now *now, float x, float y);
/* What is to be shown now, with the tooltip beside x, y. */
cairo_surface_t *canvas_shown(struct canvas *c, float x, float y);

#endif
