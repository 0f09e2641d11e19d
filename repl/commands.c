/*
 * commands.c - all commands: the families, and finding a command by its name.
 */
#include <stdlib.h>
#include <string.h>

#include "families.h"
#include "repl.h"

/* A family is one line here and one in families.h. */
static const struct repl_cmd *const family[] = {
    cmd_program,     cmd_forward,      cmd_choose,        cmd_backward,
    cmd_stops,       cmd_look,         cmd_machine,       cmd_objects,
    cmd_events,      cmd_settings,     cmd_explain_group, cmd_inject_group,
    cmd_explore,     cmd_export_group, cmd_keep,          cmd_view,
    cmd_learn_group, cmd_litmus_group, cmd_help,
};
enum { NFAMILY = sizeof family / sizeof family[0], MOST = 256 };

static const char *const group_name[REPL_NGROUP] = {
    [GROUP_PROGRAM] = "program", [GROUP_FORWARD] = "forward",
    [GROUP_CHOOSE] = "choose",   [GROUP_BACKWARD] = "backward",
    [GROUP_STOPS] = "stops",     [GROUP_LOOK] = "look",
    [GROUP_EXPLAIN] = "explain", [GROUP_INJECT] = "inject",
    [GROUP_EXPLORE] = "explore", [GROUP_SETTINGS] = "settings",
    [GROUP_KEEP] = "keep",       [GROUP_VIEW] = "view",
    [GROUP_LEARN] = "learn",     [GROUP_HELP] = "help",
};

const char *
repl_group_name(enum repl_group g)
{
    return group_name[g];
}

static const struct repl_cmd *all[MOST]; /* by group, then as in family[] */
static int ncmd;

static void
collect(enum repl_group g)
{
    for (int f = 0; f < NFAMILY; f++)
        for (const struct repl_cmd *c = family[f]; c->name != NULL; c++)
            if (c->group == g && ncmd < MOST)
                all[ncmd++] = c;
}

const struct repl_cmd *
repl_cmd_at(int i)
{
    if (ncmd == 0)
        for (int g = 0; g < REPL_NGROUP; g++)
            collect((enum repl_group)g);
    return i >= 0 && i < ncmd ? all[i] : NULL;
}

static bool
is_name(const struct repl_cmd *c, const char *word)
{
    return strcmp(c->name, word) == 0 ||
           (c->alias != NULL && strcmp(c->alias, word) == 0);
}

const struct repl_cmd *
repl_cmd_find(const char *word, int *nmatch)
{
    const struct repl_cmd *c, *found = NULL;
    size_t len = strlen(word);

    *nmatch = 0;
    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++) {
        if (is_name(c, word)) {
            *nmatch = 1;
            return c;
        }
        if (strncmp(c->name, word, len) == 0) {
            found = c;
            ++*nmatch;
        }
    }
    return *nmatch == 1 ? found : NULL;
}

void
repl_cmd_list(const char *word, struct text *t)
{
    const struct repl_cmd *c;
    size_t len = strlen(word);
    const char *sep = "";

    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++) {
        if (strncmp(c->name, word, len) == 0) {
            text_printf(t, "%s%s", sep, c->name);
            sep = ", ";
        }
    }
}
