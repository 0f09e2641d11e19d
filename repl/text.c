/*
 * text.c - text that grows.
 */
#define _XOPEN_SOURCE 700
#include "text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

void *
text_grow(void *p, size_t n)
{
    p = realloc(p, n);
    if (p == NULL && n > 0) {
        fputs("gopark: out of memory\n", stderr);
        exit(1);
    }
    return p;
}

void *
text_alloc(size_t n)
{
    return memset(text_grow(NULL, n), 0, n);
}

char *
text_dup(const char *s)
{
    size_t n = strlen(s) + 1;

    return memcpy(text_grow(NULL, n), s, n);
}

/* Room for n more bytes and a NUL; where they go. */
static char *
room(struct text *t, size_t n)
{
    if (t->len + n + 1 > t->cap) {
        t->cap = t->cap * 2 > t->len + n + 1 ? t->cap * 2 : t->len + n + 64;
        t->s = text_grow(t->s, t->cap);
    }
    return t->s + t->len;
}

void
text_add(struct text *t, const char *s, size_t n)
{
    char *at = room(t, n);

    memcpy(at, s, n);
    at[n] = '\0';
    t->len += n;
}

void
text_puts(struct text *t, const char *s)
{
    text_add(t, s, strlen(s));
}

void
text_vprintf(struct text *t, const char *fmt, va_list ap)
{
    va_list again;
    int n;

    va_copy(again, ap);
    n = vsnprintf(NULL, 0, fmt, ap);
    vsnprintf(room(t, (size_t)n), (size_t)n + 1, fmt, again);
    va_end(again);
    t->len += (size_t)n;
}

void
text_printf(struct text *t, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(t, fmt, ap);
    va_end(ap);
}

void
text_pad(struct text *t, int n)
{
    while (n-- > 0)
        text_add(t, " ", 1);
}

void
text_word(struct text *t, const char *s)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789_./+-@%:,=";

    if (s[0] != '\0' && s[strspn(s, plain)] == '\0') {
        text_puts(t, s);
        return;
    }
    text_puts(t, "'");
    for (; *s != '\0'; s++) {
        if (*s == '\'')
            text_puts(t, "'\\''");
        else
            text_add(t, s, 1);
    }
    text_puts(t, "'");
}

char *
text_word_of(const char *s)
{
    struct text t = { 0 };

    text_word(&t, s);
    return t.s;
}

void
text_clear(struct text *t)
{
    t->len = 0;
    if (t->s != NULL)
        t->s[0] = '\0';
}

void
text_done(struct text *t)
{
    free(t->s);
    memset(t, 0, sizeof *t);
}

/* Two columns wide, where the locale does not know it: the C locale knows no
 * character beyond ASCII. */
static bool
is_wide(uint32_t u)
{
    static const uint32_t range[][2] = {
        { 0x1100, 0x115f },   { 0x2e80, 0x303e }, { 0x3041, 0xa4cf },
        { 0xac00, 0xd7a3 },   { 0xf900, 0xfaff }, { 0xfe30, 0xfe6f },
        { 0xff00, 0xff60 },   { 0xffe0, 0xffe6 }, { 0x1f300, 0x1faff },
        { 0x20000, 0x3fffd },
    };

    for (size_t i = 0; i < sizeof range / sizeof range[0]; i++)
        if (u >= range[i][0] && u <= range[i][1])
            return true;
    return false;
}

/* The character at s: its bytes, and its columns in *w. */
static size_t
rune(const char *s, int *w)
{
    unsigned char c = (unsigned char)*s;
    size_t n = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    uint32_t u = c < 0x80 ? c : c & (0x7fu >> n);

    for (size_t i = 1; i < n; i++) {
        if ((s[i] & 0xc0) != 0x80) {
            *w = 1;
            return 1; /* not UTF-8: count the byte */
        }
        u = u << 6 | (s[i] & 0x3fu);
    }
    *w = wcwidth((wchar_t)u);
    if (*w < 0)
        *w = c < 0x20 ? 0 : is_wide(u) ? 2 : 1;
    return n;
}

int
text_width(const char *s)
{
    int total = 0, w;

    while (*s != '\0') {
        s += rune(s, &w);
        total += w;
    }
    return total;
}

size_t
text_fit(const char *s, int n)
{
    const char *p = s;
    int w;

    while (*p != '\0') {
        size_t len = rune(p, &w);

        if ((n -= w) < 0)
            break;
        p += len;
    }
    return (size_t)(p - s);
}
