/*
 * text.h - pango: widths of text, and text on a surface.
 *
 * A text that has been laid out is kept, by font, words and room, since the
 * same labels return frame after frame.
 */
#ifndef VIZ_TEXT_H
#define VIZ_TEXT_H

#include <cairo.h>

#include "scene.h"
#include "text_i18n.h"

struct text_cache;

struct text_cache *text_open(void); /* NULL: no host memory */
void text_close(struct text_cache *tc);
/* Prefer this language's forms of characters. */
void text_set_lang(struct text_cache *tc, enum lang l);
/* For struct measure; ctx is the cache. */
float text_measure(void *ctx, enum font f, const char *s);
/* One line in r, in cr's current colour, cut with dots where it is wider. */
void text_show(struct text_cache *tc, cairo_t *cr, enum font f, const char *s,
               struct rect r, enum align a);
/* Is there a font for Chinese? */
bool text_has_cjk(struct text_cache *tc);

#endif
