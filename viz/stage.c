#include "stage.h"

#include <string.h>

void
viz_look_init(struct viz_look *look)
{
    memset(look, 0, sizeof *look);
    look->width = 1280;
    look->height = 800;
    look->scale = 1;
    look->theme = "dark";
    look->lang = "en";
    look->layout = 1;
    look->software = true;
}

static enum gopark_rc
take_look(struct view *v, const struct viz_look *look, struct gopark_err *err)
{
    view_init(v);
    if (look->theme != NULL && !theme_find(look->theme, &v->theme))
        return gopark_fail(err, GOPARK_EUSAGE,
                           "theme: '%s' is none of dark, light, contrast",
                           look->theme);
    if (look->lang != NULL && !text_lang(look->lang, &v->lang))
        return gopark_fail(err, GOPARK_EUSAGE,
                           "lang: '%s' is neither en nor zh", look->lang);
    if (!(look->scale >= 0.5 && look->scale <= 4))
        return gopark_fail(err, GOPARK_EUSAGE, "scale: %g is not within 0.5..4",
                           look->scale);
    if (look->layout < 1 || look->layout > 5)
        return gopark_fail(err, GOPARK_EUSAGE, "layout: %d is not within 1..5",
                           look->layout);
    v->scale = (float)look->scale;
    v->layout = look->layout;
    v->still = look->still;
    return GOPARK_OK;
}

enum gopark_rc
stage_open(struct stage *st, const struct viz_look *look,
           struct gopark_err *err)
{
    enum gopark_rc rc;

    memset(st, 0, sizeof *st);
    st->tween.t = 1;
    if ((rc = take_look(&st->view, look, err)) != GOPARK_OK)
        return rc;
    if ((st->text = text_open()) == NULL ||
        (st->draw = draw_open(st->text)) == NULL) {
        stage_close(st);
        return gopark_fail(err, GOPARK_ENOMEM, "window: no host memory");
    }
    stage_lang(st);
    return GOPARK_OK;
}

void
stage_lang(struct stage *st)
{
    text_set_lang(st->text, st->view.lang);
    st->view.no_cjk = st->view.lang == LANG_ZH && !text_has_cjk(st->text);
}

void
stage_close(struct stage *st)
{
    scene_fini(&st->scene[0]);
    scene_fini(&st->scene[1]);
    census_fini(&st->census);
    timeline_fini(&st->timeline);
    tween_fini(&st->tween);
    draw_close(st->draw);
    text_close(st->text);
    memset(st, 0, sizeof *st);
}

const struct scene *
stage_scene(const struct stage *st)
{
    return &st->scene[st->front];
}

/* Read what is new; another program starts from nothing. */
static void
gather(struct stage *st, const struct viz_now *now)
{
    if (now->w == NULL) {
        st->w = NULL;
        census_fini(&st->census);
        return;
    }
    if (now->w != st->w || world_seed(now->w) != st->seed) {
        timeline_clear(&st->timeline);
        st->w = now->w;
        st->seed = world_seed(now->w);
    }
    if (census_take(&st->census, now->w)) {
        census_leaked(&st->census, now->leaked, now->nleaked);
        if (st->census.level >= LEVEL_CELL)
            census_group(&st->census);
    }
    timeline_feed(&st->timeline, now->w);
}

void
stage_build(struct stage *st, const struct viz_now *now,
            const struct viz_host *host, int width, int height)
{
    struct scene_in in = {
        .now = now,
        .host = host,
        .census = &st->census,
        .timeline = &st->timeline,
        .view = &st->view,
        .measure = { text_measure, st->text },
        .w = (float)width / st->view.scale,
        .h = (float)height / st->view.scale,
    };

    gather(st, now);
    if (now->selected != st->selected && now->selected != 0)
        view_select(&st->view, (struct thing){ TH_G, now->selected });
    st->selected = now->selected;
    st->front = !st->front;
    st->tween.t = 1;
    scene_build(&st->scene[st->front], &in);
}

bool
stage_move(struct stage *st)
{
    if (st->view.still)
        return false;
    return tween_start(&st->tween, &st->scene[!st->front],
                       &st->scene[st->front]);
}

struct draw_look
stage_look(const struct stage *st, bool vector)
{
    return (struct draw_look){ st->view.theme, st->view.scale, vector };
}

void
stage_draw(struct stage *st, cairo_t *cr, bool vector, unsigned panels)
{
    struct draw_look look = stage_look(st, vector);

    if (panels == ~0u) {
        uint32_t back = theme_colour(look.theme, INK_BACK);
        cairo_set_source_rgb(cr, (back >> 16 & 255) / 255.0,
                             (back >> 8 & 255) / 255.0, (back & 255) / 255.0);
        cairo_paint(cr);
    }
    draw_scene(st->draw, cr, stage_scene(st), &look, &st->tween, panels);
}
