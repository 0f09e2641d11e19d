/*
 * cmd_explore.c - searching at the prompt: what could go wrong from here on.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "families.h"
#include "report.h"
#include "search.h"

struct watching {
    struct repl *r;
    struct progress line;
};

static void
show(struct watching *wt, const struct explore_progress *e)
{
    struct text t = { 0 };

    progress_write(&wt->line, e, &t);
    wt->r->status_line(t.s);
    text_done(&t);
    wt->line.shown = true;
}

static bool
on_progress(void *ctx, const struct explore_progress *e)
{
    struct watching *wt = ctx;
    struct repl *r = wt->r;

    if (r->status_line != NULL && progress_is_due(&wt->line))
        show(wt, e);
    return r->stop_asked || (r->poll != NULL && r->poll(r->poll_ctx));
}

static enum gopark_lang
lang_of(const struct repl *r)
{
    return r->lang == LANG_ZH ? GOPARK_ZH : GOPARK_EN;
}

static void
tell(struct repl *r, const struct explore_result *res)
{
    struct text t = { 0 };

    if (r->json) {
        search_json(res, NULL, &t);
        repl_put_json(r, t.s);
        text_done(&t);
    } else {
        char *s = explore_report(res, lang_of(r));

        repl_puts(r, s);
        free(s);
    }
}

/* Keep the schedule of a finding, for `schedule`. */
static void
keep(struct repl *r, const struct explore_finding *f)
{
    if (f->schedule == NULL)
        return;
    free(r->found.schedule);
    r->found.schedule = text_dup(f->schedule);
    r->found.step = world_steps(r->w);
    r->found.preemptions = f->preemptions;
    r->found.sig = f->sig;
}

static struct explore_result *
search(struct repl *r, struct explore_opts *x)
{
    struct watching wt = { .r = r };
    struct explore_result *res = NULL;
    struct gopark_err err;

    x->lang = lang_of(r);
    x->progress = on_progress;
    x->progress_ctx = &wt;
    progress_begin(&wt.line, x->schedules);
    r->stop_asked = false;
    if (explore_run(r->w, x, &res, &err) != GOPARK_OK)
        repl_fail_err(r, &err);
    if (wt.line.shown)
        r->status_line(NULL);
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
    if (argc > at && !isdigit((unsigned char)argv[at][0]))
        return repl_fail(r,
                         "explore %s: random, pct, dfs, or how many "
                         "schedules expected",
                         argv[at]);
    if (argc > at &&
        !arg_number(r, argv[at], "how many schedules", &x.schedules))
        return false;
    if (x.schedules == 0)
        return repl_fail(r, "explore 0: expected a number from 1");
    if (world_end(r->w)->how != END_NOT)
        return repl_fail(r, "the program has ended: 'back' or 'rewind' first");
    res = search(r, &x);
    if (res == NULL)
        return false;
    tell(r, res);
    if (res->nfinding > 0)
        keep(r, &res->finding[0]);
    if (res->nfinding > 0 && !r->json)
        repl_puts(r, REPL_SAY(r, "'schedule follow' goes there\n",
                              "用 'schedule follow' 到那里去\n"));
    explore_free(res);
    return true;
}

static bool
nothing_found(struct repl *r)
{
    return repl_fail(r, "no failing schedule is known: 'explore' looks for "
                        "one");
}

/* Did the schedule want what the program does not do? Then it says so, and
 * we are back where we were. */
static bool
fitted(struct repl *r)
{
    static const char mark[] = "gopark: ";
    struct gopark_err err;
    char *report;
    bool ok = true;

    if (world_end(r->w)->how != END_FATAL)
        return true;
    report = world_report(r->w);
    if (report != NULL && strncmp(report, mark, sizeof mark - 1) == 0) {
        report[strcspn(report, "\n")] = '\0';
        ok = repl_fail(r, "%s", report + sizeof mark - 1);
        session_undo(r->s, &err);
    }
    free(report);
    return ok;
}

/* To the step, and along the schedule to its end. */
static bool
follow(struct repl *r, uint64_t from, const char *schedule)
{
    struct gopark_input in = { .kind = IN_POLICY };
    struct text t = { 0 };
    struct gopark_err err;
    bool ok;

    text_printf(&t, "schedule %s", schedule);
    in.text = t.s;
    ok = session_goto(r->s, from, &err) == GOPARK_OK &&
         session_input(r->s, &in, NULL, &err) == GOPARK_OK &&
         session_run(r->s, WORLD_TO_END, &err) == GOPARK_OK;
    text_done(&t);
    r->version++;
    if (!ok)
        return repl_fail_err(r, &err);
    if (!fitted(r))
        return false;
    report_here(r);
    return true;
}

static bool
cmd_schedule(struct repl *r, int argc, char **argv)
{
    const char *text = argc > 1 ? argv[1] : "";

    if (strncmp(text, "follow ", 7) == 0) /* one that was copied */
        return follow(r, 0, text + 7);
    if (*text != '\0' && strcmp(text, "follow") != 0)
        return repl_fail(r,
                         "schedule %s: 'schedule' or 'schedule follow' "
                         "expected",
                         text);
    if (r->found.schedule == NULL)
        return nothing_found(r);
    if (*text != '\0')
        return follow(r, r->found.step, r->found.schedule);
    repl_printf(r,
                REPL_SAY(r, "from step %" PRIu64 ", %d preemption%s: %s\n",
                         "从第 %" PRIu64 " 步起,抢占 %d 次%.0s:%s\n"),
                r->found.step, r->found.preemptions,
                r->found.preemptions == 1 ? "" : "s", r->found.schedule);
    return true;
}

/* The finding that is known, in this result; NULL: it is not there. */
static const struct explore_finding *
known(const struct repl *r, const struct explore_result *res)
{
    for (int i = 0; res != NULL && i < res->nfinding; i++)
        if (res->finding[i].sig == r->found.sig &&
            res->finding[i].schedule != NULL)
            return &res->finding[i];
    return NULL;
}

static void
tell_shorter(struct repl *r, const struct explore_finding *f)
{
    repl_printf(r,
                REPL_SAY(r, "%d preemption%s in place of %d: ",
                         "抢占 %d 次%.0s,原来是 %d 次:"),
                f->preemptions, f->preemptions == 1 ? "" : "s",
                r->found.preemptions);
    repl_puts(r, f->schedule);
    repl_puts(r, "\n\n");
    repl_puts(r, f->table != NULL ? f->table : "");
}

/* Every schedule with fewer preemptions, beginning with none. */
static bool
cmd_minimize(struct repl *r, int argc, char **argv)
{
    struct explore_result *res = NULL;
    struct explore_opts x;
    struct gopark_err err;

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
    x.sig = r->found.sig;
    for (int c = 0; c < r->found.preemptions && !known(r, res); c++) {
        x.preemptions = c;
        explore_free(res);
        res = search(r, &x);
        if (res == NULL)
            return false;
    }
    if (known(r, res) != NULL) {
        tell_shorter(r, known(r, res));
        keep(r, known(r, res));
    } else {
        repl_printf(r,
                    REPL_SAY(r, "it is as short as it gets: %d preemption%s\n",
                             "不能再短了:抢占 %d 次%.0s\n"),
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
      .more = "dfs, which is the default, tries every schedule that makes a "
              "difference, at most\n"
              "N (100,000); random and pct draw N (10,000) of them. Progress "
              "is shown each second;\n"
              "Ctrl-C ends the search and reports what was covered. The "
              "program stays where it\n"
              "is: 'schedule follow' goes to the failure, ready to step "
              "back.\n",
      .group = GROUP_EXPLORE,
      .arg = ARG_WORDS,
      .words = "random|pct|dfs",
      .exec = cmd_explore_here },
    { .name = "schedule",
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_MOVES | CMD_RAW,
      .usage = "[follow [SCHEDULE]]",
      .help = "the failing schedule that was found, or go along it",
      .more = "With a SCHEDULE as 'gopark check' prints it, \"all: 1*3 2\", "
              "follow goes along that one\n"
              "from the start of the program.\n",
      .group = GROUP_EXPLORE,
      .arg = ARG_WORDS,
      .words = "follow",
      .exec = cmd_schedule },
    { .name = "minimize",
      .flags = CMD_NEEDS | CMD_MOVES,
      .usage = "",
      .help = "the same failure with fewer preemptions, if it can be had",
      .group = GROUP_EXPLORE,
      .exec = cmd_minimize },
    { .name = NULL },
};
