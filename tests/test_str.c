/*
 * test_str.c - the string and table libraries against stock Lua's, and where
 * they are meant to differ.
 *
 * Random patterns and subjects are run through both, in one state: stock holds
 * the functions as luaopen_string made them.
 */
#include "lua_fixture.h"

#include <stdio.h>

static void
open_both(void)
{
    fixture_open();
    luaL_requiref(L, "stock", luaopen_string, 0);
    lua_setglobal(L, "stock");
    luaL_requiref(L, "stock_table", luaopen_table, 0);
    lua_setglobal(L, "stock_table");
    lua_pushliteral(L, ""); /* its metatable was made anew: repair it */
    lua_getmetatable(L, -1);
    lua_getglobal(L, "string");
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
}

/* same(name, ...): do both functions give the same results, or fail alike? */
static const char compare[] =
    "local function pack(ok, ...) return ok, table.pack(...) end "
    "function same(name, ...) "
    "local ok1, r1 = pack(pcall(string[name], ...)) "
    "local ok2, r2 = pack(pcall(stock[name], ...)) "
    "if not ok2 then r2[1] = stock.gsub(r2[1], 'stock%.', 'string.') end "
    "local equal = ok1 == ok2 and r1.n == r2.n "
    "for i = 1, r1.n do equal = equal and "
    "(r1[i] == r2[i] or type(r1[i]) == 'function') end "
    "if not equal then local t = table.pack(...) for i = 1, t.n do "
    "t[i] = stock.format('%q', tostring(t[i])) end "
    "error(name .. '(' .. table.concat(t, ', ') .. '): ' .. tostring(ok1) .. "
    "' ' .. tostring(r1[1]) .. ' ' .. tostring(r1[2]) .. ', stock: ' .. "
    "tostring(ok2) .. ' ' .. tostring(r2[1]) .. ' ' .. tostring(r2[2]), 2) "
    "end end ";

static const char generator[] =
    "local function pick(s) local i = math.random(#s) "
    "return s:sub(i, i) end "
    "local items = { 'a', 'b', '.', '%a', '%d', '%s', '%w', '%A', '%p', '%u', "
    "'%x', '%z', '[ab]', '[^a]', '[a-c]', '[%d_]', '[]]', '[^]]', '[a-]', "
    "'%%', '%.', '$', '^', '\\0', '\\200', '%f[%w]', '%f[a]', '%b()', '%bab', "
    "'()', '%1', '%2', '[', '%', ')', '(', '%b', '%f', '%g', '%l', '%c' } "
    "local times = { '', '', '', '*', '+', '-', '?' } "
    "local function pattern() local t = {} "
    "if math.random(8) == 1 then t[1] = '^' end "
    "for i = 1, math.random(6) do local p = items[math.random(#items)] "
    "if math.random(5) == 1 then p = '(' .. p .. ')' end "
    "t[#t + 1] = p .. times[math.random(#times)] end "
    "if math.random(6) == 1 then t[#t + 1] = '$' end "
    "return table.concat(t) end "
    "local function subject() local t = {} "
    "for i = 1, math.random(0, 14) do t[i] = pick('aaabbc(())1 _.%]\\0\\200A') "
    "end return table.concat(t) end "
    "local function replacement() local t = {} "
    "for i = 1, math.random(0, 3) do "
    "t[i] = ({ 'x', '%0', '%1', '%2', '%%', '%', '%a' })[math.random(7)] "
    "end return table.concat(t) end ";

static void
run_both(const char *chunk)
{
    char s[8192];
    snprintf(s, sizeof(s), "%s%s%s return 'agree'", compare, generator, chunk);
    ck_lua(s, "agree");
}

START_TEST(patterns_match_as_in_stock_lua)
{
    run_both("for i = 1, 30000 do local s, p = subject(), pattern() "
             "local init = math.random(4) == 1 and math.random(-9, 9) or 1 "
             "same('find', s, p, init) same('match', s, p, init) end");
}
END_TEST

START_TEST(gsub_replaces_as_in_stock_lua)
{
    run_both(
        "for i = 1, 15000 do local s, p = subject(), pattern() "
        "same('gsub', s, p, replacement()) "
        "same('gsub', s, p, replacement(), math.random(-1, 3)) "
        "same('gsub', s, p, { a = 'x', b = false, [1] = 'pos' }) "
        "same('gsub', s, p, function(a, b) if a == 'a' then return nil end "
        "return b or 7 end) end");
}
END_TEST

START_TEST(gmatch_goes_as_in_stock_lua)
{
    run_both("local function all(lib, s, p, init) local t = {} "
             "for a, b in lib.gmatch(s, p, init) do "
             "t[#t + 1] = tostring(a) .. ',' .. tostring(b) end "
             "return table.concat(t, ';') end "
             "for i = 1, 15000 do local s, p = subject(), pattern() "
             "local init = math.random(4) == 1 and math.random(-9, 9) or nil "
             "local ok1, r1 = pcall(all, string, s, p, init) "
             "local ok2, r2 = pcall(all, stock, s, p, init) "
             "assert(ok1 == ok2 and r1 == r2, "
             "stock.format('%q %q %s %s', s, p, r1, r2)) end");
}
END_TEST

START_TEST(arguments_are_checked_as_in_stock_lua)
{
    run_both(
        "for _, name in ipairs{ 'find', 'match', 'gmatch', 'gsub', 'rep', "
        "'format' } do same(name) same(name, {}) same(name, 'a') "
        "same(name, 'a', {}) same(name, 'a', 'b', {}) same(name, 1, 1, 1) "
        "same(name, 'a', 'a', 'a', {}) same(name, 'a', nil) end "
        "same('gsub', 'a', 'a', true) same('gsub', 'a', 'a', print, 'x') "
        "same('gsub', 'abc', '%w', function() return {} end) "
        "same('gsub', 'abc', '%w', { a = true }) "
        "same('find', 'a.b', '.', 1, true) same('find', 'abc', 'c', 2, true) "
        "same('find', '', '') same('find', 'abc', '', 10) "
        "same('find', 'abc', '', 4) same('find', 'a\\0b', '\\0') "
        "same('match', ('('):rep(40), ('%('):rep(33)) "
        "same('match', 'aaa', ('(a)'):rep(33)) same('match', 'x', '(') "
        "same('find', ('a'):rep(300), ('a?'):rep(300) .. 'b') "
        "same('match', ('a'):rep(250), ('(a)'):rep(32) .. ('a?'):rep(150))");
}
END_TEST

START_TEST(rep_is_as_in_stock_lua)
{
    run_both("for n = -1, 9 do for _, s in ipairs{ '', 'a', 'abc' } do "
             "for _, sep in ipairs{ '', ',', '--' } do same('rep', s, n, sep) "
             "end same('rep', s, n) end end "
             "same('rep', 'abc', 1 << 61) same('rep', 'a', 1000)");
    ck_lua("return #string.rep('', 1 << 60)", "0");
}
END_TEST

START_TEST(format_is_as_in_stock_lua)
{
    run_both("same('format', '%d %s %q %5.2f %x %c %%', 1, 'a', 'b\\n', 2.5, "
             "255, 65) same('format', '%s %s %s', nil, true, 1.5) "
             "same('format', '%s') same('format', '%y', 1) "
             "same('format', '%10.4s|', 'abcdefgh') same('format', '%') "
             "same('format', '%a', 1) same('format', '%i', 3.0) "
             "same('format', '%d', 3.5) same('format', '%p', 1) "
             "same('format', '%s|%s', setmetatable({}, { __tostring = "
             "function() return 'x' end }), 2) same('format', '%1000d', 1) "
             "same('format', '%s\\0%s', 1, 2) same('format', '%-5s|', true)");
}
END_TEST

START_TEST(format_shows_numbers_of_objects)
{
    ck_lua("local t = {} return string.format('%s', t) == tostring(t)", "true");
    ck_lua("local t = {} tostring(t) "
           "return ('%p|%6p|%-6p|%d'):format(t, t, t, 7)",
           "0x2|   0x2|0x2   |7");
}
END_TEST

START_TEST(a_pattern_that_would_not_end_is_an_error)
{
    ck_lua("return select(2, pcall(string.find, ('a'):rep(40), "
           "('a-'):rep(20) .. 'b'))",
           "pattern too complex");
    ck_lua("return select(2, pcall(string.gsub, ('a'):rep(20000), '.-b', ''))",
           "pattern too complex");
    ck_lua("return select(2, pcall(string.match, ('x'):rep(1e5), "
           "'(.*).-(.-)y'))",
           "pattern too complex");
}
END_TEST

START_TEST(a_long_text_is_no_reason_to_fail)
{
    ck_lua("return select(2, ('ab '):rep(1000000):gsub('%w+', ''))", "1000000");
    ck_lua("return (('a'):rep(3000000) .. 'b'):find('b', 1, true)", "3000001");
}
END_TEST

START_TEST(gmatch_may_yield)
{
    ck_lua("local co = coroutine.wrap(function() for w in "
           "('one two'):gmatch('%a+') do coroutine.yield(w) end end) "
           "return co() .. co()",
           "onetwo");
}
END_TEST

START_TEST(the_metatable_of_strings_is_out_of_reach)
{
    ck_lua("return getmetatable('')", "false");
    ck_lua("return ('x'):rep(3)", "xxx");
    ck_lua("return string.dump", "nil");
}
END_TEST

START_TEST(sort_sorts_and_keeps_equals_in_order)
{
    run_both("for n = 0, 300, 7 do local a, b = {}, {} for i = 1, n do "
             "a[i] = math.random(50) b[i] = a[i] end table.sort(a) "
             "stock_table.sort(b) for i = 1, n do assert(a[i] == b[i]) end "
             "table.sort(a, function(x, y) return x > y end) "
             "for i = 2, n do assert(a[i - 1] >= a[i]) end end");
    ck_lua("local t = {} for i = 1, 500 do t[i] = { k = i * 7 % 5, i = i } end "
           "table.sort(t, function(a, b) return a.k < b.k end) "
           "for i = 2, 500 do local a, b = t[i - 1], t[i] "
           "if a.k > b.k or (a.k == b.k and a.i > b.i) then return i end end "
           "return 'stable'",
           "stable");
    ck_lua("table.sort({ 1, 'x' })", "attempt to compare string with number");
    ck_lua("local t = { 3, 1, 2 } pcall(table.sort, t, function() error() end) "
           "return table.concat(t)",
           "312");
    ck_lua("table.sort(1)",
           "test:1: bad argument #1 to 'sort' (table expected, got number)");
    ck_lua("local t = { 2, 1 } table.sort(t, nil) return t[1]", "1");
}
END_TEST

START_TEST(what_only_claims_its_length_is_refused)
{
    ck_lua("local t = setmetatable({}, { __len = function() return 1 << 60 "
           "end }) return select(2, pcall(table.insert, t, 1, 'x'))",
           "table too large");
    ck_lua("table.move({}, 1, 1 << 60, 2)",
           "test:1: bad argument #3 to 'move' (too many elements to move)");
    ck_lua("local t = table.move({ 1, 2, 3 }, 1, 3, 2) return t[4]", "3");
    ck_lua("local t = { 1, 2 } table.insert(t, 1, 0) table.remove(t) "
           "return table.concat(t)",
           "01");
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("str");
    TCase *tc = tcase_create("str");
    tcase_add_checked_fixture(tc, open_both, fixture_close);
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, patterns_match_as_in_stock_lua);
    tcase_add_test(tc, gsub_replaces_as_in_stock_lua);
    tcase_add_test(tc, gmatch_goes_as_in_stock_lua);
    tcase_add_test(tc, arguments_are_checked_as_in_stock_lua);
    tcase_add_test(tc, rep_is_as_in_stock_lua);
    tcase_add_test(tc, format_is_as_in_stock_lua);
    tcase_add_test(tc, format_shows_numbers_of_objects);
    tcase_add_test(tc, a_pattern_that_would_not_end_is_an_error);
    tcase_add_test(tc, a_long_text_is_no_reason_to_fail);
    tcase_add_test(tc, gmatch_may_yield);
    tcase_add_test(tc, the_metatable_of_strings_is_out_of_reach);
    tcase_add_test(tc, sort_sorts_and_keeps_equals_in_order);
    tcase_add_test(tc, what_only_claims_its_length_is_refused);
    suite_add_tcase(s, tc);
    return fixture_run_suite(s);
}
