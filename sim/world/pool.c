/*
 * pool.c - host pages that snapshots share, counted.
 *
 * Pages come from crates of 64, aligned to their size, the first page of
 * which is the crate's own record; so a page needs no header and stays
 * aligned, which makes copies fast. malloc is slower at this size, and its
 * header would put every page across a page boundary.
 */
#include "pool.h"

#include <assert.h>
#include <stdint.h>

#include "mem.h"
#include "world.h"

enum { NSLOT = 63, NONE = 0xff, SPARE = 16 };
#define CRATE_SIZE ((NSLOT + 1) * WORLD_PAGE)

struct crate {
    struct crate *next, *prev; /* crates with a free page */
    int nfree;
    uint8_t first; /* free pages, linked by link[], NONE ends */
    uint8_t link[NSLOT];
    uint32_t owners[NSLOT]; /* 0: free */
};
static_assert(sizeof(struct crate) <= WORLD_PAGE, "a record is one page");

static struct crate *open; /* crates with a free page */
static int nempty;         /* of these, crates with nothing but free pages */
static size_t nowned;      /* pages with an owner, of all crates */

static struct crate *
crate_of(void *page)
{
    return (struct crate *)((uintptr_t)page & ~(CRATE_SIZE - 1));
}

static int
slot_of(void *page)
{
    return (int)(((uintptr_t)page & (CRATE_SIZE - 1)) / WORLD_PAGE) - 1;
}

static void
crate_link(struct crate *c)
{
    c->prev = NULL;
    c->next = open;
    if (open != NULL)
        open->prev = c;
    open = c;
}

static void
crate_unlink(struct crate *c)
{
    if (c->next != NULL)
        c->next->prev = c->prev;
    if (c->prev != NULL)
        c->prev->next = c->next;
    else
        open = c->next;
}

static struct crate *
crate_new(void)
{
    struct crate *c = mem_alloc_aligned(CRATE_SIZE, CRATE_SIZE);

    if (c == NULL)
        return NULL;
    for (int i = 0; i < NSLOT; i++) {
        c->owners[i] = 0;
        c->link[i] = i + 1 < NSLOT ? (uint8_t)(i + 1) : NONE;
    }
    c->first = 0;
    c->nfree = NSLOT;
    nempty++;
    crate_link(c);
    return c;
}

void *
pool_take(void)
{
    struct crate *c = open != NULL ? open : crate_new();
    int slot;

    if (c == NULL)
        return NULL;
    slot = c->first;
    c->first = c->link[slot];
    c->owners[slot] = 1;
    nempty -= c->nfree == NSLOT;
    nowned++;
    if (--c->nfree == 0)
        crate_unlink(c);
    return (char *)c + (size_t)(slot + 1) * WORLD_PAGE;
}

void
pool_share(void *page)
{
    struct crate *c = crate_of(page);

    assert(c->owners[slot_of(page)] > 0);
    c->owners[slot_of(page)]++;
}

void
pool_drop(void *page)
{
    struct crate *c = crate_of(page);
    int slot = slot_of(page);

    assert(c->owners[slot] > 0);
    if (--c->owners[slot] > 0)
        return;
    nowned--;
    c->link[slot] = c->first;
    c->first = (uint8_t)slot;
    if (c->nfree++ == 0)
        crate_link(c);
    if (c->nfree == NSLOT && ++nempty > SPARE) {
        nempty--;
        crate_unlink(c);
        mem_free(c);
    }
}

size_t
pool_bytes(void)
{
    return nowned * WORLD_PAGE;
}
