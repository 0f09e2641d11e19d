/*
 * cmd_render.h - `gopark render`: one moment of a program as a picture.
 */
#ifndef GOPARK_REPL_CMD_RENDER_H
#define GOPARK_REPL_CMD_RENDER_H

#include "options.h"

int cmd_render(const struct options *o);

#endif
