/*
 * place.h - running a program to a place that a lesson names.
 *
 * Demos stop at prepared places, and predictions look at one: just before the
 * N-th time that a goroutine executes a line, or just after the N-th event of
 * a kind. Lines are named by their text, which must stand in one line only,
 * so that a program may be edited without its stops going astray.
 */
#ifndef GOPARK_REPL_PLACE_H
#define GOPARK_REPL_PLACE_H

#include "gopark.h"
#include "pack.h"
#include "trial.h"

/* What is run: a world, or the session that owns it. Its event log must be
 * on. */
struct place_run {
    struct world *w;
    struct session *s; /* NULL: the world is run by itself */
    const char *text;  /* the program's source */
    uint32_t g;        /* whom the place was reached by; 0 nobody */
    int line;          /* that it is about to execute; 0 none */
};

enum place { PLACE_REACHED, PLACE_NOT_REACHED, PLACE_FAILED };

/* Run on to the place. NOT_REACHED: the program has ended before. FAILED: err
 * says why, as for a text that stands in no line, or in several. */
enum place place_go(struct place_run *r, const struct demo_stop *stop,
                    struct gopark_err *err);
/* The line of text that contains what, from 1; 0: none does, or several. */
int place_line(const char *text, const char *what);
/* The event of that name; -1: there is none. */
int place_event(const char *name);

/* Open a world for o, write nothing, and run it to the place. False: it is
 * not reached; err says so. Close *w in any case. */
bool place_open(struct world **w, const struct trial_opts *o,
                const struct demo_stop *stop, struct gopark_err *err);

#endif
