#include "theme.h"

#include <string.h>

/* lesson: state-colours */
static const struct state_row state_row[NVSTATE] = {
    [VS_RUNNING] = { "running",
                     'R',
                     GLYPH_RUN,
                     PATTERN_SOLID,
                     2,
                     36,
                     { 0x009E73, 0x009E73, 0x00A97A },
                     0x000000 },
    [VS_RUNNABLE] = { "runnable",
                      'Q',
                      GLYPH_QUEUE,
                      PATTERN_SOLID,
                      1,
                      74,
                      { 0x56B4E9, 0x56B4E9, 0x7CC8F5 },
                      0x000000 },
    [VS_WAITING] = { "waiting",
                     'V',
                     GLYPH_LOCK,
                     PATTERN_DIAGONAL,
                     1,
                     184,
                     { 0xF0E442, 0xE69F00, 0xF0E442 },
                     0x000000 },
    [VS_SLEEPING] = { "sleeping",
                      'Z',
                      GLYPH_CLOCK,
                      PATTERN_DOTS,
                      1,
                      175,
                      { 0xCC79A7, 0xCC79A7, 0xE08FBE },
                      0x000000 },
    [VS_SYSCALL] = { "syscall",
                     'K',
                     GLYPH_ESCAPE,
                     PATTERN_HORIZONTAL,
                     1,
                     25,
                     { 0x0072B2, 0x0072B2, 0x0072B2 },
                     0xFFFFFF },
    [VS_BAD] = { "leaked",
                 '!',
                 GLYPH_BANG,
                 PATTERN_CROSS,
                 3,
                 166,
                 { 0xD55E00, 0xD55E00, 0xE0650A },
                 0x000000 },
    [VS_DONE] = { "done",
                  '.',
                  GLYPH_CHECK,
                  PATTERN_OUTLINE,
                  1,
                  242,
                  { 0x6B6B6B, 0x5A5A5A, 0x6B6B6B },
                  0xFFFFFF },
};

static const uint32_t ink_row[INK_STATE][NTHEME] = {
    [INK_BACK] = { 0x111418, 0xFFFFFF, 0x000000 },
    [INK_BAR] = { 0x1A1F26, 0xEEF1F5, 0x000000 },
    [INK_PANEL] = { 0x1A1F26, 0xFAFBFC, 0x000000 },
    [INK_ROW] = { 0x262D38, 0xEBEFF4, 0x161616 },
    [INK_WELL] = { 0x111418, 0xFFFFFF, 0x000000 },
    [INK_EDGE] = { 0x363E4A, 0xAEB7C3, 0xBDBDBD },
    [INK_TEXT] = { 0xE9ECF1, 0x14171C, 0xFFFFFF },
    [INK_DIM] = { 0x9BA6B6, 0x4A5361, 0xDDDDDD },
    [INK_FAINT] = { 0x4A5462, 0x9AA4B1, 0x8A8A8A },
    [INK_SLOT] = { 0x3D4A66, 0xD5DEEC, 0x303030 },
    [INK_BUTTON] = { 0x2A3240, 0xFFFFFF, 0x1C1C1C },
    [INK_RING] = { 0xFFFFFF, 0x000000, 0xFFFFFF },
    [INK_ALARM] = { 0xFF8A3D, 0xA84300, 0xFF9A50 },
};

static const char *const theme_names[NTHEME] = {
    [THEME_DARK] = "dark",
    [THEME_LIGHT] = "light",
    [THEME_CONTRAST] = "contrast",
};

const struct state_row *
theme_state(enum vstate s)
{
    return &state_row[s];
}

uint32_t
theme_colour(enum theme_id t, enum ink ink)
{
    if (ink >= INK_STATE)
        return state_row[ink - INK_STATE].fill[t];
    return ink_row[ink][t];
}

const char *
theme_name(enum theme_id t)
{
    return theme_names[t];
}

bool
theme_find(const char *name, enum theme_id *out)
{
    for (int t = 0; t < NTHEME; t++) {
        if (strcmp(name, theme_names[t]) == 0) {
            *out = (enum theme_id)t;
            return true;
        }
    }
    return false;
}

float
theme_outline(enum theme_id t)
{
    return t == THEME_LIGHT ? 2 : t == THEME_CONTRAST ? 1.5f : 0;
}

/* Does the way the program ended concern g? */
static bool
is_bad(const struct gopark_g *g, const struct gopark_end *ended)
{
    if (g->leaked)
        return true;
    switch (ended == NULL ? END_NOT : ended->how) {
    case END_DEADLOCK:
    case END_NO_GS:
        return g->status == G_WAITING && g->place != AT_DONE;
    case END_PANIC:
    case END_FATAL:
    case END_CHECK:
        return g->id == ended->g;
    case END_NOT:
    case END_RETURN:
    case END_EXIT:
    case END_STALLED:
    case END_STEPS:
    case END_TIME:
    case END_MEMORY:
    case END_GS:
        return false;
    }
    return false;
}

enum vstate
theme_state_of(const struct gopark_g *g, const struct gopark_end *ended)
{
    if (is_bad(g, ended))
        return VS_BAD;
    switch (g->status) {
    case G_RUNNING:
        return VS_RUNNING;
    case G_SYSCALL:
        return VS_SYSCALL;
    case G_WAITING:
        return g->reason == WAIT_SLEEP ? VS_SLEEPING : VS_WAITING;
    case G_DEAD:
        return VS_DONE;
    case G_IDLE:
    case G_RUNNABLE:
        return VS_RUNNABLE;
    }
    return VS_RUNNABLE;
}

enum glyph
theme_glyph(enum vstate s, enum g_reason reason)
{
    if (s != VS_WAITING)
        return state_row[s].glyph;
    switch (reason) {
    case WAIT_CHAN_RECV:
    case WAIT_NIL_RECV:
        return GLYPH_IN;
    case WAIT_CHAN_SEND:
    case WAIT_NIL_SEND:
        return GLYPH_OUT;
    case WAIT_SELECT:
    case WAIT_SELECT_NONE:
        return GLYPH_FORK;
    case WAIT_SLEEP:
        return GLYPH_CLOCK;
    case WAIT_IO:
        return GLYPH_ESCAPE;
    case WAIT_NONE:
    case WAIT_MUTEX:
    case WAIT_RW_RLOCK:
    case WAIT_RW_LOCK:
    case WAIT_WG:
    case WAIT_COND:
    case WAIT_SEMA:
    case WAIT_STALL:
    case WAIT_PAR:
        return GLYPH_LOCK;
    }
    return GLYPH_LOCK;
}
