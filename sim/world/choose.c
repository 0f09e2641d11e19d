/*
 * choose.c - all chance of a world.
 *
 * xoshiro256** (Blackman and Vigna), seeded by splitmix64, one stream each
 * for the scheduler, for select and for the program's own choices: a draw
 * more in one does not shift the others (DET-6). Numbers below n are drawn by
 * rejection, so none is likelier than another.
 *
 * A host that sets choose gets every choice with what the generator would
 * say, and has the last word. The generator moves on either way, so a replay
 * that ends is continued as if the generator had made its choices.
 */
#include "world.h"

#include <assert.h>

static uint64_t
splitmix(uint64_t *x)
{
    uint64_t z = (*x += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static uint64_t
rotate(uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

uint64_t
rng_next(struct rng *r)
{
    uint64_t *s = r->s;
    uint64_t result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;

    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

void
choose_seed(struct world *w, uint64_t seed)
{
    uint64_t x = seed;

    w->seed = seed;
    for (int i = 0; i < RNG_NSTREAM; i++)
        for (int k = 0; k < 4; k++)
            w->rng[i].s[k] = splitmix(&x);
}

static struct rng *
stream(struct world *w, enum gopark_choice kind)
{
    switch (kind) {
    case CHOOSE_SELECT:
        return &w->rng[RNG_SELECT];
    case CHOOSE_USER:
        return &w->rng[RNG_USER];
    case CHOOSE_AGENT:
    case CHOOSE_STEAL:
    case CHOOSE_STRIDE:
    case CHOOSE_QUANTUM:
    case CHOOSE_POLICY:
        break;
    }
    return &w->rng[RNG_SCHED];
}

/* 0..n-1, each as likely as any other [Lemire 2019]. */
static uint32_t
below(struct rng *r, uint32_t n)
{
    uint64_t m = (rng_next(r) >> 32) * n;

    if ((uint32_t)m < n)
        for (uint32_t least = -n % n; (uint32_t)m < least;)
            m = (rng_next(r) >> 32) * n;
    return (uint32_t)(m >> 32);
}

uint32_t
choose_slow(struct world *w, enum gopark_choice kind, uint32_t n)
{
    uint32_t pick = below(stream(w, kind), n);

    w->ndraw++;
    if (w->host.choose != NULL)
        pick = w->host.choose(w->host.choose_ctx, w, kind, n, pick);
    assert(pick < n);
    return pick;
}

void
world_set_choose(struct world *w, gopark_choose_fn *fn, void *ctx)
{
    w->host.choose = fn;
    w->host.choose_ctx = ctx;
}
