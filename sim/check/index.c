#include "check/index.h"

#include <stdlib.h>
#include <string.h>

static size_t
slot_of(const struct index *x, uint32_t what, uint32_t object, int64_t value)
{
    uint64_t h = (uint64_t)object * UINT64_C(0x9fb21c651e98df25) ^
                 ((uint64_t)value * 3 + what) * UINT64_C(0xd6e8feb86659fd93);
    size_t i = (size_t)(h ^ h >> 32) & (x->cap - 1);

    for (;; i = (i + 1) & (x->cap - 1)) {
        const struct entry *e = &x->at[i];

        if (e->stamp != x->stamp || (e->object == object && e->what == what &&
                                     e->value == value))
            return i;
    }
}

static bool
index_grow(struct index *x)
{
    struct index to = { .cap = x->cap == 0 ? 64 : 2 * x->cap, .stamp = 1 };

    to.at = calloc(to.cap, sizeof *to.at);
    if (to.at == NULL)
        return false;
    for (size_t i = 0; i < x->cap; i++) {
        const struct entry *e = &x->at[i];
        size_t k;

        if (e->stamp != x->stamp)
            continue;
        k = slot_of(&to, e->what, e->object, e->value);
        to.at[k] = *e;
        to.at[k].stamp = to.stamp;
    }
    free(x->at);
    to.n = x->n;
    *x = to;
    return true;
}

struct entry *
index_find(struct index *x, uint32_t what, uint32_t object, int64_t value,
           bool *made)
{
    struct entry *e;

    if (2 * x->n >= x->cap && !index_grow(x))
        return NULL;
    e = &x->at[slot_of(x, what, object, value)];
    *made = e->stamp != x->stamp;
    if (*made) {
        *e = (struct entry){ x->stamp, object, what, 0, value };
        x->n++;
    }
    return e;
}

void
index_clear(struct index *x)
{
    x->n = 0;
    if (++x->stamp == 0) {
        memset(x->at, 0, x->cap * sizeof *x->at);
        x->stamp = 1;
    }
}

void
index_free(struct index *x)
{
    free(x->at);
    memset(x, 0, sizeof *x);
}
