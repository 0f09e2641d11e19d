/*
 * pattern.c - Lua's patterns, matched within a budget.
 *
 * A matcher by backtracking: try() follows the pattern as long as there is one
 * way to go on, and calls itself where there are several. What is wrong with a
 * pattern is only found where matching gets to, as in stock Lua, so the
 * pattern is read as it is matched and not compiled first.
 */
#include "lua/pattern.h"

#include <stdbool.h>
#include <string.h>

#include <lauxlib.h>

static const char *try(struct pattern *m, const char *s, const char *p);

static unsigned char
byte_at(const char *s)
{
    return (unsigned char)*s;
}

static void
spend(struct pattern *m, int64_t steps)
{
    m->budget -= steps;
    if (m->budget < 0)
        luaL_error(m->L, "pattern too complex");
}

/* --- single characters ------------------------------------------------------ */

static bool
in_range(int c, int from, int to)
{
    return c >= from && c <= to;
}

static bool
is_letter(int c)
{
    return in_range(c | 0x20, 'a', 'z');
}

static bool
is_digit(int c)
{
    return in_range(c, '0', '9');
}

/* Is c of the class whose lower-case letter is given? *known: it is one. */
static bool
has_class(int c, int letter, bool *known)
{
    bool graph = in_range(c, 0x21, 0x7e);
    *known = true;
    switch (letter) {
    case 'a':
        return is_letter(c);
    case 'c':
        return c < 0x20 || c == 0x7f;
    case 'd':
        return is_digit(c);
    case 'g':
        return graph;
    case 'l':
        return in_range(c, 'a', 'z');
    case 'p':
        return graph && !is_letter(c) && !is_digit(c);
    case 's':
        return c == ' ' || in_range(c, '\t', '\r');
    case 'u':
        return in_range(c, 'A', 'Z');
    case 'w':
        return is_letter(c) || is_digit(c);
    case 'x':
        return is_digit(c) || in_range(c | 0x20, 'a', 'f');
    case 'z':
        return c == 0;
    }
    *known = false;
    return false;
}

/* Does %x, where x is letter, match c? */
static bool
matches_class(int c, int letter)
{
    bool known;
    bool has = has_class(c, letter | (is_letter(letter) ? 0x20 : 0), &known);
    if (!known)
        return letter == c;
    return in_range(letter, 'A', 'Z') ? !has : has;
}

/* Does the set from [ at p to ] at last match c? */
static bool
matches_set(int c, const char *p, const char *last)
{
    bool inside = true;
    if (p[1] == '^') {
        inside = false;
        p++;
    }
    while (++p < last) {
        if (*p == '%') {
            if (matches_class(c, byte_at(++p)))
                return inside;
        } else if (p[1] == '-' && p + 2 < last) {
            p += 2;
            if (in_range(c, byte_at(p - 2), byte_at(p)))
                return inside;
        } else if (byte_at(p) == c) {
            return inside;
        }
    }
    return !inside;
}

/* The end of the set whose [ is just before p. */
static const char *
set_end(struct pattern *m, const char *p)
{
    if (*p == '^')
        p++;
    do { /* a ] that comes first is a member */
        if (p == m->pattern_end)
            luaL_error(m->L, "malformed pattern (missing ']')");
        if (*p++ == '%' && p < m->pattern_end)
            p++;
    } while (*p != ']');
    return p + 1;
}

/* The end of the single-character item at p. */
static const char *
item_end(struct pattern *m, const char *p)
{
    char c = *p++;
    if (c == '[')
        return set_end(m, p);
    if (c != '%')
        return p;
    if (p == m->pattern_end)
        luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 1;
}

/* Does the item from p to end match the character at s? */
static bool
matches_item(struct pattern *m, const char *s, const char *p, const char *end)
{
    if (s >= m->subject_end)
        return false;
    switch (*p) {
    case '.':
        return true;
    case '%':
        return matches_class(byte_at(s), byte_at(p + 1));
    case '[':
        return matches_set(byte_at(s), p, end - 1);
    }
    return *p == *s;
}

/* --- items that stand for more than a character ------------------------------- */

/* %b at p - 2 */
static const char *
match_balance(struct pattern *m, const char *s, const char *p)
{
    if (p >= m->pattern_end - 1)
        luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
    if (*s != *p)
        return NULL;
    const char *from = s;
    for (int open = 1; ++s < m->subject_end;) {
        if (*s == p[1] && --open == 0) {
            spend(m, s - from);
            return s + 1;
        }
        if (*s == p[0] && p[0] != p[1])
            open++;
    }
    spend(m, s - from);
    return NULL;
}

/* %f: p is at its set, which ends at end */
static bool
at_frontier(struct pattern *m, const char *s, const char *p, const char *end)
{
    int before = s == m->subject ? 0 : byte_at(s - 1);
    return !matches_set(before, p, end - 1) &&
           matches_set(byte_at(s), p, end - 1);
}

/* %1: the text of a capture again */
static const char *
match_reference(struct pattern *m, const char *s, int digit)
{
    int i = digit - '1';
    if (i < 0 || i >= m->level || m->capture[i].len == CAPTURE_OPEN)
        luaL_error(m->L, "invalid capture index %%%d", i + 1);
    size_t len = (size_t)m->capture[i].len; /* a position's is too long */
    if ((size_t)(m->subject_end - s) < len)
        return NULL;
    spend(m, (int64_t)len);
    return memcmp(m->capture[i].at, s, len) == 0 ? s + len : NULL;
}

/* As many of the item as there are, then fewer, until the rest matches. */
static const char *
most_first(struct pattern *m, const char *s, const char *p, const char *end)
{
    const char *t = s;
    while (matches_item(m, t, p, end))
        t++;
    spend(m, t - s);
    for (; t >= s; t--) {
        const char *e = try(m, t, end + 1);
        if (e != NULL)
            return e;
    }
    return NULL;
}

static const char *
fewest_first(struct pattern *m, const char *s, const char *p, const char *end)
{
    for (;; s++) {
        const char *e = try(m, s, end + 1);
        if (e != NULL)
            return e;
        if (!matches_item(m, s, p, end))
            return NULL;
    }
}

static const char *
begin_capture(struct pattern *m, const char *s, const char *p, ptrdiff_t len)
{
    if (m->level >= PATTERN_CAPTURES)
        luaL_error(m->L, "too many captures");
    m->capture[m->level].at = s;
    m->capture[m->level].len = len;
    m->level++;
    const char *e = try(m, s, p);
    if (e == NULL)
        m->level--;
    return e;
}

static const char *
end_capture(struct pattern *m, const char *s, const char *p)
{
    int i = m->level - 1;
    while (i >= 0 && m->capture[i].len != CAPTURE_OPEN)
        i--;
    if (i < 0)
        luaL_error(m->L, "invalid pattern capture");
    m->capture[i].len = s - m->capture[i].at;
    const char *e = try(m, s, p);
    if (e == NULL)
        m->capture[i].len = CAPTURE_OPEN;
    return e;
}

/* --- the pattern ----------------------------------------------------------------- */

enum found { STOP, GO_ON, PLAIN }; /* with *s: the end or NULL; on; no such */

/* %b, %f and %1 at p */
static enum found
match_escape(struct pattern *m, const char **s, const char **p)
{
    const char *q = *p + 1;
    if (*q == 'b') {
        *s = match_balance(m, *s, q + 1);
        *p += 4;
    } else if (*q == 'f') {
        *p += 2;
        if (**p != '[')
            luaL_error(m->L, "missing '[' after '%%f' in pattern");
        const char *end = item_end(m, *p);
        if (!at_frontier(m, *s, *p, end))
            *s = NULL;
        *p = end;
    } else if (is_digit(byte_at(q))) {
        *s = match_reference(m, *s, *q);
        *p += 2;
    } else {
        return PLAIN;
    }
    return *s == NULL ? STOP : GO_ON;
}

/* A single-character item at p and what follows it to say how often. */
static enum found
match_item(struct pattern *m, const char **s, const char **p)
{
    const char *end = item_end(m, *p), *e;
    bool fits = matches_item(m, *s, *p, end);
    char often = *end;
    if (!fits && (often == '*' || often == '?' || often == '-')) {
        *p = end + 1;
        return GO_ON;
    }
    if (!fits) {
        *s = NULL;
        return STOP;
    }
    switch (often) {
    case '?':
        e = try(m, *s + 1, end + 1);
        if (e == NULL) {
            *p = end + 1;
            return GO_ON;
        }
        *s = e;
        return STOP;
    case '+':
        *s = most_first(m, *s + 1, *p, end);
        return STOP;
    case '*':
        *s = most_first(m, *s, *p, end);
        return STOP;
    case '-':
        *s = fewest_first(m, *s, *p, end);
        return STOP;
    }
    ++*s;
    *p = end;
    return GO_ON;
}

/* One item at p. */
static enum found
match_one(struct pattern *m, const char **s, const char **p)
{
    enum found found = PLAIN;
    switch (**p) {
    case '(':
        if ((*p)[1] == ')')
            *s = begin_capture(m, *s, *p + 2, CAPTURE_POSITION);
        else
            *s = begin_capture(m, *s, *p + 1, CAPTURE_OPEN);
        return STOP;
    case ')':
        *s = end_capture(m, *s, *p + 1);
        return STOP;
    case '$':
        if (*p + 1 != m->pattern_end)
            break;
        if (*s != m->subject_end)
            *s = NULL;
        return STOP;
    case '%':
        found = match_escape(m, s, p);
    }
    return found == PLAIN ? match_item(m, s, p) : found;
}

static const char *
try(struct pattern *m, const char *s, const char *p)
{
    if (m->depth-- == 0)
        luaL_error(m->L, "pattern too complex");
    while (p != m->pattern_end) {
        spend(m, 1);
        if (match_one(m, &s, &p) == STOP)
            break;
    }
    m->depth++;
    return s;
}

void
pattern_init(struct pattern *m, lua_State *L, const char *s, size_t n,
             const char *end)
{
    m->L = L;
    m->subject = s;
    m->subject_end = s + n;
    m->pattern_end = end;
    m->budget = PATTERN_STEPS + (int64_t)n * PATTERN_STEPS_BYTE;
    m->depth = PATTERN_DEPTH;
    m->level = 0;
}

const char *
pattern_match(struct pattern *m, const char *s, const char *p)
{
    m->level = 0;
    spend(m, 1);
    return try(m, s, p);
}

void
pattern_push_capture(struct pattern *m, int i, const char *s, const char *e)
{
    if (i >= m->level) {
        if (i != 0)
            luaL_error(m->L, "invalid capture index %%%d", i + 1);
        lua_pushlstring(m->L, s, (size_t)(e - s));
        return;
    }
    const char *at = m->capture[i].at;
    ptrdiff_t len = m->capture[i].len;
    if (len == CAPTURE_OPEN)
        luaL_error(m->L, "unfinished capture");
    if (len == CAPTURE_POSITION)
        lua_pushinteger(m->L, at - m->subject + 1);
    else
        lua_pushlstring(m->L, at, (size_t)len);
}

int
pattern_push_captures(struct pattern *m, const char *s, const char *e)
{
    int n = m->level == 0 && s != NULL ? 1 : m->level;
    luaL_checkstack(m->L, n, "too many captures");
    for (int i = 0; i < n; i++)
        pattern_push_capture(m, i, s, e);
    return n;
}
