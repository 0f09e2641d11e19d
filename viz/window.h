/*
 * window.h - what tests ask of a window.
 */
#ifndef VIZ_WINDOW_H
#define VIZ_WINDOW_H

#include "stage.h"

/* The scene that is shown, and how it is looked at. */
const struct scene *window_scene(const struct viz *v);
const struct view *window_view(const struct viz *v);
/* The scene shows `now`, nothing is on its way and every event is answered. */
bool window_settled(const struct viz *v, const struct viz_now *now);
/* The picture as it is on the screen, into a PNG; false: not written. */
bool window_save(const struct viz *v, const char *path);

#endif
