/*
 * failing.c - a schedule on which a program fails: as a table, as a session.
 *
 * The prompt's own `table` draws the table, so that what a verdict shows and
 * what the student sees after opening the session are the same.
 */
#include "failing.h"

#include <string.h>

#include "repl.h"
#include "search.h"

static void
only_text(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    if (to == REPL_TEXT)
        text_add(ctx, s, n);
}

static enum gopark_rc
options_of(const struct failing *f, struct options *o, struct gopark_err *err)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    enum gopark_rc rc = options_parse(o, 1, argv, err);

    o->seed = f->seed;
    o->procs = f->procs;
    o->batch = true;
    return rc;
}

/* Along the schedule to its end. */
static enum gopark_rc
follow(struct repl *r, const struct failing *f, struct gopark_err *err)
{
    struct gopark_input in = { .kind = IN_POLICY };
    struct text policy = { 0 };
    enum gopark_rc rc;

    text_printf(&policy, "schedule %s", f->schedule);
    in.text = policy.s;
    rc = session_input(r->s, &in, NULL, err);
    if (rc == GOPARK_OK)
        rc = session_run(r->s, WORLD_TO_END, err);
    r->version++;
    text_done(&policy);
    return rc;
}

enum gopark_rc
failing_table(const struct failing *f, struct text *t, struct gopark_err *err)
{
    struct options o;
    enum gopark_rc rc = options_of(f, &o, err);
    struct repl *r = repl_new(&o, only_text, t);

    r->script = (struct script){ .path = text_dup(f->name),
                                 .name = text_dup(f->name),
                                 .dir = text_dup("."),
                                 .text = text_dup(f->text),
                                 .len = strlen(f->text) };
    if (rc == GOPARK_OK && !repl_open(r))
        rc = gopark_fail(err, GOPARK_EREFUSED, "%s cannot be opened", f->name);
    if (rc == GOPARK_OK)
        rc = follow(r, f, err);
    text_clear(t);
    if (rc == GOPARK_OK)
        repl_eval(r, "table");
    repl_free(r);
    options_free(&o);
    return rc;
}

enum gopark_rc
failing_save(const struct failing *f, const char *path, struct gopark_err *err)
{
    const char *arg[] = { f->name, NULL };
    struct options o;
    enum gopark_rc rc = options_of(f, &o, err);
    struct options mine = o;
    struct program p = { .o = &mine, .in.fd = -1 };

    mine.arg = arg;
    mine.narg = 1;
    p.script.name = (char *)(uintptr_t)f->name;
    p.script.text = (char *)(uintptr_t)f->text;
    p.script.len = strlen(f->text);
    if (rc == GOPARK_OK)
        rc = search_save(&p, f->schedule, path, err);
    options_free(&o);
    return rc;
}
