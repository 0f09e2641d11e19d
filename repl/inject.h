/*
 * inject.h - faults asked for on the command line: `run --inject "skip close
 * jobs"`, before the first step.
 */
#ifndef GOPARK_REPL_INJECT_H
#define GOPARK_REPL_INJECT_H

#include "gopark.h"

/* What spec says, whose text in borrows. */
enum gopark_rc inject_parse(const char *spec, struct gopark_input *in,
                            struct gopark_err *err);
/* Make all n inputs. */
enum gopark_rc inject_all(struct world *w, const char *const *spec, int n,
                          struct gopark_err *err);

#endif
