/*
 * cmd_choose.c - the decisions that are open, and taking one.
 */
#include "choose.h"
#include "families.h"
#include "report.h"

static bool
cmd_choices(struct repl *r, int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return chooser_list(r, false);
}

static bool
cmd_pick(struct repl *r, int argc, char **argv)
{
    uint64_t k;

    (void)argc;
    if (world_end(r->w)->how != END_NOT)
        return report_refuse(r);
    return arg_number(r, argv[1], "a number of the list of 'choices'", &k) &&
           chooser_pick(r, k);
}

const struct repl_cmd cmd_choose[] = {
    { .name = "choices",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "every decision open at this point, and what each would do",
      .more = "Which M moves, which select case, whom to steal from, which\n"
              "goroutine is next. 'set policy manual' asks at each of them\n"
              "that has more than one answer.\n",
      .group = GROUP_CHOOSE,
      .exec = cmd_choices },
    { .name = "pick",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_MOVES,
      .usage = "K",
      .help = "take decision K of the list, and step",
      .group = GROUP_CHOOSE,
      .exec = cmd_pick },
    { .name = NULL },
};
