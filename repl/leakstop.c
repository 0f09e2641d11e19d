#include "leakstop.h"

#include <stdlib.h>
#include <string.h>

static bool
is_wanted(const struct repl *r, const char *event)
{
    for (int i = 0; i < r->stops.n; i++) {
        const struct stop *b = &r->stops.at[i];

        if (b->kind == STOP_EVENT && !b->disabled &&
            strcmp(b->name, event) == 0)
            return true;
    }
    return false;
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* All n of g, in order, are known from now on; g is taken. The first that was
 * not known. */
static uint32_t
learn(struct lookout *o, uint32_t *g, int n)
{
    uint32_t first = 0;

    for (int i = 0; i < n && first == 0; i++)
        if (o->nknown == 0 || bsearch(&g[i], o->known, (size_t)o->nknown,
                                      sizeof *g, by_number) == NULL)
            first = g[i];
    free(o->known);
    o->known = g;
    o->nknown = n;
    return first;
}

static uint32_t
look_leaks(struct lookout *o, struct repl *r)
{
    int room = o->nknown + 16, n;
    uint32_t *g = text_alloc((size_t)room * sizeof *g);

    n = world_leaked(r->w, g, room, NULL);
    if (n > room) {
        free(g);
        g = text_alloc((size_t)n * sizeof *g);
        world_leaked(r->w, g, n, NULL);
    }
    return learn(o, g, n);
}

/* Those that wait for each other. */
static uint32_t
look_deadlocks(struct lookout *o, struct repl *r)
{
    struct gopark_waits ws;
    uint32_t *g;
    int n = 0;

    if (!world_waits(r->w, &ws))
        return 0;
    g = text_alloc((size_t)(ws.nwaiting + 1) * sizeof *g);
    for (int i = 0; i < ws.nwaiting; i++)
        if (ws.waiting[i].stuck == STUCK_CIRCLE)
            g[n++] = ws.waiting[i].g;
    gopark_waits_free(&ws);
    return learn(o, g, n);
}

void
leakstop_begin(struct leakstop *l, struct repl *r)
{
    memset(l, 0, sizeof *l);
    l->leak.wanted = is_wanted(r, "leak");
    l->deadlock.wanted = is_wanted(r, "deadlock");
    if (l->leak.wanted)
        look_leaks(&l->leak, r);
    if (l->deadlock.wanted)
        look_deadlocks(&l->deadlock, r);
}

void
leakstop_end(struct leakstop *l)
{
    free(l->leak.known);
    free(l->deadlock.known);
    memset(l, 0, sizeof *l);
}

void
leakstop_note(struct leakstop *l, const struct gopark_event *e)
{
    l->due |= e->kind == EV_PARK || e->kind == EV_G_EXIT;
}

bool
leakstop_look(struct leakstop *l, struct repl *r, struct gopark_event *found)
{
    enum gopark_how how = world_end(r->w)->how;

    memset(found, 0, sizeof *found);
    if (!(l->leak.wanted || l->deadlock.wanted) || !l->due ||
        world_steps(r->w) < l->next || (how != END_NOT && how != END_RETURN))
        return false;
    l->due = false;
    l->next = world_steps(r->w) + r->leakcheck;
    if (l->deadlock.wanted && how == END_NOT &&
        (found->g = look_deadlocks(&l->deadlock, r)) != 0)
        found->kind = EV_DEADLOCK;
    else if (l->leak.wanted && (found->g = look_leaks(&l->leak, r)) != 0)
        found->kind = EV_LEAK;
    return found->g != 0;
}
