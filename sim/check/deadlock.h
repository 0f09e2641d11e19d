/*
 * deadlock.h - goroutines that wait for each other, reported.
 */
#ifndef GOPARK_CHECK_DEADLOCK_H
#define GOPARK_CHECK_DEADLOCK_H

#include "check/waits.h"

/* Every circle, in a table and in sentences; who is stuck behind one; or that
 * there is none. */
void deadlock_say(struct tb *t, struct waits *ws, enum gopark_lang lang);

#endif
