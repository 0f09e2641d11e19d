/*
 * happened.h - what a step did, in words.
 */
#ifndef GOPARK_REPL_HAPPENED_H
#define GOPARK_REPL_HAPPENED_H

#include "repl.h"

enum { HAPPENED_LOG = 4096 }; /* events kept while a step is looked at */

/* A step, its actor and what it did. */
struct happened {
    uint64_t step;
    int64_t t;
    int p, m;   /* -1 none */
    uint32_t g; /* 0: nobody acted */
    int kind;   /* enum gopark_event_kind of the operation, -1 none */
    uint32_t object;
    int64_t value;
    uint32_t wakes; /* whom it readied last, 0 nobody */
    bool told;      /* an event told value */
    bool parks, panics;
    int reason;     /* enum g_reason, if it parks */
    char file[128]; /* where the operation is; "" unknown */
    int line;
    char text[256]; /* "send 17 to jobs (buffer 3/4)" */
};

/* Run one more step and tell what it did. False: an error (repl_fail), or
 * nothing more could be done: then h->kind is -1. */
bool happened_next(struct repl *r, struct happened *h);
/* The number that the next event of the log will have. */
uint64_t happened_mark(struct repl *r);
/* Each event of the log from number from on. */
void happened_recent(struct repl *r, uint64_t from,
                     void (*each)(void *ctx, const struct gopark_event *e),
                     void *ctx);
/* The same where a log is being kept already, as on a branch. */
bool happened_observe(struct repl *r, struct happened *h);
/* What the present step was: the step is run again. */
bool happened_last(struct repl *r, struct happened *h);
/* "step 41  t=3.214ms  P0 M0  G3  send ..." */
void happened_line(const struct happened *h, struct text *t);
/* Walk the steps a+1..b again, calling each for every one; the session comes
 * back to where it is. */
bool happened_each(struct repl *r, uint64_t a, uint64_t b,
                   void (*each)(void *ctx, const struct happened *h),
                   void *ctx);
/* The same for events. */
bool happened_events(struct repl *r, uint64_t a, uint64_t b,
                     void (*each)(void *ctx, const struct gopark_event *e),
                     void *ctx);

#endif
