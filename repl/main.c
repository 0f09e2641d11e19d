/*
 * main.c - the program: which command was asked for. Here alone errors are
 * printed and the process ends.
 */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cmd_bench.h"
#include "cmd_check.h"
#include "cmd_lessons.h"
#include "cmd_litmus.h"
#include "cmd_prompt.h"
#include "cmd_render.h"
#include "cmd_run.h"
#include "man.h"
#include "options.h"
#include "trace.h"
#include "window.h"

#ifndef GOPARK_VERSION
#define GOPARK_VERSION "0.1.0"
#endif

const struct shell_cmd shell_cmds[] = {
    { "", "[FILE.lua [ARG ...]]", "the prompt, before the first step", 0, -1,
      false, cmd_prompt },
    { "run", "FILE.lua [ARG ...]", "run it to its end", 1, -1, true, cmd_run },
    { "check", "FILE.lua [ARG ...]", "try many schedules", 1, -1, false,
      cmd_check },
    { "render", "FILE.lua -o OUT", "draw one moment (--at)", 1, -1, false,
      cmd_render },
    { "trace", "FILE.lua [ARG ...]", "run it, and write its events as a trace",
      1, -1, false, cmd_trace },
    { "replay", "FILE.replay", "a recorded session, at its end", 1, 1, false,
      cmd_replay_session },
    { "learn", "[CHAPTER[.SECTION]]", "chapters, demos and exercises", 0, 1,
      false, cmd_learn_shell },
    { "demo", "SECTION|NAME|FILE.lua", "play demos from stop to stop", 1, 1,
      false, cmd_demo_shell },
    { "verify", "EXERCISE [FILE] | --all DIR", "judge one exercise, or all", 0, 2, false,
      cmd_verify_shell },
    { "litmus", "[NAME|FILE ...]", "what weak memory allows (--model, --step)",
      0, -1, false, cmd_litmus_shell },
    { "bench", "[NAME ...]", "the project's own benchmarks", 0, -1,
      false, cmd_bench },
    { .name = NULL },
};

static int
print_text(void (*write)(struct text *t))
{
    struct text t = { 0 };

    write(&t);
    fputs(t.s, stdout);
    text_done(&t);
    return 0;
}

/* What is still to be written, is: a full disk must not look like success. */
static int
written(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "gopark: standard output: %s\n", strerror(errno));
    return status != 0 ? status : 1;
}

int
main(int argc, char **argv)
{
    struct options o;
    struct gopark_err err;
    int status = 1;

    setlocale(LC_CTYPE, "");
    window_install();
    if (options_parse(&o, argc, argv, &err) != GOPARK_OK)
        fprintf(stderr, "gopark: %s\n", err.text);
    else if (o.help)
        status = print_text(options_help);
    else if (o.man)
        status = print_text(man_write);
    else if (o.reference)
        status = print_text(man_reference);
    else if (o.version)
        status = printf("gopark %s\n", GOPARK_VERSION) < 0;
    else
        status = o.cmd->main(&o);
    options_free(&o);
    return written(status);
}
