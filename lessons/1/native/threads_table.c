/*
 * threads_table.c - what a thread costs, and a goroutine, on this computer.
 *
 * Threads are the system's own (pthreads), measured with the clock on the
 * wall. Goroutines are gopark's: Lua coroutines scheduled by sim/, measured
 * with the same clock while a world runs, so both columns are real
 * nanoseconds of the same machine. Each figure is the best of several
 * rounds, since whatever disturbs a measurement only ever adds to it.
 *
 * A switch is half of a round trip: two threads take turns on a pair of
 * semaphores, two goroutines on an unbuffered channel. `threads_table zh`
 * speaks Chinese.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "gopark.h"

enum {
    ROUNDS = 5,
    THREADS = 1000,     /* made in one round */
    GOROUTINES = 20000, /* made in one round, and kept for the stack */
    TURNS = 20000,      /* round trips in one round */
};
#define GIB (1024.0 * 1024 * 1024)

struct row {
    double create;   /* ns to start and to end one */
    double change;   /* ns from one to the other */
    double stack;    /* bytes in use when it waits */
    double reserved; /* bytes of address space it is given */
};

static double
now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double
least(double a, double b)
{
    return a == 0 || b < a ? b : a;
}

/* --- threads ------------------------------------------------------------ */

static sem_t ping, pong;

static void *
thread_nothing(void *arg)
{
    return arg;
}

static void *
thread_return(void *arg)
{
    for (int i = 0; i < TURNS; i++) {
        sem_wait(&ping);
        sem_post(&pong);
    }
    return arg;
}

static bool
threads_create(struct row *r)
{
    double began = now();
    for (int i = 0; i < THREADS; i++) {
        pthread_t t;
        if (pthread_create(&t, NULL, thread_nothing, NULL) != 0)
            return false;
        pthread_join(t, NULL);
    }
    r->create = least(r->create, (now() - began) / THREADS);
    return true;
}

static bool
threads_change(struct row *r)
{
    pthread_t t;
    if (pthread_create(&t, NULL, thread_return, NULL) != 0)
        return false;
    double began = now();
    for (int i = 0; i < TURNS; i++) {
        sem_post(&ping);
        sem_wait(&pong);
    }
    r->change = least(r->change, (now() - began) / (2.0 * TURNS));
    pthread_join(t, NULL);
    return true;
}

static long
resident_kib(void)
{
    long pages = 0, resident = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f == NULL)
        return 0;
    if (fscanf(f, "%ld %ld", &pages, &resident) != 2)
        resident = 0;
    fclose(f);
    return resident * 4;
}

static void *
thread_wait(void *arg)
{
    sem_wait(&ping);
    return arg;
}

/* Memory that THREADS waiting threads really use, kernel not counted. */
static bool
threads_stack(struct row *r)
{
    static pthread_t t[THREADS];
    pthread_attr_t attr;
    size_t reserved = 0;
    long before = resident_kib();
    int made = 0;

    while (made < THREADS &&
           pthread_create(&t[made], NULL, thread_wait, NULL) == 0)
        made++;
    struct timespec settle = { 0, 50 * 1000 * 1000 };
    nanosleep(&settle, NULL);
    if (made > 0)
        r->stack = (double)(resident_kib() - before) * 1024 / made;
    for (int i = 0; i < made; i++)
        sem_post(&ping);
    for (int i = 0; i < made; i++)
        pthread_join(t[i], NULL);
    pthread_attr_init(&attr);
    pthread_attr_getstacksize(&attr, &reserved);
    pthread_attr_destroy(&attr);
    r->reserved = (double)reserved;
    return made > 0;
}

static bool
measure_threads(struct row *r)
{
    sem_init(&ping, 0, 0);
    sem_init(&pong, 0, 0);
    for (int i = 0; i < ROUNDS; i++)
        if (!threads_create(r) || !threads_change(r))
            return false;
    return threads_stack(r);
}

/* --- goroutines ---------------------------------------------------------- */

static void
discard(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    (void)ctx, (void)fd, (void)s, (void)n, (void)at;
}

/* Run a program to its end; wall ns it took, 0 if it failed. */
static double
run(const char *text, struct gopark_stats *stats)
{
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w;
    double took = 0, began;

    gopark_opts_init(&o);
    o.name = "table.lua";
    o.text = text;
    o.textlen = strlen(text);
    o.procs = 1;
    o.mem = 512u << 20;
    o.write = discard;
    if (world_open(&w, &o, &err) != GOPARK_OK) {
        fprintf(stderr, "threads_table: %s\n", err.text);
        return 0;
    }
    began = now();
    if (world_run(w, WORLD_TO_END, &err) == GOPARK_OK)
        took = now() - began;
    world_stats(w, stats);
    world_close(w);
    return took;
}

static bool
measure_goroutines(struct row *r)
{
    char create[400], wait[400], change[400];
    struct gopark_stats none, many, stats;

    snprintf(create, sizeof create,
             "local function f() end\n"
             "for i = 1, %d do go(f) runtime.Gosched() end\n",
             GOROUTINES);
    snprintf(wait, sizeof wait,
             "local ch = chan()\nlocal function f() ch:recv() end\n"
             "for i = 1, %d do go(f) end\nruntime.Gosched()\n",
             GOROUTINES);
    snprintf(change, sizeof change,
             "local ch = chan()\n"
             "go(function() for i = 1, %d do ch:send(i) end end)\n"
             "for i = 1, %d do ch:recv() end\n",
             2 * TURNS, 2 * TURNS);
    for (int i = 0; i < ROUNDS; i++) {
        double t = run(create, &stats), s = run(change, &stats);
        if (t == 0 || s == 0)
            return false;
        r->create = least(r->create, t / GOROUTINES);
        r->change = least(r->change, s / (2.0 * TURNS));
    }
    if (run("", &none) == 0 || run(wait, &many) == 0)
        return false;
    r->stack = (double)(many.mem_used - none.mem_used) / GOROUTINES;
    r->reserved = r->stack;
    return true;
}

/* --- the table ------------------------------------------------------------ */

/* One line: both figures, and how many times the smaller the larger is. */
static void
print_row(const char *what, double thread, double goroutine)
{
    double times = thread > goroutine ? thread / goroutine : goroutine / thread;
    printf("%12.0f %12.0f %10.1f   %s\n", thread, goroutine, times, what);
}

int
main(int argc, char **argv)
{
    bool zh = argc > 1 && strcmp(argv[1], "zh") == 0;
    struct row t = { 0 }, g = { 0 };

    if (!measure_threads(&t)) {
        fprintf(stderr, "threads_table: this system lets me make no threads\n");
        return 1;
    }
    if (!measure_goroutines(&g))
        return 1;
    printf("%s\n", zh ? "        线程    goroutine       倍数"
                      : "      thread    goroutine      times");
    print_row(zh ? "纳秒:创建一个,等它结束" : "ns to start one and see it end",
              t.create, g.create);
    print_row(zh ? "纳秒:切换一次" : "ns for one switch", t.change, g.change);
    print_row(zh ? "字节:等待时实际占用(线程另有约 16 KB 在内核里)"
                 : "bytes in use while it waits (a thread: and some 16 KB in "
                   "the kernel)",
              t.stack, g.stack);
    print_row(zh ? "字节:出生时预留的地址空间"
                 : "bytes of address space reserved",
              t.reserved, g.reserved);
    print_row(zh ? "个:1 GB 内存装得下" : "of them in 1 GB of memory",
              GIB / t.stack, GIB / g.stack);
    return 0;
}
