/*
 * cause.h - leaked goroutines in the order of cause and effect.
 */
#ifndef GOPARK_CHECK_CAUSE_H
#define GOPARK_CHECK_CAUSE_H

#include "check/mark.h"

enum { CAUSE_MAX = 64 }; /* goroutines that can be ordered */

/*
 * Order n goroutines, given by number, that have leaked by the finished m:
 * one comes before those that it could have woken, had it gone on (A5). Among
 * equals, and in circles, the number decides.
 */
void cause_order(struct mark *m, struct g **g, int n);

#endif
