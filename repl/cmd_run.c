/*
 * cmd_run.c - `gopark run`: a program from its start to its end, as `go run`
 * would run it.
 *
 * Only the program writes to standard output. What it prints is collected and
 * written in large pieces; standard error is written at once, after what was
 * printed before it, so that the order is kept. Between the two stands the
 * pace: with --pace the output of a step is held until its virtual time has
 * come, because the step before a timer ends with the clock already advanced.
 *
 * Ctrl-C prints `SIGINT: interrupt` and every goroutine and exits with 130;
 * SIGQUIT does the same with Go's own words and status, 2.
 */
#define _XOPEN_SOURCE 700
#include "cmd_run.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "host.h"
#include "inject.h"
#include "replay.h"
#include "sweep.h"
#include "units.h"

enum { FLUSH_AT = 1 << 16 }; /* bytes of output kept before a write */

struct run {
    const struct options *o;
    struct script script;
    struct world *w;
    struct input in;
    struct text out; /* not yet written */
    bool each_line;  /* standard output is a terminal */
    bool ended;      /* what a branch prints from now on is not output */
    int write_error; /* errno of a write that failed, 0 none */
    struct timespec start;
    struct modules modules; /* those it required, for the replay file */
    struct sweep sweep;
    struct injector faults;
};

static struct world *volatile running; /* for the signal handler */
static volatile sig_atomic_t caught;

static void
on_signal(int sig)
{
    caught = sig;
    if (running != NULL)
        world_interrupt(running);
}

/* SIGINT and SIGQUIT once; the second one kills, should a step never end. */
static void
catch_signals(void)
{
    struct sigaction sa = { 0 };

    sa.sa_handler = on_signal;
    sa.sa_flags = (int)SA_RESETHAND;
    sigemptyset(&sa.sa_mask);
    sigaction(SIGINT, &sa, NULL);
    sigaction(SIGQUIT, &sa, NULL);
}

static void
write_all(struct run *r, int fd, const char *s, size_t n)
{
    while (n > 0 && r->write_error == 0) {
        ssize_t done = write(fd, s, n);

        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0) {
            r->write_error = errno;
            world_interrupt(r->w);
            return;
        }
        s += done;
        n -= (size_t)done;
    }
}

static void
flush_out(struct run *r)
{
    write_all(r, STDOUT_FILENO, r->out.s, r->out.len);
    text_clear(&r->out);
}

static void
on_write(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct run *r = ctx;

    (void)at;
    if (r->ended)
        return;
    if (fd == STDERR_FILENO) {
        flush_out(r);
        write_all(r, fd, s, n);
        return;
    }
    text_add(&r->out, s, n);
    if (r->out.len >= FLUSH_AT ||
        (r->each_line && r->o->pace == 0 && memchr(s, '\n', n) != NULL))
        flush_out(r);
}

static size_t
on_read(void *ctx, char *buf, size_t n, uint64_t at)
{
    struct run *r = ctx;

    flush_out(r); /* a question is seen before its answer is awaited */
    return input_read(&r->in, buf, n, at);
}

static char *
on_load(void *ctx, const char *name, size_t *len, char *path, size_t size)
{
    struct run *r = ctx;
    char *s = script_module(&r->script, name, len, path, size);

    if (s != NULL)
        modules_add(&r->modules, name, path, s, *len);
    return s;
}

/* Sleep until the wall clock has caught up with the world's. */
static void
keep_pace(struct run *r)
{
    struct timespec until = r->start;
    double wall = (double)world_now(r->w) / r->o->pace;

    until.tv_sec += (time_t)(wall / 1e9);
    until.tv_nsec += (long)(wall - 1e9 * (double)(time_t)(wall / 1e9));
    if (until.tv_nsec >= 1000000000L) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000L;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
    flush_out(r);
}

/* The step up to which nothing else is to be done. */
static uint64_t
next_stop(const struct run *r)
{
    uint64_t sweep = sweep_until(&r->sweep, r->w);
    uint64_t fault = injector_until(&r->faults, r->w);

    if (r->o->pace > 0)
        return world_steps(r->w) + 1;
    return sweep < fault ? sweep : fault;
}

/* To the end, or until somebody wants it to stop; in pieces, where there is
 * something to be done in between. */
static enum gopark_rc
run_all(struct run *r, struct gopark_err *err)
{
    enum gopark_rc rc = injector_act(&r->faults, r->w, err);

    clock_gettime(CLOCK_MONOTONIC, &r->start);
    while (rc == GOPARK_OK && world_end(r->w)->how == END_NOT && caught == 0 &&
           r->write_error == 0) {
        rc = world_run(r->w, next_stop(r), err);
        if (r->o->pace > 0)
            keep_pace(r);
        sweep_look(&r->sweep, r->w);
        if (rc == GOPARK_OK && world_end(r->w)->how == END_NOT)
            rc = injector_act(&r->faults, r->w, err);
    }
    return rc;
}

/* The one line that says which limit was reached; "" if none was. */
static const char *
limit_text(const struct run *r, char *buf, size_t size)
{
    const struct gopark_end *e = world_end(r->w);
    char t[64], what[64];

    units_time(e->t, t, sizeof t);
    switch (e->how) {
    case END_STEPS:
        snprintf(buf, size,
                 "step limit of %" PRIu64 " reached at t=%s, "
                 "--max-steps raises it",
                 r->o->max_steps, t);
        return buf;
    case END_TIME:
        snprintf(buf, size,
                 "time limit of %s reached at step %" PRIu64 ", "
                 "--max-time raises it",
                 units_time(r->o->max_time, what, sizeof what), e->step);
        return buf;
    case END_MEMORY:
        snprintf(buf, size,
                 "memory limit of %s reached at step %" PRIu64
                 ", t=%s, --mem raises it",
                 units_bytes(r->o->mem, what, sizeof what), e->step, t);
        return buf;
    case END_GS:
        snprintf(buf, size,
                 "goroutine limit reached at step %" PRIu64 ", "
                 "t=%s",
                 e->step, t);
        return buf;
    case END_NOT:
    case END_RETURN:
    case END_EXIT:
    case END_PANIC:
    case END_FATAL:
    case END_DEADLOCK:
    case END_NO_GS:
    case END_STALLED:
    case END_CHECK:
        break;
    }
    return "";
}

static void
put_err(const char *s)
{
    fputs(s, stderr);
}

/* Faults that were asked for in vain. */
static void
report_missed(const struct run *r)
{
    struct text t = { 0 };

    injector_missed(&r->faults, r->w, &t);
    if (t.s != NULL)
        put_err(t.s);
    text_done(&t);
}

/* What Go prints at the end, and the limit; the exit status. */
static int
report_end(struct run *r)
{
    char buf[256];
    const char *limit = limit_text(r, buf, sizeof buf);
    char *report = world_report(r->w);
    int status = world_end(r->w)->code;

    if (*limit != '\0')
        fprintf(stderr, "gopark: %s\n", limit);
    else
        put_err(report);
    free(report);
    report_missed(r);
    return sweep_report(&r->sweep, r->w, r->o, status);
}

static int
report_signal(struct run *r)
{
    char *all = world_traceback(r->w, 0, true);

    fprintf(stderr, "%s\n\n%s",
            caught == SIGQUIT ? "SIGQUIT: quit" : "SIGINT: interrupt", all);
    free(all);
    return caught == SIGQUIT ? 2 : 130;
}

static int
finish(struct run *r)
{
    struct gopark_err err;

    r->ended = true;
    flush_out(r);
    if (r->write_error != 0) {
        fprintf(stderr, "gopark: standard output: %s\n",
                strerror(r->write_error));
        return 1;
    }
    if (r->o->replay_out != NULL &&
        replay_write_run(r->o->replay_out, r->o, &r->script, &r->modules,
                         &r->in, &r->faults, r->w, &err) != GOPARK_OK) {
        fprintf(stderr, "gopark: %s\n", err.text);
        return 1;
    }
    return world_end(r->w)->how == END_NOT ? report_signal(r) : report_end(r);
}

static enum gopark_rc
open_run(struct run *r, struct gopark_err *err)
{
    struct gopark_opts w;
    enum gopark_rc rc = script_read(&r->script, r->o->arg[0], err);

    if (rc == GOPARK_OK)
        rc = injector_begin(&r->faults, r->o, err);
    if (rc != GOPARK_OK)
        return rc;
    options_world(r->o, &w);
    w.name = r->script.name;
    w.text = r->script.text;
    w.textlen = r->script.len;
    w.argv = r->o->arg + 1;
    w.argc = r->o->narg - 1;
    w.write = on_write;
    w.read = on_read;
    w.load = on_load;
    w.io_ctx = r;
    return world_open(&r->w, &w, err);
}

int
cmd_run(const struct options *o)
{
    struct run r = { .o = o };
    struct gopark_err err;
    enum gopark_rc rc;
    int status = 1;

    r.in.fd = strcmp(o->arg[0], "-") == 0 ? -1 : STDIN_FILENO;
    r.each_line = isatty(STDOUT_FILENO);
    sweep_begin(&r.sweep, o);
    options_tell_seed(o);
    rc = open_run(&r, &err);
    if (rc == GOPARK_OK) {
        running = r.w;
        catch_signals();
        rc = run_all(&r, &err);
        running = NULL;
    }
    if (rc == GOPARK_OK)
        status = finish(&r);
    else {
        flush_out(&r);
        fprintf(stderr, "gopark: %s\n", err.text);
        status = rc == GOPARK_ESPACE ? 4 : 1;
    }
    if (r.w != NULL)
        world_close(r.w);
    script_free(&r.script);
    modules_free(&r.modules);
    sweep_end(&r.sweep);
    injector_end(&r.faults);
    text_done(&r.out);
    text_done(&r.in.text);
    return status;
}
