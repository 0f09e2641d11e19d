/*
 * leakreport.c - a leaked goroutine in a paragraph: where it stands, what it
 * is blocked on, since when that is known, and what is usually meant.
 */
#include "check/leakreport.h"

#include <stdlib.h>
#include <string.h>

#include "check/blocked.h"
#include "check/cause.h"
#include "check/remedy.h"
#include "lua/duration.h"

#define S(en, zh) SAY(r->lang, en, zh)

enum { ALIKE_SHOWN = 10 }; /* paragraphs of a group */

struct list {
    struct leakreport *r;
    int n;
};

static void
add_object(void *ctx, struct obj *o)
{
    struct list *l = ctx;
    struct leakreport *r = l->r;

    if (l->n++ > 0)
        tb_add(r->t, "%s", S(", ", "、"));
    say_object(r->t, o, false, r->lang);
}

static void
add_blocked_on(struct leakreport *r, const struct g *gp)
{
    struct list l = { r, 0 };

    tb_add(r->t, "%s", S("blocked on: ", "阻塞于:"));
    blocked_at(gp, add_object, &l);
    if (l.n == 0)
        tb_add(r->t, "%s%s\n",
               gp->reason == WAIT_SELECT_NONE
                   ? S("a select without cases", "没有 case 的 select")
                   : S("a nil channel", "nil channel"),
               S(", which is never ready", ",它永远不会就绪"));
    else
        tb_add(r->t,
               S("; no goroutine that can still run can reach %s\n",
                 ";仍能运行的 goroutine 都够不到%s\n"),
               l.n == 1 ? S("it", "它") : S("them", "它们"));
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = ((const struct gopark_seen *)a)->g;
    uint32_t y = ((const struct gopark_seen *)b)->g;

    return (x > y) - (x < y);
}

/* When a sweep found it, if one did. */
static void
add_seen(struct leakreport *r, const struct g *gp)
{
    struct gopark_seen key = { .g = gp->id };
    const struct gopark_seen *at = NULL;
    char t[DURATION_SIZE];

    if (r->nseen > 0)
        at = bsearch(&key, r->seen, (size_t)r->nseen, sizeof key, by_number);
    if (at != NULL)
        tb_add(r->t,
               S("first seen: step %llu, t=%s\n", "首次发现:第 %llu 步,t=%s\n"),
               (unsigned long long)at->step, duration_string(at->t, t));
}

/* Does the goroutine that started gp still stand in the function that made o?
 * If that has been left, the last way to o has gone with it. */
static bool
has_left(const struct leakreport *r, const struct g *gp, const struct obj *o)
{
    const struct g *by = g_find(r->t->w, gp->creator);
    struct frames f;

    if (by == NULL || o->made == NULL || gp->made == NULL ||
        strcmp(o->made->func, "main chunk") == 0 ||
        strcmp(o->made->func, gp->made->func) != 0)
        return false;
    frames_begin(&f, by);
    while (frames_next(&f)) {
        if (o->made->line >= f.ar.linedefined &&
            o->made->line <= f.ar.lastlinedefined)
            return false;
    }
    return true;
}

/* What can be said beyond what is seen. */
static void
add_more(struct leakreport *r, const struct g *gp)
{
    const struct waiter *wr = waits_of(r->ws, gp);
    const struct obj *o;
    enum remedy m;

    if (wr == NULL)
        return;
    o = wr->nwait > 0 ? r->ws->wait[wr->wait].o : NULL;
    if (o != NULL && has_left(r, gp, o))
        tb_add(r->t,
               S("lost with:  goroutine %u left %s, which made it\n",
                 "何时丢失:goroutine %u 离开了创建它的 %s\n"),
               gp->creator, o->made->func);
    m = wr->stuck == STUCK_BEHIND ? REMEDY_NONE : remedy_of(r->ws, wr);
    if (m != REMEDY_NONE)
        tb_add(r->t, "%s%s\n", S("remedy:     ", "办法:"),
               remedy_text(m, r->lang));
}

static struct alike *
group_of(struct leakreport *r, const struct g *gp)
{
    struct frames f;
    struct alike *a,
        key = { .made = gp->made, .reason = gp->reason, .file = "?" };

    frames_begin(&f, gp);
    if (frames_next(&f)) {
        key.file = say_chunk(&f.ar);
        key.line = f.ar.currentline;
    }
    for (a = r->group; a < r->group + r->ngroup; a++) {
        if (a->made == key.made && a->line == key.line &&
            a->reason == key.reason && strcmp(a->file, key.file) == 0)
            return a;
    }
    if (r->ngroup == ALIKE_MAX)
        return NULL;
    r->group[r->ngroup++] = key;
    return a;
}

static void
add_paragraph(struct leakreport *r, struct g *gp)
{
    struct alike *a = group_of(r, gp);

    if (a == NULL || a->n++ >= ALIKE_SHOWN)
        return;
    tb_add(r->t, "\n");
    tb_goroutine(r->t, gp);
    add_blocked_on(r, gp);
    add_seen(r, gp);
    if (r->ws != NULL && a->n == 1)
        add_more(r, gp);
}

/* What is the cause of another leak comes before it, where there are few. */
static void
add_paragraphs(struct leakreport *r)
{
    struct g *gp, *few[CAUSE_MAX];
    int n = 0, i;

    for (gp = r->t->w->sched->first; gp != NULL; gp = gp->next) {
        if ((gp->flags & G_LEAKED) && n++ < CAUSE_MAX)
            few[n - 1] = gp;
    }
    if (n <= CAUSE_MAX) {
        cause_order(&r->m, few, n);
        for (i = 0; i < n; i++)
            add_paragraph(r, few[i]);
        return;
    }
    for (gp = r->t->w->sched->first; gp != NULL; gp = gp->next) {
        if (gp->flags & G_LEAKED)
            add_paragraph(r, gp);
    }
}

/* How many more there are of each group than were shown. */
static void
add_rest(struct leakreport *r)
{
    const struct alike *a;

    for (a = r->group; a < r->group + r->ngroup; a++) {
        if (a->n > ALIKE_SHOWN)
            tb_add(r->t,
                   S("\nalso: %u more%s stuck at %s:%d\n",
                     "\n另外还有 %u 个%s卡在 %s:%d\n"),
                   a->n - ALIKE_SHOWN,
                   a->n - ALIKE_SHOWN == 1 ? S(" goroutine is", "也")
                                           : S(" goroutines are", "也"),
                   a->file, a->line);
    }
}

void
leakreport_say(struct leakreport *r)
{
    add_paragraphs(r);
    add_rest(r);
}
