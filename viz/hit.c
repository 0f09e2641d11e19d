/*
 * hit.c - what lies where in a scene that has been laid out.
 */
#include "scene.h"

struct rect
scene_visible(const struct scene *s, const struct item *it)
{
    struct rect r = { it->x, it->y, it->w, it->h };
    const struct rect *c = &s->panel[it->clip].body;
    float x1, y1;

    if (it->clip == 0)
        return r;
    x1 = r.x + r.w < c->x + c->w ? r.x + r.w : c->x + c->w;
    y1 = r.y + r.h < c->y + c->h ? r.y + r.h : c->y + c->h;
    r.x = r.x > c->x ? r.x : c->x;
    r.y = r.y > c->y ? r.y : c->y;
    r.w = x1 > r.x ? x1 - r.x : 0;
    r.h = y1 > r.y ? y1 - r.y : 0;
    return r;
}

const struct item *
scene_hit(const struct scene *s, float x, float y)
{
    for (uint32_t i = s->nitem; i-- > 0;) {
        const struct item *it = &s->item[i];
        struct rect r;
        if (it->kind == TH_NONE || it->shape == SHAPE_WIRE)
            continue;
        r = scene_visible(s, it);
        if (x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h)
            return it;
    }
    return NULL;
}

const struct item *
scene_home(const struct scene *s, uint32_t g)
{
    for (uint32_t i = 0; i < s->nitem; i++) {
        const struct item *it = &s->item[i];
        if (!(it->flags & IT_HOME))
            continue;
        if (it->kind == TH_G && it->id == g)
            return it;
        for (uint32_t k = 0; k < it->count && it->kind == TH_GROUP; k++) {
            if (s->member[it->first + k] == g)
                return it;
        }
    }
    return NULL;
}

enum panel_id
scene_panel_at(const struct scene *s, float x, float y)
{
    for (int p = PANEL_SCHED; p < NPANEL; p++) {
        const struct rect *r = &s->panel[p].box;
        if (s->panel[p].shown && x >= r->x && x < r->x + r->w && y >= r->y &&
            y < r->y + r->h)
            return (enum panel_id)p;
    }
    return PANEL_TOP;
}
