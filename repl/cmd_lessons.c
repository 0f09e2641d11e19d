/*
 * cmd_lessons.c - learn and demo, from the shell.
 *
 * On a terminal they are pages (runner.c); through a pipe, or with commands
 * given, the same lessons are text.
 */
#define _XOPEN_SOURCE 700
#include "cmd_lessons.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cmd_prompt.h"
#include "demo.h"
#include "host.h"
#include "learn.h"
#include "pack_check.h"
#include "repl.h"
#include "runner.h"

static int
complain(const char *text)
{
    fprintf(stderr, "gopark: %s\n", text);
    return 1;
}

/* Does somebody sit at a terminal that can show pages? */
static bool
on_terminal(const struct options *o)
{
    const char *term = getenv("TERM");

    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && !o->batch &&
           !o->json && o->norder == 0 && term != NULL &&
           strcmp(term, "dumb") != 0;
}

/* --- learn --------------------------------------------------------------- */

static bool
begin_learning(struct repl *r)
{
    struct text line = { 0 };
    bool ok;

    text_printf(&line, "learn %s", r->o->narg > 0 ? r->o->arg[0] : "");
    ok = repl_eval(r, line.s) == REPL_OK;
    text_done(&line);
    return ok;
}

static int
check_pack(const char *root)
{
    struct pack_check c;
    struct gopark_err err;
    int status;

    if (host_folder(root, &err) != GOPARK_OK)
        return complain(err.text);
    pack_check(&c, root);
    fputs(c.report.s, c.problems > 0 ? stderr : stdout);
    status = c.sections == 0 ? 1 : c.problems > 0 ? 3 : 0;
    pack_check_done(&c);
    return status;
}

int
cmd_learn_shell(const struct options *o)
{
    if (o->check_pack != NULL)
        return check_pack(o->check_pack);
    if (on_terminal(o))
        return runner_learn(o, o->narg > 0 ? o->arg[0] : NULL);
    return cmd_prompt_with(o, begin_learning);
}

/* --- demo ---------------------------------------------------------------- */

static void
on_out(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    const struct options *o = ctx;
    FILE *f = to == REPL_ERROR || to == REPL_ERR ? stderr : stdout;

    if (to == REPL_OUT && o->json) {
        prompt_json(s, n);
        return;
    }
    fflush(stdout);
    if (to == REPL_ERROR)
        fputs("gopark: ", stderr);
    fwrite(s, 1, n, f);
}

static bool
play(struct repl *r, struct learn *l, struct demo *d)
{
    if (!demo_open(r, l, d))
        return false;
    while (l->stop < d->nstop) {
        if (!demo_next(r, l))
            return false;
    }
    return true;
}

/* All demos of a section, or the one of that name or file. */
static bool
play_all(struct repl *r, struct learn *l, const char *what)
{
    struct demo *d = pack_demo(l->pack, what);

    if (d == NULL)
        d = pack_demo_of(l->pack, what);
    if (d != NULL)
        return play(r, l, d);
    l->section = learn_find(l, what);
    if (l->section == NULL || l->section->coming)
        return repl_fail(r,
                         "no demo and no section is called %s; 'gopark "
                         "learn' lists the sections",
                         what);
    for (int i = 0; i < l->section->ndemo; i++) {
        if (i > 0)
            repl_puts(r, "\n");
        if (!play(r, l, &l->section->demo[i]))
            return false;
    }
    return true;
}

static void
set_up(struct repl *r, struct learn *l)
{
    struct winsize size;

    l->colour = r->colour =
        r->o->colour == COLOUR_ALWAYS ||
        (r->o->colour == COLOUR_AUTO && isatty(STDOUT_FILENO) &&
         getenv("NO_COLOR") == NULL);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        l->width = r->width = size.ws_col;
}

int
cmd_demo_shell(const struct options *o)
{
    struct gopark_err err;
    struct learn *l;
    struct repl *r;
    bool ok;

    if (on_terminal(o))
        return runner_demo(o, o->arg[0]);
    l = learn_new(o->lang, &err);
    if (l == NULL)
        return complain(err.text);
    r = repl_new(o, on_out, (void *)o);
    set_up(r, l);
    ok = play_all(r, l, o->arg[0]);
    fflush(stdout);
    repl_free(r);
    learn_free(l);
    return ok ? 0 : 1;
}
