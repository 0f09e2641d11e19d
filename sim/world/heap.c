/*
 * heap.c - the allocator of a world.
 *
 * Small chunks come in size classes, cut from slabs of a few pages; each class
 * has one list of free chunks, the most recently freed first. The caller
 * passes the size to every call (Lua does), so a chunk has no header, and both
 * alloc and free are a push or a pop. Larger chunks are runs of pages.
 *
 * With GOPARK_HEAP_DEBUG every chunk has a guard before it and behind it, so
 * that an overrun, a wrong size and a double free are found by assert; with
 * the address sanitizer, also what is free is poisoned.
 */
#include "heap.h"

#include <assert.h>
#include <string.h>

#include "mem.h"
#include "slab.h"

static inline uint32_t
pages_of(size_t n)
{
    return (uint32_t)((n + WORLD_PAGE - 1) / WORLD_PAGE);
}

/* What n bytes count against the limit. */
static inline size_t
charge(size_t n)
{
    return n <= SLAB_SMALL ? class_size(class_of(n)) : pages_of(n) * WORLD_PAGE;
}

/* --- chunks ------------------------------------------------------------ */

static void *
run_new(struct world *w, size_t n)
{
    uint32_t first = slab_run(w, pages_of(n), PAGE_RUN);

    if (first == 0)
        return NULL;
    w->heap.run_bytes += pages_of(n) * WORLD_PAGE;
    return page_address(w, first);
}

static inline void *
chunk_new(struct world *w, size_t n)
{
    unsigned c;
    void **p;

    if (n > SLAB_SMALL)
        return run_new(w, n);
    c = class_of(n);
    p = w->heap.free[c];
    if (p == NULL) {
        if (!slab_new(w, c))
            return NULL;
        p = w->heap.free[c];
    }
    w->heap.free[c] = link_get(p);
    return p;
}

static inline void
chunk_free(struct world *w, void *p, size_t n)
{
    unsigned c;

    if (n > SLAB_SMALL) {
        w->heap.run_bytes -= pages_of(n) * WORLD_PAGE;
        page_give(w, page_number(w, p));
        return;
    }
    c = class_of(n);
    link_set(p, w->heap.free[c]);
    w->heap.free[c] = p;
}

/* --- guards ------------------------------------------------------------ */

#ifdef GOPARK_HEAP_DEBUG

enum { LIVE = 0x11fe11fe, DEAD = 0x0dead0de, TAIL = 16, FENCE = 0xfd };

/* Before a chunk's bytes; while it is free, n is the list's link. */
struct guard {
    size_t n;      /* as the caller gave it */
    uint64_t mark; /* LIVE or DEAD */
};

static size_t
guarded(size_t n)
{
    return sizeof(struct guard) + n + TAIL;
}

/* Bytes of the fence behind n bytes: to the chunk's end. */
static size_t
fence_len(size_t n)
{
    return charge(guarded(n)) - sizeof(struct guard) - n;
}

static void *
guard_new(struct world *w, size_t n)
{
    struct guard *g = chunk_new(w, guarded(n));
    char *p = (char *)(g + 1);

    if (g == NULL)
        return NULL;
    HEAP_UNPOISON(g, sizeof *g + n + fence_len(n));
    g->n = n;
    g->mark = LIVE;
    memset(p + n, FENCE, fence_len(n));
    HEAP_POISON(g, sizeof *g);
    HEAP_POISON(p + n, fence_len(n));
    return p;
}

/* Assert that p is a live chunk of n bytes and nothing was written beside. */
static void
guard_check(void *p, size_t n)
{
    struct guard *g = (struct guard *)p - 1;
    unsigned char *fence = (unsigned char *)p + n;

    HEAP_UNPOISON(g, sizeof *g);
    assert(g->mark != DEAD && "freed twice");
    assert(g->mark == LIVE && "not a chunk");
    assert(g->n == n && "wrong size");
    HEAP_UNPOISON(fence, fence_len(n));
    for (size_t i = 0; i < fence_len(n); i++)
        assert(fence[i] == FENCE && "written behind its end");
    HEAP_POISON(g, sizeof *g);
    HEAP_POISON(fence, fence_len(n));
}

static void
guard_free(struct world *w, void *p, size_t n)
{
    struct guard *g = (struct guard *)p - 1;
    size_t size = sizeof *g + n + fence_len(n);

    guard_check(p, n);
    HEAP_UNPOISON(g, size);
    memset(p, 0xdd, n);
    g->mark = DEAD;
    HEAP_POISON(g, size);
    chunk_free(w, g, guarded(n));
}

#else /* no guards */

static inline void *
guard_new(struct world *w, size_t n)
{
    return chunk_new(w, n);
}

static inline void
guard_free(struct world *w, void *p, size_t n)
{
    chunk_free(w, p, n);
}

#endif

/* --- the heap's face --------------------------------------------------- */

void
heap_init(struct world *w, size_t limit)
{
    w->heap = (struct heap){ .limit = limit, .reclaim_at = SLAB_SOME };
    page_entry(w, 0)->kind = PAGE_EDGE;
}

void
heap_fini(struct world *w)
{
    HEAP_UNPOISON(page_address(w, 1), w->heap.npage * WORLD_PAGE);
}

/* A new record of use, unless it is above the limit. */
static bool
raise_peak(struct heap *h, size_t used)
{
    if (used > h->limit) {
        h->denied = true;
        return false;
    }
    h->peak = used;
    return true;
}

/* Allocate what the limit has already been asked about. */
static inline void *
get(struct world *w, size_t n)
{
    void *p = guard_new(w, n);

    if (p == NULL)
        w->heap.denied = true;
    else
        w->heap.used += charge(n);
    return p;
}

void *
heap_alloc(struct world *w, size_t n)
{
    size_t used = w->heap.used + charge(n);

    if (used > w->heap.peak && !raise_peak(&w->heap, used))
        return NULL;
    return get(w, n);
}

void
heap_free(struct world *w, void *p, size_t n)
{
    if (p == NULL)
        return;
    guard_free(w, p, n);
    w->heap.used -= charge(n);
}

/* Move to a chunk of another size. Less than before is never refused. */
static void *
move(struct world *w, void *p, size_t from, size_t to)
{
    void *q = to < from ? get(w, to) : heap_alloc(w, to);

    if (q == NULL)
        return NULL;
    memcpy(q, p, from < to ? from : to);
    heap_free(w, p, from);
    return q;
}

#ifndef GOPARK_HEAP_DEBUG

/* Both sizes are large: let the run grow or shrink where it is. */
static void *
resize_run(struct world *w, void *p, size_t from, size_t to)
{
    size_t had = charge(from), want = charge(to);
    size_t used = w->heap.used - had + want;

    if (used > w->heap.peak && !raise_peak(&w->heap, used))
        return NULL;
    if (!page_resize(w, page_number(w, p), pages_of(to)))
        return move(w, p, from, to);
    w->heap.used = used;
    w->heap.run_bytes += want - had;
    return p;
}

#endif

void *
heap_realloc(struct world *w, void *p, size_t from, size_t to)
{
    if (p == NULL)
        return heap_alloc(w, to);
#ifndef GOPARK_HEAP_DEBUG
    if (from > SLAB_SMALL && to > SLAB_SMALL)
        return resize_run(w, p, from, to);
    if (from <= SLAB_SMALL && to <= SLAB_SMALL &&
        class_of(from) == class_of(to))
        return p;
#endif
    return move(w, p, from, to);
}

size_t
heap_extent(const struct world *w)
{
    return (page_head(w) + (size_t)w->heap.npage) * WORLD_PAGE;
}

/* --- checks ------------------------------------------------------------ */

/* H4, and the number of free chunks of a slab's class in n, by first page. */
static void
check_lists(const struct world *w, uint16_t *n)
{
    for (unsigned c = 1; c < HEAP_NCLASS; c++)
        for (void **p = w->heap.free[c]; p != NULL; p = link_get(p)) {
            const struct page *slab = slab_of(w, p);
            uint32_t first = (uint32_t)(slab - page_entry(w, 0));
            size_t at = (size_t)((char *)p - (char *)page_address(w, first));
            assert(slab->kind == PAGE_SLAB && slab->class == c);
            assert(at % class_size(c) == 0);
            assert(at + class_size(c) <= slab->len * WORLD_PAGE);
            n[first]++;
            assert(n[first] <= slab_chunks(slab));
        }
}

void
heap_check(const struct world *w)
{
    const struct heap *h = &w->heap;
    uint16_t *nfree = mem_alloc((h->npage + 1) * sizeof *nfree);
    size_t slabs = 0, live = 0;

    page_check(w);
    if (nfree == NULL)
        return;
    check_lists(w, nfree);
    for (uint32_t n = 1; n <= h->npage; n += page_entry(w, n)->len) {
        const struct page *pg = page_entry(w, n);
        size_t bytes = pg->len * WORLD_PAGE;
        if (pg->kind == PAGE_RUN)
            live += bytes;
        if (pg->kind != PAGE_SLAB)
            continue;
        slabs += bytes;
        live += (slab_chunks(pg) - nfree[n]) * class_size(pg->class);
    }
    mem_free(nfree);
    assert(slabs == h->slab_bytes);
    assert(h->used <= live && h->used <= h->peak);
#ifndef GOPARK_HEAP_DEBUG
    assert(h->used == live); /* guards are not charged */
#endif
}

#ifdef GOPARK_ASAN

/* Poison a chunk of a restored block but for the bytes it is live with. */
static void
repoison(void *chunk, size_t size)
{
    struct guard *g = chunk;

    HEAP_UNPOISON(g, sizeof *g);
    if (g->mark == LIVE)
        HEAP_UNPOISON(g + 1, g->n);
    else
        HEAP_POISON(g + 1, size - sizeof *g);
    if (g->mark == LIVE)
        HEAP_POISON((char *)(g + 1) + g->n, size - sizeof *g - g->n);
    HEAP_POISON(g, sizeof *g);
}

void
heap_restored(struct world *w)
{
    for (uint32_t n = 1; n <= w->heap.npage; n += page_entry(w, n)->len) {
        const struct page *pg = page_entry(w, n);
        size_t bytes = pg->len * WORLD_PAGE;
        size_t size = pg->kind == PAGE_SLAB ? class_size(pg->class) : bytes;
        if (pg->kind == PAGE_FREE)
            HEAP_POISON(page_address(w, n), bytes);
        for (size_t at = 0; pg->kind != PAGE_FREE && at + size <= bytes;
             at += size)
            repoison((char *)page_address(w, n) + at, size);
    }
}

#else

void
heap_restored(struct world *w)
{
    (void)w;
}

#endif
