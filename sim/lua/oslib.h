/*
 * oslib.h - the os a script sees: time, clock, date, getenv, exit.
 */
#ifndef LUA_OSLIB_H
#define LUA_OSLIB_H

#include <lua.h>

/* The virtual clock's zero in seconds since 1970: 2009-11-10 23:00:00 UTC. */
enum { OSLIB_EPOCH = 1257894000 };

/* Set the global os. */
void oslib_open(lua_State *L);

#endif
