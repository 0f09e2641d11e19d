#include "fake_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- filling ----------------------------------------------------------- */

static const char pool_source[] = "local go, chan, sync = require 'go'\n"
                                  "local jobs, results = chan(4), chan()\n"
                                  "\n"
                                  "for w = 1, 3 do\n"
                                  "  go(function() -- a worker\n"
                                  "    for j in range(jobs) do\n"
                                  "      results:send(j * j)\n"
                                  "    end\n"
                                  "  end)\n"
                                  "end\n"
                                  "\n"
                                  "for i = 1, 30 do\n"
                                  "  jobs:send(i)\n"
                                  "end\n"
                                  "print('done')\n";

struct world *
fake_new(int procs, uint32_t max_gs, uint32_t max_objects)
{
    struct world *w = calloc(1, sizeof *w);

    w->g = calloc(max_gs + 1, sizeof *w->g);
    w->globq = calloc(max_gs + 1, sizeof *w->globq);
    w->object = calloc(max_objects + 1, sizeof *w->object);
    w->np = procs;
    for (int i = 0; i < procs; i++)
        w->p[i] = (struct gopark_p){ .id = i, .m = -1 };
    w->file = "worker_pool.lua";
    w->source = pool_source;
    return w;
}

void
fake_free(struct world *w)
{
    free(w->g);
    free(w->globq);
    free(w->object);
    free(w->event);
    free(w);
}

uint32_t
fake_g(struct world *w, const char *func, int line)
{
    struct gopark_g *g = &w->g[w->ng++];

    g->id = w->ng;
    g->status = G_RUNNABLE;
    g->place = AT_NONE;
    g->p = g->m = -1;
    g->func = func;
    g->file = w->file;
    g->line = line;
    g->creator = g->id > 1;
    g->made_file = g->id > 1 ? w->file : NULL;
    g->made_line = g->id > 1 ? 5 : 0;
    g->made_by = "main chunk";
    g->stack_start = 720;
    g->stack = 1434;
    g->stack_grown = 1;
    g->cpu = 41000;
    g->instructions = 3120;
    return g->id;
}

static void
add_m(struct world *w, int m)
{
    while (w->nm <= m) {
        w->m[w->nm] = (struct gopark_m){ .id = w->nm, .p = -1, .stealing = -1 };
        w->nm++;
    }
}

void
fake_run(struct world *w, uint32_t id, int p, int m)
{
    struct gopark_g *g = &w->g[id - 1];

    add_m(w, m);
    g->status = G_RUNNING;
    g->place = AT_M;
    g->p = p;
    g->m = m;
    w->p[p].status = P_RUNNING;
    w->p[p].m = m;
    w->p[p].g = id;
    w->m[m].status = M_RUNNING;
    w->m[m].p = p;
    w->m[m].g = id;
}

void
fake_enqueue(struct world *w, uint32_t id, int p)
{
    struct gopark_g *g = &w->g[id - 1];

    if (p < 0) {
        g->place = AT_GLOBQ;
        g->pos = w->nglobq;
        w->globq[w->nglobq++] = id;
        return;
    }
    g->place = AT_RUNQ;
    g->p = p;
    g->pos = w->p[p].runq;
    w->runq[p][w->p[p].runq++] = id;
}

uint32_t
fake_object(struct world *w, enum gopark_object_kind k, const char *name)
{
    struct fake_object *f = &w->object[w->nobject++];

    snprintf(f->name, sizeof f->name, "%s", name);
    f->o = (struct gopark_object){ .id = w->nobject,
                                   .number = w->nobject,
                                   .kind = k,
                                   .name = f->name,
                                   .file = w->file,
                                   .line = 2 };
    return f->o.id;
}

uint32_t
fake_chan(struct world *w, const char *name, int cap, int len)
{
    uint32_t id = fake_object(w, OBJ_CHAN, name);

    w->object[id - 1].o.cap = cap;
    w->object[id - 1].o.len = len;
    w->object[id - 1].first_element = 17;
    return id;
}

void
fake_wait(struct world *w, uint32_t id, uint32_t object, enum gopark_queue q,
          enum g_reason reason)
{
    struct gopark_g *g = &w->g[id - 1];
    struct fake_object *f = &w->object[object - 1];
    int *n = q == Q_SEND   ? &f->o.nsend
             : q == Q_RECV ? &f->o.nrecv
                           : &f->o.nwait;
    struct gopark_waiter *wt = &f->q[q][*n];

    g->status = G_WAITING;
    g->place = AT_OBJECT;
    g->reason = reason;
    g->object = g->nwait == 0 ? object : g->object;
    g->nwait++;
    wt->g = id;
    wt->case_no = reason == WAIT_SELECT ? g->nwait : 0;
    if (q == Q_SEND)
        snprintf(wt->value, sizeof wt->value, "%u", id * id);
    ++*n;
}

void
fake_sleep(struct world *w, uint32_t id, int64_t ns)
{
    struct gopark_g *g = &w->g[id - 1];

    g->status = G_WAITING;
    g->reason = WAIT_SLEEP;
    g->place = AT_TIMER;
    g->when = w->now + ns;
}

void
fake_event(struct world *w, enum gopark_event_kind k, uint32_t g, int p, int m,
           int64_t value)
{
    if (w->nevent == w->event_room) {
        w->event_room = w->event_room == 0 ? 256 : w->event_room * 2;
        w->event = realloc(w->event, w->event_room * sizeof *w->event);
    }
    w->event[w->nevent++] = (struct gopark_event){ .step = w->steps++,
                                                   .t = w->now,
                                                   .kind = (uint16_t)k,
                                                   .g = g,
                                                   .p = (int16_t)p,
                                                   .m = m,
                                                   .value = value };
    w->now += 700 + (w->steps * 7919) % 9000;
}

/* --- two worlds -------------------------------------------------------- */

static void
pool_history(struct world *w)
{
    for (uint32_t i = 2; i <= 14; i++)
        fake_event(w, EV_GO, 1, 0, 0, i);
    for (int i = 0; i < 120; i++) {
        uint32_t g = 1 + (uint32_t)(i * 7 + i / 3) % 14;
        int p = i % 3 == 0;
        fake_event(w, EV_G_START, g, p, p * 2, 0);
        if (i % 17 == 4) {
            fake_event(w, EV_SYSCALL, g, p, 4, 50000);
            fake_event(w, EV_G_START, 1 + g % 14, p, p * 2, 0);
            fake_event(w, EV_SYSRET, g, p, 4, 0);
        } else {
            fake_event(w, EV_PARK, g, p, p * 2, WAIT_CHAN_SEND);
            fake_event(w, EV_READY, 1 + g % 14, p, p * 2, g);
        }
    }
    fake_event(w, EV_G_START, 3, 0, 0, 0);
}

struct world *
fake_pool(void)
{
    struct world *w = fake_new(2, 16, 8);
    uint32_t jobs, results, orphan, mu, wg;

    fake_g(w, "main", 13);
    for (int i = 2; i <= 14; i++)
        fake_g(w, "worker", 7);
    pool_history(w);
    jobs = fake_chan(w, "jobs", 4, 3);
    results = fake_chan(w, "results", 0, 0);
    orphan = fake_chan(w, "orphan", 0, 0);
    mu = fake_object(w, OBJ_MUTEX, "mu");
    wg = fake_object(w, OBJ_WG, "wg");
    fake_run(w, 3, 0, 0);
    w->g[2].line = 13;
    add_m(w, 4);
    w->m[2] = (struct gopark_m){
        .id = 2, .status = M_SPINNING, .p = 1, .stealing = 0
    };
    w->p[1].m = 2;
    w->p[1].status = P_RUNNING;
    w->p[0].runnext = 4;
    w->g[3].place = AT_RUNNEXT;
    w->g[3].p = 0;
    fake_enqueue(w, 5, 0);
    fake_enqueue(w, 7, 0);
    fake_enqueue(w, 9, -1);
    fake_enqueue(w, 10, -1);
    fake_wait(w, 12, results, Q_SEND, WAIT_CHAN_SEND);
    fake_wait(w, 6, results, Q_SEND, WAIT_CHAN_SEND);
    fake_wait(w, 13, orphan, Q_RECV, WAIT_CHAN_RECV);
    w->g[12].leaked = true;
    w->object[mu - 1].o.owner = 3;
    w->object[mu - 1].o.starving = true;
    fake_wait(w, 14, mu, Q_WAIT, WAIT_MUTEX);
    w->object[wg - 1].o.count = 3;
    fake_wait(w, 1, wg, Q_WAIT, WAIT_WG);
    fake_sleep(w, 11, 6800000);
    fake_sleep(w, 2, 96000000);
    w->g[7].status = G_SYSCALL;
    w->g[7].place = AT_SYSCALL;
    w->g[7].m = 4;
    w->m[4].status = M_SYSCALL;
    w->m[4].g = 8;
    w->m[4].until = w->now + 43000;
    w->object[jobs - 1].o.head = 1;
    return w;
}

static uint32_t
next(uint32_t *s)
{
    *s = *s * 1664525 + 1013904223;
    return *s >> 8;
}

static void
random_place(struct world *w, uint32_t g, uint32_t *s)
{
    uint32_t o = 1 + next(s) % w->nobject;
    bool chan = w->object[o - 1].o.kind == OBJ_CHAN;
    struct gopark_object *ob = &w->object[o - 1].o;

    switch (next(s) % 9) {
    case 0:
        fake_enqueue(w, g, -1);
        break;
    case 1:
        if (w->p[g % (uint32_t)w->np].runq < FAKE_RUNQ)
            fake_enqueue(w, g, (int)(g % (uint32_t)w->np));
        break;
    case 2:
        fake_sleep(w, g, next(s) % 9000000);
        break;
    case 3:
        w->g[g - 1].status = G_DEAD;
        w->g[g - 1].place = AT_DONE;
        break;
    case 4:
        w->g[g - 1].status = G_WAITING;
        w->g[g - 1].reason = WAIT_NIL_RECV;
        w->g[g - 1].place = AT_NIL;
        break;
    case 5:
        if (chan && ob->nsend + ob->nrecv < FAKE_WAITERS / 2 &&
            w->object[0].o.nrecv < FAKE_WAITERS - 2) {
            fake_wait(w, g, o, Q_RECV, WAIT_SELECT);
            fake_wait(w, g, 1, Q_RECV, WAIT_SELECT);
        }
        break;
    default:
        if (ob->nsend + ob->nrecv + ob->nwait >= FAKE_WAITERS / 2)
            break;
        fake_wait(w, g, o, chan ? Q_SEND + next(s) % 2 : Q_WAIT,
                  chan ? WAIT_CHAN_SEND : WAIT_MUTEX);
        w->g[g - 1].leaked = next(s) % 40 == 0;
    }
}

struct world *
fake_random(uint32_t seed, uint32_t n)
{
    uint32_t s = seed * 2654435761u + 1, objects = 1 + next(&s) % 12;
    struct world *w = fake_new(1 + (int)(next(&s) % 8), n, objects);
    static const enum gopark_object_kind kind[] = { OBJ_MUTEX, OBJ_RWMUTEX,
                                                    OBJ_WG, OBJ_COND };

    fake_chan(w, "c0", (int)(next(&s) % 7), 0);
    for (uint32_t i = 1; i < objects; i++) {
        char name[16];
        snprintf(name, sizeof name, "o%u", i);
        if (next(&s) % 2)
            fake_chan(w, name, (int)(next(&s) % 40), 0);
        else
            fake_object(w, kind[next(&s) % 4], name);
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t g = fake_g(w, i % 3 ? "worker" : "a_long_function_name",
                            1 + (int)(next(&s) % 15));
        if (i < (uint32_t)w->np && next(&s) % 2)
            fake_run(w, g, (int)i, (int)i);
        else
            random_place(w, g, &s);
        fake_event(w, EV_GO, 1, 0, 0, g);
    }
    return w;
}

/* --- the inspection ---------------------------------------------------- */

uint64_t
world_steps(const struct world *w)
{
    return w->steps;
}

int64_t
world_now(const struct world *w)
{
    return w->now;
}

const struct gopark_end *
world_end(const struct world *w)
{
    return &w->end;
}

uint64_t
world_seed(const struct world *w)
{
    (void)w;
    return 7;
}

void
world_log_range(const struct world *w, uint64_t *first, uint64_t *count)
{
    *first = w->forgotten;
    *count = w->nevent - w->forgotten;
}

const struct gopark_event *
world_log_at(const struct world *w, uint64_t i)
{
    return &w->event[i];
}

uint32_t
world_ngs(const struct world *w)
{
    return w->ng;
}

bool
world_g(const struct world *w, uint32_t id, struct gopark_g *out)
{
    if (id == 0 || id > w->ng)
        return false;
    *out = w->g[id - 1];
    return true;
}

int
world_nps(const struct world *w)
{
    return w->np;
}

bool
world_p(const struct world *w, int id, struct gopark_p *out)
{
    if (id < 0 || id >= w->np)
        return false;
    *out = w->p[id];
    return true;
}

uint32_t
world_runq(const struct world *w, int p, uint32_t pos)
{
    return w->runq[p][pos];
}

uint32_t
world_globq(const struct world *w, uint32_t pos)
{
    return w->globq[pos];
}

uint32_t
world_globq_len(const struct world *w)
{
    return w->nglobq;
}

int
world_nms(const struct world *w)
{
    return w->nm;
}

bool
world_m(const struct world *w, int id, struct gopark_m *out)
{
    if (id < 0 || id >= w->nm)
        return false;
    *out = w->m[id];
    return true;
}

int64_t
world_sysmon_next(const struct world *w)
{
    return w->now + 20000;
}

uint32_t
world_next_object(const struct world *w, uint32_t id)
{
    return id < w->nobject ? id + 1 : 0;
}

bool
world_object(const struct world *w, uint32_t id, struct gopark_object *out)
{
    if (id == 0 || id > w->nobject)
        return false;
    *out = w->object[id - 1].o;
    return true;
}

bool
world_waiter(const struct world *w, uint32_t object, enum gopark_queue q,
             int pos, struct gopark_waiter *out)
{
    const struct fake_object *f = &w->object[object - 1];
    int n = q == Q_SEND ? f->o.nsend : q == Q_RECV ? f->o.nrecv : f->o.nwait;

    if (pos >= n)
        return false;
    *out = f->q[q][pos];
    return true;
}

bool
world_element(const struct world *w, uint32_t object, int i, char *buf,
              size_t size)
{
    snprintf(buf, size, "%d", w->object[object - 1].first_element + i);
    return true;
}

int
world_frames(const struct world *w, uint32_t g, struct gopark_frame *out,
             int max)
{
    if (max < 1)
        return 1;
    memset(out, 0, sizeof *out);
    snprintf(out->func, sizeof out->func, "%s", w->g[g - 1].func);
    snprintf(out->file, sizeof out->file, "%s", w->file);
    out->line = w->g[g - 1].line;
    return 1;
}

int
world_locals(const struct world *w, uint32_t g, int level,
             struct gopark_local *out, int max)
{
    (void)w;
    (void)level;
    if (max < 1)
        return 1;
    out->scope = SCOPE_LOCAL;
    snprintf(out->name, sizeof out->name, "j");
    snprintf(out->value, sizeof out->value, "%u", g + 6);
    return 1;
}

const char *
world_source(const struct world *w, const char *file, size_t *len)
{
    if (strcmp(file, w->file) != 0)
        return NULL;
    *len = strlen(w->source);
    return w->source;
}
