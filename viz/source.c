#include "source.h"

#include <string.h>

#include "utf8.h"

/* Start of line n, and its length; NULL beyond the end. */
static const char *
seek(const struct world *w, const char *file, int n, size_t *len)
{
    size_t size;
    const char *s, *end, *nl;

    if (file == NULL || n < 1 || (s = world_source(w, file, &size)) == NULL)
        return NULL;
    end = s + size;
    for (int i = 1; i < n; i++) {
        if ((nl = memchr(s, '\n', (size_t)(end - s))) == NULL)
            return NULL;
        s = nl + 1;
    }
    if (s >= end)
        return NULL;
    nl = memchr(s, '\n', (size_t)(end - s));
    *len = (size_t)((nl == NULL ? end : nl) - s);
    return s;
}

/* Copy, a tab as four spaces. */
static void
expand(const char *s, size_t len, char *buf, size_t size)
{
    size_t at = 0;

    for (size_t i = 0; i < len && at + 5 < size; i++) {
        if (s[i] == '\t') {
            memcpy(buf + at, "    ", 4);
            at += 4;
        } else if (s[i] != '\r') {
            buf[at++] = s[i];
        }
    }
    buf[at] = '\0';
    utf8_clean(buf);
}

bool
source_raw(const struct world *w, const char *file, int n, char *buf,
           size_t size)
{
    size_t len;
    const char *s = seek(w, file, n, &len);

    if (s == NULL)
        return false;
    expand(s, len, buf, size);
    return true;
}

bool
source_line(const struct world *w, const char *file, int n, char *buf,
            size_t size)
{
    size_t len;
    const char *s = seek(w, file, n, &len);

    if (s == NULL)
        return false;
    while (len > 0 && (*s == ' ' || *s == '\t')) {
        s++;
        len--;
    }
    expand(s, len, buf, size);
    return true;
}

int
source_count(const struct world *w, const char *file)
{
    size_t size;
    const char *s = file == NULL ? NULL : world_source(w, file, &size);
    int n = 0;

    if (s == NULL)
        return 0;
    for (size_t i = 0; i < size; i++)
        n += s[i] == '\n';
    return n + (size > 0 && s[size - 1] != '\n');
}
