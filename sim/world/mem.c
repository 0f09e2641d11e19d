/*
 * mem.c - host memory, with a failure that tests can order.
 */
#include "mem.h"

#include <stdbool.h>
#include <stdlib.h>

static long fail_after = -1; /* allocations until one fails, -1 never */

static bool
fails(void)
{
    if (fail_after < 0)
        return false;
    return fail_after-- == 0;
}

void *
mem_alloc(size_t n)
{
    return fails() ? NULL : calloc(1, n);
}

void *
mem_alloc_aligned(size_t align, size_t n)
{
    return fails() ? NULL : aligned_alloc(align, n);
}

void
mem_free(void *p)
{
    free(p);
}

void
mem_fail_after(long n)
{
    fail_after = n;
}
