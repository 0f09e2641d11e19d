/*
 * cmd_prompt.h - the commands of the shell that open the prompt.
 */
#ifndef GOPARK_REPL_CMD_PROMPT_H
#define GOPARK_REPL_CMD_PROMPT_H

#include "options.h"

int cmd_prompt(const struct options *o);         /* gopark [FILE.lua ...] */
int cmd_replay_session(const struct options *o); /* gopark replay FILE */

#endif
