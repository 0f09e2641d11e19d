/*
 * covered.h - why a search has not covered all, in words.
 */
#ifndef GOPARK_CHECK_COVERED_H
#define GOPARK_CHECK_COVERED_H

#include "lua/lua.h"

/* The reason why, as search_incomplete() was told, in lang. */
void covered_say(struct tb *t, const char *why, enum gopark_lang lang);

#endif
