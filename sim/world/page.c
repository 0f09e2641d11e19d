/*
 * page.c - runs of pages: found best fit, freed with coalescing.
 *
 * Free runs hang in bins by length: one bin for each length up to 16, then
 * one for each power of two. All bookkeeping is in the page table, so a free
 * page is never touched; a long free run gives its memory back to the system
 * and is zero when it comes back.
 */
#define _GNU_SOURCE
#include "heap.h"

#include <assert.h>
#include <sys/mman.h>

enum {
    NEXACT = 16,     /* lengths with a bin of their own */
    LOOK = 32,       /* runs of a wide bin looked at before a longer bin */
    GIVE_BACK = 256, /* pages of a free run worth a system call */
};

static unsigned
bin_of(uint32_t len)
{
    unsigned log = 31 - (unsigned)__builtin_clz(len);

    if (len <= NEXACT)
        return len - 1;
    return NEXACT + log - 4 < HEAP_NBIN ? NEXACT + log - 4 : HEAP_NBIN - 1;
}

static void
bin_insert(struct world *w, uint32_t first)
{
    struct page *pg = page_entry(w, first);
    unsigned b = bin_of(pg->len);

    pg->prev = 0;
    pg->next = w->heap.bin[b];
    if (pg->next != 0)
        page_entry(w, pg->next)->prev = first;
    w->heap.bin[b] = first;
    w->heap.bins |= 1u << b;
}

static void
bin_remove(struct world *w, uint32_t first)
{
    struct page *pg = page_entry(w, first);
    unsigned b = bin_of(pg->len);

    if (pg->next != 0)
        page_entry(w, pg->next)->prev = pg->prev;
    if (pg->prev != 0)
        page_entry(w, pg->prev)->next = pg->next;
    else if ((w->heap.bin[b] = pg->next) == 0)
        w->heap.bins &= ~(1u << b);
}

/* Write the entries of a run's two ends. */
static void
mark(struct world *w, uint32_t first, uint32_t len, enum page_kind kind)
{
    struct page *a = page_entry(w, first), *z = page_entry(w, first + len - 1);

    *a = (struct page){ .kind = (uint8_t)kind, .len = len };
    *z = *a;
}

static void
mark_free(struct world *w, uint32_t first, uint32_t len)
{
    mark(w, first, len, PAGE_FREE);
    bin_insert(w, first);
}

/* Take the first len pages of a free run that is at least as long. */
static uint32_t
split(struct world *w, uint32_t first, uint32_t len, enum page_kind kind)
{
    uint32_t had = page_entry(w, first)->len;

    bin_remove(w, first);
    mark(w, first, len, kind);
    if (had > len)
        mark_free(w, first + len, had - len);
    HEAP_UNPOISON(page_address(w, first), len * WORLD_PAGE);
    return first;
}

uint32_t
page_find(struct world *w, uint32_t len, enum page_kind kind)
{
    unsigned b = bin_of(len);
    uint32_t first = w->heap.bin[b];
    int looked = 0;

    while (first != 0 && page_entry(w, first)->len < len && looked++ < LOOK)
        first = page_entry(w, first)->next;
    if (first == 0 || page_entry(w, first)->len < len) {
        uint32_t longer = b + 1 < 32 ? w->heap.bins >> (b + 1) : 0;
        if (longer == 0)
            return 0;
        first = w->heap.bin[b + 1 + (unsigned)__builtin_ctz(longer)];
    }
    return split(w, first, len, kind);
}

/*
 * The heap may be twice the limit long, for what lies free in slabs and
 * between runs; more is not worth having.
 */
static uint32_t
most_pages(const struct world *w)
{
    size_t n = (w->heap.limit / WORLD_PAGE + 128) * 2;
#ifdef GOPARK_HEAP_DEBUG
    n *= 4; /* guards around every chunk */
#endif
    return n < PAGE_MAX ? (uint32_t)n : PAGE_MAX;
}

uint32_t
page_grow(struct world *w, uint32_t len, enum page_kind kind)
{
    uint32_t end = w->heap.npage;
    struct page *last = page_entry(w, end);
    uint32_t tail = last->kind == PAGE_FREE ? last->len : 0;
    uint32_t first = end - tail + 1;

    if (tail >= len) /* page_find did not look that far */
        return split(w, first, len, kind);
    if (len > most_pages(w) || first + len - 1 > most_pages(w) ||
        !block_commit(w, first + len - 1))
        return 0;
    if (tail != 0)
        bin_remove(w, first);
    w->heap.npage = first + len - 1;
    mark(w, first, len, kind);
    HEAP_UNPOISON(page_address(w, first), len * WORLD_PAGE);
    return first;
}

void
page_give(struct world *w, uint32_t first)
{
    uint32_t len = page_entry(w, first)->len;
    struct page *left = page_entry(w, first - 1);
    struct page *right = page_entry(w, first + len);

    HEAP_POISON(page_address(w, first), len * WORLD_PAGE);
    if (len >= GIVE_BACK)
        madvise(page_address(w, first), len * WORLD_PAGE, MADV_DONTNEED);
    if (first + len <= w->heap.npage && right->kind == PAGE_FREE) {
        bin_remove(w, first + len);
        len += right->len;
    }
    if (left->kind == PAGE_FREE) {
        first -= left->len;
        len += left->len;
        bin_remove(w, first);
    }
    mark_free(w, first, len);
}

static void
shrink(struct world *w, uint32_t first, uint32_t had, uint32_t len)
{
    enum page_kind kind = page_entry(w, first)->kind;

    mark(w, first, len, kind);
    mark(w, first + len, had - len, kind);
    page_give(w, first + len);
}

bool
page_resize(struct world *w, uint32_t first, uint32_t len)
{
    enum page_kind kind = page_entry(w, first)->kind;
    uint32_t had = page_entry(w, first)->len, after = first + had;
    uint32_t room;

    if (len <= had) {
        if (len < had)
            shrink(w, first, had, len);
        return true;
    }
    room = after <= w->heap.npage && page_entry(w, after)->kind == PAGE_FREE
               ? page_entry(w, after)->len
               : 0;
    if (room >= len - had)
        split(w, after, len - had, kind);
    else if (after + room != w->heap.npage + 1 ||
             page_grow(w, len - had, kind) == 0)
        return false;
    mark(w, first, len, kind);
    return true;
}

void
page_check(const struct world *w)
{
    uint32_t n = 1, nfree = 0, inbins = 0;
    enum page_kind before = PAGE_EDGE;

    while (n <= w->heap.npage) {
        const struct page *pg = page_entry(w, n);
        assert(pg->len > 0 && n + pg->len - 1 <= w->heap.npage); /* H1 */
        assert(page_entry(w, n + pg->len - 1)->len == pg->len);
        assert(page_entry(w, n + pg->len - 1)->kind == pg->kind);
        assert(pg->kind != PAGE_FREE || before != PAGE_FREE); /* H2 */
        before = pg->kind;
        nfree += before == PAGE_FREE;
        n += pg->len;
    }
    for (unsigned b = 0; b < HEAP_NBIN; b++) {
        uint32_t prev = 0;
        assert((w->heap.bin[b] != 0) == (w->heap.bins >> b & 1));
        for (n = w->heap.bin[b]; n != 0; n = page_entry(w, n)->next) {
            assert(page_entry(w, n)->kind == PAGE_FREE); /* H3 */
            assert(bin_of(page_entry(w, n)->len) == b);
            assert(page_entry(w, n)->prev == prev);
            prev = n;
            inbins++;
        }
    }
    assert(inbins == nfree);
}
