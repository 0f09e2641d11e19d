/*
 * why.c - a blocked goroutine explained.
 *
 * The text goes along the wait-for graph: what the goroutine waits at, who
 * could end that, why those do not, and so on, until it meets somebody who
 * can run, nobody at all, or itself.
 */
#include "check/why.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/remedy.h"
#include "check/say.h"
#include "check/witness.h"
#include "lua/duration.h"

#define Y(en, zh) SAY(y->lang, en, zh)

void
why_list(struct why *y, const struct g *const *g, int n)
{
    int i, shown = n > WHY_NAMED + 1 ? WHY_NAMED : n;

    for (i = 0; i < shown; i++) {
        const char *sep = i == 0       ? ""
                          : i == n - 1 ? Y(" and ", " 和 ")
                                       : Y(", ", "、");

        tb_add(y->t, "%sG%u", sep, g[i]->id);
    }
    if (shown < n)
        tb_add(y->t, Y(" and %d more", " 等 %d 个"),
               y->lang == GOPARK_ZH ? n : n - shown);
}

/* --- what is missing ------------------------------------------------------------ */

static void
need_send(struct why *y, const struct hchan *c)
{
    if (c->timer != NULL && c->timer->pos != 0) {
        char buf[DURATION_SIZE];

        tb_add(y->t, Y("Its timer fires at t=%s.", "它的定时器在 t=%s 触发。"),
               duration_string(c->timer->when, buf));
    } else if (c->timer != NULL) {
        tb_add(y->t, "%s",
               Y("Its timer is stopped, and nobody else sends to "
                 "it.",
                 "它的定时器已停,没有别人向它发送。"));
    } else if (c->sealed) {
        tb_add(y->t, "%s",
               Y("It needs its context to be cancelled.",
                 "它需要有人取消这个 context。"));
    } else {
        tb_add(y->t, "%s",
               Y("It needs a sender, or a close.",
                 "它需要一个发送者,或者有人关闭它。"));
    }
}

static void
need_unlock(struct why *y, const struct obj *o, const struct g *g)
{
    const struct rwmutex *rw = (const void *)o;

    if (obj_is(o, OBJ_ONCE))
        tb_add(y->t, "%s",
               Y("It needs the function to return.", "它要等那个函数返回。"));
    else if (g->reason == WAIT_RW_LOCK)
        tb_add(y->t, "%s",
               Y("It needs the readers to leave.", "它需要读者都离开。"));
    else if (g->reason == WAIT_RW_RLOCK && !rw->held)
        tb_add(y->t, "%s",
               Y("It waits behind a writer.", "它排在一个写者后面。"));
    else
        tb_add(y->t, "%s", Y("It needs an Unlock.", "它需要有人解锁。"));
}

static void
need(struct why *y, const struct wait *wt, const struct g *g)
{
    const void *p = wt->o;

    switch (obj_kind(wt->o)) {
    case OBJ_CHAN:
        if (wt->sends)
            tb_add(y->t, "%s", Y("It needs a receiver.", "它需要一个接收者。"));
        else
            need_send(y, p);
        break;
    case OBJ_WG:
        tb_add(y->t, Y("It needs %lld more Done.", "它还需要 %lld 次 Done。"),
               (long long)((const struct waitgroup *)p)->count);
        break;
    case OBJ_COND:
        tb_add(y->t, "%s",
               Y("It needs a Signal or a Broadcast.",
                 "它需要一次 Signal 或 Broadcast。"));
        break;
    default:
        need_unlock(y, wt->o, g);
        break;
    }
}

/* --- the thread of the text ------------------------------------------------ */

static bool
is_known(const struct why *y, const struct obj *o)
{
    int i;

    for (i = 0; i < y->nseen && y->seen[i] != o; i++)
        ;
    return i < y->nseen;
}

void
why_later(struct why *y, const struct waiter *wr)
{
    int i;

    for (i = wr->wait; i < wr->wait + wr->nwait; i++) {
        if (is_known(y, y->ws->wait[i].o) || y->nseen == WHY_SEEN)
            continue;
        y->seen[y->nseen] = y->ws->wait[i].o;
        y->next[y->nseen++] = &y->ws->wait[i];
    }
}

/* The state of an object is told when it is first met. */
void
why_doing(struct why *y, const struct g *gp)
{
    const struct waiter *wr = waits_of(y->ws, gp);
    bool brief =
        wr != NULL && wr->nwait == 1 && is_known(y, y->ws->wait[wr->wait].o);

    say_doing(y->t, gp, brief, y->lang);
}

/* A mutex that was locked by who is no more. */
static void
gone_owner(struct why *y, const struct obj *o)
{
    uint32_t owner = ((const struct umutex *)(const void *)o)->m.owner;

    if (obj_is(o, OBJ_MUTEX) && owner != 0 && g_find(y->t->w, owner) == NULL)
        tb_add(
            y->t,
            Y(" G%u, which locked it, has ended.", "锁它的 G%u 已经结束了。"),
            owner);
}

/* Nobody's code is known to do what is needed. */
static void
nobody(struct why *y, const struct wait *wt, const struct waiter *wr)
{
    const struct hchan *c = (const void *)wt->o;

    if (obj_is(wt->o, OBJ_CHAN) && c->timer != NULL && !wt->sends)
        return;
    gone_owner(y, wt->o);
    if (wr->stuck != STUCK_NOT) {
        tb_add(y->t, "%s",
               Y(" No goroutine that can still run can reach it.",
                 "仍能运行的 goroutine 都够不到它。"));
        return;
    }
    tb_add(y->t, "%s", Y(" It can still be reached: ", "还有路通到它:"));
    witness_say(y->t, &y->ws->mark, wt->o, y->lang);
    tb_add(y->t, "%s", Y(".", "。"));
}

/* --- whole sentences -------------------------------------------------------------- */

static void
first_sentence(struct why *y, const struct g *gp)
{
    tb_add(y->t, Y("G%u is blocked ", "G%u 阻塞在"), gp->id);
    say_doing(y->t, gp, false, y->lang);
    tb_add(y->t, "%s", Y(", ", ","));
    if (say_where(y->t, gp, &y->file, y->lang))
        tb_add(y->t, "%s", Y(", ", ","));
    tb_add(y->t, Y("since step %llu.\n", "从第 %llu 步开始。\n"),
           (unsigned long long)gp->since_step);
}

/* What the goroutine itself needs, and from whom. */
static void
own_wait(struct why *y, const struct wait *wt, const struct waiter *wr)
{
    if (wr->nwait > 1) {
        say_label(y->t, wt->o);
        tb_add(y->t, "%s", Y(": ", ":"));
    }
    need(y, wt, wr->g);
    actor_say(y, wt, wr->g);
    if (wt->nactor == 0)
        nobody(y, wt, wr);
    tb_add(y->t, "\n");
}

static int
circle(const struct waits *ws, int group, const struct g **out, int max)
{
    int i, n = 0;

    for (i = 0; i < ws->n; i++) {
        if (ws->at[i].group == group && n++ < max)
            out[n - 1] = ws->at[i].g;
    }
    return n;
}

static void
conclude(struct why *y, const struct waiter *wr)
{
    const struct g *in[64];
    int n;

    switch (wr->stuck) {
    case STUCK_CIRCLE:
        n = circle(y->ws, wr->group, in, 64);
        if (n == 1)
            tb_add(
                y->t, "%s",
                Y("It waits for itself: deadlock.\n", "它在等它自己:死锁。\n"));
        else
            tb_add(y->t, "%s",
                   Y("They wait for each other: deadlock.\n",
                     "它们互相等待:死锁。\n"));
        break;
    case STUCK_BEHIND:
        tb_add(y->t,
               Y("G%u can never run again: whoever could wake it is "
                 "stuck too.\n",
                 "G%u 再也不会运行:能唤醒它的也都卡住了。\n"),
               wr->g->id);
        break;
    case STUCK_LOST:
        tb_add(y->t,
               Y("G%u can never run again: %s.\n", "G%u 再也不会运行:%s。\n"),
               wr->g->id,
               wr->g->id == 1 ? Y("deadlock", "死锁")
                              : Y("it is leaked", "它泄漏了"));
        break;
    case STUCK_NOT:
        tb_add(y->t,
               Y("So G%u can still be woken.\n", "所以 G%u 还能被唤醒。\n"),
               wr->g->id);
        break;
    }
}

void
why_blocked(struct why *y, const struct waiter *wr)
{
    int i;

    first_sentence(y, wr->g);
    why_later(y, wr);
    y->at = y->nseen;
    for (i = wr->wait; i < wr->wait + wr->nwait; i++)
        own_wait(y, &y->ws->wait[i], wr);
    if (wr->nwait == 0)
        tb_add(y->t, "%s",
               Y("Nothing can ever wake it.\n", "没有任何事能唤醒它。\n"));
    for (; y->at < y->nseen; y->at++)
        actor_say_briefly(y, y->next[y->at]);
    conclude(y, wr);
    if (wr->stuck == STUCK_LOST || wr->stuck == STUCK_CIRCLE)
        remedy_say(y->t, y->ws, wr, y->lang);
}

/* --- an object ------------------------------------------------------------- */

/* Those that wait at o; *first is how the first of them does. */
static int
waiters_at(const struct waits *ws, const struct obj *o, const struct g **out,
           int max, const struct wait **first)
{
    int i, k, n = 0;

    for (i = 0; i < ws->n && n < max; i++) {
        const struct waiter *wr = &ws->at[i];

        for (k = wr->wait; k < wr->wait + wr->nwait; k++) {
            if (ws->wait[k].o != o)
                continue;
            if (n == 0)
                *first = &ws->wait[k];
            out[n++] = wr->g;
            break;
        }
    }
    return n;
}

void
why_object(struct why *y, const struct obj *o)
{
    const struct g *in[64];
    const struct wait *wt = NULL;
    const struct waiter *wr;
    int n = waiters_at(y->ws, o, in, 64, &wt);

    say_object(y->t, o, true, y->lang);
    tb_add(y->t, "%s\n", Y(".", "。"));
    if (n == 0) {
        tb_add(y->t, "%s", Y("Nobody waits at it.\n", "没有人在等它。\n"));
        return;
    }
    why_list(y, in, n);
    tb_add(y->t, "%s",
           n == 1 ? Y(" waits at it. ", " 在等它。")
                  : Y(" wait at it. ", " 在等它。"));
    wr = waits_of(y->ws, in[0]);
    why_later(y, wr);
    y->at = y->nseen;
    need(y, wt, wr->g);
    actor_say(y, wt, wr->g);
    if (wt->nactor == 0)
        nobody(y, wt, wr);
    tb_add(y->t, "\n");
    for (; y->at < y->nseen; y->at++)
        actor_say_briefly(y, y->next[y->at]);
    conclude(y, wr);
}
