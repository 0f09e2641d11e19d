/*
 * repl.c - a line in, text out.
 *
 * What a line means is found by dispatch.c; here are what a prompt has beside
 * its program: where its text goes, unfinished Lua, lines that wait.
 */
#include "repl.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dispatch.h"
#include "learn.h"
#include "rows.h"

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

/* Where JSON was asked for, a line of plain text is an object, too. */
static void
put_wrapped(struct repl *r, const char *s, size_t n)
{
    const char *end;

    text_add(&r->said, s, n);
    while ((end = memchr(r->said.s, '\n', r->said.len)) != NULL) {
        size_t len = (size_t)(end - r->said.s);
        char *line = text_dup(r->said.s);
        struct text rest = { 0 };

        line[len] = '\0';
        if (len > 0)
            repl_json(r, json_pack("{s:o}", "text", json_text(line, len)));
        free(line);
        text_add(&rest, end + 1, r->said.len - len - 1);
        text_done(&r->said);
        r->said = rest;
    }
}

void
repl_put(struct repl *r, enum repl_stream to, const char *s, size_t n)
{
    if (to == REPL_TEXT && r->json)
        put_wrapped(r, s, n);
    else
        put(r, to, s, n);
}

void
repl_put_json(struct repl *r, const char *line)
{
    put(r, REPL_TEXT, line, strlen(line));
}

void
repl_puts(struct repl *r, const char *s)
{
    repl_put(r, REPL_TEXT, s, strlen(s));
}

void
repl_printf(struct repl *r, const char *fmt, ...)
{
    struct text t = { 0 };
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(&t, fmt, ap);
    va_end(ap);
    repl_put(r, REPL_TEXT, t.s, t.len);
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
        repl_json(r, json_pack("{s:o}", "error", json_text(t.s, t.len)));
    else {
        text_puts(&t, "\n");
        repl_put(r, REPL_ERROR, t.s, t.len);
    }
    text_done(&t);
    return false;
}

bool
repl_fail_err(struct repl *r, const struct gopark_err *err)
{
    return repl_fail(r, "%s", err->text);
}

/* --- a prompt comes and goes -------------------------------------------- */

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
    r->json = o->json;
    return r;
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
    text_done(&r->said);
    learn_free(r->learn);
    free(r->caption);
    free(r);
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

/* --- lines ------------------------------------------------------------- */

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
            res = dispatch(r, line);
    }
    if (r->failed && res == REPL_OK)
        res = REPL_FAILED;
    if (r->said.len > 0)
        put_wrapped(r, "\n", 1);
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
