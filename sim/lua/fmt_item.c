/*
 * fmt_item.c - one item of fmt with its flags, width and precision.
 *
 * The rules are Go's: width counts runes, the zero flag fills on the left
 * only, a precision of an integer is its least number of digits, of a string
 * the largest number of runes.
 */
#include "lua/fmt.h"

#include <string.h>

#include "lua/decimal.h"
#include "lua/quote.h"
#include "lua/utf.h"

static void
fill(struct fmt *p, long n)
{
    if (n > 0)
        lbuf_fill(&p->out, p->f.zero && !p->f.minus ? '0' : ' ', (size_t)n);
}

void
fmt_pad(struct fmt *p, const char *s, size_t n)
{
    long room = 0;
    if (p->f.has_width && p->width > 0)
        room = p->width - (long)utf_count(s, n);
    if (!p->f.minus)
        fill(p, room);
    lbuf_add(&p->out, s, n);
    if (p->f.minus)
        fill(p, room);
}

void
fmt_pad_string(struct fmt *p, const char *s)
{
    fmt_pad(p, s, strlen(s));
}

/* Padding with spaces whatever the zero flag says. */
static void
pad_spaces(struct fmt *p, const char *s, size_t n)
{
    bool zero = p->f.zero;
    p->f.zero = false;
    fmt_pad(p, s, n);
    p->f.zero = zero;
}

/*
 * Items are first put together in a text of their own, since their width must
 * be known. It takes a stack slot, given back here.
 */
static void
pad_text(struct fmt *p, struct lbuf *t)
{
    fmt_pad(p, t->p, t->n);
    lua_remove(t->L, t->slot);
}

/* --- integers ---------------------------------------------------------------- */

static int
base_of(int verb)
{
    switch (verb) {
    case 'b':
        return 2;
    case 'o':
    case 'O':
        return 8;
    case 'x':
    case 'X':
        return 16;
    }
    return 10;
}

static void
add_sign(struct fmt *p, struct lbuf *t, bool negative)
{
    if (negative)
        lbuf_add_char(t, '-');
    else if (p->f.plus)
        lbuf_add_char(t, '+');
    else if (p->f.space)
        lbuf_add_char(t, ' ');
}

static void
add_prefix(struct fmt *p, struct lbuf *t, int verb, bool zero_first)
{
    if (verb == 'O')
        lbuf_add_string(t, "0o");
    if (!p->f.sharp)
        return;
    if (verb == 'b')
        lbuf_add_string(t, "0b");
    else if (verb == 'x')
        lbuf_add_string(t, "0x");
    else if (verb == 'X')
        lbuf_add_string(t, "0X");
    else if (base_of(verb) == 8 && !zero_first)
        lbuf_add_char(t, '0');
}

/* How many digits are wanted at least. */
static int
digits_wanted(const struct fmt *p, bool negative)
{
    if (p->f.has_prec)
        return p->prec;
    if (!p->f.zero || p->f.minus || !p->f.has_width)
        return 0;
    return p->width - (negative || p->f.plus || p->f.space);
}

void
fmt_integer(struct fmt *p, lua_Unsigned u, bool wide, int verb)
{
    const char *digit = verb == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    unsigned base = (unsigned)base_of(verb);
    bool negative = !wide && (lua_Integer)u < 0;
    char s[64];
    size_t at = sizeof(s);
    struct lbuf t;
    if (negative)
        u = 0 - u;
    if (p->f.has_prec && p->prec == 0 && u == 0) {
        if (p->f.has_width)
            lbuf_fill(&p->out, ' ', (size_t)p->width);
        return;
    }
    do
        s[--at] = digit[u % base];
    while ((u /= base) != 0);
    long zeros = digits_wanted(p, negative) - (long)(sizeof(s) - at);
    lbuf_init(&t, p->out.L);
    add_sign(p, &t, negative);
    add_prefix(p, &t, verb, zeros > 0 || s[at] == '0');
    if (zeros > 0)
        lbuf_fill(&t, '0', (size_t)zeros);
    lbuf_add(&t, s + at, sizeof(s) - at);
    pad_spaces(p, t.p, t.n);
    lua_remove(t.L, t.slot);
}

static int
rune_of(lua_Unsigned u)
{
    return u > UTF_LAST ? UTF_ERROR : (int)u;
}

void
fmt_char(struct fmt *p, lua_Unsigned u)
{
    char s[UTF_MAX];
    fmt_pad(p, s, (size_t)utf_encode(s, rune_of(u)));
}

void
fmt_quoted_char(struct fmt *p, lua_Unsigned u)
{
    struct lbuf t;
    lbuf_init(&t, p->out.L);
    quote_rune(&t, rune_of(u), p->f.plus);
    pad_text(p, &t);
}

/* U+0078, or U+0078 'x' with the sharp flag */
void
fmt_unicode(struct fmt *p, lua_Unsigned u)
{
    struct lbuf t;
    char s[16];
    size_t at = sizeof(s);
    long least = p->f.has_prec && p->prec > 4 ? p->prec : 4;
    lua_Unsigned rest = u;
    do
        s[--at] = "0123456789ABCDEF"[rest % 16];
    while ((rest /= 16) != 0);
    long zeros = least - (long)(sizeof(s) - at);
    lbuf_init(&t, p->out.L);
    lbuf_add_string(&t, "U+");
    if (zeros > 0)
        lbuf_fill(&t, '0', (size_t)zeros);
    lbuf_add(&t, s + at, sizeof(s) - at);
    if (p->f.sharp && u <= UTF_LAST && utf_printable((int)u)) {
        lbuf_add_string(&t, " '");
        lbuf_add_rune(&t, (int)u);
        lbuf_add_char(&t, '\'');
    }
    pad_spaces(p, t.p, t.n);
    lua_remove(t.L, t.slot);
}

/* --- floats -------------------------------------------------------------------- */

/*
 * The sharp flag: always a decimal point, and for %g the zeros that were cut.
 * t holds sign and number.
 */
static void
restore_zeros(struct lbuf *t, int verb, int prec)
{
    char tail[8] = "";
    size_t cut = t->n;
    int digits = 0;
    bool point = false, counting = false;
    if (strchr("vgGx", verb) != NULL)
        digits = prec < 0 ? 6 : prec;
    for (size_t i = 1; i < t->n; i++) {
        char c = t->p[i];
        bool hex = verb == 'x' || verb == 'X';
        if (c == 'p' || c == 'P' || (!hex && (c == 'e' || c == 'E'))) {
            cut = i;
            break;
        }
        point |= c == '.';
        counting |= c != '.' && c != '0';
        digits -= counting && c != '.';
    }
    memcpy(tail, t->p + cut, t->n - cut);
    t->n = cut;
    if (!point) {
        if (t->n == 2 && t->p[1] == '0')
            digits--;
        lbuf_add_char(t, '.');
    }
    if (digits > 0)
        lbuf_fill(t, '0', (size_t)digits);
    lbuf_add_string(t, tail);
}

/* Pad the number in t, whose sign stands first whether it is shown or not. */
static void
pad_number(struct fmt *p, struct lbuf *t)
{
    if (!p->f.plus && t->p[0] == '+') {
        fmt_pad(p, t->p + 1, t->n - 1);
        return;
    }
    if (p->f.zero && !p->f.minus && p->f.has_width && (size_t)p->width > t->n) {
        lbuf_add_char(&p->out, t->p[0]);
        fill(p, p->width - (long)t->n);
        lbuf_add(&p->out, t->p + 1, t->n - 1);
        return;
    }
    fmt_pad(p, t->p, t->n);
}

void
fmt_float(struct fmt *p, double v, int verb)
{
    struct lbuf t;
    int prec = strchr("feEF", verb) != NULL ? 6 : -1;
    if (p->f.has_prec)
        prec = p->prec;
    lbuf_init(&t, p->out.L);
    lbuf_add_char(&t, '+');
    decimal_add(&t, v,
                verb == 'v'   ? 'g'
                : verb == 'F' ? 'f'
                              : (char)verb,
                prec);
    char *num = t.p;
    if (num[1] == '-' || num[1] == '+')
        memmove(num, num + 1, --t.n);
    if (p->f.space && num[0] == '+' && !p->f.plus)
        num[0] = ' ';
    if (num[1] == 'I') {
        pad_spaces(p, num, t.n);
    } else if (num[1] == 'N') {
        bool bare = !p->f.space && !p->f.plus;
        pad_spaces(p, num + bare, t.n - bare);
    } else {
        if (p->f.sharp && verb != 'b')
            restore_zeros(&t, verb, prec);
        pad_number(p, &t);
    }
    lua_remove(t.L, t.slot);
}

/* --- strings --------------------------------------------------------------------- */

static size_t
truncated(const struct fmt *p, const char *s, size_t n)
{
    size_t i = 0;
    int width;
    if (!p->f.has_prec)
        return n;
    for (int left = p->prec; left > 0 && i < n; left--) {
        utf_decode(s + i, n - i, &width);
        i += (size_t)width;
    }
    return i;
}

void
fmt_string(struct fmt *p, const char *s, size_t n)
{
    fmt_pad(p, s, truncated(p, s, n));
}

void
fmt_quoted(struct fmt *p, const char *s, size_t n)
{
    struct lbuf t;
    n = truncated(p, s, n);
    lbuf_init(&t, p->out.L);
    if (p->f.sharp && quote_can_back(s, n)) {
        lbuf_add_char(&t, '`');
        lbuf_add(&t, s, n);
        lbuf_add_char(&t, '`');
    } else {
        quote_string(&t, s, n, p->f.plus);
    }
    pad_text(p, &t);
}

void
fmt_hex(struct fmt *p, const char *s, size_t n, bool upper)
{
    const char *digit = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    const char *prefix = upper ? "0X" : "0x";
    struct lbuf t;
    if (p->f.has_prec && (size_t)p->prec < n)
        n = (size_t)p->prec;
    lbuf_init(&t, p->out.L);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (i > 0 && p->f.space)
            lbuf_add_char(&t, ' ');
        if (p->f.sharp && (i == 0 || p->f.space))
            lbuf_add_string(&t, prefix);
        lbuf_add_char(&t, digit[c >> 4]);
        lbuf_add_char(&t, digit[c & 15]);
    }
    pad_text(p, &t);
}
