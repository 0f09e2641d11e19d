/*
 * str.h - the string library, without what could hang or show an address.
 */
#ifndef LUA_STR_H
#define LUA_STR_H

#include <lua.h>

/*
 * Replace in the global string, which luaopen_string has made: find, match,
 * gmatch, gsub, rep, format; remove dump. The metatable of strings can no
 * longer be had by getmetatable.
 */
void str_open(lua_State *L);

#endif
