/*
 * viz_play.c - the smallest session with a window, for tests/window: what the
 * user does in the window is executed here and told on standard output.
 *
 * usage: viz_play FILE.lua [still]
 *
 * Reads lines: `at KIND ID` (where is it), `state` (step, scale, theme, ...),
 * `homes` (every goroutine once?), `save PATH`, `quit`; answers each with one
 * line, once nothing is on its way any more. F5 does nothing but is counted
 * (`marks` in the state): when it has come, so has all that was sent before.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <SDL.h>

#include "window.h"

struct play {
    struct world *w;
    struct snapshot *start;
    struct viz *v;
    struct viz_now now;
    bool run;
    int marks;
};

static void
go_to(struct play *p, uint64_t step)
{
    struct gopark_err err;

    if (step < world_steps(p->w))
        snapshot_restore(p->w, p->start);
    world_run(p->w, step, &err);
    if (world_steps(p->w) > p->now.last_step)
        p->now.last_step = world_steps(p->w);
    p->now.version++;
}

static void
on_command(void *ctx, const char *line)
{
    struct play *p = ctx;
    struct gopark_err err = { GOPARK_OK, "" };
    uint64_t at = world_steps(p->w);
    double pace;

    printf("> %s\n", line);
    fflush(stdout);
    if (strncmp(line, "set lang", 8) == 0)
        line += 4;
    if (viz_command(p->v, p->w, line, &err))
        return;
    if (strcmp(line, "step") == 0 || strcmp(line, "slice") == 0)
        go_to(p, at + 1);
    else if (strcmp(line, "back") == 0)
        go_to(p, at > 0 ? at - 1 : 0);
    else if (strcmp(line, "goto end") == 0)
        go_to(p, WORLD_TO_END);
    else if (strncmp(line, "goto ", 5) == 0)
        go_to(p, strtoull(line + 5, NULL, 10));
    else if (strncmp(line, "g ", 2) == 0)
        p->now.selected = (uint32_t)atoi(line + 2);
    else if (sscanf(line, "set pace %lf", &pace) == 1)
        p->now.pace = pace;
    else if (strcmp(line, "set pace max") == 0)
        p->now.pace = 0;
    else if (strcmp(line, "continue") == 0)
        p->run = p->now.playing = true;
    p->now.version++;
}

static void
on_pause(void *ctx)
{
    struct play *p = ctx;

    puts("> pause");
    fflush(stdout);
    p->run = p->now.playing = false;
    p->now.version++;
}

/* --- questions --------------------------------------------------------- */

static void
tell_place(const struct play *p, const char *args)
{
    const struct scene *s = window_scene(p->v);
    float scale = window_view(p->v)->scale;
    unsigned kind, id;

    sscanf(args, "%u %u", &kind, &id);
    for (uint32_t i = 0; i < s->nitem; i++) {
        const struct item *it = &s->item[i];
        if (it->kind != kind || (it->id != id && it->sub != id) ||
            (kind == TH_G && !(it->flags & IT_HOME)))
            continue;
        printf("%d %d\n", (int)((it->x + it->w / 2) * scale),
               (int)((it->y + it->h / 2) * scale));
        return;
    }
    puts("nowhere");
}

static void
tell_state(const struct play *p)
{
    const struct view *v = window_view(p->v);
    const struct scene *s = window_scene(p->v);

    printf("step %llu scale %g theme %s lang %s layout %d help %d selected "
           "%d:%u focus %d:%u size %gx%g scroll %g span %lld time %g..%g "
           "marks %d\n",
           (unsigned long long)s->step, v->scale, theme_name(v->theme),
           text_lang_name(v->lang), v->layout, v->help, v->selected.kind,
           v->selected.id, v->focus.kind, v->focus.id, s->w, s->h,
           v->scroll[PANEL_SCHED], (long long)(s->time.t1 - s->time.t0),
           s->time.x0 * v->scale, s->time.x1 * v->scale, p->marks);
}

static void
tell_homes(const struct play *p)
{
    const struct scene *s = window_scene(p->v);
    struct gopark_g g;
    int wrong = 0;

    for (uint32_t id = 1; id <= world_ngs(p->w); id++) {
        bool there = world_g(p->w, id, &g) && !g.hidden;
        wrong += there != (scene_home(s, id) != NULL);
    }
    printf("homes %s\n", wrong == 0 ? "right" : "wrong");
}

/* False: quit. */
static bool
answer(struct play *p, char *line)
{
    line[strcspn(line, "\n")] = '\0';
    if (strcmp(line, "quit") == 0)
        return false;
    if (strncmp(line, "at ", 3) == 0)
        tell_place(p, line + 3);
    else if (strcmp(line, "state") == 0)
        tell_state(p);
    else if (strcmp(line, "homes") == 0)
        tell_homes(p);
    else if (strncmp(line, "save ", 5) == 0)
        puts(window_save(p->v, line + 5) ? "saved" : "not saved");
    else
        puts("?");
    fflush(stdout);
    return true;
}

/* --- the loop ---------------------------------------------------------- */

static int
count_mark(void *ctx, SDL_Event *e)
{
    struct play *p = ctx;

    if (e->type == SDL_KEYDOWN && e->key.keysym.sym == SDLK_F5)
        p->marks++;
    return 1;
}

static bool
open_all(struct play *p, const char *path, bool still)
{
    static char text[1 << 16];
    FILE *f = fopen(path, "r");
    struct gopark_opts o;
    struct viz_look look;
    struct viz_host host = { p, on_command, on_pause, NULL };
    struct gopark_err err = { GOPARK_OK, "no such file" };

    gopark_opts_init(&o);
    o.name = "play.lua";
    o.text = text;
    o.textlen = f == NULL ? 0 : fread(text, 1, sizeof text, f);
    o.mem = (size_t)64 << 20;
    viz_look_init(&look);
    look.still = still;
    if (f == NULL || world_open(&p->w, &o, &err) != GOPARK_OK ||
        world_log(p->w, 65536, &err) != GOPARK_OK ||
        viz_open(&p->v, &look, &host, &err) != GOPARK_OK) {
        fprintf(stderr, "viz_play: %s\n", err.text);
        return false;
    }
    fclose(f);
    p->start = snapshot_take(p->w, NULL);
    p->now = (struct viz_now){
        .w = p->w, .version = 1, .pace = 0.001, .file = "play.lua"
    };
    return true;
}

static void
pause_ms(int ms)
{
    struct timespec t = { 0, ms * 1000000L };

    nanosleep(&t, NULL);
}

/* A line from standard input if there is one; false at its end. */
static bool
poll_line(struct play *p, char *line, size_t size, size_t *n)
{
    char c;
    ssize_t got;

    while ((got = read(0, &c, 1)) == 1 && *n + 1 < size) {
        line[(*n)++] = c;
        line[*n] = '\0';
        if (c != '\n')
            continue;
        *n = 0;
        return answer(p, line);
    }
    return got != 0;
}

int
main(int argc, char **argv)
{
    struct play p = { 0 };
    char line[256] = "";
    size_t n = 0;

    if (argc < 2 || !open_all(&p, argv[1], argc > 2))
        return 1;
    fcntl(0, F_SETFL, O_NONBLOCK);
    SDL_AddEventWatch(count_mark, &p);
    puts("ready");
    fflush(stdout);
    while (viz_poll(p.v, &p.now)) {
        if (p.run)
            go_to(&p, world_steps(p.w) + 3);
        if ((p.run || window_settled(p.v, &p.now)) &&
            !poll_line(&p, line, sizeof line, &n))
            break;
        pause_ms(viz_wait(p.v) < 10 ? viz_wait(p.v) : 10);
    }
    puts("closed");
    viz_close(p.v);
    snapshot_free(p.start);
    world_close(p.w);
    return 0;
}
