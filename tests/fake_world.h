/*
 * fake_world.h - a world that is only its inspection: filled by hand, so
 * that the window's tests can show any situation, also impossible ones.
 */
#ifndef FAKE_WORLD_H
#define FAKE_WORLD_H

#include "gopark.h"

enum { FAKE_WAITERS = 512, FAKE_RUNQ = 256 };

struct fake_object {
    struct gopark_object o;
    /* By enum gopark_queue; a select that begins at the limit ends above. */
    struct gopark_waiter q[3][FAKE_WAITERS + 16];
    char name[32];
    int first_element;
};

struct world {
    struct gopark_g *g; /* by id - 1 */
    uint32_t ng;
    struct gopark_p p[64];
    uint32_t runq[64][FAKE_RUNQ];
    int np;
    struct gopark_m m[64];
    int nm;
    uint32_t *globq;
    uint32_t nglobq;
    struct fake_object *object; /* by id - 1 */
    uint32_t nobject;
    struct gopark_event *event;
    uint32_t nevent, event_room;
    uint32_t forgotten; /* events that the log has dropped */
    struct gopark_end end;
    uint64_t steps;
    int64_t now;
    const char *file, *source;
};

struct world *fake_new(int procs, uint32_t max_gs, uint32_t max_objects);
void fake_free(struct world *w);
/* The next goroutine, runnable, nowhere yet. */
uint32_t fake_g(struct world *w, const char *func, int line);
void fake_run(struct world *w, uint32_t g, int p, int m);
void fake_enqueue(struct world *w, uint32_t g, int p); /* p < 0: global */
uint32_t fake_object(struct world *w, enum gopark_object_kind k,
                     const char *name);
uint32_t fake_chan(struct world *w, const char *name, int cap, int len);
void fake_wait(struct world *w, uint32_t g, uint32_t object,
               enum gopark_queue q, enum g_reason reason);
void fake_sleep(struct world *w, uint32_t g, int64_t ns);
void fake_event(struct world *w, enum gopark_event_kind k, uint32_t g, int p,
                int m, int64_t value);
/* The picture of the design: a worker pool of 14 goroutines. */
struct world *fake_pool(void);
/* Any situation: n goroutines, by seed. */
struct world *fake_random(uint32_t seed, uint32_t n);

#endif
