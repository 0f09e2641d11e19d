/*
 * leakreport.c - the reports of leaked goroutines: that of `gopark run`, and
 * the one at the prompt, which says more.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/blocked.h"
#include "check/branch.h"
#include "check/drain.h"
#include "check/leak.h"
#include "check/remedy.h"
#include "check/say.h"
#include "check/witness.h"

#define S(en, zh) SAY(r->lang, en, zh)

enum {
    ALIKE_MAX = 64,   /* groups that are told apart */
    ALIKE_SHOWN = 10, /* paragraphs of a group */
    NOTES_MAX = 10,
};

/* Goroutines that are stuck at the same line, started at the same line. */
struct alike {
    const struct site *made;
    const char *file;
    int line, reason;
    uint32_t n;
};

struct report {
    struct mark m, live;
    struct waits ws; /* what the prompt's report knows besides */
    int status;      /* of the process, for run's report; else -1 */
    enum gopark_lang lang;
    struct tb *t;
    struct alike group[ALIKE_MAX];
    int ngroup;
    uint32_t nleaked;
};

static bool
is_full(const struct report *r)
{
    return r->status < 0;
}

/* --- a leaked goroutine ------------------------------------------------------- */

struct list {
    struct report *r;
    int n;
};

static void
add_object(void *ctx, struct obj *o)
{
    struct list *l = ctx;
    struct report *r = l->r;

    if (l->n++ > 0)
        tb_add(r->t, "%s", S(", ", "、"));
    say_object(r->t, o, r->lang);
}

static void
add_blocked_on(struct report *r, const struct g *gp)
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

/* Does the goroutine that started gp still stand in the function that made o?
 * If that has been left, the last way to o has gone with it. */
static bool
has_left(const struct report *r, const struct g *gp, const struct obj *o)
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
add_more(struct report *r, const struct g *gp)
{
    const struct waiter *wr = waits_of(&r->ws, gp);
    const struct obj *o;
    enum remedy m;

    if (wr == NULL)
        return;
    o = wr->nwait > 0 ? r->ws.wait[wr->wait].o : NULL;
    if (o != NULL && has_left(r, gp, o))
        tb_add(r->t,
               S("lost with:  goroutine %u left %s, which made it\n",
                 "何时丢失:goroutine %u 离开了创建它的 %s\n"),
               gp->creator, o->made->func);
    m = wr->stuck == STUCK_BEHIND ? REMEDY_NONE : remedy_of(&r->ws, wr);
    if (m != REMEDY_NONE)
        tb_add(r->t, "%s%s\n", S("remedy:     ", "办法:"),
               remedy_text(m, r->lang));
}

static struct alike *
group_of(struct report *r, const struct g *gp)
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
add_paragraphs(struct report *r)
{
    struct g *gp;

    for (gp = r->t->w->sched->first; gp != NULL; gp = gp->next) {
        struct alike *a;

        if (!(gp->flags & G_LEAKED))
            continue;
        a = group_of(r, gp);
        if (a == NULL || a->n++ >= ALIKE_SHOWN)
            continue;
        tb_add(r->t, "\n");
        tb_goroutine(r->t, gp);
        add_blocked_on(r, gp);
        if (is_full(r) && a->n == 1)
            add_more(r, gp);
    }
}

static const char *
plural(uint32_t n)
{
    return n == 1 ? "" : "s";
}

/* How many more there are of each group than were shown. */
static void
add_rest(struct report *r)
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

/* --- the report of `gopark run` ------------------------------------------------- */

static uint32_t
count_left(const struct world *w)
{
    const struct g *gp;
    uint32_t n = 0;

    for (gp = w->sched->first; gp != NULL; gp = gp->next)
        n += !(gp->flags & (G_HIDDEN | G_LEAKED));
    return n;
}

/* The first byte says whether there are leaks. */
static void
report(struct world *w, void *arg, struct tb *out)
{
    struct report *r = arg;
    uint32_t left;

    r->t = out;
    drain_run(w);
    if (mark_run(&r->m, w, MARK_LEAKS))
        r->nleaked = leak_flag(w, &r->m);
    left = count_left(w);
    tb_addn(out, r->nleaked > 0 ? "!" : ".", 1);
    if (r->nleaked > 0) {
        tb_add(out, "gopark: %u goroutine%s leaked (exit status %d)\n",
               r->nleaked, plural(r->nleaked), r->status);
        add_paragraphs(r);
        add_rest(r);
    }
    if (r->nleaked > 0 && left > 0)
        tb_add(out, "\n");
    if (left > 0)
        tb_add(out,
               "gopark: %u goroutine%s still running when main "
               "returned\n",
               left, plural(left));
}

char *
world_leak_report(struct world *w, int status, bool *leaked)
{
    struct tb out = { .w = w };
    struct report r = { .status = status };

    tb_addn(&out, "", 0);
    *leaked = false;
    if (w->end.how == END_RETURN && branch_call(w, report, &r, &out)) {
        *leaked = out.buf[0] == '!';
        memmove(out.buf, out.buf + 1, out.len);
    } else {
        out.buf[0] = '\0';
    }
    mark_free(&r.m);
    return out.buf;
}

/* --- the report at the prompt ---------------------------------------------------- */

/* A goroutine that only variables which are never used again keep from being
 * leaked; Go would count it. */
static void
add_note(struct report *r, const struct g *gp)
{
    const struct waiter *wr = waits_of(&r->ws, gp);
    const struct obj *o =
        wr != NULL && wr->nwait > 0 ? r->ws.wait[wr->wait].o : NULL;
    const char *file = NULL;
    struct witness wi;

    if (o == NULL)
        return;
    tb_add(r->t, S("\nnote: goroutine %u [%s], ", "\n注意:goroutine %u [%s],"),
           gp->id, gopark_reason_name((enum g_reason)gp->reason));
    if (say_where(r->t, gp, &file, r->lang))
        tb_add(r->t, "%s", S(": ", ":"));
    say_object(r->t, o, r->lang);
    if (witness_find(&r->m, o, &wi) && wi.root == ROOT_RUNS &&
        wi.name[0] != '\0')
        tb_add(r->t,
               S(" is only kept by the variable %s of G%u, which G%u, "
                 "at %s:%d, never uses again\n",
                 "只剩变量 %s(属于 G%u)还留着它,而 G%u 停在 %s:%d,"
                 "再也不用它了\n"),
               wi.name, wi.g->id, wi.g->id, wi.file, wi.line);
    else
        tb_add(r->t, "%s",
               S(" is only kept by variables that are never used "
                 "again\n",
                 "只剩再也不用的变量还留着它\n"));
}

static bool
is_stuck(const struct report *r, const struct g *gp)
{
    const struct waiter *wr = waits_of(&r->ws, gp);

    return wr != NULL && wr->stuck != STUCK_NOT;
}

static void
add_notes(struct report *r)
{
    const struct g *gp;
    int n = 0, others = 0, stuck = 0;

    for (gp = r->t->w->sched->first; gp != NULL; gp = gp->next) {
        enum gopark_leak l = leak_of(&r->m, gp);

        if (l == LEAK_SUSPECT && !mark_lives(&r->live, gp) && n++ < NOTES_MAX)
            add_note(r, gp);
        else if (l == LEAK_SUSPECT || l == LEAK_HELD)
            *(is_stuck(r, gp) ? &stuck : &others) += 1;
    }
    if (stuck > 0)
        tb_add(r->t,
               S("\n%d more can never run again either: they wait for "
                 "each other, or for main, which is stuck (deadlock)\n",
                 "\n另有 %d 个也再不会运行:它们互相等待,或者在等卡住的 "
                 "main(deadlock)\n"),
               stuck);
    if (others > 0)
        tb_add(r->t,
               S("\n%d more blocked: something that can still run can "
                 "reach what they wait for (why N)\n",
                 "\n另有 %d 个阻塞着:它们等的东西,仍能运行的 goroutine "
                 "还够得到(why N)\n"),
               others);
}

static void
full_report(struct world *w, void *arg, struct tb *out)
{
    struct report *r = arg;

    r->t = out;
    drain_run(w);
    if (!waits_build(&r->ws, w) || !mark_run(&r->m, w, MARK_LEAKS) ||
        !mark_run(&r->live, w, MARK_LIVE))
        return;
    r->nleaked = leak_flag(w, &r->m);
    if (r->nleaked == 0)
        tb_add(out, "%s",
               S("no goroutine has leaked\n", "没有泄漏的 goroutine\n"));
    else if (r->lang == GOPARK_ZH)
        tb_add(out, "泄漏了 %u 个 goroutine\n", r->nleaked);
    else
        tb_add(out, "%u goroutine%s leaked\n", r->nleaked, plural(r->nleaked));
    add_paragraphs(r);
    add_rest(r);
    add_notes(r);
}

char *
world_leaks_text(struct world *w, enum gopark_lang lang)
{
    struct tb out = { .w = w };
    struct report r = { .status = -1, .lang = lang };

    tb_addn(&out, "", 0);
    branch_call(w, full_report, &r, &out);
    mark_free(&r.m);
    mark_free(&r.live);
    waits_free(&r.ws);
    out.buf[out.len] = '\0';
    return out.buf;
}
