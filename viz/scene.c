#include "scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

/* --- storage ----------------------------------------------------------- */

static bool
grow(struct scene *s, void **p, uint32_t *room, uint32_t need, size_t size)
{
    uint32_t n = *room == 0 ? 256 : *room;
    void *q;

    if (need <= *room)
        return true;
    while (n < need)
        n *= 2;
    if ((q = realloc(*p, n * size)) == NULL) {
        s->failed = true;
        return false;
    }
    *p = q;
    *room = n;
    return true;
}

static uint32_t
say_v(struct scene *s, const char *fmt, va_list ap)
{
    char buf[1024];
    int n = vsnprintf(buf, sizeof buf, fmt, ap);
    uint32_t at = s->narena;

    if (n <= 0)
        return 0;
    if ((size_t)n >= sizeof buf)
        n = (int)sizeof buf - 1;
    if (!grow(s, (void **)&s->arena, &s->arena_room,
              s->narena + (uint32_t)n + 1, 1))
        return 0;
    memcpy(s->arena + at, buf, (size_t)n);
    s->arena[at + (uint32_t)n] = '\0';
    utf8_clean(s->arena + at);
    s->narena += (uint32_t)n + 1;
    return at;
}

uint32_t
scene_say(struct scene *s, const char *fmt, ...)
{
    va_list ap;
    uint32_t at;

    va_start(ap, fmt);
    at = say_v(s, fmt, ap);
    va_end(ap);
    return at;
}

const char *
scene_text(const struct scene *s, uint32_t at)
{
    return at == 0 || s->arena == NULL ? "" : s->arena + at;
}

uint32_t
scene_point(struct scene *s, float x, float y)
{
    if (!grow(s, (void **)&s->point, &s->point_room, s->npoint + 1,
              sizeof *s->point))
        return 0;
    s->point[s->npoint] = (struct point){ x, y };
    return s->npoint++;
}

bool
scene_member(struct scene *s, uint32_t g)
{
    if (!grow(s, (void **)&s->member, &s->member_room, s->nmember + 1,
              sizeof *s->member))
        return false;
    s->member[s->nmember++] = g;
    return true;
}

void
scene_fini(struct scene *s)
{
    free(s->item);
    free(s->arena);
    free(s->member);
    free(s->point);
    memset(s, 0, sizeof *s);
}

/* --- items ------------------------------------------------------------- */

float
font_size(enum font f)
{
    static const float size[NFONT] = {
        [FONT_TINY] = 9,    [FONT_SMALL] = 10, [FONT_BODY] = 11,
        [FONT_STRONG] = 12, [FONT_CHIP] = 12,  [FONT_HEAD] = 13,
        [FONT_BIG] = 15,    [FONT_MONO] = 11,  [FONT_MONO_STRONG] = 11,
    };
    return size[f];
}

float
font_line(enum font f)
{
    return font_size(f) * 1.3f;
}

/* An item that is lost to memory goes here; the scene has failed. */
static struct item lost;

struct item *
scene_add(struct build *b, enum shape shape, struct rect r)
{
    struct scene *s = b->s;
    struct item *it = &lost;

    if (grow(s, (void **)&s->item, &s->item_room, s->nitem + 1,
             sizeof *s->item))
        it = &s->item[s->nitem++];
    memset(it, 0, sizeof *it);
    it->shape = (uint8_t)shape;
    it->panel = b->panel;
    it->clip = b->clip;
    it->x = r.x;
    it->y = r.y;
    it->w = r.w;
    it->h = r.h;
    return it;
}

struct item *
scene_box(struct build *b, struct rect r, float radius, enum ink fill,
          enum ink edge)
{
    struct item *it = scene_add(b, SHAPE_BOX, r);

    it->r = radius;
    it->fill = (uint8_t)fill;
    it->edge = (uint8_t)edge;
    return it;
}

struct item *
scene_label(struct build *b, struct rect r, enum font f, enum ink ink,
            enum align a, const char *fmt, ...)
{
    va_list ap;
    struct item *it = scene_add(b, SHAPE_TEXT, r);

    va_start(ap, fmt);
    it->text = say_v(b->s, fmt, ap);
    va_end(ap);
    it->font = (uint8_t)f;
    it->ink = (uint8_t)ink;
    it->align = (uint8_t)a;
    it->flags = IT_LABEL;
    it->textw = scene_width(b, f, scene_text(b->s, it->text));
    return it;
}

struct item *
scene_glyph(struct build *b, float x, float y, float size, enum glyph g,
            enum ink ink)
{
    struct item *it =
        scene_add(b, SHAPE_GLYPH, (struct rect){ x, y, size, size });

    it->glyph = (uint8_t)g;
    it->ink = (uint8_t)ink;
    return it;
}

struct item *
scene_wire(struct build *b, float x0, float y0, float x1, float y1, float bend,
           enum ink ink, unsigned flags)
{
    struct item *it =
        scene_add(b, SHAPE_WIRE, (struct rect){ x0, y0, x1 - x0, y1 - y0 });

    it->r = bend;
    it->ink = (uint8_t)ink;
    it->flags = (uint16_t)flags;
    return it;
}

float
scene_width(const struct build *b, enum font f, const char *s)
{
    return *s == '\0' ? 0 : b->in->measure.width(b->in->measure.ctx, f, s);
}

const char *
scene_word(const struct build *b, enum text t)
{
    return text_get(b->v->lang, t);
}

void
scene_is(struct item *it, enum thing_kind kind, uint32_t id, uint32_t sub)
{
    it->kind = (uint8_t)kind;
    it->id = id;
    it->sub = sub;
}

enum text
scene_bad_word(const struct world *w)
{
    switch (world_end(w)->how) {
    case END_DEADLOCK:
    case END_NO_GS:
        return T_DEADLOCKED;
    case END_PANIC:
    case END_FATAL:
    case END_CHECK:
        return T_PANICKED;
    case END_NOT:
    case END_RETURN:
    case END_EXIT:
    case END_STALLED:
    case END_STEPS:
    case END_TIME:
    case END_MEMORY:
    case END_GS:
        break;
    }
    return T_LEAKED;
}

/* --- panels ------------------------------------------------------------ */

enum { PANEL_HEAD = 26 };

void
scene_panel_begin(struct build *b, enum panel_id p, const char *title,
                  const char *note)
{
    struct panel *pl = &b->s->panel[p];
    struct rect r = pl->box;
    float notew = scene_width(b, FONT_BODY, note);
    struct item *it;

    b->panel = (uint8_t)p;
    b->clip = 0;
    scene_box(b, r, 8, INK_PANEL, INK_EDGE);
    if (notew > (r.w - 36) * 0.62f)
        notew = (r.w - 36) * 0.62f;
    scene_label(b, (struct rect){ r.x + 12, r.y + 6, r.w - 36 - notew, 16 },
                FONT_STRONG, INK_DIM, ALIGN_LEFT, "%s", title);
    if (*note != '\0') {
        it = scene_label(
            b, (struct rect){ r.x + r.w - 12 - notew, r.y + 6, notew, 16 },
            FONT_BODY, INK_DIM, ALIGN_RIGHT, "%s", note);
        it->sub = 1;
    }
    pl->body = (struct rect){ r.x + 1, r.y + PANEL_HEAD, r.w - 2,
                              r.h - PANEL_HEAD - 4 };
    b->clip = (uint8_t)p;
}

void
scene_panel_end(struct build *b, enum panel_id p, float bottom)
{
    const struct rect *body = &b->s->panel[p].body;
    float content = bottom + b->v->scroll[p] - body->y;
    float over = content - body->h;

    b->v->scroll_max[p] = over > 0 ? over : 0;
    if (b->v->scroll[p] > b->v->scroll_max[p])
        b->v->scroll[p] = b->v->scroll_max[p];
    if (over > 1 && body->h > 20) {
        float h = body->h * body->h / content;
        float y = body->y + (body->h - h) * b->v->scroll[p] / over;
        scene_box(b, (struct rect){ body->x + body->w - 6, y, 4, h }, 2,
                  INK_FAINT, INK_NONE);
    }
    b->clip = 0;
}

/* --- the whole --------------------------------------------------------- */

static void
lay_all(struct build *b)
{
    static void (*const lay[NPANEL])(struct build *) = {
        [PANEL_SCHED] = lay_sched,       [PANEL_CELLS] = lay_cells,
        [PANEL_CYCLE] = lay_cycle,       [PANEL_CHANS] = lay_chans,
        [PANEL_SOURCE] = lay_source,     [PANEL_INSPECTOR] = lay_inspector,
        [PANEL_TIMELINE] = lay_timeline, [PANEL_OUTPUT] = lay_output,
    };
    /* Homes at objects come before the scheduler's shelf for what is left. */
    static const enum panel_id order[] = { PANEL_CHANS,    PANEL_SCHED,
                                           PANEL_CELLS,    PANEL_CYCLE,
                                           PANEL_SOURCE,   PANEL_INSPECTOR,
                                           PANEL_TIMELINE, PANEL_OUTPUT };

    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        if (b->s->panel[order[i]].shown)
            lay[order[i]](b);
    }
    lay_focus(b);
    cycle_dim(b);
}

void
scene_build(struct scene *s, const struct scene_in *in)
{
    struct build b = {
        .s = s, .in = in, .w = in->now->w, .c = in->census, .v = in->view
    };

    s->nitem = s->nmember = s->npoint = 0;
    s->ntoken = 0;
    s->narena = 1;
    s->failed = !grow(s, (void **)&s->arena, &s->arena_room, 1, 1);
    s->w = in->w;
    s->h = in->h;
    s->step = b.w == NULL ? 0 : world_steps(b.w);
    if (s->failed)
        return;
    s->arena[0] = '\0';
    b.placed = calloc(b.c->nindex + 1, 1);
    b.touched = calloc(b.c->nindex + 1, 1);
    if (b.placed == NULL || b.touched == NULL) {
        s->failed = true;
    } else {
        if (b.w != NULL) {
            scene_touch(&b);
            cycle_find(&b);
        }
        float caption = lay_caption_height(&b);

        s->h -= caption; /* the panels share what is left */
        lay_panels(&b);
        lay_top(&b);
        if (b.w != NULL)
            lay_all(&b);
        s->h = in->h;
        lay_caption(&b, caption);
        s->first_over = s->nitem;
        if (b.v->help)
            lay_help(&b);
    }
    free(b.placed);
    free(b.touched);
}
