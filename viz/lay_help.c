/*
 * lay_help.c - the page of all keys, over everything else.
 */
#include "scene.h"

static const struct key_row {
    const char *keys;
    enum text what;
} key_row[] = {
    { "space", T_KEY_PLAY },
    { "\u2192  \u2190", T_KEY_STEP },
    { "shift \u2192  \u2190", T_KEY_SLICE },
    { "home  end", T_KEY_ENDS },
    { "\u2193  \u2191", T_KEY_SELECT },
    { "[  ]", T_KEY_SPEED },
    { "1 \u2013 5", T_KEY_LAYOUT },
    { "-  +", T_KEY_SCALE },
    { "f", T_KEY_FULL },
    { "t", T_KEY_THEME },
    { "l", T_KEY_LANG },
    { "s", T_KEY_SAVE },
    { "?", T_KEY_HELP },
    { "\u25cf", T_KEY_CLICK },
    { "\u25cb", T_KEY_WHEEL },
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
    b->s->first_over = b->s->nitem;
    scene_is(scene_box(b, r, 10, INK_PANEL, INK_TEXT), TH_BUTTON,
             BUTTON_HELP + 1, 0);
    scene_label(b, (struct rect){ r.x + 20, r.y + 12, w - 40, 20 }, FONT_BIG,
                INK_TEXT, ALIGN_LEFT, "%s", scene_word(b, T_KEYS_TITLE));
    for (int i = 0; i < (int)NKEY; i++) {
        float y = r.y + 40 + (float)i * row;
        scene_label(b, (struct rect){ r.x + 20, y, 110, row }, FONT_MONO_STRONG,
                    INK_TEXT, ALIGN_LEFT, "%s", key_row[i].keys);
        scene_label(b, (struct rect){ r.x + 140, y, w - 160, row }, FONT_BODY,
                    INK_TEXT, ALIGN_LEFT, "%s", scene_word(b, key_row[i].what));
    }
}
