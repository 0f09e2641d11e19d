/*
 * random.c - math.random and math.randomseed on the world's seed.
 *
 * The numbers come from the world's generator, until the script calls
 * math.randomseed(x): from then on from a generator of its own (xoshiro256**,
 * which stock Lua uses, and seeded the same way), so that x alone decides.
 * math.randomseed() without a number returns to the world's.
 */
#include "lua/random.h"

#include <stdbool.h>

#include <lauxlib.h>

#include "lua/out.h"

/* The upvalue of both functions. */
struct generator {
    bool own; /* seeded by the script */
    uint64_t s[4];
};

static struct generator *
generator_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(1));
}

static uint64_t
rotl(uint64_t x, int n)
{
    return x << n | x >> (64 - n);
}

static uint64_t
generator_next(uint64_t s[4])
{
    uint64_t result = rotl(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotl(s[3], 45);
    return result;
}

static uint64_t
next_bits(lua_State *L)
{
    struct generator *g = generator_of(L);
    return g->own ? generator_next(g->s) : lua_rand64(L);
}

/* A uniform number 0..most, from bits and as many more as it takes. */
static uint64_t
project(lua_State *L, uint64_t bits, uint64_t most)
{
    uint64_t mask = most;
    if ((most & (most + 1)) == 0)
        return bits & most;
    for (int shift = 1; shift < 64; shift *= 2)
        mask |= mask >> shift;
    while ((bits &= mask) > most)
        bits = next_bits(L);
    return bits;
}

/* random() in [0,1), random(n) in 1..n, random(m, n), random(0) any integer */
static int
random_number(lua_State *L)
{
    lua_Integer low = 1, high;
    int n = lua_gettop(L);
    uint64_t bits = next_bits(L);
    if (n == 0) {
        lua_pushnumber(L, (lua_Number)(bits >> 11) * 0x1p-53);
        return 1;
    }
    if (n > 2)
        return luaL_error(L, "wrong number of arguments");
    if (n == 2)
        low = luaL_checkinteger(L, 1);
    high = luaL_checkinteger(L, n);
    if (n == 1 && high == 0) {
        lua_pushinteger(L, (lua_Integer)bits);
        return 1;
    }
    luaL_argcheck(L, low <= high, 1, "interval is empty");
    uint64_t from = project(L, bits, (uint64_t)high - (uint64_t)low);
    lua_pushinteger(L, (lua_Integer)(from + (uint64_t)low));
    return 1;
}

static int
random_seed(lua_State *L)
{
    struct generator *g = generator_of(L);
    g->own = !lua_isnone(L, 1);
    if (!g->own)
        return 0;
    lua_Integer n1 = luaL_checkinteger(L, 1), n2 = luaL_optinteger(L, 2, 0);
    g->s[0] = (uint64_t)n1;
    g->s[1] = 0xff;
    g->s[2] = (uint64_t)n2;
    g->s[3] = 0;
    for (int i = 0; i < 16; i++)
        generator_next(g->s);
    lua_pushinteger(L, n1);
    lua_pushinteger(L, n2);
    return 2;
}

void
random_open(lua_State *L)
{
    static const luaL_Reg lib[] = {
        { "random", random_number },
        { "randomseed", random_seed },
        { NULL, NULL },
    };
    lua_getglobal(L, "math");
    struct generator *g = lua_newuserdatauv(L, sizeof(*g), 0);
    g->own = false;
    luaL_setfuncs(L, lib, 1);
    lua_pop(L, 1);
}
