/*
 * dump.c - all that inspection shows, as text. No times: that a clock moved
 * is no news.
 */
#include "dump.h"

#include <inttypes.h>
#include <string.h>

#include "describe.h"

static void
dump_p(const struct world *w, int i, struct text *t)
{
    struct gopark_p p;
    uint32_t g;

    if (!world_p(w, i, &p))
        return;
    text_printf(t, "P%d ", i);
    if (p.g != 0)
        text_printf(t, "runs G%" PRIu32 " on M%d", p.g, p.m);
    else
        text_puts(t, p.m >= 0 ? "looks for work" : "idle");
    if (p.runnext != 0)
        text_printf(t, ", runnext G%" PRIu32, p.runnext);
    for (uint32_t k = 0; (g = world_runq(w, i, k)) != 0; k++)
        text_printf(t, "%sG%" PRIu32, k == 0 ? ", queue " : " ", g);
    text_puts(t, "\n");
}

static void
dump_g(const struct world *w, uint32_t id, struct text *t)
{
    struct gopark_g g;
    char state[64], place[96], line[192];

    if (!live_g(w, id, &g) || g.hidden)
        return;
    describe_state(&g, state, sizeof state);
    describe_place(w, &g, place, sizeof place);
    describe_line(&g, line, sizeof line);
    text_printf(t, "G%" PRIu32 " %s%s%s  %s\n", id, state, place[0] ? "  " : "",
                place, line);
}

static void
dump_chan(const struct world *w, const struct gopark_object *o, struct text *t)
{
    describe_buffer(w, o, t);
    text_puts(t, "  sendq ");
    describe_queue(w, o->id, Q_SEND, t);
    text_puts(t, "  recvq ");
    describe_queue(w, o->id, Q_RECV, t);
    if (o->closed)
        text_puts(t, "  closed");
}

static void
dump_lock(const struct world *w, const struct gopark_object *o, struct text *t)
{
    text_printf(t, "count %" PRId64, o->count);
    if (o->owner != 0)
        text_printf(t, "  locked by G%" PRIu32, o->owner);
    if (o->readers > 0)
        text_printf(t, "  %d readers", o->readers);
    text_puts(t, "  waiting ");
    describe_queue(w, o->id, Q_WAIT, t);
}

void
dump_world(const struct world *w, struct text *t)
{
    struct gopark_object o;
    char name[64];

    for (int i = 0; i < world_nps(w); i++)
        dump_p(w, i, t);
    for (uint32_t id = 0; (id = world_next_g(w, id)) != 0;)
        dump_g(w, id, t);
    for (uint32_t id = 0; (id = world_next_object(w, id)) != 0;) {
        if (!world_object(w, id, &o) || describe_idle(&o))
            continue;
        describe_object(w, id, name, sizeof name);
        text_printf(t, "%s ", name);
        if (o.kind == OBJ_CHAN)
            dump_chan(w, &o, t);
        else
            dump_lock(w, &o, t);
        text_puts(t, "\n");
    }
}
