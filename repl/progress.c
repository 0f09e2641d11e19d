/*
 * progress.c - what a student has done, kept between sessions.
 */
#define _XOPEN_SOURCE 700
#include "progress.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"
#include "pack_read.h"
#include "text.h"

/* Never NULL, though there may be no such folder. */
static const char *
home_dir(void)
{
    const char *home = getenv("HOME");
    const struct passwd *pw;

    if (home != NULL && *home == '/')
        return home;
    pw = getpwuid(getuid());
    return pw != NULL ? pw->pw_dir : "/nonexistent";
}

/* $XDG_STATE_HOME/gopark, or ~/.local/state/gopark. */
static char *
state_dir(void)
{
    const char *state = getenv("XDG_STATE_HOME");

    if (state != NULL && *state == '/')
        return pack_path("%s/gopark", state);
    return pack_path("%s/.local/state/gopark", home_dir());
}

/* Make dir and what it lies in. */
static enum gopark_rc
make_dirs(const char *dir, struct gopark_err *err)
{
    char *path = text_dup(dir);
    int failed = 0;

    for (char *p = path + 1; failed == 0; p++) {
        char c = *p;

        if (c != '/' && c != '\0')
            continue;
        *p = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            failed = errno;
        *p = c;
        if (c == '\0')
            break;
    }
    free(path);
    if (failed == 0)
        return GOPARK_OK;
    return gopark_fail(err, GOPARK_EFILE, "%s: %s", dir, strerror(failed));
}

/* --- entries ------------------------------------------------------------- */

static struct progress_entry *
find(const struct progress *p, const char *name)
{
    for (int i = 0; i < p->n; i++)
        if (strcmp(p->at[i].name, name) == 0)
            return &p->at[i];
    return NULL;
}

static struct progress_entry *
find_or_add(struct progress *p, const char *name)
{
    struct progress_entry *e = find(p, name);

    if (e != NULL)
        return e;
    p->at = text_grow(p->at, sizeof *p->at * (size_t)(p->n + 1));
    e = &p->at[p->n++];
    memset(e, 0, sizeof *e);
    e->name = text_dup(name);
    return e;
}

bool
progress_passed(const struct progress *p, const char *name)
{
    const struct progress_entry *e = find(p, name);

    return e != NULL && e->passed;
}

int
progress_hints(const struct progress *p, const char *name)
{
    const struct progress_entry *e = find(p, name);

    return e != NULL ? e->hints : 0;
}

/* --- the file ------------------------------------------------------------ */

static void
read_line(struct progress *p, const char *line)
{
    char word[16], name[128];
    int n = 0;

    if (sscanf(line, "%15s %127s %d", word, name, &n) < 2)
        return;
    if (strcmp(word, "passed") == 0)
        find_or_add(p, name)->passed = true;
    else if (strcmp(word, "hints") == 0)
        find_or_add(p, name)->hints = n;
    else if (strcmp(word, "at") == 0) {
        free(p->place);
        p->place = text_dup(name);
    }
}

static void
forget_all(struct progress *p)
{
    for (int i = 0; i < p->n; i++)
        free(p->at[i].name);
    free(p->at);
    free(p->place);
    p->at = NULL;
    p->n = 0;
    p->place = NULL;
}

/* What the file says now; where there is none, nothing has changed. */
static void
read_all(struct progress *p)
{
    char *path = pack_path("%s/progress", p->dir), *mark = NULL, *s;
    size_t len;

    s = host_read(path, &len, NULL);
    free(path);
    if (s == NULL)
        return;
    forget_all(p);
    for (char *line = strtok_r(s, "\n", &mark); line != NULL;
         line = strtok_r(NULL, "\n", &mark))
        read_line(p, line);
    free(s);
}

void
progress_open(struct progress *p)
{
    const char *own = getenv("GOPARK_EXERCISES");

    memset(p, 0, sizeof *p);
    p->dir = state_dir();
    p->files = own != NULL && *own != '\0' ? text_dup(own)
                                           : pack_path("%s/learn", p->dir);
    read_all(p);
}

void
progress_close(struct progress *p)
{
    forget_all(p);
    free(p->dir);
    free(p->files);
    memset(p, 0, sizeof *p);
}

static void
write_all(const struct progress *p, struct text *t)
{
    for (int i = 0; i < p->n; i++) {
        if (p->at[i].passed)
            text_printf(t, "passed %s\n", p->at[i].name);
        if (p->at[i].hints > 0)
            text_printf(t, "hints %s %d\n", p->at[i].name, p->at[i].hints);
    }
    if (p->place != NULL)
        text_printf(t, "at %s\n", p->place);
}

/* Into a file beside it, down to the disk, and only then in its place. */
static enum gopark_rc
replace(const char *path, const struct text *t, struct gopark_err *err)
{
    char *beside = pack_path("%s.new", path);
    int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    bool ok = fd >= 0 &&
              write(fd, t->len > 0 ? t->s : "", t->len) == (ssize_t)t->len &&
              fsync(fd) == 0;

    if (fd >= 0 && close(fd) != 0)
        ok = false;
    ok = ok && rename(beside, path) == 0;
    free(beside);
    if (ok)
        return GOPARK_OK;
    return gopark_fail(err, GOPARK_EFILE, "%s: %s", path, strerror(errno));
}

/* Nobody else changes the file until unlock. -1: it cannot be locked, and is
 * written all the same. */
static int
lock(const struct progress *p)
{
    char *path = pack_path("%s/progress.lock", p->dir);
    int fd;

    make_dirs(p->dir, NULL);
    fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    free(path);
    if (fd >= 0)
        flock(fd, LOCK_EX);
    return fd;
}

static enum gopark_rc
unlock_saved(const struct progress *p, int fd, struct gopark_err *err)
{
    struct text t = { 0 };
    char *path = pack_path("%s/progress", p->dir);
    enum gopark_rc rc = make_dirs(p->dir, err);

    write_all(p, &t);
    if (rc == GOPARK_OK)
        rc = replace(path, &t, err);
    free(path);
    text_done(&t);
    if (fd >= 0)
        close(fd);
    return rc;
}

enum gopark_rc
progress_pass(struct progress *p, const char *name, struct gopark_err *err)
{
    int fd = lock(p);

    read_all(p);
    find_or_add(p, name)->passed = true;
    return unlock_saved(p, fd, err);
}

enum gopark_rc
progress_hint(struct progress *p, const char *name, int hints,
              struct gopark_err *err)
{
    int fd = lock(p);

    read_all(p);
    find_or_add(p, name)->hints = hints;
    return unlock_saved(p, fd, err);
}

enum gopark_rc
progress_forget(struct progress *p, const char *name, struct gopark_err *err)
{
    int fd = lock(p);

    read_all(p);
    find_or_add(p, name)->passed = false;
    find_or_add(p, name)->hints = 0;
    return unlock_saved(p, fd, err);
}

enum gopark_rc
progress_go(struct progress *p, const char *place, struct gopark_err *err)
{
    int fd = lock(p);

    read_all(p);
    free(p->place);
    p->place = text_dup(place);
    return unlock_saved(p, fd, err);
}

/* --- the student's files -------------------------------------------------- */

char *
progress_copy(const struct progress *p, const struct exercise *e)
{
    static const char *const ending[EXERCISE_NKIND] = {
        [KIND_PREDICT] = "txt",
        [KIND_BREAK] = "gp",
        [KIND_FIX] = "lua",
        [KIND_EXPLAIN] = "txt",
    };

    return pack_path("%s/%s.%s", p->files, e->name, ending[e->kind]);
}

/* Give what is at path another name: path.1, or the first that is free. */
static bool
set_aside(const char *path, struct gopark_err *err)
{
    for (int n = 1;; n++) {
        char *name = pack_path("%s.%d", path, n);
        bool there = access(name, F_OK) == 0;
        bool moved = !there && rename(path, name) == 0;

        free(name);
        if (moved)
            return true;
        if (!there) {
            gopark_fail(err, GOPARK_EFILE, "%s: %s", path, strerror(errno));
            return false;
        }
    }
}

enum gopark_rc
progress_put(const struct progress *p, const struct exercise *e,
             const char *text, bool again, struct gopark_err *err)
{
    char *path = progress_copy(p, e);
    bool there = access(path, F_OK) == 0;
    enum gopark_rc rc = there ? GOPARK_OK : make_dirs(p->files, err);

    if (there && again && !set_aside(path, err))
        rc = GOPARK_EFILE;
    else if (rc == GOPARK_OK && (!there || again))
        rc = host_write(path, text, strlen(text), err);
    free(path);
    return rc;
}

enum gopark_rc
progress_remove(const struct progress *p, const struct exercise *e,
                struct gopark_err *err)
{
    char *path = progress_copy(p, e);
    bool there = access(path, F_OK) == 0;
    bool ok = !there || set_aside(path, err);

    free(path);
    return ok ? GOPARK_OK : GOPARK_EFILE;
}

enum gopark_rc
progress_start(const struct progress *p, const struct exercise *e, bool again,
               struct gopark_err *err)
{
    size_t len;
    char *s = host_read(e->starter, &len, err);
    enum gopark_rc rc;

    if (s == NULL)
        return GOPARK_EFILE;
    rc = progress_put(p, e, s, again, err);
    free(s);
    return rc;
}
