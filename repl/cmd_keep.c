/*
 * cmd_keep.c - what is kept: replay files, transcripts, files of commands.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "families.h"
#include "replay.h"
#include "report.h"
#include "rows.h"

/* --- replay files ------------------------------------------------------ */

/* The digest of the timeline's last step. */
static bool
digest_at_end(struct repl *r, uint64_t *digest)
{
    struct gopark_err err;
    bool ok;

    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    ok = session_goto(r->s, WORLD_TO_END, &err) == GOPARK_OK;
    *digest = world_digest(r->w);
    session_return(r->s);
    return ok || repl_fail_err(r, &err);
}

static void
collect_entries(struct repl *r, struct replay *p)
{
    p->nentry = session_entries(r->s);
    p->entry = text_alloc((size_t)(p->nentry + 1) * sizeof *p->entry);
    for (int i = 0; i < p->nentry; i++)
        session_entry(r->s, i, &p->entry[i]);
}

static bool
cmd_save(struct repl *r, int argc, char **argv)
{
    struct replay p = {
        .name = r->script.name,
        .text = r->script.text,
        .len = r->script.len,
        .modules = r->modules,
        .input = r->in.text.s,
        .inputlen = r->in.text.len,
        .seed = world_seed(r->w),
        .procs = r->procs_at_start,
        .mem = r->mem,
        .max_steps = r->max_steps,
        .max_time = r->max_time,
        .arg = (char **)(uintptr_t)r->arg,
        .narg = r->narg,
        .end = session_last(r->s),
    };
    struct gopark_err err;
    struct text t = { 0 };
    bool ok;

    (void)argc;
    if (!digest_at_end(r, &p.digest))
        return false;
    collect_entries(r, &p);
    replay_format(&p, &t);
    ok = host_write(argv[1], t.s, t.len, &err) == GOPARK_OK ||
         repl_fail_err(r, &err);
    if (ok && !r->json) {
        char *word = text_word_of(argv[1]);

        repl_printf(r,
                    "%s: %d inputs and picks up to step %" PRIu64 "; "
                    "'gopark replay %s' opens it\n",
                    argv[1], p.nentry, p.end, word);
        free(word);
    }
    free(p.entry);
    text_done(&t);
    return ok;
}

/* Take over what a file says about the program. */
static void
adopt(struct repl *r, struct replay *p)
{
    repl_unload(r);
    r->script.name = p->name;
    r->script.text = p->text;
    r->script.len = p->len;
    r->modules = p->modules;
    text_add(&r->in.text, p->input != NULL ? p->input : "", p->inputlen);
    r->in.fd = -1;
    r->arg = (const char **)p->arg;
    r->narg = p->narg;
    r->seed = p->seed;
    r->procs = p->procs;
    r->mem = p->mem;
    r->max_steps = p->max_steps;
    r->max_time = p->max_time;
    r->policy_name = "go";
    r->policy = POLICY_SEEDED;
    p->name = p->text = NULL;
    p->arg = NULL;
    p->narg = 0;
    memset(&p->modules, 0, sizeof p->modules);
}

/* Is this what was saved? A program that has ended may have done so after its
 * last step: that all are asleep is found out when the next one is due. */
static bool
is_same(struct repl *r, const struct replay *p)
{
    struct gopark_err err;

    if (p->digest == 0 || p->digest == world_digest(r->w))
        return true;
    if (world_end(r->w)->how == END_NOT)
        session_run(r->s, p->end + 1, &err);
    return world_steps(r->w) == p->end && p->digest == world_digest(r->w);
}

static bool
follow(struct repl *r, const struct replay *p)
{
    struct gopark_err err;

    for (int i = 0; i < p->nentry; i++)
        if (session_add(r->s, &p->entry[i], &err) != GOPARK_OK)
            return repl_fail_err(r, &err);
    if (session_run(r->s, p->end, &err) != GOPARK_OK)
        return repl_fail(r, "at step %" PRIu64 ": %s", world_steps(r->w),
                         err.text);
    if (world_steps(r->w) < p->end)
        return repl_fail(r,
                         "the program ends at step %" PRIu64 ", and the "
                         "file goes on to %" PRIu64,
                         world_steps(r->w), p->end);
    if (!is_same(r, p))
        return repl_fail(r,
                         "step %" PRIu64 " is not what was saved: the "
                         "file is another version's",
                         p->end);
    return true;
}

bool
repl_load_replay(struct repl *r, const char *path)
{
    struct gopark_err err;
    struct replay p;
    bool ok;

    if (replay_read(path, &p, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    adopt(r, &p);
    ok = repl_open(r) && follow(r, &p);
    r->version++;
    replay_free(&p);
    return ok;
}

static bool
cmd_replay(struct repl *r, int argc, char **argv)
{
    (void)argc;
    if (!repl_load_replay(r, argv[1]))
        return false;
    report_here(r);
    return true;
}

/* --- transcripts ------------------------------------------------------- */

/* Write what has been collected, and stop collecting. */
static bool
end_transcript(struct repl *r)
{
    struct gopark_err err;
    bool ok = host_write(r->copy_path, r->copy->s != NULL ? r->copy->s : "",
                         r->copy->len, &err) == GOPARK_OK;

    text_done(r->copy);
    free(r->copy);
    free(r->copy_path);
    r->copy = NULL;
    r->copy_path = NULL;
    return ok || repl_fail_err(r, &err);
}

static bool
cmd_transcript(struct repl *r, int argc, char **argv)
{
    struct gopark_err err;

    (void)argc;
    if (strcmp(argv[1], "off") == 0 && r->copy == NULL)
        return repl_fail(r, "no transcript is being kept; 'transcript FILE' "
                            "begins one");
    if (r->copy != NULL && !end_transcript(r))
        return false;
    if (strcmp(argv[1], "off") == 0)
        return true;
    if (host_write(argv[1], "", 0, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    r->copy = text_alloc(sizeof *r->copy);
    r->copy_path = text_dup(argv[1]);
    return true;
}

/* --- files of commands ------------------------------------------------- */

static bool
cmd_source(struct repl *r, int argc, char **argv)
{
    struct gopark_err err;
    size_t len;
    char *s;
    bool ok;

    (void)argc;
    if (r->depth >= 16)
        return repl_fail(r, "source: files source each other 16 deep");
    s = host_read(argv[1], &len, &err);
    if (s == NULL)
        return repl_fail_err(r, &err);
    r->depth++;
    ok = repl_source(r, s) != REPL_FAILED;
    r->depth--;
    r->failed = !ok;
    free(s);
    return ok;
}

const struct repl_cmd cmd_keep[] = {
    { .name = "save",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "FILE.replay",
      .help = "keep the session: program, inputs, picks",
      .group = GROUP_KEEP,
      .arg = ARG_FILE,
      .exec = cmd_save },
    { .name = "replay",
      .min_args = 1,
      .max_args = 1,
      .usage = "FILE.replay",
      .help = "open a session that was kept, at its end",
      .group = GROUP_EXPLORE,
      .arg = ARG_FILE,
      .exec = cmd_replay },
    { .name = "transcript",
      .min_args = 1,
      .max_args = 1,
      .usage = "FILE | off",
      .help = "keep what is typed and answered",
      .group = GROUP_KEEP,
      .arg = ARG_FILE,
      .words = "off",
      .exec = cmd_transcript },
    { .name = "source",
      .min_args = 1,
      .max_args = 1,
      .usage = "FILE",
      .help = "do the commands in a file",
      .group = GROUP_KEEP,
      .arg = ARG_FILE,
      .exec = cmd_source },
    { .name = NULL },
};
