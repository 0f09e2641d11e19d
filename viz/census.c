#include "census.h"

#include <stdlib.h>
#include <string.h>

enum { SITE_MAX = 4096, CARD_MAX = 32, CHIP_MAX = 256, CELL_MAX = 4096 };

static bool
grow(void **p, uint32_t *room, uint32_t need, size_t size)
{
    uint32_t n = *room == 0 ? 64 : *room;
    void *q;

    if (need <= *room)
        return true;
    while (n < need)
        n *= 2;
    q = realloc(*p, n * size);
    if (q == NULL)
        return false;
    *p = q;
    *room = n;
    return true;
}

/* The number of a creation site, made if new; the last few searched first. */
static uint32_t
site_find(struct census *c, const struct gopark_g *g)
{
    for (uint32_t i = c->nsite; i-- > 0;) {
        const struct census_site *s = &c->site[i];
        if (s->line == g->made_line &&
            (s->file == g->made_file ||
             (s->file != NULL && g->made_file != NULL &&
              strcmp(s->file, g->made_file) == 0)))
            return i;
    }
    if (c->nsite == SITE_MAX ||
        !grow((void **)&c->site, &c->site_room, c->nsite + 1, sizeof *c->site))
        return 0;
    c->site[c->nsite] =
        (struct census_site){ g->made_file, g->made_line, g->func };
    return c->nsite++;
}

static enum level
level_for(uint32_t n)
{
    return n <= CARD_MAX   ? LEVEL_CARD
           : n <= CHIP_MAX ? LEVEL_CHIP
           : n <= CELL_MAX ? LEVEL_CELL
                           : LEVEL_GROUP;
}

static void
enter(struct census *c, const struct gopark_g *g, const struct gopark_end *end)
{
    enum vstate s = theme_state_of(g, end);
    bool done = s == VS_DONE;

    c->total[s]++;
    if (!done)
        c->live++;
    if (s == VS_BAD)
        c->bad++;
    c->index[g->id] = c->ng + 1;
    c->g[c->ng++] = (struct census_g){
        .id = g->id,
        .state = (uint8_t)s,
        .reason = (uint8_t)g->reason,
        .place = (uint8_t)(done ? AT_DONE : g->place),
        .select = g->nwait > 1,
        .p = (int16_t)g->p,
        .m = g->m,
        .pos = g->pos,
        .object = g->object,
        .site = done ? 0 : site_find(c, g),
        .line = g->line,
        .file = g->file,
    };
}

static void
clear(struct census *c)
{
    memset(c->total, 0, sizeof c->total);
    c->ng = c->live = c->bad = c->done = c->nsite = c->ngroup = 0;
    c->nindex = 0;
    c->level = LEVEL_CARD;
}

bool
census_take(struct census *c, const struct world *w)
{
    uint32_t n = world_ngs(w);
    uint32_t hidden = 0;
    const struct gopark_end *end = world_end(w);
    struct gopark_g g;

    clear(c);
    if (!grow((void **)&c->index, &c->index_room, n + 1, sizeof *c->index))
        return false;
    memset(c->index, 0, (n + 1) * sizeof *c->index);
    c->nindex = n + 1;
    for (uint32_t id = 1; id <= n; id++) {
        if (!world_g(w, id, &g))
            continue;
        if (g.hidden) {
            hidden++;
            continue;
        }
        if (!grow((void **)&c->g, &c->room, c->ng + 1, sizeof *c->g)) {
            clear(c);
            return false;
        }
        enter(c, &g, end);
    }
    c->done = n - hidden - c->live;
    c->total[VS_DONE] = c->done;
    c->level = level_for(c->live);
    return true;
}

void
census_leaked(struct census *c, const uint32_t *g, int n)
{
    for (int i = 0; i < n; i++) {
        struct census_g *cg =
            (struct census_g *)(uintptr_t)census_find(c, g[i]);
        if (cg == NULL || cg->state == VS_BAD || cg->state == VS_DONE)
            continue;
        c->total[cg->state]--;
        c->total[VS_BAD]++;
        c->bad++;
        cg->state = VS_BAD;
    }
}

const struct census_g *
census_find(const struct census *c, uint32_t id)
{
    if (id == 0 || id >= c->nindex || c->index[id] == 0)
        return NULL;
    return &c->g[c->index[id] - 1];
}

static struct census_group *
group_find(struct census *c, const struct census_g *g)
{
    for (uint32_t i = 0; i < c->ngroup; i++) {
        struct census_group *p = &c->group[i];
        if (p->state == g->state && p->reason == g->reason &&
            p->site == g->site)
            return p;
    }
    if (!grow((void **)&c->group, &c->group_room, c->ngroup + 1,
              sizeof *c->group))
        return NULL;
    c->group[c->ngroup] = (struct census_group){ .state = g->state,
                                                 .reason = g->reason,
                                                 .site = g->site };
    return &c->group[c->ngroup++];
}

/* Bad ones first, then by state, then the largest, then by site. */
static int
by_gravity(const void *va, const void *vb)
{
    const struct census_group *a = va, *b = vb;
    int bad = (b->state == VS_BAD) - (a->state == VS_BAD);

    if (bad != 0)
        return bad;
    if (a->state != b->state)
        return a->state < b->state ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    if (a->site != b->site)
        return a->site < b->site ? -1 : 1;
    return a->reason < b->reason ? -1 : a->reason > b->reason;
}

static bool
in_groups(const struct census_g *g)
{
    return g->state != VS_DONE;
}

bool
census_group(struct census *c)
{
    uint32_t at = 0;
    struct census_group *gr;

    c->ngroup = 0;
    if (!grow((void **)&c->member, &c->member_room, c->ng, sizeof *c->member))
        return false;
    for (uint32_t i = 0; i < c->ng; i++) {
        if (!in_groups(&c->g[i]))
            continue;
        if ((gr = group_find(c, &c->g[i])) == NULL)
            return false;
        gr->count++;
    }
    qsort(c->group, c->ngroup, sizeof *c->group, by_gravity);
    for (uint32_t i = 0; i < c->ngroup; i++) {
        c->group[i].first = at;
        at += c->group[i].count;
        c->group[i].count = 0;
    }
    for (uint32_t i = 0; i < c->ng; i++) {
        if (!in_groups(&c->g[i]))
            continue;
        gr = group_find(c, &c->g[i]);
        c->member[gr->first + gr->count++] = i;
    }
    return true;
}

void
census_fini(struct census *c)
{
    free(c->g);
    free(c->index);
    free(c->site);
    free(c->group);
    free(c->member);
    memset(c, 0, sizeof *c);
}
