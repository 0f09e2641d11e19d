/*
 * fmt.c - the functions of Go's package fmt, and the reading of formats.
 *
 * A format is read as Go reads it: flags, an argument's number, width, the
 * number again, precision, the number again, verb. What is wrong with it is
 * printed in its place: %!d(string=x), %!d(MISSING), %!(EXTRA int=1),
 * %!(NOVERB), %!(BADWIDTH), %!(BADPREC), %!d(BADINDEX).
 */
#include "lua/fmt.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/embedded.h"
#include "lua/out.h"
#include "lua/utf.h"

enum { NUMBER_MAX = 1000000 }; /* of a width or a precision */

/* The format and the arguments while they are read. */
struct reader {
    const char *s;
    size_t i, end;
    int first;         /* stack index of argument 0 */
    int count;         /* of arguments */
    int arg;           /* the next one */
    bool after_number; /* an argument's number came just before */
};

void
fmt_init(struct fmt *p, lua_State *L)
{
    memset(p, 0, sizeof(*p));
    lbuf_init(&p->out, L);
}

void
fmt_clear_flags(struct fmt *p)
{
    memset(&p->f, 0, sizeof(p->f));
    p->width = p->prec = 0;
}

static bool
too_large(lua_Integer n)
{
    return n > NUMBER_MAX || n < -NUMBER_MAX;
}

/* Read digits at *i before end. A number that is too large reads as none. */
static bool
read_number(const char *s, size_t *i, size_t end, int *n)
{
    bool some = false;
    *n = 0;
    for (; *i < end && s[*i] >= '0' && s[*i] <= '9'; ++*i) {
        if (too_large(*n)) {
            *i = end;
            *n = 0;
            return false;
        }
        *n = *n * 10 + (s[*i] - '0');
        some = true;
    }
    return some;
}

/* The index of the argument between brackets at r->i, or false. */
static bool
read_bracketed(struct reader *r, int *index)
{
    const char *open = r->s + r->i;
    size_t left = r->end - r->i;
    const char *close = left < 3 ? NULL : memchr(open, ']', left);
    if (close == NULL) {
        r->i++;
        return false;
    }
    size_t i = 1, end = (size_t)(close - open);
    bool ok = read_number(open, &i, end, index) && i == end;
    --*index;
    r->i += end + 1;
    return ok;
}

/* If an argument's number comes now, it names the next argument. */
static void
read_arg_number(struct fmt *p, struct reader *r)
{
    int index;
    r->after_number = false;
    if (r->i >= r->end || r->s[r->i] != '[')
        return;
    p->reordered = true;
    r->after_number = read_bracketed(r, &index);
    if (r->after_number && index >= 0 && index < r->count)
        r->arg = index;
    else
        p->good_arg = false;
}

/* The number that the next argument is, for a star. */
static bool
star_number(struct fmt *p, struct reader *r, int *n)
{
    lua_State *L = p->out.L;
    *n = 0;
    r->after_number = false;
    if (r->arg >= r->count)
        return false;
    int idx = r->first + r->arg++;
    if (!lua_isinteger(L, idx) || too_large(lua_tointeger(L, idx)))
        return false;
    *n = (int)lua_tointeger(L, idx);
    return true;
}

static void
read_flags(struct fmt *p, struct reader *r)
{
    fmt_clear_flags(p);
    for (; r->i < r->end; r->i++) {
        switch (r->s[r->i]) {
        case '#':
            p->f.sharp = true;
            continue;
        case '0':
            p->f.zero = true;
            continue;
        case '+':
            p->f.plus = true;
            continue;
        case '-':
            p->f.minus = true;
            continue;
        case ' ':
            p->f.space = true;
            continue;
        }
        return;
    }
}

static void
read_width(struct fmt *p, struct reader *r)
{
    if (r->i >= r->end || r->s[r->i] != '*') {
        p->f.has_width = read_number(r->s, &r->i, r->end, &p->width);
        if (r->after_number && p->f.has_width) /* %[3]2d */
            p->good_arg = false;
        return;
    }
    r->i++;
    p->f.has_width = star_number(p, r, &p->width);
    if (!p->f.has_width)
        lbuf_add_string(&p->out, "%!(BADWIDTH)");
    if (p->width < 0) {
        p->width = -p->width;
        p->f.minus = true;
        p->f.zero = false;
    }
}

static void
read_precision(struct fmt *p, struct reader *r)
{
    if (r->i + 1 >= r->end || r->s[r->i] != '.')
        return;
    r->i++;
    if (r->after_number) /* %[3].2d */
        p->good_arg = false;
    read_arg_number(p, r);
    if (r->i >= r->end || r->s[r->i] != '*') {
        read_number(r->s, &r->i, r->end, &p->prec);
        p->f.has_prec = true;
        return;
    }
    r->i++;
    p->f.has_prec = star_number(p, r, &p->prec);
    if (p->prec < 0) {
        p->prec = 0;
        p->f.has_prec = false;
    }
    if (!p->f.has_prec)
        lbuf_add_string(&p->out, "%!(BADPREC)");
}

static void
complain(struct fmt *p, int verb, const char *what)
{
    lbuf_add_string(&p->out, "%!");
    lbuf_add_rune(&p->out, verb);
    lbuf_add_string(&p->out, what);
}

static void
print_verb(struct fmt *p, struct reader *r, int verb)
{
    if (verb == '%') {
        lbuf_add_char(&p->out, '%');
    } else if (!p->good_arg) {
        complain(p, verb, "(BADINDEX)");
    } else if (r->arg >= r->count) {
        complain(p, verb, "(MISSING)");
    } else {
        if (verb == 'v' || verb == 'w') {
            p->f.sharp_v = p->f.sharp;
            p->f.plus_v = p->f.plus;
            p->f.sharp = p->f.plus = false;
        }
        if (verb == 'w' && r->arg < 64)
            p->wrapped |= UINT64_C(1) << r->arg;
        fmt_value(p, r->first + r->arg++, verb);
    }
}

/* The directive after a % sign. */
static void
print_directive(struct fmt *p, struct reader *r)
{
    int size;
    p->good_arg = true;
    read_flags(p, r);
    read_arg_number(p, r);
    read_width(p, r);
    read_precision(p, r);
    if (!r->after_number)
        read_arg_number(p, r);
    if (r->i >= r->end) {
        lbuf_add_string(&p->out, "%!(NOVERB)");
        return;
    }
    int verb = utf_decode(r->s + r->i, r->end - r->i, &size);
    r->i += (size_t)size;
    print_verb(p, r, verb);
}

static void
print_extra(struct fmt *p, const struct reader *r)
{
    fmt_clear_flags(p);
    lbuf_add_string(&p->out, "%!(EXTRA ");
    for (int i = r->arg; i < r->count; i++) {
        int idx = r->first + i;
        if (i > r->arg)
            lbuf_add_string(&p->out, ", ");
        fmt_type(p, idx);
        if (lua_isnil(p->out.L, idx))
            continue;
        lbuf_add_char(&p->out, '=');
        fmt_value(p, idx, 'v');
    }
    lbuf_add_char(&p->out, ')');
}

/* Print by the format at stack index idx the arguments above it, up to last. */
static void
print_format(struct fmt *p, int idx, int last)
{
    struct reader r = { .first = idx + 1, .count = last - idx };
    r.s = lua_tolstring(p->out.L, idx, &r.end);
    while (r.i < r.end) {
        const char *at = memchr(r.s + r.i, '%', r.end - r.i);
        size_t upto = at == NULL ? r.end : (size_t)(at - r.s);
        lbuf_add(&p->out, r.s + r.i, upto - r.i);
        r.i = upto + 1;
        if (at != NULL)
            print_directive(p, &r);
    }
    if (!p->reordered && r.arg < r.count)
        print_extra(p, &r);
}

/* Print: a space only between operands neither of which is a string. */
static void
print_plain(struct fmt *p, int first, int last)
{
    bool was_string = true;
    for (int i = first; i <= last; i++) {
        bool is_string = lua_type(p->out.L, i) == LUA_TSTRING;
        if (!is_string && !was_string)
            lbuf_add_char(&p->out, ' ');
        fmt_value(p, i, 'v');
        was_string = is_string;
    }
}

void
fmt_println(struct fmt *p, int first, int last)
{
    for (int i = first; i <= last; i++) {
        if (i > first)
            lbuf_add_char(&p->out, ' ');
        fmt_value(p, i, 'v');
    }
}

/* --- the library ------------------------------------------------------------ */

/* Print the text and answer as Go does: the number of bytes, and no error. */
static int
deliver(struct fmt *p)
{
    lua_State *L = p->out.L;
    lua_pushinteger(L, (lua_Integer)p->out.n);
    lua_pushnil(L);
    lua_out(L, 1, p->out.p, p->out.n);
    return 2;
}

static int
give(struct fmt *p)
{
    lbuf_push(&p->out);
    return 1;
}

static int
lib_println(lua_State *L)
{
    int n = lua_gettop(L);
    struct fmt p;
    fmt_init(&p, L);
    fmt_println(&p, 1, n);
    lbuf_add_char(&p.out, '\n');
    return deliver(&p);
}

static int
lib_sprintln(lua_State *L)
{
    int n = lua_gettop(L);
    struct fmt p;
    fmt_init(&p, L);
    fmt_println(&p, 1, n);
    lbuf_add_char(&p.out, '\n');
    return give(&p);
}

static int
lib_print(lua_State *L)
{
    int n = lua_gettop(L);
    struct fmt p;
    fmt_init(&p, L);
    print_plain(&p, 1, n);
    return deliver(&p);
}

static int
lib_sprint(lua_State *L)
{
    int n = lua_gettop(L);
    struct fmt p;
    fmt_init(&p, L);
    print_plain(&p, 1, n);
    return give(&p);
}

static void
format_args(lua_State *L, struct fmt *p, bool wrap)
{
    int n = lua_gettop(L);
    luaL_checkstring(L, 1);
    fmt_init(p, L);
    p->wrap = wrap;
    print_format(p, 1, n);
}

static int
lib_printf(lua_State *L)
{
    struct fmt p;
    format_args(L, &p, false);
    return deliver(&p);
}

static int
lib_sprintf(lua_State *L)
{
    struct fmt p;
    format_args(L, &p, false);
    return give(&p);
}

/* An error with the text, which wraps the errors that %w has printed. */
static int
lib_errorf(lua_State *L)
{
    struct fmt p;
    int n = lua_gettop(L) - 1, wrapped = 0;
    format_args(L, &p, true);
    luaL_checkstack(L, 70, "fmt.Errorf");
    embedded_load(L, "errors");
    lua_getfield(L, -1, "wrap");
    lbuf_push(&p.out);
    for (int i = 0; i < n && i < 64; i++) {
        if ((p.wrapped >> i & 1) && fmt_is_error(L, i + 2)) {
            lua_pushvalue(L, i + 2);
            wrapped++;
        }
    }
    lua_call(L, 1 + wrapped, 1);
    return 1;
}

void
fmt_open(lua_State *L)
{
    static const luaL_Reg lib[] = {
        { "Errorf", lib_errorf },     { "Print", lib_print },
        { "Printf", lib_printf },     { "Println", lib_println },
        { "Sprint", lib_sprint },     { "Sprintf", lib_sprintf },
        { "Sprintln", lib_sprintln }, { NULL, NULL },
    };
    luaL_newlib(L, lib);
    luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, "fmt"); /* so that messages know its name */
    lua_pop(L, 1);
    lua_setglobal(L, "fmt");
}
