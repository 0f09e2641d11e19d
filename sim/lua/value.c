/*
 * value.c - Lua values as one line of text, for those who only look.
 *
 * No metamethod is called and nothing is numbered: the text of a table is
 * what is in it, in an order that does not depend on hashes.
 */
#include "lua/chanlib.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/cells.h"
#include "lua/layout.h"

struct text {
    char *buf;
    size_t len, size;
};

static void
add(struct text *t, const char *s, size_t n)
{
    if (n > t->size - 1 - t->len)
        n = t->size - 1 - t->len;
    memcpy(t->buf + t->len, s, n);
    t->len += n;
    t->buf[t->len] = '\0';
}

static void
adds(struct text *t, const char *s)
{
    add(t, s, strlen(s));
}

static void
add_string(struct text *t, const char *s, size_t n)
{
    char esc[8];
    size_t i;

    adds(t, "\"");
    for (i = 0; i < n && t->len + 2 < t->size; i++) {
        unsigned char ch = (unsigned char)s[i];

        if (ch == '"' || ch == '\\')
            snprintf(esc, sizeof esc, "\\%c", ch);
        else if (ch == '\n')
            snprintf(esc, sizeof esc, "\\n");
        else if (ch < 32 || ch == 127)
            snprintf(esc, sizeof esc, "\\%03u", ch);
        else
            snprintf(esc, sizeof esc, "%c", ch);
        adds(t, esc);
    }
    adds(t, "\"");
}

static void
add_number(struct text *t, lua_State *L, int idx)
{
    char buf[64];

    if (lua_isinteger(L, idx))
        snprintf(buf, sizeof buf, LUA_INTEGER_FMT, lua_tointeger(L, idx));
    else
        snprintf(buf, sizeof buf, "%.14g", lua_tonumber(L, idx));
    adds(t, buf);
}

/* Replace the table on top by its field key, nil if it has none that is of
 * that type. Nothing is made for it, not even a string. */
static void
find_field(lua_State *L, const char *key, int type)
{
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) == LUA_TSTRING && lua_type(L, -1) == type &&
            strcmp(lua_tostring(L, -2), key) == 0) {
            lua_replace(L, -3);
            lua_pop(L, 1);
            return;
        }
    }
    lua_pushnil(L);
    lua_replace(L, -2);
}

/* "*time.Timer" */
static void
add_type(struct text *t, lua_State *L, int idx)
{
    int top = lua_gettop(L);

    if (lua_checkstack(L, 6) && lua_getmetatable(L, idx)) {
        find_field(L, "__name", LUA_TSTRING);
        if (lua_isstring(L, -1)) {
            adds(t, "*");
            adds(t, lua_tostring(L, -1));
            lua_settop(L, top);
            return;
        }
    }
    lua_settop(L, top);
    adds(t, "userdata");
}

static void
add_userdata(struct text *t, lua_State *L, int idx)
{
    struct obj *o = obj_to(L, idx);
    struct gopark_object g;
    char label[64];

    if (o != NULL && o->id != 0 &&
        world_object(world_of(L), o->id, &g)) {
        adds(t, gopark_object_label(&g, label, sizeof label));
        return;
    }
    if (o != NULL && obj_is(o, OBJ_CHAN))
        adds(t, "nilchan");
    else
        add_type(t, L, idx);
}

static void add_value(struct text *t, lua_State *L, int idx, int depth);

static int
by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

enum { ENTRIES = 8, ENTRY = 48 };

/* The keys that are not in the sequence, least text first. */
static void
add_fields(struct text *t, lua_State *L, int idx, lua_Integer n, int depth)
{
    char entry[64][2 * ENTRY + 4];
    int count = 0, i;

    lua_pushnil(L);
    while (lua_next(L, idx) != 0) {
        struct text e = { entry[count], 0, ENTRY };

        if (count == 63 || (lua_isinteger(L, -2) &&
                            lua_tointeger(L, -2) >= 1 &&
                            lua_tointeger(L, -2) <= n)) {
            lua_pop(L, 1);
            continue;
        }
        if (lua_type(L, -2) == LUA_TSTRING)
            adds(&e, lua_tostring(L, -2));
        else
            add_value(&e, L, lua_absindex(L, -2), 0);
        adds(&e, "=");
        e.size = 2 * ENTRY;
        add_value(&e, L, lua_absindex(L, -1), depth - 1);
        count++;
        lua_pop(L, 1);
    }
    qsort(entry, (size_t)count, sizeof entry[0], by_text);
    for (i = 0; i < count && i < ENTRIES; i++) {
        if (i > 0 || n > 0)
            adds(t, " ");
        adds(t, entry[i]);
    }
    if (count > ENTRIES)
        adds(t, " ...");
}

static void
add_elements(struct text *t, lua_State *L, int idx, int depth)
{
    lua_Integer n = (lua_Integer)lua_rawlen(L, idx), i;

    for (i = 1; i <= n && i <= ENTRIES; i++) {
        if (i > 1)
            adds(t, " ");
        lua_rawgeti(L, idx, i);
        add_value(t, L, lua_absindex(L, -1), depth - 1);
        lua_pop(L, 1);
    }
    if (n > ENTRIES)
        adds(t, " ...");
    add_fields(t, L, idx, n, depth);
}

/* Is the function on top gopark's own Lua code? */
static bool
is_own(lua_State *L)
{
    lua_Debug ar;

    lua_pushvalue(L, -1);
    lua_getinfo(L, ">S", &ar);
    return ar.what[0] != 'C' && site_hidden(&ar);
}

/* An object of one of gopark's own libraries shows as its type, "*sync.Map":
 * what is in it is that library's business, and its methods are its code. */
static bool
add_own(struct text *t, lua_State *L, int idx)
{
    int top = lua_gettop(L);
    bool own = false;

    if (!lua_checkstack(L, 8) || !lua_getmetatable(L, idx))
        return false;
    lua_pushvalue(L, -1);
    find_field(L, "__index", LUA_TTABLE);
    if (lua_istable(L, -1)) {
        lua_pushnil(L);
        own = lua_next(L, -2) != 0 && lua_isfunction(L, -1) && is_own(L);
    }
    lua_settop(L, top + 1);
    find_field(L, "__name", LUA_TSTRING);
    own = own && lua_isstring(L, -1);
    if (own)
        adds(t, lua_tostring(L, -1));
    lua_settop(L, top);
    return own;
}

static void
add_table(struct text *t, lua_State *L, int idx, int depth)
{
    uint64_t *note = layout_table_note(L, idx), noted;

    if (add_own(t, L, idx))
        return;
    if (cells_to(L, idx) != NULL && lua_checkstack(L, 8)) {
        cells_push(L, idx);
        add_table(t, L, lua_gettop(L), depth);
        lua_pop(L, 1);
        return;
    }
    if (depth == 0 || !lua_checkstack(L, 6)) {
        adds(t, "{...}");
        return;
    }
    noted = note != NULL ? *note : 0;
    adds(t, "{");
    add_elements(t, L, idx, depth);
    adds(t, "}");
    if (note != NULL)
        *note = noted;
}

static void
add_function(struct text *t, lua_State *L, int idx)
{
    lua_Debug ar;
    char buf[128];

    lua_pushvalue(L, idx);
    lua_getinfo(L, ">S", &ar);
    if (ar.what[0] == 'C' || site_hidden(&ar))
        snprintf(buf, sizeof buf, "function <built in>");
    else
        snprintf(buf, sizeof buf, "function <%.60s:%d>", site_chunk(&ar),
                 ar.linedefined);
    adds(t, buf);
}

static void
add_value(struct text *t, lua_State *L, int idx, int depth)
{
    size_t n;
    const char *s;

    switch (lua_type(L, idx)) {
    case LUA_TNIL:
        adds(t, "nil");
        break;
    case LUA_TBOOLEAN:
        adds(t, lua_toboolean(L, idx) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        add_number(t, L, idx);
        break;
    case LUA_TSTRING:
        s = lua_tolstring(L, idx, &n);
        add_string(t, s, n);
        break;
    case LUA_TTABLE:
        add_table(t, L, idx, depth);
        break;
    case LUA_TFUNCTION:
        add_function(t, L, idx);
        break;
    case LUA_TUSERDATA:
        add_userdata(t, L, idx);
        break;
    case LUA_TTHREAD:
        adds(t, "coroutine");
        break;
    default:
        adds(t, "?");
        break;
    }
}

void
value_text(lua_State *L, int idx, char *buf, size_t size)
{
    struct text t = { buf, 0, size };

    buf[0] = '\0';
    add_value(&t, L, lua_absindex(L, idx), 2);
    if (t.len == size - 1 && size > 4)
        memcpy(buf + size - 4, "...", 4);
}
