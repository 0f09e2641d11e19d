/*
 * body.h - the body of a goroutine: fill, pattern and edge of its state.
 */
#ifndef VIZ_BODY_H
#define VIZ_BODY_H

#include <cairo.h>

#include "scene.h"

void body_colour(cairo_t *cr, uint32_t rgb, double alpha);
void body_path(cairo_t *cr, double x, double y, double w, double h, double r);
/* A pattern's lines inside the current path, which stays. */
void body_pattern(cairo_t *cr, enum pattern p, uint32_t rgb, double x, double y,
                  double w, double h);
/* The whole body of it at 0, 0. */
void body_chip(cairo_t *cr, const struct item *it, enum theme_id t);

#endif
