/*
 * base.h - the basic functions of Lua, made safe and the same on every run.
 */
#ifndef LUA_BASE_H
#define LUA_BASE_H

#include <lua.h>

/*
 * Replace what luaopen_base has set: tostring, print and println, load,
 * collectgarbage, getmetatable, setmetatable; pairs and next (pairs.h). Remove
 * dofile and loadfile.
 */
void base_open(lua_State *L);

#endif
