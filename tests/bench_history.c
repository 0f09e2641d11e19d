/*
 * bench_history.c - what a session's past costs, and how fast it is gone
 * through. Processor time, so that a busy machine does not show.
 *
 * usage: bench_history [MILLIONS OF STEPS]
 *
 * The last part runs that far (20 if absent), a stretch of the minutes that a
 * person sits at a prompt, and tells what the checkpoints take.
 */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gopark.h"

enum { ROUNDS = 5, JUMPS = 200, MILLION = 1000000 };

static const char lesson[] =
    "local jobs, done = chan(4), chan()\n"
    "local mu, total = sync.Mutex(), 0\n"
    "local function worker(id)\n"
    "  for j in range(jobs) do\n"
    "    mu:Lock() total = total + j mu:Unlock()\n"
    "  end\n"
    "  done:send(id)\n"
    "end\n"
    "for i = 1, 3 do go(worker, i) end\n"
    "for i = 1, 60 do jobs:send(i) end\n"
    "jobs:close()\n"
    "for i = 1, 3 do done:recv() end\n";

static const char endless[] =
    "local jobs, mu, seen = chan(8), sync.Mutex(), {}\n"
    "local function worker(id)\n"
    "  for j in range(jobs) do\n"
    "    local s = 0\n"
    "    for k = 1, 20 do s = s + k % 3 end\n"
    "    mu:Lock() seen[j % 500] = { s, j } mu:Unlock()\n"
    "  end\n"
    "end\n"
    "for i = 1, 8 do go(worker, i) end\n"
    "for i = 1, 1e12 do jobs:send(i) end\n";

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int
compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double
median(double *v, int n)
{
    qsort(v, (size_t)n, sizeof *v, compare);
    return v[n / 2];
}

static struct gopark_opts
options(const char *text)
{
    struct gopark_opts o;

    gopark_opts_init(&o);
    o.name = "bench.lua";
    o.text = text;
    o.textlen = strlen(text);
    return o;
}

static struct session *
open_session(const char *text)
{
    struct gopark_opts o = options(text);
    struct gopark_err err;
    struct session *s;

    if (session_open(&s, &o, SESSION_BUDGET, &err) != GOPARK_OK) {
        fprintf(stderr, "bench_history: %s\n", err.text);
        exit(1);
    }
    return s;
}

static double
plain_run(uint64_t steps)
{
    struct gopark_opts o = options(endless);
    struct gopark_err err;
    struct world *w;
    double t;

    if (world_open(&w, &o, &err) != GOPARK_OK)
        exit(1);
    t = now();
    world_run(w, steps, &err);
    t = now() - t;
    world_close(w);
    return t;
}

static double
session_time(uint64_t steps)
{
    struct session *s = open_session(endless);
    double t = now();

    session_run(s, steps, NULL);
    t = now() - t;
    session_close(s);
    return t;
}

static void
speed(void)
{
    double without[ROUNDS], with[ROUNDS], a, b;

    for (int i = 0; i < ROUNDS; i++) {
        without[i] = plain_run(2 * MILLION);
        with[i] = session_time(2 * MILLION);
    }
    a = median(without, ROUNDS);
    b = median(with, ROUNDS);
    printf("%-18s %9.2f %9.2f %7.1f%% million steps a second without and "
           "with history; what it costs\n",
           "history", 2 / a, 2 / b, (b / a - 1) * 100);
}

/* Medians of jumps to any step, and of one step back. */
static void
jumps(const char *name, const char *text, uint64_t steps)
{
    struct session *s = open_session(text);
    double far[JUMPS], back[JUMPS], t;
    uint32_t rng = 1;
    uint64_t last, to;

    session_run(s, steps, NULL);
    last = session_last(s);
    for (int i = 0; i < JUMPS; i++) {
        rng = rng * 1664525u + 1013904223u;
        to = 1 + (uint64_t)(rng >> 4) % last;
        t = now();
        session_goto(s, to, NULL);
        far[i] = now() - t;
        t = now();
        session_goto(s, to - 1, NULL);
        back[i] = now() - t;
    }
    printf("%-18s %9.2f %9.2f         ms: goto any of %llu steps, back 1\n",
           name, median(far, JUMPS) * 1e3, median(back, JUMPS) * 1e3,
           (unsigned long long)last);
    session_close(s);
}

static void
memory(uint64_t steps)
{
    struct session *s = open_session(endless);
    struct session_stats st;

    session_run(s, steps, NULL);
    session_stats(s, &st);
    printf("%-18s %9.1f %9.1f         MB of checkpoints, and the budget: %d "
           "after %llu million steps\n",
           "checkpoints", (double)st.bytes / 1048576.,
           (double)st.budget / 1048576., st.checkpoints,
           (unsigned long long)(steps / MILLION));
    session_close(s);
}

int
main(int argc, char **argv)
{
    uint64_t millions = argc > 1 ? strtoull(argv[1], NULL, 10) : 20;

    speed();
    jumps("jumps: a lesson", lesson, WORLD_TO_END);
    jumps("jumps: a million", endless, MILLION);
    memory(millions * MILLION);
    return 0;
}
