/*
 * shortcut.c - some of Lua's calls into itself, on a shorter way.
 *
 * Where Lua is linked statically, the linker sends the calls of a function
 * here (--wrap). What is dealt with here is done as Lua does it, in a handful
 * of machine instructions; everything else, and every Lua whose layout is not
 * recognised, goes on to Lua's own function.
 */
#include "lua/layout.h"
#include "lua/structs.h"

#include <limits.h>
#include <string.h>

int __real_luaG_traceexec(lua_State *L, const void *pc);
int __wrap_luaG_traceexec(lua_State *L, const void *pc);
const void *__real_luaH_get(void *t, const void *key);
const void *__wrap_luaH_get(void *t, const void *key);
const void *__real_luaT_gettmbyobj(lua_State *L, const void *o, int event);
const void *__wrap_luaT_gettmbyobj(lua_State *L, const void *o, int event);
void *__real_luaD_precall(lua_State *L, struct value *func, int nresults);
void *__wrap_luaD_precall(lua_State *L, struct value *func, int nresults);
void __real_luaD_poscall(lua_State *L, struct callinfo *ci, int n);
void __wrap_luaD_poscall(lua_State *L, struct callinfo *ci, int n);
int __real_luaD_growstack(lua_State *L, int n, int raise);
int __wrap_luaD_growstack(lua_State *L, int n, int raise);
void __real_luaD_call(lua_State *L, struct value *func, int nresults);
void __wrap_luaD_call(lua_State *L, struct value *func, int nresults);
void __real_luaD_callnoyield(lua_State *L, struct value *func, int nresults);
void __wrap_luaD_callnoyield(lua_State *L, struct value *func, int nresults);
int luaD_reallocstack(lua_State *L, int size, int raise);
void luaV_execute(lua_State *L, struct callinfo *ci);

/* --- stacks: Lua's shortest has room for twice what a function in C may use,
 * which is half of what a parked goroutine takes -------------------------- */

enum { STACK_LUA = 2 * LUA_MINSTACK, STACK_SHORT = STACK_LUA - 8 }; /* slots */

/* Lua's account of its memory, by which it collects, shall be that of a Lua
 * with its own stacks. */
static bool
resize(lua_State *L, int size)
{
    struct thread *t = (void *)L;
    struct global_head *g = t->global;
    ptrdiff_t was = t->stack_last - t->stack;

    if (!luaD_reallocstack(L, size, false))
        return false;
    g->debt += (was - size) * (ptrdiff_t)sizeof(struct value);
    return true;
}

void
layout_shorten(lua_State *L)
{
    const struct thread *t = (const void *)L;

    if (layout_known && t->stack_last - t->stack == STACK_LUA)
        resize(L, STACK_SHORT);
}

/* L is about to use n slots: if its stack is a short one without them, it
 * becomes one of Lua's. Lua would double the short one. */
static void
lengthen(lua_State *L, int n)
{
    const struct thread *t = (const void *)L;

    if (t->stack_last - t->top <= n &&
        t->stack_last - t->stack == STACK_SHORT && layout_known)
        resize(L, STACK_LUA);
}

/* The same for a call of func; where that lies then. */
static struct value *
move_to_call(lua_State *L, struct value *func)
{
    const struct thread *t = (const void *)L;
    ptrdiff_t at = func - t->stack;

    lengthen(L, INT_MAX);
    return t->stack + at;
}

static inline struct value *
lengthen_to_call(lua_State *L, struct value *func)
{
    const struct thread *t = (const void *)L;
    int n = func->tt == VALUE_CLOSURE
                ? ((const struct closure *)func->p)->proto->frame
                : LUA_MINSTACK;

    return LIKELY(t->stack_last - t->top > n) ? func : move_to_call(L, func);
}

/* Makes room for n slots that are not there. */
__attribute__((used)) int
__wrap_luaD_growstack(lua_State *L, int n, int raise)
{
    const struct thread *t = (const void *)L;

    lengthen(L, n);
    return t->stack_last - t->top > n || __real_luaD_growstack(L, n, raise);
}

/* --- functions in Lua ----------------------------------------------------- */

/* Begin the call of func if it is one, and there is room for it; else NULL. */
static inline struct callinfo *
enter(lua_State *L, struct value *func, int nresults)
{
    struct thread *t = (void *)L;
    struct callinfo *ci = ((struct callinfo *)t->ci)->next;
    const struct proto *p;
    struct value *wanted;

    if (func->tt != VALUE_CLOSURE || ci == NULL || !layout_known)
        return NULL;
    p = ((const struct closure *)func->p)->proto;
    if (UNLIKELY(t->stack_last - t->top <= p->frame))
        return NULL;
    wanted = func + 1 + p->numparams;
    ci->func = func;
    ci->nresults = (short)nresults;
    ci->callstatus = 0;
    ci->top = func + 1 + p->frame;
    ci->u[0] = p->code;
    while (t->top < wanted)
        t->top++->tt = VALUE_NIL;
    t->ci = ci;
    return ci;
}

enum { FEW = 100 }; /* calls from C in C: Lua allows 200 */

/* The same of a call from C, which returns there. Lua bounds the depth of
 * these. */
static inline bool
run(lua_State *L, struct value *func, int nresults)
{
    struct thread *t = (void *)L;
    struct callinfo *ci;

    if ((t->ccalls & 0xffff) >= FEW ||
        (ci = enter(L, func, nresults)) == NULL)
        return false;
    ci->callstatus = CALL_FRESH;
    t->ccalls++;
    luaV_execute(L, ci);
    t->ccalls--;
    return true;
}

/* Call a function from C, or as an event of a metatable. */
__attribute__((used)) void
__wrap_luaD_call(lua_State *L, struct value *func, int nresults)
{
    if (!run(L, func, nresults))
        __real_luaD_call(L, lengthen_to_call(L, func), nresults);
}

__attribute__((used)) void
__wrap_luaD_callnoyield(lua_State *L, struct value *func, int nresults)
{
    __real_luaD_callnoyield(L, lengthen_to_call(L, func), nresults);
}

/* A call of luaD_call() with a way back, as lua_pcallk() arranges it. */
int
layout_pcall(lua_State *L, lua_KFunction k)
{
    struct thread *t = (void *)L;
    struct callinfo *ci = t->ci;
    ptrdiff_t handler = t->errfunc;

    if (!layout_protects)
        return lua_pcallk(L, lua_gettop(L) - 2, 0, 1, 0, k);
    memcpy(&ci->u[0], &k, sizeof k);
    ci->u[1] = (void *)handler;
    ci->u[2] = NULL;
    ci->u2 = (int)((char *)(ci->func + 2) - (char *)t->stack);
    ci->callstatus = (unsigned short)((ci->callstatus & ~CALL_HOOKS) |
                                      t->allowhook | CALL_PROTECTS);
    t->errfunc = (char *)(ci->func + 1) - (char *)t->stack;
    __wrap_luaD_call(L, ci->func + 2, 0);
    ci->callstatus &= (unsigned short)~CALL_PROTECTS;
    t->errfunc = handler;
    return LUA_OK;
}

/* Called before each instruction while a count hook is set, and nearly always
 * to count one down. */
__attribute__((used)) int
__wrap_luaG_traceexec(lua_State *L, const void *pc)
{
    struct thread *t = (void *)L;
    int left = t->hookcount - 1;

    if (t->hookmask != layout_mask || left == 0)
        return __real_luaG_traceexec(L, pc);
    t->hookcount = left;
    return 1;
}

/* --- methods: both tables nearly always have the name where it belongs --- */

static inline const struct lnode *
find(const void *table, const void *name)
{
    const struct lnode *n = layout_node(table, name);

    return n->key_tt == VALUE_NAME && n->key == name ? n : NULL;
}

/* Finds each method that is called. */
__attribute__((used)) const void *
__wrap_luaH_get(void *t, const void *key)
{
    const struct value *k = key;
    const struct lnode *n;

    if (k->tt == VALUE_NAME && layout_known && (n = find(t, k->p)) != NULL)
        return n;
    return __real_luaH_get(t, key);
}

/* Finds where the methods of an object are. */
__attribute__((used)) const void *
__wrap_luaT_gettmbyobj(lua_State *L, const void *o, int event)
{
    const struct value *v = o;
    const struct lnode *n;

    if (v->tt == VALUE_USERDATA && layout_known) {
        const struct thread *t = (const void *)L;
        const struct global_head *g = t->global;
        const struct udata *u = v->p;

        if (u->metatable != NULL &&
            (n = find(u->metatable, g->event[event])) != NULL)
            return n;
    }
    return __real_luaT_gettmbyobj(L, o, event);
}

/* --- calls: of functions in C without upvalues, and their results -------- */

/* A count hook has Lua note where the caller is, for line hooks to come. */
static inline void
note_place(struct thread *t, const struct callinfo *ci)
{
    if (!(ci->callstatus & CALL_OF_C)) {
        const struct closure *f = ci->func->p;

        t->oldpc = (int)((const unsigned *)ci->u[0] - f->proto->code) - 1;
    }
}

/* Leave ci with n results on top; nearly always none or one is wanted. */
static inline void
leave(lua_State *L, struct callinfo *ci, int n)
{
    struct thread *t = (void *)L;
    struct value *to = ci->func;

    if (t->hookmask != layout_mask || (unsigned)ci->nresults > 1) {
        __real_luaD_poscall(L, ci, n);
        return;
    }
    note_place(t, ci->previous);
    if (ci->nresults == 1) {
        to->tt = VALUE_NIL;
        if (n > 0) {
            to->p = t->top[-n].p;
            to->tt = t->top[-n].tt;
        }
        to++;
    }
    t->top = to;
    t->ci = ci->previous;
}

/* Calls a function; one in C is over when this returns. */
__attribute__((used)) void *
__wrap_luaD_precall(lua_State *L, struct value *func, int nresults)
{
    struct thread *t = (void *)L;
    struct callinfo *ci = ((struct callinfo *)t->ci)->next;
    lua_CFunction f;

    if (func->tt == VALUE_CFUNCTION && t->hookmask == layout_mask &&
        ci != NULL && t->stack_last - t->top > LUA_MINSTACK) {
        ci->func = func;
        ci->nresults = (short)nresults;
        ci->callstatus = CALL_OF_C;
        ci->top = t->top + LUA_MINSTACK;
        t->ci = ci;
        memcpy(&f, &func->p, sizeof f);
        leave(L, ci, f(L));
        return NULL;
    }
    ci = enter(L, func, nresults);
    if (ci != NULL)
        return ci;
    return __real_luaD_precall(L, lengthen_to_call(L, func), nresults);
}

/* Leaves a function in Lua. */
__attribute__((used)) void
__wrap_luaD_poscall(lua_State *L, struct callinfo *ci, int n)
{
    leave(L, ci, n);
}
