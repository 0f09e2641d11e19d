/*
 * families.h - the tables of commands, each in the file of its name. A row
 * without a name ends a table.
 */
#ifndef GOPARK_REPL_FAMILIES_H
#define GOPARK_REPL_FAMILIES_H

#include "repl.h"

extern const struct repl_cmd cmd_program[];
extern const struct repl_cmd cmd_forward[];
extern const struct repl_cmd cmd_choose[];
extern const struct repl_cmd cmd_backward[];
extern const struct repl_cmd cmd_stops[];
extern const struct repl_cmd cmd_look[];
extern const struct repl_cmd cmd_machine[];
extern const struct repl_cmd cmd_objects[];
extern const struct repl_cmd cmd_events[];
extern const struct repl_cmd cmd_explain_group[];
extern const struct repl_cmd cmd_inject_group[];
extern const struct repl_cmd cmd_export_group[];
extern const struct repl_cmd cmd_settings[];
extern const struct repl_cmd cmd_explore[];
extern const struct repl_cmd cmd_keep[];
extern const struct repl_cmd cmd_view[];
extern const struct repl_cmd cmd_learn_group[];
extern const struct repl_cmd cmd_litmus_group[];
extern const struct repl_cmd cmd_help[];

#endif
