/*
 * slab.c - slabs: made when a class has no free chunk, and taken back.
 *
 * Nothing counts what is free in a slab, so an empty slab is not noticed when
 * it becomes empty. When the heap is about to grow although much lies free,
 * reclaim() counts, and gives empty slabs back to page.c. That is rare, and
 * paid for by the chunks freed since it last ran.
 * Rejected: a count in the page table. It costs another cache line each time.
 */
#include "slab.h"

enum { SLAB_MAX = 8 }; /* pages */

/* Pages of a new slab: as few as waste little, which is less the more there
 * is. A small world prefers waste to slabs of which it uses one chunk. */
static uint32_t
length(const struct world *w, size_t size)
{
    unsigned part = w->heap.npage < 64 ? 4 : w->heap.npage < 1024 ? 16 : 64;
    uint32_t n = 1;

    while (n < SLAB_MAX && (n * WORLD_PAGE) % size > n * WORLD_PAGE / part)
        n++;
    return n;
}

/* Bytes in slabs that nobody uses. */
static size_t
idle(const struct heap *h)
{
    size_t small = h->used - h->run_bytes;
    return h->slab_bytes > small ? h->slab_bytes - small : 0;
}

static bool
is_empty(const struct page *slab)
{
    return slab->nfree == slab_chunks(slab);
}

static void
count_free(struct world *w)
{
    for (unsigned c = 1; c < HEAP_NCLASS; c++)
        for (void **p = w->heap.free[c]; p != NULL; p = link_get(p))
            slab_of(w, p)->nfree++;
}

/* Take the chunks of empty slabs off the free lists; keep the order. */
static void
unlink_empty(struct world *w)
{
    for (unsigned c = 1; c < HEAP_NCLASS; c++) {
        void **tail = NULL, *next;
        for (void **p = w->heap.free[c]; p != NULL; p = next) {
            next = link_get(p);
            if (is_empty(slab_of(w, p)))
                continue;
            if (tail == NULL)
                w->heap.free[c] = p;
            else
                link_set(tail, p);
            tail = p;
        }
        if (tail == NULL)
            w->heap.free[c] = NULL;
        else
            link_set(tail, NULL);
    }
}

/* The run after the one at n, and after the free one that follows it: given
 * back, the two are one, and what stood between them stands no more. */
static uint32_t
next_run(const struct world *w, uint32_t n)
{
    n += page_entry(w, n)->len;
    if (n <= w->heap.npage && page_entry(w, n)->kind == PAGE_FREE)
        n += page_entry(w, n)->len;
    return n;
}

static void
give_empty(struct world *w)
{
    uint32_t next;

    for (uint32_t n = 1; n <= w->heap.npage; n = next) {
        struct page *pg = page_entry(w, n);
        bool empty;
        next = next_run(w, n);
        if (pg->kind != PAGE_SLAB)
            continue;
        empty = is_empty(pg);
        pg->nfree = 0;
        if (empty) {
            w->heap.slab_bytes -= pg->len * WORLD_PAGE;
            page_give(w, n);
        }
    }
}

/* Make free runs of empty slabs. Not again before as much lies idle anew. */
static void
reclaim(struct world *w)
{
    count_free(w);
    unlink_empty(w);
    give_empty(w);
    w->heap.reclaim_at =
        2 * idle(&w->heap) + SLAB_SOME + w->heap.slab_bytes / 4;
}

uint32_t
slab_run(struct world *w, uint32_t len, enum page_kind kind)
{
    uint32_t first = page_find(w, len, kind);

    if (first == 0 && idle(&w->heap) > w->heap.reclaim_at) {
        reclaim(w);
        first = page_find(w, len, kind);
    }
    return first != 0 ? first : page_grow(w, len, kind);
}

/* The first chunk in memory comes out on top of the list. */
bool
slab_new(struct world *w, unsigned c)
{
    size_t size = class_size(c);
    uint32_t len = length(w, size), first = slab_run(w, len, PAGE_SLAB);
    char *p;

    if (first == 0)
        return false;
    for (uint32_t i = 0; i < len; i++) {
        page_entry(w, first + i)->kind = PAGE_SLAB;
        page_entry(w, first + i)->next = first;
    }
    page_entry(w, first)->class = (uint8_t)c;
    page_entry(w, first)->nfree = 0;
    w->heap.slab_bytes += len * WORLD_PAGE;
    p = (char *)page_address(w, first) + len * WORLD_PAGE / size * size;
    HEAP_POISON(page_address(w, first), len * WORLD_PAGE);
    while ((p -= size) >= (char *)page_address(w, first)) {
        link_set((void **)p, w->heap.free[c]);
        w->heap.free[c] = p;
    }
    return true;
}
