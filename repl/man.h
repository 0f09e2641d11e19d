/*
 * man.h - the manual page, out of the tables of options and commands.
 */
#ifndef GOPARK_REPL_MAN_H
#define GOPARK_REPL_MAN_H

#include "text.h"

/* A page for man(1), in troff. */
void man_write(struct text *t);
/* The commands of the prompt as the README shows them, in Markdown. */
void man_reference(struct text *t);

#endif
