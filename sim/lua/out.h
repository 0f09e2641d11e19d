/*
 * out.h - what the libraries of this folder need from the running world.
 *
 * Defined by sim/lua/lua.c over the scheduler; the unit tests of the
 * libraries define their own.
 */
#ifndef LUA_OUT_H
#define LUA_OUT_H

#include <stddef.h>
#include <stdint.h>

#include <lua.h>

/*
 * Print n bytes at s on the program's output (fd 1) or error output (fd 2).
 * Callers have nothing left to do but return, so it may raise an error.
 */
void lua_out(lua_State *L, int fd, const char *s, size_t n);

/* Virtual nanoseconds since the world began. */
int64_t lua_now(lua_State *L);

/* 64 random bits from the world's seed. */
uint64_t lua_rand64(lua_State *L);

/*
 * End the program with a status. The last act of a Lua C function, which
 * returns what this returns.
 */
int lua_exit(lua_State *L, int status);

#endif
