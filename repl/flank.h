/*
 * flank.h - emphasis in Chinese, where no space stands around it.
 */
#ifndef GOPARK_REPL_FLANK_H
#define GOPARK_REPL_FLANK_H

#include "text.h"

/* A letter to the parser and nothing to the reader: leave it out when
 * showing. */
enum { FLANK_MARK = '\2' };

/* source with a FLANK_MARK on both sides of each run of `*` that touches a
 * wide character and no space. */
void flank_mark(const char *source, struct text *out);

#endif
