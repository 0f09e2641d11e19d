/*
 * window.c - the window: the only file that talks to SDL.
 *
 * The canvas (canvas.c) draws the scene into a surface of our own, which goes
 * to the screen through a streaming texture. Events become replies (input.c); their commands go to
 * the host at the very end of viz_poll(), which a command may call again.
 */
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "canvas.h"
#include "command.h"
#include "input.h"
#include "window.h"

enum { FRAME_MS = 16, IDLE_MS = 40, DRAG_PX = 3 };

struct viz {
    struct canvas c;
    struct viz_host host;
    SDL_Window *window;
    SDL_Renderer *renderer;
    SDL_Texture *texture;
    bool present; /* the screen must be updated */
    bool closed;
    Uint64 drawn_at, cost;      /* ms */
    float mx, my, downx, downy; /* logical px */
    bool down, dragged;
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

/* Canvas and texture of the size that the window has now. */
static bool
fit(struct viz *v)
{
    int w, h;

    if (SDL_GetRendererOutputSize(v->renderer, &w, &h) != 0 || w < 1 || h < 1)
        return false;
    if (v->texture != NULL && w == v->c.w && h == v->c.h)
        return true;
    if (v->texture != NULL)
        SDL_DestroyTexture(v->texture);
    v->texture = SDL_CreateTexture(v->renderer, SDL_PIXELFORMAT_RGB888,
                                   SDL_TEXTUREACCESS_STREAMING, w, h);
    return canvas_fit(&v->c, w, h) && v->texture != NULL;
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
    if ((rc = canvas_open(&v->c, look, err)) != GOPARK_OK ||
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
    if (v->texture != NULL)
        SDL_DestroyTexture(v->texture);
    if (v->renderer != NULL)
        SDL_DestroyRenderer(v->renderer);
    if (v->window != NULL)
        SDL_DestroyWindow(v->window);
    canvas_close(&v->c);
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
        v->c.stale = true;
    if (r->command[0] != '\0')
        memcpy(v->command, r->command, COMMAND_MAX);
}

/* Device px of the surface for px of the window. */
static float
logical(const struct viz *v, int px)
{
    int w, h;

    SDL_GetWindowSize(v->window, &w, &h);
    return (float)px * (float)v->c.w / (float)(w > 0 ? w : 1) /
           v->c.st.view.scale;
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
    if (!v->down)
        return;
    if (v->dragged)
        input_release(in, &r);
    else
        input_click(in, v->downx, v->downy, e->clicks == 2, &r);
    obey(v, &r);
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
        v->c.w = 0; /* makes fit() begin anew */
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
    struct input_in in = { .view = &v->c.st.view,
                           .scene = stage_scene(&v->c.st),
                           .now = now,
                           .census = &v->c.st.census,
                           .timeline = &v->c.st.timeline };
    SDL_Event e;

    while ((v->command[0] == '\0' || (v->down && v->dragged)) &&
           SDL_PollEvent(&e))
        one_event(v, &in, &e);
}

/* --- drawing ----------------------------------------------------------- */

static void
show(struct viz *v)
{
    cairo_surface_t *s = canvas_shown(&v->c, v->mx, v->my);

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
        if (v->c.stale || now->version != v->c.version)
            canvas_build(&v->c, now, &v->host, start);
        if (canvas_paint(&v->c, SDL_GetTicks64()))
            v->present = true;
        if (canvas_tip(&v->c, now, v->down ? -1 : v->mx, v->my))
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
    return v->c.moving || v->c.stale || v->c.damaged || v->present || v->down
               ? 8
               : IDLE_MS;
}

/* --- view commands ----------------------------------------------------- */

bool
viz_command(struct viz *v, const struct world *w, const char *line,
            struct gopark_err *err)
{
    if (!command_view(&v->c.st.view, w, line, err))
        return false;
    stage_lang(&v->c.st);
    v->c.stale = v->c.damaged = true;
    return true;
}

/* --- for tests --------------------------------------------------------- */

const struct scene *
window_scene(const struct viz *v)
{
    return stage_scene(&v->c.st);
}

const struct view *
window_view(const struct viz *v)
{
    return &v->c.st.view;
}

bool
window_settled(const struct viz *v, const struct viz_now *now)
{
    return !v->c.moving && !v->c.stale && v->c.version == now->version &&
           v->command[0] == '\0' &&
           !SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
}

bool
window_save(const struct viz *v, const char *path)
{
    cairo_surface_t *s = v->c.tip[0] == '\0' ? v->c.surface : v->c.over;

    return cairo_surface_write_to_png(s, path) == CAIRO_STATUS_SUCCESS;
}
