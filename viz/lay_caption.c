/*
 * lay_caption.c - what a demo says about this moment, below everything else.
 *
 * The caption is large, for it is read from the last row of the classroom. It
 * takes the room it needs from the bottom of the window, at most a third; the
 * panels share what is left.
 */
#include "scene.h"

enum { PAD = 10, LINE = 20, SIDE = 16 };

/* Breaks the caption into lines; draws them from y on if draw. How many. */
static int
lines(struct build *b, float y, bool draw)
{
    const char *s = b->in->now->caption;
    float w = b->s->w - 2 * SIDE;
    int n = 0;

    for (; *s != '\0'; n++) {
        size_t len = scene_words(b, FONT_BIG, s, w);

        if (draw)
            scene_label(b, (struct rect){ SIDE, y + (float)n * LINE, w, LINE },
                        FONT_BIG, INK_TEXT, ALIGN_LEFT, "%.*s", (int)len, s);
        s += len;
        while (*s == ' ' || *s == '\n')
            s++;
    }
    return n;
}

float
lay_caption_height(struct build *b)
{
    const char *s = b->in->now->caption;
    float h;

    if (s == NULL || *s == '\0')
        return 0;
    h = (float)lines(b, 0, false) * LINE + 2 * PAD;
    return h > b->s->h / 3 ? b->s->h / 3 : h;
}

void
lay_caption(struct build *b, float height)
{
    struct rect r = { 0, b->s->h - height, b->s->w, height };

    if (height <= 0)
        return;
    b->panel = PANEL_TOP;
    b->clip = 0;
    scene_box(b, r, 0, INK_BAR, INK_NONE);
    lines(b, r.y + PAD, true);
}
