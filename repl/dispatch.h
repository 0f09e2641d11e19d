/*
 * dispatch.h - which command a line is, or whether it is Lua.
 */
#ifndef GOPARK_REPL_DISPATCH_H
#define GOPARK_REPL_DISPATCH_H

#include "repl.h"

/* Do what line says; it begins with no blank and is no comment. */
enum repl_result dispatch(struct repl *r, const char *line);

#endif
