#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pangocairo.h>

enum { BUCKETS = 4096, ENTRIES_MAX = 8192 };

/* One text laid out; room < 0: as wide as it likes. */
struct entry {
    struct entry *next;
    uint32_t hash;
    int font, room;
    PangoLayout *layout;
    float width, baseline;
    char s[];
};

struct text_cache {
    PangoContext *context;
    PangoFontDescription *desc[NFONT];
    struct entry *bucket[BUCKETS];
    int n;
};

static PangoFontDescription *
describe(enum font f)
{
    bool mono = f == FONT_MONO || f == FONT_MONO_STRONG;
    bool bold = f == FONT_STRONG || f == FONT_CHIP || f == FONT_HEAD ||
                f == FONT_BIG || f == FONT_MONO_STRONG;
    PangoFontDescription *d = pango_font_description_new();

    pango_font_description_set_family(
        d, mono ? "DejaVu Sans Mono,Noto Sans Mono CJK SC,monospace"
                : "DejaVu Sans,Noto Sans CJK SC,sans-serif");
    pango_font_description_set_absolute_size(d, (double)font_size(f) *
                                                    PANGO_SCALE);
    pango_font_description_set_weight(d, bold ? PANGO_WEIGHT_BOLD
                                              : PANGO_WEIGHT_NORMAL);
    return d;
}

struct text_cache *
text_open(void)
{
    struct text_cache *tc = calloc(1, sizeof *tc);
    cairo_font_options_t *options;

    if (tc == NULL)
        return NULL;
    tc->context =
        pango_font_map_create_context(pango_cairo_font_map_get_default());
    options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(tc->context, options);
    cairo_font_options_destroy(options);
    for (int f = 0; f < NFONT; f++)
        tc->desc[f] = describe((enum font)f);
    return tc;
}

static void
forget(struct text_cache *tc)
{
    for (int i = 0; i < BUCKETS; i++) {
        struct entry *e = tc->bucket[i], *next;
        for (; e != NULL; e = next) {
            next = e->next;
            g_object_unref(e->layout);
            free(e);
        }
        tc->bucket[i] = NULL;
    }
    tc->n = 0;
}

void
text_close(struct text_cache *tc)
{
    if (tc == NULL)
        return;
    forget(tc);
    for (int f = 0; f < NFONT; f++)
        pango_font_description_free(tc->desc[f]);
    g_object_unref(tc->context);
    free(tc);
}

void
text_set_lang(struct text_cache *tc, enum lang l)
{
    forget(tc);
    pango_context_set_language(
        tc->context, pango_language_from_string(l == LANG_ZH ? "zh-cn" : "en"));
}

static uint32_t
hash(const char *s, int font, int room)
{
    uint32_t h = 2166136261u ^ (uint32_t)font * 97u ^ (uint32_t)room * 193u;

    for (; *s != '\0'; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

static void
lay_out(struct text_cache *tc, struct entry *e)
{
    PangoRectangle r;

    e->layout = pango_layout_new(tc->context);
    pango_layout_set_font_description(e->layout, tc->desc[e->font]);
    pango_layout_set_single_paragraph_mode(e->layout, TRUE);
    if (e->room >= 0) {
        pango_layout_set_width(e->layout, e->room * PANGO_SCALE);
        pango_layout_set_ellipsize(e->layout, PANGO_ELLIPSIZE_END);
    }
    pango_layout_set_text(e->layout, e->s, -1);
    pango_layout_get_extents(e->layout, NULL, &r);
    e->width = (float)r.width / PANGO_SCALE;
    e->baseline = (float)pango_layout_get_baseline(e->layout) / PANGO_SCALE;
}

static struct entry *
find(struct text_cache *tc, enum font f, const char *s, int room)
{
    uint32_t h = hash(s, f, room);
    struct entry *e = tc->bucket[h % BUCKETS];
    size_t len;

    for (; e != NULL; e = e->next) {
        if (e->hash == h && e->font == (int)f && e->room == room &&
            strcmp(e->s, s) == 0)
            return e;
    }
    if (tc->n >= ENTRIES_MAX)
        forget(tc);
    len = strlen(s);
    if ((e = malloc(sizeof *e + len + 1)) == NULL)
        return NULL;
    *e = (struct entry){
        .next = tc->bucket[h % BUCKETS], .hash = h, .font = (int)f, .room = room
    };
    memcpy(e->s, s, len + 1);
    lay_out(tc, e);
    tc->bucket[h % BUCKETS] = e;
    tc->n++;
    return e;
}

float
text_measure(void *ctx, enum font f, const char *s)
{
    const struct entry *e = find(ctx, f, s, -1);

    return e == NULL ? 0 : e->width;
}

void
text_show(struct text_cache *tc, cairo_t *cr, enum font f, const char *s,
          struct rect r, enum align a)
{
    const struct entry *e = find(tc, f, s, -1);
    float x = r.x;

    if (e == NULL || r.w < 3)
        return;
    if (e->width > r.w + 0.5f) {
        if ((e = find(tc, f, s, (int)r.w)) == NULL)
            return;
    }
    if (a == ALIGN_CENTRE)
        x += (r.w - e->width) / 2;
    else if (a == ALIGN_RIGHT)
        x += r.w - e->width;
    cairo_move_to(cr, x, r.y + r.h / 2 + font_size(f) * 0.36f - e->baseline);
    pango_cairo_show_layout(cr, e->layout);
}

bool
text_has_cjk(struct text_cache *tc)
{
    PangoLayout *l = pango_layout_new(tc->context);
    int unknown;

    pango_layout_set_text(l, "\u8c03\u5ea6", -1);
    unknown = pango_layout_get_unknown_glyphs_count(l);
    g_object_unref(l);
    return unknown == 0;
}

#ifdef __SANITIZE_ADDRESS__
/* Fontconfig keeps what it has read until the process ends, and cairo 1.16
 * forgets a little when it closes a PDF; our own cairo surfaces are counted
 * by the run under valgrind, which tells the two apart. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);

__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libcairo\n";
}

__attribute__((visibility("default"))) const char *
__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif
