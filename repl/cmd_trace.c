/*
 * cmd_trace.c - `gopark trace FILE.lua -o OUT.json`: run a program to its end
 * with the event log on, and write what happened.
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

enum { PIECE = 1 << 12, LOG = 1 << 20 }; /* steps at once; events kept */

struct tracing {
    struct script script;
    struct input in;
    struct world *w;
    struct text json;
};

static void
on_write(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    (void)ctx;
    (void)at;
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
        rc = world_run(tg->w, world_steps(tg->w) + PIECE, err);
        next = trace_events(tr, tg->w, next);
    }
    trace_end(tr, tg->w);
    return rc;
}

int
cmd_trace(const struct options *o)
{
    struct tracing tg = { .in = { .fd = STDIN_FILENO } };
    struct gopark_err err;
    enum gopark_rc rc;
    int status = 1;

    options_tell_seed(o);
    rc = open_traced(&tg, o, &err);
    if (rc == GOPARK_OK)
        rc = run_traced(&tg, &err);
    if (rc == GOPARK_OK)
        rc = host_write(o->out, tg.json.s, tg.json.len, &err);
    if (rc == GOPARK_OK) {
        char *report = world_report(tg.w);

        fflush(stdout);
        fputs(report, stderr);
        free(report);
        status = world_end(tg.w)->code;
    } else {
        fprintf(stderr, "gopark: %s\n", err.text);
        status = rc == GOPARK_ESPACE ? 4 : 1;
    }
    world_close(tg.w);
    script_free(&tg.script);
    text_done(&tg.json);
    text_done(&tg.in.text);
    return status;
}
