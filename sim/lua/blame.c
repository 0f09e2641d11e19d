/*
 * blame.c - whose mistake an error was.
 *
 * Libraries of gopark's own that are written in Lua (embedded.h) are built
 * into it: no script can open them. What a script gives them wrongly they
 * check where that costs nothing; everything else fails somewhere inside, and
 * Lua puts that place before the message. Here it becomes the place in the
 * script that called, while the stack is still as it was.
 *
 * Rejected: a check of each argument of each method. It would be paid for by
 * every call that is right.
 */
#include "lua/lua.h"

#include <string.h>

#include "lua/embedded.h"

/* What a position in gopark's own code takes of s, "[context.lua]:12: "; 0: s
 * does not begin with one. */
static size_t
own_position(const char *s)
{
    const struct embedded_file *f;
    size_t n;

    if (s[0] != '[')
        return 0;
    for (f = embedded_files; f->name != NULL; f++) {
        n = strlen(f->name);
        if (strncmp(s + 1, f->name, n) == 0 &&
            strncmp(s + 1 + n, ".lua]:", 6) == 0)
            break;
    }
    if (f->name == NULL)
        return 0;
    n = 1 + strlen(f->name) + 6;
    n += strspn(s + n, "0123456789");
    return strncmp(s + n, ": ", 2) == 0 ? n + 2 : 0;
}

/* Push "file:line: " of the innermost function of the script's on L's stack;
 * false: there is none, and nothing is pushed. */
static bool
push_caller(lua_State *L, lua_State *from)
{
    lua_Debug ar;

    for (int level = 0; lua_getstack(from, level, &ar); level++) {
        lua_getinfo(from, "Sl", &ar);
        if (ar.currentline > 0 && !site_hidden(&ar)) {
            lua_pushfstring(L, "%s:%d: ", ar.short_src, ar.currentline);
            return true;
        }
    }
    return false;
}

/* The same for a goroutine that is gopark's own code from the bottom: where
 * the script had it started. */
static void
push_start(lua_State *L)
{
    const struct g *gp = sched_g(world_of(L));

    if (gp != NULL && gp->made != NULL)
        lua_pushfstring(L, "%s:%d: ", gp->made->file, gp->made->line);
    else
        lua_pushliteral(L, "");
}

void
blame_caller(lua_State *L, lua_State *from)
{
    const char *s = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";
    size_t skip = own_position(s);

    if (skip == 0)
        return;
    if (!push_caller(L, from) && (from == L || !push_caller(L, L)))
        push_start(L);
    lua_pushstring(L, s + skip);
    lua_concat(L, 2);
    lua_replace(L, -2);
}

int
blame_handler(lua_State *L)
{
    lua_settop(L, 1);
    blame_caller(L, L);
    return 1;
}

/* need(value, type, n, name): the n-th argument of name is of that type, or it
 * is an error. "function" may also be an object that can be called; "value" is
 * anything but nil. */
int
blame_need(lua_State *L)
{
    const char *type = lua_tostring(L, 2), *is = luaL_typename(L, 1);

    if (strcmp(is, type) == 0 ||
        (strcmp(type, "value") == 0 && !lua_isnoneornil(L, 1)) ||
        (strcmp(type, "function") == 0 &&
         luaL_getmetafield(L, 1, "__call") != LUA_TNIL))
        return 0;
    return luaL_error(L, "bad argument #%d to '%s' (%s expected, got %s)",
                      (int)lua_tointeger(L, 3), lua_tostring(L, 4), type, is);
}
