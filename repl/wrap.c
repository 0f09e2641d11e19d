/*
 * wrap.c - lines of a given width out of text with styles.
 *
 * A line may break at a space and on either side of a wide character, except
 * in front of a mark that closes and behind one that opens.
 */
#include "wrap.h"

#include <stdlib.h>
#include <string.h>

enum { MARK = '\1' };

void
wrap_style(struct text *t, int styles)
{
    char two[2] = { MARK, (char)('@' + styles) };

    text_add(t, two, 2);
}

/* Bytes of the character at s, and its columns; a style is two and none. */
static size_t
next_char(const char *s, int *columns)
{
    char one[8];
    size_t n = 1;

    if (*s == MARK) {
        *columns = 0;
        return 2;
    }
    while (n < 4 && ((unsigned char)s[n] & 0xc0) == 0x80)
        n++;
    memcpy(one, s, n);
    one[n] = '\0';
    *columns = text_width(one);
    return n;
}

static bool
is_one_of(const char *s, size_t n, const char *list)
{
    for (const char *p = list; *p != '\0';) {
        int columns;
        size_t k = next_char(p, &columns);
        if (k == n && memcmp(p, s, n) == 0)
            return true;
        p += k;
    }
    return false;
}

/* Marks that may not begin a line, and those that may not end one. */
static bool
closes(const char *s, size_t n)
{
    return is_one_of(s, n, "，。、；：？！）」』》〉】”’…—·.,;:?!)]}");
}

static bool
opens(const char *s, size_t n)
{
    return is_one_of(s, n, "（「『《〈【“‘([{");
}

void
wrap_join(struct text *t)
{
    /* A wide character is three bytes or more in UTF-8. */
    if (t->len >= 3 && (unsigned char)t->s[t->len - 1] >= 0x80)
        return;
    text_puts(t, " ");
}

int
wrap_width(const char *s)
{
    int total = 0, columns;

    while (s != NULL && *s != '\0') {
        s += next_char(s, &columns);
        total += columns;
    }
    return total;
}

/* --- breaking ------------------------------------------------------------ */

/* The end of a line that begins at s and takes at most width columns; *next is
 * where the following one begins. */
static const char *
line_end(const char *s, int width, const char **next)
{
    const char *p = s, *fits = NULL, *after = NULL, *last = NULL;
    int used = 0, columns;
    size_t n, last_n = 0;
    bool wide_before = false;

    for (; *p != '\0' && *p != '\n'; p += n) {
        n = next_char(p, &columns);
        if (*p == ' ') {
            fits = p;
            after = p + 1;
        } else if (columns > 0 && last != NULL && *last != ' ' &&
                   (columns == 2 || wide_before) && !closes(p, n) &&
                   !opens(last, last_n)) {
            fits = after = p;
        }
        if (used + columns > width && columns > 0)
            break;
        used += columns;
        if (columns > 0) {
            last = p;
            last_n = n;
            wide_before = columns == 2;
        }
    }
    if (*p == '\0' || *p == '\n' || fits == NULL) {
        *next = *p == '\n' ? p + 1 : p;
        return p;
    }
    *next = after;
    return fits;
}

/* --- printing ------------------------------------------------------------ */

static void
put_style(struct text *out, int styles)
{
    text_puts(out, "\033[0");
    if (styles & STYLE_STRONG)
        text_puts(out, ";1");
    if (styles & STYLE_EM)
        text_puts(out, ";3");
    if (styles & STYLE_CODE)
        text_puts(out, ";36");
    if (styles & STYLE_LINK)
        text_puts(out, ";4");
    text_puts(out, "m");
}

/* The bytes from s to end. *styles are those in force, before and after. */
static void
put_line(struct text *out, const char *s, const char *end, int *styles,
         bool colour)
{
    int columns;

    if (colour && *styles != 0)
        put_style(out, *styles);
    while (s < end) {
        size_t n = next_char(s, &columns);
        if (*s == MARK) {
            *styles = s[1] - '@';
            if (colour)
                put_style(out, *styles);
        } else {
            text_add(out, s, n);
        }
        s += n;
    }
    if (colour && *styles != 0)
        text_puts(out, "\033[0m");
}

void
wrap_print(struct text *out, const char *s, int indent, const char *mark,
           int width, bool colour)
{
    int styles = 0, inner = indent + text_width(mark);
    const char *next;

    text_pad(out, indent);
    text_puts(out, mark);
    while (*s != '\0') {
        const char *end = line_end(s, width - inner, &next);

        put_line(out, s, end, &styles, colour);
        text_puts(out, "\n");
        if (*next == '\0' || next == s)
            break;
        text_pad(out, inner);
        s = next;
    }
}

void
wrap_row(struct text *out, const char *const *cell, const int *width, int n,
         int gap, bool colour)
{
    const char *at[16];
    int styles[16] = { 0 };
    bool more = true;

    for (int c = 0; c < n; c++)
        at[c] = cell[c] != NULL ? cell[c] : "";
    while (more) {
        size_t began = out->len;
        more = false;
        for (int c = 0; c < n; c++) {
            const char *next, *end = line_end(at[c], width[c], &next);
            int used = 0, columns;

            put_line(out, at[c], end, &styles[c], colour);
            for (const char *p = at[c]; p < end; used += columns)
                p += next_char(p, &columns);
            text_pad(out, width[c] - used + gap);
            more = more || (*next != '\0' && next != at[c]);
            at[c] = next;
        }
        while (out->len > began && out->s[out->len - 1] == ' ')
            out->s[--out->len] = '\0';
        text_puts(out, "\n");
    }
}

void
wrap_rule(struct text *out, const int *width, int n, int gap)
{
    for (int c = 0; c < n; c++) {
        for (int i = 0; i < width[c]; i++)
            text_puts(out, "-");
        text_pad(out, c + 1 < n ? gap : 0);
    }
    text_puts(out, "\n");
}
