/*
 * leakreport.h - leaked goroutines in words: for the report of `gopark run`,
 * leakrun.c, and for the one at the prompt, leaktext.c, which says more.
 */
#ifndef GOPARK_CHECK_LEAKREPORT_H
#define GOPARK_CHECK_LEAKREPORT_H

#include "check/leak.h"
#include "check/say.h"
#include "check/waits.h"

enum { ALIKE_MAX = 64 }; /* groups that are told apart */

/* Goroutines that are stuck at the same line, started at the same line. */
struct alike {
    const struct site *made;
    const char *file;
    int line, reason;
    uint32_t n;
};

struct leakreport {
    struct tb *t;
    enum gopark_lang lang;
    struct mark m;
    struct waits *ws;               /* for remedies; NULL: none are said */
    const struct gopark_seen *seen; /* by number */
    int nseen;
    struct alike group[ALIKE_MAX];
    int ngroup;
};

/* A paragraph for each goroutine with G_LEAKED, of each group the first few;
 * then how many more there are of it. */
void leakreport_say(struct leakreport *r);

#endif
