/*
 * host.c - what a program needs from this machine.
 */
#define _XOPEN_SOURCE 700
#include "host.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
slurp(int fd, size_t *len)
{
    struct text t = { 0 };
    char buf[65536];
    ssize_t n;

    while ((n = read(fd, buf, sizeof buf)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            text_done(&t);
            return NULL;
        }
        text_add(&t, buf, (size_t)n);
    }
    text_add(&t, "", 0);
    *len = t.len;
    return t.s;
}

char *
host_read(const char *path, size_t *len, struct gopark_err *err)
{
    int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO)
                                    : open(path, O_RDONLY | O_CLOEXEC);
    char *s = fd < 0 ? NULL : slurp(fd, len);

    if (s == NULL)
        gopark_fail(err, GOPARK_EFILE, "%s: %s", path, strerror(errno));
    if (fd >= 0)
        close(fd);
    return s;
}

enum gopark_rc
host_folder(const char *path, struct gopark_err *err)
{
    DIR *dir = opendir(path);

    if (dir == NULL)
        return gopark_fail(err, GOPARK_EFILE, "%s: %s", path, strerror(errno));
    closedir(dir);
    return GOPARK_OK;
}

enum gopark_rc
host_write(const char *path, const char *s, size_t n, struct gopark_err *err)
{
    FILE *f = fopen(path, "w");
    bool ok = f != NULL && fwrite(s, 1, n, f) == n;

    if (f != NULL && fclose(f) != 0)
        ok = false;
    if (!ok)
        return gopark_fail(err, GOPARK_EFILE, "%s: %s", path, strerror(errno));
    return GOPARK_OK;
}

enum gopark_rc
script_read(struct script *s, const char *path, struct gopark_err *err)
{
    const char *slash = strrchr(path, '/');

    memset(s, 0, sizeof *s);
    s->text = host_read(path, &s->len, err);
    if (s->text == NULL)
        return GOPARK_EFILE;
    if (strncmp(s->text, "gopark replay ", 14) == 0) {
        free(s->text);
        s->text = NULL;
        return gopark_fail(err, GOPARK_EFILE,
                           "%s: a recorded session, not a program; 'gopark "
                           "replay %s' opens it",
                           path, path);
    }
    s->path = text_dup(path);
    if (strcmp(path, "-") == 0) {
        s->name = text_dup("stdin");
        s->dir = text_dup(".");
        return GOPARK_OK;
    }
    s->name = text_dup(slash != NULL ? slash + 1 : path);
    s->dir = text_dup(slash != NULL ? path : ".");
    if (slash != NULL)
        s->dir[slash == path ? 1 : slash - path] = '\0';
    return GOPARK_OK;
}

void
script_free(struct script *s)
{
    free(s->path);
    free(s->name);
    free(s->dir);
    free(s->text);
    memset(s, 0, sizeof *s);
}

/* a.b becomes a/b.lua. False if a part is empty or is not a plain name: a
 * module cannot climb out of the folder. */
static bool
module_path(const char *name, char *path, size_t size)
{
    size_t n = strlen(name);

    if (n == 0 || n + sizeof ".lua" > size || name[0] == '.' ||
        name[n - 1] == '.' || strstr(name, "..") != NULL ||
        strpbrk(name, "/\\") != NULL)
        return false;
    for (size_t i = 0; i <= n; i++)
        path[i] = name[i] == '.' ? '/' : name[i];
    strcat(path, ".lua");
    return true;
}

/* Is the file, with every link followed, below dir? */
static bool
is_inside(const char *file, const char *dir)
{
    char f[PATH_MAX], d[PATH_MAX];
    size_t n;

    if (realpath(file, f) == NULL || realpath(dir, d) == NULL)
        return false;
    n = strlen(d);
    return strncmp(f, d, n) == 0 && (d[n - 1] == '/' || f[n] == '/');
}

char *
script_module(const struct script *s, const char *name, size_t *len, char *path,
              size_t pathsize)
{
    char full[PATH_MAX];
    struct stat st;

    if (s->dir == NULL || !module_path(name, path, pathsize))
        return NULL;
    if (snprintf(full, sizeof full, "%s/%s", s->dir, path) >= (int)sizeof full)
        return NULL;
    if (stat(full, &st) != 0 || !S_ISREG(st.st_mode) ||
        !is_inside(full, s->dir))
        return NULL;
    return host_read(full, len, NULL);
}

size_t
input_read(struct input *in, char *buf, size_t n, uint64_t at)
{
    ssize_t got = 0;

    if (at >= in->text.len && in->fd >= 0) {
        got = read(in->fd, buf, n);
        if (got > 0)
            text_add(&in->text, buf, (size_t)got);
    }
    if (at >= in->text.len)
        return 0;
    if (n > in->text.len - at)
        n = in->text.len - (size_t)at;
    memcpy(buf, in->text.s + at, n);
    return n;
}
