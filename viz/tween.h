/*
 * tween.h - the motion from one scene to the next.
 *
 * What has a key in both and stands elsewhere glides; what is new fades in.
 * Cause comes before effect: whoever acts sets off at once, whoever it made
 * runnable follows. A value on its way is a small token.
 */
#ifndef VIZ_TWEEN_H
#define VIZ_TWEEN_H

#include <stdbool.h>
#include <stdint.h>

#include "scene.h"

enum { TWEEN_MS = 180 };

struct tween_move {
    uint32_t item; /* in the new scene */
    float dx, dy;  /* from where it was to where it is */
    bool fresh;    /* was nowhere */
    bool effect;   /* follows the cause */
};

struct tween_token {
    float x0, y0, x1, y1;
};

struct tween {
    struct tween_move *move; /* by item, ascending */
    uint32_t nmove, room;
    struct tween_token token[TOKENS_MAX];
    int ntoken;
    float t; /* 0..1; 1: at rest */
};

/* Prepare the motion from one scene to another; false: nothing moves. */
bool tween_start(struct tween *tw, const struct scene *from,
                 const struct scene *to);
void tween_fini(struct tween *tw);
/* The move of an item, NULL if it rests. */
const struct tween_move *tween_find(const struct tween *tw, uint32_t item);
/* How far a move has come at tw->t, 0..1, eased. */
float tween_at(const struct tween *tw, const struct tween_move *mv);
float tween_token_at(const struct tween *tw);

#endif
