/*
 * draw_tip.c - a tooltip: a few lines in a box beside the pointer.
 */
#include <string.h>

#include "brush.h"

void
draw_tip(struct draw *d, cairo_t *cr, const struct draw_look *look,
         const char *tip, float x, float y, float w, float h)
{
    struct brush br = { d, cr, NULL, look, 1 };
    char lines[8][256];
    int n = 0;
    float width = 0;

    for (const char *s = tip; *s != '\0' && n < 8; n++) {
        size_t len = strcspn(s, "\n");
        float lw;
        size_t keep = len < sizeof lines[0] - 1 ? len : sizeof lines[0] - 1;
        memcpy(lines[n], s, keep);
        lines[n][keep] = '\0';
        lw = text_measure(d->tc, FONT_BODY, lines[n]);
        width = lw > width ? lw : width;
        s += len + (s[len] == '\n');
    }
    width = width > w - 40 ? w - 40 : width;
    x = x + width + 30 > w ? w - width - 30 : x + 12;
    y = y + 20 + (float)n * 15 > h ? y - 20 - (float)n * 15 : y + 18;
    cairo_save(cr);
    cairo_scale(cr, look->scale, look->scale);
    body_path(cr, x + 0.5, y + 0.5, width + 18, n * 15 + 11, 6);
    brush_ink(&br, INK_BACK);
    cairo_fill_preserve(cr);
    brush_ink(&br, INK_DIM);
    cairo_set_line_width(cr, 1);
    cairo_stroke(cr);
    brush_ink(&br, INK_TEXT);
    for (int i = 0; i < n; i++)
        text_show(d->tc, cr, FONT_BODY, lines[i],
                  (struct rect){ x + 9, y + 5 + (float)i * 15, width + 2, 15 },
                  ALIGN_LEFT);
    cairo_restore(cr);
}
