#include "palette.h"

#include <string.h>

static void
add(struct palette *p, uint32_t rgb)
{
    for (int i = 0; i < p->n; i++) {
        if (p->colour[i] == rgb)
            return;
    }
    if (p->n < PALETTE_CLEAR)
        p->colour[p->n++] = rgb;
}

static uint32_t
blend(uint32_t a, uint32_t b, int k, int n)
{
    uint32_t out = 0;

    for (int shift = 0; shift <= 16; shift += 8) {
        int x = (int)(a >> shift & 255), y = (int)(b >> shift & 255);
        out |= (uint32_t)((x * (n - k) + y * k) / n) << shift;
    }
    return out;
}

void
palette_init(struct palette *p, enum theme_id t)
{
    static const enum ink fore[] = { INK_TEXT, INK_DIM, INK_ALARM, INK_EDGE };
    static const enum ink back[] = { INK_PANEL, INK_ROW, INK_WELL, INK_SLOT,
                                     INK_BUTTON };

    memset(p, 0, sizeof *p);
    memset(p->near, 0xff, sizeof p->near);
    for (int i = INK_BACK; i < NINK; i++)
        add(p, theme_colour(t, (enum ink)i));
    for (int k = 1; k < 6; k++) {
        for (int i = 0; i < 5; i++)
            add(p, blend(theme_colour(t, back[i]), theme_colour(t, fore[0]), k,
                         6));
    }
    for (int s = 0; s < NVSTATE; s++) { /* text, pattern, dim, edge on it */
        const struct state_row *row = theme_state((enum vstate)s);
        uint32_t fill = row->fill[t];
        for (int k = 1; k < 8; k++)
            add(p, blend(fill, row->text, k, 8));
        for (int k = 1; k < 7; k++)
            add(p, blend(theme_colour(t, INK_PANEL), fill, k, 7));
        for (int k = 1; k < 4; k++)
            add(p, blend(fill, 0xFFFFFF, k, 4));
    }
    for (int k = 1; k < 4; k++) {
        for (int i = 0; i < 5; i++) {
            for (int f = 1; f < 4; f++)
                add(p, blend(theme_colour(t, back[i]), theme_colour(t, fore[f]),
                             k, 4));
        }
    }
}

static int
distance(uint32_t a, uint32_t b)
{
    int d = 0;

    for (int shift = 0; shift <= 16; shift += 8) {
        int x = (int)(a >> shift & 255) - (int)(b >> shift & 255);
        d += x * x * (shift == 8 ? 4 : 2);
    }
    return d;
}

uint8_t
palette_find(struct palette *p, uint32_t rgb)
{
    uint32_t key = (rgb >> 9 & 0x7c00) | (rgb >> 6 & 0x3e0) | (rgb >> 3 & 31);
    int best = 0;

    if (p->near[key] >= 0)
        return (uint8_t)p->near[key];
    for (int i = 1; i < p->n; i++) {
        if (distance(p->colour[i], rgb) < distance(p->colour[best], rgb))
            best = i;
    }
    p->near[key] = (int16_t)best;
    return (uint8_t)best;
}
