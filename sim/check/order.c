/*
 * order.c - happens-before over the transitions of a path, and races in it.
 *
 * Rows of bits, one for each transition: with lessons' paths a row is a word
 * or two, and every question is a few ands. The rules of order_races() are
 * those of DPOR-1, and none may be left out: each of them is needed by some
 * program (DPOR-2).
 */
#include "check/order.h"

#include <string.h>

void
order_free(struct order *o)
{
    vec_free(&o->bits);
    vec_free(&o->row);
    vec_free(&o->past);
    vec_free(&o->after);
}

static size_t
words(size_t n)
{
    return (n + 63) / 64;
}

/* Row k, and k itself, into the bits. */
static void
join_row(const struct order *o, size_t k, uint64_t *bits)
{
    const uint64_t *row = o->bits.at + o->row.at[k];

    for (size_t i = 0; i < words(k); i++)
        bits[i] |= row[i];
    bits[k / 64] |= UINT64_C(1) << (k % 64);
}

static bool
has(const uint64_t *bits, size_t i)
{
    return bits[i / 64] >> (i % 64) & 1;
}

bool
order_push(struct order *o, const struct offers *of, const struct trans *path,
           size_t n)
{
    size_t k = n - 1, size = words(n);
    uint64_t *bits;

    if (!vec_room(&o->bits, size) || !vec_room(&o->row, 1))
        return false;
    o->row.at[k] = o->bits.n;
    o->row.n = n;
    bits = o->bits.at + o->bits.n;
    o->bits.n += size;
    memset(bits, 0, size * sizeof *bits);
    for (size_t j = k; j-- > 0;)
        if (!has(bits, j) && trans_dependent(of, &path[j], &path[k]))
            join_row(o, j, bits);
    return true;
}

void
order_truncate(struct order *o, size_t n)
{
    if (n >= o->row.n)
        return;
    o->bits.n = o->row.at[n];
    o->row.n = n;
}

/* --- races ---------------------------------------------------------------- */

/* H: the last transitions of who, and all before them. */
static void
find_past(struct order *o, const struct trans *path, size_t n,
          const struct gset *who)
{
    struct gset left = *who;

    memset(o->past.at, 0, words(n) * sizeof *o->past.at);
    for (size_t j = n; j-- > 0 && !gset_empty(&left);) {
        if (!gset_meets(&path[j].who, &left))
            continue;
        join_row(o, j, o->past.at);
        left = gset_minus(&left, &path[j].who);
    }
}

/* v: what comes after j and not because of it. */
static void
find_after(struct order *o, size_t j, size_t n)
{
    memset(o->after.at, 0, words(n) * sizeof *o->after.at);
    for (size_t k = j + 1; k < n; k++)
        if (!order_before(o, j, k))
            o->after.at[k / 64] |= UINT64_C(1) << (k % 64);
}

/* Has k nothing of v before it? */
static bool
is_initial(const struct order *o, size_t j, size_t k)
{
    const uint64_t *row = o->bits.at + o->row.at[k];

    for (size_t i = j / 64; i < words(k); i++)
        if (row[i] & o->after.at[i])
            return false;
    return true;
}

/* The goroutines that could come first in what follows state j without j. */
static struct gset
find_initials(const struct order *o, const struct offers *of,
              const struct trans *path, size_t n, size_t j,
              const struct want *want)
{
    struct gset initial = { { 0 } };
    bool own = true;

    for (size_t k = j + 1; k < n; k++) {
        if (!has(o->after.at, k))
            continue;
        if (is_initial(o, j, k))
            gset_join(&initial, &path[k].who);
        if (own && (has(o->past.at, k) ||
                    gset_meets(&path[k].who, &want->who) ||
                    touch_conflict(of, &path[k].touch, &want->touch)))
            own = false;
    }
    if (own)
        gset_join(&initial, &want->who);
    return initial;
}

static bool
races(const struct order *o, const struct offers *of, const struct trans *e,
      size_t j, const struct want *want)
{
    return touch_conflict(of, &e->touch, &want->touch) &&
           !has(o->past.at, j) && !gset_meets(&e->who, &want->who) &&
           !(want->lock != 0 && want->lock == e->unlock);
}

void
order_races(struct order *o, const struct offers *of, const struct trans *path,
            size_t n, size_t first_want, order_race_fn *each, void *ctx)
{
    if (!vec_room(&o->past, words(n)) || !vec_room(&o->after, words(n)))
        return;
    for (size_t i = first_want; i < of->want.n; i++) {
        const struct want *want = &of->want.at[i];
        bool known = false;

        for (size_t j = n; j-- > 0;) {
            struct gset initial;

            if (!touch_conflict(of, &path[j].touch, &want->touch))
                continue;
            if (!known)
                find_past(o, path, n, &want->who);
            known = true;
            if (!races(o, of, &path[j], j, want))
                continue;
            find_after(o, j, n);
            initial = find_initials(o, of, path, n, j, want);
            each(ctx, j, &initial, &want->who);
        }
    }
}
