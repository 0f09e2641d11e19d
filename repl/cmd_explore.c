/*
 * cmd_explore.c - searching at the prompt: what could go wrong from here on.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "families.h"
#include "report.h"
#include "search.h"

static bool
on_progress(void *ctx, const struct explore_progress *e)
{
    struct repl *r = ctx;

    (void)e;
    return r->stop_asked || (r->poll != NULL && r->poll(r->poll_ctx));
}

static enum gopark_lang
lang_of(const struct repl *r)
{
    return r->o->lang == LANG_ZH ? GOPARK_ZH : GOPARK_EN;
}

static void
tell(struct repl *r, const struct explore_result *res)
{
    struct text t = { 0 };

    if (r->json) {
        search_json(res, NULL, &t);
        repl_puts(r, t.s);
        text_done(&t);
    } else {
        char *s = explore_report(res, lang_of(r));

        repl_puts(r, s);
        free(s);
    }
}

/* Keep the schedule of the gravest finding, for `schedule`. */
static void
keep(struct repl *r, const struct explore_result *res)
{
    if (res->nfinding == 0 || res->finding[0].schedule == NULL)
        return;
    free(r->found.schedule);
    r->found.schedule = text_dup(res->finding[0].schedule);
    r->found.step = world_steps(r->w);
    r->found.preemptions = res->finding[0].preemptions;
}

static struct explore_result *
search(struct repl *r, struct explore_opts *x)
{
    struct explore_result *res = NULL;
    struct gopark_err err;

    x->lang = lang_of(r);
    x->progress = on_progress;
    x->progress_ctx = r;
    r->stop_asked = false;
    if (explore_run(r->w, x, &res, &err) != GOPARK_OK)
        repl_fail_err(r, &err);
    return res;
}

static bool
read_strategy(struct explore_opts *x, const char *word)
{
    if (strcmp(word, "dfs") == 0)
        return true;
    x->schedules = 10000;
    if (strcmp(word, "random") == 0)
        x->strategy = EXPLORE_RANDOM;
    else if (strcmp(word, "pct") == 0)
        x->strategy = EXPLORE_PCT;
    else
        return false;
    return true;
}

static bool
cmd_explore_here(struct repl *r, int argc, char **argv)
{
    struct explore_result *res;
    struct explore_opts x;
    int at = 1;

    explore_opts_init(&x);
    x.seed = world_seed(r->w);
    if (argc > 1 && read_strategy(&x, argv[1]))
        at = 2;
    if (argc > at &&
        !arg_number(r, argv[at], "how many schedules", &x.schedules))
        return false;
    if (world_end(r->w)->how != END_NOT)
        return repl_fail(r, "the program has ended: 'back' or 'rewind' first");
    res = search(r, &x);
    if (res == NULL)
        return false;
    tell(r, res);
    keep(r, res);
    if (res->nfinding > 0 && !r->json)
        repl_puts(r, "'schedule follow' goes there\n");
    explore_free(res);
    return true;
}

static bool
nothing_found(struct repl *r)
{
    return repl_fail(r, "no failing schedule is known: 'explore' looks for "
                        "one");
}

/* To where the search began, and along the schedule to its end. */
static bool
follow(struct repl *r)
{
    struct gopark_input in = { .kind = IN_POLICY };
    struct text t = { 0 };
    struct gopark_err err;
    bool ok;

    text_printf(&t, "schedule %s", r->found.schedule);
    in.text = t.s;
    ok = session_goto(r->s, r->found.step, &err) == GOPARK_OK &&
         session_input(r->s, &in, NULL, &err) == GOPARK_OK &&
         session_run(r->s, WORLD_TO_END, &err) == GOPARK_OK;
    text_done(&t);
    r->version++;
    if (!ok)
        return repl_fail_err(r, &err);
    report_here(r);
    return true;
}

static bool
cmd_schedule(struct repl *r, int argc, char **argv)
{
    if (r->found.schedule == NULL)
        return nothing_found(r);
    if (argc > 1 && strcmp(argv[1], "follow") == 0)
        return follow(r);
    if (argc > 1)
        return repl_fail(r,
                         "schedule %s: 'schedule' or 'schedule follow' "
                         "expected",
                         argv[1]);
    repl_printf(r, "from step %" PRIu64 ", %d preemption%s: %s\n",
                r->found.step, r->found.preemptions,
                r->found.preemptions == 1 ? "" : "s", r->found.schedule);
    return true;
}

/* Every schedule with fewer preemptions, beginning with none. */
static bool
cmd_minimize(struct repl *r, int argc, char **argv)
{
    struct explore_result *res = NULL;
    struct explore_opts x;
    struct gopark_err err;
    bool found = false;

    (void)argc;
    (void)argv;
    if (r->found.schedule == NULL)
        return nothing_found(r);
    if (session_goto(r->s, r->found.step, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    r->version++;
    explore_opts_init(&x);
    x.strategy = EXPLORE_PLAIN;
    x.first = true;
    for (int c = 0; c < r->found.preemptions && !found; c++) {
        x.preemptions = c;
        explore_free(res);
        res = search(r, &x);
        if (res == NULL)
            return false;
        found = res->nfinding > 0;
    }
    if (found) {
        tell(r, res);
        keep(r, res);
    } else {
        repl_printf(r, "it is as short as it gets: %d preemption%s\n",
                    r->found.preemptions, r->found.preemptions == 1 ? "" : "s");
    }
    explore_free(res);
    return true;
}

const struct repl_cmd cmd_explore[] = {
    { .name = "explore",
      .max_args = 2,
      .flags = CMD_NEEDS,
      .usage = "[random|pct|dfs] [N]",
      .help = "search schedules from here, report the first that fails",
      .group = GROUP_EXPLORE,
      .arg = ARG_WORDS,
      .words = "random|pct|dfs",
      .exec = cmd_explore_here },
    { .name = "schedule",
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_MOVES,
      .usage = "[follow]",
      .help = "the failing schedule that was found, or go along it",
      .group = GROUP_EXPLORE,
      .arg = ARG_WORDS,
      .words = "follow",
      .exec = cmd_schedule },
    { .name = "minimize",
      .flags = CMD_NEEDS | CMD_MOVES,
      .usage = "",
      .help = "a failing schedule with fewer preemptions, if there is one",
      .group = GROUP_EXPLORE,
      .exec = cmd_minimize },
    { .name = NULL },
};
