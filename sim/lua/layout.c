#include "lua/layout.h"

#include <string.h>

#include "lua/stack.h"

enum { EXTRA_STACK = 5 };

bool layout_known, layout_protects;
int layout_mask = -1;

/* Is a userdata with nuv user values as structs.h has it? */
static bool
knows_userdata(lua_State *L, int nuv)
{
    const struct thread *t = (const void *)L;
    void *memory = lua_newuserdatauv(L, 8, nuv);
    const struct value *v = t->top - 1;
    bool known = v == ((const struct callinfo *)t->ci)->func + lua_gettop(L) &&
                 v->tt == VALUE_USERDATA && world_of(v->p) == world_of(L) &&
                 stack_memory(v->p) == memory;

    lua_pop(L, 1);
    return known;
}

static int
nothing(lua_State *L)
{
    (void)L;
    return 0;
}

/* Is f a function in Lua as structs.h has it? A chunk begins with the only
 * instruction of its kind. */
static bool
knows_code(const lua_State *L, const struct closure *f)
{
    enum { OP_VARARGPREP = 81, OP_BITS = 127 };

    return world_of(f->proto) == world_of(L) &&
           world_of(f->proto->code) == world_of(L) &&
           (f->proto->code[0] & OP_BITS) == OP_VARARGPREP;
}

/* Are functions as structs.h has them? */
static bool
knows_functions(lua_State *L)
{
    const struct thread *t = (const void *)L;
    const struct cfunction *packed;
    lua_CFunction f = nothing;
    bool known;

    lua_pushcfunction(L, f);
    known = t->top[-1].tt == VALUE_CFUNCTION &&
            memcmp(&t->top[-1].p, &f, sizeof f) == 0;
    lua_pushinteger(L, 42);
    lua_pushcclosure(L, f, 1);
    packed = t->top[-1].p;
    known = known && packed->f == f && packed->nupvalues == 1 &&
            packed->upvalue[0].tt == VALUE_INTEGER &&
            (intptr_t)packed->upvalue[0].p == 42;
    if (luaL_loadstring(L, "") == LUA_OK)
        known = known && t->top[-1].tt == VALUE_CLOSURE &&
                knows_code(L, t->top[-1].p);
    lua_pop(L, 3);
    return known;
}

/* Where the name of a metatable's event is kept? */
static bool
knows_events(lua_State *L)
{
    const struct thread *t = (const void *)L;
    const struct global_head *g = t->global;
    bool known;

    lua_pushliteral(L, "__index");
    known = world_of(g) == world_of(L) && t->top[-1].p == g->event[0];
    lua_pop(L, 1);
    return known;
}

/* Is a table's array as structs.h has it? */
static bool
knows_table(lua_State *L)
{
    const struct thread *t = (const void *)L;
    const struct luatable *tab;
    bool known;

    lua_createtable(L, 3, 0);
    lua_pushinteger(L, 42);
    lua_rawseti(L, -2, 2);
    tab = t->top[-1].p;
    known = t->top[-1].tt == VALUE_TABLE && tab->alimit == 3 &&
            world_of(tab->array) == world_of(L) &&
            tab->array[1].tt == VALUE_INTEGER &&
            (intptr_t)tab->array[1].p == 42;
    lua_pop(L, 1);
    return known;
}

/* Is the hash part? A key that is alone is where it belongs. */
static bool
knows_names(lua_State *L)
{
    static const char *const name[] = { "send", "recv", "close", "Lock" };
    const struct thread *t = (const void *)L;
    bool known = true;
    size_t i;

    for (i = 0; i < 4; i++) {
        const struct lnode *n;

        lua_createtable(L, 0, 64);
        lua_pushinteger(L, 42);
        lua_setfield(L, -2, name[i]);
        lua_pushstring(L, name[i]);
        n = layout_node(t->top[-2].p, t->top[-1].p);
        known = known && t->top[-1].tt == VALUE_NAME &&
                world_of(n) == world_of(L) && n->key_tt == VALUE_NAME &&
                n->key == t->top[-1].p && n->tt == VALUE_INTEGER &&
                (intptr_t)n->p == 42;
        lua_pop(L, 2);
    }
    return known;
}

static int
done(lua_State *L, int status, lua_KContext ctx)
{
    (void)L;
    (void)status;
    return (int)ctx;
}

/* Called protected by calls_protected(): is that noted as we think? */
static int
is_protected(lua_State *L)
{
    const struct thread *t = (const void *)L;
    const struct callinfo *ci = ((const struct callinfo *)t->ci)->previous;
    lua_KFunction k = done;

    layout_protects =
        memcmp(&ci->u[0], &k, sizeof k) == 0 && ci->u[1] == NULL &&
        (intptr_t)ci->u[2] == 0 && t->allowhook == CALL_HOOKS &&
        ci->u2 == (char *)(ci->func + 2) - (char *)t->stack &&
        t->errfunc == (char *)(ci->func + 1) - (char *)t->stack &&
        ci->callstatus == (CALL_OF_C | CALL_HOOKS | CALL_PROTECTS);
    return 0;
}

static int
calls_protected(lua_State *L)
{
    const struct thread *t = (const void *)L;
    const struct callinfo *ci = t->ci;

    lua_pushcfunction(L, nothing);
    lua_pushcfunction(L, is_protected);
    lua_pcallk(L, 0, 0, 1, 0, done);
    layout_protects = layout_protects && t->errfunc == 0 &&
                      ci->callstatus == (CALL_OF_C | CALL_HOOKS);
    return 0;
}

/* Are protected calls as structs.h has them, of a thread that can yield? */
static bool
knows_protection(lua_State *L)
{
    lua_State *co = lua_newthread(L);
    int n;

    layout_protects = false;
    lua_pushcfunction(co, calls_protected);
    if (lua_resume(co, L, 0, &n) != LUA_OK)
        layout_protects = false;
    lua_pop(L, 1);
    return layout_protects;
}

void
layout_recognise(lua_State *L)
{
    const struct thread *t = (const void *)L;
    const struct callinfo *ci = t->ci;
    volatile int *mask;
    int *count;

    layout_known = ci->previous == &t->base_ci &&
                   t->base_ci.func == t->stack &&
                   t->base_ci.previous == NULL &&
                   layout_hook(L, &count, &mask) &&
                   *count == lua_gethookcount(L) && knows_userdata(L, 0) &&
                   knows_userdata(L, 2) && knows_table(L) &&
                   knows_functions(L) && knows_names(L) &&
                   knows_events(L);
    layout_protects = layout_known && knows_protection(L);
    layout_mask = layout_known ? LUA_MASKCOUNT : -1;
}

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

/* Are they where we think, the stack and its top? */
static bool
has_stack(const lua_State *L)
{
    const struct thread *t = (const void *)L;
    struct world *w = world_of(L);

    return world_of(t->stack) == w && world_of(t->stack_last) == w &&
           t->stack <= t->top && t->top <= t->stack_last + EXTRA_STACK;
}

size_t
layout_stack_size(const lua_State *L)
{
    const struct thread *t = (const void *)L;
    size_t size;

    if (!has_stack(L))
        return 0;
    size = (size_t)(t->stack_last - t->stack + EXTRA_STACK) *
           sizeof(struct value);
    return size < LAYOUT_STACK_START ? LAYOUT_STACK_START : size;
}

void *
layout_free_slots(const lua_State *L, size_t *n)
{
    const struct thread *t = (const void *)L;

    *n = has_stack(L) ? (size_t)(t->stack_last + EXTRA_STACK - t->top) *
                            sizeof(struct value)
                      : 0;
    return *n > 0 ? t->top : NULL;
}

uint64_t *
layout_table_note(lua_State *L, int idx)
{
    struct luatable *t = (void *)(uintptr_t)lua_topointer(L, idx);

    if (t == NULL || t->tt != LUA_TTABLE)
        return NULL;
    return (void *)&t->tt;
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

void
layout_recount(lua_State *L, int n)
{
    ((struct thread *)(void *)L)->basehookcount = n;
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

bool
layout_discards(const lua_State *L)
{
    const struct thread *t = (const void *)L;

    return layout_known && ((const struct callinfo *)t->ci)->nresults == 0;
}

int
layout_next_line(lua_State *L, lua_Debug *ar)
{
    struct thread *t = (void *)L;
    struct callinfo *ci = t->ci;
    int line = ar->currentline;

    if (world_of(ci) != world_of(L) || world_of(ci->u[0]) != world_of(L) ||
        ci->func < t->stack || ci->func > ci->top)
        return line;
    ci->u[0] = (unsigned *)ci->u[0] + 1; /* its saved pc */
    lua_getinfo(L, "l", ar);
    ci->u[0] = (unsigned *)ci->u[0] - 1;
    return ar->currentline > 0 ? ar->currentline : line;
}
