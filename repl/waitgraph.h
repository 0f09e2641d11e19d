/*
 * waitgraph.h - the wait-for graph as a drawing: Graphviz text, or SVG.
 */
#ifndef GOPARK_REPL_WAITGRAPH_H
#define GOPARK_REPL_WAITGRAPH_H

#include "repl.h"

void waitgraph_dot(struct repl *r, const struct gopark_waits *ws,
                   struct text *t);
/* Goroutines on the left, what they wait for on the right. */
void waitgraph_svg(struct repl *r, const struct gopark_waits *ws,
                   struct text *t);

#endif
