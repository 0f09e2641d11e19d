/*
 * command.h - commands of the prompt that change how things are shown.
 */
#ifndef VIZ_COMMAND_H
#define VIZ_COMMAND_H

#include <stdbool.h>

#include "gopark.h"
#include "view.h"

/* As viz_command(), on a view. */
bool command_view(struct view *v, const struct world *w, const char *line,
                  struct gopark_err *err);

#endif
