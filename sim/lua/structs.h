/*
 * structs.h - Lua's private structures, as far as layout.h's functions need.
 */
#ifndef GOPARK_LUA_STRUCTS_H
#define GOPARK_LUA_STRUCTS_H

#include <lua.h>
#include <stddef.h>

/* What Lua 5.4's global_State begins with, as far as its string seed. */
struct global_head {
    lua_Alloc frealloc;
    void *ud;
    ptrdiff_t totalbytes, debt;
    size_t estimate, lastatomic;
    void *strt_hash;
    int strt_nuse, strt_size;
    char registry[16], nilvalue[16];
    unsigned seed;
};

/* Lua 5.4's CallInfo: an entry of the list of active calls. */
struct call {
    char *func, *top;
    struct call *previous, *next;
    void *u[3];
    int u2;
    short nresults;
    unsigned short callstatus;
};

/* Lua 5.4's lua_State. */
struct thread {
    void *next;
    unsigned char tt, marked, status, allowhook;
    unsigned short nci;
    char *top;
    void *global, *ci;
    char *stack_last, *stack;
    void *openupval, *tbclist, *gclist, *twups, *error_jmp;
    struct call base_ci;
    volatile lua_Hook hook;
    ptrdiff_t errfunc;
    unsigned ccalls;
    int oldpc, basehookcount, hookcount;
    volatile int hookmask;
};

#endif
