/*
 * cmd_objects.c - channels and locks, and who waits at them.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "families.h"
#include "rows.h"
#include "units.h"

/* --- channels ---------------------------------------------------------- */

static json_t *
json_queue(const struct world *w, uint32_t object, enum gopark_queue q)
{
    json_t *a = json_array();
    struct gopark_waiter one;

    for (int i = 0; world_waiter(w, object, q, i, &one); i++)
        json_array_append_new(a, json_integer(one.g));
    return a;
}

static json_t *
json_buffer(const struct world *w, const struct gopark_object *o)
{
    json_t *a = json_array();
    char value[64];

    for (int i = 0; i < o->len; i++)
        if (world_element(w, o->id, i, value, sizeof value))
            json_array_append_new(a, json_text(value, strlen(value)));
    return a;
}

static void
row_chan(struct rows *t, struct repl *r, const struct gopark_object *o)
{
    struct text buf = { 0 }, sendq = { 0 }, recvq = { 0 };
    char name[64];

    describe_object(r->w, o->id, name, sizeof name);
    describe_buffer(r->w, o, &buf);
    describe_queue(r->w, o->id, Q_SEND, &sendq);
    describe_queue(r->w, o->id, Q_RECV, &recvq);
    rows_next(t);
    rows_both(t, "chan", name);
    if (o->cap > 0)
        rows_text(t, "chan(%d) %d/%d %s", o->cap, o->len, o->cap, buf.s);
    else
        rows_text(t, "chan");
    rows_text(t, "sendq %s", sendq.s);
    rows_text(t, "recvq %s", recvq.s);
    rows_text(t, "%s", o->closed ? "closed" : "");
    rows_int(t, "number", o->number);
    rows_int(t, "cap", o->cap);
    rows_int(t, "len", o->len);
    rows_json(t, "buffer", json_buffer(r->w, o));
    rows_json(t, "sendq", json_queue(r->w, o->id, Q_SEND));
    rows_json(t, "recvq", json_queue(r->w, o->id, Q_RECV));
    rows_bool(t, "closed", o->closed);
    rows_str(t, "file", o->file);
    rows_int(t, "line", o->line);
    text_done(&buf);
    text_done(&sendq);
    text_done(&recvq);
}

static bool
cmd_chans(struct repl *r, int argc, char **argv)
{
    struct gopark_object o;
    struct rows t;

    (void)argc;
    (void)argv;
    rows_begin(&t, r);
    for (uint32_t id = 0; (id = world_next_object(r->w, id)) != 0;)
        if (world_object(r->w, id, &o) && o.kind == OBJ_CHAN &&
            !describe_idle(&o))
            row_chan(&t, r, &o);
    rows_end(&t, "no channels");
    return true;
}

static void
put_waiters(struct repl *r, uint32_t object, enum gopark_queue q,
            const char *what)
{
    struct gopark_waiter one;
    int i;

    repl_printf(r, "  %s ", what);
    for (i = 0; world_waiter(r->w, object, q, i, &one); i++) {
        repl_printf(r, "%sG%" PRIu32, i > 0 ? ", " : "", one.g);
        if (one.value[0] != '\0')
            repl_printf(r, " with %s", one.value);
        if (one.case_no > 0)
            repl_printf(r, " (select case %d)", one.case_no);
    }
    repl_puts(r, i == 0 ? "-\n" : "\n");
}

static void
put_timer(struct repl *r, const struct gopark_object *o)
{
    char s[64];

    if (o->when > 0)
        repl_printf(r, "  timer at %s\n", units_time(o->when, s, sizeof s));
    if (o->period > 0)
        repl_printf(r, "  every %s\n", units_time(o->period, s, sizeof s));
}

static bool
cmd_chan(struct repl *r, int argc, char **argv)
{
    struct gopark_object o;
    struct text buf = { 0 };
    struct rows t;
    char label[64];

    (void)argc;
    if (!arg_object(r, argv[1], &o))
        return false;
    if (o.kind != OBJ_CHAN)
        return repl_fail(r, "%s is no channel; 'locks' shows it", argv[1]);
    if (r->json) {
        rows_begin(&t, r);
        row_chan(&t, r, &o);
        rows_end(&t, NULL);
        return true;
    }
    repl_puts(r, gopark_object_label(&o, label, sizeof label));
    if (o.name != NULL && o.name[0] != '\0')
        repl_printf(r, "  ch#%" PRIu32, o.number);
    if (o.file != NULL)
        repl_printf(r, "  made at %s:%d", o.file, o.line);
    repl_printf(r, "%s\n", o.closed ? "  closed" : "");
    describe_buffer(r->w, &o, &buf);
    if (o.cap > 0)
        repl_printf(r, "  buffer %d/%d %s, the oldest in slot %d\n", o.len,
                    o.cap, buf.s, o.head);
    else
        repl_puts(r, "  unbuffered\n");
    put_waiters(r, o.id, Q_SEND, "sendq ");
    put_waiters(r, o.id, Q_RECV, "recvq ");
    put_timer(r, &o);
    text_done(&buf);
    return true;
}

/* --- locks ------------------------------------------------------------- */

static const char *const kind_word[OBJ_NKIND] = {
    [OBJ_CHAN] = "chan",      [OBJ_MUTEX] = "Mutex", [OBJ_RWMUTEX] = "RWMutex",
    [OBJ_WG] = "WaitGroup",   [OBJ_COND] = "Cond",   [OBJ_ONCE] = "Once",
    [OBJ_SEMA] = "semaphore", [OBJ_TIMER] = "timer", [OBJ_ATOMIC] = "atomic",
    [OBJ_CELLS] = "shared",   [OBJ_POOL] = "Pool",   [OBJ_MAP] = "Map",
};

static void
state_of(const struct gopark_object *o, struct text *t)
{
    text_add(t, "", 0);
    if (o->kind == OBJ_WG)
        text_printf(t, "counter %" PRId64, o->count);
    else if (o->kind == OBJ_SEMA)
        text_printf(t, "%" PRId64 " free", o->count);
    else if (o->kind == OBJ_ATOMIC)
        text_printf(t, "%" PRId64, o->count);
    else if (o->owner != 0)
        text_printf(t, "locked by G%" PRIu32, o->owner);
    else if (o->readers > 0)
        text_printf(t, "%d reader%s", o->readers, o->readers > 1 ? "s" : "");
    else if (o->kind == OBJ_MUTEX || o->kind == OBJ_RWMUTEX)
        text_puts(t, "unlocked");
    if (o->starving)
        text_puts(t, ", starving");
    if (o->writer_waits)
        text_puts(t, ", a writer waits");
}

static void
row_lock(struct rows *t, struct repl *r, const struct gopark_object *o)
{
    struct text state = { 0 }, q = { 0 };
    char name[64];

    describe_object(r->w, o->id, name, sizeof name);
    state_of(o, &state);
    describe_queue(r->w, o->id, Q_WAIT, &q);
    rows_next(t);
    rows_both(t, "lock", name);
    rows_both(t, "kind", kind_word[o->kind]);
    rows_both(t, "state", state.s);
    rows_text(t, "waiting %s", q.s);
    rows_int(t, "number", o->number);
    rows_int(t, "owner", o->owner);
    rows_int(t, "readers", o->readers);
    rows_int(t, "count", o->count);
    rows_json(t, "waiting", json_queue(r->w, o->id, Q_WAIT));
    rows_str(t, "file", o->file);
    rows_int(t, "line", o->line);
    text_done(&state);
    text_done(&q);
}

static bool
is_lock(const struct gopark_object *o)
{
    return o->kind == OBJ_MUTEX || o->kind == OBJ_RWMUTEX ||
           o->kind == OBJ_WG || o->kind == OBJ_COND || o->kind == OBJ_ONCE ||
           o->kind == OBJ_SEMA;
}

/* The run up to here again, with somebody who looks at its locks. */
static bool
lock_order(struct repl *r)
{
    uint64_t here = world_steps(r->w);
    struct lockwatch *lw = NULL;
    struct gopark_err err;
    char *text;
    bool ok;

    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    ok = session_goto(r->s, 0, &err) == GOPARK_OK &&
         (lw = lockwatch_start(r->w)) != NULL &&
         session_run(r->s, here, &err) == GOPARK_OK;
    if (ok) {
        text = lockwatch_report(lw, REPL_SAY(r, GOPARK_EN, GOPARK_ZH));
        if (r->json)
            repl_json(r, json_pack("{s:s}", "order", text));
        else
            repl_puts(r, text);
        free(text);
    }
    if (lw != NULL)
        lockwatch_stop(lw);
    session_return(r->s);
    return ok || repl_fail_err(r, &err);
}

static bool
cmd_locks(struct repl *r, int argc, char **argv)
{
    struct gopark_object o;
    struct rows t;

    if (argc > 1)
        return strcmp(argv[1], "--order") == 0
                   ? lock_order(r)
                   : repl_fail(r, "locks %s: expected --order, or nothing",
                               argv[1]);
    rows_begin(&t, r);
    for (uint32_t id = 0; (id = world_next_object(r->w, id)) != 0;)
        if (world_object(r->w, id, &o) && is_lock(&o) && !describe_idle(&o))
            row_lock(&t, r, &o);
    rows_end(&t, "no locks");
    return true;
}

const struct repl_cmd cmd_objects[] = {
    { .name = "chans",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "channels: buffers and wait queues",
      .group = GROUP_LOOK,
      .exec = cmd_chans },
    { .name = "chan",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "NAME",
      .help = "one channel in full",
      .group = GROUP_LOOK,
      .arg = ARG_CHAN,
      .exec = cmd_chan },
    { .name = "locks",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[--order]",
      .help = "mutexes, wait groups, conditions, semaphores",
      .more =
          "locks --order  deadlocks that the order of locks makes possible, "
          "locks taken twice,\n"
          "               locks held across channel operations, in the "
          "run up to here\n",
      .group = GROUP_LOOK,
      .exec = cmd_locks },
    { .name = NULL },
};
