/*
 * block.c - address space for worlds.
 *
 * A block is WORLD_SPAN bytes at a multiple of WORLD_SPAN, reserved without
 * access and backed with memory as the heap grows. Aligned, because then any
 * pointer into a block gives its world. The places we try are a fixed list:
 * the sanitizers' layout on x86-64 wants 0x200000000000 or more, kernels with
 * 39-bit addresses want less than 2^38, valgrind something in between.
 * Nothing a program can observe depends on the place.
 *
 * Rejected: let the kernel choose and trim. A fixed list makes addresses in a
 * debugger the same from run to run.
 */
#define _GNU_SOURCE
#include "world.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "heap.h"

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0 /* then the address is a hint, and we look */
#endif

static_assert(sizeof(void *) == 8, "a block needs 64-bit addresses");
static_assert(offsetof(struct world, steps) == WORLD_PAGE,
              "the host's part is one page");
static_assert(PAGE_TABLE_AT + PAGE_MAX * sizeof(struct page) < PAGE_ORIGIN,
              "the page table ends before page 1");

enum {
    HUGE_PAGES = 512, /* pages in a huge page */
    HUGE_FROM = 4096, /* pages of a world that is worth huge ones */
};

/* Ranges of bases, in the order in which we try them. */
static const struct {
    uintptr_t first;
    int count;
} range[] = {
    { 0x200000000000, 512 }, /* 47 bits, sanitizers included */
    { 0x080000000000, 128 }, /* valgrind's client area */
    { 0x004000000000, 8 },   /* below 2^39 */
    { 0x000800000000, 7 },   /* below 2^38 */
};

/* Reserve a block at base, and nowhere else. */
static struct world *
reserve(uintptr_t base)
{
    void *p =
        mmap((void *)base, WORLD_SPAN, PROT_NONE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE,
             -1, 0);
    if (p == MAP_FAILED)
        return NULL;
    if ((uintptr_t)p != base) {
        munmap(p, WORLD_SPAN);
        return NULL;
    }
    return p;
}

static struct world *
reserve_any(void)
{
    for (size_t i = 0; i < sizeof range / sizeof range[0]; i++)
        for (int k = 0; k < range[i].count; k++) {
            struct world *w = reserve(range[i].first + k * WORLD_SPAN);
            if (w != NULL)
                return w;
        }
    return NULL;
}

static bool
back(struct world *w, size_t from, size_t to)
{
    from &= ~(WORLD_PAGE - 1);
    to = (to + WORLD_PAGE - 1) & ~(WORLD_PAGE - 1);
    return from >= to ||
           mprotect((char *)w + from, to - from, PROT_READ | PROT_WRITE) == 0;
}

/* How many pages to back when npage are needed: in steps that grow with the
 * world, so that system calls stay rare. */
static uint32_t
commit_goal(uint32_t had, uint32_t npage)
{
    uint32_t want = had + 64 + (had < 65536 ? had / 2 : 32768);

    if (want >= HUGE_FROM)
        want |= HUGE_PAGES - 1;
    if (want < npage)
        want = npage;
    return want < PAGE_MAX ? want : PAGE_MAX;
}

/* Back pages 1..npage and their entries of the page table. A large world
 * asks for huge pages: most of what a new page costs is its fault. */
bool
block_commit(struct world *w, uint32_t npage)
{
    uint32_t had = w->host.committed, want;

    if (npage <= had)
        return true;
    want = commit_goal(had, npage);
    if (!back(w, PAGE_TABLE_AT + had * sizeof(struct page),
              PAGE_TABLE_AT + (want + 1) * sizeof(struct page)) ||
        !back(w, PAGE_ORIGIN + (had + 1) * WORLD_PAGE,
              PAGE_ORIGIN + (want + 1) * WORLD_PAGE))
        return false;
    if (want >= HUGE_FROM)
        madvise(page_address(w, had + 1), (want - had) * WORLD_PAGE,
                MADV_HUGEPAGE);
    w->host.committed = want;
    return true;
}

enum gopark_rc
block_open(struct world **wp, size_t limit, struct gopark_err *err)
{
    struct world *w = reserve_any();

    *wp = NULL;
    if (w == NULL)
        return gopark_fail(err, GOPARK_ESPACE,
                           "world: no free range of %zu GiB of address space "
                           "(see ulimit -v)",
                           WORLD_SPAN >> 30);
    if (!back(w, 0, sizeof(struct world)) || !block_commit(w, 1)) {
        munmap(w, WORLD_SPAN);
        return gopark_fail(err, GOPARK_ENOMEM, "world: no memory: %s",
                           strerror(errno));
    }
    heap_init(w, limit);
    *wp = w;
    return GOPARK_OK;
}

void
block_close(struct world *w)
{
    if (w == NULL)
        return;
    world_log(w, 0, NULL);
    heap_fini(w);
    munmap(w, WORLD_SPAN);
}
