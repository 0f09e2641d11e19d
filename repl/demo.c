/*
 * demo.c - playing a demo: from stop to stop, with captions.
 */
#include "demo.h"

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

/* Run to the stop. */
static bool
go_to(struct repl *r, const struct demo_stop *stop)
{
    struct place_run run = { r->w, r->s, r->script.text };
    struct gopark_err err;
    enum place got;

    if (!repl_log(r, true, &err))
        return repl_fail_err(r, &err);
    got = place_go(&run, stop, &err);
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
    const struct demo_stop *stop;

    if (l->demo == NULL || l->stop >= l->demo->nstop)
        return repl_fail(r, "the demo is at its end; 'lesson list' shows what "
                            "else there is");
    stop = &l->demo->stop[l->stop];
    if (!go_to(r, stop))
        return false;
    l->stop++;
    repl_printf(r, "\n[%d/%d] ", l->stop, l->demo->nstop);
    report_here(r);
    for (int i = 0; i < stop->nshow; i++) {
        repl_printf(r, "> %s\n", stop->show[i]);
        repl_eval(r, stop->show[i]);
    }
    say(r, l, learn_say(l, &stop->caption));
    return true;
}
