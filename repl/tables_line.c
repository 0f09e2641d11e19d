/*
 * tables_line.c - in which line of its file a table's field stands.
 *
 * Lua forgets where a table came from. So the path from the file's table to
 * the one in question is looked up in the values, and the same path is then
 * followed in the text, with no more understanding of Lua than it takes to
 * skip strings, comments, brackets and blocks.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"
#include "tables_line.h"

enum { DEEPEST = 6, STEP_SIZE = 48 };

struct path {
    char step[DEEPEST][STEP_SIZE]; /* a name, or #3 */
    int n;
};

/* --- in the values -------------------------------------------------------- */

static bool
step_name(lua_State *L, int key, char *out)
{
    if (lua_type(L, key) == LUA_TSTRING)
        return snprintf(out, STEP_SIZE, "%s", lua_tostring(L, key)) < STEP_SIZE;
    if (lua_isinteger(L, key))
        return snprintf(out, STEP_SIZE, "#%d", (int)lua_tointeger(L, key)) > 0;
    return false;
}

/* From the table on top to target. */
static bool
find_path(lua_State *L, const void *target, struct path *p)
{
    if (lua_topointer(L, -1) == target)
        return true;
    if (p->n == DEEPEST || !lua_checkstack(L, 4))
        return false;
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        if (lua_istable(L, -1) && step_name(L, -2, p->step[p->n])) {
            p->n++;
            if (find_path(L, target, p)) {
                lua_pop(L, 2);
                return true;
            }
            p->n--;
        }
        lua_pop(L, 1);
    }
    return false;
}

/* --- in the text ---------------------------------------------------------- */

static size_t
word_length(const char *s)
{
    size_t n = 0;

    while (isalnum((unsigned char)s[n]) || s[n] == '_')
        n++;
    return n;
}

static bool
is_word(const char *s, const char *word)
{
    size_t n = word_length(s);

    return n == strlen(word) && memcmp(s, word, n) == 0;
}

/* Behind [[...]], at whatever level; NULL: there is none at s. */
static const char *
after_long(const char *s)
{
    size_t level = strspn(s + 1, "=");
    char end[16];
    const char *close;

    if (*s != '[' || s[level + 1] != '[' || level + 3 > sizeof end)
        return NULL;
    snprintf(end, sizeof end, "]%.*s]", (int)level, s + 1);
    close = strstr(s + level + 2, end);
    return close != NULL ? close + strlen(end) : s + strlen(s);
}

/* Behind what is one thing to Lua: a string, a comment, a name, a sign. */
static const char *
after_token(const char *s)
{
    const char *to;

    if (s[0] == '-' && s[1] == '-') {
        to = after_long(s + 2);
        return to != NULL ? to : s + strcspn(s, "\n");
    }
    if (*s == '[' && (to = after_long(s)) != NULL)
        return to;
    if (*s == '"' || *s == '\'') {
        for (to = s + 1; *to != '\0' && *to != *s && *to != '\n'; to++)
            to += *to == '\\' && to[1] != '\0';
        return *to != '\0' ? to + 1 : to;
    }
    return s + (word_length(s) > 0 ? word_length(s) : 1);
}

static const char *
skip_blank(const char *s)
{
    for (;;) {
        if (isspace((unsigned char)*s))
            s++;
        else if (s[0] == '-' && s[1] == '-')
            s = after_token(s);
        else
            return s;
    }
}

/* To the comma behind the value at s, or to the table's end. */
static const char *
after_value(const char *s)
{
    int depth = 0;

    while (*s != '\0') {
        if (depth == 0 && (*s == ',' || *s == ';' || *s == '}'))
            return s;
        if (strchr("{([", *s) != NULL && after_long(s) == NULL)
            depth++;
        else if (strchr("})]", *s) != NULL || is_word(s, "end"))
            depth--;
        else if (is_word(s, "function") || is_word(s, "if") || is_word(s, "do"))
            depth++;
        s = after_token(s);
    }
    return s;
}

/* The value of the entry at s, and whether it is called name; n counts the
 * entries without a name. */
static const char *
entry(const char *s, const char *name, int *n, bool *found)
{
    size_t len = word_length(s);
    const char *value = skip_blank(s + len);
    char number[16];

    if (len > 0 && *value == '=' && value[1] != '=') {
        *found = strlen(name) == len && memcmp(s, name, len) == 0;
        return skip_blank(value + 1);
    }
    snprintf(number, sizeof number, "#%d", ++*n);
    *found = strcmp(number, name) == 0;
    return s;
}

/* The entry called name of the table at s; *value: what it is. */
static const char *
find_entry(const char *s, const char *name, const char **value)
{
    bool found = false;
    int n = 0;

    if (s == NULL || *s != '{')
        return NULL;
    for (s = skip_blank(s + 1); *s != '\0' && *s != '}'; s = skip_blank(s)) {
        const char *v = entry(s, name, &n, &found);

        if (found) {
            *value = v;
            return s;
        }
        s = after_value(v);
        s += *s == ',' || *s == ';';
    }
    return NULL;
}

/* The table that the file returns; NULL: it cannot be seen. */
static const char *
returned(const char *s)
{
    for (s = skip_blank(s); *s != '\0'; s = skip_blank(after_token(s)))
        if (is_word(s, "return") && *skip_blank(s + 6) == '{')
            return skip_blank(s + 6);
    return NULL;
}

/* The entry of the table that one of the words in message names. */
static const char *
named_entry(const char *table, const char *message)
{
    const char *value, *at = NULL;

    for (const char *s = message; *s != '\0' && at == NULL;) {
        size_t n = word_length(s);
        char word[STEP_SIZE];

        if (n > 0 && n < sizeof word) {
            memcpy(word, s, n);
            word[n] = '\0';
            at = find_entry(table, word, &value);
        }
        s += n > 0 ? n : 1;
    }
    return at;
}

static int
line_of(const char *text, const char *at)
{
    int line = 1;

    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

/* --- both ----------------------------------------------------------------- */

int
tables_line(lua_State *L, int root, const char *text, const char *message)
{
    const char *at = returned(text), *table = at, *next;
    struct path p = { .n = 0 };
    bool found = false;

    for (int i = lua_gettop(L); i > 0 && !found; i--) {
        if (!lua_istable(L, i))
            continue;
        p.n = 0;
        lua_rawgeti(L, LUA_REGISTRYINDEX, root);
        found = lua_istable(L, -1) && find_path(L, lua_topointer(L, i), &p);
        lua_pop(L, 1);
    }
    for (int i = 0; at != NULL && found && i < p.n; i++) {
        next = find_entry(table, p.step[i], &table);
        if (next == NULL)
            break;
        at = next;
    }
    next = at != NULL ? named_entry(table, message) : NULL;
    if (next != NULL)
        at = next;
    return at != NULL ? line_of(text, at) : 1;
}

int
tables_line_of(const char *text, const char *path)
{
    const char *at = returned(text), *table = at;

    while (at != NULL && *path != '\0') {
        char step[STEP_SIZE];
        size_t n = strcspn(path, ".");
        const char *next;

        snprintf(step, sizeof step, "%.*s", (int)n, path);
        path += n + (path[n] == '.');
        next = find_entry(table, step, &table);
        if (next == NULL)
            break;
        at = next;
    }
    return at != NULL ? line_of(text, at) : 1;
}
