/*
 * cmd_check.h - `gopark check`: many schedules of a program.
 */
#ifndef GOPARK_REPL_CMD_CHECK_H
#define GOPARK_REPL_CMD_CHECK_H

#include "options.h"

int cmd_check(const struct options *o);

#endif
