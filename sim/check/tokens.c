#include "check/tokens.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    struct tokens *ts;
    const char *p, *end;
    int line;
    bool full;
};

static void
add(struct reader *r, char kind, const char *s, const char *end)
{
    struct tokens *ts = r->ts;

    if (ts->n == ts->cap) {
        int cap = ts->cap == 0 ? 256 : 2 * ts->cap;
        struct token *at = realloc(ts->at, (size_t)cap * sizeof *at);

        if (at == NULL) {
            r->full = true;
            return;
        }
        ts->at = at;
        ts->cap = cap;
    }
    ts->at[ts->n++] = (struct token){ s, (int)(end - s), r->line, kind };
}

/* The level of a long bracket [[, [=[, ... at p; -1 there is none. */
static int
bracket(const struct reader *r, const char *p)
{
    int level = 0;

    if (p == r->end || *p != '[')
        return -1;
    for (p++; p < r->end && *p == '='; p++)
        level++;
    return p < r->end && *p == '[' ? level : -1;
}

/* Skip to behind the closing bracket of this level. */
static void
skip_long(struct reader *r, int level)
{
    for (r->p += level + 2; r->p < r->end; r->p++) {
        int n = 0;

        if (*r->p == '\n')
            r->line++;
        if (*r->p != ']')
            continue;
        while (r->p + 1 + n < r->end && r->p[1 + n] == '=')
            n++;
        if (n == level && r->p + 1 + n < r->end && r->p[1 + n] == ']') {
            r->p += n + 2;
            return;
        }
    }
}

static void
skip_comment(struct reader *r)
{
    int level = bracket(r, r->p + 2);

    if (level >= 0) {
        r->p += 2;
        skip_long(r, level);
        return;
    }
    while (r->p < r->end && *r->p != '\n')
        r->p++;
}

/* Behind `\z` in a string: whatever blanks follow, to before the next. */
static void
skip_blanks(struct reader *r)
{
    while (r->p + 1 < r->end && isspace((unsigned char)r->p[1])) {
        if (*++r->p == '\n')
            r->line++;
    }
}

static void
skip_quoted(struct reader *r, char quote)
{
    for (r->p++; r->p < r->end && *r->p != quote && *r->p != '\n'; r->p++) {
        if (*r->p != '\\' || r->p + 1 == r->end)
            continue;
        if (*++r->p == '\n')
            r->line++;
        else if (*r->p == 'z')
            skip_blanks(r);
    }
    if (r->p < r->end && *r->p == quote)
        r->p++;
}

static bool
is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static void
read_one(struct reader *r)
{
    const char *start = r->p;

    if (*r->p == '\n') {
        r->line++;
        r->p++;
    } else if (isspace((unsigned char)*r->p)) {
        r->p++;
    } else if (*r->p == '-' && r->p + 1 < r->end && r->p[1] == '-') {
        skip_comment(r);
    } else if (*r->p == '"' || *r->p == '\'') {
        skip_quoted(r, *r->p);
        add(r, 's', start, r->p);
    } else if (bracket(r, r->p) >= 0) {
        add(r, 's', start, start);
        skip_long(r, bracket(r, r->p));
    } else if (is_word(*r->p)) {
        while (r->p < r->end && is_word(*r->p))
            r->p++;
        add(r, isdigit((unsigned char)*start) ? '0' : 'a', start, r->p);
    } else {
        r->p++;
        add(r, *start, start, r->p);
    }
}

bool
tokens_read(struct tokens *ts, const char *text, size_t len)
{
    struct reader r = { ts, text, text + len, 1, false };

    memset(ts, 0, sizeof *ts);
    while (r.p < r.end && !r.full)
        read_one(&r);
    return !r.full;
}

void
tokens_free(struct tokens *ts)
{
    free(ts->at);
    memset(ts, 0, sizeof *ts);
}

char
tokens_kind(const struct tokens *ts, int i)
{
    return i >= 0 && i < ts->n ? ts->at[i].kind : 0;
}

bool
tokens_is(const struct tokens *ts, int i, const char *name)
{
    return tokens_kind(ts, i) == 'a' && (size_t)ts->at[i].n == strlen(name) &&
           memcmp(ts->at[i].s, name, strlen(name)) == 0;
}
