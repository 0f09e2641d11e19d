/*
 * pack_check.c - is a pack complete, and true? The whole, and its demos.
 *
 * Every claim of a pack is tried: each demo is run from stop to stop, each
 * quotation compared, each exercise judged with its starter, its solution and
 * its faults. A problem is a line, and the check goes on.
 */
#include "pack_check.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "place.h"
#include "trial.h"

static void
problem(void *ctx, const char *file, const char *text)
{
    struct pack_check *c = ctx;

    c->problems++;
    text_printf(&c->report, "%s: %s\n", file, text);
}

void
check_problem(struct checking *k, const char *fmt, ...)
{
    struct text t = { 0 };
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(&t, fmt, ap);
    va_end(ap);
    problem(k->c, k->file, t.s);
    text_done(&t);
}

/* --- demos --------------------------------------------------------------- */

static void
drop(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    (void)ctx, (void)fd, (void)s, (void)n, (void)at;
}

static void
demo_opts(const struct demo *d, const char *text, struct trial_opts *o)
{
    const char *slash = strrchr(d->path, '/');

    o->name = slash != NULL ? slash + 1 : d->path;
    o->text = text;
    o->len = strlen(text);
    o->seed = d->seed;
    o->procs = d->procs;
}

static void
say_stop(struct checking *k, const struct demo *d, int i, const char *why)
{
    const struct demo_stop *s = &d->stop[i];

    check_problem(k, "stop %d (%s%s%s): %s", i + 1,
                  s->what != NULL ? s->what : "end",
                  s->of != NULL ? " of " : "", s->of != NULL ? s->of : "", why);
}

/* Run the demo from stop to stop. */
static void
check_stops(struct checking *k, const struct demo *d, const char *text)
{
    struct gopark_err err;
    struct gopark_opts o;
    struct trial_opts to;
    struct place_run r = { .text = text };

    demo_opts(d, text, &to);
    gopark_opts_init(&o);
    o.name = to.name;
    o.text = text;
    o.textlen = to.len;
    o.seed = d->seed;
    o.procs = d->procs;
    o.write = drop;
    if (world_open(&r.w, &o, &err) != GOPARK_OK)
        return; /* its trial has said so */
    if (world_log(r.w, 1 << 14, &err) != GOPARK_OK)
        check_problem(k, "%s", err.text);
    for (int i = 0; i < d->nstop; i++) {
        enum place got = place_go(&r, &d->stop[i], &err);

        if (got == PLACE_REACHED)
            continue;
        say_stop(k, d, i,
                 got == PLACE_FAILED ? err.text : "the program ends before it");
        break;
    }
    world_close(r.w);
}

void
check_demo(struct checking *k, const struct demo *d)
{
    struct gopark_err err;
    struct trial_opts o;
    struct trial t;
    size_t len;
    char *text;

    k->c->demos++;
    k->file = d->path;
    text = host_read(d->path, &len, &err);
    if (text == NULL) {
        check_problem(k, "cannot be read");
        return;
    }
    demo_opts(d, text, &o);
    if (trial_run(&t, &o, &err) != GOPARK_OK)
        check_problem(k, "%s", err.text);
    else if (d->ends != NULL && strcmp(d->ends, trial_ends(&t)) != 0)
        check_problem(k, "it ends with \"%s\", not \"%s\"%s%s", trial_ends(&t),
                      d->ends, *t.message != '\0' ? ": " : "", t.message);
    trial_done(&t);
    k->file = d->stops_path;
    if (d->nstop > 0)
        check_stops(k, d, text);
    free(text);
}

/* --- the whole ----------------------------------------------------------- */

/* Names of demos and exercises occur once in a pack. */
static void
check_names(struct checking *k)
{
    for (int i = 0; i < k->s->ndemo; i++)
        if (pack_demo(k->p, k->s->demo[i].name) != &k->s->demo[i])
            check_problem(k, "another demo is called %s", k->s->demo[i].name);
    for (int i = 0; i < k->s->nexercise; i++)
        if (pack_exercise(k->p, k->s->exercise[i].name) != &k->s->exercise[i])
            check_problem(k, "another exercise is called %s",
                          k->s->exercise[i].name);
}

static void
check_section(struct checking *k)
{
    k->c->sections++;
    k->file = k->s->dir;
    check_names(k);
    check_texts(k);
    for (int i = 0; i < k->s->ndemo; i++)
        check_demo(k, &k->s->demo[i]);
    for (int i = 0; i < k->s->nexercise; i++)
        check_exercise(k, &k->s->exercise[i]);
}

void
pack_check(struct pack_check *c, const char *root)
{
    struct checking k = { .c = c };

    memset(c, 0, sizeof *c);
    k.p = pack_open(root, problem, c);
    for (int i = 0; k.p != NULL && i < k.p->nsection; i++) {
        k.s = &k.p->section[i];
        if (!k.s->coming)
            check_section(&k);
    }
    pack_close(k.p);
    text_printf(&c->report,
                "%s: %d sections, %d demos, %d exercises, %llu schedules "
                "explored; %d problem%s\n",
                root, c->sections, c->demos, c->exercises,
                (unsigned long long)c->executions, c->problems,
                c->problems == 1 ? "" : "s");
}

void
pack_check_done(struct pack_check *c)
{
    text_done(&c->report);
}
