/*
 * drain.h - what would still happen if main's return did not end everything.
 */
#ifndef GOPARK_CHECK_DRAIN_H
#define GOPARK_CHECK_DRAIN_H

#include "world/world.h"

/*
 * Let the goroutines that main left behind go on until nothing moves, at most
 * for a second of virtual time. One that panics, or exits, ends by itself. To
 * be used inside a branch, after END_RETURN.
 */
void drain_run(struct world *w);

#endif
