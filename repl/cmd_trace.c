/*
 * cmd_trace.c - `gopark trace FILE.lua -o OUT.json`: run a program to its end
 * with the event log on, and write what happened. Otherwise it ends as with
 * `gopark run`: the same report, the same look for leaks, the same status.
 *
 * The log is read in pieces, so that its length does not bound the run.
 */
#include "trace.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "host.h"
#include "sweep.h"

enum { PIECE = 1 << 12, LOG = 1 << 20 }; /* steps at once; events kept */

struct tracing {
    struct script script;
    struct input in;
    struct world *w;
    struct text json;
    struct sweep sweep;
    bool ended; /* what a branch prints from now on is not output */
};

static void
on_write(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    const struct tracing *tg = ctx;

    (void)at;
    if (tg->ended)
        return;
    fwrite(s, 1, n, fd == STDERR_FILENO ? stderr : stdout);
}

static size_t
on_read(void *ctx, char *buf, size_t n, uint64_t at)
{
    struct tracing *tg = ctx;

    fflush(stdout);
    return input_read(&tg->in, buf, n, at);
}

static char *
on_load(void *ctx, const char *name, size_t *len, char *path, size_t size)
{
    struct tracing *tg = ctx;

    return script_module(&tg->script, name, len, path, size);
}

static enum gopark_rc
check_out(const struct options *o, struct gopark_err *err)
{
    const char *dot = o->out != NULL ? strrchr(o->out, '.') : NULL;

    if (o->out == NULL)
        return gopark_fail(err, GOPARK_EUSAGE, "trace: expected -o OUT.json");
    if (dot == NULL || strcmp(dot, ".json") != 0)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "-o %s: expected a name that ends in .json", o->out);
    return GOPARK_OK;
}

static enum gopark_rc
open_traced(struct tracing *tg, const struct options *o, struct gopark_err *err)
{
    struct gopark_opts w;
    enum gopark_rc rc = check_out(o, err);

    if (rc != GOPARK_OK)
        return rc;
    rc = script_read(&tg->script, o->arg[0], err);
    if (rc != GOPARK_OK)
        return rc;
    options_world(o, &w);
    w.name = tg->script.name;
    w.text = tg->script.text;
    w.textlen = tg->script.len;
    w.argv = o->arg + 1;
    w.argc = o->narg - 1;
    w.write = on_write;
    w.read = on_read;
    w.load = on_load;
    w.io_ctx = tg;
    rc = world_open(&tg->w, &w, err);
    return rc == GOPARK_OK ? world_log(tg->w, LOG, err) : rc;
}

static enum gopark_rc
run_traced(struct tracing *tg, struct gopark_err *err)
{
    struct trace *tr = trace_begin(&tg->json);
    enum gopark_rc rc = GOPARK_OK;
    uint64_t next = 0;

    while (rc == GOPARK_OK && world_end(tg->w)->how == END_NOT) {
        uint64_t until = world_steps(tg->w) + PIECE;
        uint64_t look = sweep_until(&tg->sweep, tg->w);

        rc = world_run(tg->w, look < until ? look : until, err);
        sweep_look(&tg->sweep, tg->w);
        next = trace_events(tr, tg->w, next);
    }
    trace_end(tr, tg->w);
    return rc;
}

/* What went wrong, and what has leaked; the exit status. */
static int
report_end(struct tracing *tg, const struct options *o)
{
    char *report = world_report(tg->w);

    tg->ended = true;
    fflush(stdout);
    fputs(report, stderr);
    free(report);
    return sweep_report(&tg->sweep, tg->w, o, world_end(tg->w)->code);
}

int
cmd_trace(const struct options *o)
{
    struct tracing tg = { .in = { .fd = STDIN_FILENO } };
    struct gopark_err err;
    enum gopark_rc rc;
    int status = 1;

    sweep_begin(&tg.sweep, o);
    options_tell_seed(o);
    rc = open_traced(&tg, o, &err);
    if (rc == GOPARK_OK)
        rc = run_traced(&tg, &err);
    if (rc == GOPARK_OK)
        rc = host_write(o->out, tg.json.s, tg.json.len, &err);
    if (rc == GOPARK_OK) {
        status = report_end(&tg, o);
    } else {
        fprintf(stderr, "gopark: %s\n", err.text);
        status = rc == GOPARK_ESPACE ? 4 : 1;
    }
    world_close(tg.w);
    script_free(&tg.script);
    sweep_end(&tg.sweep);
    text_done(&tg.json);
    text_done(&tg.in.text);
    return status;
}
