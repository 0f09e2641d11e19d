/*
 * entry.c - what is done to a session: inputs and picks, now and as a file
 * tells of them.
 *
 * Something new hangs on the present moment, and the timeline ends with it:
 * what lay ahead is left to undo.
 */
#include "world/session.h"

/* Has the program ended only because nobody could run? Then it goes on if
 * something is done to it. */
static bool
is_asleep(const struct world *w)
{
    enum gopark_how how = world_end(w)->how;

    return how == END_DEADLOCK || how == END_NO_GS || how == END_STALLED;
}

/* What is done to a world is done where a replay can do it again: just after
 * a step, or at the end that comes behind it without another. From inside of a
 * step, or from where an interrupt fell, go back to where it began. */
static enum gopark_rc
to_boundary(struct session *s, struct gopark_err *err)
{
    if (s->nbranch > 0 || is_asleep(s->w))
        return GOPARK_OK;
    if (world_end(s->w)->how != END_NOT)
        return gopark_fail(err, GOPARK_EREFUSED,
                           "the program has ended; back, goto or run first");
    return world_paused(s->w) || s->stop
               ? session_return_to(s, world_steps(s->w), err)
               : GOPARK_OK;
}

/* Make m, which hangs on the present moment; the timeline ends with it. */
static enum gopark_rc
add_new(struct session *s, struct moment *m, uint32_t *g,
        struct gopark_err *err)
{
    struct moment *now = s->now;
    enum gopark_rc rc;

    m->asleep = is_asleep(s->w);
    rc = session_make(s, m, g, err);
    if (rc != GOPARK_OK) {
        s->now = now;
        return rc;
    }
    session_set_line(s, m, world_steps(s->w));
    s->over = false;
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
    m = session_moment(s, s->now, world_steps(s->w));
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
    m = session_moment(s, s->now, world_steps(s->w));
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
    m = session_moment(s, s->tip, e->step);
    if (m == NULL || !moment_set_input(m, &e->in))
        return gopark_fail(err, GOPARK_ENOMEM, "session: no memory");
    m->asleep = e->asleep;
    m->is_pick = e->is_pick;
    m->draw = e->draw;
    m->value = e->value;
    session_set_line(s, m, e->step > s->last ? e->step : s->last);
    s->over = false;
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
                                   .asleep = m->asleep,
                                   .is_pick = m->is_pick,
                                   .draw = m->draw,
                                   .value = m->value,
                                   .in = m->in };
    return true;
}

