/*
 * search_save.c - a schedule that was found, as a replay file: a session whose
 * only input, before the first step, is the schedule.
 */
#include <stdlib.h>
#include <string.h>

#include "replay.h"
#include "search.h"

/* Where the session ends, and how the world looks there. */
static enum gopark_rc
go_to_end(struct program *p, struct session_entry *e, struct replay *rp,
          struct gopark_err *err)
{
    struct gopark_opts w;
    struct session *s;
    enum gopark_rc rc;

    program_opts(p, &w);
    rc = session_open(&s, &w, SESSION_BUDGET, err);
    if (rc != GOPARK_OK)
        return rc;
    rc = session_input(s, &e->in, NULL, err);
    if (rc == GOPARK_OK)
        rc = session_run(s, WORLD_TO_END, err);
    rp->end = world_steps(session_world(s));
    rp->digest = world_digest(session_world(s));
    session_close(s);
    return rc;
}

static void
copy_args(struct replay *rp, const struct options *o)
{
    rp->narg = o->narg - 1;
    rp->arg = text_alloc((size_t)o->narg * sizeof *rp->arg);
    for (int i = 1; i < o->narg; i++)
        rp->arg[i - 1] = text_dup(o->arg[i]);
}

static void
free_args(struct replay *rp)
{
    for (int i = 0; i < rp->narg; i++)
        free(rp->arg[i]);
    free(rp->arg);
}

enum gopark_rc
search_save(struct program *p, const char *schedule, const char *path,
            struct gopark_err *err)
{
    struct text policy = { 0 }, file = { 0 };
    struct session_entry e = { .in.kind = IN_POLICY };
    struct replay rp = {
        .name = p->script.name,
        .text = p->script.text,
        .len = p->script.len,
        .seed = p->o->seed,
        .procs = p->o->procs,
        .mem = p->o->mem,
        .entry = &e,
        .nentry = 1,
    };
    enum gopark_rc rc;

    text_printf(&policy, "schedule %s", schedule);
    e.in.text = policy.s;
    rc = go_to_end(p, &e, &rp, err);
    if (rc == GOPARK_OK) {
        rp.modules = p->modules;
        rp.input = p->in.text.s;
        rp.inputlen = p->in.text.len;
        copy_args(&rp, p->o);
        replay_format(&rp, &file);
        rc = host_write(path, file.s, file.len, err);
        free_args(&rp);
    }
    text_done(&policy);
    text_done(&file);
    return rc;
}
