/*
 * cmd_litmus.h - `gopark litmus [NAME|FILE ...]`: what weak memory allows.
 */
#ifndef GOPARK_REPL_CMD_LITMUS_H
#define GOPARK_REPL_CMD_LITMUS_H

#include "options.h"

int cmd_litmus_shell(const struct options *o);

#endif
