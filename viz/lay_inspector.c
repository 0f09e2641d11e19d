/*
 * lay_inspector.c - what is known about the selected thing.
 */
#include <stdio.h>
#include <string.h>

#include "scene.h"

enum { LINE_H = 16, FRAMES_MAX = 12, LOCALS_MAX = 24, KEY_W = 84 };

struct pen {
    float x, y, w;
};

static void
line(struct build *b, struct pen *p, enum font f, enum ink ink, const char *s)
{
    scene_label(b, (struct rect){ p->x, p->y, p->w, LINE_H }, f, ink,
                ALIGN_LEFT, "%s", s);
    p->y += LINE_H;
}

/* A name and what it is. */
static void
row(struct build *b, struct pen *p, const char *key, const char *value)
{
    float kw = p->w < 240 ? p->w * 0.34f : KEY_W;

    scene_label(b, (struct rect){ p->x, p->y, kw - 6, LINE_H }, FONT_BODY,
                INK_DIM, ALIGN_LEFT, "%s", key);
    scene_label(b, (struct rect){ p->x + kw, p->y, p->w - kw, LINE_H },
                FONT_MONO, INK_TEXT, ALIGN_LEFT, "%s", value);
    p->y += LINE_H;
}

/* A sentence over as many lines as it needs. */
static void
wrapped(struct build *b, struct pen *p, enum font f, enum ink ink,
        const char *s)
{
    while (*s != '\0') {
        size_t n = scene_words(b, f, s, p->w);
        scene_label(b, (struct rect){ p->x, p->y, p->w, LINE_H }, f, ink,
                    ALIGN_LEFT, "%.*s", (int)n, s);
        p->y += LINE_H;
        s += n;
        while (*s == ' ' || *s == '\n')
            s++;
    }
}

/* --- a goroutine ------------------------------------------------------- */

static void
frames(struct build *b, struct pen *p, uint32_t g)
{
    struct gopark_frame f[FRAMES_MAX];
    int n = world_frames(b->w, g, f, FRAMES_MAX);
    char left[112], right[160];

    for (int i = 0; i < n && i < FRAMES_MAX; i++) {
        float rw;
        snprintf(left, sizeof left, "%s(...)", f[i].func);
        snprintf(right, sizeof right, "%s:%d", f[i].file, f[i].line);
        rw = f[i].file[0] == '\0' ? 0 : scene_width(b, FONT_MONO, right) + 4;
        rw = rw > p->w / 2 ? p->w / 2 : rw;
        scene_label(b, (struct rect){ p->x, p->y, p->w - rw - 8, LINE_H },
                    i == 0 ? FONT_MONO_STRONG : FONT_MONO, INK_TEXT, ALIGN_LEFT,
                    "%s", left);
        if (rw > 0)
            scene_label(b, (struct rect){ p->x + p->w - rw, p->y, rw, LINE_H },
                        FONT_MONO, INK_DIM, ALIGN_RIGHT, "%s", right);
        p->y += LINE_H;
    }
}

static void
creator(struct build *b, struct pen *p, const struct gopark_g *g)
{
    char who[160], at[192];

    if (g->made_file == NULL) {
        line(b, p, FONT_BODY, INK_DIM, scene_word(b, T_MAIN_CREATED));
        return;
    }
    snprintf(who, sizeof who,
             scene_word(b, g->creator == 0 ? T_TIMER_CREATED : T_CREATED_BY),
             g->made_by == NULL ? "?" : g->made_by, g->creator);
    snprintf(at, sizeof at, "%s  %s:%d", who, g->made_file, g->made_line);
    line(b, p, FONT_BODY, INK_DIM, at);
}

static void
locals(struct build *b, struct pen *p, uint32_t g)
{
    struct gopark_local l[LOCALS_MAX];
    int n = world_locals(b->w, g, 0, l, LOCALS_MAX);
    char all[512] = "";
    size_t at = 0;

    for (int i = 0; i < n && i < LOCALS_MAX && at < sizeof all - 64; i++) {
        if (l[i].scope == SCOPE_UPVALUE)
            continue;
        at += (size_t)snprintf(all + at, sizeof all - at, "%s%s = %.40s",
                               at > 0 ? "   " : "", l[i].name, l[i].value);
    }
    if (at > 0)
        row(b, p, scene_word(b, T_LOCALS), all);
}

static void
stack_and_times(struct build *b, struct pen *p, const struct gopark_g *g)
{
    char a[32], c[32], grown[48], buf[160];

    snprintf(grown, sizeof grown, scene_word(b, T_GROWN), g->stack_grown);
    text_bytes(c, sizeof c, g->stack);
    if (g->stack_grown == 0)
        snprintf(buf, sizeof buf, "%s (%s)", c, scene_word(b, T_NOT_GROWN));
    else
        snprintf(buf, sizeof buf, "%s \u2192 %s (%s)",
                 text_bytes(a, sizeof a, g->stack_start), c, grown);
    row(b, p, scene_word(b, T_STACK), buf);
    snprintf(buf, sizeof buf, "%s   %s %s", text_span(a, sizeof a, g->cpu),
             scene_word(b, g->status == G_WAITING ? T_BLOCKED : T_FOR),
             text_span(c, sizeof c, world_now(b->w) - g->since));
    row(b, p, scene_word(b, T_ON_CPU), buf);
    row(b, p, scene_word(b, T_INSTRUCTIONS),
        text_count(c, sizeof c, g->instructions));
}

static void
goroutine(struct build *b, struct pen *p, const struct gopark_g *g)
{
    const struct viz_host *h = b->in->host;
    const char *why =
        h == NULL || h->why == NULL ? NULL : h->why(h->ctx, g->id);
    const struct census_g *cg = census_find(b->c, g->id);
    char buf[64];

    frames(b, p, g->id);
    creator(b, p, g);
    p->y += 4;
    if (g->status == G_RUNNING && (why == NULL || *why == '\0'))
        why = scene_ending(b, buf, sizeof buf);
    if (why != NULL && *why != '\0') {
        wrapped(b, p, FONT_BODY,
                cg != NULL && cg->state == VS_BAD ? INK_ALARM : INK_TEXT, why);
        p->y += 4;
    }
    locals(b, p, g->id);
    stack_and_times(b, p, g);
}

static void
goroutine_title(const struct build *b, const struct gopark_g *g, char *buf,
                size_t size)
{
    struct gopark_object o;
    char label[64];
    const char *what = g->status == G_WAITING ? gopark_reason_name(g->reason)
                                              : gopark_status_name(g->status);

    if (world_end(b->w)->how != END_NOT && g->status == G_RUNNING)
        what = "";

    if (g->status == G_WAITING && g->object != 0 &&
        world_object(b->w, g->object, &o))
        snprintf(buf, size, "G%u  %s: %s", g->id, what,
                 gopark_object_label(&o, label, sizeof label));
    else
        snprintf(buf, size, "G%u  %s", g->id, what);
}

/* --- the others -------------------------------------------------------- */

static void
waiters(struct build *b, struct pen *p, const struct gopark_object *o,
        enum gopark_queue q, int n, const char *key)
{
    char all[256] = "";
    size_t at = 0;
    struct gopark_waiter w;

    for (int i = 0; i < n && at < sizeof all - 48; i++) {
        if (!world_waiter(b->w, o->id, q, i, &w))
            break;
        at += (size_t)snprintf(all + at, sizeof all - at, "G%u%s%.12s  ", w.g,
                               w.value[0] ? " \u2190 " : "", w.value);
    }
    row(b, p, key, at > 0 ? all : "-");
}

static void
elements(struct build *b, struct pen *p, const struct gopark_object *o)
{
    char all[256] = "", v[64];
    size_t at = 0;

    for (int i = 0; i < o->len && at < sizeof all - 80; i++) {
        if (world_element(b->w, o->id, i, v, sizeof v))
            at += (size_t)snprintf(all + at, sizeof all - at, "%s%s",
                                   at > 0 ? "  " : "", v);
    }
    if (o->cap > 0)
        row(b, p, scene_word(b, T_ELEMENTS), at > 0 ? all : "-");
}

static void
object(struct build *b, struct pen *p, const struct gopark_object *o)
{
    char buf[160];

    if (o->file != NULL) {
        snprintf(buf, sizeof buf, scene_word(b, T_MADE_AT), o->file, o->line);
        line(b, p, FONT_BODY, INK_DIM, buf);
    }
    if (o->kind == OBJ_CHAN) {
        snprintf(buf, sizeof buf, "%d/%d  %s", o->len, o->cap,
                 o->closed ? scene_word(b, T_CLOSED) : "");
        row(b, p, "chan", buf);
        elements(b, p, o);
        waiters(b, p, o, Q_SEND, o->nsend, "sendq");
        waiters(b, p, o, Q_RECV, o->nrecv, "recvq");
        return;
    }
    if (o->owner != 0) {
        snprintf(buf, sizeof buf, "G%u", o->owner);
        row(b, p, scene_word(b, T_OWNER), buf);
    }
    snprintf(buf, sizeof buf, scene_word(b, T_COUNT), (long long)o->count);
    if (o->kind == OBJ_WG || o->kind == OBJ_SEMA || o->kind == OBJ_ATOMIC)
        row(b, p, "", buf);
    if (o->starving)
        row(b, p, "", scene_word(b, T_STARVING));
    if (o->writer_waits)
        row(b, p, "", scene_word(b, T_WRITER_WAITS));
    waiters(b, p, o, Q_WAIT, o->nwait, scene_word(b, T_WAITERS));
}

static void
processor(struct build *b, struct pen *p, int id)
{
    static const char *const status[] = { "idle", "running", "syscall",
                                          "dead" };
    struct gopark_p pi;
    char buf[96];

    if (!world_p(b->w, id, &pi))
        return;
    row(b, p, "status", status[pi.status]);
    snprintf(buf, sizeof buf, "M%d", pi.m);
    row(b, p, "M", pi.m < 0 ? "-" : buf);
    snprintf(buf, sizeof buf, "G%u", pi.g);
    row(b, p, "G", pi.g == 0 ? "-" : buf);
    snprintf(buf, sizeof buf, "G%u", pi.runnext);
    row(b, p, "runnext", pi.runnext == 0 ? "-" : buf);
    snprintf(buf, sizeof buf, "%u/256", pi.runq);
    row(b, p, scene_word(b, T_LOCAL_QUEUE), buf);
    snprintf(buf, sizeof buf, "%llu  syscalltick %llu  timers %d",
             (unsigned long long)pi.schedtick,
             (unsigned long long)pi.syscalltick, pi.ntimer);
    row(b, p, "schedtick", buf);
}

static void
machine(struct build *b, struct pen *p, int id)
{
    static const char *const status[] = { "idle", "running", "spinning",
                                          "syscall" };
    struct gopark_m m;
    char buf[96];

    if (!world_m(b->w, id, &m))
        return;
    row(b, p, "status", status[m.status]);
    snprintf(buf, sizeof buf, "P%d", m.p);
    row(b, p, "P", m.p < 0 ? scene_word(b, T_NO_P) : buf);
    snprintf(buf, sizeof buf, "G%u", m.g);
    row(b, p, "G", m.g == 0 ? "-" : buf);
    row(b, p, "clock", text_span(buf, sizeof buf, m.clock));
    if (m.lockedg != 0) {
        snprintf(buf, sizeof buf, "G%u", m.lockedg);
        row(b, p, "LockOSThread", buf);
    }
}

static void
contents(struct build *b, struct pen *p, struct thing t,
         const struct gopark_g *g, const struct gopark_object *o)
{
    switch (t.kind) {
    case TH_G:
        goroutine(b, p, g);
        break;
    case TH_OBJECT:
        object(b, p, o);
        break;
    case TH_P:
        processor(b, p, (int)t.id - 1);
        break;
    case TH_M:
        machine(b, p, (int)t.id - 1);
        break;
    case TH_NONE:
    case TH_SLOT:
    case TH_QUEUE:
    case TH_GROUP:
    case TH_LINE:
    case TH_BUTTON:
    case TH_TIME:
    case TH_CURVE:
    case TH_STATE:
        wrapped(b, p, FONT_BODY, INK_DIM, scene_word(b, T_SELECT_ONE));
        break;
    }
}

void
lay_inspector(struct build *b)
{
    struct thing t = b->v->selected;
    struct gopark_g g;
    struct gopark_object o;
    char title[160], label[64];
    struct rect r;
    struct pen p;

    if (t.kind == TH_NONE)
        t = (struct thing){ TH_G, scene_subject(b) };
    snprintf(title, sizeof title, "%s", scene_word(b, T_INSPECTOR));
    if (t.kind == TH_G && world_g(b->w, t.id, &g))
        goroutine_title(b, &g, title, sizeof title);
    else if (t.kind == TH_OBJECT && world_object(b->w, t.id, &o))
        snprintf(title, sizeof title, "%s",
                 gopark_object_label(&o, label, sizeof label));
    else if (t.kind == TH_P || t.kind == TH_M)
        snprintf(title, sizeof title, "%c%u", t.kind == TH_P ? 'P' : 'M',
                 t.id - 1);
    else
        t.kind = TH_NONE;
    scene_panel_begin(b, PANEL_INSPECTOR, title, "");
    r = b->s->panel[PANEL_INSPECTOR].body;
    p = (struct pen){ r.x + 12, r.y + 2 - b->v->scroll[PANEL_INSPECTOR],
                      r.w - 26 };
    contents(b, &p, t, &g, &o);
    scene_panel_end(b, PANEL_INSPECTOR, p.y);
}
