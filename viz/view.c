#include "view.h"

#include <string.h>

void
view_init(struct view *v)
{
    memset(v, 0, sizeof *v);
    v->scale = 1;
    v->layout = 1;
    v->lane[0] = 1;
    v->time_from = -1;
}

/* Keep the newest selections as lanes, each once. */
static void
add_lane(struct view *v, uint32_t g)
{
    int at = 0;

    while (at < VIEW_NLANE - 1 && v->lane[at] != g && v->lane[at] != 0)
        at++;
    if (v->lane[at] == g)
        return;
    if (v->lane[at] != 0)
        memmove(&v->lane[0], &v->lane[1], sizeof v->lane - sizeof v->lane[0]);
    v->lane[at] = g;
}

void
view_select(struct view *v, struct thing t)
{
    v->selected = t;
    if (t.kind == TH_G)
        add_lane(v, t.id);
}

void
view_scroll(struct view *v, enum panel_id p, float dy)
{
    float to = v->scroll[p] + dy;

    if (to > v->scroll_max[p])
        to = v->scroll_max[p];
    v->scroll[p] = to < 0 ? 0 : to;
}

float
view_scale_step(const struct view *v, int steps)
{
    float s = v->scale + 0.25f * (float)steps;

    return s < 0.5f ? 0.5f : s > 4 ? 4 : s;
}
