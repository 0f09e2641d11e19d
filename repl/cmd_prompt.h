/*
 * cmd_prompt.h - the commands of the shell that open the prompt.
 */
#ifndef GOPARK_REPL_CMD_PROMPT_H
#define GOPARK_REPL_CMD_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "options.h"

struct repl;

int cmd_prompt(const struct options *o);         /* gopark [FILE.lua ...] */
/* A session like these, which load begins. The exit status. */
int cmd_prompt_with(const struct options *o, bool (*load)(struct repl *r));
int cmd_replay_session(const struct options *o); /* gopark replay FILE */
/* What the program printed, where every line is an object. */
void prompt_json(const char *s, size_t n);

#endif
