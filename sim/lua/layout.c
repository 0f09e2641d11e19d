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
    volatile int *mask;
    int *count;

    if (lua_gethook(L) == hook && layout_hook(L, &count, &mask))
        ((struct thread *)(void *)L)->basehookcount = *count = n;
    else
        lua_sethook(L, hook, LUA_MASKCOUNT, n);
}

bool
layout_hook(lua_State *L, int **count, volatile int **mask)
{
    struct thread *t = (void *)L;

    if (t->hook != lua_gethook(L) || t->hookmask != lua_gethookmask(L) ||
        t->basehookcount != lua_gethookcount(L))
        return false;
    *count = &t->hookcount;
    *mask = &t->hookmask;
    return true;
}

void
layout_uncount(lua_State *L)
{
    volatile int *mask;
    int *count;

    if (layout_hook(L, &count, &mask))
        ++*count;
}

int
layout_next_line(lua_State *L, lua_Debug *ar)
{
    struct thread *t = (void *)L;
    struct call *ci = t->ci;
    int line = ar->currentline;

    if (world_of(ci) != world_of(L) || world_of(ci->u[0]) != world_of(L) ||
        ci->func < t->stack || ci->func > ci->top)
        return line;
    ci->u[0] = (unsigned *)ci->u[0] + 1; /* its saved pc */
    lua_getinfo(L, "l", ar);
    ci->u[0] = (unsigned *)ci->u[0] - 1;
    return ar->currentline > 0 ? ar->currentline : line;
}
