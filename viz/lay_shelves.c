/*
 * lay_shelves.c - rows for all who are neither on a P nor at an object: idle
 * Ms, Ms in system calls, sleepers, blocked for ever, stalled, done.
 *
 * A shelf takes the width it needs; the next one follows on the same line or
 * on a new one. The last shelf takes whoever has no home yet (S1).
 */
#include <stdio.h>

#include "chip.h"

enum { SHELF_H = 26, SHELF_GAP = 22 };

struct cursor {
    float x0, x, y, w;
};

/* Room of width want for a shelf; a new line where this one is too short. */
static struct rect
take(struct cursor *c, float want)
{
    struct rect r;

    if (c->x > c->x0 && c->x + want > c->x0 + c->w) {
        c->x = c->x0;
        c->y += SHELF_H;
    }
    if (want > c->x0 + c->w - c->x)
        want = c->x0 + c->w - c->x;
    r = (struct rect){ c->x, c->y, want, SHELF_H - 4 };
    c->x += want + SHELF_GAP;
    return r;
}

/* The label of a shelf at the left of r; what remains. Its goroutines may be
 * drawn smaller, a word cannot. */
static struct rect
shelf_label(struct build *b, struct rect r, const char *s)
{
    float w = scene_width(b, FONT_BODY, s) + 8;

    if (w > r.w - 30)
        w = r.w - 30 > 0 ? r.w - 30 : 0;
    scene_label(b, (struct rect){ r.x, r.y + 4, w - 6, 14 }, FONT_BODY, INK_DIM,
                ALIGN_LEFT, "%s", s);
    return (struct rect){ r.x + w, r.y, r.w - w, r.h };
}

/* --- Ms ---------------------------------------------------------------- */

static void
small_m(struct build *b, int id, struct rect r)
{
    struct item *it = scene_box(b, r, 6, INK_WELL, INK_EDGE);

    scene_is(it, TH_M, (uint32_t)id + 1, 0);
    it->key = (uint64_t)TH_M << 56 | (uint32_t)id;
    it->flags |= IT_MOVES | IT_LABEL;
    it->text = scene_say(b->s, "M%d", id);
    it->font = FONT_SMALL;
    it->ink = INK_TEXT;
    it->align = ALIGN_CENTRE;
    it->textw = scene_width(b, FONT_SMALL, scene_text(b->s, it->text));
}

static void
idle_ms(struct build *b, struct cursor *c)
{
    int n = world_nms(b->w), idle = 0, shown = 0;
    float want = scene_width(b, FONT_BODY, scene_word(b, T_IDLE_M)) + 8;
    struct gopark_m m;
    struct rect r;

    for (int i = 0; i < n; i++)
        idle += world_m(b->w, i, &m) && m.status == M_IDLE;
    if (idle == 0)
        return;
    want += (float)(idle > 8 ? 8 : idle) * 38 + (idle > 8 ? 34 : 0);
    r = shelf_label(b, take(c, want), scene_word(b, T_IDLE_M));
    r.w += 2;
    for (int i = 0; i < n && r.w >= 34; i++) {
        if (!world_m(b->w, i, &m) || m.status != M_IDLE)
            continue;
        if (shown == 8 || (r.w < 72 && idle - shown > 1)) {
            scene_label(b, (struct rect){ r.x, r.y + 4, r.w, 14 }, FONT_SMALL,
                        INK_DIM, ALIGN_LEFT, "+%d", idle - shown);
            return;
        }
        small_m(b, i, (struct rect){ r.x, r.y, 34, r.h });
        r.x += 38;
        r.w -= 38;
        shown++;
    }
}

/* An M in a system call and its goroutine. */
static void
syscall_m(struct build *b, struct cursor *c, const struct gopark_m *m)
{
    struct standing st = { .g = m->g };
    float w = chip_width(b, &st, DENSE_CHIP), sw;
    char span[32];
    struct rect r;
    struct item *it;

    text_span(span, sizeof span,
              m->until > world_now(b->w) ? m->until - world_now(b->w) : 0);
    sw = scene_width(b, FONT_SMALL, span) + 8;
    r = take(c, 34 + w + sw + 6);
    c->x -= SHELF_GAP - 8;
    it = scene_box(b, (struct rect){ r.x, r.y - 1, r.w, r.h + 2 }, 6, INK_WELL,
                   INK_STATE + VS_SYSCALL);
    scene_is(it, TH_M, (uint32_t)m->id + 1, 0);
    it->key = (uint64_t)TH_M << 56 | (uint32_t)m->id;
    it->flags |= IT_MOVES;
    scene_label(b, (struct rect){ r.x + 6, r.y + 4, 28, 14 }, FONT_SMALL,
                INK_TEXT, ALIGN_LEFT, "M%d", m->id);
    chip_add(b, &st, r.x + 34, r.y, DENSE_CHIP, 0);
    scene_label(b, (struct rect){ r.x + 38 + w, r.y + 4, sw, 14 }, FONT_SMALL,
                INK_DIM, ALIGN_LEFT, "%s", span);
}

static void
syscall_ms(struct build *b, struct cursor *c)
{
    struct gopark_m m;
    bool any = false;
    float lw = scene_width(b, FONT_BODY, scene_word(b, T_IN_SYSCALL)) + 8;

    for (int i = 0; i < world_nms(b->w); i++) {
        if (!world_m(b->w, i, &m) || m.status != M_SYSCALL || m.g == 0 ||
            b->placed[m.g]) /* the P that has not left it yet shows it */
            continue;
        if (!any) {
            shelf_label(b, take(c, lw + 110), scene_word(b, T_IN_SYSCALL));
            c->x -= 110 + SHELF_GAP;
            any = true;
        }
        syscall_m(b, c, &m);
    }
    if (any)
        c->x += SHELF_GAP - 8;
}

/* --- goroutines by place ----------------------------------------------- */

static uint32_t
gather(const struct build *b, enum gopark_place place, struct standing *st,
       uint32_t *total)
{
    uint32_t n = 0;

    *total = 0;
    for (uint32_t i = 0; i < b->c->ng; i++) {
        const struct census_g *g = &b->c->g[i];
        if (g->place != place || b->placed[g->id])
            continue;
        if (n < STANDING_MAX)
            st[n++] = (struct standing){ .g = g->id };
        ++*total;
    }
    return n;
}

/* The shelf of a place; empty ones are left out. */
static void
shelf(struct build *b, struct cursor *c, enum gopark_place place,
      enum text label)
{
    struct standing st[STANDING_MAX];
    uint32_t total, n = gather(b, place, st, &total);
    float want;
    struct rect r;

    if (n == 0)
        return;
    want = scene_width(b, FONT_BODY, scene_word(b, label)) + 8 +
           chip_row_width(b, st, n, DENSE_CHIP) + 2;
    r = shelf_label(b, take(c, want), scene_word(b, label));
    chip_row(b, st, n, total, r, ALIGN_LEFT);
}

/* Sleepers, with the time that is left. */
static void
sleepers(struct build *b, struct cursor *c)
{
    struct standing st[STANDING_MAX];
    uint32_t total, n = gather(b, AT_TIMER, st, &total);
    float lw = scene_width(b, FONT_BODY, scene_word(b, T_TIMERS)) + 8;
    struct gopark_g g;

    if (n == 0)
        return;
    if (n > 6) {
        shelf(b, c, AT_TIMER, T_TIMERS);
        return;
    }
    shelf_label(b, take(c, lw + 100), scene_word(b, T_TIMERS));
    c->x -= 100 + SHELF_GAP;
    for (uint32_t i = 0; i < n; i++) {
        char span[32] = "";
        float w = chip_width(b, &st[i], DENSE_CHIP), sw;
        struct rect r;
        if (world_g(b->w, st[i].g, &g))
            text_span(span, sizeof span,
                      g.when > world_now(b->w) ? g.when - world_now(b->w) : 0);
        sw = scene_width(b, FONT_SMALL, span) + 4;
        r = take(c, w + 4 + sw);
        c->x -= SHELF_GAP - 10;
        chip_add(b, &st[i], r.x, r.y, DENSE_CHIP, 0);
        scene_label(b, (struct rect){ r.x + w + 4, r.y + 4, sw, 14 },
                    FONT_SMALL, INK_DIM, ALIGN_LEFT, "%s", span);
    }
    c->x += SHELF_GAP - 10;
}

/* The done: the last few, and all others as one. */
static void
done(struct build *b, struct cursor *c)
{
    struct standing st[8];
    uint32_t total = b->c->done, n = 0;
    float want;
    char count[28];
    struct rect r;
    struct item *it;

    if (total == 0)
        return;
    for (uint32_t i = b->c->ng; i-- > 0 && n < 8;) {
        if (b->c->g[i].place == AT_DONE)
            st[n++] = (struct standing){ .g = b->c->g[i].id };
    }
    want = scene_width(b, FONT_BODY, scene_word(b, T_DONE)) + 8;
    if (b->c->level < LEVEL_CELL && total <= 8 && n == total) {
        want += chip_row_width(b, st, n, DENSE_CHIP) + 2;
        r = shelf_label(b, take(c, want), scene_word(b, T_DONE));
        chip_row(b, st, n, total, r, ALIGN_LEFT);
        return;
    }
    r = shelf_label(b, take(c, want + 70), scene_word(b, T_DONE));
    if (r.w > 66)
        r.w = 66;
    it = scene_box(b, r, r.h / 2, INK_STATE + VS_DONE, INK_NONE);
    it->first = b->s->nmember;
    for (uint32_t i = 0; i < b->c->ng; i++) {
        if (b->c->g[i].place == AT_DONE && !b->placed[b->c->g[i].id] &&
            scene_member(b->s, b->c->g[i].id))
            b->placed[b->c->g[i].id] = 1;
    }
    it->count = b->s->nmember - it->first;
    it->flags |= IT_LABEL | IT_HOME;
    scene_is(it, TH_GROUP, total, VS_DONE);
    it->text = scene_say(b->s, "%s", text_count(count, sizeof count, total));
    it->font = FONT_CHIP;
    it->ink = INK_NONE;
    it->align = ALIGN_CENTRE;
    it->textw = scene_width(b, FONT_CHIP, count);
}

/* Whoever has no home yet, wherever that is. */
static void
elsewhere(struct build *b, struct cursor *c)
{
    struct standing st[STANDING_MAX];
    uint32_t n = 0, total = 0;
    float want;
    struct rect r;

    for (uint32_t i = 0; i < b->c->ng; i++) {
        if (b->placed[b->c->g[i].id])
            continue;
        if (n < STANDING_MAX)
            st[n++] = (struct standing){ .g = b->c->g[i].id };
        total++;
    }
    if (total == 0)
        return;
    want = scene_width(b, FONT_BODY, scene_word(b, T_ELSEWHERE)) + 8 +
           chip_row_width(b, st, n, DENSE_CHIP) + 2;
    r = shelf_label(b, take(c, want), scene_word(b, T_ELSEWHERE));
    chip_row(b, st, n, total, r, ALIGN_LEFT);
}

float
lay_shelves(struct build *b, float x, float y, float w)
{
    struct cursor c = { x, x, y, w };

    idle_ms(b, &c);
    syscall_ms(b, &c);
    if (b->c->level < LEVEL_CELL) {
        sleepers(b, &c);
        shelf(b, &c, AT_SYSCALL, T_IN_SYSCALL);
        shelf(b, &c, AT_NIL, T_FOR_EVER);
        shelf(b, &c, AT_STALLED, T_STALLED);
    }
    done(b, &c);
    if (b->c->level < LEVEL_CELL)
        elsewhere(b, &c);
    return c.y + SHELF_H;
}
