/*
 * say.h - objects and their states in words, in two languages.
 */
#ifndef GOPARK_CHECK_SAY_H
#define GOPARK_CHECK_SAY_H

#include "lua/lua.h"

/* The text in the language asked for. */
#define SAY(lang, en, zh) ((lang) == GOPARK_ZH ? (zh) : (en))

/* "channel ch (unbuffered, leak.lua:2)", "wait group wg (counter 1, ...)". A
 * list of goroutines that are each told on their own needs no number to tell
 * one ch from another. */
void say_object(struct tb *t, const struct obj *o, bool numbered,
                enum gopark_lang lang);
/* What stands in the parentheses first: "unbuffered", "4/4 full". */
void say_state(struct tb *t, const struct obj *o, enum gopark_lang lang);
/* "ch", or "ch#3" if nothing is known to hold it, or another is called so. */
void say_label(struct tb *t, const struct obj *o);
/* ".x", "[3]": the key of cell i of o. */
void say_key(struct tb *t, const struct obj *o, uint32_t i);
/* What a blocked goroutine is about, after "blocked": "sending to results
 * (unbuffered)"; briefly, without the parentheses. */
void say_doing(struct tb *t, const struct g *gp, bool brief,
               enum gopark_lang lang);
/* "worker_pool.lua:7" where it stands, or "line 7" if that is in file, which
 * is updated; nothing if it is not known. Returns whether it is. */
bool say_where(struct tb *t, const struct g *gp, const char **file,
               enum gopark_lang lang);
/* A place: "f.lua:7", or "line 7" in the file already mentioned. */
void say_place(struct tb *t, const char *at, int line, const char **file,
               enum gopark_lang lang);
/* The file of a frame, as shown; it lives as long as its function. */
const char *say_chunk(const lua_Debug *ar);

#endif
