/*
 * leak.h - the verdict about one goroutine, and its words.
 */
#ifndef GOPARK_CHECK_LEAK_H
#define GOPARK_CHECK_LEAK_H

#include "check/mark.h"

/* What a finished mark_run() says about gp (LEAK-5). */
enum gopark_leak leak_of(const struct mark *m, const struct g *gp);
/* "blocked on: channel ch (...); no goroutine that can still run can reach
 * it", a line. */
void leak_blocked_on(struct tb *t, const struct g *gp, enum gopark_lang lang);

#endif
