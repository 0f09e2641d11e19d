/*
 * lockheld.c - which locks each goroutine holds, and in which order it asks
 * for more (LO-1, LO-2, LO-4).
 *
 * What follows from asking for a lock depends only on who asks, what it holds
 * and where: a hash of that is remembered, and the same again costs nothing
 * (LO-5).
 */
#include <stdlib.h>
#include <string.h>

#include "check/lockwatch.h"

enum { ORDERS_MAX = 4096 };

/* --- chains ------------------------------------------------------------------ */

static uint64_t
mix(uint64_t h, uint64_t x)
{
    h = (h ^ x) * UINT64_C(0x9e3779b97f4a7c15);
    return h ^ h >> 29;
}

static uint64_t
link_of(uint64_t chain, const struct held *h)
{
    const char *s;

    chain = mix(chain, (uint64_t)h->lock << 1 | h->read);
    chain = mix(chain, (uint64_t)h->at.line);
    for (s = h->at.file; *s != '\0'; s++)
        chain = (chain ^ (unsigned char)*s) * UINT64_C(0x100000001b3);
    return chain;
}

static void
rehash(struct owner *o)
{
    const struct held *h = o->held.at;
    int i;

    o->chain = mix(1, o->g);
    for (i = 0; i < o->held.n; i++)
        o->chain = link_of(o->chain, &h[i]);
}

/* --- owners ------------------------------------------------------------------ */

struct owner *
lockheld_of(const struct lockwatch *lw, uint32_t g)
{
    return list_find(&lw->owners, sizeof(struct owner), g);
}

static struct owner *
owner_of(struct lockwatch *lw, uint32_t g)
{
    struct owner *o = list_put(&lw->owners, sizeof *o, g);

    if (o != NULL && o->chain == 0)
        rehash(o);
    return o;
}

static void
drop(struct lockwatch *lw, struct owner *o)
{
    free(o->held.at);
    free(o->taken.at);
    list_remove(&lw->owners, sizeof *o,
                (int)(o - (struct owner *)lw->owners.at));
}

void
lockheld_end(struct lockwatch *lw, uint32_t g)
{
    struct owner *o = lockheld_of(lw, g);

    if (o != NULL && o->held.n == 0)
        drop(lw, o);
}

void
lockheld_fini(struct lockwatch *lw)
{
    while (lw->owners.n > 0)
        drop(lw, (struct owner *)lw->owners.at + lw->owners.n - 1);
    free(lw->owners.at);
}

/* --- orders ------------------------------------------------------------------- */

static bool
same_order(const struct order *x, const struct order *y)
{
    return x->g == y->g && x->a == y->a && x->b == y->b &&
           x->aread == y->aread && x->bread == y->bread &&
           x->ata.line == y->ata.line && x->atb.line == y->atb.line;
}

static void
add_order(struct lockwatch *lw, const struct order *x)
{
    const struct order *at = lw->orders.at;
    const uint32_t *k = lockclock_of(lw, x->g);
    struct order *more;
    int i;

    for (i = 0; i < lw->orders.n; i++) {
        if (same_order(&at[i], x))
            return;
    }
    more = i < ORDERS_MAX ? list_add(&lw->orders, sizeof *more) : NULL;
    if (more == NULL)
        return;
    *more = *x;
    if (k == NULL)
        return;
    more->clock = k[x->g - 1];
    more->seen = malloc(sizeof lw->known[0]);
    if (more->seen != NULL)
        memcpy(more->seen, k, sizeof lw->known[0]);
}

/* It holds h, and asks for b. */
static void
add_pair(struct lockwatch *lw, const struct owner *o, const struct held *h,
         const struct held *b, const struct lockset *gates)
{
    struct order x = { .g = o->g,
                       .a = h->lock,
                       .b = b->lock,
                       .aread = h->read,
                       .bread = b->read,
                       .ata = h->at,
                       .atb = b->at,
                       .gates = *gates };
    struct lock_note twice = {
        .kind = h->read && b->read ? NOTE_READ_TWICE : NOTE_TWICE,
        .g = o->g,
        .lock = b->lock,
        .at = b->at,
        .first = h->at,
    };

    if (h->lock == b->lock)
        lockwatch_note(lw, &twice);
    else
        add_order(lw, &x);
}

static void
add_pairs(struct lockwatch *lw, const struct owner *o, const struct held *b)
{
    const struct held *h = o->held.at;
    struct lockset gates = { .n = 0 };
    int i;

    for (i = 0; i < o->held.n; i++)
        lockset_add(&gates, h[i].lock);
    for (i = 0; i < o->held.n; i++)
        add_pair(lw, o, &h[i], b, &gates);
}

/* --- events --------------------------------------------------------------------- */

static void
add_taken(struct owner *o, const struct held *b)
{
    struct held *t = o->taken.at;
    int i;

    for (i = 0; i < o->taken.n; i++) {
        if (t[i].lock == b->lock)
            return;
    }
    t = list_add(&o->taken, sizeof *t);
    if (t != NULL)
        *t = *b;
}

void
lockheld_lock(struct lockwatch *lw, const struct gopark_event *e)
{
    struct held b = { e->object, e->value & 1, lockwatch_here(lw, e->g) };
    struct owner *o = owner_of(lw, e->g);
    bool may_wait = e->value < 2; /* no TryLock */
    struct held *more;
    uint64_t chain;

    if (o == NULL)
        return;
    lockclock_tick(lw, e->g);
    chain = link_of(o->chain, &b);
    if (may_wait && chains_add(&lw->seen, chain)) {
        lockwatch_name(lw, e->object);
        add_pairs(lw, o, &b);
    }
    more = list_add(&o->held, sizeof *more);
    if (more != NULL) {
        *more = b;
        o->chain = chain;
    }
    add_taken(o, &b);
}

/* The latest that o holds of the lock; -1 none. */
static int
last_of(const struct owner *o, uint32_t lock)
{
    const struct held *h = o->held.at;
    int i = o->held.n;

    while (--i >= 0 && h[i].lock != lock)
        ;
    return i;
}

static void
release(struct owner *o, int i)
{
    list_remove(&o->held, sizeof(struct held), i);
    rehash(o);
}

/* Somebody else has locked it. */
static void
unlock_of_another(struct lockwatch *lw, const struct gopark_event *e)
{
    struct owner *o = lw->owners.at, *end = o + lw->owners.n;
    struct lock_note n = { .kind = NOTE_FOREIGN, .g = e->g, .lock = e->object };
    int i = -1;

    while (o < end && (i = last_of(o, e->object)) < 0)
        o++;
    if (i < 0)
        return;
    lockwatch_name(lw, e->object);
    n.other = o->g;
    n.first = ((struct held *)o->held.at)[i].at;
    n.at = lockwatch_here(lw, e->g);
    release(o, i);
    lockwatch_note(lw, &n);
}

void
lockheld_unlock(struct lockwatch *lw, const struct gopark_event *e)
{
    struct owner *o = lockheld_of(lw, e->g);
    int i = o != NULL ? last_of(o, e->object) : -1;

    if (i >= 0)
        release(o, i);
    else
        unlock_of_another(lw, e);
}
