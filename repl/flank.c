/*
 * flank.c - emphasis in Chinese, where no space stands around it.
 *
 * CommonMark lets a `*` behind a mark of punctuation close emphasis only if a
 * space or another mark follows it. Chinese writes no spaces, so that in
 * `**……。**字` the asterisks would stay. The usual amendment: beside a wide
 * character a run of `*` may open as well as close. md4c knows nothing of it,
 * but it takes a control byte for a letter; one on each side of the run says
 * the same. Text without wide characters is left as it is.
 *
 * Rejected: lessons that avoid such places. Whoever writes one sees the
 * asterisks only on the screen, and only in Chinese.
 */
#include "flank.h"

#include <stdbool.h>
#include <string.h>

static bool
is_wide(const char *s, size_t n)
{
    char one[8] = "";

    if (n > 4)
        return false;
    memcpy(one, s, n);
    return text_width(one) == 2;
}

/* Bytes of the character that ends in front of p; none at the start. */
static size_t
before(const char *start, const char *p)
{
    const char *q = p;

    while (q > start && ((unsigned char)*--q & 0xc0) == 0x80)
        ;
    return (size_t)(p - q);
}

static size_t
after(const char *p)
{
    size_t n = *p != '\0';

    while (n > 0 && n < 4 && ((unsigned char)p[n] & 0xc0) == 0x80)
        n++;
    return n;
}

/* Does the run of n asterisks at p touch a wide character and no space? A
 * backslash in front means an asterisk itself. */
static bool
is_tight(const char *start, const char *p, size_t n)
{
    static const char space[] = " \t\r\n\\";
    size_t left = before(start, p), right = after(p + n);

    if (left == 0 || right == 0)
        return false;
    if (strchr(space, p[-1]) != NULL || strchr(space, p[n]) != NULL)
        return false;
    return is_wide(p - left, left) || is_wide(p + n, right);
}

void
flank_mark(const char *source, struct text *out)
{
    static const char mark[] = { FLANK_MARK };

    for (const char *p = source; *p != '\0';) {
        size_t plain = strcspn(p, "*"), run = strspn(p + plain, "*");
        bool tight = run > 0 && is_tight(source, p + plain, run);

        text_add(out, p, plain);
        text_add(out, mark, tight);
        text_add(out, p + plain, run);
        text_add(out, mark, tight);
        p += plain + run;
    }
}
