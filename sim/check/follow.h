/*
 * follow.h - a world that follows a schedule, step by step.
 */
#ifndef GOPARK_CHECK_FOLLOW_H
#define GOPARK_CHECK_FOLLOW_H

#include "check/act.h"

/* From now on each step of w is the next transition of the schedule; at its
 * end the default policy goes on. GOPARK_ESYNTAX: err names the word. */
enum gopark_rc follow_begin(struct world *w, const char *schedule,
                            struct gopark_err *err);

#endif
