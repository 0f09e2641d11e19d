/*
 * place.c - running a program to a place that a lesson names.
 *
 * Lines are watched by a probe, at nearly full speed. Events are looked for
 * in the log after every step, so that the run stands right behind them.
 */
#include "place.h"

#include <string.h>

enum { LOG = 1 << 14, MOST_STEPS = 4000000 };

int
place_line(const char *text, const char *what)
{
    const char *at = strstr(text, what);
    int line = 1;

    if (at == NULL || strstr(at + 1, what) != NULL)
        return 0;
    for (const char *p = text; p < at; p++)
        line += *p == '\n';
    return line;
}

int
place_event(const char *name)
{
    for (int k = 0; k < EV_NKIND; k++)
        if (strcmp(gopark_event_name((enum gopark_event_kind)k), name) == 0)
            return k;
    return -1;
}

static enum gopark_rc
run(struct place_run *r, uint64_t step, struct gopark_err *err)
{
    return r->s != NULL ? session_run(r->s, step, err)
                        : world_run(r->w, step, err);
}

static enum place
ended(const struct place_run *r)
{
    return world_end(r->w)->how == END_NOT ? PLACE_FAILED : PLACE_NOT_REACHED;
}

/* --- lines --------------------------------------------------------------- */

struct line_watch {
    int line, left;
    uint32_t g;  /* the only one that counts; 0 any */
    uint32_t by; /* the last that came by */
};

static bool
at_line(void *ctx, struct world *w, const struct gopark_spot *at)
{
    struct line_watch *lw = ctx;

    (void)w;
    if (at->func != NULL || at->line != lw->line ||
        (lw->g != 0 && at->g != lw->g))
        return false;
    lw->by = at->g;
    return --lw->left == 0;
}

static enum place
go_line(struct place_run *r, const struct demo_stop *stop,
        struct gopark_err *err)
{
    struct line_watch lw = { place_line(r->text, stop->what), stop->hit,
                             stop->g, 0 };
    enum gopark_rc rc;
    bool paused;

    if (lw.line == 0) {
        gopark_fail(err, GOPARK_EUSAGE,
                    "\"%s\": no line, or more than one, has this text",
                    stop->what);
        return PLACE_FAILED;
    }
    world_set_probe(r->w, PROBE_LINE, at_line, &lw);
    rc = run(r, world_steps(r->w) + MOST_STEPS, err);
    paused = world_paused(r->w);
    world_set_probe(r->w, 0, NULL, NULL);
    if (rc != GOPARK_OK)
        return PLACE_FAILED;
    if (!paused)
        return ended(r);
    r->g = lw.by;
    r->line = lw.line;
    return PLACE_REACHED;
}

/* --- events -------------------------------------------------------------- */

/* Is the object the one of that name? "" is any. */
static bool
is_object(struct world *w, uint32_t id, const char *name)
{
    return name == NULL || (id != 0 && world_object_called(w, id, name));
}

/* What an event is about; a goroutine that parks, about what it waits for. */
static uint32_t
object_of(struct world *w, const struct gopark_event *e)
{
    struct gopark_g g;

    if (e->object == 0 && e->kind == EV_PARK && world_g(w, e->g, &g))
        return g.object;
    return e->object;
}

/* How many of the events from *next on are meant. */
static int
count_new(struct place_run *r, const struct demo_stop *stop, int kind,
          uint64_t *next)
{
    uint64_t first, count;
    int n = 0;

    world_log_range(r->w, &first, &count);
    if (*next < first)
        *next = first;
    for (; *next < first + count; ++*next) {
        const struct gopark_event *e = world_log_at(r->w, *next);

        if (e->kind == kind && (stop->g == 0 || e->g == stop->g) &&
            is_object(r->w, object_of(r->w, e), stop->of)) {
            n++;
            r->g = e->g;
        }
    }
    return n;
}

static enum place
go_event(struct place_run *r, const struct demo_stop *stop,
         struct gopark_err *err)
{
    int kind = place_event(stop->what), left = stop->hit;
    uint64_t next, count, last = world_steps(r->w) + MOST_STEPS;

    if (kind < 0) {
        gopark_fail(err, GOPARK_EUSAGE, "no event is called \"%s\"",
                    stop->what);
        return PLACE_FAILED;
    }
    world_log_range(r->w, &next, &count);
    next += count;
    while (world_end(r->w)->how == END_NOT && world_steps(r->w) < last) {
        if (run(r, world_steps(r->w) + 1, err) != GOPARK_OK)
            return PLACE_FAILED;
        left -= count_new(r, stop, kind, &next);
        if (left <= 0)
            return PLACE_REACHED;
    }
    return ended(r);
}

enum place
place_go(struct place_run *r, const struct demo_stop *stop,
         struct gopark_err *err)
{
    gopark_fail(err, GOPARK_EREFUSED, "the program goes on for too long");
    r->g = 0;
    r->line = 0;
    switch (stop->at) {
    case STOP_AT_START:
        return PLACE_REACHED;
    case STOP_AT_LINE:
        return go_line(r, stop, err);
    case STOP_AT_EVENT:
        return go_event(r, stop, err);
    case STOP_AT_END:
        break;
    }
    if (run(r, world_steps(r->w) + MOST_STEPS, err) != GOPARK_OK)
        return PLACE_FAILED;
    return world_end(r->w)->how == END_NOT ? PLACE_FAILED : PLACE_REACHED;
}

/* --- from the start ------------------------------------------------------ */

static void
no_output(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    (void)ctx, (void)fd, (void)s, (void)n, (void)at;
}

bool
place_open(struct world **w, const struct trial_opts *o,
           const struct demo_stop *stop, struct gopark_err *err)
{
    struct gopark_opts wo;
    struct place_run r;
    enum place got;

    *w = NULL;
    gopark_opts_init(&wo);
    wo.name = o->name;
    wo.text = o->text;
    wo.textlen = o->len;
    wo.seed = o->seed;
    wo.procs = o->procs;
    wo.write = no_output;
    if (world_open(w, &wo, err) != GOPARK_OK ||
        world_log(*w, LOG, err) != GOPARK_OK)
        return false;
    r = (struct place_run){ .w = *w, .text = o->text };
    got = place_go(&r, stop, err);
    if (got == PLACE_NOT_REACHED)
        gopark_fail(err, GOPARK_EREFUSED,
                    "the program ends before it reaches that place");
    return got == PLACE_REACHED;
}
