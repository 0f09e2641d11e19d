/*
 * markset.h - a set of places in the block, each with what led there.
 *
 * In host memory. A place stands for the 16 bytes it lies in: no two objects
 * share them.
 */
#ifndef GOPARK_CHECK_MARKSET_H
#define GOPARK_CHECK_MARKSET_H

#include <stdbool.h>
#include <stdint.h>

struct marked {
    uint32_t place; /* offset / 16 in the block; 0: an empty slot */
    uint32_t from;  /* place of what led here, or a small number */
    uint32_t order; /* how many were in the set before it */
};

struct markset {
    struct marked *at; /* open addressing; cap a power of two */
    uint32_t n, cap;
    bool full; /* host memory has run out */
};

void markset_free(struct markset *ms);
/* A copy of its own; false: no memory, and to is empty and full. */
bool markset_copy(struct markset *to, const struct markset *ms);
/* True if p was not in it. from: see struct marked. */
bool markset_add(struct markset *ms, const void *p, uint32_t from);
/* NULL: it is not in it. */
const struct marked *markset_find(const struct markset *ms, uint32_t place);
uint32_t markset_place(const void *p);

#endif
