/*
 * covered.c - why a search has not covered all, in words.
 *
 * A search notes its reason in English, and results that are merged or come
 * from another process carry it as text. So it is looked up when it is shown.
 */
#include "check/covered.h"

#include <string.h>

#include "check/search.h"

/* In English without the numbers; in Chinese. */
static const char *const reason[][2] = {
    { WHY_RANDOM, "调度是随机抽取的" },
    { WHY_BOUNDED, "抢占次数有上限" },
    { "no memory was left", "内存不够了" },
    { "the program's memory limit was reached", "程序的内存达到了上限" },
    { "the limit of goroutines was reached", "goroutine 的个数达到了上限" },
    { "goroutines started others without end",
      "goroutine 没完没了地启动新的 goroutine" },
    { "the program's limit of virtual time was reached",
      "达到了程序的虚拟时间上限" },
    { "the program's limit of steps was reached", "达到了程序的步数上限" },
    { "a ticker ticked more than three times", "有定时器响了三次以上" },
    { "an execution was longer than the bound", "有一次执行超过了长度上限" },
    { "operations inside of calls of C were not seen",
      "看不到 C 函数调用里面的操作" },
    { "it was interrupted", "已中断" },
    { "check.always was called on the way", "途中调用了 check.always" },
    { "it stopped at the first finding", "找到第一个就停了" },
    { "the limit of schedules was reached", "调度个数达到了上限" },
    { "the limit of transitions was reached", "转移个数达到了上限" },
    { "goroutine %u does not reach its next operation",
      "goroutine %u 到不了它的下一个操作" },
    { "this is part %u of %u", "这是第 %u 部分,共 %u 部分" },
};

/* Is why form, with any numbers? */
static bool
is_form(const char *form, const char *why)
{
    for (; *form != '\0'; form++) {
        if (strncmp(form, "%u", 2) != 0) {
            if (*form != *why++)
                return false;
            continue;
        }
        why += strspn(why, "0123456789");
        form++;
    }
    return *why == '\0';
}

/* form with the numbers of why. */
static void
say_form(struct tb *t, const char *form, const char *why)
{
    for (; *form != '\0'; form++) {
        size_t n;

        if (strncmp(form, "%u", 2) != 0) {
            tb_addn(t, form, 1);
            continue;
        }
        why += strcspn(why, "0123456789");
        n = strspn(why, "0123456789");
        tb_addn(t, why, n);
        why += n;
        form++;
    }
}

void
covered_say(struct tb *t, const char *why, enum gopark_lang lang)
{
    for (size_t i = 0; i < sizeof reason / sizeof reason[0]; i++)
        if (lang == GOPARK_ZH && is_form(reason[i][0], why)) {
            say_form(t, reason[i][1], why);
            return;
        }
    tb_addn(t, why, strlen(why));
}
