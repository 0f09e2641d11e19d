/*
 * search_jobs.c - a search, shared by processes.
 *
 * A process searches one part. How far it has come, and in the end its
 * result, come back through a pipe as frames: a kind, a length, bytes. The
 * parts are the same whichever process takes them, and are merged in their
 * order, so the result does not depend on who is faster.
 *
 * An interrupt may reach this process alone, so it is passed on; each part
 * then ends with what it has covered.
 */
#define _POSIX_C_SOURCE 200809L
#include "search.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FRAME_PROGRESS = 1, FRAME_RESULT, WAIT_MS = 200 };

struct frame {
    uint64_t kind, len;
};

/* --- in the process of a part --------------------------------------------- */

static void
write_all(int fd, const void *from, size_t n)
{
    const char *s = from;

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

static void
write_frame(int fd, uint64_t kind, const void *from, size_t n)
{
    struct frame f = { kind, n };

    write_all(fd, &f, sizeof f);
    write_all(fd, from, n);
}

struct worker {
    int fd;
    pid_t parent;
    bool shows;
    struct progress line;
};

static bool
on_progress(void *ctx, const struct explore_progress *e)
{
    struct worker *w = ctx;

    if (w->shows && progress_is_due(&w->line))
        write_frame(w->fd, FRAME_PROGRESS, e, sizeof *e);
    return search_interrupted() || getppid() != w->parent;
}

static void
search_part(struct program *p, const struct explore_opts *x, struct worker *w)
{
    struct explore_result *r = NULL;
    struct explore_opts o = *x;
    char *packed;
    size_t n;

    search_catch(false); /* both the terminal and we may interrupt it */
    progress_begin(&w->line, 0);
    o.progress = on_progress;
    o.progress_ctx = w;
    if (explore_run(p->w, &o, &r, NULL) != GOPARK_OK)
        _exit(1);
    packed = explore_pack(r, &n);
    if (packed == NULL)
        _exit(1);
    write_frame(w->fd, FRAME_RESULT, packed, n);
    _exit(0);
}

/* --- parts ------------------------------------------------------------------ */

struct part {
    pid_t pid;
    int fd; /* -1: nothing more comes */
    struct text got;
    struct explore_progress progress;
    struct explore_result *result;
};

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
    struct worker w = { .parent = getpid(), .shows = search_shows(p) };
    int fd[2];

    pt->fd = -1;
    pt->progress.done = -1;
    if (pipe(fd) != 0)
        return false;
    pt->pid = fork();
    if (pt->pid == 0) {
        close(fd[0]);
        w.fd = fd[1];
        search_part(p, x, &w);
    }
    close(fd[1]);
    if (pt->pid > 0) {
        pt->fd = fd[0];
        return true;
    }
    close(fd[0]);
    return false;
}

/* Take the frames that are there in full. */
static void
take_frames(struct part *pt)
{
    size_t at = 0;
    struct frame f;

    while (pt->got.len - at >= sizeof f) {
        const char *body = pt->got.s + at + sizeof f;

        memcpy(&f, pt->got.s + at, sizeof f);
        if (pt->got.len - at - sizeof f < f.len)
            break;
        if (f.kind == FRAME_PROGRESS && f.len == sizeof pt->progress)
            memcpy(&pt->progress, body, sizeof pt->progress);
        else if (f.kind == FRAME_RESULT)
            pt->result = explore_unpack(body, f.len);
        at += sizeof f + f.len;
    }
    if (at == 0)
        return;
    pt->got.len -= at;
    memmove(pt->got.s, pt->got.s + at, pt->got.len);
}

static void
read_part(struct part *pt)
{
    char buf[65536];
    ssize_t n = read(pt->fd, buf, sizeof buf);

    if (n < 0 && errno == EINTR)
        return;
    if (n > 0) {
        text_add(&pt->got, buf, (size_t)n);
        take_frames(pt);
        return;
    }
    close(pt->fd);
    pt->fd = -1;
    while (waitpid(pt->pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

/* --- all of them -------------------------------------------------------------- */

/* What the parts have done together; the share only if each knows its own. */
static struct explore_progress
sum_of(const struct part *pt, int n)
{
    struct explore_progress sum = { 0 };

    for (int i = 0; i < n; i++) {
        const struct explore_progress *e = &pt[i].progress;

        sum.executions += e->executions;
        sum.blocked += e->blocked;
        sum.transitions += e->transitions;
        if (e->depth > sum.depth)
            sum.depth = e->depth;
        if (e->findings > sum.findings)
            sum.findings = e->findings;
        sum.done = sum.done < 0 || e->done < 0 ? -1 : sum.done + e->done / n;
    }
    return sum;
}

/* Wait for something to be read; false: all parts have ended. */
static bool
await(struct part *pt, int n, struct pollfd *fds)
{
    bool any = false;

    for (int i = 0; i < n; i++) {
        fds[i] = (struct pollfd){ .fd = pt[i].fd, .events = POLLIN };
        any |= pt[i].fd >= 0;
    }
    if (!any)
        return false;
    if (poll(fds, (nfds_t)n, WAIT_MS) <= 0)
        return true;
    for (int i = 0; i < n; i++)
        if (pt[i].fd >= 0 && fds[i].revents != 0)
            read_part(&pt[i]);
    return true;
}

static void
interrupt(const struct part *pt, int n)
{
    for (int i = 0; i < n; i++)
        if (pt[i].fd >= 0)
            kill(pt[i].pid, SIGINT);
}

static void
await_all(const struct program *p, struct part *pt, int n, uint64_t most)
{
    struct pollfd *fds = text_alloc((size_t)n * sizeof *fds);
    bool shows = search_shows(p), passed_on = false;
    struct progress line;

    progress_begin(&line, most);
    while (await(pt, n, fds)) {
        struct explore_progress sum = sum_of(pt, n);

        if (search_interrupted() && !passed_on) {
            interrupt(pt, n);
            passed_on = true;
        }
        if (shows && sum.transitions > 0)
            progress_show(&line, &sum);
    }
    progress_end(&line);
    free(fds);
}

/* The parts' results as one, in their order; NULL: not all are there. */
static struct explore_result *
merge_all(struct part *pt, int n)
{
    struct explore_result *r = pt[0].result;
    bool ok = r != NULL;

    for (int i = 1; i < n; i++) {
        ok = ok && pt[i].result != NULL && explore_merge(r, pt[i].result);
        explore_free(pt[i].result);
    }
    if (ok)
        return r;
    explore_free(r);
    return NULL;
}

enum gopark_rc
search_shared(struct program *p, const struct explore_opts *x, int n,
              struct explore_result **r, struct gopark_err *err)
{
    struct part *pt = text_alloc((size_t)n * sizeof *pt);
    int i;

    memset(pt, 0, (size_t)n * sizeof *pt);
    for (i = 0; i < n; i++) {
        struct explore_opts part = part_of(x, (uint32_t)i, (uint32_t)n);

        start_part(p, &part, &pt[i]);
    }
    await_all(p, pt, n, x->schedules);
    *r = merge_all(pt, n);
    for (i = 0; i < n; i++)
        text_done(&pt[i].got);
    free(pt);
    if (*r != NULL)
        return GOPARK_OK;
    return gopark_fail(err, GOPARK_ENOMEM,
                       "--jobs: a process of the search has failed");
}
