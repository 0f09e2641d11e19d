/*
 * lay_sched.c - the scheduler: the global queue, every P with its M, its
 * goroutine, runnext and local queue, and the shelves for all who are
 * nowhere there: idle Ms, system calls, sleepers, the done.
 */
#include <stdio.h>
#include <string.h>

#include "chip.h"
#include "source.h"

enum { LABEL_W = 92, ROW_GAP = 4, LEGEND_H = 20 };

/* --- queues ------------------------------------------------------------ */

static uint32_t
gather_runq(const struct build *b, int p, uint32_t len, struct standing *st)
{
    uint32_t n = len < STANDING_MAX ? len : STANDING_MAX;

    for (uint32_t i = 0; i < n; i++)
        st[i] = (struct standing){ .g = p < 0 ? world_globq(b->w, i)
                                              : world_runq(b->w, p, i) };
    return n;
}

static struct item *
label(struct build *b, float x, float y, float w, const char *s)
{
    return scene_label(b, (struct rect){ x, y, w, 14 }, FONT_BODY, INK_DIM,
                       ALIGN_LEFT, "%s", s);
}

static float
global_queue(struct build *b, float x, float y, float w)
{
    struct standing st[STANDING_MAX];
    uint32_t len = world_globq_len(b->w);
    uint32_t n = gather_runq(b, -1, len, st);
    struct item *it =
        label(b, x, y + 5, LABEL_W, scene_word(b, T_GLOBAL_QUEUE));
    struct item *hot;

    it->tip = scene_say(b->s, "%s", scene_word(b, T_TIP_GLOBQ));
    hot = scene_box(b, (struct rect){ x + LABEL_W, y, w - LABEL_W - 44, 24 },
                    12, INK_NONE, INK_NONE);
    scene_is(hot, TH_QUEUE, 1, T_TIP_GLOBQ);
    if (len == 0)
        chip_empty(b, x + LABEL_W, y + 1, 40, DENSE_CHIP);
    else
        chip_row(b, st, n, len,
                 (struct rect){ x + LABEL_W, y, w - LABEL_W - 48, 24 },
                 ALIGN_LEFT);
    scene_label(b, (struct rect){ x + w - 44, y + 5, 40, 14 }, FONT_SMALL,
                INK_DIM, ALIGN_RIGHT, "%u", len);
    return y + 28;
}

/* --- a P --------------------------------------------------------------- */

/* What an M without a goroutine does, as far as there is room to say it. */
static void
m_without_g(struct build *b, const struct gopark_m *m, struct rect r)
{
    char steals[64];
    const char *word = scene_word(b, T_NO_G);

    if (m->status == M_SPINNING) {
        word = scene_word(b, T_SPINNING);
        snprintf(steals, sizeof steals, scene_word(b, T_STEALS_FROM),
                 m->stealing);
        if (m->stealing >= 0)
            word = steals;
        if (m->stealing >= 0 && scene_width(b, FONT_BODY, word) > r.w)
            word = strstr(steals, "P");
    }
    if (scene_width(b, FONT_BODY, word) > r.w)
        word = "-";
    scene_label(b, r, FONT_BODY, m->status == M_SPINNING ? INK_DIM : INK_FAINT,
                ALIGN_LEFT, "%s", word);
}

/* The line of source that g stands on. */
static void
doing(struct build *b, uint32_t g, struct rect r)
{
    struct gopark_g gi;
    char line[96];

    if (r.w < 30 || !world_g(b->w, g, &gi))
        return;
    if (source_line(b->w, gi.file, gi.line, line, sizeof line))
        scene_label(b, r, FONT_MONO, INK_DIM, ALIGN_LEFT, "%s", line);
}

static void
m_box(struct build *b, int id, uint32_t g, struct rect r)
{
    struct gopark_m m;
    struct item *it = scene_box(b, r, 6, INK_WELL, INK_EDGE);
    struct standing st = { .g = g };
    float x = r.x + 40, ty = r.y + r.h / 2 - 8;

    if (id < 0 || !world_m(b->w, id, &m)) {
        it->flags |= IT_DASHED;
        return;
    }
    scene_is(it, TH_M, (uint32_t)id + 1, 0);
    it->key = (uint64_t)TH_M << 56 | (uint32_t)id;
    it->flags |= IT_MOVES;
    scene_label(b, (struct rect){ r.x + 8, ty, 32, 16 }, FONT_STRONG, INK_TEXT,
                ALIGN_LEFT, "M%d", id);
    if (g != 0) {
        enum density d = chip_density(b, r.h - 4);
        float w = chip_width(b, &st, d);
        for (; d < DENSE_MINI && w > r.w - 44; w = chip_width(b, &st, d))
            d++;
        chip_add(b, &st, x, r.y + (r.h - chip_height(d)) / 2, d, 0);
        doing(b, g, (struct rect){ x + w + 6, ty, r.x + r.w - x - w - 12, 16 });
    } else {
        m_without_g(b, &m, (struct rect){ x, ty, r.x + r.w - x - 4, 16 });
    }
}

static void
p_name(struct build *b, const struct gopark_p *p, struct rect r)
{
    const char *status = p->status == P_IDLE      ? scene_word(b, T_IDLE)
                         : p->status == P_SYSCALL ? "syscall"
                         : p->status == P_DEAD    ? "dead"
                                                  : "";
    bool two = r.h >= 34;

    scene_label(
        b, (struct rect){ r.x + 10, r.y + (two ? 2 : r.h / 2 - 10), 44, 20 },
        FONT_BIG, p->status == P_IDLE ? INK_DIM : INK_TEXT, ALIGN_LEFT, "P%d",
        p->id);
    if (two)
        scene_label(b, (struct rect){ r.x + 10, r.y + r.h - 15, 58, 12 },
                    FONT_TINY, INK_DIM, ALIGN_LEFT, "%s %llu",
                    scene_word(b, T_TICK), (unsigned long long)p->schedtick);
    if (two && *status != '\0')
        scene_label(b, (struct rect){ r.x + 34, r.y + 6, 34, 12 }, FONT_TINY,
                    INK_DIM, ALIGN_LEFT, "%s", status);
}

struct p_columns {
    float m, mw, next, nextw, queue, queuew;
};

static struct p_columns
p_columns(struct rect r)
{
    struct p_columns c;

    c.m = r.x + 68;
    c.mw = r.w * (r.w < 420 ? 0.27f : 0.33f);
    if (c.mw > 330)
        c.mw = 330;
    c.next = c.m + c.mw + 10;
    c.nextw = r.w > 560 ? 92 : r.w > 420 ? 62 : 44;
    c.queue = c.next + c.nextw + 8;
    c.queuew = r.x + r.w - c.queue - 52;
    return c;
}

/* Returns how wide it is. */
static float
runnext(struct build *b, const struct gopark_p *p, struct rect r)
{
    struct standing st = { .g = p->runnext };
    enum density d = chip_density(b, r.h);
    struct item *it;

    while (d < DENSE_MINI && p->runnext != 0 && chip_width(b, &st, d) > r.w)
        d++;
    if (p->runnext == 0) {
        it = chip_empty(b, r.x, r.y + (r.h - chip_height(d)) / 2, 40, d);
        scene_is(it, TH_QUEUE, 2, T_TIP_RUNNEXT);
    } else {
        it = chip_add(b, &st, r.x, r.y + (r.h - chip_height(d)) / 2, d, 0);
    }
    return it->w;
}

static void
p_row(struct build *b, const struct gopark_p *p, struct rect r)
{
    struct standing st[STANDING_MAX];
    uint32_t n = gather_runq(b, p->id, p->runq, st);
    struct p_columns c = p_columns(r);
    struct item *it = scene_box(b, r, 8, INK_ROW, INK_EDGE);
    float over;

    scene_is(it, TH_P, (uint32_t)p->id + 1, 0);
    it->key = (uint64_t)TH_P << 56 | (uint32_t)p->id;
    if (p->status == P_IDLE)
        it->flags |= IT_DASHED;
    p_name(b, p, r);
    m_box(b, p->m, p->g, (struct rect){ c.m, r.y + 3, c.mw, r.h - 6 });
    over = runnext(b, p, (struct rect){ c.next, r.y + 3, c.nextw, r.h - 6 }) -
           c.nextw;
    if (over > 0) { /* a number of many digits */
        c.queue += over;
        c.queuew -= over;
    }
    it = scene_box(b, (struct rect){ c.queue, r.y + 3, c.queuew, r.h - 6 }, 4,
                   INK_NONE, INK_NONE);
    scene_is(it, TH_QUEUE, 3 + (uint32_t)p->id, T_TIP_RUNQ);
    chip_row(b, st, n, p->runq,
             (struct rect){ c.queue, r.y + 3, c.queuew, r.h - 6 }, ALIGN_LEFT);
    scene_label(b, (struct rect){ r.x + r.w - 50, r.y + r.h / 2 - 7, 44, 14 },
                FONT_SMALL, INK_DIM, ALIGN_RIGHT, "%u/256", p->runq);
}

static void
p_header(struct build *b, struct rect r)
{
    struct p_columns c = p_columns(r);

    scene_label(b, (struct rect){ c.next, r.y, c.nextw, 12 }, FONT_TINY,
                INK_DIM, ALIGN_LEFT, "runnext");
    scene_label(b, (struct rect){ c.queue, r.y, c.queuew, 12 }, FONT_TINY,
                INK_DIM, ALIGN_LEFT, "%s", scene_word(b, T_LOCAL_QUEUE));
}

/* Ps in as many columns as it takes to give each a readable row. */
static float
processors(struct build *b, float x, float y, float w, float room)
{
    int n = world_nps(b->w), cols = 1;
    float h, cw;
    struct gopark_p p;

    while (cols < 4 && w / (float)(cols + 1) >= 300 &&
           room / (float)((n + cols - 1) / cols) < 30)
        cols++;
    h = room / (float)((n + cols - 1) / cols) - ROW_GAP;
    h = h > 52 ? 52 : h < 28 ? 28 : h;
    cw = (w - (float)(cols - 1) * 8) / (float)cols;
    for (int i = 0; i < n; i++) {
        struct rect r = { x + (float)(i % cols) * (cw + 8),
                          y + 13 + (float)(i / cols) * (h + ROW_GAP), cw, h };
        if (i < cols)
            p_header(b, (struct rect){ r.x, y, cw, 12 });
        if (world_p(b->w, i, &p))
            p_row(b, &p, r);
    }
    return y + 13 + (float)((n + cols - 1) / cols) * (h + ROW_GAP);
}

/* --- thieves ----------------------------------------------------------- */

static const struct item *
find(const struct build *b, enum thing_kind kind, uint32_t id)
{
    for (uint32_t i = 0; i < b->s->nitem; i++) {
        if (b->s->item[i].kind == kind && b->s->item[i].id == id)
            return &b->s->item[i];
    }
    return NULL;
}

/* A line from the queue an M looks at to that M. */
static void
thieves(struct build *b)
{
    struct gopark_m m;

    for (int i = 0; i < world_nms(b->w); i++) {
        const struct item *from, *to;
        float x0, y0;
        if (!world_m(b->w, i, &m) || m.status != M_SPINNING || m.stealing < 0)
            continue;
        from = find(b, TH_QUEUE, 3 + (uint32_t)m.stealing);
        to = find(b, TH_M, (uint32_t)i + 1);
        if (from == NULL || to == NULL)
            continue;
        x0 = from->x + 20;
        y0 = from->y + from->h / 2;
        scene_wire(b, x0, y0, to->x + to->w, to->y + to->h / 2, 24,
                   INK_STATE + VS_RUNNABLE, IT_DASHED | IT_ARROW);
    }
}

/* --- the legend -------------------------------------------------------- */

static void
legend(struct build *b, float x, float y, float w)
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
    float right = x + w;

    for (int s = 0; s < NVSTATE; s++) {
        char buf[80], n[28];
        float tw;
        struct item *it;
        snprintf(buf, sizeof buf, "%s %s", scene_word(b, word[s]),
                 text_count(n, sizeof n, b->c->total[s]));
        tw = scene_width(b, FONT_SMALL, buf) + 2;
        if (x + 18 + tw > right)
            break;
        it = scene_add(b, SHAPE_CELL, (struct rect){ x, y + 1, 14, 12 });
        it->state = (uint8_t)s;
        it->glyph = theme_state((enum vstate)s)->glyph;
        scene_is(it, TH_STATE, b->c->total[s], (uint32_t)s);
        scene_label(b, (struct rect){ x + 18, y, tw, 14 }, FONT_SMALL,
                    b->c->total[s] > 0 ? INK_TEXT : INK_DIM, ALIGN_LEFT, "%s",
                    buf);
        x += 18 + tw + 12;
    }
}

void
lay_sched(struct build *b)
{
    char span[32], note[80];
    int64_t next = world_sysmon_next(b->w);
    struct rect r;
    float y, room, shelves = b->c->level == LEVEL_CARD ? 52 : 60;

    if (next < 0)
        snprintf(note, sizeof note, "%s", scene_word(b, T_SYSMON_SLEEPS));
    else
        snprintf(
            note, sizeof note, scene_word(b, T_SYSMON_IN),
            text_span(span, sizeof span,
                      next > world_now(b->w) ? next - world_now(b->w) : 0));
    scene_panel_begin(b, PANEL_SCHED, scene_word(b, T_SCHEDULER), note);
    r = b->s->panel[PANEL_SCHED].body;
    y = r.y - b->v->scroll[PANEL_SCHED];
    y = global_queue(b, r.x + 12, y, r.w - 24);
    room = r.h - 28 - 13 - shelves - (r.h > 150 ? LEGEND_H : 0);
    y = processors(b, r.x + 12, y, r.w - 24, room);
    y = lay_shelves(b, r.x + 12, y + 2, r.w - 24);
    thieves(b);
    if (r.h > 150 && y < r.y + r.h - LEGEND_H)
        y = r.y + r.h - LEGEND_H;
    legend(b, r.x + 12, y + 3, r.w - 24);
    scene_panel_end(b, PANEL_SCHED, y + LEGEND_H);
}
