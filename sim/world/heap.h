/*
 * heap.h - what heap.c, page.c, block.c and snapshot.c share: pages.
 *
 * The heap is a row of pages, numbered from 1. The page table in the block's
 * head has an entry for each, which says what run of pages it belongs to. A
 * run is free, cut into chunks of one size (a slab), or one large chunk.
 *
 *   block   | host | world, table ...        | page 1 | page 2 | ...
 *   offset  0      4096                      PAGE_ORIGIN + 4096
 *
 * H1  The runs of the table cover pages 1..npage without gap or overlap.
 * H2  No two free runs are neighbours.
 * H3  A free run is in exactly one bin, that of its length; used runs in none.
 * H4  A chunk in free[c] lies at a chunk boundary of a slab of class c, once.
 */
#ifndef GOPARK_WORLD_HEAP_H
#define GOPARK_WORLD_HEAP_H

#include "world.h"

enum page_kind {
    PAGE_EDGE, /* entry 0, the wall left of page 1; and never yet used */
    PAGE_FREE,
    PAGE_SLAB, /* chunks of one class */
    PAGE_RUN,  /* one large chunk */
};

struct page {
    uint8_t kind;   /* of its run; in the first and last page, and in all
                       pages of a slab */
    uint8_t class;  /* PAGE_SLAB: size class of its chunks */
    uint16_t nfree; /* first page of a slab: scratch of reclaim, else 0 */
    uint32_t len;   /* pages in the run; in its first and last page */
    uint32_t next;  /* PAGE_FREE: next in its bin, 0 none;
                       PAGE_SLAB: the slab's first page */
    uint32_t prev;  /* PAGE_FREE: previous in its bin, 0 it is the first */
};

#define PAGE_TABLE_AT ((sizeof(struct world) + 15) & ~(size_t)15)
#define PAGE_ORIGIN   (((size_t)1 << 28) - WORLD_PAGE) /* where page 0 is not */
#define PAGE_MAX      ((uint32_t)((WORLD_SPAN - PAGE_ORIGIN) / WORLD_PAGE) - 1)

static inline struct page *
page_entry(const struct world *w, uint32_t n)
{
    return (struct page *)((char *)w + PAGE_TABLE_AT) + n;
}

static inline void *
page_address(const struct world *w, uint32_t n)
{
    return (char *)w + PAGE_ORIGIN + n * WORLD_PAGE;
}

static inline uint32_t
page_number(const struct world *w, const void *p)
{
    return (uint32_t)(((uintptr_t)p - (uintptr_t)w - PAGE_ORIGIN) /
                      WORLD_PAGE);
}

/* Pages of the block's head that a snapshot holds, from its second on. */
static inline uint32_t
page_head(const struct world *w)
{
    size_t end = PAGE_TABLE_AT + (w->heap.npage + 1) * sizeof(struct page);
    return (uint32_t)((end + WORLD_PAGE - 1) / WORLD_PAGE) - 1;
}

/* page.c: the first page of a run of len pages out of a bin, 0 none. */
uint32_t page_find(struct world *w, uint32_t len, enum page_kind kind);
/* The same at the end of the heap, which grows; 0: no more memory. */
uint32_t page_grow(struct world *w, uint32_t len, enum page_kind kind);
/* Free a run; neighbours that are free too become one with it. */
void page_give(struct world *w, uint32_t first);
/* Make a run longer or shorter where it is; false if others are in the way. */
bool page_resize(struct world *w, uint32_t first, uint32_t len);
/* Assert H1 to H3. */
void page_check(const struct world *w);

/* heap.c: an empty heap; and what debug builds keep beside it dropped. */
void heap_init(struct world *w, size_t limit);
void heap_fini(struct world *w);
/* The block has been restored: tell the address sanitizer what is live. */
void heap_restored(struct world *w);

#if defined(__has_include)
#if __has_include(<valgrind/memcheck.h>)
#include <valgrind/memcheck.h>
#endif
#endif

/* All bytes of the world count, also those that C left undefined in padding:
 * valgrind is not to object when we compare them. */
static inline void
heap_defined(const struct world *w)
{
#ifdef VALGRIND_MAKE_MEM_DEFINED_IF_ADDRESSABLE
    VALGRIND_MAKE_MEM_DEFINED_IF_ADDRESSABLE(
        (const char *)w + WORLD_PAGE, page_head(w) * WORLD_PAGE);
    VALGRIND_MAKE_MEM_DEFINED_IF_ADDRESSABLE(
        page_address(w, 1), w->heap.npage * WORLD_PAGE);
#else
    (void)w;
#endif
}

#if defined(__SANITIZE_ADDRESS__)
#define GOPARK_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GOPARK_ASAN 1
#endif
#endif

#ifdef GOPARK_ASAN
#include <sanitizer/asan_interface.h>
#define HEAP_POISON(p, n)   ASAN_POISON_MEMORY_REGION(p, n)
#define HEAP_UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#define HEAP_RAW __attribute__((no_sanitize("address")))
#else
#define HEAP_POISON(p, n)   ((void)(p), (void)(n))
#define HEAP_UNPOISON(p, n) ((void)(p), (void)(n))
#define HEAP_RAW
#endif

#endif
