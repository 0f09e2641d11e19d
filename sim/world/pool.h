/*
 * pool.h - host pages that snapshots share, counted.
 */
#ifndef GOPARK_WORLD_POOL_H
#define GOPARK_WORLD_POOL_H

/* A page of WORLD_PAGE bytes with one owner, not zeroed; NULL: no memory. */
void *pool_take(void);
/* One more, one fewer owner. With the last the page is free. */
void pool_share(void *page);
void pool_drop(void *page);

#endif
