/*
 * livehistory.h - how many goroutines there were, over virtual time.
 */
#ifndef GOPARK_REPL_LIVEHISTORY_H
#define GOPARK_REPL_LIVEHISTORY_H

#include "repl.h"

/* A table from the start up to here: the most in each stretch of time. */
bool livehistory_show(struct repl *r);

#endif
