/*
 * bench_explore.c - how fast schedules are searched, and what of the time is
 * spent on snapshots.
 *
 * usage: bench_explore [-r ROUNDS] [plain] FILE.lua
 *
 * Prints a line: the processor time of the search (the median of the rounds),
 * executions and transitions a second, transitions that were done again on
 * the way back to a branching point, and the share of taking, putting back
 * and freeing snapshots. plain: without reduction. At most 200,000 executions.
 */
#define _POSIX_C_SOURCE 200112L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gopark.h"

enum { ROUNDS_MOST = 99, SIZE_MOST = 1 << 16, EXECUTIONS = 200000 };

static uint64_t
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

/* The clock of the search, which counts what it costs itself. */
static uint64_t asked;

static uint64_t
ask(void)
{
    asked++;
    return now();
}

/* Nanoseconds that one look at the clock takes. */
static double
cost_of_asking(void)
{
    enum { TIMES = 20000 };
    uint64_t start = now();

    for (int i = 0; i < TIMES; i++)
        now();
    return (double)(now() - start) / TIMES;
}

static void
fail(const char *why)
{
    fprintf(stderr, "bench_explore: %s\n", why);
    exit(1);
}

static struct world *
open_world(const char *path)
{
    static char text[SIZE_MOST];
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w;
    FILE *f = fopen(path, "r");

    if (f == NULL)
        fail(path);
    gopark_opts_init(&o);
    o.name = path;
    o.text = text;
    o.textlen = fread(text, 1, sizeof text, f);
    fclose(f);
    if (world_open(&w, &o, &err) != GOPARK_OK)
        fail(err.text);
    return w;
}

struct taken {
    uint64_t time;    /* ns */
    double snapshots; /* of it */
    struct explore_result *r;
};

/* Two searches: the time of the first is not touched by measuring. */
static struct taken
take(struct world *w, struct explore_opts *o)
{
    struct taken t = { 0 };
    struct gopark_err err;
    uint64_t start = now();

    o->stopwatch = NULL;
    if (explore_run(w, o, &t.r, &err) != GOPARK_OK)
        fail(err.text);
    t.time = now() - start;
    explore_free(t.r);
    o->stopwatch = ask;
    asked = 0;
    if (explore_run(w, o, &t.r, &err) != GOPARK_OK)
        fail(err.text);
    /* between two looks lies one of them */
    t.snapshots =
        (double)t.r->snapshot_time - (double)asked / 2 * cost_of_asking();
    return t;
}

static int
by_time(const void *a, const void *b)
{
    uint64_t x = ((const struct taken *)a)->time;
    uint64_t y = ((const struct taken *)b)->time;

    return (x > y) - (x < y);
}

static void
print(const struct taken *t, const char *path)
{
    const char *slash = strrchr(path, '/');
    double s = (double)t->time / 1e9;

    printf("%-26s %6.2f s  %8llu executions, %7.0f/s  %8.0f transitions/s  "
           "%4.2f redone each  %4.1f %% snapshots  %s%s\n",
           slash != NULL ? slash + 1 : path, s,
           (unsigned long long)t->r->executions, (double)t->r->executions / s,
           (double)t->r->transitions / s,
           (double)t->r->redone / (double)t->r->transitions,
           100 * t->snapshots / (double)t->time,
           t->r->strategy == EXPLORE_PLAIN ? "no reduction" : "reduction",
           t->r->complete ? "" : ", cut off");
}

int
main(int argc, char **argv)
{
    static struct taken t[ROUNDS_MOST];
    struct explore_opts o;
    int rounds = 5, i = 1;
    struct world *w;

    explore_opts_init(&o);
    o.schedules = EXECUTIONS;
    if (i + 1 < argc && strcmp(argv[i], "-r") == 0) {
        rounds = atoi(argv[i + 1]);
        i += 2;
    }
    if (i < argc && strcmp(argv[i], "plain") == 0) {
        o.strategy = EXPLORE_PLAIN;
        i++;
    }
    if (i + 1 != argc || rounds < 1 || rounds > ROUNDS_MOST)
        fail("usage: bench_explore [-r ROUNDS] [plain] FILE.lua");
    w = open_world(argv[i]);
    for (int k = 0; k < rounds; k++)
        t[k] = take(w, &o);
    qsort(t, (size_t)rounds, sizeof *t, by_time);
    print(&t[rounds / 2], argv[i]);
    for (int k = 0; k < rounds; k++)
        explore_free(t[k].r);
    world_close(w);
    return 0;
}
