/*
 * label.h - schedules as text (REC-1..3).
 *
 *     par: 2 3*2 2 4>3.1 0>2 =5f3a0c9e21d47b80
 *
 * Before the colon stands what was explored: `par`, only check.par, or `all`;
 * and `prints` if output counted as an operation. A word is one transition,
 * word*N is N alike:
 *     G         goroutine G does its next operation, or its sleep ends
 *     G.K G.d   case K, or default, of its select; or check.choose gives K
 *     G>H       G sends to H; each may have a case
 *     0>H       the timer fires that H waits for
 *     0.N       the N-th timer starts its function
 *     =HASH     all words before it have this hash; one every 100
 */
#ifndef GOPARK_CHECK_LABEL_H
#define GOPARK_CHECK_LABEL_H

#include "check/offer.h"

/* A transition as it is written. */
struct label {
    uint32_t g, peer; /* 0: the clock; peer 0: nobody */
    int kase, peer_kase;
};

enum { LABEL_HASH_EVERY = 100 };
#define LABEL_HASH UINT64_C(0xcbf29ce484222325) /* it starts with this */

struct label label_of(const struct trans *t);
bool label_same(const struct label *a, const struct label *b);
uint64_t label_hash(uint64_t h, const struct label *l);
/* The offer from index first on that l means; SIZE_MAX: none. */
size_t label_find(const struct offers *of, size_t first,
                  const struct label *l);
void label_write(struct tb *t, const struct label *l);
void label_write_path(struct tb *t, const struct trans *path, size_t n,
                      bool par, bool prints);

/* Reads a schedule word by word. All fields are plain, so that it may live in
 * the world. */
struct label_reader {
    const char *s; /* what is left */
    uint32_t left; /* how often l is still to come */
    struct label l;
    uint64_t hash, done;
};
enum label_rc { LABEL_OK, LABEL_END, LABEL_BAD, LABEL_DIVERGED };
/* The mode, before the colon. */
bool label_read_mode(struct label_reader *r, bool *par, bool *prints);
enum label_rc label_next(struct label_reader *r, struct label *l);

#endif
