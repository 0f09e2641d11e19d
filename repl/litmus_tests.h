/*
 * litmus_tests.h - which litmus test is meant: one of the catalogue, a file,
 * standard input.
 */
#ifndef GOPARK_REPL_LITMUS_TESTS_H
#define GOPARK_REPL_LITMUS_TESTS_H

#include "gopark.h"

struct litmus_file {
    const char *name; /* SB+fences */
    const char *text; /* not terminated */
    size_t size;
};

/* The catalogue, repl/litmus/, up to one without name. Made at build time by
 * scripts/embed.cmake. */
extern const struct litmus_file litmus_files[];

/* A name of the catalogue, in capitals or not; or a path; or "-". */
enum gopark_rc litmus_open(const char *what, struct litmus **t,
                           struct gopark_err *err);
/* The i-th of the catalogue; NULL at its end. For litmus_free(). */
struct litmus *litmus_nth(int i);

#endif
