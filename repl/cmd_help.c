/*
 * cmd_help.c - help, out of the commands' own rows.
 */
#include <stdio.h>
#include <string.h>

#include "families.h"
#include "help_zh.h"
#include "rows.h"
#include "suggest.h"

static const char *
help_of(const struct repl *r, const struct repl_cmd *c)
{
    const struct help_zh *zh = help_zh_find(c->name);

    return REPL_SAY(r, c->help, zh != NULL ? zh->help : c->help);
}

static const char *
more_of(const struct repl *r, const struct repl_cmd *c)
{
    const struct help_zh *zh = help_zh_find(c->name);

    return REPL_SAY(r, c->more, zh != NULL ? zh->more : c->more);
}

static const char *
group_of(const struct repl *r, enum repl_group g)
{
    static const char *const zh[REPL_NGROUP] = {
        [GROUP_PROGRAM] = "程序", [GROUP_FORWARD] = "前进",
        [GROUP_CHOOSE] = "选择",  [GROUP_BACKWARD] = "后退",
        [GROUP_STOPS] = "停止点", [GROUP_LOOK] = "查看",
        [GROUP_EXPLAIN] = "解释", [GROUP_INJECT] = "注入故障",
        [GROUP_EXPLORE] = "搜索", [GROUP_SETTINGS] = "设置",
        [GROUP_KEEP] = "保存",    [GROUP_VIEW] = "显示",
        [GROUP_LEARN] = "学习",   [GROUP_HELP] = "帮助",
    };

    return REPL_SAY(r, repl_group_name(g), zh[g]);
}

static void
row_cmd(struct rows *t, const struct repl *r, const struct repl_cmd *c)
{
    rows_next(t);
    rows_str(t, "command", c->name);
    rows_str(t, "alias", c->alias);
    rows_str(t, "usage", c->usage);
    rows_str(t, "help", help_of(r, c));
    rows_str(t, "group", repl_group_name(c->group));
    rows_text(t, "  %s%s%s", c->name, c->alias ? ", " : "",
              c->alias ? c->alias : "");
    rows_text(t, "%s", help_of(r, c));
}

static void
help_all(struct repl *r)
{
    const struct repl_cmd *c;
    int group = -1;
    struct rows t;

    rows_begin(&t, r);
    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++) {
        if ((int)c->group != group && !r->json) {
            group = (int)c->group;
            rows_next(&t);
            rows_text(&t, "%s", group_of(r, c->group));
        }
        row_cmd(&t, r, c);
    }
    rows_end(&t, NULL);
    if (!r->json)
        repl_puts(r, REPL_SAY(r,
                              "\n'help COMMAND' tells more. Everything else is "
                              "Lua and runs as a new goroutine.\nAn empty line "
                              "repeats the last stepping command; every listing "
                              "takes --json.\n",
                              "\n'help COMMAND' 说得更详细。不是命令的都是 Lua,"
                              "作为新的 goroutine 运行。\n空行重复上一个前进的"
                              "命令;每个列表都可以加 --json。\n"));
}

static bool
help_group(struct repl *r, const char *name)
{
    const struct repl_cmd *c;
    bool found = false;
    struct rows t;

    rows_begin(&t, r);
    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++)
        if (strcmp(repl_group_name(c->group), name) == 0 ||
            strcmp(group_of(r, c->group), name) == 0) {
            row_cmd(&t, r, c);
            found = true;
        }
    rows_end(&t, NULL);
    return found;
}

static bool
no_such(struct repl *r, const char *word)
{
    struct suggest near = { .word = word };
    const struct repl_cmd *c;
    const char *best;

    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++)
        suggest_offer(&near, c->name);
    best = suggest_best(&near);
    if (best != NULL)
        return repl_fail(r, "%s: no such command; did you mean %s?", word,
                         best);
    return repl_fail(r, "%s: no such command; 'help' lists them", word);
}

static bool
cmd_help_(struct repl *r, int argc, char **argv)
{
    const struct repl_cmd *c;
    int n;

    if (argc == 1) {
        help_all(r);
        return true;
    }
    c = repl_cmd_find(argv[1], &n);
    if (c == NULL || strcmp(c->name, argv[1]) != 0) {
        if (help_group(r, argv[1]))
            return true;
    }
    if (c == NULL && n > 1) {
        struct text t = { 0 };

        repl_cmd_list(argv[1], &t);
        repl_fail(r, "%s is ambiguous: could be %s", argv[1], t.s);
        text_done(&t);
        return false;
    }
    if (c == NULL)
        return no_such(r, argv[1]);
    if (r->json) {
        struct rows t;

        rows_begin(&t, r);
        row_cmd(&t, r, c);
        rows_str(&t, "more", more_of(r, c));
        rows_end(&t, NULL);
        return true;
    }
    repl_printf(r, "%s%s%s", c->name, c->usage[0] ? " " : "", c->usage);
    if (c->alias != NULL)
        repl_printf(r, REPL_SAY(r, "  (short: %s)", "  (简写:%s)"), c->alias);
    repl_printf(r, "\n%s\n", help_of(r, c));
    if (more_of(r, c) != NULL)
        repl_printf(r, "\n%s", more_of(r, c));
    return true;
}

/* "?" is the other short form. */
const struct repl_cmd cmd_help[] = {
    { .name = "help",
      .alias = "h",
      .max_args = 1,
      .usage = "[COMMAND]",
      .help = "the commands, or one of them",
      .group = GROUP_HELP,
      .arg = ARG_COMMAND,
      .exec = cmd_help_ },
    { .name = "?",
      .max_args = 1,
      .usage = "[COMMAND]",
      .help = "help",
      .group = GROUP_HELP,
      .arg = ARG_COMMAND,
      .exec = cmd_help_ },
    { .name = NULL },
};
