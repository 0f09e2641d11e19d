/*
 * hash.c - a fingerprint of the world's memory.
 *
 * Covered is what a snapshot holds, taken as 64-bit words in order; free
 * chunks too, for what they hold follows from what was done. A word that
 * points into the block counts as its offset there, one that points into the
 * program or a loaded library as which and the offset in it, one that points
 * into the C stack as nothing: Lua leaves such in slots it has popped. So
 * neither the block's place nor the system's randomised addresses matter.
 *
 * Worlds of equal hash are equal. In one process equal worlds have equal
 * hashes, as long as no source was compiled in between: Lua's compiler leaves
 * bytes of its C stack in the unused half of constants. Between processes its
 * cache of strings, which is keyed by C addresses, differs as well; compare
 * events and output there.
 */
#define _GNU_SOURCE
#include "world.h"

#include <link.h>

#include "heap.h"

#define MUL UINT64_C(0x9fb21c651e98df25)

enum { NOBJECT = 64 };
#define STACK_NEAR ((uint64_t)1 << 20) /* bytes of C stack around a frame */

/* Where the process's code is loaded. */
struct loaded {
    int n;
    struct {
        uintptr_t from, to;
    } object[NOBJECT];
};

static int
note_object(struct dl_phdr_info *info, size_t size, void *ctx)
{
    struct loaded *ld = ctx;
    uintptr_t from = UINTPTR_MAX, to = 0;

    (void)size;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        uintptr_t a = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
        if (info->dlpi_phdr[i].p_type != PT_LOAD)
            continue;
        from = a < from ? a : from;
        a += info->dlpi_phdr[i].p_memsz;
        to = a > to ? a : to;
    }
    if (from < to && ld->n < NOBJECT) {
        ld->object[ld->n].from = from;
        ld->object[ld->n++].to = to;
    }
    return 0;
}

/* Is x an address on the C stack, as far as we use it? */
static inline bool
on_stack(uint64_t x)
{
    uint64_t here = (uint64_t)(uintptr_t)__builtin_frame_address(0);

    return x - here + STACK_NEAR < 2 * STACK_NEAR;
}

/* x without what depends on where things were loaded. */
static inline uint64_t
place_free(const struct world *w, const struct loaded *ld, uint64_t x)
{
    uint64_t offset = x - (uint64_t)(uintptr_t)w;

    if (offset < WORLD_SPAN)
        return offset;
    if (x >> 40 == 0 || x >> 47 != 0) /* no code is loaded there */
        return x;
    for (int i = 0; i < ld->n; i++)
        if (x >= ld->object[i].from && x < ld->object[i].to)
            return (x - ld->object[i].from) * 2 + 1 + ((uint64_t)i << 40);
    return on_stack(x) ? 0 : x;
}

HEAP_RAW static uint64_t
hash_page(const struct world *w, const struct loaded *ld, uint64_t h,
          const void *page)
{
    const uint64_t *p = page;

    for (size_t i = 0; i < WORLD_PAGE / sizeof *p; i++) {
        h = (h ^ place_free(w, ld, p[i])) * MUL;
        h ^= h >> 29;
    }
    return h;
}

uint64_t
world_hash(const struct world *w)
{
    struct loaded ld = { 0 };
    uint64_t h = MUL;

    dl_iterate_phdr(note_object, &ld);
    heap_defined(w);
    for (uint32_t i = 0; i < page_head(w); i++)
        h = hash_page(w, &ld, h, (const char *)w + (i + 1) * WORLD_PAGE);
    for (uint32_t n = 1; n <= w->heap.npage; n++)
        h = hash_page(w, &ld, h, page_address(w, n));
    return h;
}
