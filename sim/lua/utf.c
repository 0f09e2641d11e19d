/*
 * utf.c - runes: UTF-8 as Go reads and writes it.
 */
#include "lua/utf.h"

bool
utf_valid(int rune)
{
    return rune >= 0 && rune <= UTF_LAST && !(rune >= 0xd800 && rune <= 0xdfff);
}

/* Length of the sequence that c begins, 0 if it begins none. */
static int
length_of(unsigned char c)
{
    if (c < 0x80)
        return 1;
    if (c >= 0xc2 && c <= 0xdf)
        return 2;
    if ((c & 0xf0) == 0xe0)
        return 3;
    if (c >= 0xf0 && c <= 0xf4)
        return 4;
    return 0;
}

int
utf_decode(const char *s, size_t n, int *width)
{
    static const int least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    static const unsigned char mask[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
    const unsigned char *u = (const unsigned char *)s;
    int len = length_of(u[0]);
    *width = 1;
    if (len == 0 || (size_t)len > n)
        return UTF_ERROR;
    int rune = u[0] & mask[len];
    for (int i = 1; i < len; i++) {
        if ((u[i] & 0xc0) != 0x80)
            return UTF_ERROR;
        rune = rune << 6 | (u[i] & 0x3f);
    }
    if (rune < least[len] || !utf_valid(rune))
        return UTF_ERROR;
    *width = len;
    return rune;
}

int
utf_encode(char *s, int rune)
{
    static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
    if (!utf_valid(rune))
        rune = UTF_ERROR;
    if (rune < 0x80) {
        *s = (char)rune;
        return 1;
    }
    int len = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (int i = len - 1; i > 0; i--) {
        s[i] = (char)(0x80 | (rune & 0x3f));
        rune >>= 6;
    }
    s[0] = (char)(lead[len] | rune);
    return len;
}

size_t
utf_count(const char *s, size_t n)
{
    size_t count = 0;
    int width;
    for (size_t i = 0; i < n; i += (size_t)width) {
        utf_decode(s + i, n - i, &width);
        count++;
    }
    return count;
}
