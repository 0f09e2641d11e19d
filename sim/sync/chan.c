/*
 * chan.c - channels and the Gs parked on them.
 *
 * The channel decides, the Lua layer moves the value: chan_send answers
 * "slot 2", "hand to G7", "park" or "closed". lesson: handoff
 * Rejected: store every value, then ready the receiver. Another G could take
 * it first, and the readied G would park again, out of FIFO order.
 *
 * A timer channel has one slot, which does not show, and a timer that stands
 * in a heap only while somebody waits; else the timer fires when somebody
 * looks (TM-6).
 */
#include "sync/chan.h"

#include <assert.h>
#include <string.h>

void
chan_init(struct world *w, struct hchan *c, int cap)
{
    memset(c, 0, sizeof *c);
    obj_init(w, &c->o, OBJ_CHAN);
    c->cap = cap;
}

/* --- wait queues ------------------------------------------------------- */

void
chan_enqueue(struct world *w, struct hchan *c, struct sudog *sg)
{
    struct waitq *q = sg->sends ? &c->sendq : &c->recvq;

    sg->c = c;
    sg->next = NULL;
    sg->prev = q->last;
    if (q->last != NULL)
        q->last->next = sg;
    else
        q->first = sg;
    q->last = sg;
    if (!sg->sends && c->timer != NULL)
        chan_timer_watch(w, c);
}

static void
dequeue(struct sudog *sg)
{
    struct waitq *q = sg->sends ? &sg->c->sendq : &sg->c->recvq;

    if (sg->prev != NULL)
        sg->prev->next = sg->next;
    else
        q->first = sg->next;
    if (sg->next != NULL)
        sg->next->prev = sg->prev;
    else
        q->last = sg->prev;
    sg->c = NULL;
}

static void
unwatch(struct world *w, struct hchan *c)
{
    if (c->timer != NULL && c->recvq.first == NULL)
        timer_disarm(w, c->timer);
}

static void
leave(struct world *w, struct sudog *sg)
{
    struct hchan *c = sg->c;

    if (c == NULL)
        return;
    dequeue(sg);
    if (c->timer != NULL)
        unwatch(w, c);
}

void
chan_unqueue(struct world *w, struct g *gp)
{
    int i;

    leave(w, &gp->wait);
    for (i = 0; i < gp->nsel; i++)
        leave(w, &gp->sel[i]);
    gp->nsel = 0;
}

/* The waiter's operation is done by its partner, or by close: it leaves all
 * queues at once (SEL-11, SEL-12) and becomes runnable. */
static void
complete(struct world *w, struct sudog *sg, bool success)
{
    struct g *gp = sg->g;

    gp->fired = sg->case_no;
    gp->success = success;
    if (sg == &gp->wait)
        leave(w, sg);
    else
        chan_unqueue(w, gp);
    g_ready(w, gp);
}

static void
park_on(struct world *w, struct hchan *c, struct g *gp, int elem, bool sends)
{
    struct sudog *sg = &gp->wait;

    sg->g = gp;
    sg->elem = elem;
    sg->case_no = 0;
    sg->sends = sends;
    chan_enqueue(w, c, sg);
    g_park(w, gp, sends ? WAIT_CHAN_SEND : WAIT_CHAN_RECV, c);
}

/* --- timer channels ---------------------------------------------------- */

void
chan_timer_watch(struct world *w, struct hchan *c)
{
    struct timer *t = c->timer;

    if (t->pos == 0 && t->when > 0 && !timer_arm(w, t, t->when))
        sched_end(w, END_MEMORY, 4);
}

void
chan_timer_poll(struct world *w, struct hchan *c)
{
    struct timer *t = c->timer;
    int64_t now = sched_now(w);

    if (t->pos != 0 || t->when <= 0 || t->when > now)
        return;
    if (t->period > 0)
        t->when = timer_again(t, now);
    else
        t->when = 0;
    sched_event(w, EV_TIMER, c->o.id, 0);
    t->fire(w, t);
}

int
chan_len(const struct hchan *c)
{
    return c->timer != NULL ? 0 : c->count;
}

/* --- send, receive, close ---------------------------------------------- */

static void
charge(struct world *w, struct hchan *c)
{
    cost_rmw(w, &c->o.line);
    sched_cost(w, COST_CHANOP);
}

static enum chan_act
park_nil(struct world *w, struct g *gp, enum g_reason why, bool block)
{
    if (!block)
        return CHAN_BUSY;
    g_park(w, gp, why, NULL);
    return CHAN_PARK;
}

/* A waiting receiver gets the value directly, past the buffer (CH-13). */
static enum chan_act
hand_to(struct world *w, struct hchan *c, struct chan_move *mv)
{
    struct sudog *sg = c->recvq.first;

    mv->peer = sg->g;
    sched_event(w, EV_SEND, c->o.id, -(int64_t)sg->g->id);
    complete(w, sg, true);
    return CHAN_HAND;
}

enum chan_act
chan_send(struct world *w, struct hchan *c, struct g *gp, int elem,
          bool block, struct chan_move *mv)
{
    if (c->nil)
        return park_nil(w, gp, WAIT_NIL_SEND, block);
    charge(w, c);
    if (c->closed) {
        sched_heard(w, HEARD_SEND, c->o.id, 0);
        return CHAN_CLOSED;
    }
    if (c->recvq.first != NULL)
        return hand_to(w, c, mv);
    if (c->count < c->cap) {
        int slot = c->head + c->count++;

        mv->slot = slot < c->cap ? slot : slot - c->cap;
        sched_event(w, EV_SEND, c->o.id, mv->slot);
        return CHAN_SLOT;
    }
    if (!block)
        return CHAN_BUSY;
    sched_event(w, EV_SEND, c->o.id, INT64_MAX);
    park_on(w, c, gp, elem, true);
    return CHAN_PARK;
}

/* Take the first waiting sender's value: directly if there is no buffer,
 * else the oldest element goes out and the value takes its slot, which
 * becomes the tail (CH-24, CH-25). */
static enum chan_act
take_from(struct world *w, struct hchan *c, struct chan_move *mv)
{
    struct sudog *sg = c->sendq.first;

    mv->peer = sg->g;
    mv->elem = sg->elem;
    sched_event(w, EV_RECV, c->o.id, -(int64_t)sg->g->id);
    complete(w, sg, true);
    if (c->cap == 0)
        return CHAN_HAND;
    mv->slot = c->head;
    if (++c->head == c->cap)
        c->head = 0;
    return CHAN_SHIFT;
}

static enum chan_act
take_slot(struct world *w, struct hchan *c, struct chan_move *mv)
{
    mv->slot = c->head;
    if (++c->head == c->cap)
        c->head = 0;
    c->count--;
    sched_event(w, EV_RECV, c->o.id, mv->slot);
    return CHAN_SLOT;
}

enum chan_act
chan_recv(struct world *w, struct hchan *c, struct g *gp, bool block,
          struct chan_move *mv)
{
    if (c->nil)
        return park_nil(w, gp, WAIT_NIL_RECV, block);
    if (c->timer != NULL)
        chan_timer_poll(w, c);
    charge(w, c);
    if (c->sendq.first != NULL)
        return take_from(w, c, mv);
    if (c->count > 0)
        return take_slot(w, c, mv);
    if (c->closed) {
        sched_event(w, EV_RECV, c->o.id, INT64_MAX - 1);
        return CHAN_CLOSED;
    }
    if (!block)
        return CHAN_BUSY;
    sched_event(w, EV_RECV, c->o.id, INT64_MAX);
    park_on(w, c, gp, 0, false);
    return CHAN_PARK;
}

/* All waiting receivers, then all waiting senders, are pushed on a stack and
 * readied from it: the last waiter first, the first one last, which therefore
 * ends in runnext (CH-31, CH-32). */
void
chan_close(struct world *w, struct hchan *c, chan_wake_fn *wake)
{
    struct g *stack = NULL, *gp;
    struct waitq *q[2];
    int i;

    charge(w, c);
    c->closed = true;
    sched_event(w, EV_CLOSE, c->o.id, 0);
    q[0] = &c->recvq;
    q[1] = &c->sendq;
    for (i = 0; i < 2; i++) {
        while (q[i]->first != NULL) {
            struct sudog *sg = q[i]->first;

            gp = sg->g;
            gp->fired = sg->case_no;
            gp->success = false;
            wake(w, gp, sg->sends);
            chan_unqueue(w, gp);
            gp->link = stack;
            stack = gp;
        }
    }
    while ((gp = stack) != NULL) {
        stack = gp->link;
        g_ready(w, gp);
    }
}

void
chan_check(const struct hchan *c)
{
    const struct sudog *s, *r;

    assert(c->count >= 0 && c->count <= c->cap);
    assert(c->cap == 0 ? c->head == 0 : c->head < c->cap);
    assert(c->recvq.first == NULL || c->count == 0);
    assert(c->sendq.first == NULL || c->count == c->cap);
    assert(!c->closed ||
           (c->sendq.first == NULL && c->recvq.first == NULL));
    for (s = c->sendq.first; s != NULL; s = s->next) {
        assert(s->c == c && s->sends && s->g->status == G_WAITING);
        for (r = c->recvq.first; r != NULL; r = r->next)
            assert(r->g == s->g);
    }
}
