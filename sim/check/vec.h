/*
 * vec.h - arrays in host memory that grow at their end.
 */
#ifndef GOPARK_CHECK_VEC_H
#define GOPARK_CHECK_VEC_H

#include <stdlib.h>

#define VEC(type) \
    struct { \
        type *at; \
        size_t n, cap; \
    }

/* Room for k more elements; false: no memory, and nothing has changed. */
#define vec_room(v, k) \
    ((v)->n + (k) <= (v)->cap || \
     vec_grow((void **)&(v)->at, &(v)->cap, (v)->n + (k), sizeof *(v)->at))

#define vec_free(v) (free((v)->at), (v)->at = NULL, (v)->n = (v)->cap = 0)

static inline int
vec_grow(void **at, size_t *cap, size_t n, size_t size)
{
    size_t to = *cap == 0 ? 16 : *cap;
    void *p;

    while (to < n)
        to *= 2;
    p = realloc(*at, to * size);
    if (p == NULL)
        return 0;
    *at = p;
    *cap = to;
    return 1;
}

#endif
