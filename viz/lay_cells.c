/*
 * lay_cells.c - all goroutines at once, when there are too many for chips.
 *
 * Up to 4,096 have a cell each, packed by state, reason and creation site.
 * Above that a kind of goroutine is one bar. Leaked and deadlocked ones keep
 * a cell each as long as a cell can be seen.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chip.h"

enum { HEAD_H = 15, CELL_MAX = 12, BAR_H = 22, BAD_CELLS = 4096 };

static const char *
base_name(const char *path)
{
    const char *s = path == NULL ? NULL : strrchr(path, '/');

    return path == NULL ? "" : s == NULL ? path : s + 1;
}

/* "chan receive · worker, go leak.lua:3": the state is the colour's to tell
 * where there is a reason; functions without a name go by their place. */
static void
group_title(const struct build *b, const struct census_group *gr, char *buf,
            size_t size)
{
    static const enum text word[NVSTATE] = {
        [VS_RUNNING] = T_RUNNING,
        [VS_RUNNABLE] = T_RUNNABLE,
        [VS_WAITING] = T_STATE_BLOCKED,
        [VS_SLEEPING] = T_SLEEPING,
        [VS_SYSCALL] = T_STATE_SYSCALL,
        [VS_BAD] = T_BAD,
        [VS_DONE] = T_DONE,
    };
    const struct census_site *site =
        gr->site < b->c->nsite ? &b->c->site[gr->site] : NULL;
    const char *reason = gopark_reason_name((enum g_reason)gr->reason);
    const char *func = site == NULL || site->func == NULL ? "" : site->func;
    int n;

    if (gr->state == VS_BAD)
        n = snprintf(buf, size, "%s%s%s", scene_word(b, scene_bad_word(b->w)),
                     *reason != '\0' ? ": " : "", reason);
    else
        n = snprintf(buf, size, "%s",
                     gr->state == VS_WAITING ? reason
                                             : scene_word(b, word[gr->state]));
    if (*func != '\0' && strncmp(func, "function <", 10) != 0)
        n += snprintf(buf + n, size - (size_t)n, " \u00b7 %.40s", func);
    if (site != NULL && site->file != NULL)
        snprintf(buf + n, size - (size_t)n, " \u00b7 go %.32s:%d",
                 base_name(site->file), site->line);
    else if (gr->count == 1)
        snprintf(buf + n, size - (size_t)n, " \u00b7 main");
}

/* The count of a group and its title, in w. */
static void
group_head(struct build *b, const struct census_group *gr, float x, float y,
           float w)
{
    char title[160], count[28];
    float cw = w < 200 ? 40 : 54;

    text_count(count, sizeof count, gr->count);
    group_title(b, gr, title, sizeof title);
    scene_label(b, (struct rect){ x, y, cw, 14 }, FONT_STRONG,
                gr->state == VS_BAD ? INK_ALARM : INK_TEXT, ALIGN_RIGHT, "%s",
                count);
    scene_label(b, (struct rect){ x + cw + 8, y, w - cw - 14, 14 }, FONT_BODY,
                INK_DIM, ALIGN_LEFT, "%s", title);
}

static void
cell(struct build *b, const struct census_g *g, float x, float y, float size)
{
    struct item *it =
        scene_add(b, SHAPE_CELL, (struct rect){ x, y, size - 1, size - 1 });

    scene_is(it, TH_G, g->id, 0);
    it->state = g->state;
    it->glyph = GLYPH_NONE;
    it->key = (uint64_t)TH_G << 56 | g->id;
    if (b->v->selected.kind == TH_G && b->v->selected.id == g->id)
        it->flags |= IT_SELECTED;
    if (g->id < b->c->nindex && b->touched[g->id] && b->c->level == LEVEL_CELL)
        it->flags |= IT_CHANGED;
    if (!b->placed[g->id]) {
        b->placed[g->id] = 1;
        it->flags |= IT_HOME;
    }
}

static void
group_cells(struct build *b, const struct census_group *gr, float x, float y,
            float w, float size)
{
    uint32_t cols = w > size ? (uint32_t)(w / size) : 1;

    for (uint32_t i = 0; i < gr->count; i++)
        cell(b, &b->c->g[b->c->member[gr->first + i]],
             x + (float)(i % cols) * size, y + (float)(i / cols) * size, size);
}

static float
group_height(const struct census_group *gr, float w, float size)
{
    float cols = floorf(w / size) > 0 ? floorf(w / size) : 1;
    float h = ceilf((float)gr->count / cols) * size;

    return (h < HEAD_H ? HEAD_H : h) + 4;
}

/* Height that all cells of side size take in width w. */
static float
cells_height(const struct census *c, float w, float size)
{
    float h = 0;

    for (uint32_t i = 0; i < c->ngroup; i++)
        h += group_height(&c->group[i], w, size);
    return h;
}

/* Titles on the left, cells on the right. */
static float
all_cells(struct build *b, float x, float y, float w, float room)
{
    float size = CELL_MAX, left = w * 0.44f;

    while (size > 4 && cells_height(b->c, w - left, size) > room)
        size -= 1;
    for (uint32_t i = 0; i < b->c->ngroup; i++) {
        const struct census_group *gr = &b->c->group[i];
        group_head(b, gr, x, y, left);
        group_cells(b, gr, x + left, y + 1, w - left, size);
        y += group_height(gr, w - left, size);
    }
    return y;
}

/* A group as a bar, its length against the largest. */
static float
bar(struct build *b, const struct census_group *gr, uint32_t largest, float x,
    float y, float w)
{
    float left = w * 0.44f,
          len = (w - left) * (float)gr->count / (float)largest;
    struct item *it = scene_add(
        b, SHAPE_BAR,
        (struct rect){ x + left, y + 1, len < 3 ? 3 : len, BAR_H - 8 });
    uint32_t first = b->s->nmember;

    it->state = gr->state;
    for (uint32_t i = 0; i < gr->count; i++) {
        uint32_t id = b->c->g[b->c->member[gr->first + i]].id;
        if (!b->placed[id] && scene_member(b->s, id))
            b->placed[id] = 1;
    }
    it->first = first;
    it->count = b->s->nmember - first;
    it->flags |= IT_HOME;
    scene_is(it, TH_GROUP, gr->count, gr->state);
    group_head(b, gr, x, y, left);
    return y + BAR_H;
}

static float
bars(struct build *b, float x, float y, float w, float room)
{
    uint32_t largest = 1;

    for (uint32_t i = 0; i < b->c->ngroup; i++)
        largest =
            b->c->group[i].count > largest ? b->c->group[i].count : largest;
    for (uint32_t i = 0; i < b->c->ngroup; i++) {
        const struct census_group *gr = &b->c->group[i];
        if (gr->state == VS_BAD && gr->count <= BAD_CELLS) {
            float size = (float)gr->count * 160 > w * room ? 5 : 8;
            group_head(b, gr, x, y, w * 0.44f);
            group_cells(b, gr, x + w * 0.44f, y + 1, w * 0.56f, size);
            y += group_height(gr, w * 0.56f, size);
        } else {
            y = bar(b, gr, largest, x, y, w);
        }
    }
    return y;
}

void
lay_cells(struct build *b)
{
    char note[64], count[28];
    struct rect r;
    float y;

    snprintf(note, sizeof note, "%s",
             text_count(count, sizeof count, b->c->live));
    scene_panel_begin(b, PANEL_CELLS, scene_word(b, T_GOROUTINES), note);
    r = b->s->panel[PANEL_CELLS].body;
    y = r.y - b->v->scroll[PANEL_CELLS];
    if (b->c->level == LEVEL_CELL)
        y = all_cells(b, r.x + 12, y, r.w - 26, r.h - 4);
    else
        y = bars(b, r.x + 12, y, r.w - 26, r.h);
    scene_panel_end(b, PANEL_CELLS, y);
}
