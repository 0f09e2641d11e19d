/*
 * layout.h - what Lua's interface does not tell, read from its structures.
 *
 * Three things need it: the seed of the string hash, which stock Lua draws
 * from the clock and from addresses; the size of a goroutine's stack; and the
 * hook: lua_sethook tells every active call of a new count, and cannot change
 * the mask and leave the count as it is. All are done only after the layout
 * has been recognised, and in Lua's way, or not at all, otherwise.
 */
#ifndef GOPARK_LUA_LAYOUT_H
#define GOPARK_LUA_LAYOUT_H

#include "lua/lua.h"

/* Set the string seed of a state that is being made: block, of size bytes, is
 * its first allocation, alloc and ud what it was given. */
void layout_plant_seed(void *block, size_t size, lua_Alloc alloc, void *ud,
                       unsigned seed);
/* Bytes of the value stack of a thread, a shortened one counted as long as
 * Lua makes it, so that all builds say the same; 0 unknown. */
size_t layout_stack_size(const lua_State *L);
/* The slots of L's stack above its top, *n bytes to its end; NULL unknown. */
void *layout_free_slots(const lua_State *L, size_t *n);
/* Lua notes in a table how long it found it to be, even if one only reads an
 * element: the word of the table at idx with that note; NULL unknown. */
uint64_t *layout_table_note(lua_State *L, int idx);
/* lua_sethook(L, hook, LUA_MASKCOUNT, n), in which nearly always only n is
 * new; what else the mask has stays. */
void layout_set_count_hook(lua_State *L, lua_Hook hook, int n);
/* L, which came back from its count hook, counts n from its next instruction
 * on. Needs layout_known. */
void layout_recount(lua_State *L, int n);
/* The instructions left until the count hook of L, and its mask; false: not
 * recognised. L must have a hook. */
bool layout_hook(lua_State *L, int **count, volatile int **mask);
/* Whether this process has a Lua with the structures of structs.h. Found out
 * by layout_recognise(), in a function that a new state calls first, with a
 * count hook set; may raise for want of memory. */
extern bool layout_known;
extern bool layout_protects; /* and with calls as layout_pcall() makes them */
extern int layout_mask; /* of a thread that only counts; -1 not known */
void layout_recognise(lua_State *L);
/* Lua's `for` does not fetch the instruction behind the call of its iterator
 * anew, unless that has yielded: then it is counted, and must not be, or a
 * run would depend on where it was stopped. Called as such an iterator ends. */
void layout_uncount(lua_State *L);
/* Line of the instruction that L, which has come back from a hook, executes
 * next; Lua's own answer is the one before. ar: its innermost frame. */
int layout_next_line(lua_State *L, lua_Debug *ar);
/* Has the function in C that runs been called as a statement, so that nobody
 * gets what it returns? False where the layout is not known. */
bool layout_discards(const lua_State *L);
/* lua_pcallk(L, n, 0, 1, 0, k) of the second of the running function's n + 2
 * values; the first is the handler. L can yield. */
#ifdef GOPARK_SHORTCUT
int layout_pcall(lua_State *L, lua_KFunction k);
#else
static inline int
layout_pcall(lua_State *L, lua_KFunction k)
{
    return lua_pcallk(L, lua_gettop(L) - 2, 0, 1, 0, k);
}
#endif
/* Give a thread that has run nothing the stack that nearly every goroutine
 * gets by with, where Lua's calls can be told to lengthen it (shortcut.c). */
#ifdef GOPARK_SHORTCUT
void layout_shorten(lua_State *L);
#else
static inline void
layout_shorten(lua_State *L)
{
    (void)L;
}
#endif
enum { LAYOUT_STACK_START = 45 * 16 }; /* bytes a stack begins with */

#endif
