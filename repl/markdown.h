/*
 * markdown.h - Markdown on a terminal, and what a text refers to.
 *
 * md4c does the parsing. Paragraphs are wrapped to the width (Chinese breaks
 * between any two characters, but not before a closing mark), tables get
 * columns that fit, code is indented and left alone.
 */
#ifndef GOPARK_REPL_MARKDOWN_H
#define GOPARK_REPL_MARKDOWN_H

#include <stdbool.h>

#include "text.h"

/* What follows a link's text on the screen, " (demo ring)"; "" nothing. */
typedef void markdown_link_fn(void *ctx, const char *href, struct text *out);

enum { MARKDOWN_UNBROKEN = 1 << 20 }; /* paragraphs in one line each */

struct markdown {
    int width;              /* columns; 0 is 80, no more than 100 are used */
    bool colour;            /* escape sequences may be used */
    markdown_link_fn *link; /* may be NULL */
    void *ctx;
};

void markdown_show(const char *source, const struct markdown *how,
                   struct text *out);

/* Call for every link and every fenced block, in order. */
struct markdown_scan {
    void (*link)(void *ctx, const char *href);
    void (*fence)(void *ctx, const char *info, const char *code);
    void *ctx;
};
void markdown_scan(const char *source, const struct markdown_scan *scan);

#endif
