/*
 * bench_frames.c - what the window costs, in software rendering.
 *
 * usage: bench_frames frames GOROUTINES | idle | speed
 *
 * frames: a program with so many goroutines goes on by a few steps between
 * any two frames; prints median and 99th percentile of a frame's processor
 * time (what else this machine does is not counted) and the frames that fit
 * in a second. idle: the share of one core that a window
 * takes while nothing changes. speed: steps a second with the window open and
 * the pace at max, as a share of those without a window.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gopark.h"
#include "viz/viz.h"

enum { FRAMES = 300, IDLE_MS = 4000, SPEED_MS = 4000, SLICE = 2000 };

static const char busy[] =
    "local n = %d\n"
    "local c = { }\n"
    "for i = 1, 16 do c[i] = chan(i %% 4) end\n"
    "local mu = sync.Mutex()\n"
    "for g = 1, n - 1 do\n"
    "  go(function()\n"
    "    while true do\n"
    "      if g %% 2 == 0 then c[g %% 16 + 1]:send(g)\n"
    "      else c[(g + 1) %% 16 + 1]:recv() end\n"
    "      if g %% 7 == 0 then time.Sleep(20000) end\n"
    "      if g %% 11 == 0 then mu:Lock() mu:Unlock() end\n"
    "    end\n"
    "  end)\n"
    "end\n"
    "while true do runtime.Gosched() end\n";

static double
seconds(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
pause_ms(int ms)
{
    struct timespec t = { 0, ms * 1000000L };

    nanosleep(&t, NULL);
}

static struct world *
open_world(int goroutines)
{
    static char text[2048];
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w;

    gopark_opts_init(&o);
    snprintf(text, sizeof text, busy, goroutines);
    o.name = "busy.lua";
    o.text = text;
    o.textlen = strlen(text);
    o.mem = (size_t)4 << 30;
    if (world_open(&w, &o, &err) != GOPARK_OK ||
        world_log(w, 65536, &err) != GOPARK_OK ||
        world_run(w, (uint64_t)goroutines * 3, &err) != GOPARK_OK) {
        fprintf(stderr, "bench_frames: %s\n", err.text);
        exit(1);
    }
    return w;
}

static struct viz *
open_window(void)
{
    struct viz_look look;
    struct viz_host host = { NULL, NULL, NULL, NULL };
    struct gopark_err err;
    struct viz *v;

    viz_look_init(&look);
    look.software = true;
    if (viz_open(&v, &look, &host, &err) != GOPARK_OK) {
        fprintf(stderr, "bench_frames: %s\n", err.text);
        exit(1);
    }
    return v;
}

static int
by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static void
frames(int goroutines)
{
    struct world *w = open_world(goroutines);
    struct viz *v = open_window();
    struct viz_now now = {
        .w = w, .pace = 1e-3, .playing = true, .file = "busy.lua"
    };
    static double took[FRAMES];
    struct gopark_err err;

    for (int i = -20; i < FRAMES; i++) {
        double t;
        world_run(w, world_steps(w) + 5, &err);
        now.version++;
        pause_ms(17);
        t = seconds(CLOCK_PROCESS_CPUTIME_ID);
        viz_poll(v, &now);
        if (i >= 0)
            took[i] = seconds(CLOCK_PROCESS_CPUTIME_ID) - t;
    }
    qsort(took, FRAMES, sizeof took[0], by_value);
    printf("frames %d: median %.2f ms, 99th percentile %.2f ms, %.0f a "
           "second\n",
           goroutines, took[FRAMES / 2] * 1e3, took[FRAMES * 99 / 100] * 1e3,
           1 / took[FRAMES / 2]);
    viz_close(v);
    world_close(w);
}

static void
idle(void)
{
    struct world *w = open_world(64);
    struct viz *v = open_window();
    struct viz_now now = { .w = w, .version = 1, .file = "busy.lua" };
    double cpu, end;

    for (int i = 0; i < 20; i++, pause_ms(20))
        viz_poll(v, &now);
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    end = seconds(CLOCK_MONOTONIC) + IDLE_MS / 1e3;
    while (seconds(CLOCK_MONOTONIC) < end) {
        viz_poll(v, &now);
        pause_ms(viz_wait(v));
    }
    printf("idle: %.2f %% of a core\n",
           (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) * 1e5 / IDLE_MS);
    viz_close(v);
    world_close(w);
}

/* Steps in SPEED_MS of processor time. */
static double
run(struct world *w, struct viz *v)
{
    struct viz_now now = { .w = w, .playing = true, .file = "busy.lua" };
    uint64_t from = world_steps(w);
    double end = seconds(CLOCK_PROCESS_CPUTIME_ID) + SPEED_MS / 1e3;
    struct gopark_err err;

    while (seconds(CLOCK_PROCESS_CPUTIME_ID) < end) {
        world_run(w, world_steps(w) + SLICE, &err);
        now.version++;
        if (v != NULL)
            viz_poll(v, &now);
    }
    return (double)(world_steps(w) - from);
}

static void
speed(void)
{
    struct world *w = open_world(64);
    struct viz *v;
    double without = run(w, NULL), with;

    v = open_window();
    with = run(w, v);
    printf("speed: %.0f %% of headless (%.0f of %.0f steps a second)\n",
           with * 100 / without, with * 1e3 / SPEED_MS,
           without * 1e3 / SPEED_MS);
    viz_close(v);
    world_close(w);
}

int
main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "frames") == 0)
        frames(atoi(argv[2]));
    else if (argc == 2 && strcmp(argv[1], "idle") == 0)
        idle();
    else if (argc == 2 && strcmp(argv[1], "speed") == 0)
        speed();
    else
        return 1;
    return 0;
}
