/*
 * window.h - the window of viz/ beside the prompt.
 */
#ifndef GOPARK_REPL_WINDOW_H
#define GOPARK_REPL_WINDOW_H

/* Let the prompt know that there are windows and pictures (view.h). */
void window_install(void);

#endif
