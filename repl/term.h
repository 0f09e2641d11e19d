/*
 * term.h - the terminal: line editing, history, completion, the panel.
 */
#ifndef GOPARK_REPL_TERM_H
#define GOPARK_REPL_TERM_H

#include "repl.h"

/* Read lines until the end; r->poll is called while none is typed. */
enum repl_result term_run(struct repl *r);
/* Are characters beyond ASCII shown? */
bool term_utf8(void);

#endif
