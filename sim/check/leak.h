/*
 * leak.h - the verdict about goroutines.
 */
#ifndef GOPARK_CHECK_LEAK_H
#define GOPARK_CHECK_LEAK_H

#include "check/mark.h"

/* What a finished mark_run() says about gp (LEAK-5). */
enum gopark_leak leak_of(const struct mark *m, const struct g *gp);
/* Set G_LEAKED in those that have leaked, and only those; how many. */
uint32_t leak_flag(struct world *w, const struct mark *m);

#endif
