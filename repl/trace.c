/*
 * trace.c - see trace.h. The format is the JSON array of the trace event
 * format: "X" complete slices, "i" instants, "M" names.
 */
#include "trace.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PID_PS = 1, PID_GS = 2 }; /* processes of the trace */

/* What a P or a goroutine is in the middle of. */
struct span {
    bool open;
    int64_t since;
    uint32_t g;    /* PID_PS: who runs */
    char what[48]; /* PID_GS: which state */
};

struct trace {
    struct text *t;
    bool any; /* something was written: a comma comes next */
    struct span p[256];
    struct span *g; /* by goroutine number */
    uint32_t ng;
};

static void
row(struct trace *tr)
{
    text_puts(tr->t, tr->any ? ",\n" : "\n");
    tr->any = true;
}

static void
name_process(struct trace *tr, int pid, const char *name)
{
    row(tr);
    text_printf(tr->t,
                "{\"ph\":\"M\",\"pid\":%d,\"name\":\"process_name\","
                "\"args\":{\"name\":\"%s\"}}",
                pid, name);
}

static void
name_thread(struct trace *tr, int pid, uint32_t tid, char letter)
{
    row(tr);
    text_printf(tr->t,
                "{\"ph\":\"M\",\"pid\":%d,\"tid\":%" PRIu32
                ",\"name\":\"thread_name\",\"args\":{\"name\":\"%c%" PRIu32
                "\"}}",
                pid, tid, letter, tid);
}

struct trace *
trace_begin(struct text *t)
{
    struct trace *tr = text_alloc(sizeof *tr);
    int i;

    memset(tr, 0, sizeof *tr);
    tr->t = t;
    text_puts(t, "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
    name_process(tr, PID_PS, "processors");
    name_process(tr, PID_GS, "goroutines");
    for (i = 0; i < 4; i++)
        name_thread(tr, PID_PS, (uint32_t)i, 'P');
    return tr;
}

/* --- slices ------------------------------------------------------------ */

static void
slice(struct trace *tr, int pid, uint32_t tid, const char *name, int64_t from,
      int64_t to)
{
    row(tr);
    text_printf(tr->t,
                "{\"ph\":\"X\",\"pid\":%d,\"tid\":%" PRIu32
                ",\"name\":\"%s\",\"ts\":%" PRId64 ".%03d,\"dur\":%" PRId64
                ".%03d}",
                pid, tid, name, from / 1000, (int)(from % 1000),
                (to - from) / 1000, (int)((to - from) % 1000));
}

static struct span *
span_of(struct trace *tr, uint32_t g)
{
    if (g >= tr->ng) {
        uint32_t n = g + 64;

        tr->g = text_grow(tr->g, n * sizeof *tr->g);
        memset(tr->g + tr->ng, 0, (n - tr->ng) * sizeof *tr->g);
        tr->ng = n;
    }
    return &tr->g[g];
}

/* Goroutine g is in another state from t on; "" it has ended. */
static void
enter(struct trace *tr, uint32_t g, const char *what, int64_t t)
{
    struct span *sp;

    if (g == 0)
        return;
    sp = span_of(tr, g);
    if (sp->open && t > sp->since)
        slice(tr, PID_GS, g, sp->what, sp->since, t);
    sp->open = what[0] != '\0';
    sp->since = t;
    snprintf(sp->what, sizeof sp->what, "%s", what);
}

static void
leave_p(struct trace *tr, int p, int64_t t)
{
    struct span *sp = p >= 0 && p < 256 ? &tr->p[p] : NULL;
    char name[16];

    if (sp == NULL || !sp->open)
        return;
    snprintf(name, sizeof name, "G%" PRIu32, sp->g);
    if (t > sp->since)
        slice(tr, PID_PS, (uint32_t)p, name, sp->since, t);
    sp->open = false;
}

static void
enter_p(struct trace *tr, int p, uint32_t g, int64_t t)
{
    leave_p(tr, p, t);
    if (p < 0 || p >= 256)
        return;
    tr->p[p] = (struct span){ true, t, g, "" };
}

/* --- events ------------------------------------------------------------ */

static void
instant(struct trace *tr, const struct gopark_event *e)
{
    bool on_p = e->g == 0;

    row(tr);
    text_printf(tr->t,
                "{\"ph\":\"i\",\"s\":\"t\",\"pid\":%d,\"tid\":%" PRIu32
                ",\"name\":\"%s\",\"ts\":%" PRId64 ".%03d,\"args\":"
                "{\"step\":%" PRIu64 ",\"m\":%" PRId32 ",\"object\":%" PRIu32
                ",\"value\":%" PRId64 "}}",
                on_p ? PID_PS : PID_GS,
                on_p ? (uint32_t)(e->p < 0 ? 0 : e->p) : e->g,
                gopark_event_name((enum gopark_event_kind)e->kind), e->t / 1000,
                (int)(e->t % 1000), e->step, e->m, e->object, e->value);
}

static void
add_event(struct trace *tr, const struct gopark_event *e)
{
    switch ((enum gopark_event_kind)e->kind) {
    case EV_GO:
        name_thread(tr, PID_GS, (uint32_t)e->value, 'G');
        enter(tr, (uint32_t)e->value, "runnable", e->t);
        instant(tr, e);
        break;
    case EV_G_START:
        enter(tr, e->g, "running", e->t);
        enter_p(tr, e->p, e->g, e->t);
        break;
    case EV_PARK:
        enter(tr, e->g, gopark_reason_name((enum g_reason)e->value), e->t);
        leave_p(tr, e->p, e->t);
        break;
    case EV_YIELD:
    case EV_PREEMPT:
        enter(tr, e->g, "runnable", e->t);
        leave_p(tr, e->p, e->t);
        instant(tr, e);
        break;
    case EV_READY:
        enter(tr, (uint32_t)e->value, "runnable", e->t);
        break;
    case EV_SYSCALL:
        enter(tr, e->g, "syscall", e->t);
        leave_p(tr, e->p, e->t);
        break;
    case EV_SYSRET:
        enter(tr, e->g, e->value ? "running" : "runnable", e->t);
        if (e->value)
            enter_p(tr, e->p, e->g, e->t);
        break;
    case EV_G_EXIT:
        enter(tr, e->g, "", e->t);
        leave_p(tr, e->p, e->t);
        break;
    case EV_COMPUTE:
    case EV_SYSMON:
    case EV_M_PARK:
        break;
    default:
        instant(tr, e);
        break;
    }
}

uint64_t
trace_events(struct trace *tr, const struct world *w, uint64_t from)
{
    uint64_t first, count, i;

    world_log_range(w, &first, &count);
    for (i = from < first ? first : from; i < first + count; i++)
        add_event(tr, world_log_at(w, i));
    return first + count;
}

void
trace_end(struct trace *tr, const struct world *w)
{
    int64_t now = world_now(w);
    uint32_t g;
    int p;

    for (p = 0; p < 256; p++)
        leave_p(tr, p, now);
    for (g = 1; g < tr->ng; g++)
        enter(tr, g, "", now);
    text_puts(tr->t, "\n]}\n");
    free(tr->g);
    free(tr);
}
