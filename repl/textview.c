/*
 * textview.c - the panel for the terminal.
 *
 * From the top: the moment, a line for each P with its M, goroutine, runnext
 * and queue, the global queue, channels with buffers and wait queues, locks,
 * timers, goroutines that wait elsewhere, and the source line. Each goroutine
 * is a letter for its state and its number, in the state's colour; without
 * colours, and without UTF-8, the letters say the same.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "report.h"
#include "units.h"
#include "view.h"

enum {
    WIDTH_MIN = 60,
    WAITING_MOST = 12,
    OBJECTS_MOST = 12,
    TIMERS_MOST = 4,
    LOST_MOST = 2000 /* among more goroutines the lost are not looked for */
};

struct panel {
    struct repl *r;
    struct text *t; /* the whole */
    struct text line;
    int used; /* columns of the line */
    int width;
    uint32_t *lost; /* those that have leaked */
    int nlost;
};

/* --- a line ------------------------------------------------------------ */

static void
put(struct panel *p, const char *s)
{
    int room = p->width - p->used;
    size_t n = text_fit(s, room);

    text_add(&p->line, s, n);
    p->used += text_width(s) < room ? text_width(s) : room;
}

static void putf(struct panel *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
putf(struct panel *p, const char *fmt, ...)
{
    struct text s = { 0 };
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(&s, fmt, ap);
    va_end(ap);
    put(p, s.s);
    text_done(&s);
}

static void
colour(struct panel *p, int n)
{
    if (!p->r->colour)
        return;
    if (n < 0)
        text_puts(&p->line, "\033[0m");
    else
        text_printf(&p->line, "\033[38;5;%dm", n);
}

static void
tab(struct panel *p, int column)
{
    while (p->used < column && p->used < p->width)
        put(p, " ");
}

static void
end_line(struct panel *p)
{
    text_add(&p->line, "", 0);
    text_puts(p->t, p->line.s);
    text_puts(p->t, "\n");
    text_clear(&p->line);
    p->used = 0;
}

/* xterm-256 colours of the states' letters. */
static int
letter_colour(char c)
{
    switch (c) {
    case 'R':
        return 36;
    case 'Q':
        return 74;
    case 'Z':
        return 175;
    case 'K':
        return 25;
    case '!':
        return 166;
    case '.':
        return 242;
    default:
        return 184;
    }
}

/* Has g leaked, or does the way the program ended concern it? */
static bool
is_bad(const struct panel *p, const struct gopark_g *g)
{
    const struct gopark_end *end = world_end(p->r->w);

    for (int i = 0; i < p->nlost; i++)
        if (p->lost[i] == g->id)
            return true;
    if (end->how == END_DEADLOCK || end->how == END_NO_GS)
        return g->status == G_WAITING;
    return (end->how == END_PANIC || end->how == END_FATAL ||
            end->how == END_CHECK) &&
           g->id == end->g;
}

static void
find_lost(struct panel *p)
{
    if (world_live_gs(p->r->w) > LOST_MOST)
        return;
    p->lost = text_alloc(LOST_MOST * sizeof *p->lost);
    p->nlost = world_leaked(p->r->w, p->lost, LOST_MOST, NULL);
}

static void
put_g(struct panel *p, uint32_t id)
{
    struct gopark_g g;
    char c;

    if (!live_g(p->r->w, id, &g)) {
        putf(p, "G%" PRIu32, id);
        return;
    }
    c = is_bad(p, &g) ? '!' : describe_letter(&g);
    colour(p, letter_colour(c));
    putf(p, "%c%s%" PRIu32 "%s", c, id == p->r->g ? "[" : "G", id,
         id == p->r->g ? "]" : "");
    colour(p, -1);
}

/* --- Ps ---------------------------------------------------------------- */

static void
draw_p(struct panel *p, int i)
{
    struct gopark_p pi;
    uint32_t g;

    if (!world_p(p->r->w, i, &pi))
        return;
    putf(p, "P%-3d", i);
    if (pi.m >= 0)
        putf(p, "M%-3d ", pi.m);
    else
        put(p, pi.status == P_IDLE ? "idle " : "-    ");
    if (pi.g != 0)
        put_g(p, pi.g);
    else
        put(p, pi.m >= 0 ? "spins" : "");
    tab(p, 17);
    put(p, "next ");
    if (pi.runnext != 0)
        put_g(p, pi.runnext);
    else
        put(p, "-");
    tab(p, 29);
    putf(p, "queue %" PRIu32 ": ", pi.runq);
    for (uint32_t k = 0; (g = world_runq(p->r->w, i, k)) != 0; k++) {
        put_g(p, g);
        put(p, " ");
        if (p->used >= p->width)
            break;
    }
    end_line(p);
}

static void
draw_ps(struct panel *p)
{
    int idle = 0;
    struct gopark_p pi;
    uint32_t g;

    for (int i = 0; i < world_nps(p->r->w); i++) {
        if (i >= 8 && world_p(p->r->w, i, &pi) && pi.status == P_IDLE)
            idle++;
        else
            draw_p(p, i);
    }
    if (idle > 0) {
        putf(p, "and %d idle Ps", idle);
        end_line(p);
    }
    if (world_globq_len(p->r->w) == 0)
        return;
    putf(p, "global queue %" PRIu32 ": ", world_globq_len(p->r->w));
    for (uint32_t k = 0; (g = world_globq(p->r->w, k)) != 0; k++) {
        put_g(p, g);
        put(p, " ");
    }
    end_line(p);
}

/* --- objects ----------------------------------------------------------- */

static void
put_queue(struct panel *p, uint32_t object, enum gopark_queue q)
{
    struct gopark_waiter one;

    for (int i = 0; i < 32 && world_waiter(p->r->w, object, q, i, &one); i++) {
        put(p, i > 0 ? " " : "");
        put_g(p, one.g);
    }
}

/* sendq -> [slots] -> recvq, the heads of both next to the buffer. */
static void
draw_chan(struct panel *p, const struct gopark_object *o)
{
    char name[64], value[64];

    describe_object(p->r->w, o->id, name, sizeof name);
    putf(p, "%-12.20s ", name);
    put_queue(p, o->id, Q_SEND);
    put(p, p->r->ascii ? " > " : " → ");
    put(p, o->cap > 0 ? "[" : "|");
    for (int i = 0; i < o->cap && i < 16; i++) {
        put(p, i > 0 ? "|" : "");
        if (i < o->len && world_element(p->r->w, o->id, i, value, sizeof value))
            putf(p, "%.12s", value);
        else
            put(p, p->r->ascii ? "." : "·");
    }
    put(p, o->cap > 16 ? " ..." : "");
    if (o->cap > 0)
        putf(p, "] %d/%d", o->len, o->cap);
    put(p, p->r->ascii ? " > " : " → ");
    put_queue(p, o->id, Q_RECV);
    if (o->closed)
        put(p, " closed");
    end_line(p);
}

static void
draw_lock(struct panel *p, const struct gopark_object *o)
{
    char name[64];

    describe_object(p->r->w, o->id, name, sizeof name);
    putf(p, "%-12.20s ", name);
    if (o->kind == OBJ_WG || o->kind == OBJ_SEMA)
        putf(p, "%" PRId64, o->count);
    else if (o->owner != 0) {
        put(p, "held by ");
        put_g(p, o->owner);
    } else if (o->readers > 0)
        putf(p, "%d readers", o->readers);
    else
        put(p, "free");
    put(p, p->r->ascii ? " < " : " ← ");
    put_queue(p, o->id, Q_WAIT);
    end_line(p);
}

/* Channels with elements, waiters or focus, and locks somebody cares for. */
static bool
is_of_interest(struct panel *p, const struct gopark_object *o)
{
    char name[64];

    describe_object(p->r->w, o->id, name, sizeof name);
    if (p->r->focus != NULL && strcmp(p->r->focus, name) == 0)
        return true;
    if (o->kind == OBJ_CHAN)
        return o->len > 0 || o->nsend > 0 || o->nrecv > 0 ||
               (o->name != NULL && o->name[0] != '\0');
    if (o->kind > OBJ_SEMA || o->kind == OBJ_ONCE)
        return false;
    return o->owner != 0 || o->readers > 0 || o->nwait > 0 ||
           (o->kind == OBJ_WG && o->count > 0);
}

static void
draw_objects(struct panel *p)
{
    struct gopark_object o;
    int shown = 0, more = 0;

    for (uint32_t id = 0; (id = world_next_object(p->r->w, id)) != 0;) {
        if (!world_object(p->r->w, id, &o) || !is_of_interest(p, &o))
            continue;
        if (shown++ >= OBJECTS_MOST) {
            more++;
            continue;
        }
        if (o.kind == OBJ_CHAN)
            draw_chan(p, &o);
        else
            draw_lock(p, &o);
    }
    if (more > 0) {
        putf(p, "and %d more; 'chans' and 'locks' list all", more);
        end_line(p);
    }
}

static void
draw_timers(struct panel *p)
{
    struct gopark_timer timer[TIMERS_MOST];
    int n = world_timers(p->r->w, timer, TIMERS_MOST);
    char s[64];

    if (n == 0)
        return;
    put(p, "timers       ");
    for (int i = 0; i < n && i < TIMERS_MOST; i++) {
        putf(p, "%s%s ", i > 0 ? "  " : "",
             units_time(timer[i].when, s, sizeof s));
        if (timer[i].g != 0)
            put_g(p, timer[i].g);
    }
    if (n > TIMERS_MOST)
        putf(p, "  and %d more", n - TIMERS_MOST);
    end_line(p);
}

/* --- the rest ---------------------------------------------------------- */

/* Goroutines that no line above shows, with their reasons. */
static void
draw_waiting(struct panel *p)
{
    struct gopark_g g;
    char state[64], place[96], line[192];
    int shown = 0, more = 0;

    for (uint32_t i = 0; (i = world_next_g(p->r->w, i)) != 0;) {
        if (!live_g(p->r->w, i, &g) || g.hidden || g.status == G_RUNNING ||
            g.status == G_RUNNABLE)
            continue;
        if (shown++ >= WAITING_MOST) {
            more++;
            continue;
        }
        describe_state(&g, state, sizeof state);
        describe_place(p->r->w, &g, place, sizeof place);
        describe_line(&g, line, sizeof line);
        put_g(p, i);
        tab(p, 7);
        putf(p, "%-16s %s", state, place);
        tab(p, 44);
        put(p, line);
        end_line(p);
    }
    if (more > 0) {
        putf(p, "and %d more; 'gs waiting' lists all", more);
        end_line(p);
    }
}

static void
draw_source(struct panel *p)
{
    struct gopark_g g;
    const char *s;
    size_t len;
    char code[256];

    if (p->r->g == 0 || !live_g(p->r->w, p->r->g, &g) || g.file == NULL)
        return;
    s = report_line(p->r, g.file, g.line, &len);
    snprintf(code, sizeof code, "%.*s", s != NULL ? (int)len : 0,
             s != NULL ? s : "");
    put_g(p, p->r->g);
    putf(p, " at %s:%d  %s", g.file, g.line, code);
    end_line(p);
}

static void
rule(struct panel *p)
{
    while (p->used < p->width)
        put(p, p->r->ascii ? "-" : "─");
    end_line(p);
}

static void
draw_head(struct panel *p)
{
    char s[64];

    putf(p, "%s  step %" PRIu64 "/%" PRIu64 "  t=%s  %d goroutines",
         p->r->script.name, world_steps(p->r->w), session_last(p->r->s),
         units_time(world_now(p->r->w), s, sizeof s), world_live_gs(p->r->w));
    if (world_end(p->r->w)->how != END_NOT) {
        struct text how = { 0 };

        report_ending(p->r, &how);
        putf(p, "  ended: %s", how.s);
        text_done(&how);
    }
    end_line(p);
    rule(p);
}

void
textview_draw(struct repl *r, int width, struct text *t)
{
    struct panel p = { .r = r,
                       .t = t,
                       .width = width < WIDTH_MIN ? WIDTH_MIN : width };

    find_lost(&p);
    draw_head(&p);
    draw_ps(&p);
    rule(&p);
    draw_objects(&p);
    draw_timers(&p);
    draw_waiting(&p);
    draw_source(&p);
    rule(&p);
    free(p.lost);
    text_done(&p.line);
}
