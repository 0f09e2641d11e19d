/*
 * cuts.c - where a program's text could say less: the go statements and the
 * whole numbers of it (MIN-3).
 *
 * A cut keeps the length of the text and its lines, so that what is known by
 * line stays true and cuts do not move each other: a statement becomes
 * blanks, a number one that is not longer, and blanks.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "check/tokens.h"
#include "gopark.h"

enum { DIGITS = 9 };

/* The token behind the bracket that closes the one at i; 0: it is not. */
static int
behind_call(const struct tokens *ts, int i)
{
    int depth = 0;

    for (; i < ts->n; i++) {
        if (ts->at[i].kind == '(')
            depth++;
        else if (ts->at[i].kind == ')' && --depth == 0)
            return i + 1;
    }
    return 0;
}

/* Where a statement begins, if token i does not stand in an expression or a
 * name's field. */
static bool
begins(const struct tokens *ts, int i)
{
    char before = tokens_kind(ts, i - 1);

    if (before == 'a')
        return !tokens_is(ts, i - 1, "return") &&
               !tokens_is(ts, i - 1, "function") &&
               !tokens_is(ts, i - 1, "not") && !tokens_is(ts, i - 1, "and") &&
               !tokens_is(ts, i - 1, "or") && !tokens_is(ts, i - 1, "local");
    return before == 0 || strchr(")}];s0", before) != NULL;
}

/* go(...), wg:Go(...): the token behind it, 0 it is neither. */
static int
go_statement(const struct tokens *ts, int i)
{
    if (!begins(ts, i))
        return 0;
    if (tokens_is(ts, i, "go") && tokens_kind(ts, i + 1) == '(')
        return behind_call(ts, i + 1);
    if (tokens_kind(ts, i) == 'a' && tokens_kind(ts, i + 1) == ':' &&
        tokens_is(ts, i + 2, "Go") && tokens_kind(ts, i + 3) == '(')
        return behind_call(ts, i + 3);
    return 0;
}

/* A whole number of at least 2 in plain digits, which could be less; else -1. */
static int64_t
number(const char *text, size_t len, const struct token *t)
{
    int64_t value = 0;
    size_t at = (size_t)(t->s - text);

    if (t->kind != '0' || t->n > DIGITS || (at > 0 && text[at - 1] == '.') ||
        (at + (size_t)t->n < len && t->s[t->n] == '.'))
        return -1;
    for (int i = 0; i < t->n; i++) {
        if (!isdigit((unsigned char)t->s[i]))
            return -1;
        value = 10 * value + (t->s[i] - '0');
    }
    return value >= 2 ? value : -1;
}

static int
find(const struct tokens *ts, const char *text, size_t len,
     struct gopark_cut *cut, int most, bool go)
{
    int n = 0;

    for (int i = 0; i < ts->n && n < most; i++) {
        const struct token *t = &ts->at[i];
        int end = go ? go_statement(ts, i) : 0;
        int64_t value = go ? -1 : number(text, len, t);

        if (end == 0 && value < 0)
            continue;
        cut[n] = (struct gopark_cut){ (size_t)(t->s - text), (size_t)t->n,
                                      t->line, value };
        if (end > 0)
            cut[n].len = (size_t)(ts->at[end - 1].s + 1 - t->s);
        n++;
    }
    return n;
}

int
gopark_cuts(const char *text, size_t len, struct gopark_cut *cut, int most)
{
    struct tokens ts;
    int n = 0;

    if (tokens_read(&ts, text, len)) {
        n = find(&ts, text, len, cut, most, true);
        n += find(&ts, text, len, cut + n, most - n, false);
    }
    tokens_free(&ts);
    return n;
}

void
gopark_cut(char *text, const struct gopark_cut *cut, int64_t value)
{
    char digits[24];
    size_t n = 0;

    if (cut->value >= 0)
        n = (size_t)snprintf(digits, sizeof digits, "%lld", (long long)value);
    for (size_t i = 0; i < cut->len; i++) {
        char *c = &text[cut->at + i];

        if (i < n)
            *c = digits[i];
        else if (*c != '\n')
            *c = ' ';
    }
}
