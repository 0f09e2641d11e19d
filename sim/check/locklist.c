/*
 * locklist.c - what a lock watch keeps things in: lists, small sets, and a
 * set of hashes.
 */
#include <stdlib.h>
#include <string.h>

#include "check/lockwatch.h"

enum {
    LIST_MAX = 1 << 16,   /* elements of a list */
    CHAINS_MAX = 1 << 20, /* of a set of hashes */
};

/* --- lists ---------------------------------------------------------------- */

static void *
at(const struct list *l, size_t size, int i)
{
    return (char *)l->at + (size_t)i * size;
}

void *
list_add(struct list *l, size_t size)
{
    if (l->n == l->cap) {
        int cap = l->cap == 0 ? 16 : 2 * l->cap;
        void *more = cap > LIST_MAX ? NULL : realloc(l->at, (size_t)cap * size);

        if (more == NULL)
            return NULL;
        l->at = more;
        l->cap = cap;
    }
    return memset(at(l, size, l->n++), 0, size);
}

static uint32_t
id_of(const struct list *l, size_t size, int i)
{
    return *(const uint32_t *)at(l, size, i);
}

/* Where the first element with id or above is. Most are asked for at the end,
 * where the latest are. */
static int
place_of(const struct list *l, size_t size, uint32_t id)
{
    int low = 0, high = l->n;

    if (high > 0 && id_of(l, size, high - 1) < id)
        return high;
    while (low < high) {
        int mid = low + (high - low) / 2;

        if (id_of(l, size, mid) < id)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

void *
list_find(const struct list *l, size_t size, uint32_t id)
{
    int i = place_of(l, size, id);

    return i < l->n && id_of(l, size, i) == id ? at(l, size, i) : NULL;
}

void *
list_put(struct list *l, size_t size, uint32_t id)
{
    int i = place_of(l, size, id);

    if (i < l->n && id_of(l, size, i) == id)
        return at(l, size, i);
    if (list_add(l, size) == NULL)
        return NULL;
    memmove(at(l, size, i + 1), at(l, size, i), (size_t)(l->n - 1 - i) * size);
    memset(at(l, size, i), 0, size);
    *(uint32_t *)at(l, size, i) = id;
    return at(l, size, i);
}

void
list_remove(struct list *l, size_t size, int i)
{
    l->n--;
    memmove(at(l, size, i), at(l, size, i + 1), (size_t)(l->n - i) * size);
}

/* --- sets --------------------------------------------------------------------- */

void
lockset_add(struct lockset *s, uint32_t lock)
{
    if (!lockset_has(s, lock) && s->n < 8)
        s->lock[s->n++] = lock;
}

bool
lockset_has(const struct lockset *s, uint32_t lock)
{
    int i;

    for (i = 0; i < s->n; i++) {
        if (s->lock[i] == lock)
            return true;
    }
    return false;
}

/* The slot of chain, or the empty one where it would be. */
static uint64_t *
slot(const struct chains *c, uint64_t chain)
{
    uint32_t i = (uint32_t)(chain >> 32) & (c->cap - 1);

    while (c->at[i] != 0 && c->at[i] != chain)
        i = (i + 1) & (c->cap - 1);
    return &c->at[i];
}

/* Twice the room, or the first. */
static bool
grow(struct chains *c)
{
    struct chains more = { .cap = c->cap == 0 ? 256 : 2 * c->cap };
    uint32_t i;

    if (more.cap > CHAINS_MAX)
        return false;
    more.at = calloc(more.cap, sizeof *more.at);
    if (more.at == NULL)
        return false;
    for (i = 0; i < c->cap; i++) {
        if (c->at[i] != 0)
            *slot(&more, c->at[i]) = c->at[i];
    }
    more.n = c->n;
    free(c->at);
    *c = more;
    return true;
}

bool
chains_add(struct chains *c, uint64_t chain)
{
    uint64_t *to;

    chain |= 1;
    if (4 * c->n >= 3 * c->cap && !grow(c))
        return c->cap == 0 || *slot(c, chain) != chain;
    to = slot(c, chain);
    if (*to == chain)
        return false;
    *to = chain;
    c->n++;
    return true;
}
