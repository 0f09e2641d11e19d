/*
 * bench_leaks.c - what the checks cost: of a lesson's world, and of a world
 * with many blocked goroutines.
 *
 * usage: bench_leaks [FILE.lua]
 *
 * Prints a line for each figure: name, milliseconds, what it is. The lesson's
 * world is FILE at its end, or a small worker pool.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gopark.h"

static const char pool[] =
    "local jobs, results = chan(4, 'jobs'), chan(0, 'results')\n"
    "local function worker() for j in range(jobs) do results:send(j) end end\n"
    "for _ = 1, 8 do go(worker) end\n"
    "for i = 1, 12 do jobs:send(i) end\n"
    "time.Sleep(time.Hour)\n";

static const char many[] =
    "for i = 1, 100000 do local c = chan() go(function() c:recv() end) end\n"
    "time.Sleep(time.Hour)\n";

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static struct world *
open_world(const char *name, const char *text, size_t len)
{
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w;

    gopark_opts_init(&o);
    o.name = name;
    o.text = text;
    o.textlen = len;
    o.mem = (size_t)4 << 30;
    o.max_time = INT64_C(1000000000);
    if (world_open(&w, &o, &err) != GOPARK_OK) {
        fprintf(stderr, "bench_leaks: %s\n", err.text);
        exit(1);
    }
    world_run(w, WORLD_TO_END, &err);
    return w;
}

static void
check(struct world *w)
{
    world_leaks(w, NULL, 0);
}

static void
explain(struct world *w)
{
    free(world_leaks_text(w, GOPARK_EN));
}

static void
waits(struct world *w)
{
    struct gopark_waits ws;

    if (world_waits(w, &ws))
        gopark_waits_free(&ws);
}

static void
measure(const char *name, struct world *w, void (*fn)(struct world *w),
        int rounds, const char *what)
{
    double ms[101];

    for (int i = 0; i < rounds; i++) {
        double start = now();

        fn(w);
        ms[i] = now() - start;
    }
    qsort(ms, (size_t)rounds, sizeof ms[0], by_size);
    printf("%-18s %9.3f %9s %7s  ms %s\n", name, ms[rounds / 2], "", "", what);
    fflush(stdout);
}

static char *
read_file(const char *path, size_t *len)
{
    static char buf[1 << 20];
    FILE *f = fopen(path, "rb");

    if (f == NULL) {
        perror(path);
        exit(1);
    }
    *len = fread(buf, 1, sizeof buf, f);
    fclose(f);
    return buf;
}

int
main(int argc, char **argv)
{
    size_t len = sizeof pool - 1;
    const char *text = argc > 1 ? read_file(argv[1], &len) : pool;
    struct world *w = open_world(argc > 1 ? argv[1] : "pool.lua", text, len);

    measure("leaks", w, check, 101, "a lesson's world, median");
    measure("leaks explained", w, explain, 101, "the same, in words");
    measure("waits", w, waits, 101, "its wait-for graph");
    world_close(w);
    w = open_world("many.lua", many, sizeof many - 1);
    measure("leaks 100k", w, check, 5, "100,000 blocked goroutines");
    world_close(w);
    return 0;
}
