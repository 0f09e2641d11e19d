/*
 * damage.h - which panels of a scene differ from those drawn last.
 */
#ifndef VIZ_DAMAGE_H
#define VIZ_DAMAGE_H

#include "scene.h"

/* Hash of all that shows, by panel. */
void damage_hash(const struct scene *s, uint64_t hash[NPANEL]);

#endif
