/*
 * view.h - what is shown beside the prompt: nothing, the text panel, the
 * window.
 */
#ifndef GOPARK_REPL_VIEW_H
#define GOPARK_REPL_VIEW_H

#include "repl.h"

/* window, text, off. The window registers itself with view_window. */
bool view_set(struct repl *r, const char *what);
/* Opens the window, or closes it; false after repl_fail. NULL: this build has
 * none. */
extern bool (*view_window)(struct repl *r, bool open);
/* A command about the view (theme, scale, focus) for the window to have. */
extern bool (*view_command)(struct repl *r, const char *line);

/* Draws this moment into a file; NULL: this build cannot. */
extern bool (*view_render)(struct repl *r, const char *path);

/* Steps a to b as an animated picture, one frame after the other. */
extern bool (*view_record)(struct repl *r, const char *path, uint64_t a,
                           uint64_t b);

/* textview.c: the panel for this moment, at most width columns wide. */
void textview_draw(struct repl *r, int width, struct text *t);

#endif
