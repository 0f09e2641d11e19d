#include "canvas.h"

#include <string.h>

#include "damage.h"
#include "tip.h"

enum gopark_rc
canvas_open(struct canvas *c, const struct viz_look *look,
            struct gopark_err *err)
{
    c->stale = c->damaged = true;
    return stage_open(&c->st, look, err);
}

static void
drop(struct canvas *c)
{
    if (c->surface != NULL)
        cairo_surface_destroy(c->surface);
    if (c->over != NULL)
        cairo_surface_destroy(c->over);
    c->surface = c->over = NULL;
}

void
canvas_close(struct canvas *c)
{
    drop(c);
    stage_close(&c->st);
}

bool
canvas_fit(struct canvas *c, int w, int h)
{
    drop(c);
    c->w = w;
    c->h = h;
    c->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
    c->stale = c->damaged = true;
    return cairo_surface_status(c->surface) == CAIRO_STATUS_SUCCESS;
}

void
canvas_build(struct canvas *c, const struct viz_now *now,
             const struct viz_host *host, uint64_t ms)
{
    uint64_t step = now->w == NULL ? 0 : world_steps(now->w);
    uint64_t d = step > c->step ? step - c->step : c->step - step;
    bool slow = !now->playing || (now->pace > 0 && now->pace < 1e-4);

    stage_build(&c->st, now, host, c->w, c->h);
    if (now->version != c->version && d > 0 && d < 200 && slow &&
        stage_move(&c->st)) {
        c->moving = true;
        c->moving_since = ms;
    } else if (now->version != c->version) {
        c->moving = false;
    }
    c->version = now->version;
    c->step = step;
    c->stale = false;
}

/* BIT per panel that differs from the surface. */
static unsigned
differing(struct canvas *c)
{
    uint64_t hash[NPANEL];
    unsigned panels = 0;

    damage_hash(stage_scene(&c->st), hash);
    for (int p = 0; p < NPANEL; p++)
        panels |= hash[p] != c->hash[p] ? 1u << p : 0;
    memcpy(c->hash, hash, sizeof hash);
    if (c->damaged || c->moving || c->st.view.help)
        panels = ~0u;
    return panels;
}

static void
advance_motion(struct canvas *c, uint64_t ms)
{
    float t = (float)(ms - c->moving_since) / TWEEN_MS;

    c->st.tween.t = t < 1 ? t : 1;
    if (t >= 1) {
        c->moving = false;
        c->damaged = true; /* the last frame: everything at rest */
    }
}

bool
canvas_paint(struct canvas *c, uint64_t ms)
{
    unsigned panels;
    cairo_t *cr;

    if (c->moving)
        advance_motion(c, ms);
    if ((panels = differing(c)) == 0)
        return false;
    cr = cairo_create(c->surface);
    stage_draw(&c->st, cr, false, panels);
    cairo_destroy(cr);
    cairo_surface_flush(c->surface);
    c->damaged = c->st.view.help;
    return true;
}

bool
canvas_tip(struct canvas *c, const struct viz_now *now, float x, float y)
{
    struct scene_in in = { .now = now,
                           .census = &c->st.census,
                           .view = &c->st.view };
    const struct scene *s = stage_scene(&c->st);
    const struct item *it = x < 0 ? NULL : scene_hit(s, x, y);
    char tip[sizeof c->tip] = "";

    if (it != NULL && !c->st.view.help)
        tip_text(&in, s, it, tip, sizeof tip);
    if (strcmp(tip, c->tip) == 0)
        return false;
    memcpy(c->tip, tip, sizeof tip);
    return true;
}

cairo_surface_t *
canvas_shown(struct canvas *c, float x, float y)
{
    struct draw_look look = stage_look(&c->st, false);
    float scale = c->st.view.scale;
    cairo_t *cr;

    if (c->tip[0] == '\0')
        return c->surface;
    if (c->over == NULL)
        c->over = cairo_image_surface_create(CAIRO_FORMAT_RGB24, c->w, c->h);
    cr = cairo_create(c->over);
    cairo_set_source_surface(cr, c->surface, 0, 0);
    cairo_paint(cr);
    draw_tip(c->st.draw, cr, &look, c->tip, x, y, (float)c->w / scale,
             (float)c->h / scale);
    cairo_destroy(cr);
    cairo_surface_flush(c->over);
    return c->over;
}
