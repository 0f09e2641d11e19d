/*
 * theme.h - colours, and the table of all that is known about a state.
 *
 * A place on the screen has an ink (a role); the theme says which colour that
 * is. A goroutine has a state; its row says colour, glyph, letter, pattern.
 * Hues belong to states alone: selection and change are rings.
 */
#ifndef VIZ_THEME_H
#define VIZ_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "glyph.h"
#include "gopark.h"

enum theme_id { THEME_DARK, THEME_LIGHT, THEME_CONTRAST };
enum { NTHEME = THEME_CONTRAST + 1 };

/* The states a picture tells apart. */
enum vstate {
    VS_RUNNING,
    VS_RUNNABLE,
    VS_WAITING,
    VS_SLEEPING,
    VS_SYSCALL,
    VS_BAD, /* leaked, deadlocked, panicked */
    VS_DONE,
};
enum { NVSTATE = VS_DONE + 1 };

enum ink {
    INK_NONE,
    INK_BACK, /* behind everything */
    INK_BAR,  /* the bar at the top */
    INK_PANEL,
    INK_ROW,  /* a P, a strip of the source */
    INK_WELL, /* a place that can hold something */
    INK_EDGE,
    INK_TEXT,
    INK_DIM,   /* labels */
    INK_FAINT, /* empty places, guides */
    INK_SLOT,  /* a used slot of a buffer */
    INK_BUTTON,
    INK_RING,  /* selection */
    INK_ALARM, /* text about something bad */
    INK_STATE, /* + enum vstate: its fill */
};
enum { NINK = INK_STATE + NVSTATE };

enum pattern {
    PATTERN_SOLID,
    PATTERN_DIAGONAL,
    PATTERN_DOTS,
    PATTERN_HORIZONTAL,
    PATTERN_CROSS,
    PATTERN_OUTLINE,
};

struct state_row {
    const char *word;
    char letter;      /* as the text view prints it */
    enum glyph glyph; /* where the reason does not give a better one */
    enum pattern pattern;
    float edge;            /* px of the outline */
    int xterm;             /* colour of 256 */
    uint32_t fill[NTHEME]; /* 0xRRGGBB */
    uint32_t text;         /* on the fill */
};

const struct state_row *theme_state(enum vstate s);
uint32_t theme_colour(enum theme_id t, enum ink ink);
const char *theme_name(enum theme_id t);
/* By its name; false if there is none. */
bool theme_find(const char *name, enum theme_id *out);
/* Outlines of chips: black on light themes, none on dark ones. */
float theme_outline(enum theme_id t);

/* The state of g; ended is the world's end. */
enum vstate theme_state_of(const struct gopark_g *g,
                           const struct gopark_end *ended);
/* The glyph that tells what g waits for. */
enum glyph theme_glyph(enum vstate s, enum g_reason reason);

#endif
