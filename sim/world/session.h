/*
 * session.h - what the parts of a session share: session.c runs and opens it,
 * entry.c does something new to it, undo.c moves between its timelines,
 * aside.c leaves it for a branch.
 */
#ifndef GOPARK_WORLD_SESSION_H
#define GOPARK_WORLD_SESSION_H

#include "world/history.h"
#include "world/moment.h"
#include "world/world.h"

enum { UNDO_MOST = 1000, BRANCH_MOST = 4 };

/* Where a session stood. */
struct position {
    struct moment *tip; /* the last entry of the timeline */
    uint64_t last;      /* the furthest step reached after it */
    bool over;          /* and the program ended there */
    uint64_t step;
    bool ended; /* it stood behind that end, not just at its step */
};

/* What session_return() comes back to. */
struct branch {
    struct snapshot *snap;
    struct moment *now;
    uint64_t due, nout;
    struct evlog *log; /* the session's, which the branch must not touch */
};

/*
 * S1  now is on the timeline, and at or before tip.
 * S2  now->step <= world_steps(w) <= last.
 * S3  now == tip, or world_steps(w) <= now->next->step.
 */
struct session {
    struct world *w;
    struct gopark_opts opts; /* as given; write and io_ctx are the caller's */
    struct history history;
    struct moment *first, *tip, *now;
    struct moment *all; /* linked by older */
    uint64_t last;
    bool over; /* the program has ended after step last, without another */
    uint64_t due;  /* step of the next checkpoint */
    uint64_t nout; /* output written so far */
    struct position *undo, *redo;
    size_t nundo, nredo;
    gopark_choose_fn *choose;
    void *choose_ctx;
    volatile int stop; /* set by a signal */
    int nbranch;
    struct branch branch[BRANCH_MOST];
};

/* A moment of this session, which frees it; NULL: no memory. */
struct moment *session_moment(struct session *s, struct moment *before,
                              uint64_t step);
/* The timeline now ends with tip, after step last. */
void session_set_line(struct session *s, struct moment *tip, uint64_t last);
/* Do what m says, here and now. */
enum gopark_rc session_make(struct session *s, struct moment *m, uint32_t *g,
                            struct gopark_err *err);
/* Listen to choices only while somebody may have something to say. */
void session_listen(struct session *s);
/* Be just after step, by way of a checkpoint of this timeline. */
enum gopark_rc session_return_to(struct session *s, uint64_t step,
                                 struct gopark_err *err);

#endif
