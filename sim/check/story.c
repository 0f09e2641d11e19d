/*
 * story.c - the findings of a search made fit to be shown: minimised, with a
 * schedule to follow, a table to read and an explanation.
 */
#include "check/story.h"

#include <string.h>

#include "check/minimise.h"
#include "check/say.h"

enum { STORIES = 16 }; /* findings that are worth it */

static char *
schedule_text(struct search *s, const struct labels *path)
{
    struct tb t = { .w = s->w };

    if (search_retrace(s, path, NULL, NULL) == SEARCH_GOES_ON)
        return NULL;
    label_write_path(&t, s->path.at, s->path.n, s->par, s->o.outputs);
    return t.buf;
}

/* "goroutine 2 [sync.Mutex.Lock]: lock b, worker, f.lua:9" a line each. */
static void
say_stuck(struct tb *t, const struct explore_finding *f)
{
    for (int i = 0; i < f->nstuck; i++) {
        const struct explore_stuck *st = &f->stuck[i];

        tb_add(t, "goroutine %u [%s] %s", st->g,
               st->reason != WAIT_NONE ? gopark_reason_name(st->reason)
                                       : "running",
               st->func);
        if (st->object[0] != '\0')
            tb_add(t, " on %s", st->object);
        if (st->line > 0)
            tb_add(t, ", %s:%d", st->file, st->line);
        tb_add(t, "\n");
    }
}

static char *
explanation(struct search *s, const struct explore_finding *f)
{
    struct tb t = { .w = s->w };
    char *why = NULL;

    if (f->verdict == EXPLORE_DEADLOCK) {
        if (s->w->end.how == END_NOT)
            act_park_all(s->w);
        why = world_deadlock(s->w, s->o.lang);
    } else if (f->verdict == EXPLORE_LEAK) {
        why = world_leaks_text(s->w, s->o.lang);
    }
    say_stuck(&t, f);
    if (why != NULL && why[0] != '\0')
        tb_add(&t, "\n");
    if (why != NULL)
        tb_addn(&t, why, strlen(why));
    free(why);
    return t.buf;
}

/* The outcome with this signature, at the end of the path just run. */
static void
take_details(struct search *s, uint64_t sig, struct explore_finding *f)
{
    struct outcome_ask ask = { &s->of, s->par, true, &s->races,
                               s->o.lang };
    struct outcome o[OUTCOME_MOST];
    int n = outcome_of(s->w, &ask, o);

    for (int i = 0; i < n; i++) {
        if (o[i].sig != sig)
            continue;
        memcpy(f->message, o[i].f.message, sizeof f->message);
        memcpy(f->stuck, o[i].f.stuck, sizeof f->stuck);
        f->nstuck = o[i].f.nstuck;
        return;
    }
}

static void
tell(struct search *s, struct find *fd)
{
    struct explore_finding *f = &fd->o.f;
    struct labels path = { 0 };

    if (!labels_of(&path, fd->path, fd->n))
        return;
    minimise(s, fd->o.sig, &path);
    f->schedule = schedule_text(s, &path);
    f->preemptions = s->preempted;
    f->steps = (int)path.l.n;
    f->table = table_of(s, &path);
    if (f->verdict == EXPLORE_RACE) /* while the objects are there */
        f->explain =
            racelog_explain(&s->races, s->w, fd->o.sig, s->o.lang);
    take_details(s, fd->o.sig, f);
    if (f->verdict != EXPLORE_RACE)
        f->explain = explanation(s, f);
    vec_free(&path.l);
}

static void
tell_outputs(struct search *s)
{
    for (size_t i = 0; i < s->finds.output.n; i++) {
        struct output *o = &s->finds.output.at[i];
        struct labels path = { 0 };

        if (labels_of(&path, o->path, o->n))
            o->schedule = schedule_text(s, &path);
        vec_free(&path.l);
    }
}

/* An execution that ends well, by turns, if that one does. */
static char *
passing_table(struct search *s)
{
    struct labels path = { 0 };
    enum search_end end;
    char *text = NULL;

    search_begin_run(s);
    while ((end = search_look(s, false)) == SEARCH_GOES_ON)
        search_step(s, act_default(&s->of, s->looked, s->of.trans.n - s->looked,
                                   &s->last));
    if (end == SEARCH_ENDS && labels_of(&path, s->path.at, s->path.n))
        text = table_of(s, &path);
    vec_free(&path.l);
    return text;
}

char *
story_tell(struct search *s)
{
    struct search was = *s;
    char *passing = NULL;

    s->stopped = false;
    s->o.progress = NULL;
    s->races.places = true;
    for (size_t i = 0; i < s->finds.find.n && i < STORIES; i++)
        tell(s, &s->finds.find.at[i]);
    if (s->o.outputs)
        tell_outputs(s);
    if (s->finds.find.n == 0)
        passing = passing_table(s);
    s->stopped = was.stopped;
    s->why = was.why;
    s->transitions = was.transitions;
    s->redone = was.redone;
    s->snapshot_time = was.snapshot_time;
    return passing;
}
