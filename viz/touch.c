/*
 * touch.c - what the last step changed: the goroutines to mark, the values
 * that go from hand to hand.
 */
#include "scene.h"

static void
token(struct scene *s, const struct token t)
{
    if (s->ntoken < TOKENS_MAX)
        s->token[s->ntoken++] = t;
}

/* A send or receive moves a value: remember from where to where. One that
 * takes from a waiting sender takes the oldest element of a buffer, and the
 * sender's value gets its slot. */
static void
carry(struct build *b, const struct gopark_event *e)
{
    struct token t = { .g = e->g, .object = e->object, .slot = -1 };
    struct gopark_object o;

    if ((e->kind != EV_SEND && e->kind != EV_RECV) ||
        e->value >= INT64_MAX - 1 || !world_object(b->w, e->object, &o))
        return;
    t.out = e->kind == EV_RECV;
    if (e->value >= 0) {
        t.slot = (int32_t)e->value;
    } else if (o.cap == 0 || !t.out) {
        t.to = (uint32_t)-e->value;
    } else {
        t.slot = (o.head + o.cap - 1) % o.cap;
        token(b->s, (struct token){ .g = (uint32_t)-e->value,
                                    .object = o.id,
                                    .slot = t.slot });
    }
    token(b->s, t);
}

/* Mark whom the last step changed: the actor and those it readied or made. */
void
scene_touch(struct build *b)
{
    uint64_t first, count, step = world_steps(b->w);

    world_log_range(b->w, &first, &count);
    for (uint64_t i = first + count; i-- > first;) {
        const struct gopark_event *e = world_log_at(b->w, i);
        if (e->step + 1 < step || first + count - i > 64)
            break;
        if (e->g < b->c->nindex)
            b->touched[e->g] = 1;
        if ((e->kind == EV_GO || e->kind == EV_READY) && e->value > 0 &&
            e->value < b->c->nindex)
            b->touched[e->value] = 1;
        carry(b, e);
    }
}
