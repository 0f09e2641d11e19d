/*
 * litmus_text.h - litmus tests and what came of them, in words.
 */
#ifndef GOPARK_REPL_LITMUS_TEXT_H
#define GOPARK_REPL_LITMUS_TEXT_H

#include <jansson.h>

#include "gopark.h"
#include "text.h"

struct litmus_style {
    int lang;  /* enum lang */
    int width; /* columns; 0: not known */
};

/* Words: "TSO"; "SB: store buffering ..."; "a=0 b=1". */
const char *litmus_title(enum litmus_model m);
const char *litmus_model_about(enum litmus_model m, int lang);
void litmus_heading(const struct litmus *t, int lang, struct text *out);
void litmus_values(const struct litmus *t, const struct litmus_outcome *o,
                   struct text *out);
/* "G1 x=1 (buffered)"; in a column of G1 without its name. */
void litmus_step_text(const struct litmus *t, const struct litmus_step *s,
                      int lang, bool named, struct text *out);
/* The outcome to be shown: that of `exists`, else the first weak one, else
 * NULL. */
const struct litmus_outcome *litmus_witness(const struct litmus_result *r);

/* The goroutines side by side. */
void litmus_program(const struct litmus *t, const struct litmus_style *st,
                    struct text *out);
/* Outcomes, witness, how often: a block. */
void litmus_tell(const struct litmus *t, const struct litmus_result *r,
                 const struct litmus_style *st, struct text *out);
/* A path as a table, a row a step. */
void litmus_table(const struct litmus *t, const struct litmus_result *r,
                  const struct litmus_outcome *o,
                  const struct litmus_style *st, struct text *out);
/* What Go has to do with it; of all tests where t is NULL, of all models where
 * r is. */
void litmus_go(const struct litmus *t, const struct litmus_result *r,
               const struct litmus_style *st, struct text *out);
/* "ALLOW 4", "forbid 3"; without a condition the outcomes, and how many of
 * them are weak. */
void litmus_verdict(const struct litmus *t, const struct litmus_result *r,
                    struct text *out);
json_t *litmus_json(const struct litmus *t, const struct litmus_result *r);

#endif
