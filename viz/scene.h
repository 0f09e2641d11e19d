/*
 * scene.h - what is drawn where: a list of items in logical pixels.
 *
 * The scene is pure: world, session and view go in, items come out. It knows
 * no cairo and no SDL; widths of text come from a callback. An item that
 * stands for something (kind, id) can be hit, has a tooltip and a command; an
 * item with a key keeps its identity from one scene to the next, and moves.
 *
 * S1  Every goroutine that the inspection shows is home exactly once: one item
 *     with IT_HOME has its id, or one group has it as a member.
 * S2  Texts of one panel do not overlap; a text is no wider than its item.
 * S3  Items are painted in their order, except that chips of goroutines come
 *     last: lines pass behind them.
 */
#ifndef VIZ_SCENE_H
#define VIZ_SCENE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "census.h"
#include "theme.h"
#include "timeline.h"
#include "view.h"
#include "viz.h"
#include "warp.h"

enum font {
    FONT_TINY,
    FONT_SMALL,
    FONT_BODY,
    FONT_STRONG,
    FONT_CHIP,
    FONT_HEAD,
    FONT_BIG,
    FONT_MONO,
    FONT_MONO_STRONG,
};
enum { NFONT = FONT_MONO_STRONG + 1 };
/* px, and the height of a line */
float font_size(enum font f);
float font_line(enum font f);

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

enum shape {
    SHAPE_BOX, /* rounded rectangle: fill, edge */
    SHAPE_TEXT,
    SHAPE_CHIP, /* a goroutine: state, glyph, text, second line */
    SHAPE_CELL, /* a goroutine as a small square */
    SHAPE_BAR,  /* a stretch in a state's colour and pattern */
    SHAPE_GLYPH,
    SHAPE_WIRE,  /* from x, y to x+w, y+h; r bends it */
    SHAPE_CURVE, /* points first..first+count-1 of the scene */
    SHAPE_AREA,  /* the same, filled down to y+h */
};

enum {
    IT_HOME = 1 << 0,     /* the goroutine's one place */
    IT_GHOST = 1 << 1,    /* stands in a queue for a select */
    IT_REF = 1 << 2,      /* mentions a goroutine that is elsewhere */
    IT_SELECTED = 1 << 3, /* white ring */
    IT_CHANGED = 1 << 4,  /* dashed ring: by this step */
    IT_DIM = 1 << 5,
    IT_DASHED = 1 << 6,
    IT_ARROW = 1 << 7, /* at the end of a wire */
    IT_HATCH = 1 << 8,
    IT_DISABLED = 1 << 9,
    IT_MOVES = 1 << 10, /* takes part in motion */
    IT_LABEL = 1 << 11, /* its text counts for S2 */
    IT_SOLID = 1 << 12, /* a mention that looks like the goroutine */
};

struct item {
    uint8_t shape, kind; /* enum shape, enum thing_kind */
    uint8_t panel, clip; /* enum panel_id; clipped to its body */
    uint8_t font, align;
    uint8_t fill, edge, ink; /* enum ink */
    uint8_t state, glyph;
    uint16_t flags;
    uint32_t id, sub;
    float x, y, w, h, r;
    float textw;           /* natural width of the text */
    uint32_t text, text2;  /* in the arena; 0: none */
    uint32_t cmd, tip;     /* likewise */
    uint32_t first, count; /* members, or points */
    uint64_t key;          /* 0: does not move */
};

struct rect {
    float x, y, w, h;
};

struct panel {
    bool shown;
    struct rect box, body;
};

struct point {
    float x, y;
};

/* A value on its way in the last step: from g, or out of object's slot. */
struct token {
    uint32_t g, object, to;
    int32_t slot; /* -1 none */
    bool out;
};

enum { TOKENS_MAX = 8 };

struct scene {
    struct item *item;
    uint32_t nitem, item_room;
    char *arena;
    uint32_t narena, arena_room;
    uint32_t *member; /* goroutine ids */
    uint32_t nmember, member_room;
    struct point *point;
    uint32_t npoint, point_room;
    struct panel panel[NPANEL];
    struct token token[TOKENS_MAX];
    int ntoken;
    float w, h; /* logical size */
    uint64_t step;
    struct warp time; /* the timeline's scale */
    struct rect slider;
    uint32_t first_over; /* items from here on lie over all others */
    bool failed;         /* host memory ran out: it is incomplete */
};

/* Natural width of s in f, logical px. */
struct measure {
    float (*width)(void *ctx, enum font f, const char *s);
    void *ctx;
};

/* All a scene is built from. */
struct scene_in {
    const struct viz_now *now;
    const struct viz_host *host;
    const struct census *census; /* of now->w */
    const struct timeline *timeline;
    struct view *view; /* only scroll_max is written */
    struct measure measure;
    float w, h; /* logical size */
};

void scene_build(struct scene *s, const struct scene_in *in);
void scene_fini(struct scene *s);
const char *scene_text(const struct scene *s, uint32_t at);
/* The topmost thing at x, y; NULL where there is none. */
const struct item *scene_hit(const struct scene *s, float x, float y);
/* The home of g: its item, or the group it is a member of. */
const struct item *scene_home(const struct scene *s, uint32_t g);
/* The panel at x, y. */
enum panel_id scene_panel_at(const struct scene *s, float x, float y);
/* The visible part of an item. */
struct rect scene_visible(const struct scene *s, const struct item *it);

/* --- for the layout files ---------------------------------------------- */

enum { CYCLE_MAX = 32 };

/* Who waits in a circle. */
struct cycle {
    const struct viz_edge *edge;
    int n;
    struct viz_edge own[CYCLE_MAX];
};

struct build {
    struct scene *s;
    const struct scene_in *in;
    const struct world *w;
    const struct census *c;
    struct view *v;
    uint8_t *placed; /* by id: has a home */
    uint8_t panel, clip;
    uint8_t *touched; /* by id: changed in the last step */
    struct cycle cycle;
};

struct item *scene_add(struct build *b, enum shape shape, struct rect r);
struct item *scene_box(struct build *b, struct rect r, float radius,
                       enum ink fill, enum ink edge);
/* Text in r, one line, shortened with dots to fit. */
struct item *scene_label(struct build *b, struct rect r, enum font f,
                         enum ink ink, enum align a, const char *fmt, ...)
    __attribute__((format(printf, 6, 7)));
struct item *scene_glyph(struct build *b, float x, float y, float size,
                         enum glyph g, enum ink ink);
struct item *scene_wire(struct build *b, float x0, float y0, float x1, float y1,
                        float bend, enum ink ink, unsigned flags);
uint32_t scene_say(struct scene *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
uint32_t scene_point(struct scene *s, float x, float y);
bool scene_member(struct scene *s, uint32_t g);
float scene_width(const struct build *b, enum font f, const char *s);
/* Bytes of s that fit in width w, by whole words, at least one. */
size_t scene_words(const struct build *b, enum font f, const char *s, float w);
const char *scene_word(const struct build *b, enum text t);
uint32_t scene_subject(const struct build *b);
/* How the program ended; "" while it has not. May use buf. */
const char *scene_ending(const struct build *b, char *buf, size_t size);
/* What is wrong with the bad ones of w: leaked, deadlocked, panicked. */
enum text scene_bad_word(const struct world *w);
void scene_is(struct item *it, enum thing_kind kind, uint32_t id, uint32_t sub);

/* A panel with its title; what follows is clipped to its body until
 * scene_panel_end(), which notes how far the content went. */
void scene_panel_begin(struct build *b, enum panel_id p, const char *title,
                       const char *note);
void scene_panel_end(struct build *b, enum panel_id p, float bottom);

/* Whom the last step touched, and what it carried. */
void scene_touch(struct build *b);

void lay_panels(struct build *b); /* where each panel goes */
void lay_top(struct build *b);
void lay_sched(struct build *b);
float lay_shelves(struct build *b, float x, float y, float w);
void lay_cells(struct build *b);
void lay_chans(struct build *b);
void lay_source(struct build *b);
void lay_inspector(struct build *b);
void lay_timeline(struct build *b);
void lay_output(struct build *b);
void lay_cycle(struct build *b);
void cycle_find(struct build *b);
void cycle_dim(struct build *b); /* what is not in the cycle */
void lay_focus(struct build *b);
void lay_help(struct build *b);
/* The caption at the bottom: the room it takes, and drawing it there. */
float lay_caption_height(struct build *b);
void lay_caption(struct build *b, float height);

#endif
