/*
 * pos.c - partial order sampling (POS-1): each offer has a random priority,
 * the highest is done, and what depends on it is drawn anew.
 */
#include "check/walk.h"

/* An offer of the state before, with its priority. */
struct drawn {
    struct trans t;
    uint64_t priority;
};

struct pos {
    VEC(struct drawn) drawn;
};

struct pos *
pos_new(void)
{
    return calloc(1, sizeof(struct pos));
}

void
pos_free(struct pos *p)
{
    if (p != NULL)
        vec_free(&p->drawn);
    free(p);
}

void
pos_begin(struct walk *k)
{
    k->pos->drawn.n = 0;
}

static struct drawn *
find(struct pos *p, const struct trans *t)
{
    for (size_t i = 0; i < p->drawn.n; i++)
        if (trans_same(&p->drawn.at[i].t, t))
            return &p->drawn.at[i];
    return NULL;
}

/* Draw for what is new; footprints are those of this state. */
static void
draw(struct walk *k, size_t first, size_t n)
{
    struct pos *p = k->pos;
    struct drawn *d;

    for (size_t i = first; i < first + n; i++) {
        const struct trans *t = &k->s->of.trans.at[i];

        d = find(p, t);
        if (d == NULL && vec_room(&p->drawn, 1)) {
            d = &p->drawn.at[p->drawn.n++];
            d->priority = rng_next(&k->dice);
        }
        if (d != NULL)
            d->t = *t;
    }
}

/* Forget what depends on t, and what is not offered now. */
static void
forget(struct walk *k, const struct trans *t, size_t first, size_t n)
{
    struct pos *p = k->pos;
    const struct offers *of = &k->s->of;
    size_t kept = 0;

    for (size_t i = 0; i < p->drawn.n; i++) {
        struct drawn d = p->drawn.at[i];
        bool offered = false;

        for (size_t j = first; j < first + n && !offered; j++)
            offered = trans_same(&of->trans.at[j], &d.t);
        if (offered && !trans_dependent(of, &d.t, t))
            p->drawn.at[kept++] = d;
    }
    p->drawn.n = kept;
}

size_t
pos_pick(struct walk *k, size_t first, size_t n)
{
    struct pos *p = k->pos;
    uint64_t best = 0;
    size_t at = first;

    draw(k, first, n);
    for (size_t i = first; i < first + n; i++) {
        const struct drawn *d = find(p, &k->s->of.trans.at[i]);

        if (d != NULL && d->priority >= best) {
            best = d->priority;
            at = i;
        }
    }
    forget(k, &k->s->of.trans.at[at], first, n);
    return at;
}
