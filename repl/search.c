/*
 * search.c - a program to be searched, and the search in this process.
 */
#define _POSIX_C_SOURCE 200809L
#include "search.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void
on_signal(int sig)
{
    (void)sig;
    interrupted = 1;
}

void
search_catch(bool once)
{
    struct sigaction sa = { 0 };

    sa.sa_handler = on_signal;
    sa.sa_flags = once ? (int)SA_RESETHAND : 0;
    sigemptyset(&sa.sa_mask);
    sigaction(SIGINT, &sa, NULL);
    sigaction(SIGTERM, &sa, NULL);
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

/* --- searching --------------------------------------------------------- */

struct alone {
    struct progress line;
    bool wanted;
};

static bool
on_progress(void *ctx, const struct explore_progress *e)
{
    struct alone *a = ctx;

    if (a->wanted)
        progress_show(&a->line, e);
    return interrupted;
}

bool
search_shows(const struct program *p)
{
    return !p->o->json && isatty(STDERR_FILENO);
}

static enum gopark_rc
run_alone(struct program *p, const struct explore_opts *x,
          struct explore_result **r, struct gopark_err *err)
{
    struct alone a = { .wanted = search_shows(p) };
    struct explore_opts o = *x;
    enum gopark_rc rc;

    progress_begin(&a.line, x->schedules);
    o.progress = on_progress;
    o.progress_ctx = &a;
    rc = explore_run(p->w, &o, r, err);
    progress_end(&a.line);
    return rc;
}

enum gopark_rc
search_run(struct program *p, const struct explore_opts *x,
           struct explore_result **r, struct gopark_err *err)
{
    *r = NULL;
    if (p->o->jobs > 1)
        return search_shared(p, x, p->o->jobs, r, err);
    return run_alone(p, x, r, err);
}
