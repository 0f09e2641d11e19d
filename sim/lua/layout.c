#include "lua/layout.h"

#include <string.h>

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

enum { EXTRA_STACK = 5 * 16 };

/* A state is recognised by the allocator it was given and by its size, and
 * that no string has been hashed yet. */
void
layout_plant_seed(void *block, size_t size, lua_Alloc alloc, void *ud,
                  unsigned seed)
{
    size_t i;

    for (i = 0; i + sizeof(struct global_head) <= size; i += sizeof(void *)) {
        struct global_head *g = (void *)((char *)block + i);

        if (g->frealloc == alloc && g->ud == ud &&
            g->totalbytes == (ptrdiff_t)size && g->strt_size == 0) {
            g->seed = seed;
            return;
        }
    }
}

size_t
layout_stack_size(const lua_State *L)
{
    const struct thread *t = (const void *)L;
    struct world *w = world_of(L);

    if (world_of(t->stack) != w || world_of(t->stack_last) != w ||
        t->stack > t->top || t->top > t->stack_last + EXTRA_STACK)
        return 0;
    return (size_t)(t->stack_last - t->stack) + EXTRA_STACK;
}

void
layout_set_count_hook(lua_State *L, lua_Hook hook, int n)
{
    struct thread *t = (void *)L;

    if (t->hook == hook && t->hookmask == LUA_MASKCOUNT &&
        lua_gethook(L) == hook && lua_gethookcount(L) == t->basehookcount)
        t->basehookcount = t->hookcount = n;
    else
        lua_sethook(L, hook, LUA_MASKCOUNT, n);
}
