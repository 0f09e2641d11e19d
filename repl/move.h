/*
 * move.h - going forward: how far, and what stops it.
 *
 * All stepping commands are goals of one function, move_to(), which also ends
 * at breakpoints, at the program's end, at Ctrl-C and, under the manual
 * policy, at decisions.
 */
#ifndef GOPARK_REPL_MOVE_H
#define GOPARK_REPL_MOVE_H

#include "repl.h"

enum goal_kind {
    GOAL_END,         /* the program's end */
    GOAL_OPS,         /* n visible operations */
    GOAL_G,           /* n visible operations of goroutine g */
    GOAL_LINE,        /* n times another line of goroutine g */
    GOAL_INSTRUCTION, /* n instructions of goroutine g */
    GOAL_SLICE,       /* n scheduling slices */
    GOAL_RETURN,      /* g has fewer than level frames */
    GOAL_EXPR,        /* expr is true */
    GOAL_TIME,        /* the clock is at t */
    GOAL_STEP,        /* step n, on the way there */
};

struct goal {
    enum goal_kind kind;
    uint64_t n;
    uint32_t g;
    int level;
    int64_t t;
    const char *expr;
};

/* Go, and report where it stopped. False: repl_fail has been called. */
bool move_to(struct repl *r, const struct goal *goal);

#endif
