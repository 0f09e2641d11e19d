/*
 * test_fmt.c - fmt prints what Go's fmt prints.
 *
 * fmt_go.lua holds cases recorded from Go by fmt_go.go.
 */
#include "lua_fixture.h"

#include <stdio.h>

/* One case: the list on top of the stack is expected, format, arguments. */
static void
check_case(int nth)
{
    int base = lua_gettop(L);
    size_t n;
    lua_getglobal(L, "fmt");
    lua_getfield(L, -1, "Sprintf");
    lua_getfield(L, base, "n");
    int count = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
    for (int i = 2; i <= count; i++)
        lua_rawgeti(L, base, i);
    lua_call(L, count - 1, 1);
    const char *got = lua_tolstring(L, -1, &n);
    lua_rawgeti(L, base, 1);
    size_t len;
    const char *want = lua_tolstring(L, -1, &len);
    lua_rawgeti(L, base, 2);
    ck_assert_msg(n == len && memcmp(got, want, n) == 0,
                  "case %d: format \"%s\" gives \"%s\", Go \"%s\"", nth,
                  lua_tostring(L, -1), got, want);
    lua_settop(L, base - 1);
}

/* A list with nil inside needs its length, so each case is a call of c. */
START_TEST(sprintf_agrees_with_go)
{
    static const char header[] =
        "local function c(...) return table.pack(...) end\n";
    luaL_Buffer b;
    char line[4096];
    FILE *f = fopen(TESTS_DIR "/fmt_go.lua", "r");
    ck_assert_ptr_nonnull(f);
    luaL_buffinit(L, &b);
    luaL_addstring(&b, header);
    while (fgets(line, sizeof(line), f) != NULL) {
        size_t n = strlen(line);
        if (line[0] == '{') { /* {...}, becomes c(...), */
            line[0] = '(';
            line[n - 3] = ')';
            luaL_addchar(&b, 'c');
        }
        luaL_addstring(&b, line);
    }
    fclose(f);
    luaL_pushresult(&b);
    ck_assert_msg(luaL_dostring(L, lua_tostring(L, -1)) == LUA_OK, "%s",
                  lua_tostring(L, -1));
    lua_Integer n = luaL_len(L, -1);
    ck_assert_int_gt(n, 1000);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, -1, i);
        check_case((int)i);
    }
}
END_TEST

START_TEST(println_separates_by_spaces)
{
    ck_prints("fmt.Println(1, 2.0, 'x', nil, true, {1, 2})", 1,
              "1 2 x <nil> true [1 2]\n");
    ck_prints("fmt.Println()", 1, "\n");
    ck_lua("return fmt.Sprintln('a', 1)", "a 1\n");
}
END_TEST

START_TEST(print_separates_what_is_no_string)
{
    ck_prints("fmt.Print('a', 'b', 1, 2, true, 'c', 3.5)", 1, "ab1 2 truec3.5");
    ck_lua("return fmt.Sprint(1, 2, 'x', 'y', nil, nil)", "1 2xy<nil> <nil>");
}
END_TEST

START_TEST(printing_answers_bytes_and_no_error)
{
    ck_lua("local n, err = fmt.Println('abc') return n .. tostring(err)",
           "4nil");
    ck_lua("return (fmt.Printf('%d', 12345))", "5");
}
END_TEST

START_TEST(whole_floats_print_as_integers_under_d)
{
    ck_lua("return fmt.Sprintf('%d %5d|%-4d|', 2.0, -3.0, 1e15)",
           "2    -3|1000000000000000|");
    ck_lua("return fmt.Sprintf('%d', 2.5)", "%!d(float64=2.5)");
    ck_lua("return fmt.Sprintf('%d', 1e300)", "%!d(float64=1e+300)");
}
END_TEST

START_TEST(objects_print_a_stable_number)
{
    ck_lua("local f = function() end return fmt.Sprint(f) == tostring(f)",
           "true");
    ck_lua("local t = {} return fmt.Sprintf('%p', t) == fmt.Sprintf('%p', t)",
           "true");
    ck_lua("return fmt.Sprintf('%p', {}) == fmt.Sprintf('%p', {})", "false");
    ck_lua("local f = function() end tostring(f) return fmt.Sprintf("
           "'%d %v %s %T %p', f, f, f, f, f):gsub('%d+', 'N')",
           "N function: N %!s(func()=function: N) func() NxN");
}
END_TEST

START_TEST(texts_of_their_own_are_used)
{
    ck_lua(
        "local e = setmetatable({}, { __tostring = function() "
        "return 'boom' end }) return fmt.Sprintf('%v|%6s|%q|%x', e, e, e, e)",
        "boom|  boom|\"boom\"|626f6f6d");
    ck_lua("local C = {} C.__index = C function C:Error() return 'err ' .. "
           "self.n end return fmt.Sprint(setmetatable({ n = 3 }, C))",
           "err 3");
    ck_lua("local C = {} C.__index = C function C:String() return 'str' end "
           "return fmt.Sprint({ setmetatable({}, C) })",
           "[str]");
    ck_lua("return fmt.Sprint(setmetatable({}, { __name = 'Point' }))",
           "Point: 1");
}
END_TEST

START_TEST(a_table_inside_itself_is_named)
{
    ck_lua("local t = {} t[1] = t return fmt.Sprint(t)", "[table: 1]");
    ck_lua("local t = {} t.x = { y = t } return fmt.Sprint(t)",
           "map[x:map[y:table: 2]]");
    ck_lua("local t = {} for i = 1, 1000 do t = { t } end "
           "return #fmt.Sprint(t) < 1000",
           "true");
}
END_TEST

START_TEST(errorf_wraps)
{
    ck_lua("return fmt.Errorf('code %d', 7)", "code 7");
    ck_lua("local e = errors.New('inner') local w = fmt.Errorf('outer: %w', e)"
           "return fmt.Sprint(w, ' ', errors.Is(w, e), errors.Unwrap(w) == e)",
           "outer: inner true true");
    ck_lua("local a, b = errors.New('a'), errors.New('b') "
           "local w = fmt.Errorf('%w and %w, not %v', a, b, a) "
           "return fmt.Sprint(w, ' ', errors.Is(w, a), errors.Is(w, b), "
           "errors.Unwrap(w))",
           "a and b, not a true true <nil>");
    ck_lua("return fmt.Errorf('%w', 'text')", "%!w(string=text)");
    ck_lua("return fmt.Sprintf('%w', errors.New('e'))",
           "%!w(*errors.errorString=e)");
}
END_TEST

START_TEST(println_of_go_goes_to_the_error_output)
{
    ck_prints("println('progress', 1, true, 2.0, nil)", 2,
              "progress 1 true 2 nil\n");
}
END_TEST

int
main(void)
{
    TCase *tc = tcase_create("fmt");
    tcase_add_test(tc, sprintf_agrees_with_go);
    tcase_add_test(tc, println_separates_by_spaces);
    tcase_add_test(tc, print_separates_what_is_no_string);
    tcase_add_test(tc, printing_answers_bytes_and_no_error);
    tcase_add_test(tc, whole_floats_print_as_integers_under_d);
    tcase_add_test(tc, objects_print_a_stable_number);
    tcase_add_test(tc, texts_of_their_own_are_used);
    tcase_add_test(tc, a_table_inside_itself_is_named);
    tcase_add_test(tc, errorf_wraps);
    tcase_add_test(tc, println_of_go_goes_to_the_error_output);
    return fixture_main("fmt", tc);
}
