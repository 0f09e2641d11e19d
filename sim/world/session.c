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
#include "world/session.h"

#include "world/mem.h"

/* --- moments ----------------------------------------------------------- */

struct moment *
session_moment(struct session *s, struct moment *before, uint64_t step)
{
    struct moment *m = moment_new(before, step);

    if (m != NULL) {
        m->older = s->all;
        s->all = m;
    }
    return m;
}

void
session_set_line(struct session *s, struct moment *tip, uint64_t last)
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

void
session_listen(struct session *s)
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
    session_listen(s);
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
    session_listen(s);
}

enum gopark_rc
session_make(struct session *s, struct moment *m, uint32_t *g,
             struct gopark_err *err)
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
            session_listen(s);
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
        if (rc == GOPARK_OK && entry && next->asleep)
            rc = run_plain(s, next->step + 1, err);
        if (rc != GOPARK_OK || !entry || world_steps(s->w) < next->step)
            break;
        rc = session_make(s, next, NULL, err);
    }
    if (s->nbranch == 0 && world_steps(s->w) > s->last) {
        s->last = world_steps(s->w);
        s->over = false;
    }
    if (s->nbranch == 0 && world_steps(s->w) == s->last &&
        world_end(s->w)->how != END_NOT)
        s->over = true;
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
    session_listen(s);
}

enum gopark_rc
session_return_to(struct session *s, uint64_t step, struct gopark_err *err)
{
    restore(s, nearest(s, step));
    return session_run(s, step, err);
}

enum gopark_rc
session_goto(struct session *s, uint64_t step, struct gopark_err *err)
{
    bool end = step == WORLD_TO_END, cut = s->stop;
    uint64_t here = world_steps(s->w);
    const struct checkpoint *c;

    if (end)
        step = s->last;
    c = nearest(s, step);
    if (step > s->last)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "step %llu has not been reached yet: the furthest "
                           "is %llu",
                           (unsigned long long)step,
                           (unsigned long long)s->last);
    if (step < here || c->step > here || cut || world_paused(s->w))
        restore(s, c);
    return session_run(s, end && s->over ? step + 1 : step, err);
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
    s->first = s->tip = s->now = session_moment(s, NULL, 0);
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
