/*
 * faultlist.h - the list of faults, for those who put some in and take some
 * out: fault.c, faultskip.c, faultinput.c.
 */
#ifndef GOPARK_LUA_FAULTLIST_H
#define GOPARK_LUA_FAULTLIST_H

#include "lua/fault.h"

struct fault {
    struct fault *next; /* in the order in which they were injected */
    enum gopark_input_kind kind;
    uint32_t op; /* IN_SKIP: enum fault_op */
    uint32_t g;
    int64_t n;      /* IN_SKIP: how many come before it; or ns */
    struct timer t; /* IN_DELAY: lets it go */
    char text[64];  /* IN_SKIP: the object; IN_PANIC: the value */
};

/* NULL: the block is full. in's text is copied. */
struct fault *faultlist_add(struct world *w, const struct gopark_input *in);
void faultlist_drop(struct world *w, struct fault *f);
/* The first of a goroutine's; NULL none. */
struct fault *faultlist_find(struct world *w, enum gopark_input_kind kind,
                             uint32_t g);
/* What operations, and the libraries, have to look out for, after a change. */
void faultlist_update(struct world *w);

/* faultskip.c: the operation of this name, 0 none; and the other way. */
enum fault_op fault_op_of(const char *name);
const char *fault_op_name(enum fault_op op);

#endif
