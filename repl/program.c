/*
 * program.c - a program comes and goes: its session, what it reads and prints.
 */
#include "repl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "choose.h"
#include "happened.h"

/* --- the program's own output and input -------------------------------- */

static void
on_write(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct repl *r = ctx;

    (void)at;
    r->version++;
    repl_put(r, fd == 2 ? REPL_ERR : REPL_OUT, s, n);
}

static size_t
on_read(void *ctx, char *buf, size_t n, uint64_t at)
{
    struct repl *r = ctx;

    return input_read(&r->in, buf, n, at);
}

/* A module is read once in a session: going back must find it unchanged. */
static char *
on_load(void *ctx, const char *name, size_t *len, char *path, size_t size)
{
    struct repl *r = ctx;
    const struct module *m = modules_find(&r->modules, name);
    char *s;

    if (m == NULL) {
        s = script_module(&r->script, name, len, path, size);
        if (s != NULL)
            modules_add(&r->modules, name, path, s, *len);
        return s;
    }
    snprintf(path, size, "%s", m->path);
    s = text_alloc(m->len + 1);
    memcpy(s, m->text, m->len);
    *len = m->len;
    return s;
}

bool
repl_log(struct repl *r, bool on, struct gopark_err *err)
{
    size_t n = on ? HAPPENED_LOG : 0;

    return r->log_size > 0 || world_log(r->w, n, err) == GOPARK_OK;
}

/* --- a program comes and goes ------------------------------------------ */

/* Ctrl-C may come at any time and interrupts r->s: it is hidden first. */
static void
close_session(struct repl *r)
{
    struct session *s = r->s;

    chooser_drop(r);
    r->s = NULL;
    r->w = NULL;
    session_close(s);
    r->g = 0;
    r->frame = 0;
    r->stopped.n = 0;
    text_clear(&r->lua);
    r->version++;
}

void
repl_unload(struct repl *r)
{
    free(r->caption);
    r->caption = NULL;
    close_session(r);
    free(r->found.schedule);
    r->found.schedule = NULL;
    script_free(&r->script);
    modules_free(&r->modules);
    text_done(&r->in.text);
    for (int i = 0; i < r->narg; i++)
        free((char *)(uintptr_t)r->arg[i]);
    free(r->arg);
    r->arg = NULL;
    r->narg = 0;
}

bool
repl_open(struct repl *r)
{
    struct gopark_opts w;
    struct gopark_err err;

    close_session(r);
    gopark_opts_init(&w);
    w.seed = r->seed;
    w.procs = r->procs_at_start = r->procs;
    w.mem = r->mem;
    w.max_steps = r->max_steps;
    w.max_time = r->max_time;
    w.name = r->script.name;
    w.text = r->script.text;
    w.textlen = r->script.len;
    w.argv = r->arg;
    w.argc = r->narg;
    w.write = on_write;
    w.read = on_read;
    w.load = on_load;
    w.io_ctx = r;
    if (session_open(&r->s, &w, SESSION_BUDGET, &err) != GOPARK_OK) {
        r->status = err.rc == GOPARK_ESPACE ? 4 : 1;
        return repl_fail_err(r, &err);
    }
    r->w = session_world(r->s);
    if (r->log_size > 0)
        world_log(r->w, r->log_size, NULL);
    r->g = 1;
    chooser_apply(r);
    settings_apply(r);
    return true;
}

bool
repl_load(struct repl *r, const char *path, const char *const *arg, int narg)
{
    struct gopark_err err;
    struct script s;

    if (script_read(&s, path, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    repl_unload(r);
    r->script = s;
    r->arg = text_alloc((size_t)(narg + 1) * sizeof r->arg[0]);
    for (int i = 0; i < narg; i++)
        r->arg[i] = text_dup(arg[i]);
    r->narg = narg;
    return repl_open(r);
}
