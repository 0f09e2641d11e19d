#include "input.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void ask(struct reply *out, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
ask(struct reply *out, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(out->command, sizeof out->command, fmt, ap);
    va_end(ap);
}

/* --- speed ------------------------------------------------------------- */

/* The slider's ladder: 1 2 5 in each decade; beyond 1 s/s runs free. */
static void
ask_pace(struct reply *out, int rung)
{
    static const double step[] = { 1, 2, 5 };

    if (rung > 18) {
        ask(out, "set pace max");
        return;
    }
    rung = rung < 0 ? 0 : rung;
    ask(out, "set pace %g", step[rung % 3] * pow(10, rung / 3 - 6));
}

static int
pace_rung(double pace)
{
    return pace <= 0 ? 19 : (int)lround((log10(pace) + 6) * 3);
}

/* --- keys -------------------------------------------------------------- */

/* A step of any kind pauses first. */
static void
move(const struct input_in *in, struct reply *out, const char *command)
{
    out->pause = in->now->playing;
    ask(out, "%s", command);
}

static void
slice_back(const struct input_in *in, struct reply *out)
{
    uint64_t to = timeline_slice_before(in->timeline, in->scene->step);

    out->pause = in->now->playing;
    ask(out, "goto %llu", (unsigned long long)to);
}

/* The goroutine after (before) the selected one that still lives. */
static void
select_next(const struct input_in *in, int way, struct reply *out)
{
    const struct census *c = in->census;
    uint32_t id = in->view->selected.kind == TH_G ? in->view->selected.id : 0;
    const struct census_g *best = NULL, *wrap = NULL;

    for (uint32_t i = 0; i < c->ng; i++) {
        const struct census_g *g = &c->g[way > 0 ? i : c->ng - 1 - i];
        bool beyond = way > 0 ? g->id > id : g->id < id;
        if (g->state == VS_DONE)
            continue;
        if (wrap == NULL)
            wrap = g;
        if (beyond && best == NULL)
            best = g;
    }
    if (best == NULL)
        best = wrap;
    if (best == NULL)
        return;
    view_select(in->view, (struct thing){ TH_G, best->id });
    out->view = true;
    ask(out, "g %u", best->id);
}

static void
play(const struct input_in *in, struct reply *out)
{
    if (in->now->playing)
        out->pause = true;
    else
        ask(out, "continue");
}

/* Keys that move the program or the selection; false: it is none. */
static bool
moving_key(const struct input_in *in, enum key k, bool shift, struct reply *out)
{
    switch ((int)k) {
    case KEY_SPACE:
        play(in, out);
        return true;
    case KEY_RIGHT:
        move(in, out, shift ? "slice" : "step");
        return true;
    case KEY_LEFT:
        if (shift)
            slice_back(in, out);
        else
            move(in, out, "back");
        return true;
    case KEY_HOME:
        move(in, out, "goto 0");
        return true;
    case KEY_END:
        move(in, out, "goto end");
        return true;
    case KEY_UP:
    case KEY_DOWN:
        select_next(in, k == KEY_DOWN ? 1 : -1, out);
        return true;
    default:
        return false;
    }
}

static void
escape(struct view *v, struct reply *out)
{
    if (v->focus.kind != TH_NONE && !v->help)
        ask(out, "focus off");
    v->help = false;
    out->view = true;
}

/* Keys that change how it looks. */
static void
looking_key(const struct input_in *in, enum key k, struct reply *out)
{
    struct view *v = in->view;

    switch ((int)k) {
    case KEY_SLOWER:
    case KEY_FASTER:
        ask_pace(out, pace_rung(in->now->pace) + (k == KEY_FASTER ? 1 : -1));
        break;
    case KEY_MINUS:
    case KEY_PLUS:
        ask(out, "scale %g", view_scale_step(v, k == KEY_PLUS ? 1 : -1));
        break;
    case KEY_FULL:
        out->fullscreen = true;
        break;
    case KEY_THEME:
        ask(out, "theme %s",
            theme_name((enum theme_id)((v->theme + 1) % NTHEME)));
        break;
    case KEY_LANG:
        ask(out, "set lang %s",
            text_lang_name(v->lang == LANG_EN ? LANG_ZH : LANG_EN));
        break;
    case KEY_SAVE:
        ask(out, "render gopark-%llu.png", (unsigned long long)in->scene->step);
        break;
    case KEY_HELP:
        v->help = !v->help;
        out->view = true;
        break;
    case KEY_ESCAPE:
        escape(v, out);
        break;
    default:
        if ((int)k >= KEY_LAYOUT && (int)k < KEY_LAYOUT + 5)
            ask(out, "layout %d", (int)k - KEY_LAYOUT + 1);
    }
}

void
input_key(const struct input_in *in, enum key k, bool shift, struct reply *out)
{
    memset(out, 0, sizeof *out);
    if (!moving_key(in, k, shift, out))
        looking_key(in, k, out);
}

/* --- the mouse --------------------------------------------------------- */

static bool
inside(const struct rect *r, float x, float y)
{
    return x >= r->x && x < r->x + r->w && y >= r->y && y < r->y + r->h;
}

static bool
on_timeline(const struct scene *s, float x, float y)
{
    const struct rect *r = &s->panel[PANEL_TIMELINE].body;

    return s->panel[PANEL_TIMELINE].shown && inside(r, x, y) &&
           x >= s->time.x0 - 6;
}

static void
go_to(const struct input_in *in, float x, struct reply *out)
{
    uint64_t step = timeline_step_at(in->timeline, warp_t(&in->scene->time, x));

    if (in->now->w == NULL || step == in->scene->step)
        return;
    out->pause = in->now->playing;
    ask(out, "goto %llu", (unsigned long long)step);
}

static void
slide(const struct input_in *in, float x, struct reply *out)
{
    const struct rect *r = &in->scene->slider;
    float f = (x - r->x) / r->w;
    int rung = (int)lroundf(f / 0.95f * 18);

    rung = f > 0.975f ? 19 : rung > 18 ? 18 : rung;
    if (rung != pace_rung(in->now->pace))
        ask_pace(out, rung);
}

/* Names that the prompt takes for an object. */
static void
object_name(const struct input_in *in, uint32_t id, char *buf, size_t size,
            enum gopark_object_kind *kind)
{
    struct gopark_object o;
    char label[64];

    buf[0] = '\0';
    *kind = OBJ_CHAN;
    if (!world_object(in->now->w, id, &o))
        return;
    *kind = o.kind;
    snprintf(buf, size, "%s", gopark_object_label(&o, label, sizeof label));
}

static void
click_object(const struct input_in *in, uint32_t id, bool twice,
             struct reply *out)
{
    enum gopark_object_kind kind;
    char name[80];

    object_name(in, id, name, sizeof name, &kind);
    if (name[0] == '\0')
        return;
    view_select(in->view, (struct thing){ TH_OBJECT, id });
    out->view = true;
    if (twice)
        ask(out, "focus %s", name);
    else if (kind == OBJ_CHAN)
        ask(out, "chan %s", name);
    else
        ask(out, "locks");
}

static void
click_button(const struct input_in *in, const struct item *it, float x,
             struct reply *out)
{
    const char *cmd = scene_text(in->scene, it->cmd);

    if (it->id == BUTTON_HELP + 1) {
        in->view->help = !in->view->help;
        out->view = true;
    } else if (it->id == BUTTON_SPEED + 1) {
        slide(in, x, out);
    } else if (strcmp(cmd, "pause") == 0) {
        out->pause = true;
    } else {
        out->pause = in->now->playing && it->id <= BUTTON_LAST + 1;
        ask(out, "%s", cmd);
    }
}

static void
select_kind(const struct input_in *in, const struct item *it,
            const char *command, struct reply *out)
{
    view_select(in->view, (struct thing){ (enum thing_kind)it->kind, it->id });
    out->view = true;
    ask(out, "%s", command);
}

static void
click_thing(const struct input_in *in, const struct item *it, float x,
            bool twice, struct reply *out)
{
    switch ((enum thing_kind)it->kind) {
    case TH_G:
        view_select(in->view, (struct thing){ TH_G, it->id });
        out->view = true;
        ask(out, twice ? "focus G%u" : "g %u", it->id);
        break;
    case TH_OBJECT:
    case TH_SLOT:
        click_object(in, it->id, twice, out);
        break;
    case TH_P:
        select_kind(in, it, "ps", out);
        break;
    case TH_M:
        select_kind(in, it, "ms", out);
        break;
    case TH_QUEUE:
        ask(out, "runq");
        break;
    case TH_GROUP:
    case TH_STATE:
        ask(out, "gs");
        break;
    case TH_LINE:
        ask(out, "%s", scene_text(in->scene, it->cmd));
        break;
    case TH_BUTTON:
        click_button(in, it, x, out);
        break;
    case TH_TIME:
    case TH_CURVE:
        go_to(in, x, out);
        break;
    case TH_NONE:
        break;
    }
}

void
input_click(const struct input_in *in, float x, float y, bool twice,
            struct reply *out)
{
    const struct item *it = scene_hit(in->scene, x, y);

    memset(out, 0, sizeof *out);
    if (in->view->help) { /* any click closes the page */
        in->view->help = false;
        out->view = true;
        return;
    }
    if (it != NULL)
        click_thing(in, it, x, twice, out);
    else if (twice && in->view->focus.kind != TH_NONE)
        ask(out, "focus off");
}

/* The axis as it is until the button goes up: otherwise it would follow the
 * moment it goes to, and run away from the pointer. */
static void
hold_time(const struct input_in *in)
{
    if (in->view->held_span > 0)
        return;
    in->view->held_from = in->scene->time.t0;
    in->view->held_span = in->scene->time.t1 - in->scene->time.t0;
}

void
input_drag(const struct input_in *in, float x0, float y0, float x, float y,
           struct reply *out)
{
    (void)y;
    memset(out, 0, sizeof *out);
    if (on_timeline(in->scene, x0, y0)) {
        hold_time(in);
        go_to(in, x, out);
    } else if (inside(&in->scene->slider, x0, y0)) {
        slide(in, x, out);
    }
}

void
input_release(const struct input_in *in, struct reply *out)
{
    memset(out, 0, sizeof *out);
    out->view = in->view->held_span > 0;
    in->view->held_span = 0;
}

/* Zoom time around the moment under the pointer, or shift it. */
static void
wheel_time(const struct input_in *in, float x, float dx, float dy, bool zoom,
           struct reply *out)
{
    const struct scene *s = in->scene;
    struct view *v = in->view;
    double span = (double)(s->time.t1 - s->time.t0);
    double at = (double)warp_t(&s->time, x), to;
    double f = (at - (double)s->time.t0) / span;

    out->view = true;
    if (zoom)
        span *= pow(0.8, dy);
    if (span < 1000)
        span = 1000;
    to = (double)timeline_end(in->timeline) * 1.2 + 1000;
    if (span >= to) { /* all of it, and following again */
        v->time_span = (int64_t)to;
        v->time_from = 0;
        return;
    }
    at = zoom ? at - f * span : (double)s->time.t0 - (double)dx * span / 10;
    v->time_span = (int64_t)span;
    v->time_from = at < 0 ? 0 : (int64_t)at;
}

void
input_wheel(const struct input_in *in, float x, float y, float dx, float dy,
            bool ctrl, struct reply *out)
{
    memset(out, 0, sizeof *out);
    if (on_timeline(in->scene, x, y) && (ctrl || dx != 0)) {
        wheel_time(in, x, dx, dy, ctrl, out);
    } else if (ctrl) {
        ask(out, "scale %g", view_scale_step(in->view, dy > 0 ? 1 : -1));
    } else {
        view_scroll(in->view, scene_panel_at(in->scene, x, y), -dy * 36);
        out->view = true;
    }
}
