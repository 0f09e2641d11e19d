/*
 * trace.h - the event log as a file for chrome://tracing and Perfetto.
 *
 * Processes of the trace are "processors", "goroutines" and "threads"; a P
 * has a slice for each stretch that a goroutine runs on it, a goroutine one
 * for each state it is in, and what happens between them is an instant with
 * its object. Times are virtual microseconds.
 */
#ifndef GOPARK_REPL_TRACE_H
#define GOPARK_REPL_TRACE_H

#include "options.h"

struct trace;

/* A trace that appends JSON to t. */
struct trace *trace_begin(struct text *t);
/* The events from number `from` on that the log of w holds; the number after
 * the last. */
uint64_t trace_events(struct trace *tr, const struct world *w, uint64_t from);
/* End what is still under way, and free tr. */
void trace_end(struct trace *tr, const struct world *w);

/* gopark trace FILE.lua -o OUT.json */
int cmd_trace(const struct options *o);

#endif
