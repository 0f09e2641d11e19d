/*
 * quote.c - strings and runes quoted as Go's strconv quotes them.
 */
#include "lua/quote.h"

#include <stdio.h>
#include <string.h>

#include "lua/utf.h"

static void
add_hex(struct lbuf *t, char kind, int digits, int value)
{
    char s[16];
    snprintf(s, sizeof(s), "\\%c%0*x", kind, digits, (unsigned)value);
    lbuf_add_string(t, s);
}

static void
add_escaped(struct lbuf *t, int rune)
{
    static const char named[] = "\a\b\f\n\r\t\v", name[] = "abfnrtv";
    const char *at = rune > 0 && rune < 0x80 ? strchr(named, rune) : NULL;
    if (at != NULL) {
        lbuf_add_char(t, '\\');
        lbuf_add_char(t, name[at - named]);
    } else if (rune < ' ' || rune == 0x7f) {
        add_hex(t, 'x', 2, rune);
    } else if (rune < 0x10000) {
        add_hex(t, 'u', 4, rune);
    } else {
        add_hex(t, 'U', 8, rune);
    }
}

static void
add_rune(struct lbuf *t, int rune, char mark, bool ascii)
{
    if (!utf_valid(rune))
        rune = UTF_ERROR;
    if (rune == mark || rune == '\\') {
        lbuf_add_char(t, '\\');
        lbuf_add_char(t, (char)rune);
    } else if (utf_printable(rune) && (rune < 0x80 || !ascii)) {
        lbuf_add_rune(t, rune);
    } else {
        add_escaped(t, rune);
    }
}

void
quote_string(struct lbuf *t, const char *s, size_t n, bool ascii)
{
    int width;
    lbuf_add_char(t, '"');
    for (size_t i = 0; i < n; i += (size_t)width) {
        int rune = utf_decode(s + i, n - i, &width);
        if (rune == UTF_ERROR && width == 1)
            add_hex(t, 'x', 2, (unsigned char)s[i]);
        else
            add_rune(t, rune, '"', ascii);
    }
    lbuf_add_char(t, '"');
}

void
quote_rune(struct lbuf *t, int rune, bool ascii)
{
    lbuf_add_char(t, '\'');
    add_rune(t, rune, '\'', ascii);
    lbuf_add_char(t, '\'');
}

bool
quote_can_back(const char *s, size_t n)
{
    int width;
    for (size_t i = 0; i < n; i += (size_t)width) {
        int rune = utf_decode(s + i, n - i, &width);
        if (width > 1 && rune != 0xfeff)
            continue;
        if (width > 1 || rune == UTF_ERROR || rune == '`' || rune == 0x7f)
            return false;
        if (rune < ' ' && rune != '\t')
            return false;
    }
    return true;
}
