/*
 * cmd_program.c - loading a program, running it from its start, leaving.
 */
#include <stdlib.h>

#include "families.h"
#include "move.h"
#include "report.h"
#include "units.h"

static bool
cmd_load(struct repl *r, int argc, char **argv)
{
    if (!repl_load(r, argv[1], (const char *const *)argv + 2, argc - 2))
        return false;
    report_here(r);
    return true;
}

static bool
reload(struct repl *r)
{
    struct gopark_err err;
    struct script s;

    if (r->script.path == NULL)
        return repl_open(r); /* it came out of a replay file */
    if (script_read(&s, r->script.path, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    script_free(&r->script);
    r->script = s;
    modules_free(&r->modules);
    return repl_open(r);
}

static bool
cmd_reload(struct repl *r, int argc, char **argv)
{
    (void)argc;
    (void)argv;
    if (r->s == NULL && r->script.path == NULL)
        return repl_fail(r, "reload: no program is loaded; 'load FILE' loads "
                            "one");
    if (!reload(r))
        return false;
    report_here(r);
    return true;
}

static bool
cmd_run_program(struct repl *r, int argc, char **argv)
{
    struct goal goal = { .kind = GOAL_END };

    (void)argc;
    (void)argv;
    if (world_steps(r->w) > 0 && !repl_open(r))
        return false;
    return move_to(r, &goal);
}

static bool
cmd_quit(struct repl *r, int argc, char **argv)
{
    uint64_t status = 0;

    if (argc > 1 && (!units_number(argv[1], &status) || status > 255))
        return repl_fail(r, "quit %s: expected an exit status from 0 to 255",
                         argv[1]);
    r->status = (int)status;
    r->quit = true;
    return true;
}

static bool
cmd_lua(struct repl *r, int argc, char **argv)
{
    enum repl_result res;

    (void)argc;
    res = repl_lua(r, argv[1]);
    return res == REPL_OK || res == REPL_MORE;
}

const struct repl_cmd cmd_program[] = {
    { .name = "load",
      .min_args = 1,
      .max_args = -1,
      .usage = "FILE [ARG ...]",
      .help = "load a program and stop before its first step",
      .group = GROUP_PROGRAM,
      .arg = ARG_FILE,
      .exec = cmd_load },
    { .name = "reload",
      .usage = "",
      .help = "read the program again and start afresh",
      .group = GROUP_PROGRAM,
      .exec = cmd_reload },
    { .name = "run",
      .alias = "r",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "from the start to the end, or to a stop",
      .group = GROUP_PROGRAM,
      .exec = cmd_run_program },
    { .name = "lua",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_RAW | CMD_MOVES,
      .usage = "CODE",
      .help = "run Lua as a new goroutine, whatever its first word is",
      .more = "A line that is no command is run in the same way. The values\n"
              "of an expression are printed; what blocks stays parked.\n",
      .group = GROUP_PROGRAM,
      .arg = ARG_LUA,
      .exec = cmd_lua },
    { .name = "quit",
      .alias = "q",
      .max_args = 1,
      .usage = "[STATUS]",
      .help = "leave",
      .group = GROUP_PROGRAM,
      .exec = cmd_quit },
    { .name = NULL },
};
