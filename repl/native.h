/*
 * native.h - the C programs that accompany the lessons.
 */
#ifndef GOPARK_REPL_NATIVE_H
#define GOPARK_REPL_NATIVE_H

#include "repl.h"

/* Run the program of that name, in the reader's language, and wait for it. */
bool native_run(struct repl *r, const char *name);

#endif
