/*
 * stack.h - values on Lua's stacks without a call of Lua's interface.
 *
 * For the shortest ways only: the arguments of an operation, what lies in a
 * channel, the cases of a select, the function of a goroutine. Each has its
 * long way for a Lua whose structures are not known; they do the same.
 */
#ifndef GOPARK_LUA_STACK_H
#define GOPARK_LUA_STACK_H

#include <string.h>

#include "lua/layout.h"
#include "lua/structs.h"

/* The memory of a userdata. */
static inline void *
stack_memory(struct udata *u)
{
    return LIKELY(u->nuv == 0) ? (void *)&u->gclist : (void *)&u->uv[u->nuv];
}

/* The value at idx, from 1, of the running C function; NULL: not known. */
static inline const struct value *
stack_arg(const lua_State *L, int idx)
{
    const struct thread *t = (const void *)L;
    const struct value *v;

    if (UNLIKELY(!layout_known))
        return NULL;
    v = ((const struct callinfo *)t->ci)->func + idx;
    return v < t->top ? v : NULL;
}

/* lua_touserdata(), for idx from 1. */
static inline void *
stack_userdata(lua_State *L, int idx)
{
    const struct value *v = stack_arg(L, idx);

    if (LIKELY(v != NULL && v->tt == VALUE_USERDATA))
        return stack_memory(v->p);
    return lua_touserdata(L, idx);
}

/* Entry i, from 1, of the table at idx, from 1; NULL: not known. */
static inline const struct value *
stack_slot(const lua_State *L, int idx, int i)
{
    const struct value *v = stack_arg(L, idx);

    return v != NULL && v->tt == VALUE_TABLE &&
                   (unsigned)i - 1 < ((const struct luatable *)v->p)->alimit
               ? &((const struct luatable *)v->p)->array[i - 1]
               : NULL;
}

/* lua_touserdata() of such an entry. */
static inline void *
stack_entry(lua_State *L, int idx, int i)
{
    const struct value *v = stack_slot(L, idx, i);
    void *p;

    if (v != NULL)
        return v->tt == VALUE_USERDATA ? stack_memory(v->p) : NULL;
    lua_rawgeti(L, idx, i);
    p = lua_touserdata(L, -1);
    lua_pop(L, 1);
    return p;
}

/* Push that entry. */
static inline void
stack_push_entry(lua_State *L, int idx, int i)
{
    struct thread *t = (void *)L;
    const struct value *v = stack_slot(L, idx, i);

    if (v != NULL)
        *t->top++ = *v;
    else
        lua_rawgeti(L, idx, i);
}

/* Push user value uv of that entry, a userdata. */
static inline void
stack_push_of_entry(lua_State *L, int idx, int i, int uv)
{
    struct thread *t = (void *)L;
    const struct value *v = stack_slot(L, idx, i);

    if (v != NULL) {
        *t->top++ = ((struct udata *)v->p)->uv[uv - 1];
        return;
    }
    lua_rawgeti(L, idx, i);
    lua_getiuservalue(L, -1, uv);
    lua_replace(L, -2);
}

/* luaL_checkinteger(), for idx from 1. */
static inline lua_Integer
stack_integer(lua_State *L, int idx)
{
    const struct value *v = stack_arg(L, idx);

    if (LIKELY(v != NULL && v->tt == VALUE_INTEGER))
        return (lua_Integer)(intptr_t)v->p;
    return luaL_checkinteger(L, idx);
}

/* The first argument if it is a primitive of this kind; else an error that
 * says tname was expected. */
static inline void *
stack_self(lua_State *L, enum gopark_object_kind kind, const char *tname)
{
    struct obj *o = stack_userdata(L, 1);

    if (UNLIKELY(o == NULL || !obj_is(o, kind)))
        op_wrong_self(L, tname);
    return o;
}

/* Surely a function in Lua, at idx from 1? */
static inline bool
stack_is_closure(const lua_State *L, int idx)
{
    const struct value *v = stack_arg(L, idx);

    return v != NULL && v->tt == VALUE_CLOSURE;
}

/* lua_pushinteger(). */
static inline void
stack_push_integer(lua_State *L, lua_Integer n)
{
    struct thread *t = (void *)L;

    if (layout_known) {
        t->top->p = (void *)(intptr_t)n;
        t->top++->tt = VALUE_INTEGER;
    } else {
        lua_pushinteger(L, n);
    }
}

/* lua_pushinteger(), but below the n values on top. */
static inline void
stack_insert_integer(lua_State *L, lua_Integer i, int n)
{
    struct thread *t = (void *)L;
    struct value *v = t->top;

    if (!layout_known) {
        lua_pushinteger(L, i);
        lua_insert(L, -1 - n);
        return;
    }
    for (; n > 0; n--, v--) {
        v->p = v[-1].p;
        v->tt = v[-1].tt;
    }
    v->p = (void *)(intptr_t)i;
    v->tt = VALUE_INTEGER;
    t->top++;
}

/* lua_pushcfunction(). */
static inline void
stack_push_cfunction(lua_State *L, lua_CFunction f)
{
    struct thread *t = (void *)L;

    if (layout_known) {
        memcpy(&t->top->p, &f, sizeof f);
        t->top++->tt = VALUE_CFUNCTION;
    } else {
        lua_pushcfunction(L, f);
    }
}

/* The call of the running C function, behind which are those that lead to it;
 * NULL: not known. */
static inline const struct callinfo *
stack_calls(const lua_State *L)
{
    return layout_known ? ((const struct thread *)(const void *)L)->ci : NULL;
}

/* lua_gettop(). */
static inline int
stack_gettop(lua_State *L)
{
    const struct thread *t = (const void *)L;

    return layout_known
               ? (int)(t->top - ((const struct callinfo *)t->ci)->func) - 1
               : lua_gettop(L);
}

/* lua_settop(), where nearly always that is the top already. */
static inline void
stack_settop(lua_State *L, int n)
{
    const struct thread *t = (const void *)L;

    if (!layout_known || t->top != ((const struct callinfo *)t->ci)->func + 1 + n)
        lua_settop(L, n);
}

/* lua_xmove(L, to, 1). */
static inline void
stack_move(lua_State *L, lua_State *to)
{
    if (layout_known)
        *((struct thread *)(void *)to)->top++ =
            *--((struct thread *)(void *)L)->top;
    else
        lua_xmove(L, to, 1);
}

/* Pop the value on top into user value uv of the userdata at idx, from 1.
 * False: nothing was done; it takes Lua's way, with its barrier. */
static inline bool
stack_store(lua_State *L, int idx, int uv)
{
    struct thread *t = (void *)L;
    const struct value *v = stack_arg(L, idx);

    if (v == NULL || v->tt != VALUE_USERDATA || (t->top[-1].tt & VALUE_OBJECT))
        return false;
    ((struct udata *)v->p)->uv[uv - 1] = *--t->top;
    return true;
}

/* Push user value uv of the userdata at idx, from 1, and leave nil there.
 * False: nothing was done. */
static inline bool
stack_fetch(lua_State *L, int idx, int uv)
{
    struct thread *t = (void *)L;
    const struct value *v = stack_arg(L, idx);
    struct value *from;

    if (v == NULL || v->tt != VALUE_USERDATA)
        return false;
    from = &((struct udata *)v->p)->uv[uv - 1];
    *t->top++ = *from;
    from->tt = VALUE_NIL;
    return true;
}

/* Pop the value on top of L into place i, from 1, of a thread that calls
 * nothing. */
static inline void
stack_put(lua_State *L, lua_State *to, int i)
{
    struct thread *t = (void *)L;

    if (layout_known) {
        struct value *v = &((struct thread *)(void *)to)->stack[i];

        /* in two parts, as it was just written: to load both at once would
         * wait until that is in the cache */
        v->p = (--t->top)->p;
        v->tt = t->top->tt;
        return;
    }
    lua_xmove(L, to, 1);
    lua_replace(to, i);
}

/* Put the upvalues of the function in C on top, at least one, in its place; how
 * many they are. Needs layout_known. */
static inline int
stack_unpack(lua_State *L)
{
    struct thread *t = (void *)L;
    const struct cfunction *f = t->top[-1].p;
    int n = f->nupvalues;

    luaL_checkstack(L, n, NULL);
    memcpy(t->top - 1, f->upvalue, (size_t)n * sizeof f->upvalue[0]);
    t->top += n - 1;
    return n;
}

/* Push the value at such a place onto L, and leave nil there. True: it is
 * surely a function in Lua. */
static inline bool
stack_take(lua_State *L, lua_State *from, int i)
{
    struct thread *t = (void *)L;

    if (layout_known) {
        struct value *v = &((struct thread *)(void *)from)->stack[i];
        bool closure = v->tt == VALUE_CLOSURE;

        *t->top++ = *v;
        v->tt = VALUE_NIL;
        return closure;
    }
    lua_pushvalue(from, i);
    lua_xmove(from, L, 1);
    lua_pushnil(from);
    lua_replace(from, i);
    return false;
}

#endif
