/*
 * mixed.c - locks held across a channel operation (MIX-1).
 *
 * One goroutine sends while it holds a lock; the one that receives takes the
 * same lock before it gets there. If the first is first, both wait for ever.
 */
#include <string.h>

#include "check/lockwatch.h"

static struct chan_op *
same_op(struct lockwatch *lw, const struct chan_op *op)
{
    struct chan_op *at = lw->ops.at;
    int i;

    for (i = 0; i < lw->ops.n; i++) {
        if (at[i].g == op->g && at[i].chan == op->chan &&
            at[i].sends == op->sends && at[i].at.line == op->at.line)
            return &at[i];
    }
    return NULL;
}

/* What g has locked since its operation before on the channel. The list of
 * everything it ever locked is cut by the operation. */
static void
locked_before(const struct lockwatch *lw, struct chan_op *op)
{
    const struct held *t = lw->taken.at;
    int i;

    for (i = 0; i < lw->taken.n; i++) {
        if (t[i].g != op->g || lockset_has(&op->before, t[i].lock) ||
            op->before.n == 8)
            continue;
        op->locked[op->before.n] = t[i].at;
        lockset_add(&op->before, t[i].lock);
    }
}

static void
forget_taken(struct lockwatch *lw, uint32_t g)
{
    struct held *t = lw->taken.at;
    int i, n = 0;

    for (i = 0; i < lw->taken.n; i++) {
        if (t[i].g != g)
            t[n++] = t[i];
    }
    lw->taken.n = n;
}

/* x holds a lock that y takes on its way to the operation x waits for. */
static void
compare(struct lockwatch *lw, const struct chan_op *x, const struct chan_op *y)
{
    int i;

    if (x->g == y->g || x->chan != y->chan || x->sends == y->sends)
        return;
    for (i = 0; i < y->before.n; i++) {
        struct lock_note n = { .kind = NOTE_MIXED,
                               .g = x->g,
                               .other = y->g,
                               .lock = y->before.lock[i],
                               .chan = x->chan,
                               .sends = x->sends,
                               .at = x->at,
                               .first = y->locked[i],
                               .then = y->at };

        if (lockset_has(&x->held, n.lock))
            lockwatch_note(lw, &n);
    }
}

void
mixed_note(struct lockwatch *lw, uint32_t g, uint32_t chan, bool sends,
           const struct place *at)
{
    struct chan_op op = { .g = g, .chan = chan, .sends = sends, .at = *at };
    const struct held *h = lw->held.at;
    struct chan_op *to;
    int i;

    for (i = 0; i < lw->held.n; i++) {
        if (h[i].g == g)
            lockset_add(&op.held, h[i].lock);
    }
    locked_before(lw, &op);
    forget_taken(lw, g);
    to = same_op(lw, &op);
    if (to == NULL)
        to = list_add(&lw->ops, sizeof *to);
    if (to == NULL)
        return;
    *to = op;
    for (i = 0; i < lw->ops.n; i++) {
        compare(lw, to, &((struct chan_op *)lw->ops.at)[i]);
        compare(lw, &((struct chan_op *)lw->ops.at)[i], to);
    }
}
