/*
 * tell.c - the report of a search (EXPL-1, RAND-3).
 *
 * It claims what was covered and no more (CLAIM-1): found, none in so many
 * runs, none with so many preemptions, or, only where the search was
 * complete, none in all.
 */
#include <math.h>
#include <string.h>

#include "check/covered.h"
#include "check/say.h"
#include "check/search.h"

#define S(en, zh) SAY(lang, en, zh)

static bool
is_walk(const struct explore_result *r)
{
    return r->strategy == EXPLORE_RANDOM || r->strategy == EXPLORE_PCT ||
           r->strategy == EXPLORE_POS;
}

static const char *
verdict_word(enum explore_verdict v, enum gopark_lang lang)
{
    switch (v) {
    case EXPLORE_LEAK:
        return S("LEAK", "泄漏");
    case EXPLORE_RACE:
        return S("DATA RACE", "数据竞争");
    case EXPLORE_CHECK:
        return S("CHECK", "断言");
    case EXPLORE_PANIC:
        return S("PANIC", "panic");
    case EXPLORE_DEADLOCK:
        return S("DEADLOCK", "死锁");
    case EXPLORE_OK:
    case EXPLORE_INCOMPLETE:
        break;
    }
    return S("ok", "正常");
}

/* --- counts ----------------------------------------------------------------- */

static void
say_searched(struct tb *t, const struct explore_result *r,
             enum gopark_lang lang)
{
    bool classes = r->strategy != EXPLORE_PLAIN;

    tb_add(t, S("explored %llu execution%s%s", "探索了 %llu 次执行%.0s%s"),
           (unsigned long long)r->executions, r->executions == 1 ? "" : "s",
           classes ? S(", one per class", "(每个等价类一次)") : "");
    tb_add(t, r->complete ? S(", complete", ",完整")
                          : S(", incomplete", ",不完整"));
    if (r->complete && classes && r->plain > 0 && r->plain < 1e15)
        tb_add(t, S(" (plain search would need %.0f)",
                    "(不约简的搜索需要 %.0f 次)"),
               r->plain);
    tb_add(t, S(", %llu abandoned", ",放弃 %llu 次"),
           (unsigned long long)r->blocked);
    if (r->cut > 0)
        tb_add(t, S(", %llu cut off", ",截断 %llu 次"),
               (unsigned long long)r->cut);
    tb_add(t, "\n");
    if (!r->complete) {
        tb_add(t, S("not all was covered: ", "未覆盖全部:"));
        covered_say(t, r->why, lang);
        tb_add(t, "\n");
    }
    if (r->interrupted && strstr(r->why, "interrupted") == NULL)
        tb_add(t, S("it was interrupted\n", "已中断\n"));
    tb_add(t, S("%7llu  ended well\n", "%7llu  正常结束\n"),
           (unsigned long long)(r->executions - r->failed));
    for (int i = 0; i < r->nfinding; i++)
        tb_add(t, S("%7llu  %s: %s\n", "%7llu  %s:%s\n"),
               (unsigned long long)r->finding[i].count,
               verdict_word(r->finding[i].verdict, lang),
               r->finding[i].message);
}

static void
say_walked(struct tb *t, const struct explore_result *r,
           enum gopark_lang lang)
{
    uint64_t runs = r->executions + r->cut;

    tb_add(t, "%llu", (unsigned long long)r->executions);
    if (runs < r->asked)
        tb_add(t, S(" of %llu", "/%llu"), (unsigned long long)r->asked);
    tb_add(t, S(" schedules%s, strategy %s", " 个调度%s,策略 %s"),
           r->interrupted ? S(" (interrupted)", "(已中断)") : "",
           explore_strategy_name(r->strategy));
    if (r->strategy == EXPLORE_PCT)
        tb_add(t, " d=%d k=%llu", r->depth, (unsigned long long)r->length);
    tb_add(t, S(" seed %llu: %llu ok, %llu failed\n",
                " 种子 %llu:%llu 个正常,%llu 个失败\n"),
           (unsigned long long)r->seed,
           (unsigned long long)(r->executions - r->failed),
           (unsigned long long)r->failed);
    if (r->cut > 0) {
        tb_add(t, S("%7llu  cut off: ", "%7llu  截断:"),
               (unsigned long long)r->cut);
        covered_say(t, r->why, lang);
        tb_add(t, "\n");
    }
    for (int i = 0; i < r->nfinding; i++)
        tb_add(t, S("%7llu x %s: %s (first in run %llu)\n",
                    "%7llu x %s:%s(首次见于第 %llu 次)\n"),
               (unsigned long long)r->finding[i].count,
               verdict_word(r->finding[i].verdict, lang),
               r->finding[i].message,
               (unsigned long long)r->finding[i].first);
}

/* --- probabilities ------------------------------------------------------------- */

/* Wilson's interval: what the true rate may be, at 95 %. */
static void
say_rate(struct tb *t, double failed, double runs, enum gopark_lang lang)
{
    double z = 1.96, p = failed / runs, c = 1 + z * z / runs;
    double mid = (p + z * z / (2 * runs)) / c;
    double half =
        z / c * sqrt(p * (1 - p) / runs + z * z / (4 * runs * runs));
    double low = mid - half < 0 ? 0 : mid - half;

    tb_add(t,
           S("estimated per-run probability %.3g (95 %%: %.2g .. %.2g)\n",
             "估计每次运行的概率 %.3g(95 %%:%.2g .. %.2g)\n"),
           p, low, mid + half);
}

static void
say_chance(struct tb *t, const struct explore_result *r,
           enum gopark_lang lang)
{
    double bound;

    if (is_walk(r) && r->executions > 0)
        say_rate(t, (double)r->finding[0].count, (double)r->executions, lang);
    else if (r->tried > 0)
        tb_add(t, S("a random run hits it with probability %.2g "
                    "(%llu of %llu runs)\n",
                    "随机运行一次遇到它的概率为 %.2g(%llu / %llu 次)\n"),
               (double)r->hit / (double)r->tried,
               (unsigned long long)r->hit, (unsigned long long)r->tried);
    if (r->strategy != EXPLORE_PCT || r->goroutines == 0 || r->length == 0)
        return;
    bound = 1 / (r->goroutines * pow((double)r->length, r->depth - 1));
    tb_add(t, S("a bug of depth %d is met with probability 1/(n k^(d-1)) = "
                "%.3g per run at least (n=%d)\n",
                "深度为 %d 的错误每次运行被遇到的概率至少为 1/(n k^(d-1)) = "
                "%.3g(n=%d)\n"),
           r->depth, bound, r->goroutines);
}

/* --- the whole ------------------------------------------------------------------- */

static void
say_none(struct tb *t, const struct explore_result *r, enum gopark_lang lang)
{
    if (is_walk(r))
        tb_add(t, S("none found in %llu seeds\n", "%llu 个种子中没有发现\n"),
               (unsigned long long)r->executions);
    else if (r->complete && r->executions == 1)
        tb_add(t, S("nothing goes wrong, and it cannot go otherwise\n",
                    "没有出错,也没有别的可能\n"));
    else if (r->complete)
        tb_add(t, S("nothing goes wrong in any of the %llu %s\n",
                    "全部 %llu %s中都没有出错\n"),
               (unsigned long long)r->executions,
               r->strategy == EXPLORE_PLAIN ? S("schedules", "个调度")
                                            : S("classes", "个等价类"));
    else if (strcmp(r->why, WHY_BOUNDED) == 0)
        tb_add(t, S("none found with at most %d preemptions\n",
                    "抢占不超过 %d 次时没有发现\n"),
               r->preemptions);
    else
        tb_add(t, S("none found in what was covered\n",
                    "在已覆盖的部分中没有发现\n"));
    if (r->table != NULL)
        tb_add(t, S("\none execution:\n\n", "\n一次执行:\n\n"));
    if (r->table != NULL)
        tb_addn(t, r->table, strlen(r->table));
}

static void
say_finding(struct tb *t, const struct explore_finding *f,
            enum gopark_lang lang)
{
    tb_add(t, S("\n%s: %s\n", "\n%s:%s\n"), verdict_word(f->verdict, lang),
           f->message);
    if (f->schedule != NULL) {
        tb_add(t, S("shortest failing schedule (%d preemption%s): ",
                    "最短的失败调度(抢占 %d 次%.0s):"),
               f->preemptions, f->preemptions == 1 ? "" : "s");
        tb_addn(t, f->schedule, strlen(f->schedule));
        tb_add(t, "\n");
    }
    if (f->table != NULL) {
        tb_add(t, "\n");
        tb_addn(t, f->table, strlen(f->table));
    }
    if (f->explain != NULL) {
        tb_add(t, "\n");
        tb_addn(t, f->explain, strlen(f->explain));
    }
}

char *
explore_report(const struct explore_result *r, enum gopark_lang lang)
{
    struct tb t = { 0 };

    if (is_walk(r))
        say_walked(&t, r, lang);
    else
        say_searched(&t, r, lang);
    if (r->nfinding > 0) {
        say_chance(&t, r, lang);
        say_finding(&t, &r->finding[0], lang);
    } else {
        say_none(&t, r, lang);
    }
    return t.buf;
}
