/*
 * pace.h - wall clock: running as fast as the pace says, and pausing for the
 * window now and then.
 */
#ifndef GOPARK_REPL_PACE_H
#define GOPARK_REPL_PACE_H

#include "repl.h"

void pace_start(struct repl *r); /* the clocks agree now */
/* Sleep until the wall clock has caught up with the world's; return early
 * when a stop is asked for. */
void pace_keep(struct repl *r);
/* Has it been long enough since the window was polled? */
bool pace_due(struct repl *r);

#endif
