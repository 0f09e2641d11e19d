/*
 * minimise.h - the shortest story of a finding, and its parts as text.
 */
#ifndef GOPARK_CHECK_MINIMISE_H
#define GOPARK_CHECK_MINIMISE_H

#include "check/label.h"
#include "check/search.h"

struct labels {
    VEC(struct label) l;
};

/* Do what path says, from the root; each, if not NULL, is called before each
 * transition, offer i. How it ended; SEARCH_GOES_ON: it did not, or path does
 * not fit. The search's path and offers are left as they are then. */
typedef void retrace_fn(void *ctx, struct search *s, size_t i);
enum search_end search_retrace(struct search *s, const struct labels *path,
                               retrace_fn *each, void *ctx);

/*
 * Make path, which ends in a finding with this signature, one with fewer
 * preemptions and not more steps (MIN-1, MIN-2).
 */
void minimise(struct search *s, uint64_t sig, struct labels *path);

/* The interleaving table of a path: a column for each goroutine. Malloc'd.
 * The world is left at its end. */
char *table_of(struct search *s, const struct labels *path);

bool labels_of(struct labels *to, const struct trans *path, size_t n);

#endif
