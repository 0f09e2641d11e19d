/*
 * cmd_lessons.h - the shell's commands for learning and teaching.
 */
#ifndef GOPARK_REPL_CMD_LESSONS_H
#define GOPARK_REPL_CMD_LESSONS_H

#include "options.h"

/* gopark learn [CHAPTER[.SECTION]], gopark learn --check-pack DIR */
int cmd_learn_shell(const struct options *o);
/* gopark demo SECTION|NAME|FILE.lua */
int cmd_demo_shell(const struct options *o);
/* gopark verify EXERCISE [FILE], gopark verify --all DIR */
int cmd_verify_shell(const struct options *o);

#endif
