/*
 * finding.h - what executions ended in, sorted and counted.
 *
 * Executions whose goroutines are stuck at the same lines for the same
 * reasons are one finding, whatever their numbers. Of each, the shortest path
 * is kept.
 */
#ifndef GOPARK_CHECK_FINDING_H
#define GOPARK_CHECK_FINDING_H

#include "check/offer.h"

/* How one execution ended. */
struct outcome {
    struct explore_finding f; /* its strings are NULL */
    uint64_t sig;             /* equal: the same finding */
    int late;                 /* transitions since main returned */
};

struct find {
    struct outcome o;
    struct trans *path;
    size_t n;
};

struct output {
    uint64_t hash, count;
    char *text;
    size_t len;
    struct trans *path;
    size_t n;
    char *schedule;
};

struct finds {
    VEC(struct find) find;
    VEC(struct output) output;
    bool full; /* not all could be kept */
};

void finds_free(struct finds *fs);
/* Count o, of execution number run, and keep its path if it is the shortest.
 * The copy stays valid without the lists of offers but for footprints. */
void finds_add(struct finds *fs, const struct outcome *o, uint64_t run,
               const struct trans *path, size_t n, int preempted);
void finds_add_output(struct finds *fs, const char *text, size_t len,
                      const struct trans *path, size_t n);


#endif
