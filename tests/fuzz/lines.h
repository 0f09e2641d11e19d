/*
 * lines.h - mutations of texts line by line, for libFuzzer.
 *
 * Flipping bytes of a program mostly breaks its syntax. Moving whole lines
 * about, or bringing them in from another program, mostly leaves something
 * that runs. Half of the mutations are of this kind.
 */
#ifndef GOPARK_TESTS_FUZZ_LINES_H
#define GOPARK_TESTS_FUZZ_LINES_H

#include <stdint.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t an,
                                 const uint8_t *b, size_t bn, uint8_t *out,
                                 size_t max, unsigned seed);

enum { LINES_MOST = 512 };

struct lines {
    const uint8_t *at[LINES_MOST];
    size_t len[LINES_MOST]; /* with its newline */
    int n;
};

static unsigned
lines_draw(unsigned *seed, unsigned n)
{
    *seed = *seed * 1103515245u + 12345u;
    return n == 0 ? 0 : (*seed >> 8) % n;
}

static void
lines_split(struct lines *l, const uint8_t *s, size_t n)
{
    l->n = 0;
    while (n > 0 && l->n < LINES_MOST) {
        const uint8_t *end = memchr(s, '\n', n);
        size_t len = end != NULL ? (size_t)(end - s) + 1 : n;

        l->at[l->n] = s;
        l->len[l->n++] = len;
        s += len;
        n -= len;
    }
}

static size_t
lines_add(uint8_t *out, size_t at, size_t max, const struct lines *l, int i)
{
    if (at + l->len[i] > max)
        return at;
    memcpy(out + at, l->at[i], l->len[i]);
    return at + l->len[i];
}

/* Write l to out, with lines from..to-1 left out, and count lines of from2
 * put before line where. */
static size_t
lines_join(uint8_t *out, size_t max, const struct lines *l, int from, int to,
           const struct lines *more, int first, int count, int where)
{
    size_t at = 0;
    int i, k;

    for (i = 0; i <= l->n; i++) {
        if (i == where) {
            for (k = first; k < first + count && k < more->n; k++)
                at = lines_add(out, at, max, more, k);
        }
        if (i < l->n && (i < from || i >= to))
            at = lines_add(out, at, max, l, i);
    }
    return at;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed)
{
    static uint8_t old[1 << 16];
    struct lines l;
    int from, count, where;

    if (lines_draw(&seed, 2) == 0 || size > sizeof old)
        return LLVMFuzzerMutate(data, size, max);
    memcpy(old, data, size);
    lines_split(&l, old, size);
    from = (int)lines_draw(&seed, (unsigned)l.n);
    count = 1 + (int)lines_draw(&seed, 4);
    where = (int)lines_draw(&seed, (unsigned)l.n + 1);
    switch (lines_draw(&seed, 3)) {
    case 0: /* leave some out */
        return lines_join(data, max, &l, from, from + count, &l, 0, 0, -1);
    case 1: /* double some */
        return lines_join(data, max, &l, -1, -1, &l, from, count, where);
    default: /* move some */
        return lines_join(data, max, &l, from, from + count, &l, from, count,
                          where);
    }
}

size_t
LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t an, const uint8_t *b,
                          size_t bn, uint8_t *out, size_t max, unsigned seed)
{
    struct lines la, lb;
    int first, where;

    lines_split(&la, a, an);
    lines_split(&lb, b, bn);
    first = (int)lines_draw(&seed, (unsigned)lb.n);
    where = (int)lines_draw(&seed, (unsigned)la.n + 1);
    return lines_join(out, max, &la, -1, -1, &lb, first,
                      1 + (int)lines_draw(&seed, 12), where);
}

#endif
