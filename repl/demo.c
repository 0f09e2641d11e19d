/*
 * demo.c - playing a demo: from stop to stop, with captions.
 */
#include "demo.h"

#include <inttypes.h>

#include "place.h"
#include "report.h"

static void
say(struct repl *r, struct learn *l, const char *s)
{
    struct text t = { 0 };

    learn_markdown(l, s, &t);
    if (t.len > 0)
        repl_puts(r, t.s);
    text_done(&t);
}

bool
demo_open(struct repl *r, struct learn *l, struct demo *d)
{
    r->seed = d->seed;
    r->procs = d->procs;
    if (!repl_load(r, d->path, NULL, 0))
        return false;
    l->demo = d;
    l->exercise = NULL;
    l->stop = 0;
    repl_printf(r, "%s %s: %s\n", learn_words(l, "demo", "演示"), d->name,
                learn_say(l, &d->title));
    return true;
}

/* Where the program is: at a line, or behind what happened last. */
static void
say_place(struct repl *r, const struct place_run *at)
{
    struct gopark_g g;
    struct text t = { 0 };

    if (live_g(r->w, at->g, &g)) {
        r->g = at->g;
        r->frame = 0;
    }
    if (at->line == 0) {
        report_here(r);
        return;
    }
    text_printf(&t, "G%" PRIu32 " is about to execute\n", at->g);
    report_source(r, r->script.name, at->line, &t);
    repl_puts(r, t.s);
    text_done(&t);
}

/* Run to the stop. */
static bool
go_to(struct repl *r, const struct demo_stop *stop, struct place_run *at)
{
    struct gopark_err err;
    enum place got;

    if (!repl_log(r, true, &err))
        return repl_fail_err(r, &err);
    got = place_go(at, stop, &err);
    repl_log(r, false, NULL);
    r->version++;
    if (got == PLACE_FAILED)
        return repl_fail_err(r, &err);
    if (got == PLACE_NOT_REACHED)
        return repl_fail(r, "the program has ended before this stop; 'lesson "
                            "N' begins anew");
    return true;
}

bool
demo_next(struct repl *r, struct learn *l)
{
    struct place_run at = { .w = r->w, .s = r->s, .text = r->script.text };
    const struct demo_stop *stop;

    if (l->demo == NULL || l->stop >= l->demo->nstop)
        return repl_fail(r, "the demo is at its end; 'lesson list' shows what "
                            "else there is");
    stop = &l->demo->stop[l->stop];
    if (!go_to(r, stop, &at))
        return false;
    l->stop++;
    repl_printf(r, "\n[%d/%d] ", l->stop, l->demo->nstop);
    say_place(r, &at);
    for (int i = 0; i < stop->nshow; i++) {
        repl_printf(r, "> %s\n", stop->show[i]);
        repl_eval(r, stop->show[i]);
    }
    repl_puts(r, "\n");
    say(r, l, learn_say(l, &stop->caption));
    return true;
}
