#include "utf8.h"

#include <string.h>

/* Bytes of the character that starts with c; 0: none starts so. */
static int
length(unsigned char c)
{
    return c < 0x80                ? 1
           : c >= 0xc2 && c < 0xe0 ? 2
           : c >= 0xe0 && c < 0xf0 ? 3
           : c >= 0xf0 && c < 0xf5 ? 4
                                   : 0;
}

/* Is the second byte in the range that the first allows? */
static int
second_ok(unsigned char a, unsigned char b)
{
    if (a == 0xe0)
        return b >= 0xa0;
    if (a == 0xed)
        return b < 0xa0;
    if (a == 0xf0)
        return b >= 0x90;
    if (a == 0xf4)
        return b < 0x90;
    return 1;
}

void
utf8_clean(char *s)
{
    unsigned char *p = (unsigned char *)s;

    while (*p != '\0') {
        int n = length(*p), i = 1;
        while (i < n && (p[i] & 0xc0) == 0x80)
            i++;
        if (n > 1 && i < n && p[i] == '\0') {
            *p = '\0'; /* cut in the middle */
            return;
        }
        if (*p == '\t')
            *p = ' ';
        if (n == 0 || i < n || (n > 1 && !second_ok(p[0], p[1])) ||
            (n == 1 && (*p < 0x20 || *p == 0x7f))) {
            *p++ = '?';
            continue;
        }
        p += n;
    }
}
