/*
 * test_pairs.c - pairs and next go in an order that contents alone decide.
 */
#include "lua_fixture.h"

#include <stdio.h>

/* The keys in the order of pairs, and that next agrees. */
static const char keys_of[] =
    "local function keys(t) local l = {} "
    "for k in pairs(t) do l[#l + 1] = tostring(k) end "
    "local i, k = 0, next(t) while k ~= nil do i = i + 1 "
    "assert(l[i] == tostring(k), 'next differs') k = next(t, k) end "
    "assert(i == #l, 'next visits others') "
    "return table.concat(l, ' ') end ";

static const char *
run_with_keys(const char *chunk)
{
    char s[4096];
    snprintf(s, sizeof(s), "%s%s", keys_of, chunk);
    return fixture_run(s);
}

#define ck_keys(chunk, expected)                                               \
    ck_assert_str_eq(run_with_keys(chunk), expected)

START_TEST(kinds_come_in_order)
{
    ck_keys("return keys{ 'a', 'b', 'c' }", "1 2 3");
    ck_keys("return keys{ z = 1, a = 2, [3] = 1, [1] = 1, [-5] = 1, [0] = 1, "
            "[2.5] = 1, [true] = 1, [false] = 1, B = 1, [''] = 1 }",
            "1 3 -5 0 2.5  B a z false true");
    ck_keys("return keys{ [math.maxinteger] = 1, [math.mininteger] = 1, "
            "[1e300] = 1, [-1e300] = 1, [1/0] = 1, [0.1] = 1, [-0.1] = 1 }",
            "9223372036854775807 -1e+300 -9223372036854775808 -0.1 0.1 1e+300 "
            "inf");
    ck_keys("return keys{ ab = 1, a = 1, abc = 1, b = 1, ['a\\0'] = 1 }",
            "a a\0 ab abc b");
    ck_keys("return keys{}", "");
    ck_keys("return keys{ [1] = 'x', [2] = 'y', [4] = 'z', k = 1 }", "1 2 4 k");
}
END_TEST

START_TEST(order_does_not_depend_on_history)
{
    ck_keys(
        "local a, b = {}, {} "
        "for i = 1, 500 do a[(i * 7919) % 1009] = i end "
        "for i = 500, 1, -1 do b['x' .. i] = i b[(i * 7919) % 1009] = i end "
        "for i = 1, 500 do b['x' .. i] = nil end "
        "return tostring(keys(a) == keys(b))",
        "true");
}
END_TEST

START_TEST(objects_are_visited_once)
{
    ck_lua("local t, n, seen = {}, 0, {} "
           "for i = 1, 100 do t[{}] = i t[function() return i end] = i end "
           "t[print] = 1 t[tostring] = 2 t[string.rep] = 3 "
           "for k, v in pairs(t) do assert(t[k] == v and not seen[k]) "
           "seen[k] = true n = n + 1 end return n",
           "203");
    ck_lua("local t = {} for _, f in ipairs{ print, tostring, pairs, next, "
           "string.rep, math.floor, select, type } do t[f] = true end "
           "local function order() local l = {} for k in pairs(t) do "
           "l[#l + 1] = k end return l end "
           "local a, b = order(), order() for i = 1, 8 do "
           "if a[i] ~= b[i] then return false end end return #a",
           "8");
}
END_TEST

START_TEST(fields_may_be_cleared_on_the_way)
{
    ck_lua("local t, n = {}, 0 for i = 1, 100 do t[i] = 1 t['k' .. i] = 1 "
           "t[-i] = 1 end for k in pairs(t) do t[k] = nil n = n + 1 end "
           "return n .. tostring(next(t))",
           "300nil");
    ck_lua("local t, n = {}, 0 for i = 1, 100 do t['k' .. i] = i end "
           "local k = next(t) while k do t[k] = nil n = n + 1 k = next(t, k) "
           "end return n",
           "100");
    ck_lua("local t, n = { a = 1, b = 2, c = 3 }, 0 "
           "for k in pairs(t) do t.b = nil t.a = 9 n = n + 1 end return n",
           "2");
    ck_lua("local t, l = { 1, 2, 3, x = 1 }, {} for k in pairs(t) do "
           "if k == 1 then t[2] = nil end l[#l + 1] = tostring(k) end "
           "return table.concat(l, ' ')",
           "1 3 x");
}
END_TEST

START_TEST(loops_over_one_table_do_not_disturb_each_other)
{
    ck_lua("local t, n = { a = 1, b = 2, c = 3 }, 0 for _ in pairs(t) do "
           "for _ in pairs(t) do n = n + 1 end end return n",
           "9");
    ck_lua("local t, l = { a = 1, b = 2, c = 3 }, {} "
           "local i = next(t) while i do local j = next(t) while j do "
           "l[#l + 1] = i .. j j = next(t, j) end i = next(t, i) end "
           "return table.concat(l, ' ')",
           "aa ab ac ba bb bc ca cb cc");
    ck_lua("local t = { a = 1, b = 2 } for k in pairs(t) do break end "
           "t.aa = 1 local l = {} local k = next(t) while k do "
           "l[#l + 1] = k k = next(t, k) end return table.concat(l, ' ')",
           "a aa b");
}
END_TEST

START_TEST(a_loop_may_yield)
{
    ck_lua("local t = { z = 1, y = 2, x = 3 } "
           "local co = coroutine.wrap(function() for k in pairs(t) do "
           "coroutine.yield(k) end return 'end' end) "
           "return co() .. co() .. co() .. co()",
           "xyzend");
}
END_TEST

START_TEST(the_metamethod_is_used)
{
    ck_lua("local t = setmetatable({}, { __pairs = function(t) "
           "return function(_, k) if not k then return 1, 'one' end end, t, "
           "nil end }) local r for k, v in pairs(t) do r = k .. v end return r",
           "1one");
    ck_lua("local co = coroutine.wrap(function() "
           "for k in pairs(setmetatable({}, { __pairs = function() "
           "coroutine.yield('in') return next, { a = 1 } end })) do "
           "coroutine.yield(k) end end) return co() .. co()",
           "ina");
}
END_TEST

START_TEST(errors_are_luas)
{
    ck_lua("for _ in pairs(nil) do end",
           "test:1: bad argument #1 to 'for iterator' (table expected, got "
           "nil)");
    ck_lua("next(1)",
           "test:1: bad argument #1 to 'next' (table expected, got number)");
    ck_lua("pairs()", "test:1: bad argument #1 to 'pairs' (value expected)");
}
END_TEST

START_TEST(next_by_a_whole_float_is_by_the_integer)
{
    ck_lua("return next({ 'a', 'b' }, 1.0)", "2");
    ck_lua("return next({ 'a', [5] = 'b', x = 1 }, 1.0)", "5");
    ck_lua("return next({ 'a' }, 1.0)", "nil");
}
END_TEST

/* 200 times the work for 100 times the keys would still pass. */
START_TEST(next_is_not_quadratic)
{
    ck_lua("local t = {} for i = 1, 20000 do t['k' .. i] = i t[-i] = i end "
           "local n, k = 0, next(t) while k do n = n + 1 k = next(t, k) end "
           "return n",
           "40000");
    ck_lua("local t = {} for i = 1, 60000 do if i % 3 ~= 0 then t[i] = i end "
           "end local n, k = 0, next(t) while k do n = n + 1 k = next(t, k) "
           "end return n",
           "40000");
}
END_TEST

START_TEST(tostring_numbers_objects)
{
    ck_lua("local a, b = {}, {} return tostring(b) .. ', ' .. tostring(a) .. "
           "', ' .. tostring(b)",
           "table: 1, table: 2, table: 1");
    ck_lua("return tostring(print):gsub('%d+', 'N')", "function: N");
    ck_lua("return tostring(coroutine.create(print)):gsub('%d+', 'N')",
           "thread: N");
    ck_lua("return tostring(1.0) .. tostring(2) .. tostring(nil) .. "
           "tostring(1e100) .. tostring(true) .. tostring('x')",
           "1.02nil1e+100truex");
    ck_lua("return tostring(setmetatable({}, { __tostring = function() "
           "return 'me' end }))",
           "me");
    ck_lua("return tostring(setmetatable({}, { __tostring = function() "
           "return 1 == 1 end }))",
           "test:1: '__tostring' must return a string");
    ck_lua("return (tostring(setmetatable({}, { __name = 'T' })):gsub('%d+', "
           "'N'))",
           "T: N");
}
END_TEST

int
main(void)
{
    TCase *tc = tcase_create("pairs");
    tcase_add_test(tc, kinds_come_in_order);
    tcase_add_test(tc, order_does_not_depend_on_history);
    tcase_add_test(tc, objects_are_visited_once);
    tcase_add_test(tc, fields_may_be_cleared_on_the_way);
    tcase_add_test(tc, loops_over_one_table_do_not_disturb_each_other);
    tcase_add_test(tc, a_loop_may_yield);
    tcase_add_test(tc, the_metamethod_is_used);
    tcase_add_test(tc, errors_are_luas);
    tcase_add_test(tc, next_by_a_whole_float_is_by_the_integer);
    tcase_add_test(tc, next_is_not_quadratic);
    tcase_add_test(tc, tostring_numbers_objects);
    return fixture_main("pairs", tc);
}
