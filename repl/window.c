/*
 * window.c - the window of viz/ beside the prompt.
 *
 * The window is polled between the slices of a run and while no key is typed.
 * What is clicked comes as the text of a command. While a program runs it is
 * kept, and the run asked to pause, for it may step; the prompt then shows
 * the line and does it, as if it had been typed.
 */
#include "window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl.h"
#include "view.h"
#include "viz/viz.h"

enum { BREAKS_MOST = 64, EDGES_MOST = 64, LOG_SIZE = 65536 };

struct window {
    struct viz *viz; /* NULL: closed */
    struct repl *r;
    struct text output; /* what the program wrote, as of version */
    uint64_t version;
    struct viz_break brk[BREAKS_MOST];
    struct viz_edge edge[EDGES_MOST];
    int nedge;
};

static struct window win;

/* --- what it shows ----------------------------------------------------- */

static void
add_output(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    (void)fd;
    (void)at;
    text_add(ctx, s, n);
}

/* What takes long to find out, once a version. */
static void
refresh(struct window *x)
{
    struct repl *r = x->r;

    if (x->version == r->version && x->output.s != NULL)
        return;
    x->version = r->version;
    text_clear(&x->output);
    text_add(&x->output, "", 0);
    x->nedge = 0;
    if (r->s == NULL)
        return;
    session_output(r->s, add_output, &x->output);
    if (world_end(r->w)->how == END_DEADLOCK)
        x->nedge = viz_circle(r->w, x->edge, EDGES_MOST);
}

static int
collect_breaks(struct window *x)
{
    int n = 0;

    for (int i = 0; i < x->r->stops.n && n < BREAKS_MOST; i++) {
        const struct stop *b = &x->r->stops.at[i];

        if (b->kind == STOP_LINE && !b->disabled)
            x->brk[n++] = (struct viz_break){ b->file, b->line, b->number };
    }
    return n;
}

static struct viz_now
now(struct window *x)
{
    struct repl *r = x->r;
    struct viz_now n = { .w = r->w,
                         .version = r->version,
                         .selected = r->g,
                         .playing = r->running,
                         .pace = r->pace,
                         .file = "",
                         .edges = x->edge,
                         .breaks = x->brk };

    refresh(x);
    n.last_step = r->s != NULL ? session_last(r->s) : 0;
    if (r->script.name != NULL)
        n.file = r->script.name;
    n.output = x->output.s;
    n.output_len = x->output.len;
    n.nedges = x->nedge;
    n.nbreaks = collect_breaks(x);
    return n;
}

/* --- what it asks for -------------------------------------------------- */

static void
on_command(void *ctx, const char *text)
{
    struct window *x = ctx;

    repl_queue(x->r, text);
}

static void
on_pause(void *ctx)
{
    struct window *x = ctx;

    repl_interrupt(x->r);
}

static void
close_window(struct window *x)
{
    if (x->viz != NULL)
        viz_close(x->viz);
    x->viz = NULL;
    x->r->poll = NULL;
    x->r->view = VIEW_NONE;
    text_done(&x->output);
}

/* Draw, take clicks. True: what runs should pause. */
static int
on_poll(void *ctx)
{
    struct window *x = ctx;
    struct viz_now n;

    if (x->r->running)
        x->r->version++;
    n = now(x);
    if (!viz_poll(x->viz, &n)) {
        close_window(x);
        return 0;
    }
    return x->r->queue != NULL;
}

static struct viz_look
look_of(const struct repl *r)
{
    struct viz_look look;

    viz_look_init(&look);
    look.theme = r->theme;
    look.scale = r->scale;
    look.lang = r->lang == LANG_ZH ? "zh" : "en";
    return look;
}

static bool
open_window(struct window *x, struct repl *r)
{
    struct viz_host host = { .ctx = x,
                             .command = on_command,
                             .pause = on_pause };
    struct viz_look look = look_of(r);
    struct gopark_err err;

    if (x->viz != NULL)
        return true;
    x->r = r;
    if (viz_open(&x->viz, &look, &host, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    r->log_size = LOG_SIZE;
    if (r->s != NULL)
        world_log(r->w, LOG_SIZE, NULL);
    r->poll = on_poll;
    r->poll_ctx = x;
    return true;
}

static bool
set_window(struct repl *r, bool open)
{
    if (open)
        return open_window(&win, r);
    if (win.viz != NULL)
        close_window(&win);
    return true;
}

static bool
do_command(struct repl *r, const char *line)
{
    struct gopark_err err = { GOPARK_OK, "" };

    if (win.viz == NULL || viz_command(win.viz, r->w, line, &err))
        return true;
    return err.rc == GOPARK_OK || repl_fail_err(r, &err);
}

static bool
do_render(struct repl *r, const char *path)
{
    struct window x = { .r = r };
    struct viz_look look = look_of(r);
    struct viz_host host = { .ctx = &x };
    struct viz_now n = now(&x);
    struct gopark_err err;
    bool ok = viz_render(&n, &host, &look, path, &err) == GOPARK_OK;

    text_done(&x.output);
    return ok || repl_fail_err(r, &err);
}

void
window_install(void)
{
    view_window = set_window;
    view_command = do_command;
    view_render = do_render;
}
