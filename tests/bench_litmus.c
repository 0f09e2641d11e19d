/*
 * bench_litmus.c - how fast the paths of a litmus test are counted.
 *
 * usage: bench_litmus [-r ROUNDS] [NAME MODEL] ...
 *
 * Without a test, Peterson's lock on three models. Prints a line for each: the
 * processor time (the median of the rounds), paths, and transitions a second.
 */
#define _POSIX_C_SOURCE 200112L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "litmus_tests.h"

enum { ROUNDS_MOST = 99 };

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static enum litmus_model
model_of(const char *name)
{
    int m = 0;

    while (m < LITMUS_NMODEL &&
           strcmp(litmus_model_name((enum litmus_model)m), name) != 0)
        m++;
    if (m < LITMUS_NMODEL)
        return (enum litmus_model)m;
    fprintf(stderr, "bench_litmus: there is no model %s\n", name);
    exit(1);
}

static void
measure(const char *name, const char *model, int rounds)
{
    enum litmus_model m = model_of(model);
    struct litmus_result r = { 0 };
    struct gopark_err err;
    struct litmus *t;
    double took[ROUNDS_MOST], start;

    if (litmus_open(name, &t, &err) != GOPARK_OK) {
        fprintf(stderr, "bench_litmus: %s\n", err.text);
        exit(1);
    }
    for (int i = 0; i < rounds; i++) {
        litmus_result_done(&r);
        start = now();
        if (litmus_run(t, m, 0, &r, &err) != GOPARK_OK)
            exit(1);
        took[i] = now() - start;
    }
    qsort(took, (size_t)rounds, sizeof took[0], by_size);
    printf("%-16s %-5s %8.2f ms  %7" PRIu64 " paths, %6.1f million a second "
           " %6" PRIu64 " transitions, %4.1f million a second\n",
           t->name, model, took[rounds / 2] * 1e3, r.paths,
           (double)r.paths / took[rounds / 2] / 1e6, r.transitions,
           (double)r.transitions / took[rounds / 2] / 1e6);
    litmus_result_done(&r);
    litmus_free(t);
}

int
main(int argc, char **argv)
{
    int rounds = 9, i = 1;

    if (argc > 2 && strcmp(argv[1], "-r") == 0) {
        rounds = atoi(argv[2]);
        i = 3;
    }
    rounds = rounds < 1 ? 1 : rounds > ROUNDS_MOST ? ROUNDS_MOST : rounds;
    if (i == argc) {
        measure("Peterson", "tso", rounds);
        measure("Peterson", "pso", rounds);
        measure("Peterson", "ooo", rounds);
        measure("Peterson", "view", rounds);
    }
    for (; i + 1 < argc; i += 2)
        measure(argv[i], argv[i + 1], rounds);
    return 0;
}
