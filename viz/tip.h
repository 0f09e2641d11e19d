/*
 * tip.h - what a tooltip says about a thing: made when the pointer rests on
 * it, not for every item of every scene.
 */
#ifndef VIZ_TIP_H
#define VIZ_TIP_H

#include <stddef.h>

#include "scene.h"

/* Lines about it; "" if there is nothing to say. */
void tip_text(const struct scene_in *in, const struct scene *s,
              const struct item *it, char *buf, size_t size);

#endif
