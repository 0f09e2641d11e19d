/*
 * tables_line.h - in which line of its file a table's field stands.
 */
#ifndef GOPARK_REPL_TABLES_LINE_H
#define GOPARK_REPL_TABLES_LINE_H

#include <lua.h>

/* The line of text that message is about: the table nearest to the top of L's
 * stack that belongs to the one kept at root in the registry, or a field of it
 * that message names. 1 where it cannot be told. */
int tables_line(lua_State *L, int root, const char *text, const char *message);
/* The line of the field at path: "stops.#2.show". */
int tables_line_of(const char *text, const char *path);

#endif
