/*
 * digest.c - a number that stands for all that inspection shows.
 *
 * Unlike world_hash() it does not see how the block is laid out, so that it
 * can be kept in a file: worlds of two builds that look alike have the same.
 */
#include "gopark.h"

#include <string.h>

struct sum {
    uint64_t h;
};

static void
add(struct sum *s, uint64_t n)
{
    for (int i = 0; i < 8; i++, n >>= 8)
        s->h = (s->h ^ (n & 0xff)) * UINT64_C(0x100000001b3);
}

static void
add_text(struct sum *s, const char *text)
{
    for (; text != NULL && *text != '\0'; text++)
        s->h = (s->h ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    add(s, 0);
}

static void
add_g(struct sum *s, const struct world *w, uint32_t id)
{
    struct gopark_g g;

    if (!world_g(w, id, &g))
        return;
    add(s, id);
    add(s, g.status);
    add(s, g.reason);
    add(s, g.place);
    add(s, (uint64_t)g.p);
    add(s, (uint64_t)g.m);
    add(s, g.pos);
    add(s, g.object);
    add(s, (uint64_t)g.since);
    add(s, g.creator);
    add(s, (uint64_t)g.line);
    add_text(s, g.func);
    add_text(s, g.file);
}

static void
add_machine(struct sum *s, const struct world *w)
{
    struct gopark_p p;
    struct gopark_m m;
    uint32_t g;

    for (int i = 0; i < world_nps(w); i++) {
        if (!world_p(w, i, &p))
            continue;
        add(s, p.status);
        add(s, p.g);
        add(s, p.runnext);
        add(s, p.schedtick);
        for (uint32_t k = 0; (g = world_runq(w, i, k)) != 0; k++)
            add(s, g);
    }
    for (uint32_t k = 0; (g = world_globq(w, k)) != 0; k++)
        add(s, g);
    for (int i = 0; i < world_nms(w); i++) {
        if (!world_m(w, i, &m))
            continue;
        add(s, m.status);
        add(s, (uint64_t)m.clock);
        add(s, m.g);
    }
}

static void
add_queue(struct sum *s, const struct world *w, uint32_t object,
          enum gopark_queue q)
{
    struct gopark_waiter one;

    for (int i = 0; world_waiter(w, object, q, i, &one); i++) {
        add(s, one.g);
        add(s, (uint64_t)one.case_no);
        add_text(s, one.value);
    }
}

/* Objects that nobody waits for or holds may be garbage, of which it depends
 * on the collector's pace whether it is still there. */
static void
add_object(struct sum *s, const struct world *w, uint32_t id)
{
    struct gopark_object o;
    char value[64];

    if (!world_object(w, id, &o) ||
        (o.nsend == 0 && o.nrecv == 0 && o.nwait == 0 && o.owner == 0 &&
         o.readers == 0))
        return;
    add(s, id);
    add(s, o.kind);
    add(s, o.closed);
    add(s, o.owner);
    add(s, (uint64_t)o.readers);
    add(s, (uint64_t)o.count);
    for (int i = 0; i < o.len; i++)
        if (world_element(w, id, i, value, sizeof value))
            add_text(s, value);
    if (o.kind == OBJ_CHAN) {
        add_queue(s, w, id, Q_SEND);
        add_queue(s, w, id, Q_RECV);
    } else
        add_queue(s, w, id, Q_WAIT);
}

uint64_t
world_digest(const struct world *w)
{
    struct sum s = { UINT64_C(0xcbf29ce484222325) };
    const struct gopark_end *end = world_end(w);

    add(&s, world_steps(w));
    add(&s, (uint64_t)world_now(w));
    add(&s, end->how);
    add(&s, (uint64_t)end->code);
    add_machine(&s, w);
    for (uint32_t id = 1; id <= world_ngs(w); id++)
        add_g(&s, w, id);
    for (uint32_t id = 0; (id = world_next_object(w, id)) != 0;)
        add_object(&s, w, id);
    return s.h != 0 ? s.h : 1;
}
