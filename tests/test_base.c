/*
 * test_base.c - the sandboxed basic functions, os, math.random, time.String.
 */
#include "lua_fixture.h"

#include <stdio.h>

#include "lua/duration.h"

START_TEST(print_writes_tabs_and_stable_names)
{
    ck_prints("print(1, 'a', nil, 2.5, true) print()", 1,
              "1\ta\tnil\t2.5\ttrue\n\n");
    ck_prints("print({}, print)", 1, "table: 1\tfunction: 2\n");
}
END_TEST

START_TEST(files_cannot_be_loaded)
{
    ck_lua("return tostring(dofile) .. tostring(loadfile)", "nilnil");
}
END_TEST

START_TEST(load_takes_text_only)
{
    ck_lua("return load('return 1 + 1')()", "2");
    ck_lua("return load('return x', 'c', 't', { x = 'env' })()", "env");
    ck_lua("local parts, i = { 'return ', '7' }, 0 return load(function() "
           "i = i + 1 return parts[i] end)()",
           "7");
    ck_lua("return select(2, load('\\27Lua'))",
           "attempt to load a binary chunk (mode is 't')");
    ck_lua("return select(2, load('\\27Lua', 'x', 'b'))",
           "attempt to load a binary chunk (mode is 'none')");
    ck_lua("return select(2, load('\\27Lua', 'x', 'bt'))",
           "attempt to load a binary chunk (mode is 't')");
    ck_lua("return select(2, load('return 1', 'x', 'b'))",
           "attempt to load a text chunk (mode is 'none')");
    ck_lua("return select(2, load('x x', '=name'))",
           "name:1: syntax error near 'x'");
}
END_TEST

START_TEST(finalisers_never_run)
{
    ck_lua("local ran = 0 for i = 1, 100 do "
           "setmetatable({}, { __gc = function() ran = ran + 1 end }) end "
           "collectgarbage() collectgarbage() return ran",
           "0");
    ck_lua("local f = function() end local mt = { __gc = f } "
           "local t = setmetatable({}, mt) "
           "return getmetatable(t) == mt and mt.__gc == f",
           "true");
}
END_TEST

START_TEST(setmetatable_is_otherwise_luas)
{
    ck_lua("local t = setmetatable({}, { __index = { x = 1 } }) return t.x",
           "1");
    ck_lua("return getmetatable(setmetatable(setmetatable({}, {}), nil))",
           "nil");
    ck_lua(
        "setmetatable({}, 1)",
        "test:1: bad argument #2 to 'setmetatable' (nil or table expected, got "
        "number)");
    ck_lua("setmetatable(1, {})", "test:1: bad argument #1 to 'setmetatable' "
                                  "(table expected, got number)");
    ck_lua("setmetatable(setmetatable({}, { __metatable = 1 }), {})",
           "test:1: cannot change a protected metatable");
}
END_TEST

START_TEST(the_collector_cannot_be_changed)
{
    ck_lua("return math.type(collectgarbage('count'))", "float");
    ck_lua("return collectgarbage()", "0");
    ck_lua("return collectgarbage('isrunning')", "true");
    ck_lua("return type(collectgarbage('step'))", "boolean");
    ck_lua("collectgarbage('stop')", "test:1: bad argument #1 to "
                                     "'collectgarbage' (invalid option "
                                     "'stop')");
}
END_TEST

START_TEST(libraries_come_when_they_are_read)
{
    ck_lua("return tostring(rawget(_G, 'errors')) .. type(errors) .. "
           "type(rawget(_G, 'errors'))",
           "niltabletable");
    ck_lua("return no_such_name", "nil");
    ck_lua("errors = 5 return errors", "5");
}
END_TEST

START_TEST(globals_may_get_a_metatable)
{
    /* only errors can be loaded where there is no scheduler */
    ck_lua("context, errgroup, semaphore, singleflight = 1, 1, 1, 1 "
           "return tostring(getmetatable(_G))",
           "nil");
    ck_lua("setmetatable(_G, { __index = function(_, k) error('no ' .. k, 2) "
           "end }) return type(errors.New) .. (pcall(function() return "
           "nothing end) and 'found' or 'strict')",
           "functionstrict");
}
END_TEST

/* --- os ----------------------------------------------------------------------- */

START_TEST(the_clock_is_the_worlds)
{
    fixture_now = INT64_C(90500000000);
    ck_lua("return os.time()", "1257894090");
    ck_lua("return os.clock()", "90.5");
    ck_lua("return os.date()", "Tue Nov 10 23:01:30 2009");
    ck_lua("return os.getenv('HOME')", "nil");
}
END_TEST

START_TEST(dates_are_in_utc)
{
    ck_lua("return os.date('%Y-%m-%d %H:%M:%S', 0)", "1970-01-01 00:00:00");
    ck_lua("return os.date('!%F %T %j %a %A %b %B', 951827696)",
           "2000-02-29 12:34:56 060 Tue Tuesday Feb February");
    ck_lua("return os.date('%c|%x|%X|%p|%I|%y|%C|%D|%e|%R|%r', 1e9 // 1 | 0)",
           "Sun Sep  9 01:46:40 2001|09/09/01|01:46:40|AM|01|01|20|09/09/01| "
           "9|01:46|01:46:40 AM");
    ck_lua("return os.date('%G-W%V-%u %U %W %w %g', 1230768000)",
           "2009-W01-4 00 00 4 09");
    ck_lua("return os.date('%G-W%V', 1104537600)", "2004-W53");
    ck_lua("return os.date('%G-W%V', 1230681600)", "2009-W01");
    ck_lua("return os.date('%z %Z %% %n%t|', 0)", "+0000 GMT % \n\t|");
    ck_lua("return os.date('%F', -86400 * 365)", "1969-01-01");
    ck_lua("return os.date('%Ey %Od', 0)", "70 01");
    ck_lua("return select(2, pcall(os.date, '%Q'))",
           "bad argument #1 to 'os.date' (invalid conversion specifier '%Q')");
    ck_lua("return select(2, pcall(os.date, '%Ez'))",
           "bad argument #1 to 'os.date' (invalid conversion specifier '%Ez')");
    ck_lua("return select(2, pcall(os.date, 'x%'))",
           "bad argument #1 to 'os.date' (invalid conversion specifier '%')");
    ck_lua("return select(2, pcall(os.date, '%Y', 1 << 60))",
           "date result cannot be represented in this installation");
}
END_TEST

START_TEST(dates_are_tables_too)
{
    ck_lua("local d = os.date('*t', 951827696) return table.concat({ d.year, "
           "d.month, d.day, d.hour, d.min, d.sec, d.wday, d.yday, "
           "tostring(d.isdst) }, ' ')",
           "2000 2 29 12 34 56 3 60 false");
    ck_lua("return os.time{ year = 2000, month = 2, day = 29, hour = 12, "
           "min = 34, sec = 56 }",
           "951827696");
    ck_lua("return os.time{ year = 1970, month = 1, day = 1 }", "43200");
    ck_lua("local d = { year = 2021, month = 14, day = -3, hour = 25 } "
           "os.time(d) return d.year .. ' ' .. d.month .. ' ' .. d.day .. ' ' "
           ".. d.hour .. ' ' .. d.yday",
           "2022 1 29 1 29");
    ck_lua("for t = -1e11 // 1 | 0, 1e11 // 1 | 0, 12345678901 // 37 do "
           "if os.time(os.date('*t', t)) ~= t then return t end end "
           "return 'same'",
           "same");
    ck_lua("return select(2, pcall(os.time, { year = 1970 }))",
           "field 'month' missing in date table");
    ck_lua("return select(2, pcall(os.time, { year = 'x' }))",
           "field 'year' is not an integer");
    ck_lua("return select(2, pcall(os.time, { year = 1 << 40 }))",
           "field 'year' is out-of-bound");
}
END_TEST

START_TEST(exit_has_a_status)
{
    fixture_run("os.exit(7)");
    ck_assert_int_eq(fixture_status, 7);
    fixture_run("os.exit(false)");
    ck_assert_int_eq(fixture_status, 1);
    fixture_run("os.exit(true)");
    ck_assert_int_eq(fixture_status, 0);
    fixture_run("os.exit(3) os.exit()");
    ck_assert_int_eq(fixture_status, 0);
}
END_TEST

/* --- math.random ------------------------------------------------------------------ */

START_TEST(a_seed_gives_the_numbers_of_stock_lua)
{
    ck_lua("local stock = require 'stock_math' "
           "for _, seed in ipairs{ 0, 42, -7, math.maxinteger } do "
           "math.randomseed(seed) stock.randomseed(seed) "
           "for i = 1, 200 do assert(math.random() == stock.random()) "
           "assert(math.random(0) == stock.random(0)) "
           "assert(math.random(i) == stock.random(i)) "
           "assert(math.random(-i, i * i) == stock.random(-i, i * i)) end "
           "assert(math.random(math.mininteger, math.maxinteger) == "
           "stock.random(math.mininteger, math.maxinteger)) end "
           "math.randomseed(1, 2) stock.randomseed(1, 2) "
           "return math.random(1000) == stock.random(1000)",
           "true");
}
END_TEST

START_TEST(random_numbers_come_from_the_world)
{
    ck_lua("local ok = true for i = 1, 1000 do local f, n, m = math.random(), "
           "math.random(6), math.random(-3, 3) ok = ok and f >= 0 and f < 1 "
           "and n >= 1 and n <= 6 and m >= -3 and m <= 3 end return ok",
           "true");
    fixture_bits = 5;
    char first[64];
    snprintf(first, sizeof(first), "%s", fixture_run("return math.random()"));
    fixture_bits = 5;
    ck_lua("return math.random()", first);
    ck_lua("math.randomseed(3) local a = math.random(0) math.randomseed(3) "
           "local b = math.random(0) math.randomseed() "
           "return tostring(a == b)",
           "true");
    fixture_bits = 5;
    ck_lua("return math.random()", first);
}
END_TEST

START_TEST(random_arguments_are_checked_as_in_stock_lua)
{
    ck_lua(
        "local stock = require 'stock_math' "
        "local function same(name, ...) "
        "local _, a = pcall(math[name], ...) "
        "local _, b = pcall(stock[name], ...) "
        "assert(a == b:gsub('stock_math', 'math'), a .. ', stock: ' .. b) "
        "end same('random', 2, 1) same('random', -1) same('random', 1, 2, 3) "
        "same('random', 1.5) same('random', {}) same('random', 1, 'x') "
        "same('randomseed', 1.5) same('randomseed', {}) return 'agree'",
        "agree");
}
END_TEST

/* --- durations -------------------------------------------------------------------- */

START_TEST(durations_read_as_in_go)
{
    static const struct {
        int64_t d;
        const char *text;
    } row[] = {
        { 0, "0s" },
        { 1, "1ns" },
        { 1100, "1.1µs" },
        { 2200000, "2.2ms" },
        { 3300000000, "3.3s" },
        { 999, "999ns" },
        { 1000, "1µs" },
        { 999999, "999.999µs" },
        { 1000000, "1ms" },
        { 245000000000, "4m5s" },
        { 245001000000, "4m5.001s" },
        { 18367001000000, "5h6m7.001s" },
        { 480000000001, "8m0.000000001s" },
        { 3600000000000, "1h0m0s" },
        { -90000000000, "-1m30s" },
        { INT64_MAX, "2562047h47m16.854775807s" },
        { INT64_MIN, "-2562047h47m16.854775808s" },
    };
    char buf[DURATION_SIZE];
    for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
        ck_assert_str_eq(duration_string(row[i].d, buf), row[i].text);
}
END_TEST

START_TEST(a_fraction_of_a_nanosecond_is_cut_off)
{
    lua_newtable(L);
    lua_setglobal(L, "time");
    duration_open(L);
    ck_lua("return time.String(1500.9) .. time.String(-1.5)", "1.5µs-1ns");
    ck_lua("return time.String(1e300)", "2562047h47m16.854775807s");
    ck_lua("time.String('x')",
           "test:1: bad argument #1 to 'String' (number expected, got string)");
}
END_TEST

static void
open_with_stock_math(void)
{
    fixture_open();
    luaL_requiref(L, "stock_math", luaopen_math, 0);
    lua_pop(L, 1);
}

int
main(void)
{
    Suite *s = suite_create("base");
    TCase *tc = tcase_create("base");
    tcase_add_checked_fixture(tc, open_with_stock_math, fixture_close);
    tcase_add_test(tc, print_writes_tabs_and_stable_names);
    tcase_add_test(tc, files_cannot_be_loaded);
    tcase_add_test(tc, load_takes_text_only);
    tcase_add_test(tc, finalisers_never_run);
    tcase_add_test(tc, setmetatable_is_otherwise_luas);
    tcase_add_test(tc, the_collector_cannot_be_changed);
    tcase_add_test(tc, libraries_come_when_they_are_read);
    tcase_add_test(tc, globals_may_get_a_metatable);
    tcase_add_test(tc, the_clock_is_the_worlds);
    tcase_add_test(tc, dates_are_in_utc);
    tcase_add_test(tc, dates_are_tables_too);
    tcase_add_test(tc, exit_has_a_status);
    tcase_add_test(tc, a_seed_gives_the_numbers_of_stock_lua);
    tcase_add_test(tc, random_numbers_come_from_the_world);
    tcase_add_test(tc, random_arguments_are_checked_as_in_stock_lua);
    tcase_add_test(tc, durations_read_as_in_go);
    tcase_add_test(tc, a_fraction_of_a_nanosecond_is_cut_off);
    suite_add_tcase(s, tc);
    return fixture_run_suite(s);
}
