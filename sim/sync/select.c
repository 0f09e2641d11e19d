/*
 * select.c - one operation of several (SEL-4..12).
 *
 * Go visits the cases in a random order and takes the first that is ready.
 * Choosing uniformly among the ready ones is the same distribution with one
 * draw, and is the choice a student can be asked for: which ready case.
 */
#include "sync/chan.h"

/* A G may not meet itself (SEL-13): it is not parked while it polls, so a
 * waiting peer is always another. */
static bool
ready(struct world *w, const struct scase *sc)
{
    struct hchan *c = sc->c;

    if (c == NULL || c->nil)
        return false;
    if (sc->sends)
        return c->closed || c->recvq.first != NULL || c->count < c->cap;
    if (c->timer != NULL)
        chan_timer_poll(w, c);
    return c->sendq.first != NULL || c->count > 0 || c->closed;
}

/* The index of a ready case, chosen uniformly; -1 none is. */
static int
choose_ready(struct world *w, const struct scase *sc, int n)
{
    uint16_t at[64]; /* the first ready ones */
    int i, nready = 0, k;

    for (i = 0; i < n; i++) {
        if (!ready(w, &sc[i]))
            continue;
        if (nready < 64)
            at[nready] = (uint16_t)i;
        nready++;
    }
    if (nready == 0)
        return -1;
    k = (int)choose(w, CHOOSE_SELECT, (uint32_t)nready);
    if (k < 64)
        return at[k];
    for (i = at[63] + 1, k -= 64; k > 0 || !ready(w, &sc[i]); i++)
        k -= ready(w, &sc[i]);
    return i;
}

enum chan_act
select_try(struct world *w, struct g *gp, struct scase *sc, int n, int *which,
           struct chan_move *mv)
{
    int i = choose_ready(w, sc, n);

    if (i < 0)
        return CHAN_BUSY;
    *which = i;
    sched_event(w, EV_SELECT, sc[i].c->o.id, i + 1);
    return sc[i].sends ? chan_send(w, sc[i].c, gp, sc[i].elem, false, mv)
                       : chan_recv(w, sc[i].c, gp, false, mv);
}

static bool
make_room(struct world *w, struct g *gp, int n)
{
    struct sudog *sel;

    if (n <= gp->selcap)
        return true;
    sel = heap_realloc(w, gp->sel, sizeof *sel * gp->selcap,
                       sizeof *sel * (size_t)n);
    if (sel == NULL)
        return false;
    gp->sel = sel;
    gp->selcap = (uint16_t)n;
    return true;
}

enum { MIXED = 64 }; /* of so many at most: a select can have very many */

/*
 * sg stands last in its queue. If more cases of its G stand just before it,
 * they wait for the same, and any of them may be first: Go leaves the order of
 * cases on one channel to chance, too. What tells them apart changes places.
 */
static void
mix(struct world *w, struct sudog *sg)
{
    struct sudog *other = sg;
    uint32_t n = 1;

    for (; other->prev != NULL && other->prev->g == sg->g && n < MIXED; n++)
        other = other->prev;
    if (n == 1)
        return;
    other = sg;
    for (uint32_t back = choose(w, CHOOSE_SELECT, n); back > 0; back--)
        other = other->prev;
    struct sudog was = *other;
    other->elem = sg->elem;
    other->case_no = sg->case_no;
    sg->elem = was.elem;
    sg->case_no = was.case_no;
}

bool
select_park(struct world *w, struct g *gp, const struct scase *sc, int n)
{
    int i;

    if (!make_room(w, gp, n))
        return false;
    for (i = 0; i < n; i++) {
        struct sudog *sg = &gp->sel[gp->nsel];

        if (sc[i].c == NULL || sc[i].c->nil)
            continue;
        sg->g = gp;
        sg->elem = sc[i].elem;
        sg->case_no = (uint16_t)(i + 1);
        sg->sends = sc[i].sends;
        gp->nsel++;
        chan_enqueue(w, sc[i].c, sg);
        mix(w, sg);
    }
    g_park(w, gp, n == 0 ? WAIT_SELECT_NONE : WAIT_SELECT, NULL);
    return true;
}
