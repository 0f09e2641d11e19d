#include "check/lockwatch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/say.h"

enum { LIST_MAX = 4096 }; /* elements of a list */

/* What goroutines that counted a wait group down knew. */
struct wgclock {
    uint32_t id;
    uint32_t known[LOCKWATCH_GS];
};

void *
list_add(struct list *l, size_t size)
{
    if (l->n == l->cap) {
        int cap = l->cap == 0 ? 16 : 2 * l->cap;
        void *at = cap > LIST_MAX ? NULL : realloc(l->at, (size_t)cap * size);

        if (at == NULL)
            return NULL;
        l->at = at;
        l->cap = cap;
    }
    return memset((char *)l->at + (size_t)l->n++ * size, 0, size);
}

void
lockset_add(struct lockset *s, uint32_t lock)
{
    if (!lockset_has(s, lock) && s->n < 8)
        s->lock[s->n++] = lock;
}

bool
lockset_has(const struct lockset *s, uint32_t lock)
{
    int i;

    for (i = 0; i < s->n; i++) {
        if (s->lock[i] == lock)
            return true;
    }
    return false;
}

/* --- names and places -------------------------------------------------------- */

/* The name of an object is noted when it is first met: it may be gone when
 * the report is made. */
static void
name(struct lockwatch *lw, uint32_t id)
{
    struct tb t = { .w = lw->w };
    struct obj *o = obj_find(lw->w, id);
    struct label *l;
    int i;

    for (i = 0; i < lw->labels.n; i++) {
        if (((struct label *)lw->labels.at)[i].id == id)
            return;
    }
    l = o != NULL ? list_add(&lw->labels, sizeof *l) : NULL;
    if (l == NULL)
        return;
    l->id = id;
    say_label(&t, o);
    snprintf(l->text, sizeof l->text, "%s", t.buf != NULL ? t.buf : "?");
    free(t.buf);
}

const char *
lockwatch_label(const struct lockwatch *lw, uint32_t id)
{
    const struct label *l = lw->labels.at;
    int i;

    for (i = 0; i < lw->labels.n; i++) {
        if (l[i].id == id)
            return l[i].text;
    }
    return "?";
}

static struct place
here(const struct lockwatch *lw, uint32_t g)
{
    struct place p = { "", 0 };
    const struct g *gp = g_find(lw->w, g);
    struct frames f;

    if (gp == NULL)
        return p;
    frames_begin(&f, gp);
    if (frames_next(&f)) {
        snprintf(p.file, sizeof p.file, "%.60s", say_chunk(&f.ar));
        p.line = f.ar.currentline;
    }
    return p;
}

/* --- who has seen what: fork and join only (LO-3) ------------------------------ */

static uint32_t *
known(struct lockwatch *lw, uint32_t g)
{
    return g >= 1 && g <= LOCKWATCH_GS ? lw->known[g - 1] : NULL;
}

static void
learn(uint32_t *to, const uint32_t *from)
{
    int i;

    for (i = 0; to != NULL && from != NULL && i < LOCKWATCH_GS; i++) {
        if (to[i] < from[i])
            to[i] = from[i];
    }
}

static void
tick(struct lockwatch *lw, uint32_t g)
{
    uint32_t *k = known(lw, g);

    if (k != NULL)
        k[g - 1]++;
}

static struct wgclock *
group(struct lockwatch *lw, uint32_t id)
{
    struct wgclock *c = lw->groups.at;
    int i;

    for (i = 0; i < lw->groups.n; i++) {
        if (c[i].id == id)
            return &c[i];
    }
    c = list_add(&lw->groups, sizeof *c);
    if (c != NULL)
        c->id = id;
    return c;
}

static void
on_wg(struct lockwatch *lw, const struct gopark_event *e)
{
    struct wgclock *c = group(lw, e->object);

    if (c != NULL)
        learn(c->known, known(lw, e->g));
    tick(lw, e->g);
    lw->last_wg = e->object;
    lw->last_wg_g = e->g;
}

/* Whoever waited for the group knows what all that counted it down knew. */
static void
on_ready(struct lockwatch *lw, const struct gopark_event *e)
{
    struct wgclock *c;

    if (lw->last_wg == 0 || lw->last_wg_g != e->g)
        return;
    c = group(lw, lw->last_wg);
    if (c != NULL)
        learn(known(lw, (uint32_t)e->value), c->known);
}

static void
on_go(struct lockwatch *lw, const struct gopark_event *e)
{
    tick(lw, e->g);
    learn(known(lw, (uint32_t)e->value), known(lw, e->g));
    tick(lw, (uint32_t)e->value);
}

/* --- locks ----------------------------------------------------------------------- */

void
lockwatch_note(struct lockwatch *lw, const struct lock_note *n)
{
    const struct lock_note *at = lw->notes.at;
    struct lock_note *more;
    int i;

    for (i = 0; i < lw->notes.n; i++) {
        if (at[i].kind == n->kind && at[i].lock == n->lock &&
            at[i].at.line == n->at.line && at[i].then.line == n->then.line)
            return;
    }
    more = list_add(&lw->notes, sizeof *more);
    if (more != NULL)
        *more = *n;
}

static bool
same_order(const struct order *x, const struct order *y)
{
    return x->g == y->g && x->a == y->a && x->b == y->b &&
           x->aread == y->aread && x->bread == y->bread &&
           x->ata.line == y->ata.line && x->atb.line == y->atb.line;
}

static void
add_order(struct lockwatch *lw, const struct order *x)
{
    const struct order *at = lw->orders.at;
    const uint32_t *k = known(lw, x->g);
    struct order *more;
    int i;

    for (i = 0; i < lw->orders.n; i++) {
        if (same_order(&at[i], x))
            return;
    }
    more = list_add(&lw->orders, sizeof *more);
    if (more == NULL)
        return;
    *more = *x;
    if (k == NULL)
        return;
    more->clock = k[x->g - 1];
    more->seen = malloc(sizeof lw->known[0]);
    if (more->seen != NULL)
        memcpy(more->seen, k, sizeof lw->known[0]);
}

/* g asks for the lock at e. What it holds of others comes before it. */
static void
add_orders(struct lockwatch *lw, const struct held *b, bool may_wait)
{
    const struct held *h = lw->held.at;
    struct lockset gates = { .n = 0 };
    int i;

    for (i = 0; i < lw->held.n; i++) {
        if (h[i].g == b->g)
            lockset_add(&gates, h[i].lock);
    }
    for (i = 0; i < lw->held.n; i++) {
        struct order x = { .g = b->g,
                           .a = h[i].lock,
                           .b = b->lock,
                           .aread = h[i].read,
                           .bread = b->read,
                           .ata = h[i].at,
                           .atb = b->at,
                           .gates = gates };
        struct lock_note twice = {
            .g = b->g, .lock = b->lock, .at = b->at, .first = h[i].at
        };

        if (h[i].g != b->g || !may_wait)
            continue;
        if (h[i].lock != b->lock) {
            add_order(lw, &x);
            continue;
        }
        twice.kind = h[i].read && b->read ? NOTE_READ_TWICE : NOTE_TWICE;
        lockwatch_note(lw, &twice);
    }
}

static void
add_taken(struct lockwatch *lw, const struct held *b)
{
    struct held *t = lw->taken.at;
    int i;

    for (i = 0; i < lw->taken.n; i++) {
        if (t[i].g == b->g && t[i].lock == b->lock)
            return;
    }
    t = list_add(&lw->taken, sizeof *t);
    if (t != NULL)
        *t = *b;
}

static void
on_lock(struct lockwatch *lw, const struct gopark_event *e)
{
    struct held b = { e->g, e->object, e->value & 1, here(lw, e->g) };
    struct held *more;

    name(lw, e->object);
    tick(lw, e->g);
    add_orders(lw, &b, e->value < 2);
    more = list_add(&lw->held, sizeof *more);
    if (more != NULL)
        *more = b;
    add_taken(lw, &b);
}

static void
release(struct lockwatch *lw, int i)
{
    struct held *h = lw->held.at;

    memmove(h + i, h + i + 1, (size_t)(--lw->held.n - i) * sizeof *h);
}

static void
on_unlock(struct lockwatch *lw, const struct gopark_event *e)
{
    const struct held *h = lw->held.at;
    struct lock_note n = { .kind = NOTE_FOREIGN, .g = e->g, .lock = e->object };
    int i, other = -1;

    for (i = lw->held.n - 1; i >= 0; i--) {
        if (h[i].lock != e->object)
            continue;
        if (h[i].g == e->g) {
            release(lw, i);
            return;
        }
        other = i;
    }
    if (other < 0)
        return;
    n.other = h[other].g;
    n.first = h[other].at;
    n.at = here(lw, e->g);
    release(lw, other);
    lockwatch_note(lw, &n);
}

/* --- listening --------------------------------------------------------------------- */

static void
on_chan(struct lockwatch *lw, const struct gopark_event *e)
{
    struct place at = here(lw, e->g);

    name(lw, e->object);
    mixed_note(lw, e->g, e->object, e->kind == EV_SEND, &at);
}

static void
listen(void *ctx, struct world *w, const struct gopark_event *e)
{
    struct lockwatch *lw = ctx;

    (void)w;
    switch (e->kind) {
    case EV_LOCK:
        on_lock(lw, e);
        break;
    case EV_UNLOCK:
        on_unlock(lw, e);
        break;
    case EV_SEND:
    case EV_RECV:
        on_chan(lw, e);
        break;
    case EV_WG:
        on_wg(lw, e);
        break;
    case EV_READY:
        on_ready(lw, e);
        break;
    case EV_GO:
        on_go(lw, e);
        break;
    default:
        break;
    }
}

struct lockwatch *
lockwatch_start(struct world *w)
{
    struct lockwatch *lw = calloc(1, sizeof *lw);

    if (lw == NULL)
        return NULL;
    lw->known = calloc(LOCKWATCH_GS, sizeof lw->known[0]);
    if (lw->known == NULL) {
        free(lw);
        return NULL;
    }
    lw->w = w;
    w->host.listen = listen;
    w->host.listen_ctx = lw;
    return lw;
}

void
lockwatch_stop(struct lockwatch *lw)
{
    struct order *x = lw->orders.at;
    int i;

    lw->w->host.listen = NULL;
    for (i = 0; i < lw->orders.n; i++)
        free(x[i].seen);
    free(lw->held.at);
    free(lw->orders.at);
    free(lw->notes.at);
    free(lw->ops.at);
    free(lw->taken.at);
    free(lw->labels.at);
    free(lw->groups.at);
    free(lw->known);
    free(lw);
}
