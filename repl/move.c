/*
 * move.c - going forward, and what is said where it stops.
 *
 * A run is looked at no more closely than its goal and the stops require.
 * With no goal but the end and nothing set, the session runs at full speed.
 * Lines and functions are watched by a probe, which costs a question a line.
 * Events, watches, conditions and the manual policy look after every step.
 */
#include "move.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "choose.h"
#include "happened.h"
#include "leakstop.h"
#include "pace.h"
#include "report.h"

enum { SLICE = 20000 }; /* steps between two looks at the window */

enum why {
    WHY_NOT,
    WHY_DONE,
    WHY_ENDED,
    WHY_ASKED,
    WHY_STOP,
    WHY_CHOICE,
    WHY_GONE,
    WHY_FAILED
};

struct mover {
    struct repl *r;
    const struct goal *goal;
    enum why why;
    uint64_t left;        /* times the goal is still to be reached */
    struct text said;     /* what stopped it, in a line */
    struct happened last; /* the last step, if it was looked at */
    bool looked;
    uint32_t at_g; /* whose place is shown, 0: the last step's */
    /* where the goroutine was when it started, and what is passed over */
    char file[128];
    int line, depth;
    uint64_t slices, start;
    struct leakstop leaks;
};

/* --- goals inside a goroutine's code ----------------------------------- */

static int
depth_of(const struct repl *r, uint32_t g)
{
    return world_frames(r->w, g, NULL, 0);
}

static void
remember_place(struct mover *m)
{
    struct gopark_g g;

    m->file[0] = '\0';
    m->line = 0;
    m->depth = depth_of(m->r, m->goal->g);
    if (live_g(m->r->w, m->goal->g, &g) && g.file != NULL) {
        strncpy(m->file, g.file, sizeof m->file - 1);
        m->line = g.line;
    }
}

/* Another line of the goroutine, in the same function or one that called it:
 * what it calls is passed over. */
static bool
reached_line(struct mover *m, const struct gopark_spot *at)
{
    int depth = depth_of(m->r, at->g);

    if (depth > m->depth)
        return false;
    if (depth == m->depth && at->line == m->line &&
        strcmp(at->file, m->file) == 0)
        return false;
    if (--m->left > 0) {
        remember_place(m);
        m->line = at->line;
        return false;
    }
    return true;
}

static bool
reached_inside(struct mover *m, const struct gopark_spot *at)
{
    const struct goal *goal = m->goal;

    if (at->g != goal->g || at->func != NULL)
        return false;
    switch (goal->kind) {
    case GOAL_LINE:
        return reached_line(m, at);
    case GOAL_INSTRUCTION:
        return --m->left == 0;
    case GOAL_RETURN:
        return depth_of(m->r, at->g) < goal->level;
    default:
        return false;
    }
}

static bool
hit(struct mover *m, struct stop *b, const struct gopark_spot *at)
{
    b->hits++;
    m->why = WHY_STOP;
    m->at_g = at->g;
    text_clear(&m->said);
    text_printf(&m->said, "breakpoint %d, G%" PRIu32, b->number, at->g);
    if (at->func != NULL)
        text_printf(&m->said, " in %s", at->func);
    if (b->once)
        stops_delete(&m->r->stops, b->number);
    return true;
}

/* Asked before each line, call or instruction that is probed. */
static bool
probe(void *ctx, struct world *w, const struct gopark_spot *at)
{
    struct mover *m = ctx;
    struct stop *b = at->func != NULL ? stops_function(m->r, at->func)
                                      : stops_line(m->r, at->file, at->line);

    (void)w;
    if (b != NULL && stops_holds(m->r, b, at->g))
        return hit(m, b, at);
    if (!reached_inside(m, at))
        return false;
    m->why = WHY_DONE;
    m->at_g = at->g;
    return true;
}

/* Only the lines of breakpoints matter. */
static void
probe_stops(struct world *w, const struct stops *s)
{
    uint64_t lines[PROBE_LINES / 64] = { 0 };

    for (int i = 0; i < s->n; i++) {
        unsigned line = (unsigned)s->at[i].line % PROBE_LINES;

        if (s->at[i].kind == STOP_LINE && !s->at[i].disabled)
            lines[line / 64] |= UINT64_C(1) << line % 64;
    }
    world_probe_lines(w, lines);
}

static void
set_probe(struct mover *m)
{
    const struct stops *s = &m->r->stops;
    int what = 0;

    if (stops_any(s, STOP_LINE) || m->goal->kind == GOAL_LINE ||
        m->goal->kind == GOAL_RETURN)
        what |= PROBE_LINE;
    if (stops_any(s, STOP_FUNCTION))
        what |= PROBE_CALL;
    if (m->goal->kind == GOAL_INSTRUCTION)
        what |= PROBE_INSTRUCTION;
    world_set_probe(m->r->w, what, probe, m);
    if (m->goal->kind != GOAL_LINE && m->goal->kind != GOAL_RETURN)
        probe_stops(m->r->w, s);
}

/* --- goals that are looked at after a step ----------------------------- */

static bool
holds(struct mover *m, const char *expr)
{
    struct gopark_err err;
    char *out = NULL;
    bool truth = false;

    if (world_eval(m->r->w, m->r->g, m->r->frame, expr, &out, &truth, &err) !=
        GOPARK_OK) {
        repl_fail_err(m->r, &err);
        m->why = WHY_FAILED;
        return false;
    }
    free(out);
    return truth;
}

static uint64_t
slices(const struct repl *r)
{
    struct gopark_stats st;

    world_stats(r->w, &st);
    return st.switches;
}

/* The step in m->last counts towards a goal of operations. */
static bool
reached_op(struct mover *m)
{
    const struct happened *h = &m->last;

    if (h->kind < 0 || h->kind == EV_COMPUTE)
        return false;
    if (m->goal->kind == GOAL_G && h->g != m->goal->g)
        return false;
    return --m->left == 0;
}

static bool
reached_slice(struct mover *m)
{
    uint64_t now = slices(m->r);

    if (now == m->slices)
        return false;
    m->slices = now;
    return --m->left == 0;
}

static bool
reached(struct mover *m)
{
    switch (m->goal->kind) {
    case GOAL_OPS:
    case GOAL_G:
        return reached_op(m);
    case GOAL_SLICE:
        return reached_slice(m);
    case GOAL_EXPR:
        return holds(m, m->goal->expr);
    case GOAL_TIME:
        return world_now(m->r->w) >= m->goal->t;
    case GOAL_STEP:
        return world_steps(m->r->w) >= m->goal->n;
    case GOAL_END:
    case GOAL_LINE:
    case GOAL_INSTRUCTION:
    case GOAL_RETURN:
        return false;
    }
    return false;
}

/* An event of the last step that a stop waits for. */
static void
match_event(void *ctx, const struct gopark_event *e)
{
    struct mover *m = ctx;
    struct stop *b = m->why == WHY_NOT ? stops_event(m->r, e) : NULL;

    leakstop_note(&m->leaks, e);
    if (b == NULL || !stops_holds(m->r, b, e->g))
        return;
    b->hits++;
    m->why = WHY_STOP;
    text_printf(&m->said, "breakpoint %d, on %s", b->number, b->name);
    if (e->g != 0)
        text_printf(&m->said, ", G%" PRIu32, e->g);
    if (b->once)
        stops_delete(&m->r->stops, b->number);
}

static void
match_stops(struct mover *m)
{
    struct gopark_event found;
    struct stop *b;

    if (stops_any(&m->r->stops, STOP_EVENT))
        happened_recent(m->r, m->start, match_event, m);
    if (leakstop_look(&m->leaks, m->r, &found))
        match_event(m, &found);
    if (m->why != WHY_NOT || !stops_any(&m->r->stops, STOP_WATCH))
        return;
    b = stops_watch(m->r, &m->said);
    if (b != NULL)
        m->why = WHY_STOP;
}

/* --- running ----------------------------------------------------------- */

/* What may be true after any piece of a run. */
static void
check_outside(struct mover *m)
{
    struct repl *r = m->r;
    struct gopark_g g;

    if (m->why != WHY_NOT)
        return;
    if (world_end(r->w)->how != END_NOT)
        m->why = WHY_ENDED;
    else if (r->stop_asked)
        m->why = WHY_ASKED;
    else if (m->goal->g != 0 && !live_g(r->w, m->goal->g, &g))
        m->why = WHY_GONE;
    else if (r->poll != NULL && pace_due(r) && r->poll(r->poll_ctx))
        m->why = WHY_ASKED;
}

/* Is it enough to look when the run comes back by itself? */
static bool
runs_free(const struct mover *m)
{
    const struct repl *r = m->r;

    return r->policy != POLICY_MANUAL && r->pace == 0 &&
           !stops_any(&r->stops, STOP_EVENT) &&
           !stops_any(&r->stops, STOP_WATCH) &&
           (m->goal->kind == GOAL_END || m->goal->kind == GOAL_STEP ||
            m->goal->kind == GOAL_LINE || m->goal->kind == GOAL_RETURN ||
            m->goal->kind == GOAL_INSTRUCTION);
}

static void
run_free(struct mover *m)
{
    struct repl *r = m->r;
    struct gopark_err err;

    while (m->why == WHY_NOT) {
        uint64_t to = m->goal->kind == GOAL_STEP ? m->goal->n : WORLD_TO_END;

        if (r->poll != NULL && to - world_steps(r->w) > SLICE)
            to = world_steps(r->w) + SLICE;
        if (session_run(r->s, to, &err) != GOPARK_OK) {
            repl_fail_err(r, &err);
            m->why = WHY_FAILED;
        }
        if (m->why == WHY_NOT && reached(m))
            m->why = WHY_DONE;
        check_outside(m);
    }
}

/* The decisions of the next step, put to the person. */
static bool
asks(struct mover *m)
{
    bool open = false;

    if (m->r->policy != POLICY_MANUAL)
        return false;
    world_set_probe(m->r->w, 0, NULL, NULL);
    if (!chooser_open(m->r, &open))
        m->why = WHY_FAILED;
    else if (open)
        m->why = WHY_CHOICE;
    set_probe(m);
    return m->why != WHY_NOT;
}

static void
run_stepwise(struct mover *m)
{
    struct repl *r = m->r;
    struct gopark_err err;

    if (!repl_log(r, true, &err)) {
        repl_fail_err(r, &err);
        m->why = WHY_FAILED;
    }
    while (m->why == WHY_NOT && !asks(m)) {
        m->start = happened_mark(r);
        if (!happened_observe(r, &m->last)) {
            m->why = WHY_FAILED;
            break;
        }
        m->looked = m->why == WHY_NOT;
        r->version++;
        if (m->why == WHY_NOT)
            match_stops(m);
        if (m->why == WHY_NOT && reached(m))
            m->why = WHY_DONE;
        pace_keep(r);
        check_outside(m);
    }
    repl_log(r, false, NULL);
}

/* --- the stop ---------------------------------------------------------- */

static const char *
said(struct mover *m)
{
    switch (m->why) {
    case WHY_ASKED:
        text_printf(&m->said, "interrupted");
        break;
    case WHY_GONE:
        text_printf(&m->said, "G%" PRIu32 " has ended", m->goal->g);
        break;
    case WHY_NOT:
    case WHY_DONE:
    case WHY_ENDED:
    case WHY_STOP:
    case WHY_CHOICE:
    case WHY_FAILED:
        break;
    }
    return m->said.len > 0 ? m->said.s : NULL;
}

static bool
tell(struct mover *m)
{
    struct repl *r = m->r;

    if (m->why == WHY_FAILED)
        return false;
    if (m->why == WHY_CHOICE)
        return chooser_list(r, true);
    if (m->why == WHY_ENDED)
        report_ended(r, m->looked ? &m->last : NULL);
    else
        report_stop(r, said(m), m->looked ? &m->last : NULL, m->at_g);
    return true;
}

bool
move_to(struct repl *r, const struct goal *goal)
{
    struct mover m = { .r = r, .goal = goal };
    bool ok;

    if (world_end(r->w)->how != END_NOT)
        return report_refuse(r);
    m.left = goal->n;
    m.slices = slices(r);
    if (goal->g != 0)
        remember_place(&m);
    stops_watch(r, NULL); /* as they are here, after going back as well */
    pace_start(r);
    set_probe(&m);
    leakstop_begin(&m.leaks, r);
    r->running = true;
    if (runs_free(&m))
        run_free(&m);
    else
        run_stepwise(&m);
    r->running = false;
    world_set_probe(r->w, 0, NULL, NULL);
    r->version++;
    report_mark(r);
    ok = tell(&m);
    text_done(&m.said);
    leakstop_end(&m.leaks);
    return ok;
}
