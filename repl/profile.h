/*
 * profile.h - the goroutine profile as a file for `go tool pprof`: a gzipped
 * protocol buffer (github.com/google/pprof, profile.proto).
 *
 * Each stack is a sample with the number of goroutines that have it, and
 * labels for what they do: state, and leaked.
 */
#ifndef GOPARK_REPL_PROFILE_H
#define GOPARK_REPL_PROFILE_H

#include "gopark.h"
#include "text.h"

/* Append the profile of w, gzipped, to t. False: no memory. */
bool profile_write(struct world *w, struct text *t);

#endif
