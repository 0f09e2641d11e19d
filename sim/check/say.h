/*
 * say.h - objects and their states in words, in two languages.
 */
#ifndef GOPARK_CHECK_SAY_H
#define GOPARK_CHECK_SAY_H

#include "lua/lua.h"

/* The text in the language asked for. */
#define SAY(lang, en, zh) ((lang) == GOPARK_ZH ? (zh) : (en))

/* "channel ch (unbuffered, leak.lua:2)", "wait group wg (counter 1, ...)". */
void say_object(struct tb *t, const struct obj *o, enum gopark_lang lang);
/* What stands in the parentheses first: "unbuffered", "4/4 full". */
void say_state(struct tb *t, const struct obj *o, enum gopark_lang lang);
/* "ch", or "ch#3" if nothing is known to hold it. */
void say_label(struct tb *t, const struct obj *o);

#endif
