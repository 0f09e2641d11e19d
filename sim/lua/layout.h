/*
 * layout.h - what Lua's interface does not tell, read from its structures.
 *
 * Two things need it: the seed of the string hash, which stock Lua draws from
 * the clock and from addresses, and the size of a goroutine's stack. Both are
 * read only after the layout has been recognised, and done without otherwise.
 */
#ifndef GOPARK_LUA_LAYOUT_H
#define GOPARK_LUA_LAYOUT_H

#include "lua/lua.h"

/* Set the string seed of a state that is being made: block, of size bytes, is
 * its first allocation, alloc and ud what it was given. */
void layout_plant_seed(void *block, size_t size, lua_Alloc alloc, void *ud,
                       unsigned seed);
/* Bytes of the value stack of a thread; 0 unknown. */
size_t layout_stack_size(const lua_State *L);
enum { LAYOUT_STACK_START = 45 * 16 }; /* bytes a stack begins with */

#endif
