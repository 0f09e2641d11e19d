/*
 * runner_page.c - what the screen shows.
 *
 * A head line, the page, a line that says what has just happened, how far the
 * student is, and the keys. The page is text that is built anew each time,
 * broken into rows and scrolled; it is short, and the student waits for keys,
 * not we.
 */
#include "runner.h"

#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "screen.h"

enum { FRAME_ROWS = 6, TEXT_WIDTH = 100, TEACH_WIDTH = 76 };

struct frame {
    struct text t;
    int rows, columns;
};

/* --- parts of a page ------------------------------------------------------ */

/* A program with the numbers of its lines. */
static void
program(const struct runner *x, const char *path, struct text *t)
{
    size_t len;
    char *s = host_read(path, &len, NULL), *p = s;

    if (s == NULL)
        return;
    for (int n = 1; *p != '\0'; n++) {
        size_t k = strcspn(p, "\n");

        runner_tone(x, t, TONE_DIM);
        text_printf(t, "%4d  ", n);
        runner_tone(x, t, TONE_PLAIN);
        text_add(t, p, k);
        text_puts(t, "\n");
        p += k + (p[k] == '\n');
    }
    free(s);
}

static void
heading(const struct runner *x, const char *s, struct text *t)
{
    text_puts(t, "\n");
    runner_tone(x, t, TONE_STRONG);
    text_puts(t, s);
    runner_tone(x, t, TONE_PLAIN);
    text_puts(t, "\n");
}

static void
verdict(const struct runner *x, const struct exercise *e, struct text *t)
{
    bool ok = x->v.word == WORD_OK;
    const char *said = x->v.said.s != NULL ? x->v.said.s : "";

    text_puts(t, "\n");
    runner_tone(x, t, ok ? TONE_GOOD : TONE_BAD);
    text_printf(
        t, "%s %s: ", ok ? runner_sign(x, "✓", "+") : runner_sign(x, "✗", "-"),
        judge_word_name(x->v.word));
    runner_tone(x, t, TONE_PLAIN);
    text_printf(t, "%s\n", said);
    if (!ok)
        return;
    learn_markdown(x->l, learn_say(x->l, &e->learned), t);
    text_printf(t, "\n%s\n",
                learn_words(x->l, "n goes on; s shows a solution",
                            "n 继续；s 看参考答案"));
}

static void
hints(const struct runner *x, const struct exercise *e, struct text *t)
{
    int n = progress_hints(&x->l->done, e->name);

    for (int i = 0; i < n && i < e->nhint; i++) {
        struct text one = { 0 };

        text_printf(&one, "**%s %d/%d** %s\n",
                    learn_words(x->l, "Hint", "提示"), i + 1, e->nhint,
                    learn_say(x->l, &e->hint[i]));
        text_puts(t, "\n");
        learn_line(x->l, one.s, t);
        text_done(&one);
    }
}

/* What to do, in this kind of exercise. */
static void
how(const struct runner *x, const struct exercise *e, struct text *t)
{
    char *copy = progress_copy(&x->l->done, e);
    bool manual = x->o->manual_run;
    const char *en, *zh;

    text_puts(t, "\n");
    runner_tone(x, t, TONE_DIM);
    switch (e->kind) {
    case KIND_PREDICT:
        en = "Type the numbers of all that is right, then Enter.";
        zh = "键入所有正确选项的编号，然后回车。";
        if (!e->choose_all) {
            en = "Type the number of the one that is right, then Enter.";
            zh = "键入唯一正确选项的编号，然后回车。";
        }
        text_puts(t, learn_words(x->l, en, zh));
        break;
    case KIND_EXPLAIN:
        text_puts(t, learn_ask(x->l, e));
        break;
    case KIND_FIX:
    case KIND_BREAK:
        en = e->kind == KIND_FIX ? "Edit %s%s\n"
                                 : "Write the commands into %s%s\n";
        zh = e->kind == KIND_FIX ? "编辑 %s%s\n" : "把命令写进 %s%s\n";
        text_printf(t, learn_words(x->l, en, zh), copy,
                    manual
                        ? learn_words(x->l, " and press r.", "，再按 r。")
                        : learn_words(x->l, " and save it.", "，存盘即可。"));
        text_puts(t,
                  e->kind == KIND_FIX
                      ? learn_words(x->l, "e opens it in $EDITOR.",
                                    "e 用 $EDITOR 打开它。")
                      : learn_words(x->l,
                                    "e opens it in $EDITOR; or p, drive it "
                                    "at the prompt, and `verify` there.",
                                    "e 用 $EDITOR 打开它；或者按 p，在命令提示"
                                    "符里操作，再 `verify`。"));
    }
    runner_tone(x, t, TONE_PLAIN);
    text_puts(t, "\n");
    free(copy);
}

static void
exercise_page(const struct runner *x, const struct item *it, struct text *t)
{
    struct exercise *e = it->exercise;
    char *copy = progress_copy(&x->l->done, e);

    if (x->judged)
        verdict(x, e, t);
    if (x->solution && e->solution != NULL) {
        heading(x, learn_words(x->l, "A solution", "参考答案"), t);
        program(x, e->solution, t);
    }
    hints(x, e, t);
    text_puts(t, "\n");
    learn_markdown(x->l, learn_say(x->l, &e->task), t);
    learn_choices(x->l, e, t);
    how(x, e, t);
    if (e->kind == KIND_BREAK) {
        heading(x, learn_words(x->l, "Your commands", "你的命令"), t);
        program(x, copy, t);
    }
    heading(x, learn_words(x->l, "The program", "程序"), t);
    program(x, e->kind == KIND_FIX ? copy : e->starter, t);
    free(copy);
}

/* The text without its first line, the title, which the head shows. */
static void
text_page(const struct runner *x, const struct item *it, struct text *t)
{
    const char *s =
        it->section->text[x->l->lang == LANG_ZH ? LANG_ZH : LANG_EN];

    if (s != NULL && *s == '#')
        s += strcspn(s, "\n");
    learn_markdown(x->l, s != NULL ? s : "", t);
    heading(x, learn_words(x->l, "In this section", "这一节里有"), t);
    learn_items(x->l, it->section, t);
}

static void
demo_page(const struct runner *x, struct text *t)
{
    text_puts(t, x->said.s != NULL ? x->said.s : "");
    text_puts(t, "\n");
    runner_tone(x, t, TONE_DIM);
    if (x->l->demo != NULL && x->l->stop < x->l->demo->nstop)
        text_puts(
            t, learn_words(x->l, "space: the next stop", "空格：下一个停点"));
    else
        text_puts(t,
                  learn_words(x->l,
                              "the end of the demo; r plays it again, p goes "
                              "on at the prompt",
                              "演示结束；r 再放一遍，p 到命令提示符里继续"));
    runner_tone(x, t, TONE_PLAIN);
    text_puts(t, "\n");
}

/* --- around the page ------------------------------------------------------ */

/* left ... right, in one row. */
static void
both_ends(struct frame *f, const char *left, const char *right)
{
    int room = f->columns - text_width(right) - 2;
    struct text t = { 0 };

    screen_cut(left, room > 0 ? room : f->columns, &t);
    text_puts(&f->t, t.s != NULL ? t.s : "");
    if (room > 0) {
        text_pad(&f->t, f->columns - text_width(right) -
                            text_width(t.s != NULL ? t.s : "") - 1);
        text_puts(&f->t, right);
    }
    text_done(&t);
}

static void
rule(const struct runner *x, struct frame *f)
{
    runner_tone(x, &f->t, TONE_DIM);
    for (int i = 0; i < f->columns; i++)
        text_puts(&f->t, runner_sign(x, "─", "-"));
    runner_tone(x, &f->t, TONE_PLAIN);
    text_puts(&f->t, "\n");
}

static void
head(const struct runner *x, struct frame *f)
{
    const struct item *it = runner_item(x);
    struct text left = { 0 }, right = { 0 };

    if (x->page == PAGE_LIST) {
        text_printf(&left, " %s", learn_say(x->l, &x->l->pack->title));
    } else {
        text_printf(&left, " %s  %s%s%s", it->section->id, runner_kind(x, it),
                    it->kind == ITEM_TEXT ? "" : ": ", runner_title(x, it));
        if (it->kind == ITEM_DEMO)
            text_printf(&right,
                        learn_words(x->l, "stop %d of %d", "停点 %d/%d"),
                        x->l->stop, it->demo->nstop);
        else if (runner_passed(x, it))
            text_puts(&right, it->kind == ITEM_TEXT
                                  ? learn_words(x->l, "read", "已读")
                                  : learn_words(x->l, "solved", "已完成"));
    }
    runner_tone(x, &f->t, TONE_STRONG);
    both_ends(f, left.s, right.s != NULL ? right.s : "");
    runner_tone(x, &f->t, TONE_PLAIN);
    text_puts(&f->t, "\n");
    rule(x, f);
    text_done(&left);
    text_done(&right);
}

/* How many exercises there are, and how many of them are solved. */
static int
solved(const struct runner *x, int *all)
{
    int n = 0;

    *all = 0;
    for (int i = 0; i < x->nitem; i++) {
        if (x->item[i].kind != ITEM_EXERCISE)
            continue;
        ++*all;
        n += runner_passed(x, &x->item[i]);
    }
    return n;
}

static void
progress_bar(const struct runner *x, struct frame *f)
{
    int all, n = solved(x, &all), width = f->columns - 26, full;

    width = width > 60 ? 60 : width;
    full = all > 0 && width > 0 ? n * width / all : 0;
    text_printf(&f->t, " %s [", learn_words(x->l, "progress", "进度"));
    runner_tone(x, &f->t, TONE_GOOD);
    for (int i = 0; i < full; i++)
        text_puts(&f->t, "#");
    runner_tone(x, &f->t, TONE_PLAIN);
    for (int i = full; i < width; i++)
        text_puts(&f->t, i == full ? ">" : "-");
    text_printf(&f->t, "] %d/%d\n", n, all);
}

static void
keys(const struct runner *x, struct frame *f)
{
    struct text t = { 0 };
    const char *words;

    if (x->typing)
        words = learn_words(x->l, " Enter answers  Esc drops it",
                            " 回车提交  Esc 取消");
    else if (x->page == PAGE_LIST)
        words =
            learn_words(x->l,
                        " up down choose  Enter opens  l back  c check all  "
                        "? keys  q quit",
                        " 上下选择  回车打开  l 返回  c 全部检查  ？按键  "
                        "q 退出");
    else if (x->teaching)
        words =
            learn_words(x->l,
                        " space on  n next demo  b back  r again  p prompt  "
                        "? keys  q quit",
                        " 空格继续  n 下一个演示  b 上一个  r 重放  p 命令提示"
                        "符  ？按键  q 退出");
    else
        words = learn_words(x->l,
                            " n next  h hint  l list  c check all  x reset  "
                            "p prompt  ? keys  q quit",
                            " n 下一项  h 提示  l 列表  c 全部检查  x 重来  "
                            "p 提示符  ？按键  q 退出");
    screen_cut(words, f->columns, &t);
    runner_tone(x, &f->t, TONE_DIM);
    text_puts(&f->t, t.s);
    runner_tone(x, &f->t, TONE_PLAIN);
    text_done(&t);
}

/* The line below the page: an answer being typed, or what has been said. */
static int
status(const struct runner *x, struct frame *f)
{
    struct text t = { 0 }, line = { 0 };
    int at = -1;
    const char *word = runner_item(x)->kind == ITEM_EXERCISE
                           ? learn_words(x->l, "answer", "回答")
                           : learn_words(x->l, "go to", "跳到");

    if (x->typing) {
        text_printf(&t, " %s: %s", word, x->typed.s != NULL ? x->typed.s : "");
        at = text_width(t.s);
    } else if (x->status.len > 0) {
        text_printf(&t, " %s", x->status.s);
    } else if (x->top + x->room < x->rows) {
        text_printf(&t,
                    learn_words(x->l, " -- %d %% -- more below",
                                " -- %d %% -- 下面还有"),
                    (x->top + x->room) * 100 / x->rows);
    }
    if (t.s != NULL)
        screen_cut(t.s, f->columns, &line);
    text_printf(&f->t, "%s\n", line.s != NULL ? line.s : "");
    text_done(&t);
    text_done(&line);
    return at;
}

/* --- the whole ------------------------------------------------------------ */

static void
page(struct runner *x, struct text *t)
{
    const struct item *it = runner_item(x);

    if (x->page == PAGE_LIST)
        runner_list(x, t);
    else if (x->page == PAGE_HELP)
        runner_help(x, t);
    else if (it->kind == ITEM_TEXT)
        text_page(x, it, t);
    else if (it->kind == ITEM_DEMO)
        demo_page(x, t);
    else if (it->kind == ITEM_EXERCISE)
        exercise_page(x, it, t);
    else if (x->said.s != NULL)
        text_puts(t, x->said.s);
}

/* Of several empty rows after each other one is enough, and none at the
 * beginning. How many rows remain. */
static int
single_blanks(char *s)
{
    char *to = s;
    bool blank = true;
    int rows = 0;

    while (s != NULL && *s != '\0') {
        size_t n = strcspn(s, "\n");
        bool empty = strspn(s, " ") >= n;

        n += s[n] == '\n';
        if (!(empty && blank)) {
            memmove(to, s, n);
            to += n;
            rows++;
        }
        blank = empty;
        s += n;
    }
    if (to != NULL)
        *to = '\0';
    return rows;
}

/* The rows of the page that are in sight, one column in from the left. */
static void
body(struct runner *x, struct frame *f)
{
    struct text raw = { 0 }, row = { 0 };
    const char *s;

    page(x, &raw);
    screen_break(raw.s != NULL ? raw.s : "", f->columns - 2, &row);
    s = row.s != NULL ? row.s : "";
    x->rows = single_blanks(row.s);
    if (x->top > x->rows - x->room)
        x->top = x->rows > x->room ? x->rows - x->room : 0;
    for (int i = 0; i < x->top + x->room; i++) {
        size_t n = strcspn(s, "\n");

        if (i >= x->top) {
            text_puts(&f->t, " ");
            text_add(&f->t, s, n);
            text_puts(&f->t, "\n");
        }
        s += n + (s[n] == '\n');
    }
    text_done(&raw);
    text_done(&row);
}

void
runner_fit(struct runner *x)
{
    int rows, columns, most = x->teaching ? TEACH_WIDTH : TEXT_WIDTH;

    screen_size(&rows, &columns);
    x->room = rows - FRAME_ROWS > 1 ? rows - FRAME_ROWS : 1;
    x->l->width = columns - 2 < most ? columns - 2 : most;
    x->r->width = columns - 2;
}

void
runner_draw(struct runner *x)
{
    struct frame f = { 0 };
    int at;

    screen_size(&f.rows, &f.columns);
    runner_fit(x);
    head(x, &f);
    body(x, &f);
    rule(x, &f);
    at = status(x, &f);
    if (x->teaching)
        text_puts(&f.t, "\n");
    else
        progress_bar(x, &f);
    keys(x, &f);
    screen_draw(&f.t, f.rows, f.rows - 3, at);
    text_done(&f.t);
}
