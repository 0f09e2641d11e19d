/*
 * fuzz_script.c - any text at all, run as a program.
 *
 * Whatever a script is, gopark neither crashes nor hangs. The text decides
 * the number of Ps and the seed, so that a plain program is a test case.
 * Beside the run itself: the invariants after every event, all that can be
 * looked at in the middle and at the end, and whether the world, restored to
 * the middle, goes on as it did.
 */
#include <assert.h>
#include <stdlib.h>

#include "gopark.h"
#include "lines.h"
#include "sync/obj.h"
#include "world/world.h"

enum {
    MIDDLE = 200, MOST = 3000, /* steps */
    LOOKED_AT = 100,           /* objects and goroutines: each is a search */
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t
hash(const uint8_t *s, size_t n)
{
    uint64_t h = UINT64_C(0xcbf29ce484222325);

    while (n-- > 0)
        h = (h ^ *s++) * UINT64_C(0x100000001b3);
    return h ^ h >> 32;
}

static void
look_at_objects(const struct world *w)
{
    struct gopark_object o;
    struct gopark_waiter wt;
    char text[64];
    uint32_t id;
    int i, left = LOOKED_AT;

    for (id = world_next_object(w, 0); id != 0 && left-- > 0;
         id = world_next_object(w, id)) {
        assert(world_object(w, id, &o));
        for (i = 0; i < o.len && i < 3; i++)
            world_element(w, id, i, text, sizeof text);
        world_waiter(w, id, Q_SEND, 0, &wt);
        world_waiter(w, id, Q_RECV, 0, &wt);
        world_waiter(w, id, Q_WAIT, 0, &wt);
    }
}

static void
look(struct world *w)
{
    struct gopark_g g;
    struct gopark_p p;
    struct gopark_m m;
    uint32_t id;
    int i, left = LOOKED_AT;

    for (id = world_next_g(w, 0); id != 0 && left-- > 0;
         id = world_next_g(w, id))
        assert(world_g(w, id, &g));
    for (i = 0; i < world_nps(w); i++)
        assert(world_p(w, i, &p));
    for (i = 0; i < world_nms(w); i++)
        assert(world_m(w, i, &m));
    look_at_objects(w);
    free(world_traceback(w, 1, true));
}

/* From the middle to the end. */
static uint64_t
finish(struct world *w, const struct snapshot *middle)
{
    snapshot_restore(w, middle);
    world_run(w, WORLD_TO_END, NULL);
    return world_hash(w) ^ world_steps(w);
}

static void
run(struct world *w)
{
    struct snapshot *middle;
    uint64_t h;

    world_run(w, MIDDLE, NULL);
    middle = snapshot_take(w, NULL);
    if (middle == NULL)
        return;
    look(w);
    h = finish(w, middle);
    look(w);
    free(world_report(w));
    assert(finish(w, middle) == h);
    snapshot_free(middle);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const argv[] = { "7", "x" };
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w;
    uint64_t h = hash(data, size);

    gopark_opts_init(&o);
    o.name = "fuzz.lua";
    o.text = (const char *)data;
    o.textlen = size;
    o.seed = h >> 8;
    o.procs = 1 + (int)(h & 3);
    o.mem = (size_t)8 << 20;
    o.max_steps = MOST;
    o.max_gs = 2000;
    o.argv = argv;
    o.argc = 2;
    if (world_open(&w, &o, &err) != GOPARK_OK)
        return 0;
    w->host.check = world_check;
    run(w);
    world_close(w);
    return 0;
}
