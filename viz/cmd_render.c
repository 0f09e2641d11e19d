/*
 * cmd_render.c - gopark render: run a program to a moment and draw it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "image.h"

enum { EVENTS = 1 << 16, EDGES = 32, LEAKS_AMONG = 20000 };

/* The program's output is kept for its panel; input and modules are the
 * caller's business. */
struct studio {
    const struct gopark_opts *given;
    char *s;
    size_t n, room;
};

static void
keep(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct studio *o = ctx;

    (void)fd;
    (void)at;
    if (n == 0)
        return;
    if (o->n + n > o->room) {
        size_t room = (o->n + n) * 2;
        char *p = realloc(o->s, room);
        if (p == NULL)
            return;
        o->s = p;
        o->room = room;
    }
    memcpy(o->s + o->n, s, n);
    o->n += n;
}

static size_t
read_on(void *ctx, char *buf, size_t n, uint64_t at)
{
    const struct gopark_opts *g = ((struct studio *)ctx)->given;

    return g->read(g->io_ctx, buf, n, at);
}

static char *
load(void *ctx, const char *name, size_t *len, char *path, size_t size)
{
    const struct gopark_opts *g = ((struct studio *)ctx)->given;

    return g->load(g->io_ctx, name, len, path, size);
}

/* The step that at names; WORLD_TO_END for "end" and "deadlock". */
static bool
moment(const char *at, uint64_t *step)
{
    char *end;

    *step = WORLD_TO_END;
    if (at == NULL || strcmp(at, "end") == 0 || strcmp(at, "deadlock") == 0)
        return true;
    errno = 0;
    *step = strtoull(at, &end, 10);
    return *at >= '0' && *at <= '9' && *end == '\0' && errno == 0;
}

/* What the inspector says of the selected goroutine. */
struct answer {
    struct world *w;
    enum gopark_lang lang;
    char *text;
};

static const char *
why(void *ctx, uint32_t g)
{
    struct answer *a = ctx;

    free(a->text);
    a->text = viz_why(a->w, g, a->lang);
    return a->text;
}

/* What the program printed, and what Go would print at its end. */
static void
keep_ending(struct world *w, struct studio *o)
{
    char *s = viz_ending(w);

    if (s != NULL)
        keep(o, 2, s, strlen(s), 0);
    free(s);
}

static int
draw(struct world *w, const char *name, struct studio *o, const char *out,
     const struct viz_look *look, struct gopark_err *err)
{
    static uint32_t leaked[LEAKS_AMONG];
    struct viz_edge edge[EDGES];
    struct viz_now now = { .w = w,
                           .last_step = world_steps(w),
                           .file = name,
                           .edges = edge,
                           .leaked = leaked };
    struct answer a = { .w = w, .lang = GOPARK_EN };
    struct viz_host host = { .ctx = &a, .why = why };
    enum gopark_rc rc;

    if (look->lang != NULL && strcmp(look->lang, "zh") == 0)
        a.lang = GOPARK_ZH;
    keep_ending(w, o);
    now.output = o->s;
    now.output_len = o->n;
    if (world_live_gs(w) <= LEAKS_AMONG)
        now.nleaked = viz_leaked(w, leaked, LEAKS_AMONG);
    now.nedges = viz_circle(w, edge, EDGES);
    now.selected = now.nedges > 0 ? edge[0].g : 0;
    rc = viz_render(&now, &host, look, out, err);
    free(a.text);
    return rc == GOPARK_OK ? 0 : 1;
}

/* All of it, or some that wait for each other while others came to an end. */
static bool
is_deadlocked(struct world *w)
{
    struct viz_edge edge[EDGES];

    return world_end(w)->how == END_DEADLOCK ||
           world_end(w)->how == END_NO_GS || viz_circle(w, edge, EDGES) > 0;
}

static int
run_and_draw(struct world *w, const char *name, struct studio *o, uint64_t step,
             const char *at, const char *out, const struct viz_look *look,
             struct gopark_err *err)
{
    if (world_log(w, EVENTS, err) != GOPARK_OK ||
        world_run(w, step, err) != GOPARK_OK)
        return 1;
    if (at != NULL && strcmp(at, "deadlock") == 0 && !is_deadlocked(w)) {
        gopark_fail(err, GOPARK_EUSAGE,
                    "--at deadlock: %s does not deadlock with seed %llu", name,
                    (unsigned long long)world_seed(w));
        return 1;
    }
    if (step != WORLD_TO_END && world_steps(w) < step) {
        gopark_fail(err, GOPARK_EUSAGE, "--at %s: %s ends at step %llu", at,
                    name, (unsigned long long)world_steps(w));
        return 1;
    }
    return draw(w, name, o, out, look, err);
}

int
viz_render_main(const struct gopark_opts *given, const char *at,
                const char *out, const struct viz_look *look,
                struct gopark_err *err)
{
    struct gopark_opts opts = *given;
    struct studio o = { .given = given };
    struct world *w = NULL;
    uint64_t step;
    int status = 1;

    if (!moment(at, &step)) {
        gopark_fail(err, GOPARK_EUSAGE,
                    "--at %s: expected a step's number, 'end' or 'deadlock'",
                    at);
        return 1;
    }
    if (image_check(look, out, err) != GOPARK_OK)
        return 1;
    opts.write = keep;
    opts.io_ctx = &o;
    if (opts.read != NULL)
        opts.read = read_on;
    if (opts.load != NULL)
        opts.load = load;
    if (world_open(&w, &opts, err) == GOPARK_OK) {
        status = run_and_draw(w, opts.name, &o, step, at, out, look, err);
        world_close(w);
    } else if (err->rc == GOPARK_ESPACE)
        status = 4;
    free(o.s);
    return status;
}
