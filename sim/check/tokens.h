/*
 * tokens.h - the words of a Lua source text, without comments.
 */
#ifndef GOPARK_CHECK_TOKENS_H
#define GOPARK_CHECK_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

struct token {
    const char *s; /* in the text */
    int n, line;
    char kind; /* 'a' a name, 's' a string, '0' a number; else itself */
};

struct tokens {
    struct token *at; /* host memory */
    int n, cap;
};

/* False: no memory. The text is borrowed. */
bool tokens_read(struct tokens *ts, const char *text, size_t len);
void tokens_free(struct tokens *ts);
/* Is token i, which may lie outside, this name? */
bool tokens_is(const struct tokens *ts, int i, const char *name);
/* Its kind; 0 outside. */
char tokens_kind(const struct tokens *ts, int i);

#endif
