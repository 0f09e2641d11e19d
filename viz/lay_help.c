/*
 * lay_help.c - the page of all keys, over everything else.
 */
#include "scene.h"

/* keys NULL: a part of the mouse, which has a word. */
static const struct key_row {
    const char *keys;
    enum text what, word;
} key_row[] = {
    { "space", T_KEY_PLAY, 0 },
    { "\u2192  \u2190", T_KEY_STEP, 0 },
    { "shift \u2192  \u2190", T_KEY_SLICE, 0 },
    { "home  end", T_KEY_ENDS, 0 },
    { "\u2193  \u2191", T_KEY_SELECT, 0 },
    { "[  ]", T_KEY_SPEED, 0 },
    { "1 \u2013 5", T_KEY_LAYOUT, 0 },
    { "-  +", T_KEY_SCALE, 0 },
    { "f", T_KEY_FULL, 0 },
    { "t", T_KEY_THEME, 0 },
    { "l", T_KEY_LANG, 0 },
    { "s", T_KEY_SAVE, 0 },
    { "?", T_KEY_HELP, 0 },
    { "esc", T_KEY_ESCAPE, 0 },
    { NULL, T_KEY_CLICK, T_MOUSE_CLICK },
    { NULL, T_KEY_DRAG, T_MOUSE_DRAG },
    { NULL, T_KEY_WHEEL, T_MOUSE_WHEEL },
};

enum { NKEY = sizeof key_row / sizeof key_row[0] };

void
lay_help(struct build *b)
{
    float row = b->s->h < NKEY * 24 + 90 ? (b->s->h - 60) / NKEY : 24;
    float w = b->s->w < 480 ? b->s->w - 20 : 460, h = row * NKEY + 50;
    struct rect r = { (b->s->w - w) / 2, (b->s->h - h) / 2, w, h };
    struct item *it;

    b->panel = PANEL_TOP;
    b->clip = 0;
    it = scene_box(b, (struct rect){ 0, 0, b->s->w, b->s->h }, 0, INK_BACK,
                   INK_NONE);
    it->flags |= IT_DIM | IT_DISABLED;
    scene_is(scene_box(b, r, 10, INK_PANEL, INK_TEXT), TH_BUTTON,
             BUTTON_HELP + 1, 0);
    scene_label(b, (struct rect){ r.x + 20, r.y + 12, w - 40, 20 }, FONT_BIG,
                INK_TEXT, ALIGN_LEFT, "%s", scene_word(b, T_KEYS_TITLE));
    for (int i = 0; i < (int)NKEY; i++) {
        float y = r.y + 40 + (float)i * row;
        scene_label(b, (struct rect){ r.x + 20, y, 110, row }, FONT_MONO_STRONG,
                    INK_TEXT, ALIGN_LEFT, "%s",
                    key_row[i].keys != NULL ? key_row[i].keys
                                            : scene_word(b, key_row[i].word));
        scene_label(b, (struct rect){ r.x + 140, y, w - 160, row }, FONT_BODY,
                    INK_TEXT, ALIGN_LEFT, "%s", scene_word(b, key_row[i].what));
    }
}
