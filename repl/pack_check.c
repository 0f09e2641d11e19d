/*
 * pack_check.c - is a pack complete, and true? The whole, and its demos.
 *
 * Every claim of a pack is tried: each demo is run from stop to stop, each
 * quotation compared, each exercise judged with its starter, its solution and
 * its faults. A problem is a line, and the check goes on.
 */
#include "pack_check.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "demo.h"
#include "host.h"
#include "pack_read.h"
#include "tables_line.h"
#include "trial.h"

static void
problem(void *ctx, const char *file, int line, const char *text)
{
    struct pack_check *c = ctx;

    c->problems++;
    text_printf(&c->report, "%s:%d: %s\n", file, line, text);
}

/* The line that the problem is at: of the field k->path, or of the first that
 * contains k->near. */
static int
find_line(const struct checking *k)
{
    size_t len;
    char *text = host_read(k->file, &len, NULL);
    const char *at = NULL;
    int line = 1;

    if (text != NULL && k->path != NULL)
        line = tables_line_of(text, k->path);
    else if (text != NULL && k->near != NULL)
        at = strstr(text, k->near);
    for (const char *s = text; at != NULL && s < at; s++)
        line += *s == '\n';
    free(text);
    return line;
}

void
check_problem(struct checking *k, const char *fmt, ...)
{
    struct text t = { 0 };
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(&t, fmt, ap);
    va_end(ap);
    problem(k->c, k->file, find_line(k), t.s);
    text_done(&t);
}

/* --- demos --------------------------------------------------------------- */

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

/* What went wrong, in one line. */
static const char *
reason(struct text *said)
{
    if (said->len > 0 && said->s[said->len - 1] == '\n')
        said->s[--said->len] = '\0';
    return said->len > 0 ? said->s : "it cannot be reached";
}

static void
on_said(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    if (to == REPL_ERROR)
        text_add(ctx, s, n);
}

/* From stop to stop as a student would, with all that is shown there. */
static void
go_along(struct checking *k, struct repl *r, struct learn *l, struct demo *d,
         struct text *said)
{
    char at[32];

    for (int i = 0; i < d->nstop; i++) {
        const struct demo_stop *s = &d->stop[i];
        bool reached;

        snprintf(at, sizeof at, "stops.#%d", i + 1);
        k->path = at;
        text_clear(said);
        reached = demo_next(r, l);
        if (!reached)
            check_problem(k, "stop %d (%s%s%s): %s", i + 1,
                          s->what != NULL ? s->what : "end",
                          s->of != NULL ? " of " : "",
                          s->of != NULL ? s->of : "", reason(said));
        else if (said->len > 0)
            check_problem(k, "stop %d: a command that it shows fails: %s",
                          i + 1, reason(said));
        k->path = NULL;
        if (!reached)
            break;
    }
}

static void
check_stops(struct checking *k, struct demo *d)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct learn l = { .pack = k->p, .width = 80 };
    struct text said = { 0 };
    struct options o;
    struct gopark_err err;
    struct repl *r;

    if (options_parse(&o, 1, argv, &err) == GOPARK_OK) {
        r = repl_new(&o, on_said, &said);
        if (demo_open(r, &l, d))
            go_along(k, r, &l, d, &said);
        repl_free(r);
    }
    options_free(&o);
    text_done(&said);
}

void
check_demo(struct checking *k, struct demo *d)
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
    k->file = d->stops_path;
    k->path = "ends";
    if (d->ends != NULL && strcmp(d->ends, trial_ends(&t)) != 0)
        check_problem(k, "it ends with \"%s\", not \"%s\"%s%s", trial_ends(&t),
                      d->ends, *t.message != '\0' ? ": " : "", t.message);
    trial_done(&t);
    k->path = NULL;
    if (d->nstop > 0)
        check_stops(k, d);
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

/* Is there a folder or program that lesson.lua does not know? */
static void
check_folder(struct checking *k, const char *folder, bool demos)
{
    char *path = pack_path("%s/%s", k->s->dir, folder);
    DIR *dir = opendir(path);
    struct dirent *f;

    while (dir != NULL && (f = readdir(dir)) != NULL) {
        size_t n = strcspn(f->d_name, ".");
        char *name = pack_path("%.*s", (int)n, f->d_name);

        if (n > 0 && (demos ? section_demo(k->s, name) == NULL
                            : section_exercise(k->s, name) == NULL)) {
            k->near = folder;
            check_problem(k, "%s/%s is there and not named here", folder,
                          f->d_name);
            k->near = NULL;
        }
        free(name);
    }
    if (dir != NULL)
        closedir(dir);
    free(path);
}

static void
check_files(struct checking *k)
{
    check_folder(k, "demos", true);
    check_folder(k, "exercises", false);
}

static void
check_section(struct checking *k)
{
    char *lesson;

    k->c->sections++;
    lesson = pack_path("%s/lesson.lua", k->s->dir);
    k->file = lesson;
    check_names(k);
    check_files(k);
    check_texts(k);
    check_claims(k);
    for (int i = 0; i < k->s->ndemo; i++)
        check_demo(k, &k->s->demo[i]);
    for (int i = 0; i < k->s->nexercise; i++)
        check_exercise(k, &k->s->exercise[i]);
    free(lesson);
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
                "%s: %d sections, %d demos, %d exercises, %d claims, %llu "
                "schedules explored; %d problem%s\n",
                root, c->sections, c->demos, c->exercises, c->claims,
                (unsigned long long)c->executions, c->problems,
                c->problems == 1 ? "" : "s");
}

void
pack_check_done(struct pack_check *c)
{
    text_done(&c->report);
}
