/*
 * screen.h - the whole terminal as a page: rows out, keys in.
 *
 * The page is on the terminal's other screen, so that what stood there before
 * is back when it closes, whatever way gopark ends, kill -9 excepted.
 */
#ifndef GOPARK_REPL_SCREEN_H
#define GOPARK_REPL_SCREEN_H

#include <stdbool.h>

#include "text.h"

enum screen_key {
    KEY_NONE,
    KEY_ENTER = '\n',
    KEY_ESCAPE = 27,
    KEY_ERASE = 127,
    KEY_UP = 256, /* beyond every character */
    KEY_DOWN,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_RESIZED, /* the size is another one: draw again */
    KEY_GONE,    /* the terminal is gone, or we are to end */
};

/* False: there is no terminal to draw on. */
bool screen_open(void);
void screen_close(void);
void screen_size(int *rows, int *columns);
/* Draw rows of text, one a line, from the top; cursor is the column of the
 * cursor in the last row but cursor_up, -1 hides it. */
void screen_draw(const struct text *page, int rows, int cursor_row,
                 int cursor_column);
/* Wait for a key, for fd to be readable (-1: nothing), or for ms (-1: for
 * ever). KEY_NONE: it was no key. */
int screen_key(int fd, int ms);
/* s in rows of at most width columns: longer ones are broken at a blank.
 * Escape sequences for colours are carried over. */
void screen_break(const char *s, int width, struct text *out);
/* One row of s, cut off at width. */
void screen_cut(const char *s, int width, struct text *out);

#endif
