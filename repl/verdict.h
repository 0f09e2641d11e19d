/*
 * verdict.h - saying a verdict: to a person, to a program.
 */
#ifndef GOPARK_REPL_VERDICT_H
#define GOPARK_REPL_VERDICT_H

#include <jansson.h>

#include "judge.h"
#include "learn.h"

void verdict_text(const struct learn *l, const struct exercise *e,
                  const struct verdict *v, struct text *t);
/* Save the schedule that fails as a session; GOPARK_EREFUSED: none does. */
enum gopark_rc verdict_replay(const struct exercise *e,
                              const struct verdict *v, const char *to,
                              struct gopark_err *err);
json_t *verdict_json(const struct exercise *e, const struct verdict *v);

#endif
