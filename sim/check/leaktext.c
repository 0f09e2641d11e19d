/*
 * leaktext.c - the report of leaks at the prompt: those that have leaked, each
 * with a remedy, and notes about those that are kept for nothing.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/branch.h"
#include "check/drain.h"
#include "check/leakreport.h"
#include "check/witness.h"

#define S(en, zh) SAY(x->r.lang, en, zh)

enum { NOTES_MAX = 10 };

struct leaktext {
    struct leakreport r;
    struct mark live; /* by MARK_LIVE */
    struct waits ws;
};

/* A goroutine that only variables which are never used again keep from being
 * leaked; Go would count it. */
static void
add_note(struct leaktext *x, const struct g *gp)
{
    const struct waiter *wr = waits_of(&x->ws, gp);
    const struct obj *o =
        wr != NULL && wr->nwait > 0 ? x->ws.wait[wr->wait].o : NULL;
    const char *file = NULL;
    struct witness wi;

    if (o == NULL)
        return;
    tb_add(x->r.t,
           S("\nnote: goroutine %u [%s], ", "\n注意:goroutine %u [%s],"),
           gp->id, gopark_reason_name((enum g_reason)gp->reason));
    if (say_where(x->r.t, gp, &file, x->r.lang))
        tb_add(x->r.t, "%s", S(": ", ":"));
    say_object(x->r.t, o, false, x->r.lang);
    if (witness_find(&x->r.m, o, &wi) && wi.root == ROOT_RUNS &&
        wi.name[0] != '\0')
        tb_add(x->r.t,
               S(" is only kept by the variable %s of G%u, which G%u, "
                 "at %s:%d, never uses again\n",
                 "只剩 G%2$u 的变量 %1$s 还留着它,而 G%3$u 停在 %4$s:%5$d,"
                 "再也不用它了\n"),
               wi.name, wi.g->id, wi.g->id, wi.file, wi.line);
    else
        tb_add(x->r.t, "%s",
               S(" is only kept by variables that are never used "
                 "again\n",
                 "只剩再也不用的变量还留着它\n"));
}

static bool
is_stuck(const struct leaktext *x, const struct g *gp)
{
    const struct waiter *wr = waits_of(&x->ws, gp);

    return wr != NULL && wr->stuck != STUCK_NOT;
}

/* Besides the n that have leaked. */
static void
add_notes(struct leaktext *x, int n)
{
    const struct g *gp;
    int unused = 0, others = 0, stuck = 0;

    for (gp = x->r.t->w->sched->first; gp != NULL; gp = gp->next) {
        enum gopark_leak l = leak_of(&x->r.m, gp);

        if (l == LEAK_SUSPECT && !mark_lives(&x->live, gp)) {
            if (unused++ < NOTES_MAX)
                add_note(x, gp);
        } else if (l == LEAK_SUSPECT || l == LEAK_HELD) {
            *(is_stuck(x, gp) ? &stuck : &others) += 1;
        }
    }
    if (unused > NOTES_MAX)
        tb_add(x->r.t,
               S("\n%d more are only kept by variables that are never used "
                 "again\n",
                 "\n另有 %d 个,也只剩再也不用的变量还留着\n"),
               unused - NOTES_MAX);
    if (stuck > 0)
        tb_add(x->r.t,
               n + unused > 0
                   ? S("\n%d more can never run again either: they wait for "
                       "each other, or for main, which is stuck (deadlock)\n",
                       "\n另有 %d 个也再不会运行:它们互相等待,或者在等卡住的 "
                       "main(deadlock)\n")
                   : S("\n%d can never run again all the same: they wait for "
                       "each other, or for main, which is stuck (deadlock)\n",
                       "\n不过有 %d 个再也不会运行:它们互相等待,或者在等卡住的 "
                       "main(deadlock)\n"),
               stuck);
    if (others > 0)
        tb_add(x->r.t,
               n + unused + stuck > 0
                   ? S("\n%d more blocked: something that can still run can "
                       "reach what they wait for (why N)\n",
                       "\n另有 %d 个阻塞着:它们等的东西,仍能运行的 goroutine "
                       "还够得到(why N)\n")
                   : S("\n%d blocked: something that can still run can reach "
                       "what they wait for (why N)\n",
                       "\n有 %d 个阻塞着:它们等的东西,仍能运行的 goroutine "
                       "还够得到(why N)\n"),
               others);
}

static void
add_title(struct leaktext *x, uint32_t n)
{
    if (n == 0)
        tb_add(x->r.t, "%s",
               S("no goroutine has leaked\n", "没有泄漏的 goroutine\n"));
    else if (x->r.lang == GOPARK_ZH)
        tb_add(x->r.t, "泄漏了 %u 个 goroutine\n", n);
    else
        tb_add(x->r.t, "%u goroutine%s leaked\n", n, n == 1 ? "" : "s");
}

static void
report(struct world *w, void *arg, struct tb *out)
{
    struct leaktext *x = arg;
    uint32_t n;

    x->r.t = out;
    drain_run(w);
    if (!waits_build(&x->ws, w) || !mark_run(&x->r.m, w, MARK_LEAKS) ||
        !mark_run(&x->live, w, MARK_LIVE))
        return;
    n = leak_flag(w, &x->r.m);
    add_title(x, n);
    leakreport_say(&x->r);
    add_notes(x, (int)n);
}

char *
world_leaks_text(struct world *w, enum gopark_lang lang)
{
    struct tb out = { .w = w };
    struct leaktext x = { .r = { .lang = lang } };

    x.r.ws = &x.ws;
    tb_addn(&out, "", 0);
    branch_call(w, report, &x, &out);
    mark_free(&x.r.m);
    mark_free(&x.live);
    waits_free(&x.ws);
    out.buf[out.len] = '\0';
    return out.buf;
}
