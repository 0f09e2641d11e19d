/*
 * census.h - one pass over all goroutines: who is where, and how many.
 *
 * The scene is laid out from this and asks the world again only for what it
 * shows in detail. An entry is small, so that 100,000 of them cost little.
 */
#ifndef VIZ_CENSUS_H
#define VIZ_CENSUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gopark.h"
#include "theme.h"

/* How goroutines are shown, by how many are alive. */
enum level {
    LEVEL_CARD,  /* up to 32 */
    LEVEL_CHIP,  /* up to 256 */
    LEVEL_CELL,  /* up to 4,096 */
    LEVEL_GROUP, /* more */
};

struct census_g {
    uint32_t id;
    uint8_t state;  /* enum vstate */
    uint8_t reason; /* enum g_reason */
    uint8_t place;  /* enum gopark_place */
    bool select;    /* waits at more than one object */
    int16_t p;
    int32_t m;
    uint32_t pos;     /* in its queue */
    uint32_t object;  /* first it waits for */
    uint32_t site;    /* index in census.site */
    int32_t line;     /* where it is now */
    const char *file; /* NULL unknown */
};

/* Where goroutines are made; a creation site. */
struct census_site {
    const char *file; /* NULL: no go statement (main, timers) */
    int line;
    const char *func;
};

/* Goroutines alike: state, reason, site. */
struct census_group {
    uint8_t state, reason;
    uint32_t site;
    uint32_t first, count; /* in census.member */
};

struct census {
    struct census_g *g; /* by id, oldest first */
    uint32_t ng, room;
    uint32_t *index; /* id -> index in g, + 1; 0 absent */
    uint32_t nindex, index_room;
    uint32_t total[NVSTATE];
    uint32_t live, bad, done; /* done: all that ever ended */
    enum level level;
    struct census_site *site;
    uint32_t nsite, site_room;
    struct census_group *group; /* bad first, then by size */
    uint32_t ngroup, group_room;
    uint32_t *member; /* indices in g, by group */
    uint32_t member_room;
};

/* Count w; false: no host memory, and the census is empty. */
bool census_take(struct census *c, const struct world *w);
/* These have leaked, whatever the world knows of it. */
void census_leaked(struct census *c, const uint32_t *g, int n);
const struct census_g *census_find(const struct census *c, uint32_t id);
/* Sort into groups; only needed for levels above chips. */
bool census_group(struct census *c);
void census_fini(struct census *c);

#endif
