/*
 * duration.h - durations as text, as Go's Duration.String writes them.
 */
#ifndef LUA_DURATION_H
#define LUA_DURATION_H

#include <stdint.h>

#include <lua.h>

enum { DURATION_SIZE = 32 };

/* Write ns nanoseconds as 1h30m5s, 1.5s, 100ms, 1.5µs, 0s; returns buf. */
char *duration_string(int64_t ns, char buf[DURATION_SIZE]);

/*
 * The duration at argument arg, a number: a fraction is cut off, and what is
 * beyond 64 bits is the largest or smallest.
 */
int64_t duration_check(lua_State *L, int arg);

/* Set String in the global time. */
void duration_open(lua_State *L);

#endif
