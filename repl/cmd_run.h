/*
 * cmd_run.h - the commands of the shell that run a program, see shell_cmds.
 */
#ifndef GOPARK_REPL_CMD_RUN_H
#define GOPARK_REPL_CMD_RUN_H

#include "options.h"

int cmd_run(const struct options *o);

#endif
