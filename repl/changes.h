/*
 * changes.h - what differs between two texts whose lines are known by their
 * first words.
 */
#ifndef GOPARK_REPL_CHANGES_H
#define GOPARK_REPL_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

/* A line that is only in one text, or is another there: before or after is
 * NULL, or neither. Both end with a newline. */
typedef void changes_fn(void *ctx, const char *before, const char *after);

/* Call each for what differs, in the order of before, then what is new. Of
 * lines with the same first word the first is compared with the first, the
 * second with the second. The number of calls. */
size_t changes_each(const char *before, const char *after, changes_fn *each,
                    void *ctx);

#endif
