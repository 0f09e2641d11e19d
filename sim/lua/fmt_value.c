/*
 * fmt_value.c - how a Lua value answers a verb of fmt.
 *
 * Each Lua type stands for the Go type that is nearest: int, float64, string,
 * bool, func(), []interface {} for a sequence and map[interface {}]interface {}
 * for any other table. An object with a text of its own (__tostring, or
 * methods Error or String, as a Go programmer writes them) is what Go calls an
 * error or a Stringer. Where Go prints an address there is the object's stable
 * number.
 */
#include "lua/fmt.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/ident.h"
#include "lua/keys.h"

enum { DEPTH_MAX = 100 }; /* a table nested deeper is only named */

struct fmt_table {
    const struct fmt_table *outer;
    const void *object;
    int depth;
};

/* Call the object's method name and push the text it returns, if it has it. */
static bool
push_method_text(lua_State *L, int idx, const char *name)
{
    if (lua_getfield(L, idx, name) != LUA_TFUNCTION) {
        lua_pop(L, 1);
        return false;
    }
    lua_pushvalue(L, idx);
    lua_call(L, 1, 1);
    if (lua_isstring(L, -1)) {
        lua_tostring(L, -1);
        return true;
    }
    lua_pop(L, 1);
    return false;
}

static bool
has_methods(lua_State *L, int idx)
{
    int type = luaL_getmetafield(L, idx, "__index");
    if (type != LUA_TNIL)
        lua_pop(L, 1);
    return type == LUA_TTABLE;
}

static bool
is_object(lua_State *L, int idx)
{
    int type = lua_type(L, idx);
    return type == LUA_TTABLE || type == LUA_TUSERDATA;
}

/* Push the text of an object that has its own, or answer false. */
static bool
push_own_text(lua_State *L, int idx)
{
    if (!is_object(L, idx))
        return false;
    luaL_checkstack(L, 8, "fmt");
    if (luaL_getmetafield(L, idx, "__tostring") != LUA_TNIL) {
        lua_pop(L, 1);
        object_tolstring(L, idx, NULL);
        return true;
    }
    if (has_methods(L, idx) && (push_method_text(L, idx, "Error") ||
                                push_method_text(L, idx, "String")))
        return true;
    bool named = luaL_getmetafield(L, idx, "__name") != LUA_TNIL;
    if (named)
        lua_pop(L, 1);
    if (!named && lua_type(L, idx) == LUA_TTABLE)
        return false;
    object_tolstring(L, idx, NULL);
    return true;
}

bool
fmt_is_error(lua_State *L, int idx)
{
    if (!is_object(L, idx))
        return false;
    bool is = luaL_getmetafield(L, idx, "__tostring") != LUA_TNIL;
    if (!is && has_methods(L, idx)) {
        is = lua_getfield(L, idx, "Error") == LUA_TFUNCTION;
        lua_pop(L, 1);
    } else if (is) {
        lua_pop(L, 1);
    }
    return is;
}

/* Are the keys in the list at list just 1, 2 ... n? */
static bool
is_sequence(lua_State *L, int list)
{
    lua_Integer n = (lua_Integer)lua_rawlen(L, list);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, list, i);
        bool fits = lua_isinteger(L, -1) && lua_tointeger(L, -1) == i;
        lua_pop(L, 1);
        if (!fits)
            return false;
    }
    return true;
}

static const char *
table_type(bool sequence)
{
    return sequence ? "[]interface {}" : "map[interface {}]interface {}";
}

/* Push the name of the Go type that the value stands for. */
static const char *
push_type(lua_State *L, int idx)
{
    luaL_checkstack(L, 8, "fmt");
    switch (lua_type(L, idx)) {
    case LUA_TNIL:
        return lua_pushliteral(L, "<nil>");
    case LUA_TBOOLEAN:
        return lua_pushliteral(L, "bool");
    case LUA_TNUMBER:
        return lua_pushstring(L, lua_isinteger(L, idx) ? "int" : "float64");
    case LUA_TFUNCTION:
        return lua_pushliteral(L, "func()");
    case LUA_TTABLE:
    case LUA_TUSERDATA:
        if (luaL_getmetafield(L, idx, "__name") == LUA_TSTRING)
            return lua_tostring(L, -1);
        break;
    }
    if (!lua_istable(L, idx))
        return lua_pushstring(L, luaL_typename(L, idx));
    keys_push(L, idx, 0, KEYS_ASCENDING);
    bool sequence = is_sequence(L, lua_gettop(L));
    lua_pop(L, 1);
    return lua_pushstring(L, table_type(sequence));
}

void
fmt_type(struct fmt *p, int idx)
{
    lbuf_add_string(&p->out, push_type(p->out.L, idx));
    lua_pop(p->out.L, 1);
}

static void
print_type(struct fmt *p, int idx)
{
    const char *s = push_type(p->out.L, idx);
    fmt_string(p, s, strlen(s));
    lua_pop(p->out.L, 1);
}

/* %!d(string=x) */
static void
bad_verb(struct fmt *p, int idx, int verb)
{
    p->erroring = true;
    lbuf_add_string(&p->out, "%!");
    lbuf_add_rune(&p->out, verb);
    lbuf_add_char(&p->out, '(');
    fmt_type(p, idx);
    if (!lua_isnil(p->out.L, idx)) {
        lbuf_add_char(&p->out, '=');
        fmt_value(p, idx, 'v');
    }
    lbuf_add_char(&p->out, ')');
    p->erroring = false;
}

static void
print_integer(struct fmt *p, int idx, int verb)
{
    lua_Unsigned u = (lua_Unsigned)lua_tointeger(p->out.L, idx);
    switch (verb) {
    case 'v':
    case 'd':
    case 'b':
    case 'o':
    case 'O':
    case 'x':
    case 'X':
        fmt_integer(p, u, false, verb);
        return;
    case 'c':
        fmt_char(p, u);
        return;
    case 'q':
        fmt_quoted_char(p, u);
        return;
    case 'U':
        fmt_unicode(p, u);
        return;
    }
    bad_verb(p, idx, verb);
}

static void
print_float(struct fmt *p, int idx, int verb)
{
    lua_Number v = lua_tonumber(p->out.L, idx);
    lua_Integer i;
    if (verb == 'd' && lua_numbertointeger(v, &i) && (lua_Number)i == v)
        fmt_integer(p, (lua_Unsigned)i, false, 'd');
    else if (verb > 0 && verb < 0x80 && strchr("veEfFgGbxX", verb) != NULL)
        fmt_float(p, v, verb);
    else
        bad_verb(p, idx, verb);
}

static void
print_string(struct fmt *p, int idx, int text, int verb)
{
    size_t n;
    const char *s = lua_tolstring(p->out.L, text, &n);
    switch (verb) {
    case 'v':
        if (p->f.sharp_v)
            fmt_quoted(p, s, n);
        else
            fmt_string(p, s, n);
        return;
    case 's':
        fmt_string(p, s, n);
        return;
    case 'q':
        fmt_quoted(p, s, n);
        return;
    case 'x':
    case 'X':
        fmt_hex(p, s, n, verb == 'X');
        return;
    }
    bad_verb(p, idx, verb);
}

/* What Go prints as an address. */
static void
print_pointer(struct fmt *p, int idx, int verb)
{
    lua_State *L = p->out.L;
    bool sharp = p->f.sharp;
    size_t n;
    switch (verb) {
    case 'p':
        p->f.sharp = !sharp; /* the flag removes the 0x */
        fmt_integer(p, (lua_Unsigned)object_id(L, idx), true, 'x');
        p->f.sharp = sharp;
        return;
    case 'b':
    case 'o':
    case 'd':
    case 'x':
    case 'X':
        fmt_integer(p, (lua_Unsigned)object_id(L, idx), true, verb);
        return;
    case 'v': {
        const char *s = object_tolstring(L, idx, &n);
        fmt_string(p, s, n);
        lua_pop(L, 1);
        return;
    }
    }
    bad_verb(p, idx, verb);
}

static void
print_element(struct fmt *p, int verb)
{
    fmt_value(p, lua_gettop(p->out.L), verb);
    lua_pop(p->out.L, 1);
}

/* The elements of the table, by the list of its keys on top of the stack. */
static void
print_elements(struct fmt *p, int idx, int verb, bool sequence)
{
    lua_State *L = p->out.L;
    int list = lua_gettop(L);
    lua_Integer n = (lua_Integer)lua_rawlen(L, list);
    for (lua_Integer i = 1; i <= n; i++) {
        if (i > 1)
            lbuf_add_string(&p->out, p->f.sharp_v ? ", " : " ");
        lua_rawgeti(L, list, i);
        lua_pushvalue(L, -1);
        lua_rawget(L, idx);
        lua_insert(L, -2);
        if (sequence) {
            lua_pop(L, 1);
        } else {
            print_element(p, verb);
            lbuf_add_char(&p->out, ':');
        }
        print_element(p, verb);
    }
}

static void
print_table(struct fmt *p, int idx, int verb)
{
    lua_State *L = p->out.L;
    const struct fmt_table *outer = p->table;
    struct fmt_table here = { .outer = outer, .object = lua_topointer(L, idx) };
    luaL_checkstack(L, 16, "fmt");
    keys_push(L, idx, 0, KEYS_ASCENDING);
    bool sequence = is_sequence(L, lua_gettop(L));
    here.depth = outer == NULL ? 1 : outer->depth + 1;
    p->table = &here;
    if (p->f.sharp_v) {
        lbuf_add_string(&p->out, table_type(sequence));
        lbuf_add_char(&p->out, '{');
    } else {
        lbuf_add_string(&p->out, sequence ? "[" : "map[");
    }
    print_elements(p, idx, verb, sequence);
    lbuf_add_char(&p->out, p->f.sharp_v ? '}' : ']');
    p->table = outer;
    lua_pop(L, 1);
}

/* Is the table too deep, or inside itself? */
static bool
is_endless(const struct fmt *p, int idx)
{
    const void *object = lua_topointer(p->out.L, idx);
    if (p->table != NULL && p->table->depth >= DEPTH_MAX)
        return true;
    for (const struct fmt_table *t = p->table; t != NULL; t = t->outer)
        if (t->object == object)
            return true;
    return false;
}

static void
print_object(struct fmt *p, int idx, int verb)
{
    lua_State *L = p->out.L;
    if (push_own_text(L, idx)) {
        if (verb == 'w' && p->wrap && fmt_is_error(L, idx))
            verb = 'v';
        bool sharp_v = p->f.sharp_v;
        p->f.sharp_v = false;
        if (p->erroring)
            print_string(p, idx, lua_gettop(L), 's');
        else
            print_string(p, idx, lua_gettop(L), verb);
        p->f.sharp_v = sharp_v;
        lua_pop(L, 1);
    } else if (is_endless(p, idx)) {
        print_pointer(p, idx, 'v');
    } else if (verb == 'w') {
        bad_verb(p, idx, verb);
    } else {
        print_table(p, idx, verb);
    }
}

static void
print_nil(struct fmt *p, int idx, int verb)
{
    if (verb == 'v' || verb == 'T')
        fmt_pad_string(p, "<nil>");
    else
        bad_verb(p, idx, verb);
}

void
fmt_value(struct fmt *p, int idx, int verb)
{
    int type = lua_type(p->out.L, idx);
    bool simple =
        type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING;
    if (type == LUA_TNIL) {
        print_nil(p, idx, verb);
        return;
    }
    if (verb == 'T' && p->table == NULL) {
        print_type(p, idx);
        return;
    }
    if (verb == 'p' && p->table == NULL && !simple) {
        print_pointer(p, idx, 'p');
        return;
    }
    switch (type) {
    case LUA_TBOOLEAN:
        if (verb == 't' || verb == 'v')
            fmt_pad_string(p, lua_toboolean(p->out.L, idx) ? "true" : "false");
        else
            bad_verb(p, idx, verb);
        return;
    case LUA_TNUMBER:
        if (lua_isinteger(p->out.L, idx))
            print_integer(p, idx, verb);
        else
            print_float(p, idx, verb);
        return;
    case LUA_TSTRING:
        print_string(p, idx, idx, verb);
        return;
    case LUA_TTABLE:
    case LUA_TUSERDATA:
        print_object(p, idx, verb);
        return;
    }
    print_pointer(p, idx, verb);
}
