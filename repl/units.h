/*
 * units.h - numbers, sizes and durations as people write and read them.
 *
 * The readers accept a whole word and nothing else, and leave *out alone when
 * they answer false. The writers fill buf and return it.
 */
#ifndef GOPARK_REPL_UNITS_H
#define GOPARK_REPL_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool units_number(const char *s, uint64_t *out); /* 42, 0x2a, 1_000 */
bool units_duration(const char *s, int64_t *ns); /* 10s, 1m30s, 250ms */
bool units_size(const char *s, size_t *bytes);   /* 512M, 4096, 1.5G */

/* As time.Duration prints, with at most three decimals: 3.214ms, 2m0s. */
const char *units_time(int64_t ns, char *buf, size_t size);
/* The same with every digit that is not zero. */
const char *units_time_exact(int64_t ns, char *buf, size_t size);
/* 512M, 1.5K, 100: three digits and a letter. */
const char *units_bytes(size_t bytes, char *buf, size_t size);

#endif
