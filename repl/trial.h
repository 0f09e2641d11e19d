/*
 * trial.h - one plain run of a program, kept: what lessons look at.
 *
 * A trial runs a program from its text to its end, without a terminal and
 * within limits that a lesson never needs, and remembers what it did. The
 * world itself is gone afterwards.
 */
#ifndef GOPARK_REPL_TRIAL_H
#define GOPARK_REPL_TRIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "gopark.h"
#include "text.h"

enum { TRIAL_NCPU = 64 }; /* goroutines whose time is kept */

struct trial_g {
    uint32_t id;
    enum g_status status;
    enum g_reason reason;
    int line;
    char func[64];
    bool leaked;
};

struct trial_edge {
    uint32_t g;
    char object[64];
    bool held; /* object -> G, else G -> object */
};

struct trial {
    enum gopark_how how;
    int code;
    bool endless;    /* cut off because it computes without end */
    char *message;   /* text of a panic or fatal error; "" else */
    struct text out; /* what it printed to its standard output */
    int64_t time;
    uint64_t count[EV_NKIND];
    int64_t cpu[TRIAL_NCPU];   /* ns on a P, by number of the goroutine */
    int64_t since[TRIAL_NCPU]; /* while it runs: when it began; else -1 */
    uint32_t *order;           /* goroutines as they first ran */
    int norder;
    struct trial_g *g; /* all but gopark's own, in order of number */
    int ng;
    struct trial_edge *edge;
    int nedge;
    int nleaked, nleft;
};

struct trial_opts {
    const char *name; /* of the program, as shown */
    const char *text;
    size_t len;
    uint64_t seed;
    int procs;
};

/* Run it. GOPARK_ESYNTAX: it does not compile, err says where. */
enum gopark_rc trial_run(struct trial *t, const struct trial_opts *o,
                         struct gopark_err *err);
void trial_done(struct trial *t);

/* returns, exit, panic, fatal, deadlock, limit: how it ended, in the words of
 * lessons/FORMAT.md. */
const char *trial_ends(const struct trial *t);
/* Remember how w stands, at its end or before: all but output and counts. */
void trial_keep(struct trial *t, struct world *w);

#endif
