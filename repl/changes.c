#include "changes.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

struct line {
    const char *s; /* to its newline */
    size_t key;    /* bytes of its first word */
    size_t nth;    /* of the lines with that word */
};

struct lines {
    struct line *at;
    size_t n;
};

static int
by_word(const void *x, const void *y)
{
    const struct line *a = x, *b = y;
    size_t n = a->key < b->key ? a->key : b->key;
    int c = memcmp(a->s, b->s, n);

    return c != 0 ? c : (a->key > b->key) - (a->key < b->key);
}

/* The lines of one text come in order of memory. */
static int
by_word_and_place(const void *x, const void *y)
{
    const struct line *a = x, *b = y;
    int c = by_word(a, b);

    return c != 0 ? c : (a->s > b->s) - (a->s < b->s);
}

static int
by_word_and_nth(const void *x, const void *y)
{
    const struct line *a = x, *b = y;
    int c = by_word(a, b);

    return c != 0 ? c : (a->nth > b->nth) - (a->nth < b->nth);
}

static int
by_place(const void *x, const void *y)
{
    const struct line *a = x, *b = y;

    return (a->s > b->s) - (a->s < b->s);
}

/* The lines of text, sorted by their words. */
static struct lines
split(const char *text)
{
    struct lines ls = { NULL, 0 };
    size_t cap = 0;

    for (const char *s = text; *s != '\0'; s += strcspn(s, "\n") + 1) {
        if (ls.n == cap) {
            cap = cap == 0 ? 64 : 2 * cap;
            ls.at = text_grow(ls.at, cap * sizeof *ls.at);
        }
        ls.at[ls.n++] = (struct line){ s, strcspn(s, " \n"), 0 };
    }
    if (ls.n > 0)
        qsort(ls.at, ls.n, sizeof *ls.at, by_word_and_place);
    for (size_t i = 1; i < ls.n; i++)
        if (by_word(&ls.at[i - 1], &ls.at[i]) == 0)
            ls.at[i].nth = ls.at[i - 1].nth + 1;
    return ls;
}

static const char *
find(const struct lines *ls, const struct line *l)
{
    const struct line *same =
        ls->n == 0 ? NULL
                   : bsearch(l, ls->at, ls->n, sizeof *l, by_word_and_nth);

    return same != NULL ? same->s : NULL;
}

static struct lines
in_order(const struct lines *ls)
{
    struct lines to = { NULL, ls->n };

    if (ls->n == 0)
        return to;
    to.at = text_grow(NULL, ls->n * sizeof *to.at);
    memcpy(to.at, ls->at, ls->n * sizeof *to.at);
    qsort(to.at, to.n, sizeof *to.at, by_place);
    return to;
}

/* Call each for the lines of a that b does not have, and with both where b has
 * another, unless only those that are missing are wanted. */
static size_t
tell(const struct lines *a, const struct lines *b, bool missing,
     changes_fn *each, void *ctx)
{
    struct lines in = in_order(a);
    size_t n = 0;

    for (size_t i = 0; i < in.n; i++) {
        const char *s = in.at[i].s, *other = find(b, &in.at[i]);

        if (other != NULL &&
            (missing || strncmp(s, other, strcspn(s, "\n") + 1) == 0))
            continue;
        each(ctx, missing ? NULL : s, missing ? s : other);
        n++;
    }
    free(in.at);
    return n;
}

size_t
changes_each(const char *before, const char *after, changes_fn *each, void *ctx)
{
    struct lines a = split(before), b = split(after);
    size_t n = tell(&a, &b, false, each, ctx);

    n += tell(&b, &a, true, each, ctx);
    free(a.at);
    free(b.at);
    return n;
}
