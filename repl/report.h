/*
 * report.h - what is said at a stop: what happened, where, how it ended.
 */
#ifndef GOPARK_REPL_REPORT_H
#define GOPARK_REPL_REPORT_H

#include "happened.h"
#include "repl.h"

/* The stop: why (NULL: no need to say), the last step (NULL: look it up), and
 * whose place is shown (0: that of the operation). Then the displays. */
void report_stop(struct repl *r, const char *why, const struct happened *h,
                 uint32_t g);
/* The program has ended. */
void report_ended(struct repl *r, const struct happened *h);
/* A command that goes on cannot: the program has ended. False. */
bool report_refuse(struct repl *r);
/* Where the session is now that it has gone somewhere else: as a stop, or in
 * a word that nothing has happened yet. */
void report_here(struct repl *r);
/* How it ended, in a sentence without a full stop. */
void report_ending(struct repl *r, struct text *t);
/* "file:13\t  code\n"; just the place where the source is not known. */
void report_source(struct repl *r, const char *file, int line, struct text *t);
/* The n-th line of a file of the program; NULL: there is none. *len bytes. */
const char *report_line(struct repl *r, const char *file, int line,
                        size_t *len);
/* Remember this place as a stop that rewind comes back to. */
void report_mark(struct repl *r);

#endif
