/*
 * runner_list.c - the list of everything, the page of keys, and the colours
 * that all pages share.
 */
#include "runner.h"

/* --- colours -------------------------------------------------------------- */

void
runner_tone(const struct runner *x, struct text *t, enum tone c)
{
    static const char *const seq[] = { "\033[0m",    "\033[1m",    "\033[2m",
                                       "\033[1;32m", "\033[1;31m", "\033[7m" };

    if (x->l->colour || c == TONE_HERE)
        text_puts(t, seq[c]);
    else if (c == TONE_PLAIN)
        text_puts(t, seq[c]);
}

const char *
runner_sign(const struct runner *x, const char *utf8, const char *ascii)
{
    return x->r->ascii ? ascii : utf8;
}

/* --- the list ------------------------------------------------------------- */

const char *
runner_title(const struct runner *x, const struct item *it)
{
    switch (it->kind) {
    case ITEM_TEXT:
        return learn_say(x->l, &it->section->title);
    case ITEM_DEMO:
        return learn_say(x->l, &it->demo->title);
    case ITEM_EXERCISE:
        return learn_say(x->l, &it->exercise->title);
    case ITEM_NATIVE:
        return it->native;
    }
    return "";
}

const char *
runner_kind(const struct runner *x, const struct item *it)
{
    switch (it->kind) {
    case ITEM_TEXT:
        return "";
    case ITEM_DEMO:
        return learn_words(x->l, "demo", "演示");
    case ITEM_EXERCISE:
        return learn_kind(x->l, it->exercise->kind);
    case ITEM_NATIVE:
        return learn_words(x->l, "program", "程序");
    }
    return "";
}

static void
list_row(const struct runner *x, int i, struct text *t)
{
    const struct item *it = &x->item[i];
    bool passed = runner_passed(x, it), here = i == x->cursor;

    runner_tone(x, t,
                here                    ? TONE_HERE
                : it->section->coming   ? TONE_DIM
                : it->kind == ITEM_TEXT ? TONE_STRONG
                                        : TONE_PLAIN);
    text_printf(t, "%s ", here ? ">" : " ");
    if (it->kind == ITEM_TEXT) {
        text_printf(t, "%-4s %s %s", it->section->id, passed ? "*" : " ",
                    runner_title(x, it));
    } else {
        const char *kind = runner_kind(x, it);

        text_printf(t, "%7d %s %s", it->number, passed ? "+" : " ", kind);
        text_pad(t, 9 - text_width(kind));
        text_puts(t, runner_title(x, it));
    }
    if (it->section->coming)
        text_printf(t, "  (%s)",
                    learn_words(x->l, "still to come", "尚未完成"));
    if (it->found != WORD_OK && !passed)
        text_printf(t, "  %s", judge_word_name(it->found));
    runner_tone(x, t, TONE_PLAIN);
    text_puts(t, "\n");
}

void
runner_list(const struct runner *x, struct text *t)
{
    for (int i = 0; i < x->nitem; i++)
        list_row(x, i, t);
}

void
runner_show_cursor(struct runner *x)
{
    int room = x->room > 0 ? x->room : 10;

    if (x->cursor < x->top + 1)
        x->top = x->cursor > 0 ? x->cursor - 1 : 0;
    if (x->cursor >= x->top + room)
        x->top = x->cursor - room + 1;
}

void
runner_help(const struct runner *x, struct text *t)
{
    learn_markdown(
        x->l,
        learn_words(x->l,
                    "# Keys\n\n"
                    "| key | |\n|---|---|\n"
                    "| `n` `b` | next item, the one before |\n"
                    "| space | on: the page, the demo, the next item |\n"
                    "| `l` | list of everything, and how far you are |\n"
                    "| `h` | the next hint |\n"
                    "| `e` | your file in `$EDITOR` |\n"
                    "| `r` | check it now; a demo: from its start |\n"
                    "| `c` | check everything you have written so far |\n"
                    "| `x` | begin the exercise anew; your file is kept |\n"
                    "| `s` | a solution, once you have found one |\n"
                    "| `p` | the prompt, with this program loaded |\n"
                    "| 1 2 3, Enter | answer; in a text: go to that number |\n"
                    "| arrows, `j` `k` | scroll |\n"
                    "| `q` | quit; everything is kept |\n",
                    "# 按键\n\n"
                    "| 键 | |\n|---|---|\n"
                    "| `n` `b` | 下一项，上一项 |\n"
                    "| 空格 | 往下：翻页、演示的下一停点、下一项 |\n"
                    "| `l` | 全部内容和你的进度 |\n"
                    "| `h` | 再给一条提示 |\n"
                    "| `e` | 用 `$EDITOR` 打开你的文件 |\n"
                    "| `r` | 现在就检查；演示则从头再放 |\n"
                    "| `c` | 检查你写过的所有练习 |\n"
                    "| `x` | 这道练习从头再来；你的文件会留着 |\n"
                    "| `s` | 参考答案（做对之后）|\n"
                    "| `p` | 命令提示符，程序已经装好 |\n"
                    "| 数字、回车 | 作答；在正文里则跳到那一项 |\n"
                    "| 方向键、`j` `k` | 滚动 |\n"
                    "| `q` | 退出，一切都会保存 |\n"),
        t);
}
