/*
 * keys.c - the keys of a table in an order that depends on its contents only.
 *
 * One pass of lua_next collects the keys into a list and, beside it, into an
 * array of plain C records; the array is sorted, and the list rearranged to
 * match. Objects go by their place in the world's block, which the program's
 * own history decides. C functions are outside the block: they go by their
 * place in the file they were linked into.
 */
#define _GNU_SOURCE
#include "lua/keys.h"

#include <dlfcn.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

enum key_kind { K_INDEX, K_NUMBER, K_STRING, K_BOOLEAN, K_OBJECT, K_FUNCTION };

/*
 * rank decides nearly all comparisons: a kind's greater key never has a lesser
 * one. Only strings that begin alike, and numbers that are alike as a double,
 * must be looked at more closely.
 */
struct key {
    uint64_t rank;
    union {
        const char *s; /* K_STRING */
        lua_Integer i; /* K_NUMBER */
        lua_Number f;  /* K_NUMBER that is_float */
    } u;
    size_t n;    /* bytes at s */
    uint32_t at; /* position in the list before sorting, from 1 */
    uint8_t kind;
    bool is_float;
};

static uintptr_t
place_in_file(lua_CFunction f)
{
    void *p;
    Dl_info info;
    memcpy(&p, &f, sizeof(p));
    if (dladdr(p, &info) == 0)
        return 0;
    return (uintptr_t)p - (uintptr_t)info.dli_fbase;
}

/* Doubles in their order, as unsigned numbers. */
static uint64_t
rank_of_float(lua_Number f)
{
    const uint64_t sign = UINT64_C(1) << 63;
    uint64_t bits;
    f += 0.0; /* -0 is 0 */
    memcpy(&bits, &f, sizeof(bits));
    return bits & sign ? ~bits : bits | sign;
}

/* The first eight bytes, the first one highest. */
static uint64_t
rank_of_string(const char *s, size_t n)
{
    unsigned char first[8] = { 0 };
    uint64_t rank = 0;
    memcpy(first, s, n < sizeof(first) ? n : sizeof(first));
    for (size_t i = 0; i < sizeof(first); i++)
        rank = rank << 8 | first[i];
    return rank;
}

static void
number_read(lua_State *L, int idx, enum keys_order order, struct key *k)
{
    k->kind = K_NUMBER;
    k->is_float = !lua_isinteger(L, idx);
    if (k->is_float) {
        k->u.f = lua_tonumber(L, idx);
        k->rank = rank_of_float(k->u.f);
        return;
    }
    k->u.i = lua_tointeger(L, idx);
    if (k->u.i > 0 && order == KEYS_PAIRS) {
        k->kind = K_INDEX;
        k->rank = (uint64_t)k->u.i;
    } else {
        k->rank = rank_of_float((lua_Number)k->u.i);
    }
}

static void
object_read(lua_State *L, int idx, struct key *k)
{
    lua_CFunction f = lua_tocfunction(L, idx);
    if (f != NULL && lua_getupvalue(L, idx, 1) == NULL) {
        k->kind = K_FUNCTION;
        k->rank = place_in_file(f);
        return;
    }
    if (f != NULL)
        lua_pop(L, 1);
    k->kind = K_OBJECT;
    k->rank = (uintptr_t)lua_topointer(L, idx);
}

static void
key_read(lua_State *L, int idx, enum keys_order order, struct key *k)
{
    switch (lua_type(L, idx)) {
    case LUA_TNUMBER:
        number_read(L, idx, order, k);
        return;
    case LUA_TSTRING:
        k->kind = K_STRING;
        k->u.s = lua_tolstring(L, idx, &k->n);
        k->rank = rank_of_string(k->u.s, k->n);
        return;
    case LUA_TBOOLEAN:
        k->kind = K_BOOLEAN;
        k->rank = (uint64_t)lua_toboolean(L, idx);
        return;
    }
    object_read(L, idx, k);
}

#define ORDER(a, b) ((a) < (b) ? -1 : (a) > (b))

/* -1, 0, 1. A float key is never integral unless it is beyond the integers. */
static int
compare_int_float(lua_Integer i, lua_Number f)
{
    if (f >= 0x1p63)
        return -1;
    if (f < -0x1p63)
        return 1;
    return i <= (lua_Integer)floor(f) ? -1 : 1;
}

static int
compare_numbers(const struct key *a, const struct key *b)
{
    if (a->is_float && b->is_float)
        return ORDER(a->u.f, b->u.f);
    if (a->is_float)
        return -compare_int_float(b->u.i, a->u.f);
    if (b->is_float)
        return compare_int_float(a->u.i, b->u.f);
    return ORDER(a->u.i, b->u.i);
}

static int
compare_strings(const struct key *a, const struct key *b)
{
    size_t n = a->n < b->n ? a->n : b->n;
    int c = memcmp(a->u.s, b->u.s, n);
    return c != 0 ? c : ORDER(a->n, b->n);
}

static int
compare(const void *pa, const void *pb)
{
    const struct key *a = pa, *b = pb;
    if (a->kind != b->kind)
        return ORDER(a->kind, b->kind);
    if (a->rank != b->rank)
        return ORDER(a->rank, b->rank);
    if (a->kind == K_STRING)
        return compare_strings(a, b);
    if (a->kind == K_NUMBER)
        return compare_numbers(a, b);
    return 0;
}

/* Most tables are small: no call for those. */
static void
sort(struct key *k, size_t n)
{
    if (n > 12) {
        qsort(k, n, sizeof(*k), compare);
        return;
    }
    for (size_t i = 1; i < n; i++) {
        struct key x = k[i];
        size_t j = i;
        for (; j > 0 && compare(&k[j - 1], &x) > 0; j--)
            k[j] = k[j - 1];
        k[j] = x;
    }
}

/* Bring the list on top into the order of k, cycle by cycle. */
static void
rearrange(lua_State *L, struct key *k, lua_Integer n)
{
    for (lua_Integer i = 1; i <= n; i++) {
        if (k[i - 1].at == i)
            continue;
        lua_rawgeti(L, -1, i);
        lua_Integer to = i;
        for (;;) {
            lua_Integer from = k[to - 1].at;
            k[to - 1].at = (uint32_t)to;
            if (from == i)
                break;
            lua_rawgeti(L, -2, from);
            lua_rawseti(L, -3, to);
            to = from;
        }
        lua_rawseti(L, -2, to);
    }
}

struct scan {
    int idx; /* the table */
    enum keys_order order;
    bool bounded; /* only keys after low count */
    struct key low;
};

static lua_Integer
count(lua_State *L, const struct scan *s)
{
    lua_Integer n = 0;
    struct key k;
    for (lua_pushnil(L); lua_next(L, s->idx); lua_pop(L, 1)) {
        if (s->bounded) {
            key_read(L, -2, s->order, &k);
            if (compare(&k, &s->low) <= 0)
                continue;
        }
        n++;
    }
    return n;
}

/*
 * Put the keys into the list at list and their records into k, which holds
 * max. A collection since they were counted may have left fewer.
 */
static lua_Integer
collect(lua_State *L, const struct scan *s, int list, struct key *k,
        lua_Integer max)
{
    lua_Integer n = 0;
    for (lua_pushnil(L); lua_next(L, s->idx); lua_pop(L, 1)) {
        if (n == max)
            continue;
        key_read(L, -2, s->order, &k[n]);
        if (s->bounded && compare(&k[n], &s->low) <= 0)
            continue;
        k[n].at = (uint32_t)n + 1;
        lua_pushvalue(L, -2);
        lua_rawseti(L, list, ++n);
    }
    return n;
}

void
keys_push(lua_State *L, int idx, int after, enum keys_order order)
{
    enum { FEW = 32 };
    struct key few[FEW], *k = few;
    struct scan s = { .idx = lua_absindex(L, idx), .order = order };
    luaL_checkstack(L, 8, "table keys");
    if (after != 0 && !lua_isnil(L, after)) {
        s.bounded = true;
        key_read(L, after, order, &s.low);
    }
    lua_Integer n = count(L, &s);
    if (n > FEW)
        k = lua_newuserdatauv(L, (size_t)n * sizeof(*k), 0);
    else
        lua_pushnil(L);
    lua_createtable(L, (int)n, 1);
    n = collect(L, &s, lua_gettop(L), k, n);
    sort(k, (size_t)n);
    rearrange(L, k, n);
    lua_remove(L, -2);
}

int
keys_push_few(lua_State *L, int idx, int max)
{
    struct key k[KEYS_FEW];
    int base = lua_gettop(L), n = 0;
    luaL_checkstack(L, 2 * KEYS_FEW + 4, "table keys");
    lua_pushnil(L);
    for (; lua_next(L, idx); lua_pushvalue(L, -1)) {
        lua_pop(L, 1);
        if (n == max) {
            lua_settop(L, base);
            return -1;
        }
        key_read(L, -1, KEYS_PAIRS, &k[n]);
        k[n].at = (uint32_t)(n + 1);
        n++;
    }
    sort(k, (size_t)n);
    for (int i = 0; i < n; i++)
        lua_pushvalue(L, base + (int)k[i].at);
    lua_rotate(L, base + 1, n);
    lua_settop(L, base + n);
    return n;
}

void
keys_first(lua_State *L, int idx)
{
    struct key best = { 0 }, k;
    bool found = false;
    idx = lua_absindex(L, idx);
    luaL_checkstack(L, 4, "table keys");
    lua_pushnil(L); /* the best so far */
    for (lua_pushnil(L); lua_next(L, idx); lua_pop(L, 1)) {
        key_read(L, -2, KEYS_PAIRS, &k);
        if (found && compare(&k, &best) > 0)
            continue;
        best = k;
        found = true;
        lua_pushvalue(L, -2);
        lua_replace(L, -4);
    }
}

lua_Integer
keys_find(lua_State *L, int list, int idx)
{
    struct key want, k;
    key_read(L, idx, KEYS_PAIRS, &want);
    lua_Integer lo = 1, hi = (lua_Integer)lua_rawlen(L, list);
    while (lo <= hi) {
        lua_Integer mid = lo + (hi - lo) / 2;
        lua_rawgeti(L, list, mid);
        key_read(L, -1, KEYS_PAIRS, &k);
        lua_pop(L, 1); /* the list still holds it */
        int c = compare(&k, &want);
        if (c == 0)
            return mid;
        if (c < 0)
            lo = mid + 1;
        else
            hi = mid - 1;
    }
    return 0;
}
