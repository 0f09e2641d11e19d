/*
 * world.h - the block: everything a running program consists of.
 *
 * A world is one reserved region of WORLD_SPAN bytes, aligned to its size, so
 * that any pointer into it leads to its head: world_of(). The first page is
 * the host's (event log, output, choices) and is never saved; everything after
 * it is the world, saved and restored as pages. Pointers inside stay valid
 * because the block never moves; nothing in it points out of it, but to code.
 *
 * Rooms further up hang their state at sched and lua; world/ knows neither.
 */
#ifndef GOPARK_WORLD_WORLD_H
#define GOPARK_WORLD_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gopark.h"

#define WORLD_SPAN  ((size_t)1 << 35) /* bytes reserved, and its alignment */
#define WORLD_PAGE  ((size_t)4096)    /* bytes; the unit of a snapshot */

struct sched;
struct lua_State;
struct evlog;

typedef void host_listen_fn(void *ctx, struct world *w,
                            const struct gopark_event *e);

/*
 * What orders goroutines, or is half of a race, and leaves no event of its
 * own: only who listens is told, with these in place of an event's kind.
 * Object and value together name what g's knowledge is left at, or taken from
 * (RACE-2); a value below 0 is one of enum heard_at.
 */
enum heard {
    HEARD_ACQUIRE = EV_NKIND, /* g takes it over */
    HEARD_COMES,   /* the same, at the latest before what g does next */
    HEARD_RELEASE, /* g leaves it, in place of what was there */
    HEARD_MERGE,   /* the same, with what was there */
    HEARD_FIRES,   /* the clock goes on with it: a timer calls a function */
    HEARD_SEND,    /* g sends to object, which is closed */
    HEARD_SHAPE,   /* g makes a key of object appear, or vanish */
    HEARD_ADD,     /* g adds to the group object, whose counter is 0 */
    HEARD_DONE,    /* g takes from its counter */
    HEARD_WAIT,    /* g waits for it; value: its counter */
    HEARD_APART,   /* what g takes over from now on does not count, */
    HEARD_BACK,    /* until here */
    HEARD_END
};
enum heard_at {
    HEARD_AT_LOCK = -1,   /* what an Unlock leaves, or a change */
    HEARD_AT_READERS = -2, /* what RUnlock leaves */
    HEARD_AT_CLOSE = -3,  /* of a channel */
    HEARD_AT_TIMER = -4,  /* of a timer channel, when it was set */
    HEARD_AT_GROUP = -5,  /* what Done leaves */
    HEARD_AT_ITEMS = -6,  /* of a pool: what Put leaves */
};

/* The last operation, noted while somebody watches. */
struct last_op {
    uint64_t step;
    uint32_t g, object;
    int kind, form, line;
    char file[128];
};
typedef void host_hear_fn(void *ctx, struct world *w,
                          const struct last_op *op);

/* What the host lends to a world; outside the saved part. */
struct host {
    struct evlog *log;  /* events, NULL while nobody wants them */
    host_listen_fn *listen; /* is told of each event; may be NULL */
    host_hear_fn *hear; /* is told of each operation; may be NULL */
    void *listen_ctx;
    gopark_write_fn *write; /* the program's output; may be NULL */
    gopark_read_fn *read;   /* the program's input; may be NULL */
    gopark_load_fn *load;   /* source of a module for require; may be NULL */
    void *io_ctx;
    gopark_choose_fn *choose; /* overrides the generator; may be NULL */
    void *choose_ctx;
    volatile int stop;        /* set by a signal: stop at the next step */
    gopark_probe_fn *probe;   /* asked before lines, calls; may be NULL */
    void *probe_ctx;
    int probe_what;           /* enum gopark_probe, joined */
    bool probe_some;          /* of lines, asked only about those in */
    uint64_t probe_line[PROBE_LINES / 64];
    bool op_wanted;           /* note each operation, in */
    struct last_op op;
    void (*check)(const struct world *w); /* asserts what must hold; may be NULL */
    uint32_t committed;       /* heap pages backed by memory */
    void *hint;               /* sched/: the G last looked for; NULL none */
    void *hint_obj;           /* sync/: the object last looked for; NULL none */
    void *room[4];            /* host-side state of rooms: check, lua, ... */
};

/* xoshiro256** state; one stream a purpose, so that a draw in one does not
 * shift the others (DET-6). */
struct rng {
    uint64_t s[4];
};

enum { RNG_SCHED, RNG_SELECT, RNG_USER, RNG_NSTREAM };

/*
 * Free chunks and page runs of the block. Its fields belong to heap.c and
 * page.c; others may read the first four and set the limit.
 */
#define HEAP_NCLASS 72
#define HEAP_NBIN   24
struct heap {
    size_t limit;             /* bytes the program may use */
    size_t used;              /* bytes handed out, rounded to classes */
    size_t peak;              /* highest used */
    bool denied;              /* an allocation has failed for the limit */
    uint32_t npage;           /* pages of the heap ever taken: the brk */
    size_t slab_bytes;        /* in pages cut into chunks */
    size_t run_bytes;         /* of used: in runs of whole pages */
    size_t reclaim_at;        /* free bytes in slabs that make us look */
    void *free[HEAP_NCLASS];  /* chunks by size class, most recent first */
    uint32_t bin[HEAP_NBIN];  /* free page runs by length, 0 none */
    uint32_t bins;            /* bit i: bin i is not empty */
};

/* For the shortest ways: what nearly always holds, and what hardly ever does. */
#define LIKELY(x)   __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

struct world {
    struct host host;
    char pad[WORLD_PAGE - sizeof(struct host)];
    /* --- saved from here on --- */
    uint64_t steps;      /* actions done since the world began */
    uint64_t stop_at;    /* no further action once steps is here */
    uint64_t ticks;      /* those of them that were mere computing */
    uint64_t nevent;     /* events emitted since the world began */
    uint64_t ndraw;      /* choices drawn */
    uint64_t nout;       /* bytes of output written, both streams */
    uint64_t nin;        /* bytes of input read */
    uint64_t seed;
    struct rng rng[RNG_NSTREAM];
    struct heap heap;
    struct sched *sched; /* sched/'s state */
    struct lua_State *lua; /* lua/'s main state */
    void *luax;          /* lua/'s own state beside it */
    struct gopark_end end; /* how the program ended, or .how == END_NOT */
};

/* The world that a pointer into a block belongs to. */
static inline struct world *
world_of(const void *p)
{
    return (struct world *)((uintptr_t)p & ~(WORLD_SPAN - 1));
}

/* block.c: reserve a block and start its heap; *wp is its head, zeroed but
 * for the heap. GOPARK_ESPACE: no address range could be had. */
enum gopark_rc block_open(struct world **wp, size_t limit,
                          struct gopark_err *err);
void block_close(struct world *w);
/* Back heap pages 1..npage with memory; false if there is none. */
bool block_commit(struct world *w, uint32_t npage);

/* heap.c: n bytes aligned to 16, NULL when the limit is reached. The caller
 * keeps the size: heap_free and heap_realloc are told it. */
void *heap_alloc(struct world *w, size_t n);
void heap_free(struct world *w, void *p, size_t n);
void *heap_realloc(struct world *w, void *p, size_t from, size_t to);
/* Bytes that a snapshot must hold: head, page table and pages. */
size_t heap_extent(const struct world *w);
/* Assert the heap's invariants (debug builds, tests). */
void heap_check(const struct world *w);

/* choose.c: 0..n-1, counted in w->ndraw and, where the host has set choose,
 * left to it. choose_seed starts all streams over. */
uint32_t choose_slow(struct world *w, enum gopark_choice kind, uint32_t n);
void choose_seed(struct world *w, uint64_t seed);
/* 64 random bits of a stream that no choice is made of. */
uint64_t rng_next(struct rng *r);

static inline uint32_t
choose(struct world *w, enum gopark_choice kind, uint32_t n)
{
    return n <= 1 ? 0 : choose_slow(w, kind, n);
}

/* log.c: append *e as event number w->nevent; needs event_wanted(). */
void event_append(struct world *w, const struct gopark_event *e);

/* Tell who listens; there must be somebody. */
void heard_slow(struct world *w, enum heard what, uint32_t g, uint32_t object,
                int64_t value);

/* Is anybody interested in events? Test before working out their fields. */
static inline bool
event_wanted(const struct world *w)
{
    return w->host.log != NULL || w->host.listen != NULL;
}

#endif
