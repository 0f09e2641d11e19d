#include "sprite.h"

#include <math.h>
#include <stdlib.h>

#include "body.h"

enum { SPRITES = 512 };

struct sprite {
    uint64_t key;
    cairo_surface_t *surface;
};

struct sprites {
    struct sprite sprite[SPRITES]; /* by hash; a collision replaces */
    float scale;
};

struct sprites *
sprites_open(void)
{
    return calloc(1, sizeof(struct sprites));
}

static void
forget(struct sprites *sp)
{
    for (int i = 0; i < SPRITES; i++) {
        if (sp->sprite[i].surface != NULL)
            cairo_surface_destroy(sp->sprite[i].surface);
        sp->sprite[i] = (struct sprite){ 0, NULL };
    }
}

void
sprites_close(struct sprites *sp)
{
    if (sp == NULL)
        return;
    forget(sp);
    free(sp);
}

/* All that the body depends on but the scale. */
static uint64_t
key_of(const struct item *it, enum theme_id t)
{
    uint64_t hollow = it->flags & (IT_GHOST | IT_REF);

    return (uint64_t)lrintf(it->w * 4) << 32 |
           (uint64_t)lrintf(it->h * 4) << 16 | hollow << 8 |
           (uint64_t)it->state << 4 | (uint64_t)t << 2 | 1;
}

static cairo_surface_t *
paint(cairo_t *like, const struct item *it, enum theme_id t, float scale)
{
    int w = (int)ceilf(it->w * scale) + 1, h = (int)ceilf(it->h * scale) + 1;
    cairo_surface_t *s = cairo_surface_create_similar(
        cairo_get_target(like), CAIRO_CONTENT_COLOR_ALPHA, w, h);
    cairo_t *cr = cairo_create(s);

    cairo_scale(cr, scale, scale);
    body_chip(cr, it, t);
    cairo_destroy(cr);
    return s;
}

void
sprites_put(struct sprites *sp, cairo_t *cr, const struct item *it,
            enum theme_id t, float scale, double alpha)
{
    uint64_t key = key_of(it, t);
    struct sprite *s = &sp->sprite[(key * 0x9e3779b97f4a7c15u >> 40) % SPRITES];
    cairo_matrix_t m;

    if (sp->scale != scale) {
        forget(sp);
        sp->scale = scale;
    }
    if (s->key != key) {
        if (s->surface != NULL)
            cairo_surface_destroy(s->surface);
        s->surface = paint(cr, it, t, scale);
        s->key = key;
    }
    cairo_get_matrix(cr, &m);
    cairo_identity_matrix(cr);
    cairo_set_source_surface(cr, s->surface, round(it->x * scale),
                             round(it->y * scale));
    if (alpha < 1)
        cairo_paint_with_alpha(cr, alpha);
    else
        cairo_paint(cr);
    cairo_set_matrix(cr, &m);
}
