/*
 * trial.c - one plain run of a program, kept.
 *
 * The run goes in slices so that the event log, which is read after each,
 * never overflows, and so that a program that computes without end is cut
 * off by what it has computed and not by what its clock says.
 */
#define _XOPEN_SOURCE 700
#include "trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLICE = 4096,  /* steps between two looks at the log */
    LOG = 1 << 16, /* events kept; a slice makes fewer */
    MOST_STEPS = 2000000,
    MOST_WORK = 100000000, /* instructions */
    MOST_GS = 20000,
    WAITERS = 4096,
};

/* --- while it runs ------------------------------------------------------- */

static void
keep_output(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct trial *t = ctx;

    (void)at;
    if (fd == 1)
        text_add(&t->out, s, n);
}

static void
note_order(struct trial *t, uint32_t g)
{
    for (int i = 0; i < t->norder; i++)
        if (t->order[i] == g)
            return;
    if (t->norder >= MOST_GS || g == 0)
        return;
    t->order = text_grow(t->order, sizeof *t->order * (size_t)(t->norder + 1));
    t->order[t->norder++] = g;
}

/* Time on a P: from a start to whatever takes the goroutine off it. */
static void
note_time_on_p(struct trial *t, const struct gopark_event *e)
{
    if (e->g >= TRIAL_NCPU)
        return;
    switch ((int)e->kind) {
    case EV_G_START:
    case EV_SYSRET:
        t->since[e->g] = e->t;
        break;
    case EV_PARK:
    case EV_YIELD:
    case EV_PREEMPT:
    case EV_SYSCALL:
    case EV_G_EXIT:
        if (t->since[e->g] >= 0)
            t->cpu[e->g] += e->t - t->since[e->g];
        t->since[e->g] = -1;
        break;
    default:
        break;
    }
}

/* The events from *next on. */
static void
read_log(struct trial *t, const struct world *w, uint64_t *next)
{
    uint64_t first, count;

    world_log_range(w, &first, &count);
    if (*next < first)
        *next = first;
    for (; *next < first + count; ++*next) {
        const struct gopark_event *e = world_log_at(w, *next);

        if (e->kind < EV_NKIND)
            t->count[e->kind]++;
        note_time_on_p(t, e);
        if (e->kind == EV_G_START && t->norder < 256)
            note_order(t, e->g);
    }
}

static enum gopark_rc
run(struct trial *t, struct world *w, struct gopark_err *err)
{
    struct gopark_stats stats;
    uint64_t next = 0;
    enum gopark_rc rc = world_log(w, LOG, err);

    while (rc == GOPARK_OK && world_end(w)->how == END_NOT && !t->endless) {
        rc = world_run(w, world_steps(w) + SLICE, err);
        read_log(t, w, &next);
        world_stats(w, &stats);
        t->endless = stats.instructions > MOST_WORK;
    }
    return rc;
}

/* --- when it has ended --------------------------------------------------- */

static void
add_edge(struct trial *t, uint32_t g, const char *object, bool held)
{
    struct trial_edge *e;

    t->edge = text_grow(t->edge, sizeof *t->edge * (size_t)(t->nedge + 1));
    e = &t->edge[t->nedge++];
    e->g = g;
    e->held = held;
    snprintf(e->object, sizeof e->object, "%s", object);
}

static void
edges_of(struct trial *t, struct world *w, const struct gopark_object *o)
{
    static const enum gopark_queue queue[] = { Q_SEND, Q_RECV, Q_WAIT };
    char buf[64];
    const char *label = gopark_object_label(o, buf, sizeof buf);
    struct gopark_waiter wt;
    bool waited = false;

    for (int q = 0; q < 3; q++) {
        for (int i = 0; i < WAITERS; i++) {
            if (!world_waiter(w, o->id, queue[q], i, &wt))
                break;
            add_edge(t, wt.g, label, false);
            waited = true;
        }
    }
    if (waited && o->owner != 0)
        add_edge(t, o->owner, label, true);
}

static void
keep_edges(struct trial *t, struct world *w)
{
    struct gopark_object o;

    for (uint32_t id = world_next_object(w, 0); id != 0;
         id = world_next_object(w, id))
        if (world_object(w, id, &o))
            edges_of(t, w, &o);
}

static void
keep_gs(struct trial *t, struct world *w)
{
    uint32_t n = world_ngs(w);
    struct gopark_g g;

    if (n > MOST_GS)
        n = MOST_GS;
    t->g = text_alloc(sizeof *t->g * (size_t)(n + 1));
    for (uint32_t id = 1; id <= n; id++) {
        struct trial_g *keep = &t->g[t->ng];

        if (!world_g(w, id, &g) || g.hidden)
            continue;
        memset(keep, 0, sizeof *keep);
        keep->id = id;
        keep->status = g.status;
        keep->reason = g.reason;
        keep->line = g.line;
        snprintf(keep->func, sizeof keep->func, "%s", g.func ? g.func : "");
        t->ng++;
    }
}

static void
keep_leaks(struct trial *t, struct world *w)
{
    struct gopark_blocked *b = text_alloc(sizeof *b * MOST_GS);
    int n = world_leaks(w, b, MOST_GS);
    struct gopark_leaks leaks = { .status = 0 };
    bool leaked = false;
    char *report, *still;

    for (int i = 0; i < n && i < MOST_GS; i++) {
        if (b[i].leak != LEAK_LEAKED)
            continue;
        t->nleaked++;
        for (int k = 0; k < t->ng; k++)
            if (t->g[k].id == b[i].g)
                t->g[k].leaked = true;
    }
    free(b);
    report = world_leak_report(w, &leaks, &leaked);
    still = report != NULL ? strstr(report, " still running when") : NULL;
    t->nleft = t->nleaked;
    if (still != NULL) {
        while (still > report && still[-1] != '\n')
            still--;
        t->nleft += (int)strtol(still + strcspn(still, "0123456789"), NULL, 10);
    }
    free(report);
}

/* The text behind "panic: " or "fatal error: ", without a position. */
static char *
message_of(struct world *w)
{
    char *report = world_report(w), *end, *s = report;

    if (s == NULL)
        return text_dup("");
    if (strncmp(s, "panic: ", 7) == 0)
        s += 7;
    else if (strncmp(s, "fatal error: ", 13) == 0)
        s += 13;
    else
        s += strlen(s);
    end = strchr(s, '\n');
    if (end != NULL)
        *end = '\0';
    s = text_dup(s);
    free(report);
    return s;
}

void
trial_keep(struct trial *t, struct world *w)
{
    t->how = world_end(w)->how;
    t->code = world_end(w)->code;
    t->time = world_now(w);
    t->message = message_of(w);
    keep_gs(t, w);
    keep_edges(t, w);
    if (t->how == END_RETURN)
        keep_leaks(t, w);
}

enum gopark_rc
trial_run(struct trial *t, const struct trial_opts *o, struct gopark_err *err)
{
    struct gopark_opts wo;
    struct world *w = NULL;
    enum gopark_rc rc;

    memset(t, 0, sizeof *t);
    for (int i = 0; i < TRIAL_NCPU; i++)
        t->since[i] = -1;
    gopark_opts_init(&wo);
    wo.name = o->name;
    wo.text = o->text;
    wo.textlen = o->len;
    wo.seed = o->seed;
    wo.procs = o->procs;
    wo.max_steps = MOST_STEPS;
    wo.max_gs = MOST_GS;
    wo.write = keep_output;
    wo.io_ctx = t;
    rc = world_open(&w, &wo, err);
    if (rc != GOPARK_OK)
        return rc;
    rc = run(t, w, err);
    if (rc == GOPARK_OK)
        trial_keep(t, w);
    world_close(w);
    return rc;
}

void
trial_done(struct trial *t)
{
    free(t->message);
    free(t->order);
    free(t->g);
    free(t->edge);
    text_done(&t->out);
    memset(t, 0, sizeof *t);
}

const char *
trial_ends(const struct trial *t)
{
    if (t->endless)
        return "limit";
    switch (t->how) {
    case END_RETURN:
        return "returns";
    case END_EXIT:
        return "exit";
    case END_PANIC:
    case END_CHECK:
        return "panic";
    case END_FATAL:
        return "fatal";
    case END_DEADLOCK:
    case END_NO_GS:
        return "deadlock";
    case END_NOT:
    case END_STALLED:
    case END_STEPS:
    case END_TIME:
    case END_MEMORY:
    case END_GS:
        break;
    }
    return "limit";
}
