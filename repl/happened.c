/*
 * happened.c - what a step did, in words.
 *
 * A step is one action of one goroutine. Its events say which; what was moved
 * is no longer there afterwards, so before the step the head of what each
 * running goroutine is about to touch is noted. Steps in the past are run
 * again: nothing is logged while nobody looks.
 */
#include "happened.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "units.h"

enum { MS_MOST = 256 };

/* What a goroutine is about to touch, noted before a step. */
struct before {
    uint32_t g, object;
    char value[64]; /* the oldest element, or what the first sender sends */
};

static void
note_value(const struct world *w, struct before *b)
{
    struct gopark_waiter sender;

    b->value[0] = '\0';
    if (b->object == 0)
        return;
    if (world_element(w, b->object, 0, b->value, sizeof b->value))
        return;
    if (world_waiter(w, b->object, Q_SEND, 0, &sender))
        snprintf(b->value, sizeof b->value, "%s", sender.value);
}

static bool
note_g(const struct world *w, uint32_t g, struct before *b)
{
    struct gopark_g gi;

    if (g == 0 || !live_g(w, g, &gi))
        return false;
    b->g = g;
    b->object = gi.next_object;
    note_value(w, b);
    return true;
}

static int
note_all(const struct world *w, struct before *b)
{
    struct gopark_p p;
    int n = 0;

    for (int i = 0; i < world_nps(w) && n < MS_MOST; i++)
        if (world_p(w, i, &p) && note_g(w, p.g, &b[n]))
            n++;
    return n;
}

/* --- words ------------------------------------------------------------- */

static const char *
label(const struct world *w, uint32_t object, char *buf, size_t size)
{
    struct gopark_object o;
    const char *s = "?";

    if (world_object(w, object, &o))
        s = gopark_object_label(&o, buf, size);
    if (s != buf)
        snprintf(buf, size, "%.60s", s);
    return buf;
}

/* " (buffer 3/4)", "" for an unbuffered channel. */
static void
buffer(const struct world *w, uint32_t object, char *buf, size_t size)
{
    struct gopark_object o;

    buf[0] = '\0';
    if (world_object(w, object, &o) && o.cap > 0)
        snprintf(buf, size, " (buffer %d/%d)", o.len, o.cap);
}

/* The value that g, parked sending to object, holds; or the newest element
 * of its buffer. */
static void
sent_value(const struct world *w, const struct happened *h, char *buf,
           size_t size)
{
    struct gopark_object o;
    struct gopark_waiter q;

    buf[0] = '\0';
    if (h->value >= 0 && h->value != INT64_MAX &&
        world_object(w, h->object, &o) && o.len > 0)
        world_element(w, h->object, o.len - 1, buf, size);
    for (int i = 0;
         h->value == INT64_MAX && world_waiter(w, h->object, Q_SEND, i, &q);
         i++)
        if (q.g == h->g)
            snprintf(buf, size, "%s", q.value);
}

static void
say_send(const struct world *w, struct happened *h)
{
    char value[64], buf[64], name[64], peer[48] = "";

    sent_value(w, h, value, sizeof value);
    buffer(w, h->object, buf, sizeof buf);
    if (h->value < 0)
        snprintf(peer, sizeof peer, ", handed to G%" PRId64, -h->value);
    snprintf(h->text, sizeof h->text, "send%s%s to %s%s%s", value[0] ? " " : "",
             value, label(w, h->object, name, sizeof name), buf, peer);
}

static void
say_recv(const struct world *w, struct happened *h, const char *value)
{
    char buf[64], name[64], peer[48] = "";

    label(w, h->object, name, sizeof name);
    buffer(w, h->object, buf, sizeof buf);
    if (h->value == INT64_MAX)
        snprintf(h->text, sizeof h->text, "receive from %s", name);
    else if (h->value == INT64_MAX - 1)
        snprintf(h->text, sizeof h->text,
                 "receive from %s: closed, nil and "
                 "false",
                 name);
    else {
        if (h->value < 0)
            snprintf(peer, sizeof peer, ", sender G%" PRId64, -h->value);
        snprintf(h->text, sizeof h->text, "receive%s%s from %s%s%s",
                 value[0] ? " " : "", value, name, buf, peer);
    }
}

static void
say_go(const struct world *w, struct happened *h)
{
    struct gopark_g g;

    if (live_g(w, (uint32_t)h->value, &g) && g.func != NULL)
        snprintf(h->text, sizeof h->text, "go %s: G%" PRId64, g.func, h->value);
    else
        snprintf(h->text, sizeof h->text, "go: G%" PRId64, h->value);
}

static void
say_other(const struct world *w, struct happened *h)
{
    char name[64], t[64];
    const char *what = gopark_event_name((enum gopark_event_kind)h->kind);

    switch (h->kind) {
    case EV_WG:
        snprintf(h->text, sizeof h->text,
                 h->told ? "%s: counter %" PRId64 : "wait for %s",
                 label(w, h->object, name, sizeof name), h->value);
        return;
    case EV_COND:
        what = h->value > 0 ? "broadcast" : h->value == 0 ? "signal" : "wait";
        break;
    case EV_TIMER:
        what = "set a timer";
        break;
    case EV_YIELD:
        what = "Gosched";
        break;
    case EV_G_EXIT:
        what = world_end(w)->how == END_EXIT ? "os.exit" : "Goexit";
        break;
    case EV_GC:
        what = "garbage collection";
        break;
    case EV_OTHER:
        what = h->object ? "look at" : "another operation";
        break;
    case EV_LOCK:
        what = h->value > 0 ? "read lock" : h->told ? "lock" : "try to lock";
        break;
    case EV_ATOMIC:
        what = h->value == 0   ? "atomic load of"
               : h->value == 1 ? "atomic store to"
                               : "atomic update of";
        break;
    case EV_SLEEP:
    case EV_SYSCALL:
        snprintf(h->text, sizeof h->text, "%s%s%s",
                 h->kind == EV_SLEEP ? "sleep" : "system call",
                 h->value > 0 ? " " : "",
                 h->value > 0 ? units_time(h->value, t, sizeof t) : "");
        return;
    case EV_PRINT:
        snprintf(h->text, sizeof h->text, "print, %" PRId64 " bytes", h->value);
        return;
    case EV_COMPUTE:
        snprintf(h->text, sizeof h->text, "compute, %" PRId64 " instructions",
                 h->value);
        return;
    default:
        break;
    }
    snprintf(h->text, sizeof h->text, "%s%s%s", what, h->object ? " " : "",
             h->object ? label(w, h->object, name, sizeof name) : "");
}

/* The objects that a select waits at. */
static void
say_waits(const struct world *w, struct happened *h)
{
    char name[64];
    struct gopark_g g;

    snprintf(h->text, sizeof h->text, "select");
    if (!live_g(w, h->g, &g) || g.object == 0)
        return;
    snprintf(h->text, sizeof h->text, "select on %s",
             label(w, g.object, name, sizeof name));
    if (g.nwait > 1)
        snprintf(h->text + strlen(h->text), 32, " and %d more", g.nwait - 1);
}

static void
say_select(const struct world *w, struct happened *h)
{
    char name[64];

    if (h->parks || h->value < 0)
        say_waits(w, h);
    else if (h->value == 0)
        snprintf(h->text, sizeof h->text, "select: default");
    else
        snprintf(h->text, sizeof h->text, "select: case %" PRId64 ", %s",
                 h->value, label(w, h->object, name, sizeof name));
}

static void
say_ends(struct happened *h)
{
    size_t n = strlen(h->text);

    if (h->panics) {
        snprintf(h->text + n, sizeof h->text - n, ": panics");
        return;
    }
    if (h->parks)
        snprintf(h->text + n, sizeof h->text - n, ": blocks");
    else if (h->kind != EV_SEND && h->kind != EV_RECV && h->wakes != 0 &&
             h->kind != EV_GO)
        snprintf(h->text + n, sizeof h->text - n, ", wakes G%" PRIu32,
                 h->wakes);
}

static void
say(const struct world *w, struct happened *h, const char *value)
{
    switch (h->kind) {
    case EV_SEND:
        say_send(w, h);
        break;
    case EV_RECV:
        say_recv(w, h, value);
        break;
    case EV_GO:
        say_go(w, h);
        break;
    case EV_SELECT:
        say_select(w, h);
        break;
    case -1:
        snprintf(h->text, sizeof h->text, "nothing");
        break;
    default:
        say_other(w, h);
        break;
    }
    say_ends(h);
}

/* --- from events to a step --------------------------------------------- */

static void
take_op(const struct world *w, struct happened *h)
{
    struct gopark_op op;

    if (!world_last_op(w, &op) || op.step != h->step)
        return;
    h->g = op.g;
    h->kind = (int)op.kind;
    h->object = op.object;
    h->value = -1;
    h->line = op.line;
    snprintf(h->file, sizeof h->file, "%s", op.file != NULL ? op.file : "");
}

/* What an event adds. The first of the operation's own kind tells its value,
 * and what it was about if that was decided on the way. */
static void
take_event(struct happened *h, const struct gopark_event *e)
{
    if (e->kind == EV_READY && e->g == h->g)
        h->wakes = (uint32_t)e->value;
    if (e->g != h->g || h->g == 0)
        return;
    if (h->p < 0) {
        h->p = e->p;
        h->m = e->m;
    }
    h->t = e->t;
    if (e->kind == h->kind && !h->told) {
        h->told = true;
        h->value = e->value;
        h->object = e->object != 0 ? e->object : h->object;
    } else if (e->kind == EV_PARK) {
        h->parks = true;
        h->reason = (int)e->value;
    } else if (e->kind == EV_GO && !h->told) {
        h->told = true;
        h->value = e->value;
    } else if (e->kind == EV_PANIC)
        h->panics = true;
}

/* What the events of step h->step, from number from on, add. */
static void
gather(const struct world *w, uint64_t from, struct happened *h)
{
    uint64_t first, count;
    const struct gopark_event *e;

    world_log_range(w, &first, &count);
    for (uint64_t i = from > first ? from : first; i < first + count; i++) {
        e = world_log_at(w, i);
        if (e != NULL && e->step == h->step)
            take_event(h, e);
    }
}

static uint64_t
log_end(const struct world *w)
{
    uint64_t first, count;

    world_log_range(w, &first, &count);
    return first + count;
}

static void
blank(struct happened *h, uint64_t step, int64_t t)
{
    memset(h, 0, sizeof *h);
    h->step = step;
    h->t = t;
    h->p = h->m = h->kind = -1;
}

/* One step with the log on; the program must not have ended. */
static bool
observe(struct repl *r, struct happened *h, struct gopark_err *err)
{
    static struct before before[MS_MOST];
    int n = note_all(r->w, before);
    uint64_t from = log_end(r->w), step = world_steps(r->w) + 1;
    const char *value = "";
    enum gopark_rc rc;

    world_watch_ops(r->w, true);
    rc = session_run(r->s, step, err);
    world_watch_ops(r->w, false);
    if (rc != GOPARK_OK)
        return false;
    blank(h, step, world_now(r->w));
    if (world_steps(r->w) < step)
        return true;
    take_op(r->w, h);
    gather(r->w, from, h);
    for (int i = 0; i < n; i++)
        if (before[i].g == h->g && before[i].object == h->object)
            value = before[i].value;
    say(r->w, h, value);
    return true;
}

uint64_t
happened_mark(struct repl *r)
{
    return log_end(r->w);
}

void
happened_recent(struct repl *r, uint64_t from,
                void (*each)(void *ctx, const struct gopark_event *e),
                void *ctx)
{
    for (uint64_t i = from; i < log_end(r->w); i++)
        if (world_log_at(r->w, i) != NULL)
            each(ctx, world_log_at(r->w, i));
}

bool
happened_observe(struct repl *r, struct happened *h)
{
    struct gopark_err err;

    return observe(r, h, &err) || repl_fail_err(r, &err);
}

bool
happened_next(struct repl *r, struct happened *h)
{
    struct gopark_err err;
    bool ok = repl_log(r, true, &err) && observe(r, h, &err);

    repl_log(r, false, NULL);
    return ok || repl_fail_err(r, &err);
}

bool
happened_last(struct repl *r, struct happened *h)
{
    struct gopark_err err;
    uint64_t step = world_steps(r->w);
    bool ok;

    blank(h, step, world_now(r->w));
    if (step == 0)
        return true;
    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    ok = session_goto(r->s, step - 1, &err) == GOPARK_OK &&
         world_log(r->w, HAPPENED_LOG, &err) == GOPARK_OK &&
         observe(r, h, &err);
    session_return(r->s);
    return ok || repl_fail_err(r, &err);
}

void
happened_line(const struct happened *h, struct text *t)
{
    char at[64];

    text_printf(t, "step %" PRIu64 "  t=%s", h->step,
                units_time(h->t, at, sizeof at));
    if (h->p >= 0)
        text_printf(t, "  P%d M%d", h->p, h->m);
    if (h->g != 0)
        text_printf(t, "  G%" PRIu32, h->g);
    if (h->kind >= 0)
        text_printf(t, "  %s", h->text);
    text_puts(t, "\n");
}

bool
happened_each(struct repl *r, uint64_t a, uint64_t b,
              void (*each)(void *ctx, const struct happened *h), void *ctx)
{
    struct gopark_err err;
    struct happened h;
    bool ok;

    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    ok = session_goto(r->s, a, &err) == GOPARK_OK &&
         world_log(r->w, HAPPENED_LOG, &err) == GOPARK_OK;
    while (ok && world_steps(r->w) < b) {
        ok = observe(r, &h, &err);
        if (ok && h.step > world_steps(r->w))
            break;
        if (ok)
            each(ctx, &h);
    }
    session_return(r->s);
    return ok || repl_fail_err(r, &err);
}

bool
happened_events(struct repl *r, uint64_t a, uint64_t b,
                void (*each)(void *ctx, const struct gopark_event *e),
                void *ctx)
{
    struct gopark_err err;
    uint64_t next;
    bool ok;

    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    ok = session_goto(r->s, a, &err) == GOPARK_OK &&
         world_log(r->w, HAPPENED_LOG, &err) == GOPARK_OK;
    next = ok ? log_end(r->w) : 0;
    while (ok && world_steps(r->w) < b) {
        uint64_t step = world_steps(r->w);

        ok = session_run(r->s, step + 1, &err) == GOPARK_OK;
        if (ok)
            happened_recent(r, next, each, ctx);
        next = log_end(r->w);
        if (world_steps(r->w) == step)
            break;
    }
    session_return(r->s);
    return ok || repl_fail_err(r, &err);
}
