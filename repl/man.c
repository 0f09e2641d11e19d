/*
 * man.c - the manual page and the README's reference, out of the tables that
 * dispatch, help and completion use: they cannot say anything else.
 */
#include "man.h"

#include <string.h>

#include "options.h"
#include "repl.h"

/* Text for troff: backslashes, hyphens, and dots that begin a line. */
static void
put(struct text *t, const char *s)
{
    if (*s == '.' || *s == '\'')
        text_puts(t, "\\&");
    for (; *s != '\0'; s++) {
        if (*s == '\\')
            text_puts(t, "\\e");
        else if (*s == '-')
            text_puts(t, "\\-");
        else
            text_add(t, s, 1);
    }
}

static void
entry(struct text *t, const char *name, const char *alias, const char *args,
      const char *help)
{
    text_puts(t, ".TP\n.B ");
    put(t, name);
    if (args != NULL && *args != '\0') {
        text_puts(t, " ");
        put(t, args);
    }
    if (alias != NULL) {
        text_puts(t, " \\fR(short: ");
        put(t, alias);
        text_puts(t, ")");
    }
    text_puts(t, "\n");
    put(t, help);
    text_puts(t, "\n");
}

static void
shell(struct text *t)
{
    const char *name, *arg, *help;

    text_puts(t, ".SH COMMANDS\n");
    for (const struct shell_cmd *c = shell_cmds; c->name != NULL; c++)
        entry(t, c->name[0] ? c->name : "gopark", NULL, c->args, c->help);
    text_puts(t, ".SH OPTIONS\n"
                 "Options stand before or after the command; \\-\\- ends "
                 "them, and of a repeated one the last counts.\n");
    for (int i = 0; options_at(i, &name, &arg, &help); i++)
        entry(t, name, NULL, arg, help);
}

static void
prompt(struct text *t)
{
    const struct repl_cmd *c;
    int group = -1;

    text_puts(t, ".SH THE PROMPT\n"
                 "A line whose first word is a command, or the beginning of "
                 "exactly one, is that command; every other line is Lua and "
                 "runs as a new goroutine. An empty line repeats the last "
                 "stepping command. Every listing takes \\-\\-json.\n");
    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++) {
        if ((int)c->group != group) {
            group = (int)c->group;
            text_printf(t, ".SS %s\n", repl_group_name(c->group));
        }
        entry(t, c->name, c->alias, c->usage, c->help);
    }
}

void
man_write(struct text *t)
{
    text_puts(t, ".TH GOPARK 1\n.SH NAME\n"
                 "gopark \\- a laboratory for Go's concurrency\n"
                 ".SH SYNOPSIS\n.B gopark\n"
                 "[\\fIoption\\fR ...] [\\fIcommand\\fR] [\\fIFILE.lua\\fR "
                 "[\\fIargument\\fR ...]]\n.SH DESCRIPTION\n"
                 "Runs a program written in Lua on a simulated Go runtime: "
                 "goroutines, channels, select, locks, timers, processors "
                 "and work stealing. The program can be stepped forwards and "
                 "backwards, looked at, and broken on purpose.\n");
    shell(t);
    prompt(t);
    text_puts(t, ".SH EXIT STATUS\n0: the program ended well. 1: usage, a "
                 "missing file, a script that does not compile, a command "
                 "error in batch mode. 2: panic, deadlock, fatal error. 3: a "
                 "check found something. 4: a limit. 130: interrupted. "
                 "os.exit(n): n.\n"
                 ".SH FILES\n.I $XDG_STATE_HOME/gopark/history\n"
                 "(otherwise ~/.local/state/gopark/history): lines typed.\n");
}

void
man_reference(struct text *t)
{
    const struct repl_cmd *c;
    int group = -1;

    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++) {
        if ((int)c->group != group) {
            group = (int)c->group;
            text_printf(t, "\n**%s**\n\n", repl_group_name(c->group));
        }
        text_printf(t, "- `%s%s%s`%s%s%s: %s\n", c->name,
                    c->usage[0] ? " " : "", c->usage, c->alias ? " (`" : "",
                    c->alias ? c->alias : "", c->alias ? "`)" : "", c->help);
    }
}
