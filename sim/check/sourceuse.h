/*
 * sourceuse.h - what a function does with a variable, read off its source.
 */
#ifndef GOPARK_CHECK_SOURCEUSE_H
#define GOPARK_CHECK_SOURCEUSE_H

#include "check/tokens.h"

/* Operations on the object that a variable holds. */
enum use_op {
    USE_SEND,
    USE_RECV,
    USE_RANGE,
    USE_CLOSE,
    USE_LOCK,
    USE_RLOCK,
    USE_UNLOCK,
    USE_RUNLOCK,
    USE_ADD,
    USE_DONE,
    USE_WAIT,
    USE_SIGNAL,
    USE_STOP,
    USE_RESET,
    USE_PASS, /* given to some function, or kept somewhere */
};
enum { USE_NOP = USE_PASS + 1 };
#define USE_BIT(op) (1u << (op))

/* The lines of a function; both 0: the whole text. */
struct extent {
    int from, to;
};

/* deferred: it happens when the function ends. */
typedef void sourceuse_fn(void *ctx, enum use_op op, int line, bool deferred);
/*
 * Call each for what the function does with name, a variable or field, or
 * with an element of it. Not for what is in functions inside that are only
 * started as goroutines, or by timers: they run elsewhere.
 */
void sourceuse_find(const struct tokens *ts, struct extent fn, const char *name,
                    sourceuse_fn *each, void *ctx);
/*
 * Can the function, which is at line here, still get at its local variable
 * name? Not, if that is never written again: sourcelive.c says where it would
 * have to be. In doubt yes.
 */
bool sourceuse_may_use(const struct tokens *ts, struct extent fn,
                       const char *name, int here);
/* From the word that begins a block, at i, to behind the one that ends it. */
int sourceuse_behind(const struct tokens *ts, int i);
/* The same for the word `function`, if that function is only ever started as
 * a goroutine or by a timer; else i. */
int sourceuse_behind_elsewhere(const struct tokens *ts, int i);
/* Does a loop inside fn hold both lines, a <= b? */
bool sourceuse_loops(const struct tokens *ts, struct extent fn, int a, int b);
/* Is name called in it? E.g. After, WithTimeout. */
bool sourceuse_calls(const struct tokens *ts, struct extent fn,
                     const char *name);

#endif
