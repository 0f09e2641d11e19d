/*
 * layers.c - state by state: all states after one step, after two, ...
 *
 * Paths that meet in a state go on in the same ways, so it is enough to know
 * how many there are: a layer is the states that some path is in after k steps,
 * each with the number of its paths. All counts stay exact. A state is entered
 * first from the first state of the layer before, by its first move, so the
 * way back through these is the witness that paths.c finds, too.
 *
 * A layer holds only those bytes of a state that can change in this test.
 */
#include <string.h>

#include "weak/tally.h"
#include "world/mem.h"

struct layer {
    uint8_t *state;  /* records of size */
    uint64_t *paths; /* that lead there */
    uint32_t *node;  /* in the tree of ways */
    uint32_t n, cap;
};

struct node {
    uint32_t parent;
    struct litmus_step step;
};

struct layers {
    struct tally *x;
    struct weak_spans spans;
    size_t size;              /* of a record */
    struct weak_state first;  /* what no record holds is as in this */
    struct layer now, next;
    uint32_t *slot; /* of next: index + 1, by hash; 0 none */
    uint32_t nslot; /* a power of two, at least twice next.cap */
    struct node *node;
    uint32_t nnode, capnode;
    uint8_t *record; /* being looked up */
    struct weak_move move[WEAK_MOVES];
};

/* --- records ----------------------------------------------------------- */

static void
pack(const struct layers *l, const struct weak_state *s, uint8_t *to)
{
    for (int i = 0; i < l->spans.n; i++) {
        const struct weak_span *p = &l->spans.span[i];

        memcpy(to, (const uint8_t *)s + p->at, p->n);
        to += p->n;
    }
}

static void
unpack(const struct layers *l, const uint8_t *from, struct weak_state *s)
{
    *s = l->first;
    for (int i = 0; i < l->spans.n; i++) {
        const struct weak_span *p = &l->spans.span[i];

        memcpy((uint8_t *)s + p->at, from, p->n);
        from += p->n;
    }
}

static uint32_t
hash(const uint8_t *p, size_t n)
{
    uint64_t h = n, word;

    for (; n >= sizeof word; n -= sizeof word, p += sizeof word) {
        memcpy(&word, p, sizeof word);
        h = (h ^ word) * 0x9e3779b97f4a7c15u;
        h ^= h >> 29;
    }
    for (; n > 0; n--)
        h = (h ^ *p++) * 0x9e3779b97f4a7c15u;
    return (uint32_t)(h >> 32);
}

/* --- room -------------------------------------------------------------- */

/* Room for `to` things of size, the first `from` those of old, which is freed.
 * NULL: no memory, and old stays. */
static void *
more(void *old, size_t from, size_t to, size_t size)
{
    void *room = mem_alloc(to * size);

    if (room == NULL)
        return NULL;
    if (from > 0)
        memcpy(room, old, from * size);
    mem_free(old);
    return room;
}

static bool
grow_layer(struct layer *y, size_t size)
{
    uint32_t cap = y->cap == 0 ? 64 : 2 * y->cap;
    void *state = more(y->state, y->cap, cap, size), *paths, *node;

    if (state == NULL)
        return false;
    y->state = state;
    if ((paths = more(y->paths, y->cap, cap, sizeof *y->paths)) == NULL)
        return false;
    y->paths = paths;
    if ((node = more(y->node, y->cap, cap, sizeof *y->node)) == NULL)
        return false;
    y->node = node;
    y->cap = cap;
    return true;
}

/* Where the record is in the table of the next layer, or would be. */
static uint32_t
slot_of(const struct layers *l, const uint8_t *record)
{
    uint32_t i = hash(record, l->size) & (l->nslot - 1);

    while (l->slot[i] != 0 &&
           memcmp(l->next.state + (l->slot[i] - 1) * l->size, record,
                  l->size) != 0)
        i = (i + 1) & (l->nslot - 1);
    return i;
}

static bool
grow_table(struct layers *l)
{
    uint32_t n = l->nslot, *slot;

    while (n < 2 * l->next.cap)
        n = n == 0 ? 256 : 2 * n;
    if (n == l->nslot)
        return true;
    if ((slot = more(l->slot, 0, n, sizeof *slot)) == NULL)
        return false;
    l->slot = slot;
    l->nslot = n;
    for (uint32_t i = 0; i < l->next.n; i++)
        l->slot[slot_of(l, l->next.state + i * l->size)] = i + 1;
    return true;
}

static bool
grow_tree(struct layers *l)
{
    uint32_t cap = l->capnode == 0 ? 256 : 2 * l->capnode;

    struct node *node = more(l->node, l->capnode, cap, sizeof *node);

    if (node == NULL)
        return false;
    l->node = node;
    l->capnode = cap;
    return true;
}

/* --- a step ------------------------------------------------------------ */

/* Another state of the next layer. */
static enum tallied
add(struct layers *l, uint32_t parent, uint64_t paths,
    const struct litmus_step *step)
{
    struct layer *y = &l->next;

    if (l->nnode == l->x->states)
        return TALLY_PART;
    if ((y->n == y->cap && !(grow_layer(y, l->size) && grow_table(l))) ||
        (l->nnode == l->capnode && !grow_tree(l)))
        return TALLY_NO_ROOM;
    memcpy(y->state + y->n * l->size, l->record, l->size);
    y->paths[y->n] = paths;
    y->node[y->n] = l->nnode;
    l->node[l->nnode++] = (struct node){ parent, *step };
    l->slot[slot_of(l, l->record)] = ++y->n;
    return TALLY_ALL;
}

/* What comes of the i-th state by move m. */
static enum tallied
follow(struct layers *l, uint32_t i, const struct weak_state *from,
       struct weak_move m)
{
    struct weak_state s = *from;
    struct litmus_step step;
    uint64_t paths = l->now.paths[i];
    uint32_t at;

    if (l->x->r->transitions == l->x->limit)
        return TALLY_PART;
    l->x->r->transitions++;
    tally_act(l->x->t, l->x->model, &s, m, &step);
    pack(l, &s, l->record);
    at = l->nslot > 0 ? l->slot[slot_of(l, l->record)] : 0;
    if (at == 0)
        return add(l, l->now.node[i], paths, &step);
    l->next.paths[at - 1] = tally_sum(l->next.paths[at - 1], paths);
    return TALLY_ALL;
}

/* The i-th state, after d steps, is the end of its paths. */
static enum tallied
end(struct layers *l, uint32_t i, const struct weak_state *s, int d)
{
    struct litmus_step *step;
    uint32_t node = l->now.node[i];

    if (!tally_arrive(l->x, s, d, l->now.paths[i], &step))
        return TALLY_NO_ROOM;
    for (; d > 0 && step != NULL; node = l->node[node].parent)
        step[--d] = l->node[node].step;
    return TALLY_ALL;
}

static enum tallied
step_all(struct layers *l, int d)
{
    enum tallied rc = TALLY_ALL;
    struct weak_state s;

    for (uint32_t i = 0; i < l->now.n && rc == TALLY_ALL; i++) {
        int n;

        unpack(l, l->now.state + i * l->size, &s);
        n = l->x->model->moves(l->x->t, &s, l->move);
        if (n == 0)
            rc = end(l, i, &s, d);
        for (int k = 0; k < n && rc == TALLY_ALL; k++)
            rc = follow(l, i, &s, l->move[k]);
    }
    return rc;
}

/* --- all --------------------------------------------------------------- */

static enum tallied
layers(struct layers *l)
{
    static const struct litmus_step none;
    enum tallied rc;

    state_begin(l->x->t, l->x->model, &l->first);
    state_spans(l->x->t, l->x->model, &l->spans);
    for (int i = 0; i < l->spans.n; i++)
        l->size += l->spans.span[i].n;
    if ((l->record = mem_alloc(l->size)) == NULL)
        return TALLY_NO_ROOM;
    pack(l, &l->first, l->record);
    rc = add(l, 0, 1, &none);
    for (int d = 0; rc == TALLY_ALL && l->next.n > 0; d++) {
        struct layer y = l->now;

        l->now = l->next;
        l->next = y;
        l->next.n = 0;
        memset(l->slot, 0, l->nslot * sizeof *l->slot);
        rc = step_all(l, d);
    }
    return rc;
}

static void
free_layer(struct layer *y)
{
    mem_free(y->state);
    mem_free(y->paths);
    mem_free(y->node);
}

enum tallied
layers_run(struct tally *x)
{
    struct layers *l = mem_alloc(sizeof *l);
    enum tallied rc;

    if (l == NULL)
        return TALLY_NO_ROOM;
    l->x = x;
    rc = layers(l);
    free_layer(&l->now);
    free_layer(&l->next);
    mem_free(l->slot);
    mem_free(l->node);
    mem_free(l->record);
    mem_free(l);
    return rc;
}
