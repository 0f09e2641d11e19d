#include "chip.h"

#include <stdio.h>
#include <string.h>

enum { CHIP_GAP = 5 };

float
chip_height(enum density d)
{
    return d == DENSE_CARD ? 34 : d == DENSE_CHIP ? 22 : 16;
}

enum density
chip_density(const struct build *b, float height)
{
    if (b->c->level == LEVEL_CARD && height >= chip_height(DENSE_CARD))
        return DENSE_CARD;
    return height >= chip_height(DENSE_CHIP) ? DENSE_CHIP : DENSE_MINI;
}

static enum font
name_font(enum density d)
{
    return d == DENSE_MINI ? FONT_TINY : FONT_CHIP;
}

static float
glyph_room(enum density d)
{
    return d == DENSE_MINI ? 14 : 21;
}

/* The second line of a card: what it sends, or where it is. */
static void
second_line(const struct build *b, const struct standing *st, char *buf,
            size_t size)
{
    struct gopark_g g;

    buf[0] = '\0';
    if (st->note[0] != '\0')
        snprintf(buf, size, "%.14s", st->note);
    else if (world_g(b->w, st->g, &g) && g.func != NULL && g.line > 0)
        snprintf(buf, size, "%.12s:%d",
                 strncmp(g.func, "function <", 10) == 0 ? "go func" : g.func,
                 g.line);
}

/* "G12", and the case of a select. */
static void
first_line(const struct standing *st, char *buf, size_t size)
{
    if (st->case_no > 0)
        snprintf(buf, size, "G%u\u00b7%d", st->g, st->case_no);
    else
        snprintf(buf, size, "G%u", st->g);
}

float
chip_width(const struct build *b, const struct standing *st, enum density d)
{
    char name[24], sub[64];
    float w, w2;

    first_line(st, name, sizeof name);
    w = scene_width(b, name_font(d), name);
    if (d == DENSE_CARD) {
        second_line(b, st, sub, sizeof sub);
        w2 = scene_width(b, FONT_TINY, sub);
        w = w2 > w ? w2 : w;
    }
    w += glyph_room(d) + (d == DENSE_MINI ? 6 : 9);
    return w < 40 && d != DENSE_MINI ? 40 : w;
}

static void
claim_home(struct build *b, struct item *it, bool ghost)
{
    if (b->c->level >= LEVEL_CELL)
        return;
    if (ghost || it->id >= b->c->nindex || b->placed[it->id])
        return;
    b->placed[it->id] = 1;
    it->flags |= IT_HOME | IT_MOVES;
    it->key = (uint64_t)TH_G << 56 | it->id;
}

struct item *
chip_add(struct build *b, const struct standing *st, float x, float y,
         enum density d, unsigned flags)
{
    struct rect r = { x, y, chip_width(b, st, d), chip_height(d) };
    struct item *it = scene_add(b, SHAPE_CHIP, r);
    const struct census_g *cg = census_find(b->c, st->g);
    char buf[64];

    scene_is(it, TH_G, st->g, (uint32_t)st->case_no);
    it->state = cg == NULL ? VS_DONE : cg->state;
    it->glyph = (uint8_t)theme_glyph((enum vstate)it->state,
                                     cg == NULL ? WAIT_NONE
                                                : (enum g_reason)cg->reason);
    it->font = (uint8_t)name_font(d);
    it->r = d == DENSE_CARD ? 8 : r.h / 2;
    it->flags = (uint16_t)(flags | (st->ghost ? IT_GHOST : 0) | IT_LABEL);
    first_line(st, buf, sizeof buf);
    it->text = scene_say(b->s, "%s", buf);
    it->textw = scene_width(b, name_font(d), buf);
    if (d == DENSE_CARD) {
        second_line(b, st, buf, sizeof buf);
        it->text2 = scene_say(b->s, "%s", buf);
    }
    if (b->v->selected.kind == TH_G && b->v->selected.id == st->g)
        it->flags |= IT_SELECTED;
    if (st->g < b->c->nindex && b->touched[st->g] && !(flags & IT_REF))
        it->flags |= IT_CHANGED;
    if (!(flags & (IT_REF | IT_SOLID)))
        claim_home(b, it, st->ghost);
    return it;
}

struct item *
chip_mention(struct build *b, uint32_t g, float x, float y, enum density d)
{
    struct standing st = { .g = g };

    return chip_add(b, &st, x, y, d, IT_REF);
}

struct item *
chip_empty(struct build *b, float x, float y, float w, enum density d)
{
    struct rect r = { x, y, w, chip_height(d) };
    struct item *it =
        scene_box(b, r, d == DENSE_CARD ? 8 : r.h / 2, INK_WELL, INK_FAINT);

    it->flags |= IT_DASHED;
    return it;
}

struct item *
chip_group(struct build *b, const struct standing *st, uint32_t n,
           uint32_t total, struct rect r)
{
    struct item *it = scene_box(b, r, r.h / 2, INK_WELL, INK_DIM);
    uint32_t first = b->s->nmember;
    char buf[32], count[28];

    for (uint32_t i = 0; i < n; i++) {
        if (st[i].ghost || b->c->level >= LEVEL_CELL ||
            st[i].g >= b->c->nindex || b->placed[st[i].g])
            continue;
        if (scene_member(b->s, st[i].g))
            b->placed[st[i].g] = 1;
    }
    it->first = first;
    it->count = b->s->nmember - first;
    scene_is(it, TH_GROUP, total, 0);
    it->flags |= IT_LABEL | (it->count > 0 ? IT_HOME : 0);
    snprintf(buf, sizeof buf, "+%s", text_count(count, sizeof count, total));
    it->text = scene_say(b->s, "%s", buf);
    it->font = FONT_SMALL;
    it->ink = INK_TEXT;
    it->align = ALIGN_CENTRE;
    it->textw = scene_width(b, FONT_SMALL, buf);
    return it;
}

float
chip_row_width(const struct build *b, const struct standing *st, uint32_t n,
               enum density d)
{
    float w = 0;

    for (uint32_t i = 0; i < n; i++)
        w += chip_width(b, &st[i], d) + CHIP_GAP;
    return w > 0 ? w - CHIP_GAP : 0;
}

static float
group_width(const struct build *b, uint32_t total)
{
    char buf[32], count[28];

    snprintf(buf, sizeof buf, "+%s", text_count(count, sizeof count, total));
    return scene_width(b, FONT_SMALL, buf) + 12;
}

/* How many of n stand in width w, keeping room for the group. */
static uint32_t
fitting(const struct build *b, const struct standing *st, uint32_t n,
        enum density d, float w)
{
    float used = 0;
    uint32_t i;

    for (i = 0; i < n; i++) {
        used += chip_width(b, &st[i], d) + CHIP_GAP;
        if (used > w)
            break;
    }
    return i;
}

static enum density
fitting_density(const struct build *b, const struct standing *st, uint32_t n,
                uint32_t total, struct rect r)
{
    enum density d = chip_density(b, r.h);

    while (d < DENSE_MINI && (total > n || chip_row_width(b, st, n, d) > r.w))
        d++;
    return d;
}

float
chip_row(struct build *b, const struct standing *st, uint32_t n, uint32_t total,
         struct rect r, enum align a)
{
    enum density d = fitting_density(b, st, n, total, r);
    uint32_t show = n;
    float x = 0, y = r.y + (r.h - chip_height(d)) / 2;

    if (total > n || chip_row_width(b, st, n, d) > r.w)
        show = fitting(b, st, n, d, r.w - group_width(b, total));
    for (uint32_t i = 0; i < show; i++) {
        float w = chip_width(b, &st[i], d);
        chip_add(b, &st[i], a == ALIGN_RIGHT ? r.x + r.w - x - w : r.x + x, y,
                 d, 0);
        x += w + CHIP_GAP;
    }
    if (show < total) {
        struct rect g = { r.x + x, y, group_width(b, total - show),
                          chip_height(d) };
        if (g.w > r.w - x)
            g.w = r.w - x > 8 ? r.w - x : 8;
        if (a == ALIGN_RIGHT)
            g.x = r.x + r.w - x - g.w;
        chip_group(b, st + show, n - show, total - show, g);
        x += g.w + CHIP_GAP;
    }
    return x > 0 ? x - CHIP_GAP : 0;
}
