/*
 * cmd_export.c - what the session shows, as files for other programs.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "families.h"
#include "suggest.h"
#include "trace.h"
#include "waitgraph.h"

static bool
ends_in(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);

    return n >= k && strcmp(s + n - k, end) == 0;
}

static bool
export_waits(struct repl *r, const char *path, struct text *t)
{
    struct gopark_waits ws;

    if (!ends_in(path, ".dot") && !ends_in(path, ".svg"))
        return repl_fail(r,
                         "export waits %s: expected a file name in .dot or "
                         ".svg",
                         path);
    if (!world_waits(r->w, &ws))
        return repl_fail(r, "export waits: not enough memory");
    if (ends_in(path, ".dot"))
        waitgraph_dot(r, &ws, t);
    else
        waitgraph_svg(r, &ws, t);
    gopark_waits_free(&ws);
    return true;
}

/* The run up to here, again, with its events. */
static bool
export_trace(struct repl *r, const char *path, struct text *t)
{
    uint64_t here = world_steps(r->w), from = 0, step = 0;
    struct gopark_err err;
    struct trace *tr;
    bool ok = true;

    if (!ends_in(path, ".json"))
        return repl_fail(r, "export trace %s: expected a file name in .json",
                         path);
    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    ok = session_goto(r->s, 0, &err) == GOPARK_OK && repl_log(r, true, &err);
    tr = trace_begin(t);
    while (ok && step < here) {
        step = here - step > 256 ? step + 256 : here;
        ok = session_run(r->s, step, &err) == GOPARK_OK;
        from = trace_events(tr, r->w, from);
        if (world_steps(r->w) < step)
            break;
    }
    trace_end(tr, r->w);
    repl_log(r, false, &err);
    session_return(r->s);
    return ok || repl_fail_err(r, &err);
}

static void
collect(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    if (to == REPL_TEXT)
        text_add(ctx, s, n);
}

/* Objects, one a line, as one array: a file is read as a whole. */
static void
make_array(struct text *t)
{
    struct text rows = *t;

    memset(t, 0, sizeof *t);
    text_puts(t, "[");
    for (size_t i = 0; i + 1 < rows.len; i++) {
        if (rows.s[i] == '\n')
            text_puts(t, ",");
        text_add(t, &rows.s[i], 1);
    }
    text_puts(t, "]\n");
    text_done(&rows);
}

/* What `table 0..` lists, as wide as it is, or its rows in JSON. */
static bool
export_table(struct repl *r, const char *path, struct text *t)
{
    repl_out_fn *out = r->out;
    void *ctx = r->out_ctx;
    struct text *copy = r->copy;
    bool json = r->json, ok;
    int width = r->width, n;
    char range[64];
    char *argv[] = { (char *)(uintptr_t) "table", range, NULL };

    if (!ends_in(path, ".txt") && !ends_in(path, ".json"))
        return repl_fail(r,
                         "export table %s: expected a file name in .txt or "
                         ".json",
                         path);
    snprintf(range, sizeof range, "0..%" PRIu64, world_steps(r->w));
    r->out = collect;
    r->out_ctx = t;
    r->copy = NULL;
    r->json = ends_in(path, ".json");
    r->width = 0;
    ok = repl_cmd_find("table", &n)->exec(r, 2, argv);
    r->out = out;
    r->out_ctx = ctx;
    r->copy = copy;
    r->json = json;
    r->width = width;
    if (ok && ends_in(path, ".json"))
        make_array(t);
    return ok;
}

static const struct {
    const char *what;
    bool (*make)(struct repl *r, const char *path, struct text *t);
} kinds[] = {
    { "waits", export_waits },
    { "trace", export_trace },
    { "table", export_table },
};

static bool
cmd_export(struct repl *r, int argc, char **argv)
{
    struct gopark_err err;
    struct text t = { 0 };
    bool ok = false;
    size_t i;

    (void)argc;
    for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].what, argv[1]) == 0)
            break;
    if (i == sizeof kinds / sizeof kinds[0])
        return repl_fail(r, "export %s: expected waits, trace or table", argv[1]);
    if (kinds[i].make(r, argv[2], &t))
        ok = host_write(argv[2], t.s, t.len, &err) == GOPARK_OK ||
             repl_fail_err(r, &err);
    text_done(&t);
    if (ok && !r->json)
        repl_printf(r, "%s is written\n", argv[2]);
    return ok;
}

const struct repl_cmd cmd_export_group[] = {
    { .name = "export",
      .min_args = 2,
      .max_args = 2,
      .flags = CMD_NEEDS,
      .usage = "waits FILE.dot|FILE.svg, trace FILE.json, "
               "table FILE.txt|FILE.json",
      .help = "the wait-for graph, the events or the interleaving up to here, "
              "as a file",
      .group = GROUP_KEEP,
      .arg = ARG_FILE,
      .words = "waits|trace|table",
      .exec = cmd_export },
    { .name = NULL },
};
