/*
 * progress.c - what a student has done, kept between sessions.
 */
#define _XOPEN_SOURCE 700
#include "progress.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"
#include "pack_read.h"
#include "text.h"

/* $XDG_STATE_HOME/gopark, or ~/.local/state/gopark. */
static char *
state_dir(void)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

    if (state != NULL && *state == '/')
        return pack_path("%s/gopark", state);
    return pack_path("%s/.local/state/gopark", home != NULL ? home : ".");
}

/* Make dir and what it lies in. */
static void
make_dirs(const char *dir)
{
    char *path = text_dup(dir);

    for (char *p = path + 1; *p != '\0'; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        mkdir(path, 0777);
        *p = '/';
    }
    mkdir(path, 0777);
    free(path);
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
}

void
progress_open(struct progress *p)
{
    char *path, *s, *save = NULL;
    size_t len;

    memset(p, 0, sizeof *p);
    p->dir = state_dir();
    path = pack_path("%s/progress", p->dir);
    s = host_read(path, &len, NULL);
    free(path);
    if (s == NULL)
        return;
    for (char *line = strtok_r(s, "\n", &save); line != NULL;
         line = strtok_r(NULL, "\n", &save))
        read_line(p, line);
    free(s);
}

void
progress_close(struct progress *p)
{
    for (int i = 0; i < p->n; i++)
        free(p->at[i].name);
    free(p->at);
    free(p->dir);
    memset(p, 0, sizeof *p);
}

static enum gopark_rc
save(const struct progress *p, struct gopark_err *err)
{
    struct text t = { 0 };
    char *path = pack_path("%s/progress", p->dir);
    enum gopark_rc rc;

    make_dirs(p->dir);
    for (int i = 0; i < p->n; i++) {
        if (p->at[i].passed)
            text_printf(&t, "passed %s\n", p->at[i].name);
        if (p->at[i].hints > 0)
            text_printf(&t, "hints %s %d\n", p->at[i].name, p->at[i].hints);
    }
    rc = host_write(path, t.s != NULL ? t.s : "", t.len, err);
    free(path);
    text_done(&t);
    return rc;
}

enum gopark_rc
progress_pass(struct progress *p, const char *name, struct gopark_err *err)
{
    find_or_add(p, name)->passed = true;
    return save(p, err);
}

enum gopark_rc
progress_hint(struct progress *p, const char *name, int hints,
              struct gopark_err *err)
{
    find_or_add(p, name)->hints = hints;
    return save(p, err);
}

/* --- copies -------------------------------------------------------------- */

char *
progress_copy(const struct progress *p, const struct exercise *e)
{
    return pack_path("%s/learn/%s.lua", p->dir, e->name);
}

enum gopark_rc
progress_start(const struct progress *p, const struct exercise *e, bool again,
               struct gopark_err *err)
{
    char *path = progress_copy(p, e), *dir = pack_path("%s/learn", p->dir), *s;
    enum gopark_rc rc = GOPARK_OK;
    size_t len;

    make_dirs(dir);
    if (again || access(path, F_OK) != 0) {
        s = host_read(e->starter, &len, err);
        rc = s == NULL ? GOPARK_EFILE : host_write(path, s, len, err);
        free(s);
    }
    free(dir);
    free(path);
    return rc;
}
