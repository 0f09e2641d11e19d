/*
 * structs.h - Lua's private structures, as far as layout.h's functions need.
 */
#ifndef GOPARK_LUA_STRUCTS_H
#define GOPARK_LUA_STRUCTS_H

#include <lua.h>
#include <stddef.h>

/* A value (TValue). */
struct value {
    void *p;
    unsigned char tt;
};
enum { VALUE_NIL = 0, VALUE_INTEGER = LUA_TNUMBER,
       VALUE_CFUNCTION = LUA_TFUNCTION | 16, /* without upvalues */ VALUE_OBJECT = 64,
       VALUE_NAME = LUA_TSTRING | VALUE_OBJECT, /* a short string */
       VALUE_CLOSURE = LUA_TFUNCTION | VALUE_OBJECT, /* a function in Lua */
       VALUE_TABLE = LUA_TTABLE | VALUE_OBJECT,
       VALUE_USERDATA = LUA_TUSERDATA | VALUE_OBJECT };

/* A string, as far as its hash. */
struct lstring {
    void *next;
    unsigned char tt, marked, extra, shrlen;
    unsigned hash;
};

/* An entry of a table's hash part: a value, and its key. */
struct lnode {
    void *p;
    unsigned char tt, key_tt;
    int next;
    void *key;
};

/* A table, as far as its parts. */
struct luatable {
    void *next;
    unsigned char tt, marked, flags, lsizenode;
    unsigned alimit; /* a length that it once had, or the array's size */
    struct value *array;
    struct lnode *node; /* 1 << lsizenode */
};

/* Where a string belongs in the hash part of a table. */
static inline const struct lnode *
layout_node(const struct luatable *t, const struct lstring *s)
{
    return &t->node[s->hash & ((1u << t->lsizenode) - 1)];
}

/* A userdata with user values; one without them has its memory where gclist
 * would be. */
struct udata {
    void *next;
    unsigned char tt, marked;
    unsigned short nuv;
    size_t len;
    void *metatable;
    void *gclist;
    struct value uv[];
};

/* What Lua 5.4's global_State begins with, as far as the names of the events
 * of metatables. */
struct global_head {
    lua_Alloc frealloc;
    void *ud;
    ptrdiff_t totalbytes, debt;
    size_t estimate, lastatomic;
    void *strt_hash;
    int strt_nuse, strt_size;
    char registry[16], nilvalue[16];
    unsigned seed;
    unsigned char collector[11]; /* its state and parameters */
    void *list[18];              /* of objects, and of threads */
    lua_CFunction panic;
    void *mainthread, *memerrmsg;
    struct lstring *event[]; /* the first is __index */
};

/* A function in Lua, and what it shares with others of its kind. */
struct proto {
    void *next;
    unsigned char tt, marked, numparams, is_vararg, frame; /* slots that a call
                                                              of it uses */
    int sizes[8];
    int lines[2];
    void *k;
    unsigned *code;
};

struct closure {
    void *next;
    unsigned char tt, marked, nupvalues;
    void *gclist;
    const struct proto *proto;
};

/* A function in C with upvalues. */
struct cfunction {
    void *next;
    unsigned char tt, marked, nupvalues;
    void *gclist;
    lua_CFunction f;
    struct value upvalue[];
};

/* Lua 5.4's CallInfo: an entry of the list of active calls. */
/* Bits of callstatus: may hooks be called, for when an error ends the call; of
 * a function in C; from C; it has called another protected, and can be
 * resumed. */
enum { CALL_HOOKS = 1, CALL_OF_C = 2, CALL_FRESH = 4, CALL_PROTECTS = 16 };
struct callinfo {
    struct value *func, *top;
    struct callinfo *previous, *next;
    void *u[3]; /* in Lua: its instruction; in C: where to go on, the handler
                   to come back to, what it is told */
    int u2;     /* which function it has called protected */
    short nresults;
    unsigned short callstatus;
};

/* Lua 5.4's lua_State. */
struct thread {
    void *next;
    unsigned char tt, marked, status, allowhook;
    unsigned short nci;
    struct value *top;
    void *global, *ci;
    struct value *stack_last, *stack;
    void *openupval, *tbclist, *gclist, *twups, *error_jmp;
    struct callinfo base_ci;
    volatile lua_Hook hook;
    ptrdiff_t errfunc;
    unsigned ccalls;
    int oldpc, basehookcount, hookcount;
    volatile int hookmask;
};

#endif
