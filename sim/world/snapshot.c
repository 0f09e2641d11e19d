/*
 * snapshot.c - a world kept as pages, and a world put back.
 *
 * A snapshot holds the block's head (from its second page: the first is the
 * host's), the page table and every page of the heap. A page that equals the
 * base's is shared with it, a page of zeros costs nothing. Restoring copies
 * only what differs, which is why going one step back in a lesson's world
 * takes microseconds; what the world has grown by since is zeroed, so that a
 * second run from here finds the same bytes as the first.
 *
 * Rejected: tracking writes by page protection. A fault costs more than
 * comparing a lesson's whole world.
 */
#define _GNU_SOURCE
#include "world.h"

#include <assert.h>
#include <string.h>
#include <sys/mman.h>

#include "heap.h"
#include "mem.h"
#include "pool.h"

struct snapshot {
    struct world *w;
    uint64_t steps;
    size_t own;     /* pages that were not shared when it was taken */
    uint32_t nhead; /* pages of the head, from the block's second on */
    uint32_t npage; /* pages of the heap */
    void *page[];   /* head, then heap; NULL: all zero */
};

enum { DISCARD = 16 }; /* pages from which a system call beats memset */

#ifdef GOPARK_ASAN /* memcmp and memcpy would stop at poisoned bytes */

HEAP_RAW static bool
page_equal(const void *a, const void *b)
{
    const uint64_t *p = a, *q = b;
    for (size_t i = 0; i < WORLD_PAGE / sizeof *p; i++)
        if (p[i] != q[i])
            return false;
    return true;
}

HEAP_RAW static void
page_copy(void *to, const void *from)
{
    const uint64_t *p = from;
    uint64_t *q = to;
    for (size_t i = 0; i < WORLD_PAGE / sizeof *p; i++)
        q[i] = p[i];
}

#else

static bool
page_equal(const void *a, const void *b)
{
    return memcmp(a, b, WORLD_PAGE) == 0;
}

static void
page_copy(void *to, const void *from)
{
    memcpy(to, from, WORLD_PAGE);
}

#endif

HEAP_RAW static bool
page_is_zero(const void *page)
{
    const uint64_t *p = page;
    for (size_t i = 0; i < WORLD_PAGE / sizeof *p; i++)
        if (p[i] != 0)
            return false;
    return true;
}

/* Page i of what a snapshot with nhead pages of head holds, in the block. */
static void *
place(struct world *w, uint32_t nhead, uint32_t i)
{
    if (i < nhead)
        return (char *)w + (i + 1) * WORLD_PAGE;
    return page_address(w, i - nhead + 1);
}

/* What base holds for page i of a snapshot with nhead pages of head. */
static void *
base_page(const struct snapshot *base, uint32_t nhead, uint32_t i)
{
    if (base == NULL)
        return NULL;
    if (i < nhead)
        return i < base->nhead ? base->page[i] : NULL;
    i -= nhead;
    return i < base->npage ? base->page[base->nhead + i] : NULL;
}

/* Keep one page: share it, note that it is zero, or copy it. */
static bool
keep(struct snapshot *s, uint32_t i, const void *live, void *old)
{
    if (old != NULL && page_equal(live, old)) {
        pool_share(old);
        s->page[i] = old;
        return true;
    }
    if (page_is_zero(live))
        return true;
    s->page[i] = pool_take();
    if (s->page[i] == NULL)
        return false;
    page_copy(s->page[i], live);
    s->own++;
    return true;
}

struct snapshot *
snapshot_take(struct world *w, const struct snapshot *base)
{
    uint32_t nhead = page_head(w), n = nhead + w->heap.npage;
    struct snapshot *s = mem_alloc(sizeof *s + n * sizeof s->page[0]);

    assert(base == NULL || base->w == w);
    if (s == NULL)
        return NULL;
    heap_defined(w);
    s->w = w;
    s->steps = w->steps;
    s->nhead = nhead;
    s->npage = w->heap.npage;
    for (uint32_t i = 0; i < n; i++)
        if (!keep(s, i, place(w, nhead, i), base_page(base, nhead, i))) {
            snapshot_free(s);
            return NULL;
        }
    return s;
}

/* Zero n pages; many are given back to the system, which zeroes them too. */
static void
discard(char *p, size_t n)
{
    HEAP_UNPOISON(p, n * WORLD_PAGE);
    if (n < DISCARD)
        memset(p, 0, n * WORLD_PAGE);
    else
        madvise(p, n * WORLD_PAGE, MADV_DONTNEED);
    HEAP_POISON(p, n * WORLD_PAGE);
}

static void
put_back(void *live, const void *kept)
{
    if (kept == NULL) {
        if (!page_is_zero(live)) {
            HEAP_UNPOISON(live, WORLD_PAGE);
            memset(live, 0, WORLD_PAGE);
        }
    } else if (!page_equal(live, kept))
        page_copy(live, kept);
}

void
snapshot_restore(struct world *w, const struct snapshot *s)
{
    uint32_t nhead = page_head(w), npage = w->heap.npage;

    assert(s->w == w);
    heap_defined(w);
    for (uint32_t i = 0; i < s->nhead + s->npage; i++)
        put_back(place(w, s->nhead, i), s->page[i]);
    if (nhead > s->nhead)
        memset(place(w, nhead, s->nhead), 0, (nhead - s->nhead) * WORLD_PAGE);
    if (npage > s->npage)
        discard(page_address(w, s->npage + 1), npage - s->npage);
    heap_restored(w);
    w->host.hint = w->host.hint_obj = NULL;
}

void
snapshot_free(struct snapshot *s)
{
    if (s == NULL)
        return;
    for (uint32_t i = 0; i < s->nhead + s->npage; i++)
        if (s->page[i] != NULL)
            pool_drop(s->page[i]);
    mem_free(s);
}

size_t
snapshot_bytes(const struct snapshot *s)
{
    return sizeof *s + (s->nhead + s->npage) * sizeof s->page[0] +
           s->own * WORLD_PAGE;
}

uint64_t
snapshot_steps(const struct snapshot *s)
{
    return s->steps;
}
