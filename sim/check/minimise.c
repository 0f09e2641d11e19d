/*
 * minimise.c - the shortest story of a finding.
 *
 * Two ways, one after the other. A schedule may be put in another order as
 * long as what depends on each other stays in order: that is the same
 * execution with fewer switches, and needs no trying (MIN-1). And it can be
 * described by where it deviates from the default policy; of these deviations
 * chunks are left out, as long as what then happens ends in the same finding
 * (MIN-2, delta debugging). What comes out has been run, so it always fails.
 */
#include "check/minimise.h"

#include <string.h>

#include "check/order.h"

enum { TRIES = 400 }; /* runs that one finding is worth */

bool
labels_of(struct labels *to, const struct trans *path, size_t n)
{
    to->l.n = 0;
    if (!vec_room(&to->l, n))
        return false;
    for (size_t i = 0; i < n; i++)
        to->l.at[i] = label_of(&path[i]);
    to->l.n = n;
    return true;
}

/* One more transition, offer i. */
static void
step(struct search *s, size_t first, size_t i)
{
    s->preempted += search_preempts(s, &s->of.trans.at[i], first,
                                    s->of.trans.n - first, &s->last);
    search_step(s, i);
}

enum search_end
search_retrace(struct search *s, const struct labels *path, retrace_fn *each,
               void *ctx)
{
    search_begin_run(s);
    for (size_t k = 0; k < path->l.n; k++) {
        size_t first = s->of.trans.n, i;

        if (search_look(s, false) != SEARCH_GOES_ON)
            return SEARCH_GOES_ON;
        i = label_find(&s->of, first, &path->l.at[k]);
        if (i == SIZE_MAX)
            return SEARCH_GOES_ON;
        if (each != NULL)
            each(ctx, s, i);
        step(s, first, i);
    }
    return search_look(s, false);
}

/* Is the present state the end of an execution of this finding? *late: how
 * much later than main's return it shows. */
static bool
ends_in(struct search *s, uint64_t sig, int *late)
{
    struct outcome_ask ask = { &s->of, s->par, false, &s->races,
                               s->o.lang };
    struct outcome o[OUTCOME_MOST];
    int n = outcome_of(s->w, &ask, o);

    for (int i = 0; i < n; i++)
        if (o[i].sig == sig) {
            *late = o[i].late;
            return true;
        }
    return false;
}

/* --- the same execution in a better order (MIN-1) --------------------------- */

struct sorter {
    struct search *s;
    struct order order;
    VEC(struct trans) path; /* as it was run */
    VEC(bool) done;
    VEC(size_t) taken; /* what to consists of, by its place in path */
    struct labels *to;
    int looks; /* that are left */
};

enum { LOOKS = 300 };

static bool
is_ready(const struct sorter *so, size_t k)
{
    if (so->done.at[k])
        return false;
    for (size_t i = 0; i < k; i++)
        if (!so->done.at[i] && order_before(&so->order, i, k))
            return false;
    return true;
}

/* The earliest that can be next and, with who, in which they take part. */
static size_t
next_of(const struct sorter *so, size_t from, const struct gset *who)
{
    for (size_t k = from; k < so->path.n; k++)
        if ((who == NULL || gset_meets(&so->path.at[k].who, who)) &&
            is_ready(so, k))
            return k;
    return SIZE_MAX;
}

/* Who has done t: its participants, but not whom it has started. */
static struct gset
doers(const struct trans *t)
{
    struct gset who = { { 0 } };

    if (t->g != 0)
        gset_add(&who, gset_bit(t->g));
    if (t->peer != 0)
        gset_add(&who, gset_bit(t->peer));
    return who;
}

/* k, and what those who do it can do next without the others. */
static void
take(struct sorter *so, size_t k)
{
    while (k != SIZE_MAX) {
        struct gset who = doers(&so->path.at[k]);

        so->done.at[k] = true;
        so->taken.at[so->to->l.n] = k;
        so->to->l.at[so->to->l.n++] = label_of(&so->path.at[k]);
        k = next_of(so, 0, &who);
    }
}

/* Would they who take k have to stop by themselves, so that another's turn
 * after theirs is no preemption? */
static bool
stops_itself(struct sorter *so, size_t k)
{
    struct search *s = so->s;
    size_t from = so->to->l.n;
    bool stops = true;

    take(so, k);
    if (so->to->l.n < so->path.n) {
        size_t last = so->taken.at[so->to->l.n - 1];
        struct gset who = doers(&so->path.at[last]);

        search_retrace(s, so->to, NULL, NULL);
        for (size_t i = s->looked; i < s->of.trans.n; i++)
            stops = stops && !gset_meets(&s->of.trans.at[i].who, &who);
    }
    while (so->to->l.n > from)
        so->done.at[so->taken.at[--so->to->l.n]] = false;
    return stops;
}

/* Whose turn it is: best of somebody who will stop by himself. */
static size_t
next_turn(struct sorter *so)
{
    size_t first = next_of(so, 0, NULL), k;

    for (k = first; k != SIZE_MAX && so->looks-- > 0;
         k = next_of(so, k + 1, NULL))
        if (stops_itself(so, k))
            return k;
    return first;
}

/* The path of s, which has just been run, in an order with few switches. */
static bool
sort_path(struct search *s, struct labels *to)
{
    struct sorter so = { .s = s, .to = to, .looks = LOOKS };
    size_t n = s->path.n;
    bool ok = vec_room(&so.done, n) && vec_room(&so.taken, n) &&
              vec_room(&so.path, n) && vec_room(&to->l, n);

    for (size_t k = 0; ok && k < n; k++) {
        so.done.at[k] = false;
        so.path.at[k] = s->path.at[k];
        so.path.n = k + 1;
        ok = order_push(&so.order, &s->of, s->path.at, k + 1);
    }
    to->l.n = 0;
    while (ok && to->l.n < n)
        take(&so, next_turn(&so));
    order_free(&so.order);
    vec_free(&so.path);
    vec_free(&so.taken);
    vec_free(&so.done);
    return ok;
}

/* The best failing path so far. */
struct best {
    struct search *s;
    uint64_t sig;
    struct labels path;
    int preempted, late;
    int tries;
};

static bool
is_better(const struct best *b, int late)
{
    const struct search *s = b->s;

    if (b->path.l.n == 0)
        return true;
    if (late != b->late)
        return late < b->late;
    if (s->preempted != b->preempted)
        return s->preempted < b->preempted;
    return s->path.n < b->path.l.n;
}

/* The path of s has just been run. Does it fail as it should, and not later
 * than the best so far? */
static bool
fails(struct best *b)
{
    int late = 0;

    if (!ends_in(b->s, b->sig, &late) ||
        (b->path.l.n > 0 && late > b->late))
        return false;
    if (is_better(b, late) &&
        labels_of(&b->path, b->s->path.at, b->s->path.n)) {
        b->preempted = b->s->preempted;
        b->late = late;
    }
    return true;
}

/* Run path; if it fails as it should, so does its better order. */
static bool
try_path(struct best *b, const struct labels *path)
{
    struct search *s = b->s;
    struct labels sorted = { 0 };

    if (search_retrace(s, path, NULL, NULL) != SEARCH_ENDS)
        return false;
    if (sort_path(s, &sorted) &&
        search_retrace(s, &sorted, NULL, NULL) == SEARCH_ENDS)
        fails(b);
    vec_free(&sorted.l);
    return search_retrace(s, path, NULL, NULL) == SEARCH_ENDS && fails(b);
}

/* --- fewer deviations (MIN-2) -------------------------------------------------- */

struct deviation {
    size_t step;
    struct label l;
};

struct deviations {
    VEC(struct deviation) d;
};

struct noting {
    struct deviations *to;
    bool ok;
};

/* Is offer i another than the default policy would take? */
static void
note_deviation(void *ctx, struct search *s, size_t i)
{
    struct noting *nt = ctx;
    size_t first = s->looked;

    if (act_default(&s->of, first, s->of.trans.n - first, &s->last) == i)
        return;
    if (!vec_room(&nt->to->d, 1)) {
        nt->ok = false;
        return;
    }
    nt->to->d.at[nt->to->d.n++] =
        (struct deviation){ s->path.n, label_of(&s->of.trans.at[i]) };
}

static bool
deviations_of(struct best *b, const struct labels *path,
              struct deviations *to)
{
    struct noting nt = { to, true };

    to->d.n = 0;
    return search_retrace(b->s, path, note_deviation, &nt) == SEARCH_ENDS &&
           nt.ok;
}

/* Run the default policy with all deviations but from .. to; one that is not
 * offered at its step is passed over. */
static bool
fails_without(struct best *b, const struct deviations *ds, size_t from,
              size_t to)
{
    struct search *s = b->s;
    enum search_end end;
    size_t at = 0;

    b->tries++;
    search_begin_run(s);
    for (;;) {
        size_t first = s->of.trans.n, i = SIZE_MAX;

        end = search_look(s, false);
        if (end != SEARCH_GOES_ON)
            break;
        while (at < ds->d.n && ds->d.at[at].step < s->path.n)
            at++;
        if (at < ds->d.n && ds->d.at[at].step == s->path.n &&
            (at < from || at >= to))
            i = label_find(&s->of, first, &ds->d.at[at].l);
        if (i == SIZE_MAX)
            i = act_default(&s->of, first, s->of.trans.n - first, &s->last);
        step(s, first, i);
    }
    return end == SEARCH_ENDS && fails(b);
}

static void
cut_out(struct deviations *ds, size_t from, size_t to)
{
    memmove(ds->d.at + from, ds->d.at + to,
            (ds->d.n - to) * sizeof *ds->d.at);
    ds->d.n -= to - from;
}

/* Leave out ever smaller chunks. */
static void
reduce(struct best *b, struct deviations *ds)
{
    size_t size = (ds->d.n + 1) / 2, from;

    while (size > 0) {
        bool any = false;

        for (from = 0; from < ds->d.n && b->tries < TRIES;) {
            size_t to = from + size < ds->d.n ? from + size : ds->d.n;

            if (fails_without(b, ds, from, to)) {
                cut_out(ds, from, to);
                any = true;
            } else {
                from = to;
            }
        }
        if (size == 1 && !any)
            break;
        size = size > 1 ? (size + 1) / 2 : any ? 1 : 0;
        if (b->tries >= TRIES)
            break;
    }
}

void
minimise(struct search *s, uint64_t sig, struct labels *path)
{
    struct best b = { .s = s, .sig = sig };
    struct deviations ds = { 0 };
    struct labels found = { 0 };

    if (!try_path(&b, path)) {
        vec_free(&b.path.l);
        return;
    }
    if (deviations_of(&b, &b.path, &ds))
        reduce(&b, &ds);
    if (b.path.l.n > 0 && vec_room(&found.l, b.path.l.n)) {
        memcpy(found.l.at, b.path.l.at, b.path.l.n * sizeof *found.l.at);
        found.l.n = b.path.l.n;
        try_path(&b, &found);
    }
    vec_free(&found.l);
    vec_free(&ds.d);
    vec_free(&path->l);
    *path = b.path;
}
