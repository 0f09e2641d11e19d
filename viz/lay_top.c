/*
 * lay_top.c - the bar: buttons, speed, where we are, totals, and how the
 * program ended.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scene.h"

enum { BUTTON_W = 36, BUTTON_GAP = 6 };

/* Speeds of the slider: virtual s a second, in powers of ten. */
#define SPEED_LOW  (-6.0)
#define SPEED_HIGH 0.0

static const struct button_row {
    enum button button;
    enum glyph glyph;
    enum text tip;
    const char *command;
} button_row[] = {
    { BUTTON_FIRST, GLYPH_FIRST, T_TIP_FIRST, "goto 0" },
    { BUTTON_BACK, GLYPH_BACK, T_TIP_BACK, "back" },
    { BUTTON_PLAY, GLYPH_PLAY, T_TIP_PLAY, "continue" },
    { BUTTON_STEP, GLYPH_FORWARD, T_TIP_STEP, "step" },
    { BUTTON_LAST, GLYPH_LAST, T_TIP_LAST, "goto end" },
};

/* Why a button cannot be pressed; NTEXT: it can. */
static enum text
refusal(const struct build *b, enum button which)
{
    bool ended;

    if (b->w == NULL)
        return T_WHY_NOT_LOADED;
    ended =
        world_end(b->w)->how != END_NOT && b->s->step >= b->in->now->last_step;
    switch (which) {
    case BUTTON_FIRST:
    case BUTTON_BACK:
        return b->s->step == 0 ? T_WHY_AT_START : (enum text)NTEXT;
    case BUTTON_PLAY:
    case BUTTON_STEP:
    case BUTTON_LAST:
        return ended ? T_WHY_AT_END : (enum text)NTEXT;
    case BUTTON_SPEED:
    case BUTTON_HELP:
    case BUTTON_THEME:
    case BUTTON_LANG:
        break;
    }
    return (enum text)NTEXT;
}

static float
buttons(struct build *b, float h)
{
    float pad = h < 40 ? 4 : 8, x = 12, bh = h - 2 * pad,
          wide = b->s->w > 900 ? BUTTON_W : 30;

    for (size_t i = 0; i < sizeof button_row / sizeof button_row[0]; i++) {
        const struct button_row *row = &button_row[i];
        enum text no = refusal(b, row->button);
        bool off = no != (enum text)NTEXT;
        bool playing = row->button == BUTTON_PLAY && b->in->now->playing;
        struct item *it = scene_box(b, (struct rect){ x, pad, wide, bh }, 6,
                                    INK_BUTTON, INK_EDGE);
        scene_is(it, TH_BUTTON, row->button + 1, 0);
        it->tip = scene_say(b->s, "%s", scene_word(b, off ? no : row->tip));
        if (off)
            it->flags |= IT_DISABLED;
        else
            it->cmd = scene_say(b->s, "%s", playing ? "pause" : row->command);
        scene_glyph(b, x + wide / 2 - 6, h / 2 - 6, 12,
                    playing ? GLYPH_PAUSE : row->glyph,
                    off ? INK_FAINT : INK_TEXT);
        x += wide + BUTTON_GAP;
    }
    return x;
}

/* Where on the slider a pace is, 0..1; free running is its end. */
static float
pace_place(double pace)
{
    double v;

    if (pace <= 0)
        return 1;
    v = (log10(pace) - SPEED_LOW) / (SPEED_HIGH - SPEED_LOW) * 0.95;
    return v < 0 ? 0 : v > 0.95f ? 0.95f : (float)v;
}

static float
speed(struct build *b, float x, float h)
{
    float at = pace_place(b->in->now->pace), y = h / 2;
    float w = b->s->w > 900 ? 92 : 60;
    char buf[32];
    bool roomy = b->s->w > 1100;
    struct item *it;

    if (roomy)
        scene_label(b, (struct rect){ x + 8, y - 8, 40, 16 }, FONT_BODY,
                    INK_DIM, ALIGN_LEFT, "%s", scene_word(b, T_SPEED));
    x += roomy ? 52 : 8;
    b->s->slider = (struct rect){ x, y - 9, w, 18 };
    scene_box(b, (struct rect){ x, y - 2, w, 4 }, 2, INK_FAINT, INK_NONE);
    scene_box(b, (struct rect){ x, y - 2, w * at, 4 }, 2, INK_TEXT, INK_NONE);
    scene_box(b, (struct rect){ x + w * at - 6, y - 6, 12, 12 }, 6, INK_TEXT,
              INK_BAR);
    it = scene_box(b, b->s->slider, 0, INK_NONE, INK_NONE);
    scene_is(it, TH_BUTTON, BUTTON_SPEED + 1, 0);
    it->tip = scene_say(b->s, "%s", scene_word(b, T_TIP_SPEED));
    if (b->in->now->pace > 0)
        text_span(buf, sizeof buf, (long long)(b->in->now->pace * 1e9));
    else
        snprintf(buf, sizeof buf, "%s", scene_word(b, T_FREE));
    if (b->s->w <= 900)
        return x + w + 8;
    scene_label(b, (struct rect){ x + w + 12, y - 8, 64, 16 }, FONT_BODY,
                INK_DIM, ALIGN_LEFT, b->in->now->pace > 0 ? "%s/s" : "%s", buf);
    return x + w + 82;
}

/* One more word from x on, if there is room before limit. */
static float
word(struct build *b, float x, float h, float limit, enum font f, enum ink ink,
     const char *s)
{
    float w = scene_width(b, f, s) + 2;

    if (*s == '\0' || x + w > limit)
        return x;
    scene_label(b, (struct rect){ x, h / 2 - 9, w, 18 }, f, ink, ALIGN_LEFT,
                "%s", s);
    return x + w + (b->s->w > 900 ? 18 : 12);
}

const char *
scene_ending(const struct build *b, char *buf, size_t size)
{
    const struct gopark_end *e = world_end(b->w);

    buf[0] = '\0';
    switch (e->how) {
    case END_NOT:
        break;
    case END_RETURN:
        return scene_word(b, T_END_RETURN);
    case END_EXIT:
        snprintf(buf, size, scene_word(b, T_END_EXIT), e->code);
        break;
    case END_PANIC:
        snprintf(buf, size, "G%u: %s", e->g, scene_word(b, T_END_PANIC));
        break;
    case END_FATAL:
        snprintf(buf, size, "G%u: %s", e->g, scene_word(b, T_END_FATAL));
        break;
    case END_DEADLOCK:
        return scene_word(b, T_END_DEADLOCK);
    case END_NO_GS:
        return scene_word(b, T_END_NO_GS);
    case END_STALLED:
        return scene_word(b, T_END_STALLED);
    case END_STEPS:
    case END_TIME:
    case END_MEMORY:
    case END_GS:
        return scene_word(b, T_END_LIMIT);
    case END_CHECK:
        return scene_word(b, T_END_CHECK);
    }
    return buf;
}

static bool
ended_badly(const struct build *b)
{
    enum gopark_how how = world_end(b->w)->how;

    return how != END_NOT && how != END_RETURN && how != END_EXIT;
}

static float
totals(struct build *b, float x, float h, float limit)
{
    char buf[96], n[32];
    bool bad = b->c->bad > 0;

    text_count(n, sizeof n, b->c->live);
    if (bad && scene_bad_word(b->w) == T_PANICKED && b->c->bad > 1)
        snprintf(buf, sizeof buf, "%s %s (1 %s, %u %s)",
                 scene_word(b, T_CURVE_GS), n, scene_word(b, T_PANICKED),
                 b->c->bad - 1, scene_word(b, T_LEAKED));
    else if (bad)
        snprintf(buf, sizeof buf, "%s %s (%u %s)", scene_word(b, T_CURVE_GS), n,
                 b->c->bad, scene_word(b, scene_bad_word(b->w)));
    else
        snprintf(buf, sizeof buf, "%s %s", scene_word(b, T_CURVE_GS), n);
    return word(b, x, h, limit, FONT_STRONG, bad ? INK_ALARM : INK_TEXT, buf);
}

static void
focus_word(const struct build *b, char *buf, size_t size)
{
    struct gopark_object o;
    char name[24], label[64];

    buf[0] = '\0';
    snprintf(name, sizeof name, "G%u", b->v->focus.id);
    if (b->v->focus.kind == TH_G)
        snprintf(buf, size, scene_word(b, T_FOCUS), name);
    else if (b->v->focus.kind == TH_OBJECT &&
             world_object(b->w, b->v->focus.id, &o))
        snprintf(buf, size, scene_word(b, T_FOCUS),
                 gopark_object_label(&o, label, sizeof label));
}

/* Where we are, most important first: what has no room is left out. */
static void
place_and_totals(struct build *b, float x, float h, float limit)
{
    char buf[96], span[32];

    snprintf(buf, sizeof buf, scene_word(b, T_STEP),
             (unsigned long long)b->s->step);
    x = word(b, x, h, limit, FONT_HEAD, INK_TEXT, buf);
    x = totals(b, x, h, limit);
    snprintf(buf, sizeof buf, "t = %s",
             text_span(span, sizeof span, world_now(b->w)));
    x = word(b, x, h, limit, FONT_HEAD, INK_TEXT, buf);
    x = word(b, x, h, limit, FONT_STRONG, ended_badly(b) ? INK_ALARM : INK_DIM,
             scene_ending(b, buf, sizeof buf));
    focus_word(b, buf, sizeof buf);
    x = word(b, x, h, limit, FONT_STRONG, INK_TEXT, buf);
    snprintf(buf, sizeof buf, "GOMAXPROCS %d", world_nps(b->w));
    x = word(b, x, h, limit, FONT_BODY, INK_DIM, buf);
    snprintf(buf, sizeof buf, "%s %llu", scene_word(b, T_SEED),
             (unsigned long long)world_seed(b->w));
    word(b, x, h, limit, FONT_BODY, INK_DIM, buf);
}

/* A small button at the right end; returns the next one's right edge. */
static float
corner(struct build *b, float right, float h, enum button which,
       const char *label, enum glyph g, enum text tip, const char *cmd)
{
    float w = 30, pad = h < 40 ? 4 : 9;
    struct item *it =
        scene_box(b, (struct rect){ right - w, pad, w, h - 2 * pad }, 6,
                  INK_BUTTON, INK_EDGE);

    scene_is(it, TH_BUTTON, which + 1, 0);
    it->tip = scene_say(b->s, "%s", scene_word(b, tip));
    it->cmd = *cmd == '\0' ? 0 : scene_say(b->s, "%s", cmd);
    if (g != GLYPH_NONE)
        scene_glyph(b, right - w / 2 - 7, h / 2 - 7, 14, g, INK_TEXT);
    else
        scene_label(b, (struct rect){ right - w, h / 2 - 9, w, 18 },
                    FONT_STRONG, INK_TEXT, ALIGN_CENTRE, "%s", label);
    return right - w - 6;
}

static float
corners(struct build *b, float h)
{
    float right = b->s->w - 12;
    char cmd[32];

    snprintf(cmd, sizeof cmd, "set lang %s",
             text_lang_name(b->v->lang == LANG_EN ? LANG_ZH : LANG_EN));
    right = corner(b, right, h, BUTTON_LANG,
                   b->v->lang == LANG_EN ? "\u4e2d" : "EN", GLYPH_NONE,
                   T_TIP_LANG, cmd);
    snprintf(cmd, sizeof cmd, "theme %s",
             theme_name((enum theme_id)((b->v->theme + 1) % NTHEME)));
    right = corner(b, right, h, BUTTON_THEME, "", GLYPH_HALF, T_TIP_THEME, cmd);
    return corner(b, right, h, BUTTON_HELP, "?", GLYPH_NONE, T_TIP_HELP, "");
}

void
lay_top(struct build *b)
{
    float w = b->s->w, h = b->s->panel[PANEL_TOP].box.h, x, limit;

    b->panel = PANEL_TOP;
    b->clip = 0;
    b->s->slider = (struct rect){ 0, 0, 0, 0 };
    scene_box(b, b->s->panel[PANEL_TOP].box, 0, INK_BAR, INK_NONE);
    x = buttons(b, h);
    if (w > 700)
        x = speed(b, x, h);
    limit = corners(b, h) - 8;
    if (b->w == NULL)
        word(b, x + 12, h, limit, FONT_HEAD, INK_TEXT,
             scene_word(b, T_NOTHING_LOADED));
    else
        place_and_totals(b, x + 12, h, limit);
}
