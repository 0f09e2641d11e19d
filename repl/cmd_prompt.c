/*
 * cmd_prompt.c - `gopark FILE.lua` and `gopark replay FILE`: a session.
 *
 * Where the lines come from decides how much is put around them: -e and -x
 * are done and that is all; a pipe is read to its end without prompts; a
 * terminal gets readline. Errors go to standard error as `gopark: ...` unless
 * it is a person who reads them.
 */
#define _XOPEN_SOURCE 700
#include "cmd_prompt.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "repl.h"
#include "report.h"
#include "rows.h"
#include "suggest.h"
#include "term.h"
#include "view.h"

static struct repl *the_repl; /* for the signal handler */
static bool person;           /* somebody types and reads */
static bool unread;           /* a file of -x could not be read */

static void
on_signal(int sig)
{
    (void)sig;
    if (the_repl != NULL)
        repl_interrupt(the_repl);
}

void
prompt_json(const char *s, size_t n)
{
    json_t *o = json_pack("{s:i, s:o}", "fd", 1, "text", json_text(s, n));

    json_dumpf(o, stdout, JSON_COMPACT);
    fputc('\n', stdout);
    json_decref(o);
}

/* Everything to standard output, but errors to standard error. */
static void
on_out(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    (void)ctx;
    if (to == REPL_OUT && the_repl != NULL && the_repl->json) {
        prompt_json(s, n);
        return;
    }
    if ((to == REPL_ERROR || to == REPL_ERR) && !person) {
        fflush(stdout);
        if (to == REPL_ERROR)
            fputs("gopark: ", stderr);
        fwrite(s, 1, n, stderr);
        fflush(stderr);
        return;
    }
    fwrite(s, 1, n, stdout);
}

static void
catch_interrupt(void)
{
    struct sigaction sa = { 0 };

    sa.sa_handler = on_signal;
    sigemptyset(&sa.sa_mask);
    sigaction(SIGINT, &sa, NULL);
}

/* A line at a time from a pipe. */
static enum repl_result
run_pipe(struct repl *r)
{
    enum repl_result res = REPL_OK, worst = REPL_OK;
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;

    while (res != REPL_QUIT && (n = getline(&line, &cap, stdin)) >= 0) {
        while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
            line[--n] = '\0';
        if (n == 0 && r->lua.len == 0 && r->o->batch)
            continue; /* a script's */
        res = repl_eval(r, line);
        fflush(stdout);
        if (res == REPL_FAILED)
            worst = res;
        if (res == REPL_FAILED && r->o->batch)
            break;
    }
    free(line);
    return res == REPL_QUIT ? res : worst;
}

static enum repl_result
run_file(struct repl *r, const char *path)
{
    struct gopark_err err;
    size_t len;
    char *s = host_read(path, &len, &err);
    enum repl_result res;

    if (s == NULL) {
        unread = true;
        repl_fail_err(r, &err);
        return REPL_FAILED;
    }
    res = repl_source(r, s);
    free(s);
    return res;
}

/* -e and -x, in order. */
static enum repl_result
run_orders(struct repl *r)
{
    enum repl_result res = REPL_OK, worst = REPL_OK;

    for (int i = 0; i < r->o->norder && res != REPL_QUIT; i++) {
        const struct order *one = &r->o->order[i];

        res = one->is_file ? run_file(r, one->text) : repl_source(r, one->text);
        if (res == REPL_FAILED)
            worst = res;
        if (res == REPL_FAILED && r->o->batch)
            break;
    }
    return res == REPL_QUIT ? res : worst;
}

/* Lua that waits for a line that will not come. */
static enum repl_result
at_end(struct repl *r, enum repl_result res)
{
    if (res == REPL_QUIT || r->lua.len == 0)
        return res;
    repl_fail(r, "unfinished Lua at the end of the commands: %s", r->lua.s);
    return REPL_FAILED;
}

static enum repl_result
run_lines(struct repl *r)
{
    if (r->o->norder > 0)
        return at_end(r, run_orders(r));
    if (!isatty(STDIN_FILENO) || r->o->batch)
        return at_end(r, run_pipe(r));
    person = true;
    return term_run(r);
}

static void
set_up(struct repl *r)
{
    const char *term = getenv("TERM"), *no = getenv("NO_COLOR");
    bool tty =
        isatty(STDOUT_FILENO) && term != NULL && strcmp(term, "dumb") != 0;

    r->colour = r->o->colour == COLOUR_ALWAYS ||
                (r->o->colour == COLOUR_AUTO && tty && no == NULL);
    r->ascii = !term_utf8();
    if (r->o->norder > 0 && !isatty(STDIN_FILENO))
        r->in.fd = STDIN_FILENO; /* the program may read what is piped in */
}

static bool
has_display(void)
{
    return view_window != NULL &&
           (getenv("DISPLAY") != NULL || getenv("WAYLAND_DISPLAY") != NULL);
}

/* No window can be had: draw in the terminal, if it can be drawn in. */
static void
text_instead(struct repl *r)
{
    const char *term = getenv("TERM");

    if (r->s == NULL || !isatty(STDOUT_FILENO) || term == NULL ||
        strcmp(term, "dumb") == 0)
        return;
    repl_puts(r, "no display here: the view is drawn in the terminal "
                 "('view off' ends it)\n");
    view_set(r, "text");
}

/* The view that was asked for on the command line. */
static bool
open_view(struct repl *r)
{
    bool typed = isatty(STDIN_FILENO) && !r->o->batch && r->o->norder == 0;

    if (r->o->view == VIEW_TEXT)
        return view_set(r, "text");
    if (r->o->view == VIEW_WINDOW)
        return view_set(r, "window");
    if (r->o->view == VIEW_AUTO && typed &&
        !(has_display() && view_set(r, "window")))
        text_instead(r);
    return true;
}

/* At the end of the session: --replay-out, and a transcript that is open. */
static bool
keep(struct repl *r)
{
    struct text line = { 0 };
    bool ok = true;

    if (r->copy != NULL)
        repl_eval(r, "transcript off");
    if (r->o->replay_out != NULL && r->s != NULL) {
        text_printf(&line, "save %s", r->o->replay_out);
        r->quit = false;
        ok = repl_eval(r, line.s) == REPL_OK;
        text_done(&line);
    }
    return ok;
}

int
cmd_prompt_with(const struct options *o, bool (*load)(struct repl *r))
{
    struct repl *r = repl_new(o, on_out, NULL);
    enum repl_result res = REPL_FAILED;
    int status = 1;

    the_repl = r;
    catch_interrupt();
    set_up(r);
    if (o->seed_random)
        repl_printf(r, "seed %" PRIu64 "\n", o->seed);
    if (load(r) && open_view(r)) {
        res = run_lines(r);
        status = res == REPL_QUIT ? r->status
                                  : res == REPL_FAILED && (o->batch || unread);
        if (!keep(r))
            status = 1;
    } else if (r->status != 0) {
        status = r->status;
    }
    fflush(stdout);
    the_repl = NULL;
    view_set(r, "off");
    repl_free(r);
    return status;
}

/* Say where we are, where somebody reads it before typing. */
static void
greet(struct repl *r)
{
    if (r->o->norder == 0 && isatty(STDIN_FILENO) && !r->o->batch) {
        report_here(r);
        repl_puts(r, "'help' lists the commands, 'step' goes on\n");
    }
}

/* A word that was meant as a command, and not as a file? */
static bool
no_command(struct repl *r, const char *word)
{
    struct suggest near = { .word = word };
    const char *best;

    if (strpbrk(word, "./-") != NULL || access(word, F_OK) == 0)
        return false;
    for (const struct shell_cmd *c = shell_cmds; c->name != NULL; c++)
        suggest_offer(&near, c->name);
    best = suggest_best(&near);
    repl_fail(r, "%s: there is no such command and no such file; %s%s%s", word,
              best != NULL ? "did you mean gopark " : "see gopark --help",
              best != NULL ? best : "", best != NULL ? "?" : "");
    return true;
}

static bool
load_script(struct repl *r)
{
    const struct options *o = r->o;

    if (o->narg == 0)
        return true;
    if (no_command(r, o->arg[0]))
        return false;
    if (!repl_load(r, o->arg[0], o->arg + 1, o->narg - 1))
        return false;
    greet(r);
    return true;
}

static bool
load_replay(struct repl *r)
{
    if (!repl_load_replay(r, r->o->arg[0]))
        return false;
    greet(r);
    return true;
}

int
cmd_prompt(const struct options *o)
{
    return cmd_prompt_with(o, load_script);
}

int
cmd_replay_session(const struct options *o)
{
    return cmd_prompt_with(o, load_replay);
}
