/*
 * failing.h - a schedule on which a program fails: as a table, as a session.
 */
#ifndef GOPARK_REPL_FAILING_H
#define GOPARK_REPL_FAILING_H

#include <stdint.h>

#include "gopark.h"
#include "text.h"

/* The program, and the way it went wrong. */
struct failing {
    const char *name; /* of the program, as shown */
    const char *text;
    uint64_t seed;
    int procs;
    const char *schedule;
};

/* What happens along the schedule, a column for each goroutine. */
enum gopark_rc failing_table(const struct failing *f, struct text *t,
                             struct gopark_err *err);
/* Save a session that follows it, for gopark replay. */
enum gopark_rc failing_save(const struct failing *f, const char *path,
                            struct gopark_err *err);

#endif
