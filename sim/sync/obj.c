#include "sync/obj.h"

#include <assert.h>
#include <string.h>

void
obj_init(struct world *w, struct obj *o, enum gopark_object_kind kind)
{
    struct sched *s = w->sched;

    memset(o, 0, sizeof *o);
    o->magic = OBJ_MAGIC | (uint32_t)kind;
    o->id = ++s->nobject;
    o->number = ++s->nobj[kind];
    o->line.owner = -1;
    o->prev = s->objs_last;
    if (s->objs_last != NULL)
        s->objs_last->next = o;
    else
        s->objs = o;
    s->objs_last = o;
}

bool
obj_set_name(struct world *w, struct obj *o, const char *name, size_t len)
{
    assert(o->name == NULL);
    if (len > 1000)
        len = 1000;
    if (len == 0)
        return true;
    o->name = heap_alloc(w, len + 1);
    if (o->name == NULL)
        return false;
    memcpy(o->name, name, len);
    o->name[len] = '\0';
    o->namelen = (uint16_t)len;
    return true;
}

void
obj_fini(struct world *w, struct obj *o)
{
    struct sched *s = w->sched;

    if (o->id == 0)
        return;
    w->host.hint_obj = NULL;
    if (o->prev != NULL)
        o->prev->next = o->next;
    else
        s->objs = o->next;
    if (o->next != NULL)
        o->next->prev = o->prev;
    else
        s->objs_last = o->prev;
    if (o->name != NULL)
        heap_free(w, o->name, (size_t)o->namelen + 1);
    o->name = NULL;
    o->namelen = 0;
    o->id = 0;
}

/* The first, the last, or the one looked for before: what is nearest to id. */
static struct obj *
nearest(const struct world *w, uint32_t id)
{
    const struct sched *s = w->sched;
    struct obj *o = w->host.hint_obj;
    uint32_t edge = id < s->nobject - id ? id : s->nobject - id, off;

    if (o != NULL) {
        off = o->id > id ? o->id - id : id - o->id;
        if (off <= edge)
            return o;
    }
    return id > s->nobject / 2 ? s->objs_last : s->objs;
}

/* Whoever looks at all objects in turn finds the next beside the last. */
struct obj *
obj_find(const struct world *w, uint32_t id)
{
    struct obj *o;

    if (id == 0 || id > w->sched->nobject)
        return NULL;
    o = nearest(w, id);
    while (o != NULL && o->id > id)
        o = o->prev;
    while (o != NULL && o->id < id)
        o = o->next;
    if (o == NULL || o->id != id)
        return NULL;
    ((struct world *)(uintptr_t)w)->host.hint_obj = o;
    return o;
}
