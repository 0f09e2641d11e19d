/*
 * pack_read.h - the parts of a section: its demos and its exercises.
 */
#ifndef GOPARK_REPL_PACK_READ_H
#define GOPARK_REPL_PACK_READ_H

#include "pack.h"

/* The lesson's table is on top of the stack. */
void pack_read_demos(struct tables *t, struct section *s, const char *file);
void pack_read_exercises(struct tables *t, struct section *s, const char *file);
void pack_free_demos(struct section *s);
void pack_free_exercises(struct section *s);

/* A stop's fields, from the table on top; with a caption only if said. */
void pack_read_stop(struct tables *t, const char *file, struct demo_stop *d,
                    bool said);
/* seed and procs out of the table's `options`. */
void pack_read_options(struct tables *t, const char *file, uint64_t *seed,
                       int *procs);
/* Printed into new memory. */
char *pack_path(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
