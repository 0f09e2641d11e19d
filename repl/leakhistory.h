/*
 * leakhistory.h - leaks over time: when each came about, and how they grow.
 */
#ifndef GOPARK_REPL_LEAKHISTORY_H
#define GOPARK_REPL_LEAKHISTORY_H

#include "repl.h"

/* For the first goroutines that have leaked: the step since which they have.
 * Nothing if there are none. */
bool leakhistory_moments(struct repl *r);
/* A table of the number of goroutines and leaks from the start up to here. */
bool leakhistory_show(struct repl *r);

#endif
