/*
 * dump.h - all that inspection shows, as text: for diff, for tests.
 */
#ifndef GOPARK_REPL_DUMP_H
#define GOPARK_REPL_DUMP_H

#include "gopark.h"
#include "text.h"

/* A line for each P, goroutine and object; its first word names it. */
void dump_world(const struct world *w, struct text *t);

#endif
