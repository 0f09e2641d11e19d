/*
 * cmd_events.c - what happened: events, interleavings, differences, output.
 *
 * Nothing is logged while nobody looks: a stretch of the past is run again on
 * a branch and its events are read there.
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "changes.h"
#include "describe.h"
#include "dump.h"
#include "families.h"
#include "happened.h"
#include "profile.h"
#include "rows.h"
#include "units.h"

enum { LAST = 20 }; /* steps shown if no range is given */

/* --- log --------------------------------------------------------------- */

struct log {
    struct repl *r;
    struct rows t;
    uint32_t g, object; /* only what concerns these; 0 all */
    int p, m;           /* only what was done on these; -1 all */
};

static bool
concerns(const struct log *l, const struct gopark_event *e)
{
    if (l->g != 0 && e->g != l->g &&
        !((e->kind == EV_GO || e->kind == EV_READY) &&
          e->value == (int64_t)l->g))
        return false;
    if ((l->p >= 0 && e->p != l->p) || (l->m >= 0 && e->m != l->m))
        return false;
    return l->object == 0 || e->object == l->object;
}

/* The value of an event in words. */
static void
event_value(const struct gopark_event *e, char *buf, size_t size)
{
    char s[64];

    buf[0] = '\0';
    switch ((enum gopark_event_kind)e->kind) {
    case EV_GO:
    case EV_READY:
        snprintf(buf, size, "G%" PRId64, e->value);
        break;
    case EV_PARK:
        snprintf(buf, size, "%s", gopark_reason_name((enum g_reason)e->value));
        break;
    case EV_SEND:
    case EV_RECV:
        if (e->value < 0)
            snprintf(buf, size, "%s G%" PRId64,
                     e->kind == EV_SEND ? "handed to" : "sender", -e->value);
        else if (e->value == INT64_MAX)
            snprintf(buf, size, "not ready");
        else if (e->value == INT64_MAX - 1)
            snprintf(buf, size, "closed");
        else
            snprintf(buf, size, "slot %" PRId64, e->value);
        break;
    case EV_SELECT:
        if (e->value == 0)
            snprintf(buf, size, "default");
        else
            snprintf(buf, size, "case %" PRId64, e->value);
        break;
    case EV_SLEEP:
    case EV_SYSCALL:
    case EV_SYSMON:
        snprintf(buf, size, "%s", units_time(e->value, s, sizeof s));
        break;
    case EV_G_START:
        snprintf(buf, size, "%s", e->value ? "inherits the slice" : "");
        break;
    case EV_STEAL:
        snprintf(buf, size, "%" PRId64 " from P%" PRIu32, e->value, e->object);
        break;
    case EV_HANDOFF:
        snprintf(buf, size, "P%" PRId64, e->value);
        break;
    case EV_WG:
    case EV_COMPUTE:
    case EV_PRINT:
    case EV_PROCS:
        snprintf(buf, size, "%" PRId64, e->value);
        break;
    default:
        break;
    }
}

static void
log_event(void *ctx, const struct gopark_event *e)
{
    struct log *l = ctx;
    const char *name = gopark_event_name((enum gopark_event_kind)e->kind);
    char s[96], t[64], object[64] = "";
    bool is_object = e->object != 0 && e->kind != EV_STEAL;

    if (!concerns(l, e))
        return;
    rows_next(&l->t);
    rows_int(&l->t, "step", (int64_t)e->step);
    rows_text(&l->t, "%5" PRIu64, e->step);
    rows_int(&l->t, "t", e->t);
    rows_text(&l->t, "%s", units_time(e->t, t, sizeof t));
    rows_int(&l->t, "p", e->p);
    rows_int(&l->t, "m", e->m);
    rows_int(&l->t, "g", e->g);
    if (e->p >= 0)
        rows_text(&l->t, "P%d M%d", e->p, e->m);
    else
        rows_text(&l->t, "%s", "");
    if (e->g != 0)
        rows_text(&l->t, "G%" PRIu32, e->g);
    else
        rows_text(&l->t, "%s", "");
    rows_both(&l->t, "event", name);
    if (is_object)
        describe_object(l->r->w, e->object, object, sizeof object);
    rows_text(&l->t, "%s", object);
    if (is_object)
        rows_str(&l->t, "object", object);
    rows_int(&l->t, "value", e->value);
    event_value(e, s, sizeof s);
    rows_text(&l->t, "%s", s);
}

/* The range in the last argument, or the last steps. */
static bool
range(struct repl *r, int *argc, char **argv, uint64_t *a, uint64_t *b)
{
    *b = world_steps(r->w);
    *a = *b > LAST ? *b - LAST + 1 : 0;
    if (*argc > 1 &&
        (strstr(argv[*argc - 1], "..") != NULL ||
         strspn(argv[*argc - 1], "0123456789") == strlen(argv[*argc - 1]))) {
        *a = 0;
        if (!arg_range(r, argv[*argc - 1], a, b))
            return false;
        --*argc;
        if (*b > session_last(r->s))
            return repl_fail(r,
                             "step %" PRIu64 " has not been reached yet: "
                             "the furthest is %" PRIu64,
                             *b, session_last(r->s));
    }
    return true;
}

static bool
about(struct repl *r, const char *arg, struct log *l)
{
    struct gopark_object o;
    uint64_t n;

    if (arg[0] == 'G' && strspn(arg + 1, "0123456789") == strlen(arg + 1)) {
        l->g = (uint32_t)strtoul(arg + 1, NULL, 10);
        return true;
    }
    if (arg[0] == 'P' && units_number(arg + 1, &n) && n < 256) {
        l->p = (int)n;
        return true;
    }
    if (arg[0] == 'M' && units_number(arg + 1, &n) && n < INT_MAX) {
        l->m = (int)n;
        return true;
    }
    if (!arg_object(r, arg, &o))
        return false;
    l->object = o.id;
    return true;
}

static bool
cmd_log(struct repl *r, int argc, char **argv)
{
    struct log l = { .r = r, .p = -1, .m = -1 };
    uint64_t a, b;
    bool ok;

    if (!range(r, &argc, argv, &a, &b))
        return false;
    if (argc > 2)
        return repl_fail(r, "usage: log [OBJECT] [A..B]");
    if (argc > 1 && !about(r, argv[1], &l))
        return false;
    rows_begin(&l.t, r);
    ok = happened_events(r, a > 0 ? a - 1 : 0, b, log_event, &l);
    rows_end(&l.t, "no events");
    return ok;
}

/* --- table ------------------------------------------------------------- */

enum { COLUMNS = 12, SCREEN = 80 };

struct table {
    struct repl *r;
    struct rows t;
    struct column {
        uint32_t g;
        int width;
    } column[COLUMNS]; /* in order of g */
    int n;
    int rest;    /* goroutines without a column */
    bool stairs; /* columns do not fit: they overlap, each with its name */
};

/* The column of g, made if there is none yet; NULL: no room. */
static struct column *
column_of(struct table *t, uint32_t g)
{
    int i = 0;

    while (i < t->n && t->column[i].g < g)
        i++;
    if (i < t->n && t->column[i].g == g)
        return &t->column[i];
    if (t->n == COLUMNS)
        return NULL;
    memmove(t->column + i + 1, t->column + i,
            (size_t)(t->n - i) * sizeof t->column[0]);
    t->column[i] = (struct column){ g, 3 };
    t->n++;
    return &t->column[i];
}

static void
note_column(void *ctx, const struct happened *h)
{
    struct table *t = ctx;
    struct column *c;

    if (h->kind < 0 || h->kind == EV_COMPUTE || h->g == 0)
        return;
    c = column_of(t, h->g);
    if (c == NULL)
        t->rest++;
    else if (c->width < text_width(h->text))
        c->width = text_width(h->text);
}

static void
table_heading(struct table *t)
{
    int total = 5;

    for (int i = 0; i < t->n; i++)
        total += 2 + t->column[i].width;
    t->stairs = total > (t->r->width > 0 ? t->r->width : SCREEN);
    rows_next(&t->t);
    rows_text(&t->t, " step");
    for (int i = 0; i < t->n && !t->stairs; i++)
        rows_text(&t->t, "G%" PRIu32, t->column[i].g);
}

static void
table_row(void *ctx, const struct happened *h)
{
    struct table *t = ctx;

    if (h->kind < 0 || h->kind == EV_COMPUTE)
        return;
    rows_next(&t->t);
    rows_int(&t->t, "step", (int64_t)h->step);
    rows_int(&t->t, "g", h->g);
    rows_str(&t->t, "text", h->text);
    rows_str(&t->t, "file", h->file);
    rows_int(&t->t, "line", h->line);
    rows_text(&t->t, "%5" PRIu64, h->step);
    for (int i = 0; i < t->n; i++) {
        bool here = t->column[i].g == h->g;

        if (!t->stairs)
            rows_text(&t->t, "%s", here ? h->text : "");
        else if (here)
            rows_text(&t->t, "%*sG%" PRIu32 "  %s", 2 * i, "", h->g, h->text);
    }
}

static bool
cmd_table(struct repl *r, int argc, char **argv)
{
    struct table t = { .r = r };
    uint64_t a, b;
    bool ok;

    if (!range(r, &argc, argv, &a, &b))
        return false;
    if (argc > 1)
        return repl_fail(r, "usage: table [A..B]");
    a = a > 0 ? a - 1 : 0;
    ok = happened_each(r, a, b, note_column, &t);
    rows_begin(&t.t, r);
    if (ok && !r->json && t.n > 0)
        table_heading(&t);
    ok = ok && happened_each(r, a, b, table_row, &t);
    rows_end(&t.t, "no operations");
    if (ok && t.rest > 0 && !r->json)
        repl_printf(r, "%d operations of further goroutines are not shown\n",
                    t.rest);
    return ok;
}

/* --- diff -------------------------------------------------------------- */

/* What inspection shows at a step, a line a thing. */
static char *
dump_at(struct repl *r, uint64_t step)
{
    struct gopark_err err;
    struct text t = { 0 };
    bool ok;

    if (session_branch(r->s, &err) != GOPARK_OK) {
        repl_fail_err(r, &err);
        return NULL;
    }
    ok = session_goto(r->s, step, &err) == GOPARK_OK;
    if (ok)
        dump_world(r->w, &t);
    session_return(r->s);
    if (!ok) {
        repl_fail_err(r, &err);
        return NULL;
    }
    text_add(&t, "", 0);
    return t.s;
}

static void
put_side(struct repl *r, const char *sign, const char *line)
{
    size_t n = strcspn(line, "\n");

    if (r->json)
        repl_json(r, json_pack("{s:s, s:o}", "side",
                               *sign == '-' ? "before" : "after", "text",
                               json_text(line, n)));
    else
        repl_printf(r, "%s %.*s\n", sign, (int)n, line);
}

static void
put_change(void *ctx, const char *before, const char *after)
{
    if (before != NULL)
        put_side(ctx, "-", before);
    if (after != NULL)
        put_side(ctx, "+", after);
}

static bool
cmd_diff(struct repl *r, int argc, char **argv)
{
    uint64_t b = world_steps(r->w), a = b > 0 ? b - 1 : 0;
    char *before, *after;

    if (argc == 2)
        return repl_fail(r, "usage: diff [A B]");
    if (argc == 3 && (!arg_number(r, argv[1], "a step", &a) ||
                      !arg_number(r, argv[2], "a step", &b)))
        return false;
    before = dump_at(r, a);
    after = before != NULL ? dump_at(r, b) : NULL;
    if (after != NULL && changes_each(before, after, put_change, r) == 0 &&
        !r->json)
        repl_printf(r,
                    "nothing differs between step %" PRIu64 " and step "
                    "%" PRIu64 "\n",
                    a, b);
    free(before);
    free(after);
    return after != NULL;
}

/* --- output, pprof ----------------------------------------------------- */

static void
put_output(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct repl *r = ctx;

    (void)at;
    if (r->json)
        repl_json(r, json_pack("{s:i, s:o}", "fd", fd, "text", json_text(s, n)));
    else
        repl_printf(r, "%.*s", (int)n, s);
}

static bool
cmd_output(struct repl *r, int argc, char **argv)
{
    struct gopark_stats st;

    (void)argc;
    (void)argv;
    session_output(r->s, put_output, r);
    world_stats(r->w, &st);
    return true;
}

/* A stack as pprof prints it, without its count. */
static char *
stack_text(struct repl *r, uint32_t g)
{
    static struct gopark_frame f[64];
    struct text t = { 0 };
    int n = world_frames(r->w, g, f, 64);

    text_puts(&t, "@");
    for (int i = 0; i < n && i < 64; i++)
        text_printf(&t, " 0x%x", (unsigned)f[i].line);
    text_puts(&t, "\n");
    for (int i = 0; i < n && i < 64; i++)
        text_printf(&t, "#\t0x%x\t%s\t%s:%d\n", (unsigned)f[i].line, f[i].func,
                    f[i].file, f[i].line);
    return t.s;
}

struct stack {
    char *text;
    int count;
};

static int
more_first(const void *a, const void *b)
{
    const struct stack *x = a, *y = b;

    return x->count != y->count ? y->count - x->count
                                : strcmp(x->text, y->text);
}

/* Equal stacks with a count; *n of them. */
static struct stack *
collect_stacks(struct repl *r, int *n, int *total)
{
    struct stack *all = NULL;
    struct gopark_g g;

    *n = *total = 0;
    for (uint32_t id = 0; (id = world_next_g(r->w, id)) != 0;) {
        char *s;
        int i = 0;

        if (!live_g(r->w, id, &g) || g.hidden)
            continue;
        s = stack_text(r, id);
        ++*total;
        while (i < *n && strcmp(all[i].text, s) != 0)
            i++;
        if (i < *n) {
            all[i].count++;
            free(s);
            continue;
        }
        all = text_grow(all, (size_t)(*n + 1) * sizeof *all);
        all[(*n)++] = (struct stack){ s, 1 };
    }
    return all;
}

/* As debug=2 of Go's profile. */
static bool
every_stack(struct repl *r)
{
    char *all = world_traceback(r->w, 0, true);

    if (r->json)
        repl_json(r, json_pack("{s:s}", "stacks", all));
    else
        repl_puts(r, all);
    free(all);
    return true;
}

static bool
profile_file(struct repl *r, const char *path)
{
    struct text t = { 0 };
    struct gopark_err err;
    bool ok = profile_write(r->w, &t) || repl_fail(r, "pprof: no memory");

    ok = ok && (host_write(path, t.s, t.len, &err) == GOPARK_OK ||
                repl_fail_err(r, &err));
    text_done(&t);
    if (ok && !r->json)
        repl_printf(r, "%s is written; 'go tool pprof %s' opens it\n", path,
                    path);
    return ok;
}

static bool
cmd_pprof(struct repl *r, int argc, char **argv)
{
    struct stack *all;
    int n, total;

    if (argc > 1 && strcmp(argv[1], "1") != 0)
        return strcmp(argv[1], "2") == 0 ? every_stack(r)
                                         : profile_file(r, argv[1]);
    all = collect_stacks(r, &n, &total);
    if (n > 0)
        qsort(all, (size_t)n, sizeof *all, more_first);
    if (!r->json)
        repl_printf(r, "goroutine profile: total %d\n", total);
    for (int i = 0; i < n; i++) {
        if (r->json)
            repl_json(r, json_pack("{s:i, s:s}", "count", all[i].count, "stack",
                                   all[i].text));
        else
            repl_printf(r, "%d %s\n", all[i].count, all[i].text);
        free(all[i].text);
    }
    free(all);
    return true;
}

const struct repl_cmd cmd_events[] = {
    { .name = "log",
      .max_args = 2,
      .flags = CMD_NEEDS,
      .usage = "[OBJECT] [A..B]",
      .help = "events, of everything or of one object or goroutine",
      .more = "log            the last 20 steps\n"
              "log jobs       of channel jobs\n"
              "log G3 30..41  of G3, in steps 30 to 41\n"
              "log P0, M2     of what was done on a P or an M\n",
      .group = GROUP_LOOK,
      .arg = ARG_OBJECT,
      .exec = cmd_log },
    { .name = "table",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[A..B]",
      .help = "the interleaving, a column per goroutine",
      .group = GROUP_LOOK,
      .exec = cmd_table },
    { .name = "diff",
      .max_args = 2,
      .flags = CMD_NEEDS,
      .usage = "[A B]",
      .help = "what changed between two steps, or in the last one",
      .group = GROUP_LOOK,
      .exec = cmd_diff },
    { .name = "output",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "what the program had printed by this step",
      .group = GROUP_LOOK,
      .exec = cmd_output },
    { .name = "pprof",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[1 | 2 | FILE]",
      .help = "the goroutine profile, as Go prints it, or for go tool pprof",
      .more = "pprof 1     equal stacks with a count (debug=1)\n"
              "pprof 2     every goroutine (debug=2)\n"
              "pprof FILE  a file that 'go tool pprof FILE' opens; its labels "
              "are state and leaked\n",
      .group = GROUP_LOOK,
      .exec = cmd_pprof },
    { .name = NULL },
};
