/*
 * describe.h - goroutines and objects in words, the same in every listing.
 */
#ifndef GOPARK_REPL_DESCRIBE_H
#define GOPARK_REPL_DESCRIBE_H

#include "repl.h"

/* "running", "chan receive", "stalled", "select (leaked)". */
void describe_state(const struct gopark_g *g, char *buf, size_t size);
/* "P0 M1", "P0 runnext", "P2 queue 3", "on jobs", "until 3ms", "". */
void describe_place(const struct world *w, const struct gopark_g *g, char *buf,
                    size_t size);
/* "worker_pool.lua:13", "" unknown. */
void describe_line(const struct gopark_g *g, char *buf, size_t size);
/* "jobs", "ch#3"; "nil" for none. */
void describe_object(const struct world *w, uint32_t object, char *buf,
                     size_t size);
/* Would anybody miss it? An object without a name, waiters, elements or owner
 * is of no interest, and may be garbage. */
bool describe_idle(const struct gopark_object *o);
/* "[7 9]" */
void describe_buffer(const struct world *w, const struct gopark_object *o,
                     struct text *t);
/* "G3 G5", "-" for none. */
void describe_queue(const struct world *w, uint32_t object, enum gopark_queue q,
                    struct text *t);
/* The letter of its state: R Q V S ? L Z K ! . */
char describe_letter(const struct gopark_g *g);

#endif
