/*
 * lay_output.c - the end of what the program has written.
 */
#include <string.h>

#include "scene.h"

enum { LINE_H = 15 };

/* Start of the line that ends before end. */
static const char *
line_start(const char *s, const char *end)
{
    while (end > s && end[-1] != '\n')
        end--;
    return end;
}

/* Lines of the text that fit, at least 1. */
static int
lines_up_to(const char *s, const char *end, float h)
{
    int n = 1, most = h > 2 * LINE_H ? (int)((h - 4) / LINE_H) : 1;

    for (; end > s && n < most; end--)
        n += end[-1] == '\n';
    return n;
}

void
lay_output(struct build *b)
{
    const char *s = b->in->now->output, *end;
    size_t len = s == NULL ? 0 : b->in->now->output_len;
    struct rect r;
    float y;

    scene_panel_begin(b, PANEL_OUTPUT, scene_word(b, T_OUTPUT),
                      b->v->no_cjk ? scene_word(b, T_NO_CJK) : "");
    r = b->s->panel[PANEL_OUTPUT].body;
    if (len == 0) {
        scene_label(b, (struct rect){ r.x + 12, r.y + 4, r.w - 24, 16 },
                    FONT_BODY, INK_DIM, ALIGN_LEFT, "%s",
                    scene_word(b, T_NO_OUTPUT));
        b->clip = 0;
        return;
    }
    end = s + len;
    if (end[-1] == '\n')
        end--;
    y = r.y + 2 + LINE_H * (float)(lines_up_to(s, end, r.h) - 1);
    for (float up = b->v->scroll[PANEL_OUTPUT]; up >= LINE_H && end > s;
         up -= LINE_H) {
        end = line_start(s, end);
        end -= end > s;
    }
    for (; y >= r.y - 1 && end >= s; y -= LINE_H) {
        const char *from = line_start(s, end);
        int n = end - from > 400 ? 400 : (int)(end - from);
        scene_label(b, (struct rect){ r.x + 12, y, r.w - 24, LINE_H },
                    FONT_MONO, INK_TEXT, ALIGN_LEFT, "%.*s", n, from);
        if (from == s)
            break;
        end = from - 1;
    }
    b->v->scroll_max[PANEL_OUTPUT] = 1e6f;
    b->clip = 0;
}
