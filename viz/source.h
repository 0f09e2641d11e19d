/*
 * source.h - lines of a program's files, found quickly.
 */
#ifndef VIZ_SOURCE_H
#define VIZ_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "gopark.h"

/* Line n (from 1) of file without its indentation; false if there is none. */
bool source_line(const struct world *w, const char *file, int n, char *buf,
                 size_t size);
/* The same with its indentation, tabs as four spaces. */
bool source_raw(const struct world *w, const char *file, int n, char *buf,
                size_t size);
int source_count(const struct world *w, const char *file);

#endif
