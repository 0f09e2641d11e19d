/*
 * branch.c - branches of a world: copied and put back, or forked.
 *
 * Copying a lesson's world takes microseconds. A world of gigabytes would be
 * copied twice for nothing; there the system's copy-on-write does it: a child
 * works on its own view of the block and sends the result through a pipe.
 */
#define _POSIX_C_SOURCE 200809L
#include "check/branch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define COPY_MAX ((size_t)256 << 20) /* bytes; a larger world is forked */

static void
isolate(struct world *w)
{
    w->host.log = NULL;
    w->host.listen = NULL;
    w->host.hear = NULL;
    w->host.write = NULL;
    w->host.read = NULL;
    w->host.choose = NULL;
    w->host.probe = NULL;
    w->host.op_wanted = false;
    w->host.check = NULL;
    w->heap.limit = WORLD_SPAN / 2; /* what we need is not the program's */
}

bool
branch_begin(struct branch *b, struct world *w)
{
    b->w = w;
    b->before = snapshot_take(w, NULL);
    if (b->before == NULL)
        return false;
    b->host = w->host;
    isolate(w);
    return true;
}

void
branch_end(struct branch *b)
{
    struct world *w = b->w;
    struct host *was = &b->host;

    snapshot_restore(w, b->before);
    snapshot_free(b->before);
    was->stop |= w->host.stop;
    was->committed = w->host.committed;
    was->hint = NULL;
    memcpy(was->room, w->host.room, sizeof was->room);
    w->host = *was;
}

/* --- calls ------------------------------------------------------------- */

struct call {
    branch_fn *fn;
    void *arg;
    struct tb *out;
};

static int protected(lua_State *L)
{
    struct call *c = lua_touserdata(L, 1);

    c->fn(world_of(L), c->arg, c->out);
    return 0;
}

static bool
call(struct world *w, struct call *c)
{
    lua_State *L = w->lua;

    if (!lua_checkstack(L, 8))
        return false;
    lua_pushcfunction(L, protected);
    lua_pushlightuserdata(L, c);
    return lua_pcall(L, 1, 0, 0) == LUA_OK;
}

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

/* The answer ends in a byte that says whether it is one. */
static void
child(struct world *w, struct call *c, int fd)
{
    char ok;

    isolate(w);
    ok = call(w, c);
    write_all(fd, c->out->buf, c->out->len);
    write_all(fd, &ok, 1);
    _exit(0);
}

static void
read_all(int fd, struct tb *out)
{
    char buf[4096];
    ssize_t n;

    while ((n = read(fd, buf, sizeof buf)) != 0) {
        if (n > 0)
            tb_addn(out, buf, (size_t)n);
        else if (errno != EINTR)
            break;
    }
}

static bool
call_forked(struct world *w, struct call *c)
{
    int fd[2];
    pid_t pid;

    if (pipe(fd) != 0)
        return false;
    pid = fork();
    if (pid == 0) {
        close(fd[0]);
        child(w, c, fd[1]);
    }
    close(fd[1]);
    if (pid > 0) {
        read_all(fd[0], c->out);
        while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    close(fd[0]);
    if (pid < 0 || c->out->len == 0)
        return false;
    c->out->len--;
    return c->out->buf[c->out->len] != 0;
}

bool
branch_call(struct world *w, branch_fn *fn, void *arg, struct tb *out)
{
    struct call c = { fn, arg, out };
    struct branch b;
    bool ok;

    if (heap_extent(w) > COPY_MAX)
        ok = call_forked(w, &c);
    else if (branch_begin(&b, w)) {
        ok = call(w, &c);
        branch_end(&b);
    } else {
        ok = call_forked(w, &c);
    }
    if (!ok)
        out->len = 0;
    return ok;
}
