/*
 * demo.c - playing a demo: from stop to stop, with captions.
 */
#include "demo.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "markdown.h"
#include "place.h"
#include "report.h"
#include "screen.h"

enum {
    AROUND = 3,   /* lines of the source above and below */
    ACROSS = 78,  /* columns of them, where that is not known */
    LOG = 1 << 15 /* events: one close may wake ten thousand */
};

static void
say(struct repl *r, struct learn *l, const char *s)
{
    struct text t = { 0 };

    learn_markdown(l, s, &t);
    if (t.len > 0)
        repl_puts(r, t.s);
    text_done(&t);
}

/* For the window: the caption as one line without marks. */
static void
set_caption(struct repl *r, const char *s)
{
    struct markdown how = { .width = MARKDOWN_UNBROKEN };
    struct text t = { 0 };

    free(r->caption);
    markdown_show(s, &how, &t);
    while (t.len > 0 && (t.s[t.len - 1] == '\n' || t.s[t.len - 1] == ' '))
        t.s[--t.len] = '\0';
    for (size_t i = 0; i < t.len; i++)
        if (t.s[i] == '\n')
            t.s[i] = ' ';
    r->caption = t.s;
    r->version++;
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
    struct text t = { 0 };

    if (at->line == 0) {
        report_here(r);
        return;
    }
    text_printf(&t, "G%" PRIu32 " is about to execute\n", at->g);
    report_source(r, r->script.name, at->line, &t);
    repl_puts(r, t.s);
    text_done(&t);
}

/* The lines around the one that a page is about, cut off where it ends. */
static void
say_lines(struct repl *r, int line)
{
    int width = r->width > 0 ? r->width : ACROSS;
    struct text t = { 0 }, cut = { 0 };
    const char *s;
    size_t len;

    for (int n = line - AROUND; n <= line + AROUND; n++) {
        if (n < 1 || (s = report_line(r, r->script.name, n, &len)) == NULL)
            continue;
        text_clear(&t);
        text_clear(&cut);
        text_printf(&t, "%s %3d  %.*s", n == line ? ">" : " ", n, (int)len, s);
        screen_cut(t.s, text_width(t.s) > width ? width - 1 : width, &cut);
        if (cut.len < t.len)
            text_puts(&cut, "…");
        repl_printf(r, n == line && r->colour ? "\033[1m%s\033[0m\n" : "%s\n",
                    cut.s);
    }
    text_done(&t);
    text_done(&cut);
}

/* What happened last; the line that did it, 0 none. */
static int
say_last(struct repl *r)
{
    struct happened h;
    struct text t = { 0 };

    if (world_steps(r->w) == 0 || !happened_last(r, &h)) {
        repl_puts(r, learn_words(r->learn, "before the first step\n",
                                 "第一步之前\n"));
        return 1;
    }
    happened_line(&h, &t);
    repl_printf(r, "%s\n", t.s);
    text_done(&t);
    return strcmp(h.file, r->script.name) == 0 ? h.line : 0;
}

static void
say_ended(struct repl *r)
{
    struct text t = { 0 };

    report_ending(r, &t);
    repl_printf(r, "%s\n", t.s);
    text_done(&t);
}

/* A page shows the line among its neighbours. */
static void
say_page(struct repl *r, const struct place_run *at)
{
    bool ended = world_end(r->w)->how != END_NOT;
    int line = at->line;

    if (line > 0)
        repl_printf(r,
                    learn_words(r->learn, "G%u is about to execute line %d\n",
                                "G%u 正要执行第 %d 行\n"),
                    at->g, line);
    else
        line = say_last(r);
    if (line > 0 && !ended) {
        repl_puts(r, "\n");
        say_lines(r, line);
    }
    if (ended)
        say_ended(r);
}

static void
say_shown(struct repl *r, const struct demo_stop *stop)
{
    for (int i = 0; i < stop->nshow; i++) {
        repl_printf(r, "%s> %s\n", r->last == '\n' ? "" : "\n", stop->show[i]);
        repl_eval(r, stop->show[i]);
    }
    repl_puts(r, "\n");
}

/* Run to the stop. */
static bool
go_to(struct repl *r, const struct demo_stop *stop, struct place_run *at)
{
    struct gopark_err err;
    enum place got;

    if (r->log_size == 0 && world_log(r->w, LOG, &err) != GOPARK_OK)
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
    struct gopark_g g;

    if (l->demo == NULL || l->stop >= l->demo->nstop)
        return repl_fail(r, "the demo is at its end; 'lesson list' shows what "
                            "else there is");
    stop = &l->demo->stop[l->stop];
    if (!go_to(r, stop, &at))
        return false;
    l->stop++;
    set_caption(r, learn_say(l, &stop->caption));
    if (at.line > 0 && live_g(r->w, at.g, &g)) {
        r->g = at.g;
        r->frame = 0;
    }
    if (l->paged) {
        repl_puts(r, "\n");
        say_page(r, &at);
        repl_puts(r, "\n");
        say(r, l, learn_say(l, &stop->caption));
        repl_puts(r, "\n");
        say_shown(r, stop);
        return true;
    }
    repl_printf(r, "\n[%d/%d] ", l->stop, l->demo->nstop);
    say_place(r, &at);
    say_shown(r, stop);
    say(r, l, learn_say(l, &stop->caption));
    return true;
}
