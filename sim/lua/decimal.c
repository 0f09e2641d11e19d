/*
 * decimal.c - floating point numbers as text, as Go's strconv writes them.
 *
 * C's printf rounds correctly, so it does whatever has a precision. What C
 * lacks is the shortest text that reads back as the same number: try 15
 * digits, then 16, then 17; 15 that do are also the shortest once trailing
 * zeros are cut. Two kinds of numbers need more care: subnormals, which may
 * need as little as one digit, and powers of two, below which numbers lie
 * twice as dense, so that the nearest text of n digits may fail and the one
 * above it not.
 */
#include "lua/decimal.h"

#include <assert.h>
#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct digits {
    char d[20]; /* without trailing zeros */
    int n;      /* of them, at least 1 */
    int exp;    /* the value is d[0].d[1]d[2]... * 10^exp */
};

/* Read v's n-digit text; whatever the locale's decimal point is, skip it. */
static void
digits_read(struct digits *x, double v, int n)
{
    char s[40];
    snprintf(s, sizeof(s), "%.*e", n - 1, v);
    const char *p = s;
    for (x->n = 0; *p != 'e'; p++)
        if (isdigit((unsigned char)*p))
            x->d[x->n++] = *p;
    x->exp = atoi(p + 1);
}

static void
digits_trim(struct digits *x)
{
    while (x->n > 1 && x->d[x->n - 1] == '0')
        x->n--;
}

static bool
digits_are(const struct digits *x, double v)
{
    char s[40];
    snprintf(s, sizeof(s), "%.*se%d", x->n, x->d, x->exp - (x->n - 1));
    return strtod(s, NULL) == v;
}

/* Add one in the last place. */
static void
digits_bump(struct digits *x)
{
    int i = x->n - 1;
    while (i >= 0 && x->d[i] == '9')
        x->d[i--] = '0';
    if (i >= 0) {
        x->d[i]++;
        return;
    }
    x->d[0] = '1';
    x->exp++;
}

/* The fewest digits that read back as v > 0. */
static void
digits_shortest(struct digits *x, double v)
{
    int e;
    bool dense_below = frexp(v, &e) == 0.5;
    for (int n = v < DBL_MIN || dense_below ? 1 : 15; n < 17; n++) {
        digits_read(x, v, n);
        if (digits_are(x, v))
            break;
        if (dense_below) {
            digits_bump(x);
            if (digits_are(x, v))
                break;
        }
        x->n = 0;
    }
    if (x->n == 0)
        digits_read(x, v, 17);
    digits_trim(x);
}

/* %g with the fewest digits: an exponent when it is below -4 or above 5. */
static void
add_shortest(struct lbuf *t, double v, char e)
{
    struct digits x = { .d = "0", .n = 1 };
    if (v != 0)
        digits_shortest(&x, v);
    if (x.exp < -4 || x.exp >= 6) {
        char s[16];
        lbuf_add_char(t, x.d[0]);
        if (x.n > 1) {
            lbuf_add_char(t, '.');
            lbuf_add(t, x.d + 1, (size_t)x.n - 1);
        }
        snprintf(s, sizeof(s), "%c%+03d", e, x.exp);
        lbuf_add_string(t, s);
        return;
    }
    if (x.exp < 0) {
        lbuf_add_string(t, "0.");
        lbuf_fill(t, '0', (size_t)(-x.exp - 1));
        lbuf_add(t, x.d, (size_t)x.n);
        return;
    }
    int whole = x.exp + 1 < x.n ? x.exp + 1 : x.n;
    lbuf_add(t, x.d, (size_t)whole);
    lbuf_fill(t, '0', (size_t)(x.exp + 1 - whole));
    if (whole < x.n) {
        lbuf_add_char(t, '.');
        lbuf_add(t, x.d + whole, (size_t)(x.n - whole));
    }
}

/* C knows how; its decimal point may be the locale's. */
static void
add_printf(struct lbuf *t, double v, char verb, int prec)
{
    char format[] = "%.*?";
    format[3] = verb;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    int n = snprintf(NULL, 0, format, prec, v);
    char *p = lbuf_reserve(t, (size_t)n + 1);
    snprintf(p, (size_t)n + 1, format, prec, v);
#pragma GCC diagnostic pop
    for (int i = 0; i < n; i++)
        if (!isalnum((unsigned char)p[i]) && p[i] != '+' && p[i] != '-')
            p[i] = '.';
    t->n += (size_t)n;
}

/* Mantissa and exponent of v >= 0: v = *m * 2^*e, *m below 2^53. */
static void
split(double v, uint64_t *m, int *e)
{
    int biased;
    uint64_t bits;
    memcpy(&bits, &v, sizeof(bits));
    *m = bits & ((UINT64_C(1) << 52) - 1);
    biased = (int)(bits >> 52 & 0x7ff);
    if (biased == 0)
        biased = 1;
    else
        *m |= UINT64_C(1) << 52;
    *e = biased - 1023 - 52;
}

/* 4503599627370496p-52 */
static void
add_binary(struct lbuf *t, double v)
{
    uint64_t m;
    int e;
    char s[40];
    split(v, &m, &e);
    snprintf(s, sizeof(s), "%llup%+d", (unsigned long long)m, e);
    lbuf_add_string(t, s);
}

/* 0x1.8p+01: m has its point after bit 60. */
static void
add_hex(struct lbuf *t, double v, bool upper, int prec)
{
    const char *hex = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    const uint64_t one = UINT64_C(1) << 60;
    uint64_t m;
    int e;
    char s[16];
    split(v, &m, &e);
    e = m == 0 ? 0 : e + 52;
    for (m <<= 8; m != 0 && m < one; m <<= 1)
        e--;
    if (prec >= 0 && prec < 15) {
        int cut = 60 - 4 * prec;
        uint64_t unit = UINT64_C(1) << cut, rest = m & (unit - 1);
        m -= rest;
        if (rest > unit / 2 || (rest == unit / 2 && (m & unit)))
            m += unit;
        if (m >= 2 * one) {
            m >>= 1;
            e++;
        }
    }
    lbuf_add_string(t, upper ? "0X" : "0x");
    lbuf_add_char(t, hex[m >> 60]);
    m = (m & (one - 1)) << 4;
    if (prec > 0 || (prec < 0 && m != 0))
        lbuf_add_char(t, '.');
    for (int i = 0; prec < 0 ? m != 0 : i < prec; i++, m <<= 4)
        lbuf_add_char(t, hex[m >> 60]);
    snprintf(s, sizeof(s), "%c%+03d", upper ? 'P' : 'p', e);
    lbuf_add_string(t, s);
}

void
decimal_add(struct lbuf *t, double v, char verb, int prec)
{
    if (isnan(v) || isinf(v)) {
        lbuf_add_string(t, isnan(v) ? "NaN" : v < 0 ? "-Inf" : "+Inf");
        return;
    }
    if (signbit(v)) {
        lbuf_add_char(t, '-');
        v = -v;
    }
    switch (verb) {
    case 'b':
        add_binary(t, v);
        return;
    case 'x':
    case 'X':
        add_hex(t, v, verb == 'X', prec);
        return;
    case 'g':
    case 'G':
        if (prec < 0) {
            add_shortest(t, v, verb == 'g' ? 'e' : 'E');
            return;
        }
    }
    assert(prec >= 0);
    add_printf(t, v, verb, prec);
}
