/*
 * demo.h - playing a demo: from stop to stop, with captions.
 */
#ifndef GOPARK_REPL_DEMO_H
#define GOPARK_REPL_DEMO_H

#include "learn.h"
#include "repl.h"

/* Load the demo's program, with the demo's options, and say its title. The
 * first stop is still to come. False after repl_fail. */
bool demo_open(struct repl *r, struct learn *l, struct demo *d);
/* On to the next stop: what happened, the caption, what it shows. False after
 * repl_fail, or if there is none left. */
bool demo_next(struct repl *r, struct learn *l);

#endif
