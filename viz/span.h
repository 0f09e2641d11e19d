/*
 * span.h - the stretch of time that the timeline shows, for the files that
 * draw in it.
 */
#ifndef VIZ_SPAN_H
#define VIZ_SPAN_H

#include "scene.h"

enum { SPAN_NAME_W = 78, SPAN_CURVES = 3 };

struct span {
    struct warp wp; /* from t to x */
    int64_t now;
};

float span_x(const struct span *sp, int64_t t);
/* The name of a lane, in the left column. */
void span_name(struct build *b, float x, float y, float h, const char *s);

/* From y on, rows of height h; returns where they end. */
float lay_curves(struct build *b, const struct span *sp, float x, float y,
                 float h);

#endif
