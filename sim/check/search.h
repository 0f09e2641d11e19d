/*
 * search.h - what the strategies of a search share: where it starts, the path
 * it is on, what it has found.
 *
 * A search owns a world at its root: taken over, run on to where exploring
 * begins. A strategy calls search_begin_run() to be there again, then looks
 * at offers and does transitions with search_step(), and reports each end
 * with search_leaf().
 */
#ifndef GOPARK_CHECK_SEARCH_H
#define GOPARK_CHECK_SEARCH_H

#include "check/act.h"
#include "check/dice.h"
#include "check/outcome.h"
#include "check/racelog.h"

struct search {
    struct world *w;
    struct explore_opts o;
    struct host lent;      /* by the host, to be asked for input and modules */
    struct offers of;
    size_t looked;         /* where in them the last look began */
    struct snapshot *root;
    bool par;              /* only what happens in check.par is explored */

    VEC(struct trans) path; /* transitions done since the root */
    struct gset last;      /* participants of the last one */
    int preempted;         /* preemptions on the path (PB-1) */
    struct finds finds;
    struct racelog races;
    struct capture {       /* what the program prints on the present path */
        VEC(char) text;
    } out;

    uint64_t executions;   /* complete ones */
    uint64_t failed;       /* of these, with a finding */
    uint64_t tried, hit;   /* random runs afterwards, and those with the
                            * gravest finding */
    uint64_t blocked;      /* given up: they only repeat others (SLEEP-1) */
    uint64_t transitions;  /* done for the first time */
    uint64_t redone;       /* done again on the way back to a node */
    uint64_t cut;          /* executions that did not come to their end */
    uint64_t snapshot_time; /* by the host's clock, if it lends one */
    double plain;          /* schedules that they stand for; -1 unknown */
    uint64_t by_preempted[EXPLORE_NPREEMPT];
    const char *why;       /* the first reason why not all is covered */
    char why_buf[64];      /* where it names a goroutine */
    uint64_t progress_at;  /* transitions */
    double (*share)(void *ctx); /* of the search that is done; NULL unknown */
    void *share_ctx;
    size_t collect_at;     /* bytes of the heap in use */
    uint64_t run;          /* random: executions begun */
    int ngs;               /* pct: the most goroutines of a run */
    int ngs_now;           /* pct: those of this run */
    uint64_t length;       /* pct: steps that change points fall in */
    uint64_t spun;         /* executions cut off for mere computing */
    bool stopped;          /* the host asked, or a limit is reached */
    bool interrupted;      /* the host asked */
};

/* Take w over and go to the root. GOPARK_ENOMEM: no snapshot. */
enum gopark_rc search_open(struct search *s, struct world *w,
                           const struct explore_opts *o,
                           struct gopark_err *err);
void search_close(struct search *s);

/* Keep the present state, as a change of base; be in one again; forget it. */
struct snapshot *search_keep(struct search *s, const struct snapshot *base);
void search_put_back(struct search *s, struct snapshot *to);
void search_forget(struct search *s, struct snapshot *one);

/* Stand at the root, with an empty path. */
void search_begin_run(struct search *s);

/* What the present state offers; if it is where an execution ends, or is cut
 * off, there is nothing. */
enum search_end {
    SEARCH_GOES_ON,
    SEARCH_ENDS,  /* nothing can happen any more: a maximal execution */
    SEARCH_CUT,   /* a bound is reached */
};
enum search_end search_look(struct search *s, bool wants);

/* Do transition i of the offers; it joins the path. */
void search_step(struct search *s, size_t i);
/* Do t again without counting it. */
void search_redo(struct search *s, const struct trans *t);
/* The path was left for a shorter one, and the world put there. */
void search_truncate(struct search *s, size_t depth);

/* The cost of doing t next (PB-1): t switches away from who can go on. */
int search_preempts(const struct search *s, const struct trans *t,
                    size_t first, size_t n, const struct gset *last);

/* An execution is over. */
void search_leaf(struct search *s, enum search_end end);
/* Does the search have to end now? */
bool search_is_over(struct search *s);
/* Note why the result is not complete. */
void search_incomplete(struct search *s, const char *why);

/* The reasons of a walk that did all its runs, and of a search that covered
 * all up to its bound. */
#define WHY_RANDOM "schedules were drawn at random"
#define WHY_BOUNDED "preemptions were bounded"

/* The strategies. */
void dfs_run(struct search *s);
void walk_run(struct search *s); /* random, pct, pos */

#endif
