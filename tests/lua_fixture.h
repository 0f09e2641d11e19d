/*
 * lua_fixture.h - a plain Lua state with the libraries that need no scheduler.
 *
 * Stands in for the world: what is printed is collected, the clock and the
 * random numbers are variables.
 */
#ifndef LUA_FIXTURE_H
#define LUA_FIXTURE_H

#include <check.h>
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lua/base.h"
#include "lua/embedded.h"
#include "lua/fmt.h"
#include "lua/oslib.h"
#include "lua/out.h"
#include "lua/random.h"
#include "lua/str.h"
#include "lua/tab.h"

static lua_State *L;
static char printed[3][4096]; /* by file descriptor */
static int64_t fixture_now;
static uint64_t fixture_bits;
static int fixture_status;

void
lua_out(lua_State *l, int fd, const char *s, size_t n)
{
    (void)l;
    strncat(printed[fd], s, n);
}

void
embedded_loading(lua_State *l, bool begins)
{
    (void)l, (void)begins;
}

int64_t
lua_now(lua_State *l)
{
    (void)l;
    return fixture_now;
}

uint64_t
lua_rand64(lua_State *l)
{
    (void)l;
    fixture_bits = fixture_bits * UINT64_C(6364136223846793005) + 1;
    return fixture_bits;
}

int
lua_exit(lua_State *l, int status)
{
    (void)l;
    fixture_status = status;
    return 0;
}

/* An interpreter whose libraries are replaced by ours. */
static void
fixture_open(void)
{
    L = luaL_newstate();
    luaL_openlibs(L);
    base_open(L);
    str_open(L);
    tab_open(L);
    random_open(L);
    oslib_open(L);
    fmt_open(L);
    embedded_open(L);
    memset(printed, 0, sizeof(printed));
    fixture_now = 0;
    fixture_bits = 1;
}

static void
fixture_close(void)
{
    lua_close(L);
}

/* Run a chunk and return its first result as text, or its error. */
static const char *
fixture_run(const char *chunk)
{
    lua_settop(L, 0);
    if (luaL_loadbuffer(L, chunk, strlen(chunk), "=test") != LUA_OK ||
        lua_pcall(L, 0, 1, 0) != LUA_OK)
        return lua_tostring(L, -1);
    return luaL_tolstring(L, -1, NULL);
}

#define ck_lua(chunk, expected) ck_assert_str_eq(fixture_run(chunk), expected)

/* Run the chunk, whose result does not matter, to see what it prints. */
#define ck_prints(chunk, fd, expected)                                         \
    do {                                                                       \
        printed[fd][0] = '\0';                                                 \
        fixture_run(chunk);                                                    \
        ck_assert_str_eq(printed[fd], expected);                               \
    } while (0)

static inline int
fixture_run_suite(Suite *s)
{
    SRunner *sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    int failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed == 0 ? 0 : 1;
}

/* Run one test case that needs nothing but fixture_open. */
static inline int
fixture_main(const char *name, TCase *tc)
{
    Suite *s = suite_create(name);
    tcase_add_checked_fixture(tc, fixture_open, fixture_close);
    suite_add_tcase(s, tc);
    return fixture_run_suite(s);
}

#endif
