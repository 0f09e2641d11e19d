/*
 * remedy.h - what a goroutine that is stuck was probably meant to do, and the
 * usual cure, recognised from the structure.
 */
#ifndef GOPARK_CHECK_REMEDY_H
#define GOPARK_CHECK_REMEDY_H

#include "check/waits.h"

enum remedy {
    REMEDY_NONE,
    REMEDY_NIL,        /* a nil channel */
    REMEDY_NO_CASES,   /* select {} */
    REMEDY_RANGE,      /* ranges over what nobody closes */
    REMEDY_POOL,       /* several alike, and no exit */
    REMEDY_NO_SENDER,  /* receives, and nobody sends any more */
    REMEDY_TIMEOUT,    /* sends to somebody who waited with a limit */
    REMEDY_EARLY,      /* sends to somebody who returned early */
    REMEDY_TWICE,      /* sends more than is received */
    REMEDY_TICKER,     /* its ticker was stopped */
    REMEDY_CONTEXT,    /* its context is never cancelled */
    REMEDY_UNLOCK,     /* the owner has ended */
    REMEDY_RELOCK,     /* locks what it has locked */
    REMEDY_REREAD,     /* read-locks twice, a writer between */
    REMEDY_UPGRADE,    /* a read lock, then the write lock */
    REMEDY_ORDER,      /* locks in two orders */
    REMEDY_DONE,       /* Done is missing */
    REMEDY_SIGNAL,     /* nobody signals */
    REMEDY_ONCE,       /* Do inside the function that Do runs */
    REMEDY_WAIT_FIRST, /* waits for all before it takes their results */
};

enum remedy remedy_of(struct waits *ws, const struct waiter *wr);
/* A sentence about it, on a line; nothing if none fits. */
void remedy_say(struct tb *t, struct waits *ws, const struct waiter *wr,
                enum gopark_lang lang);
const char *remedy_text(enum remedy r, enum gopark_lang lang);
/* How to break a circle: the end of a sentence. */
const char *remedy_break(enum remedy r, enum gopark_lang lang);

#endif
