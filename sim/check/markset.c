#include "check/markset.h"

#include <stddef.h>
#include <string.h>

#include "world/mem.h"
#include "world/world.h"

uint32_t
markset_place(const void *p)
{
    return (uint32_t)(((uintptr_t)p & (WORLD_SPAN - 1)) >> 4);
}

/* The slot that holds place, or the empty one where it belongs. */
static struct marked *
slot(struct marked *at, uint32_t cap, uint32_t place)
{
    uint32_t i = place * 0x9e3779b1u;

    for (i = (i ^ i >> 15) & (cap - 1);
         at[i].place != 0 && at[i].place != place; i = (i + 1) & (cap - 1))
        ;
    return &at[i];
}

static bool
grow(struct markset *ms)
{
    uint32_t cap = ms->cap == 0 ? 1024 : 2 * ms->cap, i;
    struct marked *at = mem_alloc(cap * sizeof *at);

    if (at == NULL)
        return false;
    for (i = 0; i < ms->cap; i++) {
        if (ms->at[i].place != 0)
            *slot(at, cap, ms->at[i].place) = ms->at[i];
    }
    mem_free(ms->at);
    ms->at = at;
    ms->cap = cap;
    return true;
}

bool
markset_add(struct markset *ms, const void *p, uint32_t from)
{
    struct marked *m;

    if (ms->n * 2 >= ms->cap && !grow(ms)) {
        ms->full = true;
        return false;
    }
    m = slot(ms->at, ms->cap, markset_place(p));
    if (m->place != 0)
        return false;
    m->place = markset_place(p);
    m->from = from;
    m->order = ms->n++;
    return true;
}

const struct marked *
markset_find(const struct markset *ms, uint32_t place)
{
    const struct marked *m;

    if (ms->cap == 0)
        return NULL;
    m = slot(ms->at, ms->cap, place);
    return m->place != 0 ? m : NULL;
}

void
markset_free(struct markset *ms)
{
    mem_free(ms->at);
    memset(ms, 0, sizeof *ms);
}

bool
markset_copy(struct markset *to, const struct markset *ms)
{
    *to = *ms;
    to->at = mem_alloc(ms->cap * sizeof *to->at);
    if (to->at != NULL) {
        memcpy(to->at, ms->at, ms->cap * sizeof *to->at);
        return true;
    }
    memset(to, 0, sizeof *to);
    to->full = true;
    return false;
}
