/*
 * actor.c - those who could end a wait, in words.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/blocked.h"
#include "check/say.h"
#include "check/why.h"
#include "lua/duration.h"

#define Y(en, zh) SAY(y->lang, en, zh)

/* What one, and what several, do; {o} is the object. */
static const char *const verb[USE_NOP][3] = {
    [USE_SEND] = { "sends to ", "send to ", "向 {o} 发送" },
    [USE_RECV] = { "receives from ", "receive from ", "从 {o} 接收" },
    [USE_RANGE] = { "ranges over ", "range over ", "对 {o} 做 range" },
    [USE_CLOSE] = { "closes ", "close ", "关闭 {o}" },
    [USE_DONE] = { "calls Done on ", "call Done on ", "对 {o} 调用 Done" },
    [USE_SIGNAL] = { "signals ", "signal ", "给 {o} 发信号" },
    [USE_PASS] = { "hands on ", "hand on ", "把 {o} 交给别的函数" },
};

/* Actors that do the same and are in the same situation. */
struct group {
    const struct g *g[ACTORS_MAX];
    int n, use;
};

static int
line_of(const struct g *gp)
{
    struct frames f;

    frames_begin(&f, gp);
    return frames_next(&f) ? f.ar.currentline : 0;
}

/* Do both wait at the same, in the same line, or neither? */
static bool
alike(const struct why *y, const struct g *a, const struct g *b)
{
    const struct waiter *x = waits_of(y->ws, a), *z = waits_of(y->ws, b);

    if (a->status != b->status || a->reason != b->reason ||
        (x != NULL ? x->stuck == STUCK_NOT : true) !=
            (z != NULL ? z->stuck == STUCK_NOT : true))
        return false;
    return a->nsel == b->nsel && a->wait.c == b->wait.c &&
           a->object == b->object && a->timer == b->timer &&
           (a->nsel == 0 || a->sel[0].c == b->sel[0].c) &&
           line_of(a) == line_of(b);
}

static bool
same_use(const struct why *y, int i, int k)
{
    const struct use *at = y->ws->uses.at;

    if (i < 0 || k < 0)
        return i == k;
    return at[i].op == at[k].op && at[i].line == at[k].line;
}

/* The actors of wt that are like the first one not done yet; they are then.
 * False: there are no more. */
static bool
next_group(const struct why *y, const struct wait *wt, bool *done, bool uses,
           struct group *gr)
{
    const struct actor *a;
    int i, k;

    gr->n = 0;
    for (i = 0; i < wt->nactor && done[i]; i++)
        ;
    if (i == wt->nactor)
        return false;
    a = &y->ws->actor[wt->actor]; /* there may be none at all before this */
    gr->use = a[i].use;
    for (k = i; k < wt->nactor; k++) {
        if (done[k] || !alike(y, a[i].g, a[k].g) ||
            (uses && !same_use(y, a[i].use, a[k].use)))
            continue;
        done[k] = true;
        gr->g[gr->n++] = a[k].g;
    }
    return true;
}

/* --- what they do ---------------------------------------------------------- */

/* v with the object in its place. */
static void
put_verb(struct why *y, const char *v, const struct obj *o)
{
    const char *at = strstr(v, "{o}");

    tb_addn(y->t, v, (size_t)(at - v));
    say_label(y->t, o);
    tb_add(y->t, "%s", at + 3);
}

static void
does_zh(struct why *y, const struct wait *wt, const struct use *u)
{
    bool known = y->file != NULL && u->file != NULL &&
                 strcmp(y->file, u->file) == 0;

    if (u->line != 0) {
        tb_add(y->t, known ? " 在" : " 在 ");
        say_place(y->t, u->file, u->line, &y->file, y->lang);
    }
    tb_add(y->t, u->line == 0 || !known ? " " : "");
    put_verb(y, verb[u->op][2], wt->o);
}

/* "G1 receives from results at line 16" */
static void
does(struct why *y, const struct wait *wt, const struct group *gr)
{
    const struct use *u;

    why_list(y, gr->g, gr->n);
    if (gr->use < 0) {
        if (!blocked_holds(y->t->w, wt->o, gr->g[0]))
            tb_add(y->t, "%s", Y(" is to write ", " 要先写 "));
        else if (obj_is(wt->o, OBJ_ONCE))
            tb_add(y->t, "%s", Y(" runs ", " 正在执行 "));
        else
            tb_add(y->t, "%s",
                   gr->n == 1 ? Y(" holds ", " 持有 ") : Y(" hold ", " 持有 "));
        say_label(y->t, wt->o);
        return;
    }
    u = &y->ws->uses.at[gr->use];
    if (y->lang == GOPARK_ZH) {
        does_zh(y, wt, u);
        return;
    }
    tb_add(y->t, " %s", verb[u->op][gr->n > 1]);
    say_label(y->t, wt->o);
    if (u->line != 0) {
        tb_add(y->t, " at ");
        say_place(y->t, u->file, u->line, &y->file, y->lang);
    }
}

/* --- why they have not done it ------------------------------------------------ */

/* What those that are not stuck are doing meanwhile. */
static void
meanwhile(struct why *y, const struct g *gp)
{
    char buf[DURATION_SIZE];

    if (gp->flags & G_STALLED) {
        tb_add(y->t, "%s", Y(", and is stalled", ",它被扣住了"));
        return;
    }
    switch ((enum g_status)gp->status) {
    case G_RUNNING:
        tb_add(y->t, "%s", Y(", and is running", ",它正在运行"));
        break;
    case G_WAITING:
        if (gp->timer != NULL)
            tb_add(y->t, Y(", and sleeps until t=%s", ",它睡到 t=%s"),
                   duration_string(gp->timer->when, buf));
        else
            tb_add(y->t, "%s",
                   Y(", and is blocked, but can still be woken",
                     ",它也阻塞着,但还能被唤醒"));
        break;
    case G_SYSCALL:
        tb_add(y->t, "%s", Y(", and is in a system call", ",它正在系统调用中"));
        break;
    case G_RUNNABLE:
    case G_IDLE:
    case G_DEAD:
        tb_add(y->t, "%s", Y(", and is ready to run", ",它随时可以运行"));
        break;
    }
}

static void
blocked(struct why *y, const struct group *gr, const struct waiter *wr)
{
    tb_add(y->t, "%s", Y(", but ", ",可"));
    if (gr->n == 1)
        tb_add(y->t, Y("G%u is blocked ", " G%u 自己阻塞在"), gr->g[0]->id);
    else
        tb_add(y->t, "%s",
               gr->n == 2 ? Y("both are blocked ", "两者都阻塞在")
                          : Y("all are blocked ", "全都阻塞在"));
    why_doing(y, gr->g[0]);
    tb_add(y->t, "%s", Y(", ", ","));
    if (!say_where(y->t, gr->g[0], &y->file, y->lang))
        tb_add(y->t, "?");
    why_later(y, wr);
}

static void
group_say(struct why *y, const struct wait *wt, const struct group *gr,
          const struct g *self)
{
    const struct waiter *wr = waits_of(y->ws, gr->g[0]);

    tb_add(y->t, "%s", Y(" ", ""));
    does(y, wt, gr);
    if (gr->n == 1 && gr->g[0] == self)
        tb_add(y->t, "%s",
               gr->use >= 0 ? Y(", but only after this", ",可那要在这之后")
                            : Y(" itself", ",就是它自己"));
    else if (wr != NULL && wr->stuck != STUCK_NOT)
        blocked(y, gr, wr);
    else
        meanwhile(y, gr->g[0]);
    tb_add(y->t, "%s", Y(".", "。"));
}

void
actor_say(struct why *y, const struct wait *wt, const struct g *self)
{
    bool done[ACTORS_MAX] = { false };
    struct group gr;
    int i, n = 0, left = 0;

    while (n < WHY_NAMED && next_group(y, wt, done, true, &gr)) {
        group_say(y, wt, &gr, self);
        n++;
    }
    for (i = 0; i < wt->nactor; i++)
        left += !done[i];
    if (left > 0)
        tb_add(y->t, Y(" %d more could do it, too.", "还有另外 %d 个也可以。"),
               left);
}

/* --- in passing ------------------------------------------------------------------ */

static const char *
passive(const struct why *y, const struct wait *wt)
{
    switch (obj_kind(wt->o)) {
    case OBJ_CHAN:
        return wt->sends ? Y("{o} is drained by ", "从 {o} 取走数据的是 ")
                         : Y("{o} is filled by ", "向 {o} 送数据的是 ");
    case OBJ_WG:
        return Y("{o} is counted down by ", "让 {o} 减下去的是 ");
    case OBJ_COND:
        return Y("{o} is signalled by ", "给 {o} 发信号的是 ");
    case OBJ_ONCE:
        return Y("{o} is run by ", "执行 {o} 的是 ");
    default:
        return Y("{o} is held by ", "持有 {o} 的是 ");
    }
}

static void
what_they_do(struct why *y, const struct group *gr)
{
    const struct waiter *wr = waits_of(y->ws, gr->g[0]);

    if (wr == NULL || wr->stuck == STUCK_NOT) {
        tb_add(y->t, "%s", Y(", which can still run", ",还能运行"));
        return;
    }
    tb_add(y->t, "%s",
           gr->n == 1   ? Y(", blocked ", ",它阻塞在")
           : gr->n == 2 ? Y(", both blocked ", ",两者都阻塞在")
                        : Y(", all blocked ", ",全都阻塞在"));
    why_doing(y, gr->g[0]);
    why_later(y, wr);
}

void
actor_say_briefly(struct why *y, const struct wait *wt)
{
    bool done[ACTORS_MAX] = { false };
    struct group gr;
    int n = 0;

    if (wt->nactor == 0)
        return;
    put_verb(y, passive(y, wt), wt->o);
    while (n < WHY_NAMED && next_group(y, wt, done, false, &gr)) {
        if (n++ > 0)
            tb_add(y->t, "%s", Y("; and by ", ";还有 "));
        why_list(y, gr.g, gr.n);
        what_they_do(y, &gr);
    }
    tb_add(y->t, "%s", Y(".\n", "。\n"));
}
