/*
 * window.c - the window of viz/ beside the prompt.
 *
 * The window is polled between the slices of a run and while no key is typed.
 * What is clicked comes as the text of a command. While a program runs it is
 * kept, and the run asked to pause, for it may step; the prompt then shows
 * the line and does it, as if it had been typed.
 */
#include "window.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl.h"
#include "view.h"
#include "viz/viz.h"

enum {
    BREAKS_MOST = 64,
    EDGES_MOST = 64,
    LOG_SIZE = 65536,
    GS_MOST = 2000,      /* in larger worlds nobody looks for circles, leaks */
    GS_FEW = 300,        /* in smaller ones also while they run */
    HEAP_MOST = 4 << 20, /* bytes; the leak check marks about 100 KB a ms */
    HEAP_FEW = 1 << 20,
    SELDOM = 16,      /* polls of a run from one such look to the next */
    RECORD_MOST = 500 /* steps of a movie */
};

struct window {
    struct viz *viz; /* NULL: closed */
    struct repl *r;
    struct text output; /* what the program wrote, as of version */
    uint64_t version;
    struct viz_break brk[BREAKS_MOST];
    struct viz_edge edge[EDGES_MOST];
    int nedge;
    uint32_t leaked[GS_MOST];
    int nleaked;
    unsigned passed; /* polls of runs */
    bool pausing;    /* the command that comes now asked for a pause first */
    char *why;       /* about why_g, as of why_version */
    uint32_t why_g;
    uint64_t why_version;
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

/* Leaked remains leaked, until the session goes back: a large program is
 * asked again only when it stands. */
static void
find_leaked(struct window *x)
{
    uint32_t n = world_live_gs(x->r->w);
    struct gopark_stats st;

    world_stats(x->r->w, &st);
    if (!x->r->running || n > GS_MOST)
        x->nleaked = 0;
    if (x->r->running && ++x->passed % SELDOM != 0)
        return;
    if (n <= (x->r->running ? GS_FEW : GS_MOST) &&
        st.mem_used <= (x->r->running ? HEAP_FEW : HEAP_MOST))
        x->nleaked = viz_leaked(x->r->w, x->leaked, GS_MOST);
}

static void
add_ending(struct window *x)
{
    char *s = world_live_gs(x->r->w) > GS_MOST ? NULL : viz_ending(x->r->w);

    if (s != NULL)
        text_add(&x->output, s, strlen(s));
    free(s);
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
    if (r->s == NULL) {
        x->nleaked = 0;
        return;
    }
    session_output(r->s, add_output, &x->output);
    add_ending(x);
    find_leaked(x);
    if (!r->running && world_live_gs(r->w) <= GS_MOST)
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
    n.caption = r->caption;
    n.output_len = x->output.len;
    n.nedges = x->nedge;
    n.leaked = x->leaked;
    n.nleaked = x->nleaked;
    n.nbreaks = collect_breaks(x);
    return n;
}

/* Why goroutine g is where it is; nothing while it may run on at once. */
static const char *
why(void *ctx, uint32_t g)
{
    struct window *x = ctx;
    struct repl *r = x->r;

    if (r->running || world_live_gs(r->w) > GS_MOST)
        return NULL;
    if (x->why == NULL || x->why_g != g || x->why_version != r->version) {
        free(x->why);
        x->why = viz_why(r->w, g, r->lang == LANG_ZH ? GOPARK_ZH : GOPARK_EN);
        x->why_g = g;
        x->why_version = r->version;
    }
    return x->why;
}

/* --- what it asks for -------------------------------------------------- */

/* Is what runs a run to the end, which can be taken up again? */
static bool
runs_on(const struct repl *r)
{
    const struct repl_cmd *c;
    char word[16] = "";
    int n;

    if (!r->running || r->again == NULL)
        return false;
    sscanf(r->again, "%15s", word);
    c = repl_cmd_find(word, &n);
    return c != NULL &&
           (strcmp(c->name, "continue") == 0 || strcmp(c->name, "run") == 0);
}

/* A command that does not itself pause what runs (theme, set pace, g) lets it
 * go on afterwards. */
static void
on_command(void *ctx, const char *text)
{
    struct window *x = ctx;
    bool on = !x->pausing && runs_on(x->r);

    repl_queue(x->r, text);
    if (on)
        repl_queue(x->r, "continue");
    x->pausing = false;
}

static void
on_pause(void *ctx)
{
    struct window *x = ctx;

    x->pausing = true;
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
    free(x->why);
    x->why = NULL;
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
    x->pausing = false;
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
    struct viz_host host = {
        .ctx = x, .command = on_command, .pause = on_pause, .why = why
    };
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
    struct viz_host host = { .ctx = &x, .why = why };
    struct viz_now n = now(&x);
    struct gopark_err err;
    bool ok = viz_render(&n, &host, &look, path, &err) == GOPARK_OK;

    text_done(&x.output);
    free(x.why);
    return ok || repl_fail_err(r, &err);
}

/* --- movies ------------------------------------------------------------ */

static bool
add_step(struct window *x, struct viz_movie *m, uint64_t step,
         struct gopark_err *err)
{
    struct viz_host host = { .ctx = x, .why = why };
    struct viz_now n;

    if (session_goto(x->r->s, step, err) != GOPARK_OK)
        return false;
    x->r->version++;
    n = now(x);
    return viz_movie_add(m, &n, &host, 400, err) == GOPARK_OK;
}

/* Steps a to b, one after the other; says how far it is. */
static bool
add_steps(struct window *x, struct viz_movie *m, uint64_t a, uint64_t b,
          struct gopark_err *err)
{
    uint64_t tenth = (b - a) / 10 + 1;

    for (uint64_t step = a; step <= b && !x->r->stop_asked; step++) {
        if (!add_step(x, m, step, err))
            return false;
        if ((step - a) % tenth == tenth - 1 && !x->r->json) {
            repl_printf(x->r, "step %" PRIu64 " of %" PRIu64 "\n", step, b);
            fflush(stdout);
        }
    }
    return true;
}

static bool
do_record(struct repl *r, const char *path, uint64_t a, uint64_t b)
{
    struct window x = { .r = r };
    struct viz_look look = look_of(r);
    struct viz_movie *m;
    struct gopark_err err = { GOPARK_OK, "" }, also;
    uint64_t here = world_steps(r->w), last = session_last(r->s);
    bool ok;

    b = b > last ? last : b;
    a = a > b ? b : a;
    if (b - a >= RECORD_MOST)
        return repl_fail(r,
                         "record: %" PRIu64 "..%" PRIu64 " is more than "
                         "%d steps",
                         a, b, RECORD_MOST);
    if (viz_movie_open(&m, path, &look, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    ok = add_steps(&x, m, a, b, &err);
    ok = viz_movie_close(m, ok ? &err : &also) == GOPARK_OK && ok;
    session_goto(r->s, here, &also);
    r->version++;
    text_done(&x.output);
    free(x.why);
    return ok || repl_fail_err(r, &err);
}

void
window_install(void)
{
    view_window = set_window;
    view_command = do_command;
    view_render = do_render;
    view_record = do_record;
}
