/*
 * deadlock.c - the report of DEAD-4: who waits for what and holds what, the
 * four conditions that make it a deadlock, and how to break one of them.
 */
#include "check/deadlock.h"

#include <string.h>

#include "check/blocked.h"
#include "check/remedy.h"
#include "check/say.h"
#include "check/why.h"

#define S(en, zh) SAY(r->lang, en, zh)

struct report {
    struct tb *t;
    struct waits *ws;
    enum gopark_lang lang;
    const struct waiter *in[64]; /* the circle, by number */
    int n, all;                  /* how many of them; all blocked or not */
};

static void
list(struct report *r)
{
    int i;

    for (i = 0; i < r->n; i++)
        tb_add(r->t, "%s%u",
               i == 0          ? ""
               : i + 1 == r->n ? S(" and ", " 和 ")
                               : S(", ", "、"),
               r->in[i]->g->id);
}

/* --- one line of the table -------------------------------------------------------- */

/* The line at which gp took the lock, as far as its code tells; 0 unknown. */
static int
locked_at(const struct report *r, const struct g *gp, const struct obj *o)
{
    unsigned ops = USE_BIT(USE_LOCK) | USE_BIT(USE_RLOCK);
    int i, line = 0, here = 0;
    struct frames f;

    frames_begin(&f, gp);
    if (frames_next(&f))
        here = f.ar.currentline;

    for (i = uses_next(&r->ws->uses, -1, gp, o, ops); i >= 0;
         i = uses_next(&r->ws->uses, i, gp, o, ops)) {
        if (!r->ws->uses.at[i].ahead && r->ws->uses.at[i].line != here)
            line = r->ws->uses.at[i].line;
    }
    return line;
}

/* What gp holds, of the locks that somebody waits for. */
static void
say_holds(struct report *r, const struct g *gp)
{
    const struct obj *said[8];
    int k, i, n = 0, line;

    for (k = 0; k < r->ws->nwait && n < 8; k++) {
        const struct obj *o = r->ws->wait[k].o;

        for (i = 0; i < n && said[i] != o; i++)
            ;
        if (i < n || !blocked_holds(r->ws->w, o, gp))
            continue;
        tb_add(r->t, "%s", n == 0 ? S("  holds ", "  持有 ") : S(", ", "、"));
        say_label(r->t, o);
        line = locked_at(r, gp, o);
        if (line != 0)
            tb_add(r->t, S(" (line %d)", "(第 %d 行)"), line);
        said[n++] = o;
    }
}

static void
say_want(struct report *r, const struct wait *wt)
{
    if (!obj_is(wt->o, OBJ_CHAN)) {
        tb_add(r->t, "%s", S("", "着 "));
        say_label(r->t, wt->o);
        return;
    }
    tb_add(r->t, "%s",
           wt->sends ? S("a receiver of ", "人从 ")
                     : S("a sender to ", "人向 "));
    say_label(r->t, wt->o);
    tb_add(r->t, "%s", wt->sends ? S("", " 接收") : S("", " 发送"));
}

static void
say_wants(struct report *r, const struct waiter *wr)
{
    int k;

    for (k = 0; k < wr->nwait; k++) {
        tb_add(r->t, "%s", k == 0 ? S("  wants ", "  等") : S(" or ", ",或等"));
        say_want(r, &r->ws->wait[wr->wait + k]);
    }
}

static void
say_line(struct report *r, const struct waiter *wr)
{
    const char *file = NULL;

    tb_add(r->t, "  goroutine %u [%s] ", wr->g->id,
           gopark_reason_name((enum g_reason)wr->g->reason));
    say_where(r->t, wr->g, &file, r->lang);
    say_holds(r, wr->g);
    say_wants(r, wr);
    tb_add(r->t, "\n");
}

/* --- the four conditions ------------------------------------------------------------ */

static bool
all_locks(const struct report *r)
{
    int i, k;

    for (i = 0; i < r->n; i++) {
        for (k = 0; k < r->in[i]->nwait; k++) {
            if (r->ws->wait[r->in[i]->wait + k].needs != 0)
                return false;
        }
    }
    return true;
}

/* The object at which `from` waits and behind which `to` stands. */
static const struct obj *
between(const struct report *r, const struct waiter *from, const struct g *to)
{
    int k, i;

    for (k = from->wait; k < from->wait + from->nwait; k++) {
        const struct wait *wt = &r->ws->wait[k];

        for (i = wt->actor; i < wt->actor + wt->nactor; i++) {
            if (r->ws->actor[i].g == to)
                return wt->o;
        }
    }
    return NULL;
}

/* A way round the circle from the first goroutine back to it, through others
 * of the circle: breadth first, so that it is short. */
static int
way_round(const struct report *r, const struct waiter **way)
{
    int from[64], queue[64], head = 0, tail = 0, i, n;

    memset(from, -1, sizeof from);
    queue[tail++] = 0;
    while (head < tail) {
        int at = queue[head++];

        if (between(r, r->in[at], r->in[0]->g) != NULL) {
            for (n = 0, i = at; i >= 0; i = i == 0 ? -1 : from[i])
                way[n++] = r->in[i];
            return n; /* backwards */
        }
        for (i = 1; i < r->n; i++) {
            if (from[i] < 0 && between(r, r->in[at], r->in[i]->g) != NULL) {
                from[i] = at;
                queue[tail++] = i;
            }
        }
    }
    return 0;
}

static void
say_way(struct report *r)
{
    const struct waiter *way[64];
    int n = way_round(r, way), i;

    for (i = n - 1; i >= 0; i--) {
        const struct g *next = i > 0 ? way[i - 1]->g : way[n - 1]->g;

        tb_add(r->t, "%u -> ", way[i]->g->id);
        say_label(r->t, between(r, way[i], next));
        tb_add(r->t, " -> ");
    }
    if (n > 0)
        tb_add(r->t, "%u", way[n - 1]->g->id);
}

static void
say_conditions(struct report *r)
{
    bool locks = all_locks(r);

    tb_add(r->t, "  %s\n",
           locks ? S("mutual exclusion: a lock has one holder",
                     "互斥:一把锁只有一个持有者")
                 : S("mutual exclusion: a value goes to one receiver, a lock "
                     "to one holder",
                     "互斥:一个值只给一个接收者,一把锁只给一个持有者"));
    tb_add(r->t, "  %s\n",
           locks ? S("hold and wait: each keeps what it has while it waits",
                     "占有并等待:各自占着已有的,等着别的")
                 : S("hold and wait: each does nothing else while it waits",
                     "占有并等待:等的时候什么别的也不做"));
    tb_add(r->t, "  %s\n",
           locks ? S("no preemption: only the holder unlocks",
                     "不可剥夺:只有持有者能解锁")
                 : S("no preemption: nobody else ends a goroutine's wait",
                     "不可剥夺:没有别人能替它结束等待"));
    tb_add(r->t, "%s", S("  circular wait: ", "  循环等待:"));
    say_way(r);
    tb_add(r->t, "\n");
}

/* --- circles --------------------------------------------------------------------------- */

static void
say_break(struct report *r)
{
    enum remedy m = REMEDY_NONE;
    int i;

    for (i = 0; i < r->n && m == REMEDY_NONE; i++)
        m = remedy_of(r->ws, r->in[i]);
    tb_add(r->t, "%s%s\n", S("  break it by: ", "  怎么打破:"),
           remedy_break(m, r->lang));
}

static void
find_circle(struct report *r, int group)
{
    int i;

    r->n = 0;
    for (i = 0; i < r->ws->n && r->n < 64; i++) {
        if (r->ws->at[i].group == group)
            r->in[r->n++] = &r->ws->at[i];
    }
}

static void
say_circle(struct report *r, int group)
{
    struct why y = { .t = r->t, .ws = r->ws, .lang = r->lang };
    int i;

    find_circle(r, group);
    tb_add(r->t, "%s",
           r->n == 1 ? S("DEADLOCK of goroutine ", "死锁:goroutine ")
                     : S("DEADLOCK among goroutines ", "死锁:goroutine "));
    list(r);
    tb_add(r->t, S(" (%d of %d%s)\n", "(%d 个,共 %d 个%s)\n"), r->n, r->all,
           r->n < r->all && r->ws->w->end.how == END_NOT
               ? S("; the others can still run or wait elsewhere",
                   ";其余的还能运行,或者在等别的")
               : "");
    for (i = 0; i < r->n; i++)
        say_line(r, r->in[i]);
    say_conditions(r);
    say_break(r);
    tb_add(r->t, "\n");
    why_blocked(&y, r->in[0]);
}

/* Those that are stuck, but not in a circle. */
static void
say_others(struct report *r)
{
    const struct g *of[64];
    struct why y = { .t = r->t, .ws = r->ws, .lang = r->lang };
    enum gopark_stuck kind;
    int i, n;

    for (kind = STUCK_LOST; kind <= STUCK_BEHIND; kind++) {
        for (i = n = 0; i < r->ws->n && n < 64; i++) {
            if (r->ws->at[i].stuck == kind)
                of[n++] = r->ws->at[i].g;
        }
        if (n == 0)
            continue;
        why_list(&y, of, n);
        tb_add(r->t, "%s",
               kind == STUCK_LOST
                   ? S(" can never run again: nobody is left who could end "
                       "the wait (why N).\n",
                       " 再也不会运行:能结束这种等待的已经没有了(why N)。\n")
                   : S(" can never run again: whoever could end the wait is "
                       "stuck, too (why N).\n",
                       " 再也不会运行:能结束这种等待的也卡住了(why N)。\n"));
    }
}

/* A goroutine that is held back is not blocked: whoever waits for it can
 * still be woken, but not by itself. */
static void
say_stalled(struct report *r)
{
    const struct g *gp;

    for (gp = r->t->w->sched->first; gp != NULL; gp = gp->next) {
        if (gp->flags & G_STALLED)
            tb_add(r->t,
                   S("G%u is stalled by an injected fault; 'inject unstall "
                     "%u' lets it go on\n",
                     "G%u 被注入的故障扣住了;'inject unstall %u' 放它走\n"),
                   gp->id, gp->id);
    }
}

void
deadlock_say(struct tb *t, struct waits *ws, enum gopark_lang lang)
{
    struct report r = { .t = t, .ws = ws, .lang = lang };
    int i;

    r.all = (int)(ws->w->sched->live - ws->w->sched->hidden);
    for (i = 1; i <= ws->ngroup; i++) {
        if (i > 1)
            tb_add(t, "\n");
        say_circle(&r, i);
    }
    say_others(&r);
    if (t->len == 0)
        tb_add(t, "%s",
               SAY(lang,
                   "no deadlock: every goroutine that is "
                   "blocked can still be woken\n",
                   "没有死锁:阻塞着的 goroutine 都还能被唤醒\n"));
    say_stalled(&r);
}
