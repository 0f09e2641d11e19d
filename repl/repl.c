/*
 * repl.c - a line in, text out.
 *
 * A line is a command if its first word is one, or the beginning of exactly
 * one, and what follows does not make it Lua; everything else is Lua and runs
 * as a new goroutine. Lua's keywords are never taken for the beginning of a
 * command (`local x = 1` is not `locals`).
 */
#define _XOPEN_SOURCE 700
#include "repl.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "choose.h"
#include "happened.h"
#include "learn.h"
#include "rows.h"
#include "suggest.h"
#include "syntax.h"

enum { WORDS_MOST = 64 };

/* --- output ------------------------------------------------------------ */

static void
put(struct repl *r, enum repl_stream to, const char *s, size_t n)
{
    if (n == 0)
        return;
    if (r->copy != NULL)
        text_add(r->copy, s, n);
    r->last = s[n - 1];
    r->out(r->out_ctx, to, s, n);
}

void
repl_puts(struct repl *r, const char *s)
{
    put(r, REPL_TEXT, s, strlen(s));
}

void
repl_printf(struct repl *r, const char *fmt, ...)
{
    struct text t = { 0 };
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(&t, fmt, ap);
    va_end(ap);
    put(r, REPL_TEXT, t.s, t.len);
    text_done(&t);
}

bool
repl_fail(struct repl *r, const char *fmt, ...)
{
    struct text t = { 0 };
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(&t, fmt, ap);
    va_end(ap);
    r->failed = true;
    if (r->json)
        repl_json(r, json_pack("{s:s}", "error", t.s));
    else {
        text_puts(&t, "\n");
        put(r, REPL_ERROR, t.s, t.len);
    }
    text_done(&t);
    return false;
}

bool
repl_fail_err(struct repl *r, const struct gopark_err *err)
{
    return repl_fail(r, "%s", err->text);
}

/* --- the program's own output and input -------------------------------- */

static void
on_write(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct repl *r = ctx;

    (void)at;
    r->version++;
    put(r, fd == 2 ? REPL_ERR : REPL_OUT, s, n);
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

struct repl *
repl_new(const struct options *o, repl_out_fn *out, void *ctx)
{
    struct repl *r = text_alloc(sizeof *r);

    r->o = o;
    r->out = out;
    r->out_ctx = ctx;
    r->seed = o->seed;
    r->procs = o->procs;
    r->mem = o->mem;
    r->max_steps = o->max_steps;
    r->max_time = o->max_time;
    r->pace = o->pace;
    r->in.fd = -1;
    r->leakcheck = 1;
    r->policy_name = "go";
    r->theme = "dark";
    r->scale = 1;
    r->view = VIEW_NONE;
    r->lang = o->lang;
    return r;
}

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

void
repl_free(struct repl *r)
{
    repl_unload(r);
    stops_clear(&r->stops);
    free(r->stopped.step);
    for (char *line; (line = repl_queued(r)) != NULL;)
        free(line);
    free(r->again);
    free(r->focus);
    free(r->copy_path);
    if (r->copy != NULL)
        text_done(r->copy);
    free(r->copy);
    text_done(&r->lua);
    learn_free(r->learn);
    free(r->caption);
    free(r);
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
    if (session_open(&r->s, &w, SESSION_BUDGET, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    r->w = session_world(r->s);
    if (r->log_size > 0)
        world_log(r->w, r->log_size, NULL);
    r->g = 1;
    chooser_apply(r);
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

void
repl_interrupt(struct repl *r)
{
    r->stop_asked = true;
    if (r->s != NULL)
        session_interrupt(r->s);
}

void
repl_queue(struct repl *r, const char *line)
{
    r->queue =
        text_grow(r->queue, (size_t)(r->nqueue + 1) * sizeof r->queue[0]);
    r->queue[r->nqueue++] = text_dup(line);
}

char *
repl_queued(struct repl *r)
{
    char *line;

    if (r->nqueue == 0)
        return NULL;
    line = r->queue[0];
    memmove(r->queue, r->queue + 1,
            (size_t)(r->nqueue - 1) * sizeof r->queue[0]);
    if (--r->nqueue == 0) {
        free(r->queue);
        r->queue = NULL;
    }
    return line;
}

const char *
repl_prompt(const struct repl *r, char *buf, size_t size)
{
    if (r->lua.len > 0)
        snprintf(buf, size, "> ");
    else if (r->s == NULL)
        snprintf(buf, size, "(gopark) ");
    else if (r->g == 0)
        snprintf(buf, size, "(gopark @%" PRIu64 ") ", world_steps(r->w));
    else
        snprintf(buf, size, "(gopark @%" PRIu64 " G%" PRIu32 ") ",
                 world_steps(r->w), r->g);
    return buf;
}

/* --- commands ---------------------------------------------------------- */

static bool
is_keyword(const char *word)
{
    static const char *const keyword[] = {
        "and",      "break",  "do",   "else", "elseif", "end",   "false", "for",
        "function", "goto",   "if",   "in",   "local",  "nil",   "not",   "or",
        "repeat",   "return", "then", "true", "until",  "while",
    };

    for (size_t i = 0; i < sizeof keyword / sizeof keyword[0]; i++)
        if (strcmp(word, keyword[i]) == 0)
            return true;
    return false;
}

/* Does what follows a word say that the line is Lua? */
static bool
looks_like_lua(const char *rest)
{
    if (*rest == '(' || *rest == '.' || *rest == ':' || *rest == '[')
        return true;
    while (*rest == ' ' || *rest == '\t')
        rest++;
    return rest[0] == '=' && rest[1] != '=';
}

/* The length of the word that line begins with: a name, or "?". */
static size_t
word_length(const char *line)
{
    size_t n = 0;

    if (*line == '?')
        return 1;
    while (isalnum((unsigned char)line[n]) || line[n] == '_')
        n++;
    return n;
}

static bool
usage(struct repl *r, const struct repl_cmd *c)
{
    return repl_fail(r, "usage: %s%s%s; see 'help %s'", c->name,
                     c->usage[0] ? " " : "", c->usage, c->name);
}

/* Cut --json out of the words. */
static void
take_json(struct repl *r, int *argc, char **argv)
{
    for (int i = 1; i < *argc; i++) {
        if (strcmp(argv[i], "--json") == 0) {
            r->json = true;
            free(argv[i]);
            memmove(argv + i, argv + i + 1,
                    (size_t)(*argc - i) * sizeof argv[0]);
            --*argc;
            i--;
        }
    }
}

static int
split_raw(struct repl *r, const char *rest, char **argv)
{
    size_t n;

    while (isspace((unsigned char)*rest))
        rest++;
    if (strncmp(rest, "--json", 6) == 0 &&
        (rest[6] == ' ' || rest[6] == '\0')) {
        r->json = true;
        rest += 6;
        while (isspace((unsigned char)*rest))
            rest++;
    }
    n = strlen(rest);
    while (n > 0 && isspace((unsigned char)rest[n - 1]))
        n--;
    if (n == 0)
        return 1;
    argv[1] = text_dup(rest);
    argv[1][n] = '\0';
    return 2;
}

static int
split(struct repl *r, const struct repl_cmd *c, const char *rest, char **argv)
{
    int argc = 1;

    argv[0] = text_dup(c->name);
    if (c->flags & CMD_RAW)
        return split_raw(r, rest, argv);
    while (argc < WORDS_MOST && (argv[argc] = arg_word(&rest)) != NULL)
        argc++;
    take_json(r, &argc, argv);
    return argc;
}

static bool
run_command(struct repl *r, const struct repl_cmd *c, const char *rest)
{
    char *argv[WORDS_MOST + 1] = { NULL };
    int argc = split(r, c, rest, argv);
    bool ok;

    if (argc - 1 < c->min_args || (c->max_args >= 0 && argc - 1 > c->max_args))
        ok = usage(r, c);
    else if ((c->flags & CMD_NEEDS) && r->s == NULL)
        ok = repl_fail(r, "%s: no program is loaded; 'load FILE' loads one",
                       c->name);
    else {
        if ((c->flags & CMD_MOVES) && r->s != NULL)
            session_mark(r->s);
        ok = c->exec(r, argc, argv);
        if (c->flags & CMD_MOVES)
            r->version++;
    }
    for (int i = 0; i < argc; i++)
        free(argv[i]);
    return ok;
}

/* --- lines ------------------------------------------------------------- */

static enum repl_result
ambiguous(struct repl *r, const char *word)
{
    struct text t = { 0 };

    repl_cmd_list(word, &t);
    repl_fail(r, "%s is ambiguous: could be %s", word, t.s);
    text_done(&t);
    return REPL_FAILED;
}

/* Lua that does not compile may be a command with a slip in it. */
static const char *
nearest_command(const char *word)
{
    struct suggest s = { .word = word };
    const struct repl_cmd *c;

    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++)
        suggest_offer(&s, c->name);
    return suggest_best(&s);
}

static bool
is_one_word_call(const char *rest)
{
    while (*rest == ' ')
        rest++;
    return *rest == '\0' || isalnum((unsigned char)*rest) || *rest == '-';
}

/* A word alone that names nothing: nobody wants to see that it is nil. */
static bool
names_nothing(struct repl *r, const char *word, const char *rest)
{
    struct gopark_err err;
    char *out = NULL;
    bool nothing;

    while (*rest == ' ')
        rest++;
    if (*rest != '\0')
        return false;
    nothing = world_eval(r->w, 0, 0, word, &out, NULL, &err) == GOPARK_OK &&
              strcmp(out, "nil") == 0;
    free(out);
    return nothing;
}

static enum repl_result
eval_lua(struct repl *r, const char *line, const char *word, const char *rest)
{
    const char *near = word[0] && r->lua.len == 0 && is_one_word_call(rest)
                           ? nearest_command(word)
                           : NULL;

    if (r->s == NULL) {
        if (near != NULL)
            repl_fail(r, "%s: no such command; did you mean %s?", word, near);
        else
            repl_fail(r,
                      "%s: no such command, and no program is loaded to "
                      "run Lua in; 'help' lists the commands",
                      word[0] ? word : line);
        return REPL_FAILED;
    }
    if (near != NULL && (names_nothing(r, word, rest) ||
                         syntax_check(line, NULL, 0) == SYNTAX_WRONG)) {
        repl_fail(r, "%s: no such command; did you mean %s?", word, near);
        return REPL_FAILED;
    }
    return repl_lua(r, line);
}

/* Remember a command that an empty line repeats; other ones end that. */
static void
remember(struct repl *r, const struct repl_cmd *c, const char *line)
{
    if (r->again == line)
        return;
    free(r->again);
    r->again = c->flags & CMD_REPEATS ? text_dup(line) : NULL;
}

static enum repl_result
eval_line(struct repl *r, const char *line)
{
    size_t n = word_length(line);
    const char *rest = line + n;
    const struct repl_cmd *c;
    char word[64];
    int nmatch = 0;

    snprintf(word, sizeof word, "%.*s", (int)n, line);
    c = n > 0 && n < sizeof word && !looks_like_lua(rest)
            ? repl_cmd_find(word, &nmatch)
            : NULL;
    if (c != NULL && strcmp(c->name, word) != 0 && is_keyword(word))
        c = NULL;
    if (c != NULL) {
        remember(r, c, line);
        return run_command(r, c, rest) ? REPL_OK : REPL_FAILED;
    }
    if (nmatch > 1 && !is_keyword(word))
        return ambiguous(r, word);
    return eval_lua(r, line, word, rest);
}

static enum repl_result
eval_more(struct repl *r, const char *line)
{
    struct text all = r->lua;
    enum repl_result res;

    memset(&r->lua, 0, sizeof r->lua);
    text_puts(&all, "\n");
    text_puts(&all, line);
    res = repl_lua(r, all.s);
    text_done(&all);
    return res;
}

enum repl_result
repl_eval(struct repl *r, const char *line)
{
    enum repl_result res = REPL_OK;
    char prompt[64];

    if (r->copy != NULL)
        text_printf(r->copy, "%s%s\n", repl_prompt(r, prompt, sizeof prompt),
                    line);
    r->json = r->o->json;
    r->failed = false;
    r->stop_asked = false;
    if (r->lua.len > 0)
        res = eval_more(r, line);
    else {
        while (isspace((unsigned char)*line))
            line++;
        if (*line == '\0' && r->again != NULL)
            line = r->again;
        if (*line != '\0' && *line != '#' && strncmp(line, "--", 2) != 0)
            res = eval_line(r, line);
    }
    if (r->failed && res == REPL_OK)
        res = REPL_FAILED;
    if (r->redraw != NULL && res != REPL_MORE)
        r->redraw(r);
    return r->quit ? REPL_QUIT : res;
}

enum repl_result
repl_source(struct repl *r, const char *text)
{
    enum repl_result res = REPL_OK, worst = REPL_OK;

    while (*text != '\0' && res != REPL_QUIT) {
        size_t n = strcspn(text, "\n");
        char *line = text_dup(text);

        line[n] = '\0';
        if (n > 0 && line[n - 1] == '\r')
            line[n - 1] = '\0';
        res = *line == '\0' && r->lua.len == 0 ? REPL_OK : repl_eval(r, line);
        free(line);
        text += n + (text[n] == '\n');
        if (res == REPL_FAILED)
            worst = res;
        if (res == REPL_FAILED && r->o->batch)
            break;
    }
    return res == REPL_QUIT ? res : worst;
}
