/*
 * lay_source.c - the source around the line that matters, and on each line
 * the goroutines that stand there.
 */
#include <stdio.h>
#include <string.h>

#include "chip.h"
#include "source.h"

enum { LINE_H = 16, NUMBER_W = 38, PER_LINE = 3, LINES_MAX = 200 };

/* The goroutine of the moment: the selected one, else the last to act. */
uint32_t
scene_subject(const struct build *b)
{
    uint64_t first, count;
    struct gopark_g g;

    if (b->v->selected.kind == TH_G && world_g(b->w, b->v->selected.id, &g))
        return g.id;
    world_log_range(b->w, &first, &count);
    for (uint64_t i = first + count; i > first && first + count - i < 64; i--) {
        const struct gopark_event *e = world_log_at(b->w, i - 1);
        if (e->g != 0 && world_g(b->w, e->g, &g) && !g.hidden &&
            g.status != G_DEAD)
            return g.id;
    }
    return 1;
}

static const struct viz_break *
break_at(const struct build *b, const char *file, int line)
{
    for (int i = 0; i < b->in->now->nbreaks; i++) {
        const struct viz_break *br = &b->in->now->breaks[i];
        if (br->line == line && strcmp(br->file, file) == 0)
            return br;
    }
    return NULL;
}

/* Goroutines per visible line: the first few, and how many. */
struct on_line {
    uint32_t g[PER_LINE];
    int rank[PER_LINE];
    uint32_t n;
    uint8_t state;
};

static int
importance(const struct build *b, const struct census_g *g)
{
    if (b->v->selected.kind == TH_G && b->v->selected.id == g->id)
        return 3;
    return g->state == VS_RUNNING ? 2 : g->state == VS_BAD ? 1 : 0;
}

/* Keep the most important few, by rank, then by number. */
static void
stand(struct on_line *o, const struct census_g *g, int rank)
{
    uint32_t have = o->n < PER_LINE ? o->n : PER_LINE, at = have;

    while (at > 0 && o->rank[at - 1] < rank)
        at--;
    if (at == PER_LINE)
        return;
    for (uint32_t i = have < PER_LINE ? have : PER_LINE - 1; i > at; i--) {
        o->g[i] = o->g[i - 1];
        o->rank[i] = o->rank[i - 1];
    }
    o->g[at] = g->id;
    o->rank[at] = rank;
}

static void
gather(const struct build *b, const char *file, int from, int lines,
       struct on_line *on)
{
    memset(on, 0, (size_t)lines * sizeof *on);
    for (uint32_t i = 0; i < b->c->ng; i++) {
        const struct census_g *g = &b->c->g[i];
        struct on_line *o;
        if (g->state == VS_DONE || g->line < from || g->line >= from + lines ||
            g->file == NULL || (g->file != file && strcmp(g->file, file) != 0))
            continue;
        o = &on[g->line - from];
        stand(o, g, importance(b, g));
        if (o->n == 0 || g->state == VS_RUNNING || g->state == VS_BAD)
            o->state = g->state;
        o->n++;
    }
}

/* Chips at the right end of a line; returns their left edge. */
static float
chips(struct build *b, const struct on_line *o, float right, float y)
{
    uint32_t show = o->n > PER_LINE ? PER_LINE - 1 : o->n;

    if (o->n > show) {
        char buf[32], n[28];
        float w;
        snprintf(buf, sizeof buf, "+%s", text_count(n, sizeof n, o->n - show));
        w = scene_width(b, FONT_SMALL, buf) + 4;
        scene_label(b, (struct rect){ right - w, y + 1, w, 14 }, FONT_SMALL,
                    INK_TEXT, ALIGN_RIGHT, "%s", buf);
        right -= w + 4;
    }
    for (uint32_t i = show; i-- > 0;) {
        struct standing st = { .g = o->g[i] };
        float w = chip_width(b, &st, DENSE_MINI);
        chip_mention(b, o->g[i], right - w, y, DENSE_MINI);
        right -= w + 4;
    }
    return right;
}

static void
one_line(struct build *b, const char *file, int n, const struct on_line *o,
         struct rect r, bool current)
{
    const struct viz_break *br = break_at(b, file, n);
    float right = r.x + r.w - 4;
    char text[256];
    struct item *it;

    if (o->n > 0) {
        it = scene_box(b, r, 3, INK_STATE + o->state, INK_NONE);
        it->flags |= IT_DIM;
    }
    if (current)
        scene_box(b, (struct rect){ r.x, r.y, 3, r.h }, 1, INK_RING, INK_NONE);
    it = scene_box(b, (struct rect){ r.x, r.y, NUMBER_W, r.h }, 0, INK_NONE,
                   INK_NONE);
    scene_is(it, TH_LINE, br == NULL ? 0 : (uint32_t)br->number, (uint32_t)n);
    it->cmd = br == NULL ? scene_say(b->s, "break %s:%d", file, n)
                         : scene_say(b->s, "delete %d", br->number);
    it->tip = scene_say(b->s, "%s", scene_text(b->s, it->cmd));
    if (br != NULL)
        scene_box(b, (struct rect){ r.x + 5, r.y + 4, 8, 8 }, 4, INK_ALARM,
                  INK_NONE);
    scene_label(b, (struct rect){ r.x + 12, r.y, NUMBER_W - 18, r.h },
                FONT_MONO, current ? INK_TEXT : INK_DIM, ALIGN_RIGHT, "%d", n);
    right = chips(b, o, right, r.y);
    if (!source_raw(b->w, file, n, text, sizeof text))
        return;
    scene_label(b,
                (struct rect){ r.x + NUMBER_W + 2, r.y,
                               right - r.x - NUMBER_W - 8, r.h },
                current ? FONT_MONO_STRONG : FONT_MONO, INK_TEXT, ALIGN_LEFT,
                "%s", text);
}

/* What is shown: line 0 is none in particular, g 0 nobody's. */
struct spot {
    char file[128];
    int line;
    uint32_t g;
};

static void
lines(struct build *b, const struct spot *at, struct rect r)
{
    struct on_line on[LINES_MAX];
    int total = source_count(b->w, at->file), show = (int)(r.h / LINE_H);
    int from, scroll = (int)(b->v->scroll[PANEL_SOURCE] / LINE_H);

    if (show < 1)
        return;
    if (show > LINES_MAX)
        show = LINES_MAX;
    from = at->line - show / 2;
    if (from + show > total + 1)
        from = total + 1 - show;
    from = from < 1 ? 1 : from;
    b->v->scroll_max[PANEL_SOURCE] = (float)(total * LINE_H);
    if (scroll > 0) /* away from the current line, round and round */
        from = 1 + (from - 1 + scroll) % (total > 0 ? total : 1);
    gather(b, at->file, from, show, on);
    for (int i = 0; i < show && from + i <= total; i++)
        one_line(b, at->file, from + i, &on[i],
                 (struct rect){ r.x, r.y + (float)i * LINE_H, r.w, LINE_H },
                 from + i == at->line);
}

/* The first place that a report of Go names: "\n\tFILE:LINE". */
static bool
first_place(const char *report, struct spot *at)
{
    const char *s = report == NULL ? NULL : strstr(report, "\n\t");

    return s != NULL &&
           sscanf(s, "\n\t%127[^:\n]:%d", at->file, &at->line) == 2;
}

/* Where the subject stands; where a panic came from, which has no stack any
 * more; else the program. */
static bool
find_spot(const struct build *b, struct spot *at)
{
    const struct gopark_end *e = world_end(b->w);
    const struct viz_host *h = b->in->host;
    struct gopark_g g;

    memset(at, 0, sizeof *at);
    if (world_g(b->w, scene_subject(b), &g) && g.file != NULL) {
        at->g = g.id;
        at->line = g.line;
        snprintf(at->file, sizeof at->file, "%s", g.file);
    } else if ((e->how == END_PANIC || e->how == END_FATAL) && h != NULL &&
               h->why != NULL && first_place(h->why(h->ctx, e->g), at)) {
        at->g = e->g;
    } else if (b->in->now->file != NULL) {
        snprintf(at->file, sizeof at->file, "%s", b->in->now->file);
    }
    return source_count(b->w, at->file) > 0;
}

void
lay_source(struct build *b)
{
    struct spot at;
    char note[64] = "";
    bool known = find_spot(b, &at);
    struct rect r;

    if (known && at.g != 0)
        snprintf(note, sizeof note, "G%u \u00b7 %s %d", at.g,
                 scene_word(b, T_LINE), at.line);
    scene_panel_begin(b, PANEL_SOURCE,
                      known ? at.file : scene_word(b, T_SOURCE), note);
    r = b->s->panel[PANEL_SOURCE].body;
    if (known)
        lines(b, &at, (struct rect){ r.x + 5, r.y, r.w - 12, r.h });
    else
        scene_label(b, (struct rect){ r.x + 12, r.y + 6, r.w - 24, 16 },
                    FONT_BODY, INK_DIM, ALIGN_LEFT, "%s",
                    scene_word(b, T_NO_SOURCE));
    b->clip = 0;
}
