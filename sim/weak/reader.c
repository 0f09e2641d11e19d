/*
 * reader.c - the cursor in a litmus test: names, numbers, symbols.
 */
#include "weak/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ASCII alone, whatever the locale. */
static bool
begins_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool
read_fail(struct reader *r, const char *fmt, ...)
{
    char text[256];
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    gopark_fail(r->err, GOPARK_ESYNTAX, "%s:%d: %s", r->file, r->line, text);
    return false;
}

static void
pass_blanks(struct reader *r)
{
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\t'))
        r->p++;
}

bool
read_expected(struct reader *r, const char *what)
{
    pass_blanks(r);
    if (r->p == r->end)
        return read_fail(r, "expected %s, and the statement ends", what);
    return read_fail(r, "expected %s, not '%.*s'", what,
                     r->end - r->p < 20 ? (int)(r->end - r->p) : 20, r->p);
}

bool
read_at_end(struct reader *r)
{
    pass_blanks(r);
    return r->p == r->end;
}

bool
read_try(struct reader *r, const char *symbol)
{
    size_t n = strlen(symbol);

    pass_blanks(r);
    if ((size_t)(r->end - r->p) < n || memcmp(r->p, symbol, n) != 0)
        return false;
    r->p += n;
    return true;
}

/* Bytes of the name at the cursor. */
static size_t
name_length(struct reader *r)
{
    const char *p;

    pass_blanks(r);
    p = r->p;
    if (p < r->end && begins_name(*p))
        while (p < r->end && (begins_name(*p) || is_digit(*p)))
            p++;
    return (size_t)(p - r->p);
}

bool
read_try_word(struct reader *r, const char *word)
{
    size_t n = name_length(r);

    if (n != strlen(word) || memcmp(r->p, word, n) != 0)
        return false;
    r->p += n;
    return true;
}

bool
read_peek_name(struct reader *r, char name[LITMUS_NAME])
{
    size_t n = name_length(r);

    if (n == 0)
        return false;
    if (n >= LITMUS_NAME)
        n = LITMUS_NAME - 1;
    memcpy(name, r->p, n);
    name[n] = '\0';
    return true;
}

bool
read_name(struct reader *r, const char *what, char name[LITMUS_NAME])
{
    size_t n = name_length(r);

    if (n == 0)
        return read_expected(r, what);
    if (n >= LITMUS_NAME)
        return read_fail(r, "a name of %zu letters, at most %d are possible", n,
                         LITMUS_NAME - 1);
    read_peek_name(r, name);
    r->p += n;
    return true;
}

bool
read_number(struct reader *r, int32_t *n)
{
    enum { MOST = 1000000000 };
    bool minus = read_try(r, "-");
    int32_t value = 0;

    pass_blanks(r);
    if (r->p == r->end || !is_digit(*r->p))
        return read_expected(r, "a number");
    for (; r->p < r->end && is_digit(*r->p); r->p++) {
        if (value >= MOST / 10)
            return read_fail(r, "a number of more than nine digits");
        value = value * 10 + (*r->p - '0');
    }
    *n = minus ? -value : value;
    return true;
}

int
read_loc(const struct litmus *t, const char *name)
{
    for (int i = 0; i < t->nloc; i++)
        if (strcmp(t->loc[i].name, name) == 0)
            return i;
    return -1;
}

int
read_reg(const struct litmus *t, const char *name)
{
    for (int i = 0; i < t->nreg; i++)
        if (strcmp(t->reg[i].name, name) == 0)
            return i;
    return -1;
}
