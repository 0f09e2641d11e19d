/*
 * survey.c - all schedules of a program, summed up.
 *
 * Executions are told apart by what they print, so that printing in another
 * order is another execution, and timers may fire at any moment, so that
 * nothing is right only because a sleep was long enough.
 */
#include "survey.h"

#include <stdlib.h>
#include <string.h>

#include "options.h"

enum {
    MOST_EXECUTIONS = 20000,
    MOST_TRANSITIONS = 400000,
    MOST_STEPS = 2000, /* transitions of one execution */
};

static const char *const end_name[SURVEY_NEND] = {
    [SURVEY_RETURNS] = "returns", [SURVEY_LEAK] = "leak",
    [SURVEY_RACE] = "race",       [SURVEY_CHECK] = "check",
    [SURVEY_PANIC] = "panic",     [SURVEY_DEADLOCK] = "deadlock",
};

const char *
survey_end_name(enum survey_end e)
{
    return end_name[e];
}

void
survey_done(struct survey *s)
{
    for (int i = 0; i < s->noutput; i++)
        free(s->output[i].text), free(s->output[i].schedule);
    free(s->output);
    for (int e = 0; e < SURVEY_NEND; e++) {
        free(s->message[e]);
        free(s->table[e]);
        free(s->schedule[e]);
    }
    memset(s, 0, sizeof *s);
}

/* --- exploring ----------------------------------------------------------- */

static const enum survey_end end_of[EXPLORE_DEADLOCK + 1] = {
    [EXPLORE_OK] = SURVEY_RETURNS,        [EXPLORE_INCOMPLETE] = SURVEY_RETURNS,
    [EXPLORE_LEAK] = SURVEY_LEAK,         [EXPLORE_RACE] = SURVEY_RACE,
    [EXPLORE_CHECK] = SURVEY_CHECK,       [EXPLORE_PANIC] = SURVEY_PANIC,
    [EXPLORE_DEADLOCK] = SURVEY_DEADLOCK,
};

static char *
copy(const char *s)
{
    return s != NULL ? text_dup(s) : NULL;
}

static void
keep_finding(struct survey *s, const struct explore_finding *f)
{
    enum survey_end e = end_of[f->verdict];

    if (s->ends[e] == 0) {
        s->message[e] = text_dup(f->message);
        s->table[e] = copy(f->table);
        s->schedule[e] = copy(f->schedule);
    }
    if (e != SURVEY_RACE)
        s->ends[e] += f->count;
    else if (s->ends[e] < f->count)
        s->ends[e] = f->count; /* a finding for each location */
}

static void
keep_result(struct survey *s, const struct explore_result *r)
{
    uint64_t bad = 0;

    s->complete = r->complete;
    s->executions = r->executions;
    s->cut = r->cut;
    for (int i = 0; i < r->nfinding; i++) {
        keep_finding(s, &r->finding[i]);
        if (r->finding[i].verdict != EXPLORE_RACE) /* that is no end */
            bad += r->finding[i].count;
    }
    s->ends[SURVEY_RETURNS] = r->executions > bad ? r->executions - bad : 0;
    s->output = text_alloc(sizeof *s->output * (size_t)(r->noutput + 1));
    for (int i = 0; i < r->noutput; i++) {
        s->output[i].text = text_dup(r->output[i].text);
        s->output[i].count = r->output[i].count;
        s->output[i].schedule = copy(r->output[i].schedule);
    }
    s->noutput = r->noutput;
}

static void
no_output(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    (void)ctx, (void)fd, (void)s, (void)n, (void)at;
}

enum gopark_rc
survey_run(struct survey *s, const struct trial_opts *o, int lang,
           struct gopark_err *err)
{
    struct gopark_opts wo;
    struct explore_opts eo;
    struct explore_result *r = NULL;
    struct world *w = NULL;
    enum gopark_rc rc;

    memset(s, 0, sizeof *s);
    gopark_opts_init(&wo);
    wo.name = o->name;
    wo.text = o->text;
    wo.textlen = o->len;
    wo.seed = o->seed;
    wo.procs = o->procs;
    wo.write = no_output;
    rc = world_open(&w, &wo, err);
    if (rc != GOPARK_OK)
        return rc;
    explore_opts_init(&eo);
    eo.outputs = true;
    eo.schedules = MOST_EXECUTIONS;
    eo.transitions = MOST_TRANSITIONS;
    eo.steps = MOST_STEPS;
    eo.lang = lang == LANG_ZH ? GOPARK_ZH : GOPARK_EN;
    rc = explore_run(w, &eo, &r, err);
    if (rc == GOPARK_OK)
        keep_result(s, r);
    explore_free(r);
    world_close(w);
    return rc;
}
