/*
 * mem.h - host memory: what the simulator keeps outside of any block.
 *
 * The event log, snapshots and the views' own state live here. Whoever holds
 * the pointer owns it. Tests make allocations fail with mem_fail_after().
 */
#ifndef GOPARK_WORLD_MEM_H
#define GOPARK_WORLD_MEM_H

#include <stddef.h>

/* n zeroed bytes, or NULL. */
void *mem_alloc(size_t n);
/* n bytes aligned to align, a power of two; not zeroed. Or NULL. */
void *mem_alloc_aligned(size_t align, size_t n);
/* p may be NULL. */
void mem_free(void *p);

/* Let n more allocations succeed and the one after fail; -1: never fail. */
void mem_fail_after(long n);

#endif
