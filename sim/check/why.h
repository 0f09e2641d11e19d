/*
 * why.h - why a goroutine is where it is, in sentences.
 */
#ifndef GOPARK_CHECK_WHY_H
#define GOPARK_CHECK_WHY_H

#include "check/waits.h"

enum { WHY_NAMED = 4, WHY_SEEN = 16 }; /* of each kind; objects */

struct why {
    struct tb *t;
    struct waits *ws;
    enum gopark_lang lang;
    const char *file;                  /* mentioned last: "line 7" is in it */
    const struct obj *seen[WHY_SEEN];  /* objects spoken of */
    const struct wait *next[WHY_SEEN]; /* and how one waits at them */
    int nseen, at;
};

/* A goroutine that waits: at what, whom it needs, and what becomes of it. */
void why_blocked(struct why *y, const struct waiter *wr);
/* An object: its state, who waits at it, and who could end that. */
void why_object(struct why *y, const struct obj *o);
/* "G4, G5 and G7". */
void why_list(struct why *y, const struct g *const *g, int n);

/* For actor.c: speak later of what wr waits at; what gp is blocked at. */
void why_later(struct why *y, const struct waiter *wr);
void why_doing(struct why *y, const struct g *gp);

/* actor.c: those who could end a wait of self, in sentences, each with a
 * blank before it; the same in passing, a line. */
void actor_say(struct why *y, const struct wait *wt, const struct g *self);
void actor_say_briefly(struct why *y, const struct wait *wt);

#endif
