/*
 * fmt.h - Go's package fmt for Lua values.
 *
 * fmt.c reads formats, fmt_value.c decides how a value answers a verb, and
 * fmt_item.c writes single items with flags, width and precision.
 */
#ifndef LUA_FMT_H
#define LUA_FMT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lua.h>

#include "lua/lbuf.h"

struct fmt_flags {
    bool has_width, has_prec;
    bool minus, plus, sharp, space, zero;
    bool plus_v, sharp_v; /* %+v and %#v, in place of plus and sharp */
};

struct fmt {
    struct lbuf out;
    struct fmt_flags f;
    int width, prec;
    bool wrap;                     /* this is Errorf: %w is allowed */
    uint64_t wrapped;              /* bit i: argument i was one of %w's */
    bool reordered;                /* an argument was named by its number */
    bool good_arg;                 /* the number was one of an argument */
    bool erroring;                 /* inside %!verb(...): print plainly */
    const struct fmt_table *table; /* the innermost table being printed */
};

/* Begin a text; takes one stack slot. */
void fmt_init(struct fmt *p, lua_State *L);

void fmt_clear_flags(struct fmt *p);

/* --- fmt_item.c: one item, padded to the width ---------------------------- */

void fmt_pad(struct fmt *p, const char *s, size_t n);
void fmt_pad_string(struct fmt *p, const char *s);

/*
 * An integer under one of the verbs d v b o O x X. wide: u is a bit pattern
 * without sign, else it is a signed number.
 */
void fmt_integer(struct fmt *p, lua_Unsigned u, bool wide, int verb);
void fmt_char(struct fmt *p, lua_Unsigned u);        /* %c */
void fmt_quoted_char(struct fmt *p, lua_Unsigned u); /* %q of an integer */
void fmt_unicode(struct fmt *p, lua_Unsigned u);     /* %U */

/* A float under one of the verbs v e E f F g G b x X. */
void fmt_float(struct fmt *p, double v, int verb);

void fmt_string(struct fmt *p, const char *s, size_t n); /* %s */
void fmt_quoted(struct fmt *p, const char *s, size_t n); /* %q */
void fmt_hex(struct fmt *p, const char *s, size_t n, bool upper);

/* --- fmt_value.c ------------------------------------------------------------ */

/* Print the Lua value at stack index idx under verb, a rune. */
void fmt_value(struct fmt *p, int idx, int verb);

/* Print the name of its type, as %T. */
void fmt_type(struct fmt *p, int idx);

/* An error by Go's lights: does it have a text of its own? */
bool fmt_is_error(lua_State *L, int idx);

/* --- fmt.c -------------------------------------------------------------------- */

/* Print the values first..last as Println does, without the newline. */
void fmt_println(struct fmt *p, int first, int last);

/* Set the global fmt. */
void fmt_open(lua_State *L);

#endif
