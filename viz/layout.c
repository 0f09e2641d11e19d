/*
 * layout.c - which panel goes where.
 *
 * Two columns over a timeline: what runs on the left, what it means on the
 * right. The five layouts give the same panels other shares, so nothing that
 * must always be visible ever disappears. Where the window is too small for
 * that, the homes of goroutines stay (scheduler, channels) and one more panel
 * below, which the layout's number chooses.
 */
#include "scene.h"

enum { MARGIN = 10, GAP = 8, BAR = 44, BAR_SMALL = 32 };

static const struct share {
    float left;   /* of the width */
    float bottom; /* of the height */
    float sched;  /* of the left column, 0: what it needs */
    float source; /* of the right column */
} share_row[6] = {
    { 0, 0, 0, 0 },
    { 0.62f, 0.29f, 0, 0.52f },     /* 1 everything */
    { 0.70f, 0.20f, 0.68f, 0.45f }, /* 2 scheduler */
    { 0.70f, 0.20f, 0.34f, 0.45f }, /* 3 channels and locks */
    { 0.44f, 0.22f, 0.50f, 0.64f }, /* 4 source */
    { 0.62f, 0.50f, 0, 0.50f },     /* 5 time */
};

static void
place(struct build *b, enum panel_id p, float x, float y, float w, float h)
{
    b->s->panel[p].shown = true;
    b->s->panel[p].box = (struct rect){ x, y, w, h };
}

/* What the scheduler needs to show all Ps well. */
static float
sched_need(const struct build *b)
{
    int n = b->w == NULL ? 4 : world_nps(b->w);

    return 26 + 28 + 14 + (float)n * 46 + 62 + 22;
}

static float
clamp(float v, float lo, float hi)
{
    return v > hi ? hi : v < lo ? lo : v;
}

static void
left_column(struct build *b, struct rect r, const struct share *sh)
{
    bool many = b->c->level >= LEVEL_CELL;
    float sched = sh->sched > 0
                      ? sh->sched * r.h
                      : clamp(sched_need(b), r.h * 0.36f, r.h * 0.62f);
    float y = r.y, cells, cycle = b->cycle.n > 0 ? 132 : 0;

    if (many || cycle > 0)
        sched = clamp(sched_need(b), r.h * 0.26f, r.h * 0.38f);
    place(b, PANEL_SCHED, r.x, y, r.w, sched - GAP);
    y += sched;
    if (cycle > 0) {
        place(b, PANEL_CYCLE, r.x, y, r.w, cycle - GAP);
        y += cycle;
    }
    if (many) {
        cells = (r.y + r.h - y) * (b->c->level == LEVEL_GROUP ? 0.5f : 0.58f);
        place(b, PANEL_CELLS, r.x, y, r.w, cells - GAP);
        y += cells;
    }
    place(b, PANEL_CHANS, r.x, y, r.w, r.y + r.h - y);
}

static void
wide(struct build *b, const struct share *sh, float bar)
{
    float w = b->s->w - 2 * MARGIN, top = bar + MARGIN;
    float h = b->s->h - top - MARGIN;
    float left = clamp(w * sh->left, 250, w - 230);
    float bottom = clamp(h * sh->bottom, 110, h - 200);
    float up = h - bottom - GAP;
    float rx = MARGIN + left + GAP, rw = w - left - GAP;
    float source = up * sh->source;

    left_column(b, (struct rect){ MARGIN, top, left, up }, sh);
    place(b, PANEL_SOURCE, rx, top, rw, source - GAP);
    place(b, PANEL_INSPECTOR, rx, top + source, rw, up - source);
    place(b, PANEL_TIMELINE, MARGIN, top + up + GAP, left, bottom);
    place(b, PANEL_OUTPUT, rx, top + up + GAP, rw, bottom);
}

static void
narrow(struct build *b, float bar)
{
    static const enum panel_id third[6] = { PANEL_TIMELINE,  PANEL_TIMELINE,
                                            PANEL_INSPECTOR, PANEL_OUTPUT,
                                            PANEL_SOURCE,    PANEL_TIMELINE };
    float w = b->s->w - 2 * MARGIN, top = bar + GAP;
    float h = b->s->h - top - GAP, unit = h / (b->s->h < 320 ? 8 : 9);
    bool many = b->c->level >= LEVEL_CELL;

    if (b->v->layout == 1 && b->s->h < 430 && b->cycle.n == 0) {
        place(b, PANEL_SCHED, MARGIN, top, w, h * 0.54f - GAP);
        place(b, many ? PANEL_CELLS : PANEL_CHANS, MARGIN, top + h * 0.54f, w,
              h * 0.46f);
        return;
    }
    place(b, PANEL_SCHED, MARGIN, top, w, unit * 3 - GAP);
    place(b, many ? PANEL_CELLS : PANEL_CHANS, MARGIN, top + unit * 3, w,
          unit * 3 - GAP);
    place(b, b->cycle.n > 0 ? PANEL_CYCLE : third[b->v->layout], MARGIN,
          top + unit * 6, w, h - unit * 6);
}

void
lay_panels(struct build *b)
{
    bool small = b->s->w < 560 || b->s->h < 430;
    float bar = b->s->h < 430 ? BAR_SMALL : BAR;

    for (int p = 0; p < NPANEL; p++)
        b->s->panel[p].shown = false;
    b->s->panel[PANEL_TOP].box = (struct rect){ 0, 0, b->s->w, bar };
    b->s->panel[PANEL_TOP].shown = true;
    if (small)
        narrow(b, bar);
    else
        wide(b, &share_row[b->v->layout], bar);
}
