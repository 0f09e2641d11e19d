/*
 * view.h - the state of looking: theme, scale, layout, what is selected.
 *
 * Nothing here belongs to the world or to the session; two windows on one
 * world would have two views.
 */
#ifndef VIZ_VIEW_H
#define VIZ_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "text_i18n.h"
#include "theme.h"

enum panel_id {
    PANEL_TOP,
    PANEL_SCHED,
    PANEL_CELLS, /* all goroutines, when there are too many for chips */
    PANEL_CYCLE, /* a deadlock, where there is one */
    PANEL_CHANS,
    PANEL_SOURCE,
    PANEL_INSPECTOR,
    PANEL_TIMELINE,
    PANEL_OUTPUT,
};
enum { NPANEL = PANEL_OUTPUT + 1 };

/* What a part of the picture stands for. */
enum thing_kind {
    TH_NONE,
    TH_G,      /* id: goroutine */
    TH_P,      /* id: P + 1 */
    TH_M,      /* id: M + 1 */
    TH_OBJECT, /* id: object */
    TH_SLOT,   /* id: object, sub: slot */
    TH_QUEUE,  /* sub: enum place_text */
    TH_GROUP,  /* several goroutines: the item's members */
    TH_LINE,   /* sub: source line */
    TH_BUTTON, /* sub: enum button */
    TH_TIME,   /* a place on the timeline */
    TH_CURVE,  /* sub: which */
    TH_STATE,  /* sub: enum vstate, in the legend */
};

struct thing {
    enum thing_kind kind;
    uint32_t id;
};

enum button {
    BUTTON_FIRST,
    BUTTON_BACK,
    BUTTON_PLAY,
    BUTTON_STEP,
    BUTTON_LAST,
    BUTTON_SPEED,
    BUTTON_HELP,
    BUTTON_THEME,
    BUTTON_LANG,
};

enum { VIEW_NLANE = 4 };

struct view {
    enum theme_id theme;
    enum lang lang;
    float scale;               /* of the whole interface */
    int layout;                /* 1..5 */
    bool still;                /* reduced motion */
    bool help;                 /* the page of keys is open */
    bool no_cjk;               /* Chinese is asked for and there is no font */
    struct thing selected;     /* what the inspector shows */
    struct thing focus;        /* TH_NONE: everything */
    uint32_t lane[VIEW_NLANE]; /* goroutines with a lane of their own */
    float scroll[NPANEL];      /* px */
    float scroll_max[NPANEL];  /* as the last scene found them */
    int64_t time_from;         /* left end of the timeline, -1: follows */
    int64_t time_span;         /* its width in ns, 0: by itself */
    int64_t held_from;         /* the same while time is dragged: the axis */
    int64_t held_span;         /* stands still then; 0: it is not */
};

void view_init(struct view *v);
/* Select t; a goroutine also gets a lane. */
void view_select(struct view *v, struct thing t);
/* Scroll a panel by dy px, within its content. */
void view_scroll(struct view *v, enum panel_id p, float dy);
/* Scale, kept within 0.5..4 in steps of a quarter. */
float view_scale_step(const struct view *v, int steps);

#endif
