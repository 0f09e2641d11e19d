/*
 * quote.h - strings and runes quoted as Go's strconv quotes them.
 */
#ifndef LUA_QUOTE_H
#define LUA_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "lua/lbuf.h"

/* Add the n bytes at s to t in double quotes; ascii: everything else escaped. */
void quote_string(struct lbuf *t, const char *s, size_t n, bool ascii);

/* Add a rune to t in single quotes. */
void quote_rune(struct lbuf *t, int rune, bool ascii);

/* Could the bytes stand between backquotes as they are? */
bool quote_can_back(const char *s, size_t n);

#endif
