/*
 * moment.h - what was done to a run from outside, and what it printed next.
 *
 * A moment is an input, or a pick (the answer to a choice), with the step at
 * which it was made, and points to the one before it: the past is a chain.
 * Moments are never changed or freed while the session lives. What a program
 * prints after a moment, and before the next, depends on nothing else; so
 * each keeps the output that followed it, and a byte behind its end is a byte
 * that nobody has seen yet.
 */
#ifndef GOPARK_WORLD_MOMENT_H
#define GOPARK_WORLD_MOMENT_H

#include "gopark.h"

/* Bytes of one stream among a moment's output. */
struct piece {
    size_t end; /* offset behind it in out */
    int fd;
};

struct moment {
    struct moment *before; /* NULL: the world was opened */
    struct moment *next;   /* on the present timeline; else stale */
    struct moment *older;  /* of all moments, to free them */
    uint64_t step;
    int number;   /* 0 the opening, 1 the first entry, ... */
    bool on_line; /* is on the present timeline */
    bool asleep; /* it was made when nobody could run any more after step */
    bool is_pick;
    uint64_t draw;          /* a pick: which choice, */
    uint32_t value;         /* and what it gives */
    struct gopark_input in; /* an input; text and name are ours */
    uint64_t out_at;        /* offset of the output that followed it, */
    uint64_t seen;          /* and of the first byte nobody has seen */
    char *out;              /* the first bytes of it, not without limit */
    size_t outlen, outcap;
    struct piece *piece;
    size_t npiece, piececap;
};

/* After before (may be NULL); NULL: no memory. */
struct moment *moment_new(struct moment *before, uint64_t step);
void moment_free(struct moment *m);
/* Give m a copy of in; false: no memory. */
bool moment_set_input(struct moment *m, const struct gopark_input *in);
/* n bytes at offset at of all output follow m; how many of them, the last
 * ones, are new. They are kept. */
size_t moment_print(struct moment *m, int fd, const char *s, size_t n,
                    uint64_t at);
/* What followed m, up to offset upto of all output. */
void moment_output(const struct moment *m, uint64_t upto, gopark_write_fn *fn,
                   void *ctx);

#endif
