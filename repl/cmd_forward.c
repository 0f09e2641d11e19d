/*
 * cmd_forward.c - going forward by operation, line, instruction, slice,
 * condition, time.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>

#include "families.h"
#include "move.h"
#include "report.h"
#include "syntax.h"
#include "units.h"

/* The optional count in argv[1]; 1 if absent. */
static bool
count(struct repl *r, int argc, char **argv, uint64_t *n)
{
    *n = 1;
    if (argc > 1 && !arg_number(r, argv[1], "a number of times", n))
        return false;
    if (*n == 0)
        return repl_fail(r, "%s 0: expected a number from 1", argv[0]);
    return true;
}

/* The selected goroutine, which must be alive. */
static bool
selected(struct repl *r, uint32_t *g)
{
    struct gopark_g gi;

    if (r->g == 0)
        return repl_fail(r, "no goroutine is selected; 'g N' selects one");
    if (!live_g(r->w, r->g, &gi))
        return repl_fail(r,
                         "G%" PRIu32 " is selected and has ended; 'gs' "
                         "lists those that live, 'g N' selects one",
                         r->g);
    *g = r->g;
    return true;
}

static bool
step_goroutine(struct repl *r, const char *name)
{
    struct gopark_input in = { .kind = IN_STEP_G };
    struct goal goal = { .kind = GOAL_G, .n = 1 };
    struct gopark_err err;

    if (world_end(r->w)->how != END_NOT)
        return report_refuse(r);
    if (!arg_g(r, name, &goal.g))
        return false;
    in.g = goal.g;
    if (session_input(r->s, &in, NULL, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    return move_to(r, &goal);
}

static bool
cmd_step(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_OPS };

    if (argc > 1 && toupper((unsigned char)argv[1][0]) == 'G')
        return step_goroutine(r, argv[1]);
    return count(r, argc, argv, &goal.n) && move_to(r, &goal);
}

static bool
cmd_next(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_LINE };

    return count(r, argc, argv, &goal.n) && selected(r, &goal.g) &&
           move_to(r, &goal);
}

static bool
cmd_stepi(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_INSTRUCTION };

    return count(r, argc, argv, &goal.n) && selected(r, &goal.g) &&
           move_to(r, &goal);
}

static bool
cmd_slice(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_SLICE };

    return count(r, argc, argv, &goal.n) && move_to(r, &goal);
}

static bool
cmd_finish(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_RETURN, .n = 1 };

    (void)argc;
    (void)argv;
    if (!selected(r, &goal.g))
        return false;
    goal.level = world_frames(r->w, goal.g, NULL, 0) - r->frame;
    return move_to(r, &goal);
}

static bool
cmd_continue(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_END };

    (void)argc;
    (void)argv;
    return move_to(r, &goal);
}

static bool
cmd_until(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_EXPR, .expr = argv[1] };
    char msg[200] = "";

    (void)argc;
    if (syntax_check(argv[1], msg, sizeof msg) != SYNTAX_EXPRESSION)
        return repl_fail(r, "%s: expected a Lua expression%s%s", argv[1],
                         msg[0] ? ": " : "", msg);
    return move_to(r, &goal);
}

static bool
cmd_advance(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_TIME };

    (void)argc;
    if (!arg_duration(r, argv[1], &goal.t))
        return false;
    goal.t += world_now(r->w);
    return move_to(r, &goal);
}

#define FORWARD (CMD_NEEDS | CMD_MOVES | CMD_REPEATS)

const struct repl_cmd cmd_forward[] = {
    { .name = "step",
      .alias = "s",
      .max_args = 1,
      .flags = FORWARD,
      .usage = "[N | GN]",
      .help = "one visible operation of whichever goroutine is next",
      .more = "step N    N operations\n"
              "step G3   let G3 do its next operation; refused, with the\n"
              "          reason, if it cannot\n",
      .group = GROUP_FORWARD,
      .arg = ARG_G,
      .exec = cmd_step },
    { .name = "next",
      .alias = "n",
      .max_args = 1,
      .flags = FORWARD,
      .usage = "[N]",
      .help = "until the selected goroutine reaches another line",
      .more = "Others run only as needed. What the line calls is passed\n"
              "over. The selection never changes by itself.\n",
      .group = GROUP_FORWARD,
      .exec = cmd_next },
    { .name = "stepi",
      .alias = "si",
      .max_args = 1,
      .flags = FORWARD,
      .usage = "[N]",
      .help = "one bytecode instruction of the selected goroutine",
      .group = GROUP_FORWARD,
      .exec = cmd_stepi },
    { .name = "slice",
      .max_args = 1,
      .flags = FORWARD,
      .usage = "[N]",
      .help = "one scheduling slice: until a goroutine is switched to",
      .group = GROUP_FORWARD,
      .exec = cmd_slice },
    { .name = "finish",
      .alias = "fin",
      .flags = FORWARD,
      .usage = "",
      .help = "until the selected function has returned",
      .group = GROUP_FORWARD,
      .exec = cmd_finish },
    { .name = "continue",
      .alias = "c",
      .flags = FORWARD,
      .usage = "",
      .help = "to the end, or to a stop",
      .group = GROUP_FORWARD,
      .exec = cmd_continue },
    { .name = "until",
      .min_args = 1,
      .max_args = 1,
      .flags = FORWARD | CMD_RAW,
      .usage = "EXPR",
      .help = "until EXPR is true in the selected goroutine's scope",
      .group = GROUP_FORWARD,
      .arg = ARG_LUA,
      .exec = cmd_until },
    { .name = "advance",
      .min_args = 1,
      .max_args = 1,
      .flags = FORWARD,
      .usage = "DURATION",
      .help = "until so much virtual time has passed",
      .group = GROUP_FORWARD,
      .exec = cmd_advance },
    { .name = NULL },
};
