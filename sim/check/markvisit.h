/*
 * markvisit.h - the steps of the marker: for mark.c and markcond.c.
 */
#ifndef GOPARK_CHECK_MARKVISIT_H
#define GOPARK_CHECK_MARKVISIT_H

#include "check/mark.h"

/* The value on top of L, which is popped, is reached from m->from. */
void mark_touch(struct mark *m, lua_State *L);
/* So is a goroutine: it may run. ctx is the struct mark. */
void mark_touch_g(void *ctx, struct g *gp);
/* All that lies on a thread's stack is. */
void mark_thread(struct mark *m, lua_State *co);
/* What gp has, on its stack or to begin with, is. */
void mark_g(struct mark *m, struct g *gp);
/* Look into what is queued until nothing is. */
void mark_drain(struct mark *m);

/* markcond.c: what is reached now that other things are. */
void mark_conditions(struct mark *m);

#endif
