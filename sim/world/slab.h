/*
 * slab.h - size classes, and the slabs that chunks of a class are cut from.
 */
#ifndef GOPARK_WORLD_SLAB_H
#define GOPARK_WORLD_SLAB_H

#include <assert.h>

#include "heap.h"

enum {
    SLAB_SMALL = 3072, /* bytes; a larger chunk is a run of pages */
    SLAB_FINE = 1024,  /* bytes up to which there is a class every 16 */
    SLAB_NFINE = SLAB_FINE / 16,
    SLAB_SOME = 256 << 10, /* bytes free in slabs that are not worth a look */
};

/* Sizes of the classes that follow the fine ones. */
static const uint16_t slab_coarse[] = { 1152, 1280, 1536,      1792,
                                        2048, 2560, SLAB_SMALL };
static_assert(SLAB_NFINE + 1 + sizeof slab_coarse / sizeof slab_coarse[0] ==
                  HEAP_NCLASS,
              "one free list a class");

static inline unsigned
coarse_class(size_t n)
{
    unsigned i = 0;
    while (slab_coarse[i] < n)
        i++;
    return SLAB_NFINE + 1 + i;
}

/* The class of n <= SLAB_SMALL; there is no class 0. */
static inline unsigned
class_of(size_t n)
{
    if (n <= SLAB_FINE)
        return (unsigned)(n + 15 + (n == 0)) >> 4;
    return coarse_class(n);
}

static inline size_t
class_size(unsigned c)
{
    return c <= SLAB_NFINE ? (size_t)c << 4 : slab_coarse[c - SLAB_NFINE - 1];
}

/* The link of a free chunk, which may be poisoned. */
HEAP_RAW static inline void *
link_get(void *const *chunk)
{
    return *chunk;
}

HEAP_RAW static inline void
link_set(void **chunk, void *next)
{
    *chunk = next;
}

/* The slab's entry of the page table. */
static inline struct page *
slab_of(const struct world *w, const void *chunk)
{
    return page_entry(w, page_entry(w, page_number(w, chunk))->next);
}

/* Chunks in a slab. */
static inline uint32_t
slab_chunks(const struct page *slab)
{
    return (uint32_t)(slab->len * WORLD_PAGE / class_size(slab->class));
}

/* Cut a new slab into chunks of class c, onto its free list; false: there is
 * no more memory. */
bool slab_new(struct world *w, unsigned c);
/* A run of pages, for which empty slabs are given up if need be; 0: there is
 * no more memory. */
uint32_t slab_run(struct world *w, uint32_t len, enum page_kind kind);

#endif
