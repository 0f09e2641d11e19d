/*
 * cmd_backward.c - going back, undoing, and where we are.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "families.h"
#include "report.h"
#include "rows.h"
#include "units.h"

static bool
go_to(struct repl *r, uint64_t step)
{
    struct gopark_err err;

    if (session_goto(r->s, step, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    r->version++;
    report_here(r);
    return true;
}

static bool
at_start(struct repl *r)
{
    return repl_fail(r, "this is the start: nothing lies before step 0");
}

/* Steps that are no operations (time spent computing) are passed over, so
 * that back undoes what step did. */
struct last_ops {
    uint64_t *step;
    size_t n, found;
};

static void
note_op(void *ctx, const struct happened *h)
{
    struct last_ops *ops = ctx;

    if (h->kind >= 0 && h->kind != EV_COMPUTE)
        ops->step[ops->found++ % ops->n] = h->step;
}

/* The step before the n-th visible operation back. */
static bool
find_back(struct repl *r, uint64_t n, uint64_t *to)
{
    uint64_t here = world_steps(r->w), reach = n + 64;

    for (;; reach *= 4) {
        uint64_t from = here > reach ? here - reach : 0;
        struct last_ops ops = { .n = (size_t)n };
        bool ok;

        ops.step = text_alloc(ops.n * sizeof *ops.step);
        ok = happened_each(r, from, here, note_op, &ops);
        if (ok && ops.found >= n)
            *to = ops.step[ops.found % ops.n] - 1;
        free(ops.step);
        if (!ok || ops.found >= n)
            return ok;
        if (from == 0) {
            *to = 0;
            return true;
        }
    }
}

static bool
cmd_back(struct repl *r, int argc, char **argv)
{
    uint64_t n = 1, to = 0;

    if (argc > 1 && !arg_number(r, argv[1], "a number of steps", &n))
        return false;
    if (n == 0)
        return repl_fail(r, "back 0: expected a number from 1");
    if (world_steps(r->w) == 0)
        return at_start(r);
    if (n > world_steps(r->w))
        n = world_steps(r->w);
    return find_back(r, n, &to) && go_to(r, to);
}

static bool
cmd_goto(struct repl *r, int argc, char **argv)
{
    uint64_t step;

    (void)argc;
    if (strcmp(argv[1], "end") == 0)
        return go_to(r, WORLD_TO_END);
    if (!arg_number(r, *argv[1] == '@' ? argv[1] + 1 : argv[1],
                    "a step's number or 'end'", &step))
        return false;
    if (step > session_last(r->s))
        return repl_fail(r,
                         "goto %" PRIu64 ": the furthest step so far is "
                         "%" PRIu64 "; 'continue' and 'step' go on",
                         step, session_last(r->s));
    return go_to(r, step);
}

static bool
cmd_rewind(struct repl *r, int argc, char **argv)
{
    uint64_t here = world_steps(r->w), to = 0;

    (void)argc;
    (void)argv;
    if (here == 0)
        return at_start(r);
    for (size_t i = 0; i < r->stopped.n && r->stopped.step[i] < here; i++)
        to = r->stopped.step[i];
    return go_to(r, to);
}

/* Where a goroutine stood after each step of a stretch. */
struct trail {
    struct repl *r;
    uint32_t g;
    char file[128]; /* where it stands now */
    int line;
    uint64_t from; /* first step of the latest stretch on another line */
    bool found;
    int at; /* the line of that stretch */
};

static void
note_line(void *ctx, const struct happened *h)
{
    struct trail *t = ctx;
    struct gopark_g g;

    if (!live_g(t->r->w, t->g, &g) || g.file == NULL ||
        (g.line == t->line && strcmp(g.file, t->file) == 0)) {
        t->at = 0;
        return;
    }
    if (g.line != t->at) {
        t->at = g.line;
        t->from = h->step;
        t->found = true;
    }
}

static bool
cmd_previous(struct repl *r, int argc, char **argv)
{
    struct trail t = { .r = r, .g = r->g };
    uint64_t here = world_steps(r->w), reach = 64;
    struct gopark_g g;

    (void)argc;
    (void)argv;
    if (here == 0)
        return at_start(r);
    if (!live_g(r->w, r->g, &g))
        return repl_fail(r,
                         "G%" PRIu32 " has ended; 'back' goes to when it "
                         "lived",
                         r->g);
    strncpy(t.file, g.file != NULL ? g.file : "", sizeof t.file - 1);
    t.line = g.line;
    for (;; reach *= 8) {
        uint64_t from = here > reach ? here - reach : 0;

        if (!happened_each(r, from, here, note_line, &t))
            return false;
        if (t.found)
            return go_to(r, t.from);
        if (from == 0)
            return go_to(r, 0);
    }
}

static bool
cmd_undo(struct repl *r, int argc, char **argv)
{
    struct gopark_err err;

    (void)argc;
    if (argv[0][0] == 'u' ? session_undo(r->s, &err) != GOPARK_OK
                          : session_redo(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    r->version++;
    report_here(r);
    return true;
}

static bool
cmd_when(struct repl *r, int argc, char **argv)
{
    struct session_stats st;
    char t[64];

    (void)argc;
    (void)argv;
    session_stats(r->s, &st);
    if (r->json) {
        repl_json(r, json_pack("{s:I, s:I, s:I, s:I, s:i, s:s, s:i}", "step",
                               (json_int_t)world_steps(r->w), "last",
                               (json_int_t)session_last(r->s), "t",
                               (json_int_t)world_now(r->w), "seed",
                               (json_int_t)world_seed(r->w), "procs",
                               world_nps(r->w), "policy", r->policy_name,
                               "inputs", session_entries(r->s)));
        return true;
    }
    repl_printf(r,
                "step %" PRIu64 " of %" PRIu64 "  t=%s  seed %" PRIu64
                "  GOMAXPROCS %d  policy %s",
                world_steps(r->w), session_last(r->s),
                units_time_exact(world_now(r->w), t, sizeof t),
                world_seed(r->w), world_nps(r->w), r->policy_name);
    if (session_entries(r->s) > 0)
        repl_printf(r, "  %d inputs", session_entries(r->s));
    repl_puts(r, "\n");
    return true;
}

#define BACKWARD (CMD_NEEDS | CMD_MOVES | CMD_REPEATS)

const struct repl_cmd cmd_backward[] = {
    { .name = "back",
      .alias = "b",
      .max_args = 1,
      .flags = BACKWARD,
      .usage = "[N]",
      .help = "back by N visible operations",
      .group = GROUP_BACKWARD,
      .exec = cmd_back },
    { .name = "previous",
      .alias = "prev",
      .flags = BACKWARD,
      .usage = "",
      .help = "back to the line before, of the selected goroutine",
      .group = GROUP_BACKWARD,
      .exec = cmd_previous },
    { .name = "rewind",
      .alias = "rw",
      .flags = BACKWARD,
      .usage = "",
      .help = "back to the previous stop",
      .group = GROUP_BACKWARD,
      .exec = cmd_rewind },
    { .name = "goto",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_MOVES,
      .usage = "STEP | end",
      .help = "to any step that has been reached",
      .group = GROUP_BACKWARD,
      .arg = ARG_WORDS,
      .words = "end",
      .exec = cmd_goto },
    { .name = "undo",
      .alias = "u",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "undo the last movement, injection or Lua input",
      .more = "What was cut off by doing something new after going back\n"
              "comes back as well.\n",
      .group = GROUP_BACKWARD,
      .exec = cmd_undo },
    { .name = "redo",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "do again what was undone",
      .group = GROUP_BACKWARD,
      .exec = cmd_undo },
    { .name = "when",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "step, time, seed, policy",
      .group = GROUP_BACKWARD,
      .exec = cmd_when },
    { .name = NULL },
};
