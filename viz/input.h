/*
 * input.h - what keys and mouse do, without SDL.
 *
 * An event changes the view (scroll, zoom, the help page) or asks for
 * something; what it asks for is a command of the prompt, as text. Nothing
 * here touches the world.
 */
#ifndef VIZ_INPUT_H
#define VIZ_INPUT_H

#include <stdbool.h>

#include "scene.h"

enum key {
    KEY_NONE,
    KEY_SPACE,
    KEY_RIGHT,
    KEY_LEFT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_SLOWER,
    KEY_FASTER,
    KEY_MINUS,
    KEY_PLUS,
    KEY_FULL,
    KEY_THEME,
    KEY_LANG,
    KEY_SAVE,
    KEY_HELP,
    KEY_ESCAPE,
    KEY_LAYOUT, /* + 0..4 */
};

enum { COMMAND_MAX = 256 };

/* What comes of an event. */
struct reply {
    char command[COMMAND_MAX]; /* for the prompt, "" none */
    bool pause;                /* stop what runs, before the command */
    bool view;                 /* the view has changed: draw again */
    bool fullscreen;           /* toggle */
};

/* What an event meets. */
struct input_in {
    struct view *view;
    const struct scene *scene;
    const struct viz_now *now;
    const struct census *census;
    const struct timeline *timeline;
};

void input_key(const struct input_in *in, enum key k, bool shift,
               struct reply *out);
void input_click(const struct input_in *in, float x, float y, bool twice,
                 struct reply *out);
/* The pointer moved with the button down; it went down at x0, y0. */
void input_drag(const struct input_in *in, float x0, float y0, float x, float y,
                struct reply *out);
/* The button went up after a drag. */
void input_release(const struct input_in *in, struct reply *out);
/* dx, dy in notches; ctrl zooms. */
void input_wheel(const struct input_in *in, float x, float y, float dx,
                 float dy, bool ctrl, struct reply *out);

#endif
