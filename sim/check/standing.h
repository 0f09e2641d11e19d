/*
 * standing.h - where a goroutine that is not blocked stands, in a sentence.
 */
#ifndef GOPARK_CHECK_STANDING_H
#define GOPARK_CHECK_STANDING_H

#include "lua/lua.h"

void standing_say(struct tb *t, uint32_t g, enum gopark_lang lang);

#endif
