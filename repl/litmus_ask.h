/*
 * litmus_ask.h - what is asked of litmus tests, for the command and the tables
 * that it prints.
 */
#ifndef GOPARK_REPL_LITMUS_ASK_H
#define GOPARK_REPL_LITMUS_ASK_H

#include "litmus_text.h"

enum { ASK_TESTS = 64, ASK_ALL = LITMUS_NMODEL, ASK_UNSAID = -1 };

struct ask {
    int model; /* enum litmus_model, ASK_ALL, ASK_UNSAID */
    bool step, json;
    uint64_t limit; /* of transitions; 0: the default */
    struct litmus_style style;
    struct litmus *test[ASK_TESTS];
    int n;
    bool named;    /* the tests were; else they are the catalogue */
    bool met, cut; /* some condition was; some limit was reached */
};

/* Run t, and remember what of it counts for the exit status. */
enum gopark_rc ask_run(struct ask *a, const struct litmus *t,
                       enum litmus_model m, struct litmus_result *r,
                       struct gopark_err *err);
void ask_json(json_t *j, struct text *out); /* a line; j is taken */

/* The names and titles of the tests. */
void ask_list(const struct ask *a, struct text *out);
/* Tests by models; in JSON an object for each pair. */
enum gopark_rc ask_compare(struct ask *a, struct text *out,
                           struct gopark_err *err);
/* What the models are, and are not. */
void ask_legend(const struct ask *a, struct text *out);
/* One test on all models, with its paths. */
enum gopark_rc ask_survey(struct ask *a, const struct litmus *t,
                          struct text *out, struct gopark_err *err);

#endif
