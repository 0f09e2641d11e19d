/*
 * stage.h - all that a window, a picture and a movie have in common: the
 * view, what is gathered from the world, the last two scenes, the brushes.
 */
#ifndef VIZ_STAGE_H
#define VIZ_STAGE_H

#include "draw.h"
#include "scene.h"
#include "text.h"
#include "timeline.h"
#include "tween.h"
#include "viz.h"

struct stage {
    struct view view;
    struct text_cache *text;
    struct draw *draw;
    struct census census;
    struct timeline timeline;
    struct scene scene[2];
    int front; /* the scene that is shown; the other was before */
    struct tween tween;
    const struct world *w; /* of the front scene */
    uint64_t seed;
    uint32_t selected; /* at the prompt; when it changes, here too */
};

/* GOPARK_EUSAGE: look holds a name or a number that does not exist. */
enum gopark_rc stage_open(struct stage *st, const struct viz_look *look,
                          struct gopark_err *err);
void stage_close(struct stage *st);
/* The view's language has changed. */
void stage_lang(struct stage *st);
/* Build the scene of now for a picture of width x height device pixels. */
void stage_build(struct stage *st, const struct viz_now *now,
                 const struct viz_host *host, int width, int height);
const struct scene *stage_scene(const struct stage *st);
/* Begin the motion from the scene before to this one; false: none. */
bool stage_move(struct stage *st);
void stage_draw(struct stage *st, cairo_t *cr, bool vector, unsigned panels);
struct draw_look stage_look(const struct stage *st, bool vector);

#endif
