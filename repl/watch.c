/*
 * watch.c - has a file been saved?
 */
#define _XOPEN_SOURCE 700
#include "watch.h"

#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "text.h"

enum { POLL_MS = 300 };

void
watch_open(struct watch *w, bool poll)
{
    const char *how = getenv("GOPARK_WATCH");

    memset(w, 0, sizeof *w);
    w->folder = -1;
    if (how != NULL && strcmp(how, "poll") == 0)
        poll = true;
    w->fd = poll ? -1 : inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

void
watch_close(struct watch *w)
{
    watch_file(w, NULL);
    if (w->fd >= 0)
        close(w->fd);
    w->fd = -1;
}

/* The folder is watched, for the file may be replaced by another. */
static void
watch_folder(struct watch *w)
{
    char *dir = text_dup(w->path), *slash = strrchr(dir, '/');

    if (slash != NULL)
        *slash = '\0';
    w->folder = inotify_add_watch(w->fd, slash != NULL ? dir : ".",
                                  IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM |
                                      IN_DELETE | IN_CREATE);
    free(dir);
}

void
watch_file(struct watch *w, const char *path)
{
    if (w->folder >= 0)
        inotify_rm_watch(w->fd, w->folder);
    w->folder = -1;
    free(w->path);
    w->path = path != NULL ? text_dup(path) : NULL;
    if (path == NULL)
        return;
    w->there = stat(path, &w->seen) == 0;
    if (w->fd >= 0)
        watch_folder(w);
}

static bool
same(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_dev == b->st_dev &&
           a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

bool
watch_changed(struct watch *w)
{
    char buf[4096];
    struct stat now;
    bool there, changed;

    while (w->fd >= 0 && read(w->fd, buf, sizeof buf) > 0)
        ;
    if (w->path == NULL)
        return false;
    there = stat(w->path, &now) == 0;
    changed = there != w->there || (there && !same(&now, &w->seen));
    w->there = there;
    if (there)
        w->seen = now;
    return changed;
}

int
watch_wait(const struct watch *w)
{
    return w->path != NULL && (w->fd < 0 || w->folder < 0) ? POLL_MS : -1;
}
