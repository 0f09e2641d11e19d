/*
 * session.c - a world with a past.
 *
 * What distinguishes one run from another is what was done to it from
 * outside, so the past is a chain of moments (moment.h). A timeline is a
 * chain's last moment and the furthest step that was reached after it; doing
 * something new after going back hangs a second chain on the same moment, and
 * undo only has to remember where a timeline ended.
 *
 * Rejected: recording what every step changed. Restoring a checkpoint and
 * running on takes microseconds, and the run itself pays nothing.
 */
#include "gopark.h"

#include <assert.h>
#include <string.h>

#include "world/history.h"
#include "world/mem.h"
#include "world/moment.h"
#include "world/world.h"

enum { UNDO_MOST = 1000, BRANCH_MOST = 4 };

/* Where a session stood. */
struct position {
    struct moment *tip; /* the last entry of the timeline */
    uint64_t last;      /* the furthest step reached after it */
    uint64_t step;
};

/* What session_return() comes back to. */
struct branch {
    struct snapshot *snap;
    struct moment *now;
    uint64_t due, nout;
    struct evlog *log; /* the session's, which the branch must not touch */
};

/*
 * S1  now is on the timeline, and at or before tip.
 * S2  now->step <= world_steps(w) <= last.
 * S3  now == tip, or world_steps(w) <= now->next->step.
 */
struct session {
    struct world *w;
    struct gopark_opts opts; /* as given; write and io_ctx are the caller's */
    struct history history;
    struct moment *first, *tip, *now;
    struct moment *all; /* linked by older */
    uint64_t last;
    uint64_t due;  /* step of the next checkpoint */
    uint64_t nout; /* output written so far */
    struct position *undo, *redo;
    size_t nundo, nredo;
    gopark_choose_fn *choose;
    void *choose_ctx;
    volatile int stop; /* set by a signal */
    int nbranch;
    struct branch branch[BRANCH_MOST];
};

/* --- moments ----------------------------------------------------------- */

/* A moment of this session, which frees it. */
static struct moment *
add_moment(struct session *s, struct moment *before, uint64_t step)
{
    struct moment *m = moment_new(before, step);

    if (m != NULL) {
        m->older = s->all;
        s->all = m;
    }
    return m;
}

/* The timeline now ends with tip, after step last. */
static void
set_line(struct session *s, struct moment *tip, uint64_t last)
{
    struct moment *m;

    for (m = s->tip; m != NULL; m = m->before)
        m->on_line = false;
    s->tip = tip;
    s->last = last;
    tip->next = NULL;
    for (m = tip; m != NULL; m = m->before) {
        m->on_line = true;
        if (m->before != NULL)
            m->before->next = m;
    }
}

/* --- output ------------------------------------------------------------ */

static void
on_write(void *ctx, int fd, const char *text, size_t n, uint64_t at)
{
    struct session *s = ctx;
    size_t fresh;

    if (s->nbranch > 0)
        return;
    s->nout = at + n;
    fresh = moment_print(s->now, fd, text, n, at);
    if (fresh > 0 && s->opts.write != NULL)
        s->opts.write(s->opts.io_ctx, fd, text + n - fresh, fresh,
                      at + n - fresh);
}

static size_t
on_read(void *ctx, char *buf, size_t n, uint64_t at)
{
    struct session *s = ctx;

    return s->opts.read != NULL ? s->opts.read(s->opts.io_ctx, buf, n, at) : 0;
}

static char *
on_load(void *ctx, const char *name, size_t *len, char *path, size_t size)
{
    struct session *s = ctx;

    return s->opts.load != NULL
               ? s->opts.load(s->opts.io_ctx, name, len, path, size)
               : NULL;
}

void
session_output(const struct session *s, gopark_write_fn *fn, void *ctx)
{
    for (const struct moment *m = s->first; m != NULL; m = m->next) {
        moment_output(m, m == s->now ? s->nout : m->next->out_at, fn, ctx);
        if (m == s->now)
            break;
    }
}

/* --- picks ------------------------------------------------------------- */

/* What a pick says about this draw; false if none does. Picks behind the
 * present are not consulted: they were made for draws that come later. */
static bool
picked(const struct session *s, uint64_t draw, uint32_t *value)
{
    for (const struct moment *m = s->now; m != NULL; m = m->before) {
        if (m->is_pick && m->draw == draw) {
            *value = m->value;
            return true;
        }
        if (m->is_pick && m->draw < draw)
            break;
    }
    return false;
}

static uint32_t
on_choose(void *ctx, struct world *w, enum gopark_choice kind, uint32_t n,
          uint32_t drawn)
{
    struct session *s = ctx;
    uint32_t value;

    if (picked(s, w->ndraw, &value) && value < n)
        return value;
    if (s->choose != NULL)
        return s->choose(s->choose_ctx, w, kind, n, drawn);
    return drawn;
}

/* Listen to choices only while somebody may have something to say. */
static void
listen(struct session *s)
{
    const struct moment *m = s->now;

    while (m != NULL && !m->is_pick)
        m = m->before;
    if (s->choose != NULL || (m != NULL && m->draw >= s->w->ndraw))
        world_set_choose(s->w, on_choose, s);
    else
        world_set_choose(s->w, NULL, NULL);
}

void
session_set_choose(struct session *s, gopark_choose_fn *fn, void *ctx)
{
    s->choose = fn;
    s->choose_ctx = ctx;
    listen(s);
}

/* --- running ----------------------------------------------------------- */

/* m has just been made: what comes now comes after it. */
static void
enter(struct session *s, struct moment *m)
{
    if (m->seen == 0) {
        m->out_at = s->nout;
        m->seen = s->nout;
    }
    s->now = m;
    listen(s);
}

static enum gopark_rc
make(struct session *s, struct moment *m, uint32_t *g, struct gopark_err *err)
{
    enum gopark_rc rc;

    if (m->is_pick) {
        enter(s, m);
        return GOPARK_OK;
    }
    rc = world_input(s->w, &m->in, g, err);
    if (rc == GOPARK_OK)
        enter(s, m);
    return rc;
}

void
session_interrupt(struct session *s)
{
    s->stop = 1;
    world_interrupt(s->w);
}

/* Run to step with checkpoints, making no entry on the way. */
static enum gopark_rc
run_plain(struct session *s, uint64_t step, struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_OK;

    while (rc == GOPARK_OK && world_steps(s->w) < step && !s->stop) {
        uint64_t to = s->nbranch == 0 && s->due < step ? s->due : step;

        rc = world_run(s->w, to, err);
        if (s->nbranch == 0 && world_steps(s->w) >= s->due &&
            !world_paused(s->w)) {
            history_take(&s->history, s->w, s->now);
            s->due = history_due(&s->history, s->w);
            listen(s);
        }
        if (world_steps(s->w) < to)
            break; /* the program has ended, or was interrupted */
    }
    return rc;
}

/* Is m made on the way to step? An input of that step is; a pick is made when
 * the step after it is taken, so that before it the choice is still open. */
static bool
is_made_by(const struct moment *m, uint64_t step)
{
    while (m != NULL && m->is_pick && m->step == step)
        m = m->next;
    return m != NULL && m->step <= step;
}

enum gopark_rc
session_run(struct session *s, uint64_t step, struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_OK;

    s->stop = 0;
    while (rc == GOPARK_OK) {
        struct moment *next = s->now->next;
        bool entry = is_made_by(next, step);

        rc = run_plain(s, entry ? next->step : step, err);
        if (rc != GOPARK_OK || !entry || world_steps(s->w) < next->step)
            break;
        rc = make(s, next, NULL, err);
    }
    if (s->nbranch == 0 && world_steps(s->w) > s->last)
        s->last = world_steps(s->w);
    return rc;
}

uint64_t
session_last(const struct session *s)
{
    return s->last;
}

/* The nearest checkpoint of this timeline at or before step. */
static const struct checkpoint *
nearest(const struct session *s, uint64_t step)
{
    const struct checkpoint *best = &s->history.at[0];

    for (size_t i = 1; i < s->history.n; i++) {
        const struct checkpoint *c = &s->history.at[i];
        const struct moment *m = c->after;

        if (c->step > step || !m->on_line ||
            (m->next != NULL && c->step > m->next->step))
            continue;
        if (c->step > best->step ||
            (c->step == best->step && m->number >= best->after->number))
            best = c;
    }
    return best;
}

static void
restore(struct session *s, const struct checkpoint *c)
{
    snapshot_restore(s->w, c->snap);
    s->now = c->after;
    s->due = c->step + s->history.interval;
    s->nout = s->w->nout;
    listen(s);
}

enum gopark_rc
session_goto(struct session *s, uint64_t step, struct gopark_err *err)
{
    const struct checkpoint *c = nearest(s, step);
    uint64_t here = world_steps(s->w);

    if (step > s->last)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "step %llu has not been reached yet: the furthest "
                           "is %llu",
                           (unsigned long long)step,
                           (unsigned long long)s->last);
    if (step < here || c->step > here || world_paused(s->w))
        restore(s, c);
    return session_run(s, step, err);
}

/* --- something new ----------------------------------------------------- */

/* What is done to a world is done between two steps, where a replay can do it
 * again: from inside one, go back to where it began. */
static enum gopark_rc
to_boundary(struct session *s, struct gopark_err *err)
{
    return world_paused(s->w) ? session_goto(s, world_steps(s->w), err)
                              : GOPARK_OK;
}

/* Make m, which hangs on the present moment; the timeline ends with it. */
static enum gopark_rc
add_new(struct session *s, struct moment *m, uint32_t *g,
        struct gopark_err *err)
{
    struct moment *now = s->now;
    enum gopark_rc rc = make(s, m, g, err);

    if (rc != GOPARK_OK) {
        s->now = now;
        return rc;
    }
    set_line(s, m, world_steps(s->w));
    return GOPARK_OK;
}

enum gopark_rc
session_input(struct session *s, const struct gopark_input *in, uint32_t *g,
              struct gopark_err *err)
{
    struct moment *m;

    enum gopark_rc rc = to_boundary(s, err);

    if (rc != GOPARK_OK)
        return rc;
    if (s->nbranch > 0)
        return world_input(s->w, in, g, err);
    m = add_moment(s, s->now, world_steps(s->w));
    if (m == NULL || !moment_set_input(m, in))
        return gopark_fail(err, GOPARK_ENOMEM, "session: no memory");
    return add_new(s, m, g, err);
}

enum gopark_rc
session_pick(struct session *s, uint64_t draw, uint32_t value,
             struct gopark_err *err)
{
    struct moment *m;
    enum gopark_rc rc = to_boundary(s, err);

    if (rc != GOPARK_OK)
        return rc;
    m = add_moment(s, s->now, world_steps(s->w));
    if (m == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "session: no memory");
    m->is_pick = true;
    m->draw = draw;
    m->value = value;
    return add_new(s, m, NULL, err);
}

enum gopark_rc
session_add(struct session *s, const struct session_entry *e,
            struct gopark_err *err)
{
    struct moment *m;

    if (e->step < s->tip->step)
        return gopark_fail(err, GOPARK_EUSAGE, "step %llu comes after %llu",
                           (unsigned long long)e->step,
                           (unsigned long long)s->tip->step);
    m = add_moment(s, s->tip, e->step);
    if (m == NULL || !moment_set_input(m, &e->in))
        return gopark_fail(err, GOPARK_ENOMEM, "session: no memory");
    m->is_pick = e->is_pick;
    m->draw = e->draw;
    m->value = e->value;
    set_line(s, m, e->step > s->last ? e->step : s->last);
    return GOPARK_OK;
}

int
session_entries(const struct session *s)
{
    return s->tip->number;
}

bool
session_entry(const struct session *s, int i, struct session_entry *out)
{
    const struct moment *m = s->tip;

    if (i < 0 || i >= s->tip->number)
        return false;
    while (m->number != i + 1)
        m = m->before;
    *out = (struct session_entry){ .step = m->step,
                                   .is_pick = m->is_pick,
                                   .draw = m->draw,
                                   .value = m->value,
                                   .in = m->in };
    return true;
}

/* --- undo -------------------------------------------------------------- */

static struct position
here(const struct session *s)
{
    return (struct position){ s->tip, s->last, world_steps(s->w) };
}

static bool
same(struct position a, struct position b)
{
    return a.tip == b.tip && a.step == b.step;
}

static void
push(struct position *stack, size_t *n, struct position p)
{
    if (*n == UNDO_MOST) {
        memmove(stack, stack + 1, (UNDO_MOST - 1) * sizeof *stack);
        --*n;
    }
    stack[(*n)++] = p;
}

void
session_mark(struct session *s)
{
    struct position p = here(s);

    if (s->nundo > 0 && same(s->undo[s->nundo - 1], p))
        return;
    push(s->undo, &s->nundo, p);
    s->nredo = 0;
}

/* Be where p says, from the nearest checkpoint of its timeline. */
static enum gopark_rc
move_to(struct session *s, struct position p, struct gopark_err *err)
{
    set_line(s, p.tip, p.last);
    restore(s, nearest(s, p.step));
    return session_run(s, p.step, err);
}

static enum gopark_rc
swap(struct session *s, struct position *from, size_t *nfrom,
     struct position *to, size_t *nto, const char *what, struct gopark_err *err)
{
    struct position p = here(s);

    while (*nfrom > 0 && same(from[*nfrom - 1], p))
        --*nfrom;
    if (*nfrom == 0)
        return gopark_fail(err, GOPARK_EREFUSED, "nothing to %s", what);
    push(to, nto, p);
    return move_to(s, from[--*nfrom], err);
}

enum gopark_rc
session_undo(struct session *s, struct gopark_err *err)
{
    return swap(s, s->undo, &s->nundo, s->redo, &s->nredo, "undo", err);
}

enum gopark_rc
session_redo(struct session *s, struct gopark_err *err)
{
    return swap(s, s->redo, &s->nredo, s->undo, &s->nundo, "redo", err);
}

/* --- branches ---------------------------------------------------------- */

enum gopark_rc
session_branch(struct session *s, struct gopark_err *err)
{
    struct branch *b = &s->branch[s->nbranch];

    assert(s->nbranch < BRANCH_MOST);
    b->snap = snapshot_take(s->w, NULL);
    if (b->snap == NULL)
        return gopark_fail(err, GOPARK_ENOMEM,
                           "session: no memory to look at a branch");
    b->now = s->now;
    b->due = s->due;
    b->nout = s->nout;
    b->log = s->w->host.log;
    s->w->host.log = NULL;
    s->nbranch++;
    return GOPARK_OK;
}

void
session_cut(struct session *s)
{
    assert(s->nbranch > 0);
    s->now->next = NULL;
}

void
session_return(struct session *s)
{
    struct branch *b = &s->branch[--s->nbranch];

    world_log(s->w, 0, NULL);
    s->w->host.log = b->log;
    snapshot_restore(s->w, b->snap);
    snapshot_free(b->snap);
    s->now = b->now;
    s->due = b->due;
    s->nout = b->nout;
    set_line(s, s->tip, s->last); /* session_cut */
    listen(s);
}

/* --- a session's life -------------------------------------------------- */

static enum gopark_rc
open_first(struct session *s, struct gopark_err *err)
{
    struct gopark_opts o = s->opts;
    enum gopark_rc rc;

    o.write = on_write;
    o.read = on_read;
    o.load = on_load;
    o.io_ctx = s;
    rc = world_open(&s->w, &o, err);
    if (rc != GOPARK_OK)
        return rc;
    history_take(&s->history, s->w, s->first);
    if (s->history.n == 0)
        return gopark_fail(err, GOPARK_ENOMEM, "session: no memory");
    s->due = history_due(&s->history, s->w);
    return GOPARK_OK;
}

enum gopark_rc
session_open(struct session **sp, const struct gopark_opts *o, size_t budget,
             struct gopark_err *err)
{
    struct session *s = mem_alloc(sizeof *s);
    enum gopark_rc rc = GOPARK_ENOMEM;

    *sp = NULL;
    if (s == NULL)
        return gopark_fail(err, rc, "session: no memory");
    s->opts = *o;
    s->first = s->tip = s->now = add_moment(s, NULL, 0);
    s->undo = mem_alloc(UNDO_MOST * sizeof *s->undo);
    s->redo = mem_alloc(UNDO_MOST * sizeof *s->redo);
    if (!history_init(&s->history, budget) || s->first == NULL ||
        s->undo == NULL || s->redo == NULL)
        gopark_fail(err, rc, "session: no memory");
    else {
        s->first->on_line = true;
        rc = open_first(s, err);
    }
    if (rc != GOPARK_OK) {
        session_close(s);
        return rc;
    }
    *sp = s;
    return GOPARK_OK;
}

void
session_close(struct session *s)
{
    struct moment *m, *older;

    if (s == NULL)
        return;
    while (s->nbranch > 0)
        snapshot_free(s->branch[--s->nbranch].snap);
    history_fini(&s->history);
    if (s->w != NULL)
        world_close(s->w);
    for (m = s->all; m != NULL; m = older) {
        older = m->older;
        moment_free(m);
    }
    mem_free(s->undo);
    mem_free(s->redo);
    mem_free(s);
}

struct world *
session_world(struct session *s)
{
    return s->w;
}

void
session_stats(const struct session *s, struct session_stats *out)
{
    out->bytes = history_bytes(&s->history);
    out->budget = s->history.budget;
    out->checkpoints = (int)s->history.n;
    out->interval = s->history.interval;
}
