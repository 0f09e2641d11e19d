/*
 * wrap.h - lines of a given width out of text with styles.
 *
 * A style is two bytes in the text, a mark and '@' + bits; it takes no room on
 * the screen, and without colour it shows nothing.
 */
#ifndef GOPARK_REPL_WRAP_H
#define GOPARK_REPL_WRAP_H

#include <stdbool.h>

#include "text.h"

enum { STYLE_STRONG = 1, STYLE_EM = 2, STYLE_CODE = 4, STYLE_LINK = 8 };

/* From here on, these styles. */
void wrap_style(struct text *t, int styles);
/* The source went on in another line: a space, or nothing in Chinese. */
void wrap_join(struct text *t);
/* Columns that s takes if it is not broken. */
int wrap_width(const char *s);
/* s in lines of width; mark stands at indent in front of the first, and the
 * others are moved in as far. */
void wrap_print(struct text *out, const char *s, int indent, const char *mark,
                int width, bool colour);
/* One row of a table: n cells, each wrapped to its width. */
void wrap_row(struct text *out, const char *const *cell, const int *width,
              int n, int gap, bool colour);
void wrap_rule(struct text *out, const int *width, int n, int gap);

#endif
