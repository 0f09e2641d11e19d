/*
 * cmd_bench.h - `gopark bench [NAME ...]`: how fast this machine runs gopark.
 */
#ifndef GOPARK_REPL_CMD_BENCH_H
#define GOPARK_REPL_CMD_BENCH_H

#include <stddef.h>

#include "options.h"

struct bench_file {
    const char *name; /* spawn */
    const char *text; /* not terminated */
    size_t size;
};

/* The programs of tests/bench that are measured, up to one without name. Made
 * at build time by scripts/embed.cmake. */
extern const struct bench_file bench_files[];

int cmd_bench(const struct options *o);

#endif
