#include "timeline.h"

#include <stdlib.h>
#include <string.h>

enum { TL_MAX = 1 << 18, NONE = 0xff };

static bool
grow(void **p, uint32_t *room, uint32_t need, size_t size)
{
    uint32_t n = *room == 0 ? 64 : *room;
    void *q;

    if (need <= *room)
        return true;
    while (n < need)
        n *= 2;
    if ((q = realloc(*p, n * size)) == NULL)
        return false;
    memset((char *)q + *room * size, 0, (n - *room) * size);
    *p = q;
    *room = n;
    return true;
}

/* --- lanes ------------------------------------------------------------- */

static struct tl_lane *
lane(struct tl_lane **lanes, uint32_t *n, uint32_t *room, int32_t id)
{
    if (id < 0 || !grow((void **)lanes, room, (uint32_t)id + 1, sizeof **lanes))
        return NULL;
    if (*n < (uint32_t)id + 1)
        *n = (uint32_t)id + 1;
    return &(*lanes)[id];
}

static void
lane_end(struct tl_lane *l, int64_t t)
{
    if (l != NULL && l->n > 0 && l->seg[l->n - 1].t1 < 0)
        l->seg[l->n - 1].t1 = t;
}

static void
lane_begin(struct tl_lane *l, int64_t t, uint32_t g)
{
    if (l == NULL ||
        !grow((void **)&l->seg, &l->room, l->n + 1, sizeof *l->seg))
        return;
    lane_end(l, t);
    l->seg[l->n++] = (struct tl_seg){ t, -1, g };
}

/* g leaves whichever lane of these it is open on; false: it is on none. */
static bool
lanes_leave(struct tl_lane *lanes, uint32_t n, int64_t t, uint32_t g)
{
    for (uint32_t i = 0; i < n; i++) {
        struct tl_lane *l = &lanes[i];
        if (l->n > 0 && l->seg[l->n - 1].g == g && l->seg[l->n - 1].t1 < 0) {
            l->seg[l->n - 1].t1 = t;
            return true;
        }
    }
    return false;
}

/* --- changes of state -------------------------------------------------- */

static void
count_change(struct timeline *tl, int64_t t, int from, int to, int buffered)
{
    struct tl_count c = { .t = t };

    if (tl->ncount > 0)
        c = tl->count[tl->ncount - 1];
    t = t > c.t ? t : c.t;
    c.t = t;
    if (from != NONE)
        c.state[from]--;
    if (to != NONE)
        c.state[to]++;
    c.buffered += buffered;
    if (tl->ncount > 0 && tl->count[tl->ncount - 1].t == t) {
        tl->count[tl->ncount - 1] = c;
        return;
    }
    if (grow((void **)&tl->count, &tl->count_room, tl->ncount + 1,
             sizeof *tl->count))
        tl->count[tl->ncount++] = c;
}

static void
change(struct timeline *tl, int64_t t, uint32_t g, enum vstate s, int reason)
{
    uint32_t prev;
    int from;

    if (g == 0 ||
        !grow((void **)&tl->last, &tl->last_room, g + 1, sizeof *tl->last) ||
        !grow((void **)&tl->change, &tl->change_room, tl->nchange + 1,
              sizeof *tl->change))
        return;
    if (tl->nlast < g + 1)
        tl->nlast = g + 1;
    prev = tl->last[g];
    from = prev == 0 ? NONE : tl->change[prev - 1].state;
    tl->change[tl->nchange++] =
        (struct tl_change){ t, g, prev, (uint8_t)s, (uint8_t)reason };
    tl->last[g] = tl->nchange;
    count_change(tl, t, from, s, 0);
}

/* The actor of e runs no more. What began before the log did is known from
 * where the log begins. */
static void
stop_running(struct timeline *tl, const struct tl_event *e)
{
    struct tl_lane *l;

    if (lanes_leave(tl->p, tl->np, e->t, e->g) || tl->first == 0)
        return;
    l = lane(&tl->p, &tl->np, &tl->p_room, e->p);
    if (l == NULL || l->n > 0)
        return;
    lane_begin(l, tl->ev[0].t, e->g);
    lane_end(l, e->t);
}

static void
park(struct timeline *tl, const struct tl_event *e)
{
    stop_running(tl, e);
    change(tl, e->t, e->g, e->value == WAIT_SLEEP ? VS_SLEEPING : VS_WAITING,
           (int)e->value);
}

/* Did a send fill a slot, a receive empty one? (Handed over: value < 0.) */
static bool
in_slot(const struct tl_event *e)
{
    return e->value >= 0 && e->value < INT64_MAX - 1;
}

/* What an event changes here; most change nothing. */
enum effect {
    NO_EFFECT,
    READIES,   /* goroutine value */
    STARTS,    /* g runs on p */
    PARKS,     /* g */
    GIVES_WAY, /* g, still ready */
    ENDS,      /* g */
    ENTERS,    /* g a system call on m */
    RETURNS,   /* g from it */
    LEAKS,     /* g */
    FILLS,     /* a slot */
    EMPTIES,   /* one */
};

static const uint8_t effect_row[EV_NKIND] = {
    [EV_GO] = READIES,  [EV_READY] = READIES,   [EV_G_START] = STARTS,
    [EV_PARK] = PARKS,  [EV_YIELD] = GIVES_WAY, [EV_PREEMPT] = GIVES_WAY,
    [EV_G_EXIT] = ENDS, [EV_SYSCALL] = ENTERS,  [EV_SYSRET] = RETURNS,
    [EV_LEAK] = LEAKS,  [EV_SEND] = FILLS,      [EV_RECV] = EMPTIES,
};

static void
take(struct timeline *tl, const struct tl_event *e)
{
    switch ((enum effect)effect_row[e->kind]) {
    case NO_EFFECT:
        break;
    case READIES:
        change(tl, e->t, (uint32_t)e->value, VS_RUNNABLE, 0);
        break;
    case STARTS:
        lane_begin(lane(&tl->p, &tl->np, &tl->p_room, e->p), e->t, e->g);
        change(tl, e->t, e->g, VS_RUNNING, 0);
        break;
    case PARKS:
        park(tl, e);
        break;
    case GIVES_WAY:
        stop_running(tl, e);
        change(tl, e->t, e->g, VS_RUNNABLE, 0);
        break;
    case ENDS:
        stop_running(tl, e);
        change(tl, e->t, e->g, VS_DONE, 0);
        break;
    case ENTERS:
        stop_running(tl, e);
        lane_begin(lane(&tl->m, &tl->nm, &tl->m_room, e->m), e->t, e->g);
        change(tl, e->t, e->g, VS_SYSCALL, 0);
        break;
    case RETURNS:
        lanes_leave(tl->m, tl->nm, e->t, e->g);
        change(tl, e->t, e->g, VS_RUNNABLE, 0);
        break;
    case LEAKS:
        change(tl, e->t, e->g, VS_BAD, 0);
        break;
    case FILLS:
    case EMPTIES:
        if (in_slot(e))
            count_change(tl, e->t, NONE, NONE, e->kind == EV_SEND ? 1 : -1);
        break;
    }
}

/* --- the log ----------------------------------------------------------- */

/* Forget lanes, changes and counts; events stay. */
static void
forget(struct timeline *tl)
{
    for (uint32_t i = 0; i < tl->np; i++)
        tl->p[i].n = 0;
    for (uint32_t i = 0; i < tl->nm; i++)
        tl->m[i].n = 0;
    if (tl->nlast > 0)
        memset(tl->last, 0, tl->nlast * sizeof *tl->last);
    tl->np = tl->nm = tl->nchange = tl->ncount = tl->nlast = 0;
}

static void
rebuild(struct timeline *tl)
{
    forget(tl);
    if (tl->first == 0)
        change(tl, 0, 1, VS_RUNNABLE, 0);
    for (uint32_t i = 0; i < tl->nev; i++)
        take(tl, &tl->ev[i]);
}

void
timeline_clear(struct timeline *tl)
{
    tl->nev = tl->now = 0;
    tl->first = 0;
    forget(tl);
    tl->version++;
}

static void
pack(const struct timeline *tl, struct tl_event *out,
     const struct gopark_event *e)
{
    int64_t before = tl->now > 0 ? tl->ev[tl->now - 1].upto : e->t;

    memset(out, 0, sizeof *out);
    out->step = e->step;
    out->t = e->t;
    out->upto = e->t > before ? e->t : before;
    out->value = e->value;
    out->g = e->g;
    out->object = e->object;
    out->m = e->m;
    out->p = e->p;
    out->kind = (uint8_t)e->kind;
}

/* Drop the older half when there is no more room. */
static void
make_room(struct timeline *tl)
{
    uint32_t half = tl->nev / 2;

    if (tl->nev < TL_MAX)
        return;
    memmove(tl->ev, tl->ev + half, (tl->nev - half) * sizeof *tl->ev);
    tl->nev -= half;
    tl->now -= half;
    tl->first += half;
    rebuild(tl);
}

/* One more event has happened: the one foreseen, or another. */
static void
happened(struct timeline *tl, const struct gopark_event *e)
{
    struct tl_event ev;

    pack(tl, &ev, e);
    if (tl->now < tl->nev) {
        if (memcmp(&ev, &tl->ev[tl->now], sizeof ev) == 0) {
            tl->now++;
            return;
        }
        tl->nev = tl->now;
        rebuild(tl);
    }
    make_room(tl);
    if (!grow((void **)&tl->ev, &tl->ev_room, tl->nev + 1, sizeof *tl->ev))
        return;
    if (tl->nev == 0)
        rebuild(tl);
    tl->ev[tl->nev++] = ev;
    tl->now = tl->nev;
    take(tl, &ev);
}

bool
timeline_feed(struct timeline *tl, const struct world *w)
{
    uint64_t first, count, at;

    world_log_range(w, &first, &count);
    at = tl->first + tl->now;
    if (at == first + count && tl->nev > 0)
        return false;
    if (at < first) { /* the log has dropped some we have not seen */
        timeline_clear(tl);
        tl->first = at = first;
    } else if (at > first + count) { /* it went back */
        if (first + count < tl->first) {
            timeline_clear(tl);
            tl->first = at = first;
        } else {
            tl->now = (uint32_t)(first + count - tl->first);
            at = first + count;
        }
    }
    for (; at < first + count; at++)
        happened(tl, world_log_at(w, at));
    tl->version++;
    return true;
}

void
timeline_fini(struct timeline *tl)
{
    for (uint32_t i = 0; i < tl->p_room; i++)
        free(tl->p[i].seg);
    for (uint32_t i = 0; i < tl->m_room; i++)
        free(tl->m[i].seg);
    free(tl->p);
    free(tl->m);
    free(tl->ev);
    free(tl->change);
    free(tl->last);
    free(tl->count);
    memset(tl, 0, sizeof *tl);
}
