/*
 * index.h - numbers for what is named by a kind, an object and a value.
 *
 * By open addressing; it is emptied by counting up a stamp.
 */
#ifndef GOPARK_CHECK_INDEX_H
#define GOPARK_CHECK_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct entry {
    uint32_t stamp, object, what, number; /* number is the caller's */
    int64_t value;
};

struct index {
    struct entry *at;
    size_t n, cap; /* cap is 0 or a power of two, and at most half is full */
    uint32_t stamp;
};

/* The entry, *made: it is new. NULL: no memory. Good until the next call. */
struct entry *index_find(struct index *x, uint32_t what, uint32_t object,
                         int64_t value, bool *made);
void index_clear(struct index *x);
void index_free(struct index *x);

#endif
