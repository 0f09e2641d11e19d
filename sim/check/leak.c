/*
 * leak.c - which goroutines can never run again, and the report of them.
 *
 * The check runs in a branch of the world: the program does not notice. When
 * main has returned, what it left behind is drained there first.
 */
#include "check/leak.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/blocked.h"
#include "check/branch.h"
#include "check/drain.h"
#include "check/mark.h"
#include "check/say.h"

/* --- verdicts ------------------------------------------------------------ */

enum gopark_leak
leak_of(const struct mark *m, const struct g *gp)
{
    if (!blocked_is(gp) || gp->id == 1)
        return LEAK_NOT;
    if (!mark_lives(m, gp))
        return LEAK_LEAKED;
    return mark_global(m, gp) ? LEAK_HELD : LEAK_SUSPECT;
}

static void
verdicts(struct world *w, void *arg, struct tb *out)
{
    struct gopark_blocked b;
    const struct g *gp;
    struct mark m;

    (void)arg;
    drain_run(w);
    if (mark_run(&m, w, MARK_LEAKS)) {
        for (gp = w->sched->first; gp != NULL; gp = gp->next) {
            b.g = gp->id;
            b.leak = leak_of(&m, gp);
            if (b.leak != LEAK_NOT && !(gp->flags & G_HIDDEN))
                tb_addn(out, (const char *)&b, sizeof b);
        }
    }
    mark_free(&m);
}

int
world_leaks(struct world *w, struct gopark_blocked *out, int max)
{
    struct tb found = { .w = w };
    int n = 0;

    if (branch_call(w, verdicts, NULL, &found))
        n = (int)(found.len / sizeof *out);
    if (max > n)
        max = n;
    if (max > 0)
        memcpy(out, found.buf, (size_t)max * sizeof *out);
    free(found.buf);
    return n;
}

/* Set the flag of those that have leaked; returns how many. */
static uint32_t
flag_leaked(struct world *w, const struct mark *m)
{
    struct g *gp;
    uint32_t n = 0;

    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        gp->flags &= (uint8_t)~G_LEAKED;
        if ((gp->flags & G_HIDDEN) || leak_of(m, gp) != LEAK_LEAKED)
            continue;
        gp->flags |= G_LEAKED;
        n++;
    }
    return n;
}

/* --- the report of `gopark run` ------------------------------------------ */

struct list {
    struct tb *t;
    enum gopark_lang lang;
    int n;
};

static void
add_object(void *ctx, struct obj *o)
{
    struct list *l = ctx;

    if (l->n++ > 0)
        tb_add(l->t, "%s", SAY(l->lang, ", ", "、"));
    say_object(l->t, o, l->lang);
}

void
leak_blocked_on(struct tb *t, const struct g *gp, enum gopark_lang lang)
{
    struct list l = { t, lang, 0 };

    tb_add(t, "%s", SAY(lang, "blocked on: ", "阻塞于:"));
    blocked_at(gp, add_object, &l);
    if (l.n == 0 && gp->reason == WAIT_SELECT_NONE)
        tb_add(t, "%s",
               SAY(lang, "a select without cases", "没有 case 的 select"));
    else if (l.n == 0)
        tb_add(t, "%s", SAY(lang, "a nil channel", "nil channel"));
    if (l.n == 0)
        tb_add(t, "%s",
               SAY(lang, ", which is never ready\n", ",它永远不会就绪\n"));
    else
        tb_add(t,
               SAY(lang, "; no goroutine that can still run can reach %s\n",
                   ";仍能运行的 goroutine 都够不到%s\n"),
               l.n == 1 ? SAY(lang, "it", "它") : SAY(lang, "them", "它们"));
}

/* Goroutines that are stuck at the same line, started at the same line. */
struct alike {
    const struct site *made;
    char file[96];
    int line, reason;
    uint32_t n;
};

enum {
    ALIKE_MAX = 64,   /* groups that are told apart */
    ALIKE_SHOWN = 10, /* paragraphs of a group */
};

struct report {
    struct tb *t;
    struct alike group[ALIKE_MAX];
    int ngroup;
    uint32_t nleaked, nleft;
};

static struct alike *
group_of(struct report *r, const struct g *gp)
{
    struct frames f;
    struct alike *a, key = { .made = gp->made, .reason = gp->reason };

    frames_begin(&f, gp);
    if (frames_next(&f)) {
        snprintf(key.file, sizeof key.file, "%s", site_chunk(&f.ar));
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
        if (a != NULL && a->n++ >= ALIKE_SHOWN)
            continue;
        tb_add(r->t, "\n");
        tb_goroutine(r->t, gp);
        leak_blocked_on(r->t, gp, GOPARK_EN);
    }
}

/* How many more there are of each group than were shown. */
static void
add_rest(struct report *r)
{
    const struct alike *a;

    for (a = r->group; a < r->group + r->ngroup; a++) {
        if (a->n > ALIKE_SHOWN)
            tb_add(r->t, "\nalso: %u more goroutine%s stuck at %s:%d\n",
                   a->n - ALIKE_SHOWN, a->n - ALIKE_SHOWN == 1 ? "" : "s",
                   a->file, a->line);
    }
}

static const char *
plural(uint32_t n)
{
    return n == 1 ? "" : "s";
}

static uint32_t
count_left(const struct world *w)
{
    const struct g *gp;
    uint32_t n = 0;

    for (gp = w->sched->first; gp != NULL; gp = gp->next)
        n += !(gp->flags & (G_HIDDEN | G_LEAKED));
    return n;
}

static void
write_report(struct report *r, int status)
{
    if (r->nleaked > 0) {
        tb_add(r->t, "gopark: %u goroutine%s leaked (exit status %d)\n",
               r->nleaked, plural(r->nleaked), status);
        add_paragraphs(r);
        add_rest(r);
    }
    if (r->nleaked > 0 && r->nleft > 0)
        tb_add(r->t, "\n");
    if (r->nleft > 0)
        tb_add(r->t,
               "gopark: %u goroutine%s still running when main "
               "returned\n",
               r->nleft, plural(r->nleft));
}

/* The first byte says whether there are leaks. */
static void
report(struct world *w, void *arg, struct tb *out)
{
    struct report r = { .t = out };
    struct mark m;
    int *status = arg;

    drain_run(w);
    if (mark_run(&m, w, MARK_LEAKS))
        r.nleaked = flag_leaked(w, &m);
    mark_free(&m);
    r.nleft = count_left(w);
    tb_addn(out, r.nleaked > 0 ? "!" : ".", 1);
    write_report(&r, *status);
}

char *
world_leak_report(struct world *w, int status, bool *leaked)
{
    struct tb out = { .w = w };

    tb_addn(&out, "", 0);
    *leaked = false;
    if (w->end.how == END_RETURN && branch_call(w, report, &status, &out)) {
        *leaked = out.buf[0] == '!';
        memmove(out.buf, out.buf + 1, out.len);
    } else {
        out.buf[0] = '\0';
    }
    return out.buf;
}
