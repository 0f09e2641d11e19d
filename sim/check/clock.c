#include "check/clock.h"

void
clocks_free(struct clocks *cs)
{
    for (size_t i = 0; i < cs->n; i++)
        vec_free(&cs->at[i]);
    vec_free(cs);
}

clock_id
clock_new(struct clocks *cs)
{
    if (cs->used < cs->n) {
        cs->at[cs->used].n = 0;
        return (clock_id)cs->used++;
    }
    if (!vec_room(cs, 1)) {
        cs->no_memory = true;
        return 0;
    }
    cs->at[cs->n++] = (struct clock){ 0 };
    return (clock_id)cs->used++;
}

/* Entries up to i are there; false: no memory. */
static bool
widen(struct clocks *cs, struct clock *k, size_t i)
{
    if (i < k->n)
        return true;
    if (!vec_room(k, i + 1 - k->n)) {
        cs->no_memory = true;
        return false;
    }
    memset(k->at + k->n, 0, (i + 1 - k->n) * sizeof *k->at);
    k->n = i + 1;
    return true;
}

void
clock_set(struct clocks *cs, clock_id c, uint32_t i, uint32_t to)
{
    struct clock *k = &cs->at[c];

    if (widen(cs, k, i))
        k->at[i] = to;
}

void
clock_join(struct clocks *cs, clock_id to, clock_id from)
{
    struct clock *t = &cs->at[to];
    const struct clock *f = &cs->at[from];

    if (to == from || f->n == 0 || !widen(cs, t, f->n - 1))
        return;
    for (size_t i = 0; i < f->n; i++)
        if (t->at[i] < f->at[i])
            t->at[i] = f->at[i];
}

void
clock_copy(struct clocks *cs, clock_id to, clock_id from)
{
    if (to == from)
        return;
    cs->at[to].n = 0;
    clock_join(cs, to, from);
}
