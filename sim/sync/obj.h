/*
 * obj.h - what channels, locks and the other primitives have in common.
 *
 * Every primitive begins with a struct obj: its kind, its numbers, where it
 * was made. The living ones are linked in order of number, so that views can
 * walk them; the Lua layer unlinks one when it is collected.
 */
#ifndef GOPARK_SYNC_OBJ_H
#define GOPARK_SYNC_OBJ_H

#include "sched/cost.h"
#include "sched/sched.h"

#define OBJ_MAGIC 0x676f7000u /* | kind: the first word of every primitive */

struct obj {
    uint32_t magic;         /* OBJ_MAGIC | enum gopark_object_kind */
    uint32_t id;            /* over all kinds; 0 not enlisted */
    uint32_t number;        /* within its kind */
    uint16_t namelen;       /* of name, 0 no name */
    bool hidden;            /* gopark's own */
    char *name;             /* on the heap, namelen + 1 bytes; or NULL */
    const struct site *made;
    struct line line;       /* its cache line */
    struct obj *next, *prev;
};

static inline bool
obj_is(const struct obj *o, enum gopark_object_kind kind)
{
    return o->magic == (OBJ_MAGIC | (uint32_t)kind);
}

static inline enum gopark_object_kind
obj_kind(const struct obj *o)
{
    return (enum gopark_object_kind)(o->magic & 0xff);
}

/* Number o and enlist it. */
void obj_init(struct world *w, struct obj *o, enum gopark_object_kind kind);
/* False: no memory. */
bool obj_set_name(struct world *w, struct obj *o, const char *name,
                  size_t len);
void obj_fini(struct world *w, struct obj *o);
struct obj *obj_find(const struct world *w, uint32_t id);
/* Assert the invariants of the scheduler and of all objects; see check.c. */
void world_check(const struct world *w);

#endif
