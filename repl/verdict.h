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
json_t *verdict_json(const struct exercise *e, const struct verdict *v);

#endif
