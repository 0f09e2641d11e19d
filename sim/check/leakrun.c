/*
 * leakrun.c - the report of leaks at the end of `gopark run`.
 */
#include <stdio.h>
#include <string.h>

#include "check/branch.h"
#include "check/drain.h"
#include "check/leakreport.h"

struct run_report {
    struct leakreport r;
    const struct gopark_leaks *o;
};

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
add_title(struct run_report *rr, uint32_t n)
{
    if (rr->r.lang == GOPARK_ZH)
        tb_add(rr->r.t, "gopark: 泄漏了 %u 个 goroutine(退出状态 %d)\n", n,
               rr->o->status);
    else
        tb_add(rr->r.t, "gopark: %u goroutine%s leaked (exit status %d)\n", n,
               n == 1 ? "" : "s", rr->o->status);
}

static void
add_left(struct run_report *rr, uint32_t n)
{
    if (rr->r.lang == GOPARK_ZH)
        tb_add(rr->r.t, "gopark: main 返回时还有 %u 个 goroutine 在运行\n", n);
    else
        tb_add(rr->r.t,
               "gopark: %u goroutine%s still running when main returned\n", n,
               n == 1 ? "" : "s");
}

/* The first byte says whether there are leaks. What main left behind is
 * drained first; any other end is an end for all. */
static void
report(struct world *w, void *arg, struct tb *out)
{
    struct run_report *rr = arg;
    bool returned = w->end.how == END_RETURN;
    uint32_t n = 0, left;

    rr->r.t = out;
    if (returned)
        drain_run(w);
    if (mark_run(&rr->r.m, w, MARK_LEAKS))
        n = leak_flag(w, &rr->r.m);
    left = returned ? count_left(w) : 0;
    tb_addn(out, n > 0 ? "!" : ".", 1);
    if (n > 0) {
        if (!returned)
            tb_add(out, "\n"); /* behind what Go prints */
        add_title(rr, n);
        leakreport_say(&rr->r);
    }
    if (n > 0 && left > 0)
        tb_add(out, "\n");
    if (left > 0)
        add_left(rr, left);
}

char *
world_leak_report(struct world *w, const struct gopark_leaks *o, bool *leaked)
{
    struct tb out = { .w = w };
    struct run_report rr = {
        .r = { .lang = o->lang, .seen = o->seen, .nseen = o->nseen }, .o = o
    };

    tb_addn(&out, "", 0);
    *leaked = false;
    if ((w->end.how == END_RETURN || (o->any_end && w->end.how != END_NOT)) &&
        branch_call(w, report, &rr, &out)) {
        *leaked = out.buf[0] == '!';
        memmove(out.buf, out.buf + 1, out.len);
    } else {
        out.buf[0] = '\0';
    }
    mark_free(&rr.r.m);
    return out.buf;
}
