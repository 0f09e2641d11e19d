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
    vec_free(&o->closed);
    vec_free(&o->skip);
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

/* The last bit before end that is not set; false: there is none. A word at a
 * time: where goroutines spin, nearly all of a long path is set. */
static bool
last_clear(const uint64_t *bits, size_t end, size_t *at)
{
    uint64_t left;

    while (end > 0) {
        size_t i = (end - 1) / 64;

        left = ~bits[i] & (~UINT64_C(0) >> (63 - (end - 1) % 64));
        if (left != 0) {
            *at = i * 64 + 63 - (size_t)__builtin_clzll(left);
            return true;
        }
        end = i * 64;
    }
    return false;
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
    for (size_t j = k; last_clear(bits, j, &j);)
        if (trans_dependent(of, &path[j], &path[k]))
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

/* --- states --------------------------------------------------------------- */

bool
order_open(struct order *o, size_t j)
{
    if (j / 64 >= o->closed.n) {
        if (!vec_room(&o->closed, 1))
            return false;
        o->closed.at[o->closed.n++] = 0;
    }
    o->closed.at[j / 64] &= ~(UINT64_C(1) << (j % 64));
    return true;
}

void
order_close(struct order *o, size_t j)
{
    o->closed.at[j / 64] |= UINT64_C(1) << (j % 64);
}

/* --- races ---------------------------------------------------------------- */

/* H: the last transitions of who, and all before them. */
static void
find_past(struct order *o, const struct trans *path, size_t n,
          const struct gset *who)
{
    struct gset left = *who;

    if (n > 0)
        memset(o->past.at, 0, words(n) * sizeof *o->past.at);
    for (size_t j = n; j-- > 0 && !gset_empty(&left);) {
        if (!gset_meets(&path[j].who, &left))
            continue;
        join_row(o, j, o->past.at);
        left = gset_minus(&left, &path[j].who);
    }
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

/*
 * v is what comes after j and not because of it. Of each goroutine the first
 * transition in v decides: has it nothing of v before it, the goroutine could
 * come first in what follows state j without j. Leaves v in o->after. True:
 * one of tried is among them, and *initial and v are not complete.
 */
static bool
find_initials(struct order *o, const struct trans *path, size_t n, size_t j,
              const struct gset *tried, struct gset *initial)
{
    uint64_t *after = o->after.at;
    struct gset seen = { { 0 } };

    *initial = seen;
    memset(after + j / 64, 0, (words(n) - j / 64) * sizeof *after);
    for (size_t k = j + 1; k < n; k++) {
        if (order_before(o, j, k))
            continue;
        if (!gset_meets(&path[k].who, &seen) && is_initial(o, j, k))
            gset_join(initial, &path[k].who);
        if (gset_meets(initial, tried))
            return true;
        gset_join(&seen, &path[k].who);
        after[k / 64] |= UINT64_C(1) << (k % 64);
    }
    return false;
}

/* Could the want itself come first there? v is in o->after. */
static bool
is_own(const struct order *o, const struct offers *of,
       const struct trans *path, size_t n, size_t j, const struct want *want)
{
    for (size_t k = j + 1; k < n; k++)
        if (has(o->after.at, k) &&
            (has(o->past.at, k) || gset_meets(&path[k].who, &want->who) ||
             touch_conflict(of, &path[k].touch, &want->touch)))
            return false;
    return true;
}

/* The want races with j. */
static void
on_race(struct order *o, const struct offers *of, const struct trans *path,
        size_t n, size_t j, const struct want *want,
        const struct order_ask *ask)
{
    const struct gset *tried = ask->tried(ask->ctx, j);
    struct gset initial;

    if (find_initials(o, path, n, j, tried, &initial))
        return;
    if (is_own(o, of, path, n, j, want))
        gset_join(&initial, &want->who);
    if (!gset_meets(&initial, tried))
        ask->each(ask->ctx, j, &initial, &want->who);
}

static bool
races(const struct offers *of, const struct trans *e, const struct want *want)
{
    return touch_conflict(of, &e->touch, &want->touch) &&
           !gset_meets(&e->who, &want->who) &&
           !(want->lock != 0 && want->lock == e->unlock);
}

static void
races_of(struct order *o, const struct offers *of, const struct trans *path,
         size_t n, const struct want *want, const struct order_ask *ask)
{
    uint64_t *skip = o->skip.at;

    find_past(o, path, n, &want->who);
    for (size_t i = 0; i < words(n); i++)
        skip[i] = o->past.at[i] | o->closed.at[i];
    for (size_t j = n; last_clear(skip, j, &j);)
        if (races(of, &path[j], want))
            on_race(o, of, path, n, j, want, ask);
}

void
order_races(struct order *o, const struct offers *of, const struct trans *path,
            size_t n, size_t first_want, const struct order_ask *ask)
{
    if (n == 0 || !vec_room(&o->past, words(n)) || !vec_room(&o->after, words(n)) ||
        !vec_room(&o->skip, words(n)))
        return;
    for (size_t i = first_want; i < of->want.n; i++)
        races_of(o, of, path, n, &of->want.at[i], ask);
}
