#include "tween.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Items of the old scene by key, open addressing. */
struct keys {
    uint32_t *slot; /* item + 1 */
    uint32_t mask;
};

static uint32_t
spread(uint64_t key)
{
    key *= 0x9e3779b97f4a7c15u;
    return (uint32_t)(key >> 32);
}

static bool
keys_make(struct keys *k, const struct scene *s)
{
    uint32_t size = 256;

    while (size < s->nitem * 2)
        size *= 2;
    k->mask = size - 1;
    if ((k->slot = calloc(size, sizeof *k->slot)) == NULL)
        return false;
    for (uint32_t i = 0; i < s->nitem; i++) {
        uint32_t at;
        if (s->item[i].key == 0 || !(s->item[i].flags & IT_MOVES))
            continue;
        at = spread(s->item[i].key) & k->mask;
        while (k->slot[at] != 0)
            at = (at + 1) & k->mask;
        k->slot[at] = i + 1;
    }
    return true;
}

static const struct item *
keys_find(const struct keys *k, const struct scene *s, uint64_t key)
{
    uint32_t at = spread(key) & k->mask;

    for (; k->slot[at] != 0; at = (at + 1) & k->mask) {
        if (s->item[k->slot[at] - 1].key == key)
            return &s->item[k->slot[at] - 1];
    }
    return NULL;
}

static bool
note(struct tween *tw, struct tween_move mv)
{
    if (tw->nmove == tw->room) {
        uint32_t room = tw->room == 0 ? 64 : tw->room * 2;
        void *p = realloc(tw->move, room * sizeof *tw->move);
        if (p == NULL)
            return false;
        tw->move = p;
        tw->room = room;
    }
    tw->move[tw->nmove++] = mv;
    return true;
}

static struct point
centre(const struct item *it)
{
    return (struct point){ it->x + it->w / 2, it->y + it->h / 2 };
}

static const struct item *
slot_item(const struct scene *s, uint32_t object, int slot)
{
    for (uint32_t i = 0; i < s->nitem; i++) {
        const struct item *it = &s->item[i];
        if (it->kind == TH_SLOT && it->id == object &&
            (slot < 0 || it->sub == (uint32_t)slot))
            return it;
    }
    return NULL;
}

/* A value goes from its sender to the slot or the receiver, or from the slot
 * to the receiver. */
static void
add_token(struct tween *tw, const struct scene *from, const struct scene *to,
          const struct token *t)
{
    const struct item *g = scene_home(from, t->g);
    const struct item *there = t->to != 0 ? scene_home(from, t->to)
                                          : slot_item(to, t->object, t->slot);
    struct point a, b;

    if (g == NULL || there == NULL)
        return;
    a = centre(g);
    b = centre(there);
    tw->token[tw->ntoken++] = t->out
                                  ? (struct tween_token){ b.x, b.y, a.x, a.y }
                                  : (struct tween_token){ a.x, a.y, b.x, b.y };
}

bool
tween_start(struct tween *tw, const struct scene *from, const struct scene *to)
{
    struct keys k;

    tw->nmove = 0;
    tw->ntoken = 0;
    tw->t = 1;
    if (from->w != to->w || from->h != to->h || !keys_make(&k, from))
        return false;
    for (uint32_t i = 0; i < to->nitem; i++) {
        const struct item *it = &to->item[i], *was;
        struct tween_move mv = { .item = i };
        if (it->key == 0 || !(it->flags & IT_MOVES))
            continue;
        was = keys_find(&k, from, it->key);
        mv.fresh = was == NULL;
        mv.effect = it->kind == TH_G && it->state == VS_RUNNABLE;
        if (was != NULL) {
            mv.dx = it->x - was->x;
            mv.dy = it->y - was->y;
        }
        if (mv.fresh || fabsf(mv.dx) > 0.5f || fabsf(mv.dy) > 0.5f)
            note(tw, mv);
    }
    free(k.slot);
    for (int i = 0; i < to->ntoken; i++)
        add_token(tw, from, to, &to->token[i]);
    if (tw->nmove == 0 && tw->ntoken == 0)
        return false;
    tw->t = 0;
    return true;
}

void
tween_fini(struct tween *tw)
{
    free(tw->move);
    memset(tw, 0, sizeof *tw);
}

const struct tween_move *
tween_find(const struct tween *tw, uint32_t item)
{
    uint32_t lo = 0, hi = tw->nmove;

    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (tw->move[mid].item < item)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < tw->nmove && tw->move[lo].item == item ? &tw->move[lo] : NULL;
}

static float
ease(float t)
{
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return t * t * (3 - 2 * t);
}

float
tween_at(const struct tween *tw, const struct tween_move *mv)
{
    return ease(mv->effect ? (tw->t - 0.4f) / 0.6f : tw->t / 0.6f);
}

float
tween_token_at(const struct tween *tw)
{
    return ease(tw->t / 0.7f);
}
