#include "check/standing.h"

#include "check/say.h"
#include "lua/duration.h"

#define S(en, zh) SAY(lang, en, zh)

static void
runnable(struct tb *t, const struct gopark_g *g, enum gopark_lang lang)
{
    switch (g->place) {
    case AT_RUNNEXT:
        tb_add(t,
               S("G%u is ready to run: it is runnext of P%d, and comes "
                 "before P%d's queue.\n",
                 "G%u 随时可以运行:它是 P%d 的 runnext,排在 P%d 的队列"
                 "前面。\n"),
               g->id, g->p, g->p);
        break;
    case AT_RUNQ:
        tb_add(t,
               S("G%u is ready to run: it stands in P%d's queue, behind "
                 "%u others.\n",
                 "G%u 随时可以运行:它在 P%d 的队列里,前面有 %u 个。\n"),
               g->id, g->p, g->pos);
        break;
    case AT_GLOBQ:
        tb_add(t,
               S("G%u is ready to run: it stands in the global queue, "
                 "behind %u others.\n",
                 "G%u 随时可以运行:它在全局队列里,前面有 %u 个。\n"),
               g->id, g->pos);
        break;
    case AT_STALLED:
        tb_add(t,
               S("G%u is held back by `inject stall %u`; "
                 "`inject unstall %u` lets it go on.\n",
                 "G%u 被 `inject stall %u` 扣住了;`inject unstall %u` "
                 "放它走。\n"),
               g->id, g->id, g->id);
        break;
    default:
        tb_add(t, S("G%u is ready to run.\n", "G%u 随时可以运行。\n"), g->id);
        break;
    }
}

static void
waiting(struct tb *t, const struct gopark_g *g, enum gopark_lang lang)
{
    char when[DURATION_SIZE];

    if (g->place == AT_TIMER)
        tb_add(t,
               S("G%u sleeps until t=%s, since step %llu. Its timer wakes "
                 "it.\n",
                 "G%u 睡到 t=%s,从第 %llu 步开始。到时定时器会叫醒它。\n"),
               g->id, duration_string(g->when, when),
               (unsigned long long)g->since_step);
    else
        tb_add(t, S("G%u waits: %s.\n", "G%u 在等待:%s。\n"), g->id,
               gopark_reason_name(g->reason));
}

void
standing_say(struct tb *t, uint32_t id, enum gopark_lang lang)
{
    struct gopark_g g;
    char when[DURATION_SIZE];

    if (!world_g(t->w, id, &g)) {
        tb_add(t,
               S("There is no G%u: %u goroutines have been made.\n",
                 "没有 G%u:一共创建过 %u 个 goroutine。\n"),
               id, world_ngs(t->w));
        return;
    }
    if (g_find(t->w, id) != NULL && (g_find(t->w, id)->flags & G_STALLED))
        g.place = AT_STALLED;
    switch (g.place == AT_STALLED ? G_RUNNABLE : g.status) {
    case G_RUNNABLE:
        runnable(t, &g, lang);
        break;
    case G_RUNNING:
        tb_add(t,
               S("G%u is running, on P%d and M%d.\n",
                 "G%u 正在运行,在 P%d、M%d 上。\n"),
               id, g.p, g.m);
        break;
    case G_SYSCALL:
        tb_add(t,
               S("G%u is in a system call on M%d until t=%s; %s.\n",
                 "G%u 正在 M%d 上做系统调用,到 t=%s 为止;%s。\n"),
               id, g.m, duration_string(g.when, when),
               g.p >= 0 ? S("M and P are still together", "M 和 P 还在一起")
                        : S("its P has been handed off", "它的 P 已被移交"));
        break;
    case G_WAITING:
        waiting(t, &g, lang);
        break;
    case G_IDLE:
    case G_DEAD:
        tb_add(t, S("G%u has ended.\n", "G%u 已经结束。\n"), id);
        break;
    }
}
