/*
 * pack_check.h - gopark learn --check-pack: is a pack complete, and true?
 */
#ifndef GOPARK_REPL_PACK_CHECK_H
#define GOPARK_REPL_PACK_CHECK_H

#include "pack.h"
#include "text.h"

struct pack_check {
    struct text report; /* a line for each problem, and the totals */
    int problems;
    int sections, demos, exercises, claims;
    uint64_t executions;
};

/* Read the pack at root, run all its programs, judge all its answers. */
void pack_check(struct pack_check *c, const char *root);
void pack_check_done(struct pack_check *c);

/* --- for its parts ------------------------------------------------------- */

struct checking {
    struct pack_check *c;
    struct pack *p;
    struct section *s;
    const char *file; /* the one being looked at */
    const char *path; /* the field of it, for tables; NULL none */
    const char *near; /* or a text that stands in the line; NULL none */
};

void check_problem(struct checking *k, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void check_texts(struct checking *k);
/* A fenced block: what its info string says is quoted. */
void check_quote(struct checking *k, enum gopark_lang lang, const char *info,
                 const char *code);
void check_claims(struct checking *k);
void check_demo(struct checking *k, struct demo *d);
void check_exercise(struct checking *k, const struct exercise *e);

#endif
