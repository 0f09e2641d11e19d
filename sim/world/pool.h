/*
 * pool.h - host pages that snapshots share, counted.
 */
#ifndef GOPARK_WORLD_POOL_H
#define GOPARK_WORLD_POOL_H

#include <stddef.h>

/* A page of WORLD_PAGE bytes with one owner, not zeroed; NULL: no memory. */
void *pool_take(void);
/* One more, one fewer owner. With the last the page is free. */
void pool_share(void *page);
void pool_drop(void *page);
/* Bytes of all pages that have owners. */
size_t pool_bytes(void);

#endif
