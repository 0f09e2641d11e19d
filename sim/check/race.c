/*
 * race.c - happens-before, as RACE-3 has it, and FastTrack on top.
 *
 * A lock that has been asked for is taken over at the latest before what its
 * goroutine does next, so that it does not matter whether the goroutine had to
 * wait for it.
 */
#include "check/race.h"

#include "check/clock.h"
#include "check/index.h"

enum thing { A_GOROUTINE, A_PLACE, A_LOCATION };

/* --- state ---------------------------------------------------------------- */

/* A goroutine; its number is also its entry in clocks. */
struct actor {
    clock_id knows;
    bool due;      /* it takes over what is at, before it does more */
    uint32_t object;
    int64_t value; /* at HEARD_AT_LOCK what writers leave, and readers too */
    bool writer;
    bool apart;    /* what it takes over does not count: it will know */
    clock_id kept; /* this, and of itself; 0 none yet */
};

/* An access: entry g of its clock was clock; 0 none. */
struct epoch {
    uint32_t clock, g;
    size_t note;
};

/* Reads that do not know of each other: entry g of both is of goroutine g. */
struct reads {
    clock_id clock, note;
};

enum { ONE = -1 };

struct location {
    struct epoch w, r;
    ptrdiff_t many; /* its reads, if they are more than r; ONE */
    bool found;     /* a race; later ones may follow from it */
};

struct race {
    struct index index;
    struct clocks clocks;
    VEC(struct actor) actor; /* 0 is nobody: what fires timers */
    VEC(struct location) loc;
    VEC(struct reads) reads;
    VEC(struct race_found) found;
    bool no_memory;
};

struct race *
race_new(void)
{
    return calloc(1, sizeof(struct race));
}

void
race_free(struct race *r)
{
    if (r == NULL)
        return;
    index_free(&r->index);
    clocks_free(&r->clocks);
    vec_free(&r->actor);
    vec_free(&r->loc);
    vec_free(&r->reads);
    vec_free(&r->found);
    free(r);
}

static void
clear(struct race *r)
{
    index_clear(&r->index);
    r->clocks.used = 0;
    r->clocks.no_memory = r->no_memory = false;
    r->actor.n = r->loc.n = r->reads.n = r->found.n = 0;
    if (!vec_room(&r->actor, 1)) {
        r->no_memory = true;
        return;
    }
    r->actor.at[r->actor.n++] =
        (struct actor){ .knows = clock_new(&r->clocks) };
    r->no_memory = r->clocks.no_memory;
}

/* --- clocks (RACE-2) ------------------------------------------------------ */

enum { NOBODY = 0 };

/* Where goroutine g is in actor; a new one knows of itself. */
static uint32_t
actor_of(struct race *r, uint32_t g)
{
    bool made = false;
    struct entry *e;

    if (g == 0)
        return NOBODY;
    e = index_find(&r->index, A_GOROUTINE, g, 0, &made);
    if (e == NULL || (made && !vec_room(&r->actor, 1))) {
        r->no_memory = true;
        return NOBODY;
    }
    if (made) {
        e->number = (uint32_t)r->actor.n;
        r->actor.at[r->actor.n++] =
            (struct actor){ .knows = clock_new(&r->clocks) };
        clock_set(&r->clocks, r->actor.at[e->number].knows, e->number, 1);
    }
    return e->number;
}

static clock_id
knows(const struct race *r, uint32_t a)
{
    return r->actor.at[a].knows;
}

static clock_id
place_of(struct race *r, uint32_t object, int64_t value)
{
    bool made = false;
    struct entry *e = index_find(&r->index, A_PLACE, object, value, &made);

    if (e == NULL) {
        r->no_memory = true;
        return knows(r, NOBODY);
    }
    if (made)
        e->number = clock_new(&r->clocks);
    return e->number;
}

static void
tick(struct race *r, uint32_t a)
{
    clock_id c = knows(r, a);

    if (a != NOBODY)
        clock_set(&r->clocks, c, a, clock_get(&r->clocks, c, a) + 1);
}

static void
acquire(struct race *r, uint32_t a, uint32_t object, int64_t value)
{
    clock_join(&r->clocks, knows(r, a), place_of(r, object, value));
}

static void
release(struct race *r, uint32_t a, uint32_t object, int64_t value)
{
    clock_copy(&r->clocks, place_of(r, object, value), knows(r, a));
    tick(r, a);
}

static void
merge(struct race *r, uint32_t a, uint32_t object, int64_t value)
{
    clock_join(&r->clocks, place_of(r, object, value), knows(r, a));
    tick(r, a);
}

/* Through slot i of a channel: who sends leaves there what it knows, and takes
 * what the receiver left that made the slot free; and the other way round. */
static void
exchange(struct race *r, uint32_t a, uint32_t object, int64_t i)
{
    clock_id slot = place_of(r, object, i), was = clock_new(&r->clocks);

    clock_copy(&r->clocks, was, slot);
    clock_copy(&r->clocks, slot, knows(r, a));
    clock_join(&r->clocks, knows(r, a), was);
    tick(r, a);
    r->clocks.used--; /* was */
}

/* Two meet. */
static void
meet(struct race *r, uint32_t a, uint32_t b)
{
    clock_join(&r->clocks, knows(r, a), knows(r, b));
    clock_copy(&r->clocks, knows(r, b), knows(r, a));
    tick(r, a);
    tick(r, b);
}

/* What a has asked for it has by now. */
static void
settle(struct race *r, uint32_t a)
{
    struct actor *ac = &r->actor.at[a];

    if (!ac->due)
        return;
    ac->due = false;
    acquire(r, a, ac->object, ac->value);
    if (ac->writer)
        acquire(r, a, ac->object, HEARD_AT_READERS);
}

static void
comes(struct race *r, uint32_t a, uint32_t object, int64_t value, bool writer)
{
    struct actor *ac = &r->actor.at[a];

    ac->due = true;
    ac->object = object;
    ac->value = value;
    ac->writer = writer;
}

/* a will forget what it takes over from now on. */
static void
set_apart(struct race *r, uint32_t a)
{
    if (r->actor.at[a].kept == 0)
        r->actor.at[a].kept = clock_new(&r->clocks);
    clock_copy(&r->clocks, r->actor.at[a].kept, knows(r, a));
    r->actor.at[a].apart = true;
}

static void
come_back(struct race *r, uint32_t a)
{
    struct actor *ac = &r->actor.at[a];
    uint32_t own = clock_get(&r->clocks, ac->knows, a);

    if (!ac->apart)
        return;
    ac->apart = false;
    clock_copy(&r->clocks, ac->knows, ac->kept);
    clock_set(&r->clocks, ac->knows, a, own);
}

/* --- accesses (FT-1..3) --------------------------------------------------- */

static struct location *
location_of(struct race *r, uint32_t object, int64_t part)
{
    bool made = false;
    struct entry *e = index_find(&r->index, A_LOCATION, object, part, &made);

    if (e == NULL || (made && !vec_room(&r->loc, 1))) {
        r->no_memory = true;
        return NULL;
    }
    if (made) {
        e->number = (uint32_t)r->loc.n;
        r->loc.at[r->loc.n++] = (struct location){ .many = ONE };
    }
    return &r->loc.at[e->number];
}

static void
report(struct race *r, struct location *l, struct race_found f)
{
    l->found = true;
    if (vec_room(&r->found, 1))
        r->found.at[r->found.n++] = f;
    else
        r->no_memory = true;
}

/* Does c know of e? */
static bool
is_known(const struct race *r, const struct epoch *e, clock_id c)
{
    return e->clock == 0 || e->clock <= clock_get(&r->clocks, c, e->g);
}

/* Does c know of all reads? *note: of one that it does not. */
static bool
reads_known(const struct race *r, const struct location *l, clock_id c,
            size_t *note)
{
    const struct reads *rs;
    const struct clock *k;

    if (l->many == ONE) {
        *note = l->r.note;
        return is_known(r, &l->r, c);
    }
    rs = &r->reads.at[l->many];
    k = &r->clocks.at[rs->clock];
    for (uint32_t g = 0; g < k->n; g++)
        if (k->at[g] > clock_get(&r->clocks, c, g)) {
            *note = clock_get(&r->clocks, rs->note, g);
            return false;
        }
    return true;
}

static void
keep_among(struct race *r, const struct location *l, const struct epoch *e)
{
    const struct reads *rs = &r->reads.at[l->many];

    clock_set(&r->clocks, rs->clock, e->g, e->clock);
    clock_set(&r->clocks, rs->note, e->g, (uint32_t)e->note);
}

/* Neither of the two reads knows of the other. */
static void
keep_both(struct race *r, struct location *l, const struct epoch *e)
{
    if (!vec_room(&r->reads, 1)) {
        r->no_memory = true;
        return;
    }
    l->many = (ptrdiff_t)r->reads.n++;
    r->reads.at[l->many].clock = clock_new(&r->clocks);
    r->reads.at[l->many].note = clock_new(&r->clocks);
    keep_among(r, l, &l->r);
    keep_among(r, l, e);
}

static void
keep_read(struct race *r, struct location *l, const struct epoch *e,
          clock_id c)
{
    if (l->many != ONE)
        keep_among(r, l, e);
    else if (is_known(r, &l->r, c))
        l->r = *e;
    else
        keep_both(r, l, e);
}

static void
on_read(struct race *r, uint32_t a, uint32_t object, int64_t part, size_t note)
{
    struct location *l = location_of(r, object, part);
    clock_id c = knows(r, a);
    struct epoch e = { clock_get(&r->clocks, c, a), a, note };

    if (l == NULL || l->found ||
        (l->many == ONE && l->r.g == a && l->r.clock == e.clock))
        return;
    if (!is_known(r, &l->w, c))
        report(r, l, (struct race_found){ object, part, l->w.note, note,
                                          true, false });
    keep_read(r, l, &e, c);
}

static void
on_write(struct race *r, uint32_t a, uint32_t object, int64_t part, size_t note)
{
    struct location *l = location_of(r, object, part);
    clock_id c = knows(r, a);
    struct epoch e = { clock_get(&r->clocks, c, a), a, note };
    size_t of;

    if (l == NULL || l->found || (l->w.g == a && l->w.clock == e.clock))
        return;
    if (!is_known(r, &l->w, c))
        report(r, l, (struct race_found){ object, part, l->w.note, note,
                                          true, true });
    else if (!reads_known(r, l, c, &of))
        report(r, l, (struct race_found){ object, part, of, note, false,
                                          true });
    l->w = e;
    if (l->many != ONE) {
        l->many = ONE;
        l->r = (struct epoch){ 0 };
    }
}

/* Add from 0 and Wait race with each other, not with their like: each is kept
 * as the reads of a location of its own. */
static void
use_group(struct race *r, uint32_t a, uint32_t object, bool adds, size_t note)
{
    const struct location *other =
        location_of(r, object, adds ? RACE_GROUP - 1 : RACE_GROUP);
    struct location *l;
    size_t of = 0;
    bool known = other == NULL || reads_known(r, other, knows(r, a), &of);

    on_read(r, a, object, adds ? RACE_GROUP : RACE_GROUP - 1, note);
    l = location_of(r, object, RACE_GROUP);
    if (!known && l != NULL && !l->found)
        report(r, l, (struct race_found){ object, RACE_GROUP, of, note, adds,
                                          !adds });
}

/* --- one note (RACE-3) ---------------------------------------------------- */

/* b begins here, or goes on: a has made it, or made it ready. */
static void
on_go(struct race *r, uint32_t a, uint32_t b)
{
    clock_join(&r->clocks, knows(r, b), knows(r, a));
    tick(r, a);
}

static bool
is_slot(int64_t value)
{
    return value >= 0 && value < INT64_MAX - 1;
}

static void
on_send(struct race *r, uint32_t a, const struct race_note *n, size_t note)
{
    on_read(r, a, n->object, RACE_HEADER, note);
    if (is_slot(n->value))
        exchange(r, a, n->object, n->value);
    else if (n->value < 0)
        meet(r, a, actor_of(r, (uint32_t)-n->value));
}

static void
on_recv(struct race *r, uint32_t a, const struct race_note *n)
{
    if (is_slot(n->value))
        exchange(r, a, n->object, n->value);
    else if (n->value < 0)
        meet(r, a, actor_of(r, (uint32_t)-n->value));
    else if (n->value == INT64_MAX - 1)
        acquire(r, a, n->object, HEARD_AT_CLOSE);
}

static void
on_unlock(struct race *r, uint32_t a, const struct race_note *n)
{
    if (n->value == 1)
        merge(r, a, n->object, HEARD_AT_READERS);
    else
        release(r, a, n->object, HEARD_AT_LOCK);
}

static void
on_atomic(struct race *r, uint32_t a, const struct race_note *n)
{
    if (n->value != 1)
        acquire(r, a, n->object, HEARD_AT_LOCK);
    if (n->value != 0)
        release(r, a, n->object, HEARD_AT_LOCK);
}

static void
on_wait(struct race *r, uint32_t a, const struct race_note *n, size_t note)
{
    if (n->value == 0)
        acquire(r, a, n->object, HEARD_AT_GROUP);
    else
        comes(r, a, n->object, HEARD_AT_GROUP, false);
    use_group(r, a, n->object, false, note);
}

/* The clock, which is nobody, does it; or the timer fires when somebody looks
 * at its channel. */
static void
on_timer(struct race *r, const struct race_note *n)
{
    clock_id set = n->object != 0
                       ? place_of(r, n->object, HEARD_AT_TIMER)
                       : clock_new(&r->clocks);

    if (n->g == 0)
        clock_copy(&r->clocks, knows(r, NOBODY), set);
    if (n->object != 0)
        clock_copy(&r->clocks, place_of(r, n->object, 0), set);
}

/* What the clock does. */
static void
on_nobody(struct race *r, const struct race_note *n)
{
    switch (n->kind) {
    case EV_GO:
    case EV_READY:
        on_go(r, NOBODY, actor_of(r, (uint32_t)n->value));
        break;
    case EV_TIMER:
        on_timer(r, n);
        break;
    case HEARD_FIRES:
        clock_copy(&r->clocks, knows(r, NOBODY),
                   place_of(r, n->object, n->value));
        break;
    default:
        break;
    }
}

static void
on_access(struct race *r, uint32_t a, const struct race_note *n, size_t note)
{
    switch (n->kind) {
    case EV_CELL_READ:
        on_read(r, a, n->object, n->value, note);
        break;
    case EV_CELL_WRITE:
    case HEARD_SHAPE:
        on_write(r, a, n->object, n->value, note);
        break;
    case HEARD_SEND:
        on_read(r, a, n->object, RACE_HEADER, note);
        break;
    case EV_CLOSE:
        on_write(r, a, n->object, RACE_HEADER, note);
        release(r, a, n->object, HEARD_AT_CLOSE);
        break;
    case HEARD_ADD:
        use_group(r, a, n->object, true, note);
        break;
    case HEARD_WAIT:
        on_wait(r, a, n, note);
        break;
    default:
        break;
    }
}

static void
on_order(struct race *r, uint32_t a, const struct race_note *n, size_t note)
{
    switch (n->kind) {
    case EV_GO:
    case EV_READY:
        on_go(r, a, actor_of(r, (uint32_t)n->value));
        break;
    case EV_SEND:
        on_send(r, a, n, note);
        break;
    case EV_RECV:
        on_recv(r, a, n);
        break;
    case EV_LOCK:
        comes(r, a, n->object, HEARD_AT_LOCK, n->value % 2 == 0);
        break;
    case EV_UNLOCK:
        on_unlock(r, a, n);
        break;
    case EV_ATOMIC:
        on_atomic(r, a, n);
        break;
    case EV_TIMER:
        on_timer(r, n);
        break;
    case HEARD_ACQUIRE:
        acquire(r, a, n->object, n->value);
        break;
    case HEARD_COMES:
        comes(r, a, n->object, n->value, false);
        break;
    case HEARD_RELEASE:
        release(r, a, n->object, n->value);
        break;
    case HEARD_MERGE:
        merge(r, a, n->object, n->value);
        break;
    case HEARD_DONE:
        merge(r, a, n->object, HEARD_AT_GROUP);
        break;
    case HEARD_APART:
        set_apart(r, a);
        break;
    case HEARD_BACK:
        come_back(r, a);
        break;
    default:
        on_access(r, a, n, note);
        break;
    }
}

enum { WANTED = 1, BEGINS = 2 };
static const uint8_t use[HEARD_END] = {
    [EV_GO] = WANTED, [EV_READY] = WANTED, [EV_SEND] = WANTED,
    [EV_RECV] = WANTED, [EV_LOCK] = WANTED, [EV_UNLOCK] = WANTED,
    [EV_ATOMIC] = WANTED, [EV_TIMER] = WANTED, [EV_CELL_READ] = WANTED,
    [EV_CELL_WRITE] = WANTED | BEGINS, [EV_CLOSE] = WANTED | BEGINS,
    [EV_G_EXIT] = WANTED,
    [HEARD_ACQUIRE] = WANTED, [HEARD_COMES] = WANTED,
    [HEARD_RELEASE] = WANTED, [HEARD_MERGE] = WANTED,
    [HEARD_FIRES] = WANTED, [HEARD_SEND] = WANTED,
    [HEARD_SHAPE] = WANTED | BEGINS, [HEARD_ADD] = WANTED | BEGINS,
    [HEARD_DONE] = WANTED, [HEARD_WAIT] = WANTED,
    [HEARD_APART] = WANTED, [HEARD_BACK] = WANTED,
};

bool
race_wants(unsigned kind)
{
    return kind < HEARD_END && (use[kind] & WANTED) != 0;
}

bool
race_may_begin(unsigned kind)
{
    return kind < HEARD_END && (use[kind] & BEGINS) != 0;
}

const struct race_found *
race_run(struct race *r, const struct race_note *notes, size_t nnote,
         size_t *n)
{
    static const struct race_found none;

    clear(r);
    for (size_t i = 0; i < nnote && !r->no_memory; i++) {
        const struct race_note *at = &notes[i];
        uint32_t a;

        if (at->g == 0) {
            on_nobody(r, at);
            continue;
        }
        a = actor_of(r, at->g);
        settle(r, a);
        on_order(r, a, at, i);
    }
    *n = r->found.n;
    if (r->no_memory || r->clocks.no_memory)
        return NULL;
    return r->found.at != NULL ? r->found.at : &none;
}
