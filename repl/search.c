/*
 * search.c - a search, shared by processes.
 *
 * A process searches one part, and its result comes back through a pipe. The
 * parts are the same whichever process takes them, so the merged result does
 * not depend on who is faster.
 */
#define _POSIX_C_SOURCE 200809L
#include "search.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

void
search_interrupt(void)
{
    interrupted = 1;
}

bool
search_interrupted(void)
{
    return interrupted;
}

/* --- the program ------------------------------------------------------- */

static size_t
on_read(void *ctx, char *buf, size_t n, uint64_t at)
{
    struct program *p = ctx;

    return input_read(&p->in, buf, n, at);
}

static char *
on_load(void *ctx, const char *name, size_t *len, char *path, size_t size)
{
    struct program *p = ctx;
    char *s = script_module(&p->script, name, len, path, size);

    if (s != NULL)
        modules_add(&p->modules, name, path, s, *len);
    return s;
}

void
program_opts(struct program *p, struct gopark_opts *w)
{
    options_world(p->o, w);
    w->name = p->script.name;
    w->text = p->script.text;
    w->textlen = p->script.len;
    w->argv = p->o->arg + 1;
    w->argc = p->o->narg - 1;
    w->read = on_read;
    w->load = on_load;
    w->io_ctx = p;
}

enum gopark_rc
program_open(struct program *p, const struct options *o, struct gopark_err *err)
{
    struct gopark_opts w;
    enum gopark_rc rc;

    memset(p, 0, sizeof *p);
    p->o = o;
    p->in.fd = strcmp(o->arg[0], "-") == 0 ? -1 : STDIN_FILENO;
    rc = script_read(&p->script, o->arg[0], err);
    if (rc != GOPARK_OK)
        return rc;
    program_opts(p, &w);
    return world_open(&p->w, &w, err);
}

void
program_close(struct program *p)
{
    if (p->w != NULL)
        world_close(p->w);
    script_free(&p->script);
    modules_free(&p->modules);
    text_done(&p->in.text);
}

/* --- progress ---------------------------------------------------------- */

struct progress {
    bool shown; /* there is a line to be wiped */
    bool wanted;
    struct timespec start, next;
};

static double
seconds(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) +
           (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

static void
show(struct progress *p, const struct explore_progress *e,
     const struct timespec *now)
{
    double s = seconds(&p->start, now);

    fprintf(stderr,
            "\r%" PRIu64 " schedules, depth %zu, %.0f transitions/s, "
            "%d finding%s\033[K",
            e->executions + e->blocked, e->depth,
            s > 0 ? (double)e->transitions / s : 0, e->findings,
            e->findings == 1 ? "" : "s");
    p->shown = true;
}

static bool
on_progress(void *ctx, const struct explore_progress *e)
{
    struct progress *p = ctx;
    struct timespec now;

    if (interrupted)
        return true;
    if (!p->wanted)
        return false;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds(&p->next, &now) < 0)
        return false;
    p->next = now;
    p->next.tv_sec++;
    show(p, e, &now);
    return false;
}

static enum gopark_rc
run_alone(struct program *p, const struct explore_opts *x,
          struct explore_result **r, bool quiet, struct gopark_err *err)
{
    struct progress pr = { 0 };
    struct explore_opts o = *x;
    enum gopark_rc rc;

    pr.wanted = !quiet && !p->o->json && isatty(STDERR_FILENO);
    clock_gettime(CLOCK_MONOTONIC, &pr.start);
    pr.next = pr.start;
    pr.next.tv_sec++;
    o.progress = on_progress;
    o.progress_ctx = &pr;
    rc = explore_run(p->w, &o, r, err);
    if (pr.shown)
        fprintf(stderr, "\r\033[K");
    return rc;
}

/* --- parts ------------------------------------------------------------- */

struct part {
    pid_t pid;
    int fd;
    struct text got;
};

static void
write_all(int fd, const char *s, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, s, n);

        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return;
        s += done;
        n -= (size_t)done;
    }
}

/* The child: its result goes into the pipe. */
static void
search_part(struct program *p, const struct explore_opts *x, int fd)
{
    struct explore_result *r = NULL;
    char *packed;
    size_t n;

    if (run_alone(p, x, &r, true, NULL) != GOPARK_OK)
        _exit(1);
    packed = explore_pack(r, &n);
    if (packed == NULL)
        _exit(1);
    write_all(fd, packed, n);
    _exit(0);
}

/* Part i of n of what x asks for. */
static struct explore_opts
part_of(const struct explore_opts *x, uint32_t i, uint32_t n)
{
    struct explore_opts o = *x;

    o.nshard = x->nshard > 0 ? x->nshard * n : n;
    o.shard = (x->nshard > 0 ? (x->shard - 1) * n : 0) + i + 1;
    if (x->strategy != EXPLORE_RANDOM && x->strategy != EXPLORE_PCT &&
        x->strategy != EXPLORE_POS && x->schedules > 0)
        o.schedules = (x->schedules + n - 1) / n;
    return o;
}

static bool
start_part(struct program *p, const struct explore_opts *x, struct part *pt)
{
    int fd[2];

    if (pipe(fd) != 0)
        return false;
    pt->pid = fork();
    if (pt->pid == 0) {
        close(fd[0]);
        search_part(p, x, fd[1]);
    }
    close(fd[1]);
    pt->fd = fd[0];
    if (pt->pid > 0)
        return true;
    close(fd[0]);
    return false;
}

static struct explore_result *
finish_part(struct part *pt)
{
    struct explore_result *r;
    char buf[65536];
    ssize_t n;

    while ((n = read(pt->fd, buf, sizeof buf)) != 0) {
        if (n > 0)
            text_add(&pt->got, buf, (size_t)n);
        else if (errno != EINTR)
            break;
    }
    close(pt->fd);
    while (waitpid(pt->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    r = explore_unpack(pt->got.s, pt->got.len);
    text_done(&pt->got);
    return r;
}

static bool
add_part(struct explore_result **r, struct explore_result *part)
{
    bool ok = true;

    if (part == NULL)
        return false;
    if (*r == NULL) {
        *r = part;
        return true;
    }
    ok = explore_merge(*r, part);
    explore_free(part);
    return ok;
}

static enum gopark_rc
run_shared(struct program *p, const struct explore_opts *x, int n,
           struct explore_result **r, struct gopark_err *err)
{
    struct part *pt = text_alloc((size_t)n * sizeof *pt);
    bool ok = true;
    int i;

    memset(pt, 0, (size_t)n * sizeof *pt);
    for (i = 0; ok && i < n; i++) {
        struct explore_opts part = part_of(x, (uint32_t)i, (uint32_t)n);

        ok = start_part(p, &part, &pt[i]);
    }
    for (i = 0; i < n && pt[i].pid > 0; i++)
        ok &= add_part(r, finish_part(&pt[i]));
    free(pt);
    if (ok)
        return GOPARK_OK;
    explore_free(*r);
    *r = NULL;
    return gopark_fail(err, GOPARK_ENOMEM,
                       "--jobs: a process of the search has failed");
}

enum gopark_rc
search_run(struct program *p, const struct explore_opts *x,
           struct explore_result **r, struct gopark_err *err)
{
    *r = NULL;
    if (p->o->jobs > 1)
        return run_shared(p, x, p->o->jobs, r, err);
    return run_alone(p, x, r, false, err);
}
