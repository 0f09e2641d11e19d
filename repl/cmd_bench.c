/*
 * cmd_bench.c - `gopark bench [NAME ...]`: how fast this machine runs gopark.
 *
 * The programs are those of tests/bench, each an operation that is done many
 * times over, on one P. What is told is the wall time of one of them, the
 * median of some runs. scripts/bench measures the same, longer, and beside Go.
 */
#define _POSIX_C_SOURCE 200809L
#include "cmd_bench.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "suggest.h"

enum { ROUNDS = 3 };

static const struct bench_row {
    const char *name;
    int n; /* operations in a run, about a tenth of a second */
    const char *what;
} bench_row[] = {
    { "spawn", 200000, "go and end" },
    { "unbuffered", 200000, "hand-over" },
    { "buffered128", 400000, "send and receive" },
    { "ring1000", 200000, "hand-over" },
    { "select10", 50000, "select" },
    { "sleepers100k", 100000, "sleep" },
    { "mutex_uncontended", 1000000, "lock and unlock" },
    { "mutex_contended", 100000, "lock, give way, unlock" },
    { "rwmutex_read", 400000, "lock and unlock" },
    { "rwmutex_write", 400000, "lock and unlock" },
    { "waitgroup", 400000, "Add, Done, Wait" },
    { "once", 1000000, "Do" },
    { "atomic_add", 1000000, "Add" },
    { "ctx_cancel1000", 100000, "child" },
    { "errgroup100", 100000, "task" },
};
enum { NBENCH = sizeof bench_row / sizeof bench_row[0] };

static double
seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const struct bench_file *
find_file(const char *name)
{
    const struct bench_file *f = bench_files;

    while (f->name != NULL && strcmp(f->name, name) != 0)
        f++;
    return f->name != NULL ? f : NULL;
}

/* Run the program once; *took is in ns an operation. */
static enum gopark_rc
run_once(const struct bench_row *row, const struct gopark_opts *w, double *took,
         struct gopark_err *err)
{
    struct world *world;
    double start;
    enum gopark_rc rc = world_open(&world, w, err);

    if (rc != GOPARK_OK)
        return rc;
    start = seconds();
    rc = world_run(world, WORLD_TO_END, err);
    *took = (seconds() - start) * 1e9 / row->n;
    if (rc == GOPARK_OK && world_end(world)->code != 0)
        rc = gopark_fail(err, GOPARK_EREFUSED, "bench %s: exit status %d",
                         row->name, world_end(world)->code);
    world_close(world);
    return rc;
}

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static enum gopark_rc
measure(const struct options *o, const struct bench_row *row, double *median,
        struct gopark_err *err)
{
    const struct bench_file *f = find_file(row->name);
    enum gopark_rc rc = GOPARK_OK;
    struct gopark_opts w;
    double took[ROUNDS];
    char n[16];
    const char *arg[] = { n };

    snprintf(n, sizeof n, "%d", row->n);
    options_world(o, &w);
    w.procs = 1;
    w.name = f->name;
    w.text = f->text;
    w.textlen = f->size;
    w.argv = arg;
    w.argc = 1;
    for (int i = 0; i < ROUNDS && rc == GOPARK_OK; i++)
        rc = run_once(row, &w, &took[i], err);
    if (rc != GOPARK_OK)
        return rc;
    qsort(took, ROUNDS, sizeof took[0], by_size);
    *median = took[ROUNDS / 2];
    return GOPARK_OK;
}

static void
tell(const struct options *o, const struct bench_row *row, double ns)
{
    json_t *object;

    if (!o->json) {
        printf("%-18s %9.1f ns  %s\n", row->name, ns, row->what);
    } else {
        object = json_pack("{s:s, s:f, s:s}", "name", row->name, "ns", ns,
                           "what", row->what);
        json_dumpf(object, stdout, JSON_COMPACT | JSON_REAL_PRECISION(6));
        putchar('\n');
        json_decref(object);
    }
    fflush(stdout);
}

static bool
is_asked(const struct options *o, const char *name)
{
    for (int i = 0; i < o->narg; i++)
        if (strcmp(o->arg[i], name) == 0)
            return true;
    return o->narg == 0;
}

/* Is there a benchmark of each name that is asked for? */
static enum gopark_rc
check_names(const struct options *o, struct gopark_err *err)
{
    for (int i = 0; i < o->narg; i++) {
        struct suggest near = { .word = o->arg[i] };
        const char *best;
        int k = 0;

        while (k < NBENCH && strcmp(bench_row[k].name, o->arg[i]) != 0)
            suggest_offer(&near, bench_row[k++].name);
        if (k < NBENCH)
            continue;
        best = suggest_best(&near);
        return gopark_fail(err, GOPARK_EUSAGE,
                           "bench: there is no benchmark %s; %s%s%s",
                           o->arg[i],
                           best != NULL ? "did you mean " : "gopark bench runs "
                                                            "all that there are",
                           best != NULL ? best : "", best != NULL ? "?" : "");
    }
    return GOPARK_OK;
}

int
cmd_bench(const struct options *o)
{
    struct gopark_err err;
    enum gopark_rc rc = check_names(o, &err);
    double ns;

    for (int i = 0; i < NBENCH && rc == GOPARK_OK; i++) {
        if (!is_asked(o, bench_row[i].name))
            continue;
        rc = measure(o, &bench_row[i], &ns, &err);
        if (rc == GOPARK_OK)
            tell(o, &bench_row[i], ns);
    }
    if (rc != GOPARK_OK)
        fprintf(stderr, "gopark: %s\n", err.text);
    return rc == GOPARK_OK ? 0 : rc == GOPARK_ESPACE ? 4 : 1;
}
