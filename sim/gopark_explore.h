/*
 * gopark_explore.h - exploring: every schedule of a small program, or many.
 */
#ifndef GOPARK_EXPLORE_H
#define GOPARK_EXPLORE_H

#include "gopark_check.h"

/*
 * A search lets goroutines take turns in other ways than Go would, and tells
 * what can go wrong. Only operations that can complete are done; each is one
 * transition. Two goroutines that meet at an unbuffered channel are one
 * transition together. If the program calls check.par, only what happens
 * inside is explored.
 */
enum explore_strategy {
    EXPLORE_DPOR,   /* depth first, one execution for each class of equals */
    EXPLORE_SLEEP,  /* the same set by sleep sets alone: simple, and slower */
    EXPLORE_PLAIN,  /* every interleaving */
    EXPLORE_RANDOM, /* uniformly among what is enabled */
    EXPLORE_PCT,    /* priorities that change depth - 1 times */
    EXPLORE_POS,    /* priorities drawn anew for what depends */
};

enum explore_verdict { /* the gravest last */
    EXPLORE_OK, EXPLORE_INCOMPLETE, EXPLORE_LEAK, EXPLORE_RACE, EXPLORE_CHECK,
    EXPLORE_PANIC, EXPLORE_DEADLOCK,
};
enum { EXPLORE_NPREEMPT = 16, EXPLORE_STUCK_MOST = 32 };

struct explore_progress {
    uint64_t executions, blocked, transitions;
    size_t depth;      /* of the execution under way */
    int findings;
    double done;       /* the share that is done: of random runs, or an
                          estimate for EXPLORE_PLAIN; else -1 */
};
/* True: stop, and report what was covered. */
typedef bool explore_progress_fn(void *ctx, const struct explore_progress *p);

struct explore_opts {
    enum explore_strategy strategy;
    uint64_t seed;        /* of random, pct, pos */
    uint64_t schedules;   /* executions at most; 0 no limit */
    uint64_t transitions; /* at most; 0 no limit */
    uint64_t steps;       /* transitions of one execution at most */
    int depth;            /* pct: d */
    uint64_t length;      /* pct: k; 0 measured in a first run */
    int preemptions;      /* EXPLORE_PLAIN: at most; -1 no bound */
    bool maximal;         /* time moves only when nothing else can happen */
    bool outputs;         /* tell executions apart by what they print */
    bool first;           /* stop at the first finding, */
    uint64_t sig;         /* with this sig; 0: any */
    bool bare;            /* findings without schedule, table, explanation */
    uint32_t shard, nshard; /* part 1..nshard of the search; 0: all of it */
    size_t budget;        /* bytes of snapshots */
    enum gopark_lang lang; /* of messages and explanations */
    explore_progress_fn *progress; /* may be NULL */
    void *progress_ctx;
    uint64_t every;       /* transitions between two calls of it */
    uint64_t (*stopwatch)(void); /* measures what snapshots take; NULL: nothing */
};
void explore_opts_init(struct explore_opts *o);

struct explore_stuck {
    uint32_t g;
    enum g_reason reason; /* WAIT_NONE: where it failed */
    int line;
    char func[64], file[64], object[48]; /* object: "" unknown */
};

struct explore_finding {
    enum explore_verdict verdict;
    bool partial;         /* deadlock: others can still run */
    uint64_t sig;         /* equal: the same, for explore_merge() */
    uint64_t count;       /* executions that ended so */
    uint64_t first;       /* the first of them, from 1 */
    char message[256];    /* one line */
    struct explore_stuck stuck[EXPLORE_STUCK_MOST];
    int nstuck;
    /* Of the shortest schedule found, minimised; malloc'd. */
    char *schedule;       /* text for IN_POLICY, see below */
    int preemptions, steps;
    char *table;          /* a column for each goroutine */
    char *explain;
};

struct explore_output {
    uint64_t count;
    char *text;
    char *schedule;       /* of the first execution that printed it */
};

struct explore_result {
    enum explore_verdict verdict;
    bool complete;        /* all that there is was covered */
    char why[128];        /* "" or why it was not */
    enum explore_strategy strategy;
    bool par;             /* only check.par was explored */
    uint64_t seed;
    int depth;
    uint64_t length;      /* pct: n and k that the bound is for */
    int goroutines;
    int preemptions;      /* the bound, or -1 */
    bool interrupted;     /* the host asked it to stop */
    uint64_t asked;       /* random runs that were asked for */
    uint64_t executions;  /* complete */
    uint64_t failed;      /* of these, with a finding */
    uint64_t tried, hit;  /* random runs after a search, and those that fail */
    uint64_t blocked;     /* given up because they would repeat others */
    uint64_t cut;         /* stopped at a bound */
    uint64_t transitions, redone;
    uint64_t snapshot_time; /* spent on snapshots, by the clock of the options */
    double plain;         /* schedules that these executions stand for; or -1 */
    uint64_t by_preempted[EXPLORE_NPREEMPT]; /* executions; the last: more */
    struct explore_finding *finding; /* the gravest first */
    int nfinding;
    struct explore_output *output;
    int noutput;
    char *table;          /* of an execution without a finding, or NULL */
};

/*
 * Search from where w stands; afterwards it stands there again. *r is the
 * caller's, for explore_free().
 */
enum gopark_rc explore_run(struct world *w, const struct explore_opts *o,
                           struct explore_result **r, struct gopark_err *err);
void explore_free(struct explore_result *r);
/* Add what another part of the same search found. */
bool explore_merge(struct explore_result *into,
                   const struct explore_result *part);
/* Put the findings in order and set the verdict, after a change. */
void explore_judge(struct explore_result *r);
/* The report of a finished search (EXPL-1, RAND-3). Malloc'd. */
char *explore_report(const struct explore_result *r, enum gopark_lang lang);
/* A result as bytes, for another process; malloc'd, *n of them. */
char *explore_pack(const struct explore_result *r, size_t *n);
struct explore_result *explore_unpack(const char *s, size_t n);
const char *explore_verdict_name(enum explore_verdict v);
const char *explore_strategy_name(enum explore_strategy s);

/*
 * Where a program's text could say less, go statements before numbers, each
 * in order: for looking whether a smaller program fails in the same way.
 * Fills up to most places and returns how many. A cut keeps the length of the
 * text and its lines: the statement becomes blanks, the number value.
 */
struct gopark_cut {
    size_t at, len;
    int line;
    int64_t value; /* of the number, at least 2; -1: a go statement */
};
int gopark_cuts(const char *text, size_t len, struct gopark_cut *cut,
                int most);
void gopark_cut(char *text, const struct gopark_cut *cut, int64_t value);

/*
 * Make the world follow a schedule: the input IN_POLICY with the text
 * "schedule TEXT". Each step is then one transition; when the schedule is at
 * its end, goroutines go on by turns, lowest number first, until nothing can
 * happen any more.
 */

#endif
