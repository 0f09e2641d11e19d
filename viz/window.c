/*
 * window.c - the window: the only file that talks to SDL.
 *
 * The scene is drawn by cairo into a surface of our own, of which only panels
 * that differ are drawn again; the surface goes to the screen through a
 * streaming texture. Events become replies (input.c); their commands go to
 * the host at the very end of viz_poll(), which a command may call again.
 */
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "command.h"
#include "damage.h"
#include "input.h"
#include "stage.h"
#include "tip.h"
#include "window.h"

enum { FRAME_MS = 16, IDLE_MS = 40, DRAG_PX = 3 };

struct viz {
    struct stage st;
    struct viz_host host;
    SDL_Window *window;
    SDL_Renderer *renderer;
    SDL_Texture *texture;
    cairo_surface_t *surface; /* the scene */
    cairo_surface_t *over;    /* the scene under a tooltip, NULL none yet */
    int w, h;                 /* device px of all three */
    uint64_t hash[NPANEL];    /* of what the surface shows */
    uint64_t version;         /* of the session, as built */
    uint64_t step;
    bool stale;   /* the scene must be built again */
    bool damaged; /* all must be drawn again */
    bool present; /* the screen must be updated */
    bool closed;
    Uint64 moving_since, drawn_at, cost; /* ms */
    bool moving;
    float mx, my, downx, downy; /* logical px */
    bool down, dragged;
    char tip[512];
    char command[COMMAND_MAX]; /* for the host, "" none */
};

/* --- opening and closing ----------------------------------------------- */

bool
viz_available(const char **why)
{
    static char text[128];

    if (SDL_WasInit(SDL_INIT_VIDEO) != 0)
        return true;
    if (getenv("DISPLAY") == NULL && getenv("WAYLAND_DISPLAY") == NULL &&
        getenv("SDL_VIDEODRIVER") == NULL) {
        *why = "no display: neither DISPLAY nor WAYLAND_DISPLAY is set";
        return false;
    }
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        SDL_strlcpy(text, SDL_GetError(), sizeof text);
        *why = text;
        return false;
    }
    return true;
}

static void
drop_surfaces(struct viz *v)
{
    if (v->texture != NULL)
        SDL_DestroyTexture(v->texture);
    if (v->surface != NULL)
        cairo_surface_destroy(v->surface);
    if (v->over != NULL)
        cairo_surface_destroy(v->over);
    v->texture = NULL;
    v->surface = v->over = NULL;
}

/* Surfaces and texture of the size that the window has now. */
static bool
fit(struct viz *v)
{
    int w, h;

    if (SDL_GetRendererOutputSize(v->renderer, &w, &h) != 0 || w < 1 || h < 1)
        return false;
    if (v->texture != NULL && w == v->w && h == v->h)
        return true;
    drop_surfaces(v);
    v->w = w;
    v->h = h;
    v->texture = SDL_CreateTexture(v->renderer, SDL_PIXELFORMAT_RGB888,
                                   SDL_TEXTUREACCESS_STREAMING, w, h);
    v->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
    v->stale = v->damaged = true;
    return v->texture != NULL &&
           cairo_surface_status(v->surface) == CAIRO_STATUS_SUCCESS;
}

static enum gopark_rc
open_window(struct viz *v, const struct viz_look *look, struct gopark_err *err)
{
    if (look->software) /* or it draws with the card's driver after all */
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    v->window = SDL_CreateWindow(
        "gopark", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, look->width,
        look->height, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (v->window == NULL)
        return gopark_fail(err, GOPARK_EREFUSED, "window: %s", SDL_GetError());
    SDL_SetWindowMinimumSize(v->window, 480, 360);
    v->renderer = SDL_CreateRenderer(
        v->window, -1, look->software ? SDL_RENDERER_SOFTWARE : 0);
    if (v->renderer == NULL)
        v->renderer = SDL_CreateRenderer(v->window, -1, SDL_RENDERER_SOFTWARE);
    if (v->renderer == NULL || !fit(v))
        return gopark_fail(err, GOPARK_EREFUSED, "window: %s", SDL_GetError());
    return GOPARK_OK;
}

enum gopark_rc
viz_open(struct viz **vp, const struct viz_look *look,
         const struct viz_host *host, struct gopark_err *err)
{
    const char *why;
    struct viz *v;
    enum gopark_rc rc;

    if (!viz_available(&why))
        return gopark_fail(err, GOPARK_EREFUSED, "window: %s", why);
    if ((v = calloc(1, sizeof *v)) == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "window: no host memory");
    v->host = *host;
    v->stale = v->damaged = true;
    if ((rc = stage_open(&v->st, look, err)) != GOPARK_OK ||
        (rc = open_window(v, look, err)) != GOPARK_OK) {
        viz_close(v);
        return rc;
    }
    *vp = v;
    return GOPARK_OK;
}

void
viz_close(struct viz *v)
{
    if (v == NULL)
        return;
    drop_surfaces(v);
    if (v->renderer != NULL)
        SDL_DestroyRenderer(v->renderer);
    if (v->window != NULL)
        SDL_DestroyWindow(v->window);
    stage_close(&v->st);
    free(v);
}

/* --- events ------------------------------------------------------------ */

static enum key
key_of(const SDL_KeyboardEvent *e)
{
    bool ctrl = e->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI);

    switch (e->keysym.sym) {
    case SDLK_SPACE:
        return KEY_SPACE;
    case SDLK_RIGHT:
        return KEY_RIGHT;
    case SDLK_LEFT:
        return KEY_LEFT;
    case SDLK_UP:
        return KEY_UP;
    case SDLK_DOWN:
        return KEY_DOWN;
    case SDLK_HOME:
        return KEY_HOME;
    case SDLK_END:
        return KEY_END;
    case SDLK_ESCAPE:
        return KEY_ESCAPE;
    case SDLK_F1:
        return KEY_HELP;
    case SDLK_F11:
        return KEY_FULL;
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        return ctrl ? KEY_MINUS : KEY_NONE;
    case SDLK_EQUALS:
    case SDLK_KP_PLUS:
        return ctrl ? KEY_PLUS : KEY_NONE;
    default:
        return KEY_NONE;
    }
}

/* Keys that are characters come as text, whatever the keyboard's layout. */
static enum key
key_of_text(const char *s)
{
    if (s[0] >= '1' && s[0] <= '5')
        return KEY_LAYOUT + (s[0] - '1');
    switch (s[0]) {
    case '[':
        return KEY_SLOWER;
    case ']':
        return KEY_FASTER;
    case '-':
        return KEY_MINUS;
    case '+':
    case '=':
        return KEY_PLUS;
    case 'f':
        return KEY_FULL;
    case 't':
        return KEY_THEME;
    case 'l':
        return KEY_LANG;
    case 's':
        return KEY_SAVE;
    case '?':
        return KEY_HELP;
    default:
        return KEY_NONE;
    }
}

static void
toggle_fullscreen(struct viz *v)
{
    Uint32 on = SDL_GetWindowFlags(v->window) & SDL_WINDOW_FULLSCREEN_DESKTOP;

    SDL_SetWindowFullscreen(v->window, on ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

static void
obey(struct viz *v, const struct reply *r)
{
    if (r->pause && v->host.pause != NULL)
        v->host.pause(v->host.ctx);
    if (r->fullscreen)
        toggle_fullscreen(v);
    if (r->view)
        v->stale = true;
    if (r->command[0] != '\0')
        memcpy(v->command, r->command, COMMAND_MAX);
}

/* Device px of the surface for px of the window. */
static float
logical(const struct viz *v, int px)
{
    int w, h;

    SDL_GetWindowSize(v->window, &w, &h);
    return (float)px * (float)v->w / (float)(w > 0 ? w : 1) / v->st.view.scale;
}

static void
pointer(struct viz *v, const struct input_in *in, int x, int y)
{
    struct reply r;

    v->mx = logical(v, x);
    v->my = logical(v, y);
    if (!v->down)
        return;
    if (v->dragged || SDL_fabsf(v->mx - v->downx) > DRAG_PX) {
        v->dragged = true;
        input_drag(in, v->downx, v->downy, v->mx, v->my, &r);
        obey(v, &r);
    }
}

static void
button(struct viz *v, const struct input_in *in, const SDL_MouseButtonEvent *e)
{
    struct reply r;

    if (e->button != SDL_BUTTON_LEFT)
        return;
    if (e->type == SDL_MOUSEBUTTONDOWN) {
        v->down = true;
        v->dragged = false;
        v->downx = logical(v, e->x);
        v->downy = logical(v, e->y);
        return;
    }
    if (v->down && !v->dragged) {
        input_click(in, v->downx, v->downy, e->clicks == 2, &r);
        obey(v, &r);
    }
    v->down = false;
}

static void
window_event(struct viz *v, const SDL_WindowEvent *e)
{
    switch (e->event) {
    case SDL_WINDOWEVENT_CLOSE:
        v->closed = true;
        break;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        fit(v);
        break;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
        v->present = true;
        break;
    case SDL_WINDOWEVENT_LEAVE:
        v->mx = v->my = -1;
        break;
    }
}

static void
one_event(struct viz *v, const struct input_in *in, const SDL_Event *e)
{
    struct reply r = { .pause = false };
    enum key k;

    switch (e->type) {
    case SDL_QUIT:
        v->closed = true;
        break;
    case SDL_WINDOWEVENT:
        window_event(v, &e->window);
        break;
    case SDL_KEYDOWN:
        if ((k = key_of(&e->key)) != KEY_NONE)
            input_key(in, k, e->key.keysym.mod & KMOD_SHIFT, &r);
        break;
    case SDL_TEXTINPUT:
        if ((k = key_of_text(e->text.text)) != KEY_NONE)
            input_key(in, k, false, &r);
        break;
    case SDL_MOUSEMOTION:
        pointer(v, in, e->motion.x, e->motion.y);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        button(v, in, &e->button);
        break;
    case SDL_MOUSEWHEEL:
        input_wheel(in, v->mx, v->my, e->wheel.preciseX, e->wheel.preciseY,
                    SDL_GetModState() & KMOD_CTRL, &r);
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        v->w = 0; /* makes fit() begin anew */
        fit(v);
        break;
    }
    obey(v, &r);
}

/* Events up to the first that is a command: the next one may depend on what
 * it does. While dragging only the last place of the pointer matters. */
static void
events(struct viz *v, const struct viz_now *now)
{
    struct input_in in = { .view = &v->st.view,
                           .scene = stage_scene(&v->st),
                           .now = now,
                           .census = &v->st.census,
                           .timeline = &v->st.timeline };
    SDL_Event e;

    while ((v->command[0] == '\0' || (v->down && v->dragged)) &&
           SDL_PollEvent(&e))
        one_event(v, &in, &e);
}

/* --- drawing ----------------------------------------------------------- */

static void
build(struct viz *v, const struct viz_now *now)
{
    uint64_t step = now->w == NULL ? 0 : world_steps(now->w);
    uint64_t d = step > v->step ? step - v->step : v->step - step;
    bool slow = !now->playing || (now->pace > 0 && now->pace < 1e-4);

    stage_build(&v->st, now, &v->host, v->w, v->h);
    if (now->version != v->version && d > 0 && d < 200 && slow &&
        stage_move(&v->st)) {
        v->moving = true;
        v->moving_since = SDL_GetTicks64();
    } else if (now->version != v->version) {
        v->moving = false;
    }
    v->version = now->version;
    v->step = step;
    v->stale = false;
}

/* BIT per panel that differs from the surface. */
static unsigned
differing(struct viz *v)
{
    uint64_t hash[NPANEL];
    unsigned panels = 0;

    damage_hash(stage_scene(&v->st), hash);
    for (int p = 0; p < NPANEL; p++)
        panels |= hash[p] != v->hash[p] ? 1u << p : 0;
    memcpy(v->hash, hash, sizeof hash);
    if (v->damaged || v->moving || v->st.view.help)
        panels = ~0u;
    return panels;
}

static void
advance_motion(struct viz *v)
{
    float t = (float)(SDL_GetTicks64() - v->moving_since) / TWEEN_MS;

    v->st.tween.t = t < 1 ? t : 1;
    if (t >= 1) {
        v->moving = false;
        v->damaged = true; /* the last frame: everything at rest */
    }
}

static void
paint(struct viz *v)
{
    unsigned panels;
    cairo_t *cr;

    if (v->moving)
        advance_motion(v);
    if ((panels = differing(v)) == 0)
        return;
    cr = cairo_create(v->surface);
    stage_draw(&v->st, cr, false, panels);
    cairo_destroy(cr);
    cairo_surface_flush(v->surface);
    v->damaged = v->st.view.help;
    v->present = true;
}

/* What the pointer rests on; true if the tooltip has changed. */
static bool
find_tip(struct viz *v, const struct viz_now *now)
{
    struct scene_in in = { .now = now,
                           .census = &v->st.census,
                           .view = &v->st.view };
    const struct scene *s = stage_scene(&v->st);
    const struct item *it =
        v->mx < 0 || v->down ? NULL : scene_hit(s, v->mx, v->my);
    char tip[sizeof v->tip] = "";

    if (it != NULL && !v->st.view.help)
        tip_text(&in, s, it, tip, sizeof tip);
    if (strcmp(tip, v->tip) == 0)
        return false;
    memcpy(v->tip, tip, sizeof tip);
    return true;
}

/* The surface with the tooltip over it. */
static cairo_surface_t *
with_tip(struct viz *v)
{
    struct draw_look look = stage_look(&v->st, false);
    float scale = v->st.view.scale;
    cairo_t *cr;

    if (v->over == NULL)
        v->over = cairo_image_surface_create(CAIRO_FORMAT_RGB24, v->w, v->h);
    cr = cairo_create(v->over);
    cairo_set_source_surface(cr, v->surface, 0, 0);
    cairo_paint(cr);
    draw_tip(v->st.draw, cr, &look, v->tip, v->mx, v->my, (float)v->w / scale,
             (float)v->h / scale);
    cairo_destroy(cr);
    cairo_surface_flush(v->over);
    return v->over;
}

static void
show(struct viz *v)
{
    cairo_surface_t *s = v->tip[0] == '\0' ? v->surface : with_tip(v);

    SDL_UpdateTexture(v->texture, NULL, cairo_image_surface_get_data(s),
                      cairo_image_surface_get_stride(s));
    SDL_RenderCopy(v->renderer, v->texture, NULL, NULL);
    SDL_RenderPresent(v->renderer);
    v->present = false;
}

/* Leave the simulation four fifths of the time while it runs freely. */
static Uint64
interval(const struct viz *v, const struct viz_now *now)
{
    Uint64 rest = now->playing && now->pace <= 0 ? v->cost * 5 : 0;

    return rest > FRAME_MS ? rest : FRAME_MS;
}

bool
viz_poll(struct viz *v, const struct viz_now *now)
{
    Uint64 start = SDL_GetTicks64();
    char command[COMMAND_MAX];

    events(v, now);
    if (!v->closed &&
        (v->drawn_at == 0 || start - v->drawn_at >= interval(v, now))) {
        if (v->stale || now->version != v->version)
            build(v, now);
        paint(v);
        if (find_tip(v, now))
            v->present = true;
        if (v->present) {
            show(v);
            v->drawn_at = start;
            v->cost = SDL_GetTicks64() - start;
        }
    }
    memcpy(command, v->command, sizeof command);
    v->command[0] = '\0';
    if (command[0] != '\0' && v->host.command != NULL)
        v->host.command(v->host.ctx, command);
    return !v->closed;
}

int
viz_wait(const struct viz *v)
{
    if (SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT))
        return 1;
    return v->moving || v->stale || v->damaged || v->present || v->down
               ? 8
               : IDLE_MS;
}

/* --- view commands ----------------------------------------------------- */

bool
viz_command(struct viz *v, const struct world *w, const char *line,
            struct gopark_err *err)
{
    if (!command_view(&v->st.view, w, line, err))
        return false;
    stage_lang(&v->st);
    v->stale = v->damaged = true;
    return true;
}

/* --- for tests --------------------------------------------------------- */

const struct scene *
window_scene(const struct viz *v)
{
    return stage_scene(&v->st);
}

const struct view *
window_view(const struct viz *v)
{
    return &v->st.view;
}

bool
window_moves(const struct viz *v)
{
    return v->moving;
}

bool
window_save(const struct viz *v, const char *path)
{
    return cairo_surface_write_to_png(v->tip[0] == '\0' ? v->surface : v->over,
                                      path) == CAIRO_STATUS_SUCCESS;
}
