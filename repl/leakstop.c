#include "leakstop.h"

#include <stdlib.h>
#include <string.h>

static bool
is_wanted(const struct repl *r)
{
    for (int i = 0; i < r->stops.n; i++) {
        const struct stop *b = &r->stops.at[i];

        if (b->kind == STOP_EVENT && !b->disabled &&
            strcmp(b->name, "leak") == 0)
            return true;
    }
    return false;
}

static bool
is_known(const struct leakstop *l, uint32_t g)
{
    for (int i = 0; i < l->nknown; i++)
        if (l->known[i] == g)
            return true;
    return false;
}

static void
learn(struct leakstop *l, uint32_t g)
{
    l->known = text_grow(l->known, (size_t)(l->nknown + 1) * sizeof *l->known);
    l->known[l->nknown++] = g;
}

/* The first that has leaked and was not known; all are known then. */
static uint32_t
look(struct leakstop *l, struct repl *r)
{
    int n = world_leaks(r->w, NULL, 0);
    struct gopark_blocked *b = text_alloc((size_t)(n + 1) * sizeof *b);
    uint32_t first = 0;

    n = world_leaks(r->w, b, n);
    for (int i = 0; i < n; i++) {
        if (b[i].leak != LEAK_LEAKED || is_known(l, b[i].g))
            continue;
        learn(l, b[i].g);
        if (first == 0)
            first = b[i].g;
    }
    free(b);
    return first;
}

void
leakstop_begin(struct leakstop *l, struct repl *r)
{
    memset(l, 0, sizeof *l);
    l->wanted = is_wanted(r);
    if (l->wanted)
        look(l, r);
}

void
leakstop_end(struct leakstop *l)
{
    free(l->known);
    memset(l, 0, sizeof *l);
}

void
leakstop_note(struct leakstop *l, const struct gopark_event *e)
{
    l->due |= e->kind == EV_PARK || e->kind == EV_G_EXIT;
}

uint32_t
leakstop_look(struct leakstop *l, struct repl *r)
{
    if (!l->wanted || !l->due || world_steps(r->w) < l->next)
        return 0;
    l->due = false;
    l->next = world_steps(r->w) + r->leakcheck;
    return look(l, r);
}
