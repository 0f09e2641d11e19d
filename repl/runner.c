/*
 * runner.c - learning on a terminal: keys, and waiting for them.
 */
#define _XOPEN_SOURCE 700
#include "runner.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "screen.h"
#include "term.h"
#include "view.h"

enum { WINDOW_MS = 20, SETTLE_MS = 30 };

/* --- moving along --------------------------------------------------------- */

static void
list(struct runner *x)
{
    x->page = x->page == PAGE_LIST ? PAGE_ITEM : PAGE_LIST;
    x->cursor = x->at;
    x->top = 0;
    runner_show_cursor(x);
}

static int
after(const struct runner *x, int i, int by)
{
    for (i += by; i >= 0 && i < x->nitem; i += by)
        if (!x->item[i].section->coming)
            return i;
    return -1;
}

/* On to the next item; an exercise that is not solved asks once. */
static void
next(struct runner *x)
{
    const struct item *it = runner_item(x);
    int i = after(x, x->at, 1);

    if (it->kind == ITEM_TEXT)
        runner_pass(x, it->section->id);
    if (it->kind == ITEM_EXERCISE && !runner_passed(x, it) &&
        x->pending != 'n') {
        x->pending = 'n';
        runner_say(x, "not solved yet; n again leaves it for later",
                   "还没做对；再按一次 n 就先跳过");
        return;
    }
    if (i < 0)
        runner_say(x, "this is the end; l lists everything",
                   "到头了；l 列出全部内容");
    else
        runner_open(x, i);
}

static void
back(struct runner *x)
{
    int i = after(x, x->at, -1);

    if (i >= 0)
        runner_open(x, i);
}

/* To number n of this section. */
static void
jump(struct runner *x, const char *word)
{
    const struct section *s = runner_item(x)->section;
    int n = atoi(word);

    for (int i = 0; i < x->nitem; i++) {
        if (x->item[i].section == s && x->item[i].number == n) {
            runner_open(x, i);
            return;
        }
    }
    runner_say(x, "there is no number %s in this section", "这一节没有第 %s 项",
               word);
}

static void
scroll(struct runner *x, int by)
{
    int most = x->rows > x->room ? x->rows - x->room : 0;

    if (x->page == PAGE_LIST) {
        int i = x->cursor, step = by < 0 ? -1 : 1, k;

        for (; by != 0 && (k = after(x, i, step)) >= 0; by -= step)
            i = k;
        x->cursor = i;
        runner_show_cursor(x);
        return;
    }
    x->top += by;
    if (x->top > most)
        x->top = most;
    if (x->top < 0)
        x->top = 0;
}

/* Space: the next thing to see. */
static void
go_on(struct runner *x)
{
    if (x->page != PAGE_ITEM) {
        scroll(x, x->room - 1);
        return;
    }
    if (x->top + x->room < x->rows)
        scroll(x, x->room - 2);
    else if (runner_item(x)->kind == ITEM_DEMO &&
             x->l->stop < runner_item(x)->demo->nstop)
        runner_go_on(x);
    else if (runner_item(x)->kind != ITEM_EXERCISE)
        next(x);
}

/* --- typing an answer ----------------------------------------------------- */

static bool
wants_answer(const struct runner *x)
{
    const struct item *it = runner_item(x);

    return it->kind == ITEM_EXERCISE && (it->exercise->kind == KIND_PREDICT ||
                                         it->exercise->kind == KIND_EXPLAIN);
}

static void
begin_typing(struct runner *x, int key)
{
    char c = (char)key;

    x->typing = true;
    text_clear(&x->typed);
    text_add(&x->typed, &c, key != 0);
}

static void
type(struct runner *x, int key)
{
    char c = (char)key;

    if (key == KEY_ESCAPE) {
        x->typing = false;
    } else if (key == KEY_ENTER) {
        x->typing = false;
        if (x->typed.len == 0)
            return;
        if (wants_answer(x))
            runner_answer(x, x->typed.s);
        else
            jump(x, x->typed.s);
    } else if (key == KEY_ERASE) {
        if (x->typed.len > 0)
            x->typed.s[--x->typed.len] = '\0';
        else
            x->typing = false;
    } else if (key >= ' ' && key < 127 && x->typed.len < 60) {
        text_add(&x->typed, &c, 1);
    }
}

/* --- keys ----------------------------------------------------------------- */

/* Keys that move about in the page. */
static bool
scroll_key(struct runner *x, int key)
{
    switch (key) {
    case KEY_UP:
    case 'k':
        scroll(x, -1);
        return true;
    case KEY_DOWN:
    case 'j':
        scroll(x, 1);
        return true;
    case KEY_PAGE_UP:
        scroll(x, -(x->room - 1));
        return true;
    case KEY_PAGE_DOWN:
        scroll(x, x->room - 1);
        return true;
    case KEY_HOME:
        scroll(x, -100000);
        return true;
    case KEY_END:
        scroll(x, 100000);
        return true;
    case ' ':
        go_on(x);
        return true;
    default:
        return false;
    }
}

/* Keys about the exercise that is open. */
static bool
exercise_key(struct runner *x, int key)
{
    const struct item *it = runner_item(x);

    switch (key) {
    case 'h':
        runner_hint(x);
        return true;
    case 'x':
        if (it->kind == ITEM_EXERCISE && x->pending != 'x') {
            x->pending = 'x';
            runner_say(x, "x again begins it anew; your file is kept beside it",
                       "再按一次 x 从头再来；你的文件会另存在旁边");
        } else {
            runner_reset(x);
        }
        return true;
    case 'r':
        runner_check(x, false);
        return true;
    case 'e':
        runner_edit(x);
        return true;
    case 's':
        x->solution = !x->solution;
        x->top = 0;
        if (it->kind != ITEM_EXERCISE || !runner_passed(x, it)) {
            x->solution = false;
            runner_say(x, "the solution is shown when you have one of your own",
                       "做对之后才给看参考答案");
        }
        return true;
    default:
        return false;
    }
}

static void
item_key(struct runner *x, int key)
{
    if ((key >= '0' && key <= '9') ||
        (wants_answer(x) && (key == 'G' || key == 'g' || key == 'a')))
        begin_typing(x, key == 'a' ? 0 : key);
    else if (key == KEY_ENTER && wants_answer(x))
        begin_typing(x, 0);
    else if (key == KEY_ENTER)
        go_on(x);
    else if (!scroll_key(x, key))
        exercise_key(x, key);
}

static void
list_key(struct runner *x, int key)
{
    if (key == KEY_ENTER)
        runner_open(x, x->cursor);
    else if (key == KEY_ESCAPE)
        x->page = PAGE_ITEM;
    else
        scroll_key(x, key);
}

/* Keys that mean the same on every page. */
static bool
common_key(struct runner *x, int key)
{
    switch (key) {
    case 'q':
        x->quit = true;
        return true;
    case 'l':
        list(x);
        return true;
    case '?':
        x->page = x->page == PAGE_HELP ? PAGE_ITEM : PAGE_HELP;
        x->top = 0;
        return true;
    case 'n':
        x->page = PAGE_ITEM;
        next(x);
        return true;
    case 'b':
        x->page = PAGE_ITEM;
        back(x);
        return true;
    case 'c':
        if (!x->teaching)
            runner_check_all(x);
        return true;
    case 'p':
        runner_prompt(x);
        return true;
    default:
        return false;
    }
}

static void
press(struct runner *x, int key)
{
    int pending = x->pending;

    if (key == KEY_GONE) {
        x->quit = true;
        return;
    }
    if (key == KEY_NONE || key == KEY_RESIZED)
        return;
    text_clear(&x->status);
    if (x->typing) {
        type(x, key);
        return;
    }
    if (!common_key(x, key)) {
        if (x->page == PAGE_LIST)
            list_key(x, key);
        else if (x->page == PAGE_HELP && !scroll_key(x, key))
            x->page = PAGE_ITEM;
        else if (x->page == PAGE_ITEM)
            item_key(x, key);
    }
    if (x->pending == pending)
        x->pending = 0;
}

/* --- waiting -------------------------------------------------------------- */

/* The window: draw, and do what was clicked. True: something was done. */
static bool
poll_window(struct runner *x)
{
    char *line;

    if (x->r->poll == NULL)
        return false;
    x->r->poll(x->r->poll_ctx);
    line = repl_queued(x->r);
    if (line == NULL)
        return false;
    text_clear(&x->said);
    repl_eval(x->r, line);
    free(line);
    return true;
}

/* Until there is something to draw anew. */
static void
wait_for_something(struct runner *x)
{
    for (;;) {
        int ms = x->r->poll != NULL ? WINDOW_MS : watch_wait(&x->watch);
        int key = screen_key(x->watch.fd, ms);

        press(x, key);
        if (watch_changed(&x->watch)) {
            while (screen_key(-1, SETTLE_MS) == KEY_NONE &&
                   watch_changed(&x->watch))
                ; /* some editors write in several steps */
            text_clear(&x->status);
            runner_check(x, true);
            return;
        }
        if (poll_window(x) || key != KEY_NONE)
            return;
    }
}

/* --- the whole ------------------------------------------------------------ */

void
runner_say(struct runner *x, const char *en, const char *zh, ...)
{
    va_list ap;

    text_clear(&x->status);
    va_start(ap, zh);
    text_vprintf(&x->status, learn_words(x->l, en, zh), ap);
    va_end(ap);
}

/* What the repl says: caught for the page, or straight through while the
 * prompt has the terminal. */
static void
on_out(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    struct runner *x = ctx;

    (void)to;
    if (x->catching)
        text_add(&x->said, s, n);
    else
        fwrite(s, 1, n, stdout);
}

static bool
begin(struct runner *x, const struct options *o)
{
    struct gopark_err err;
    const char *no = getenv("NO_COLOR");

    memset(x, 0, sizeof *x);
    x->o = o;
    x->l = learn_new(o->lang, &err);
    if (x->l == NULL) {
        fprintf(stderr, "gopark: %s\n", err.text);
        return false;
    }
    x->r = repl_new(o, on_out, x);
    x->r->learn = x->l;
    x->l->colour = x->r->colour =
        o->colour == COLOUR_ALWAYS || (o->colour == COLOUR_AUTO && no == NULL);
    x->r->ascii = !term_utf8();
    x->catching = x->l->paged = true;
    runner_collect(x);
    watch_open(&x->watch, false);
    return true;
}

static int
end(struct runner *x, int status)
{
    screen_close();
    view_set(x->r, "off");
    watch_close(&x->watch);
    verdict_done(&x->v);
    text_done(&x->said);
    text_done(&x->status);
    text_done(&x->typed);
    free(x->item);
    repl_free(x->r); /* and its lessons */
    return status;
}

static int
complain(struct runner *x, const char *what)
{
    fprintf(stderr,
            "gopark: no demo and no section is called %s; 'gopark learn' lists "
            "the sections\n",
            what);
    return end(x, 1);
}

static int
run(struct runner *x)
{
    while (!x->quit) {
        runner_draw(x);
        wait_for_something(x);
    }
    return end(x, 0);
}

int
runner_learn(const struct options *o, const char *section)
{
    struct runner x;
    struct section *s;
    int i = -1;

    if (!begin(&x, o))
        return 1;
    if (section != NULL) {
        s = learn_find(x.l, section);
        if (s == NULL || s->coming)
            return complain(&x, section);
        while (x.item[++i].section != s)
            ;
    } else if (x.l->done.place != NULL) {
        i = runner_find(&x, x.l->done.place);
    }
    if (!screen_open())
        return complain(&x, "a terminal");
    runner_fit(&x);
    runner_open(&x, i >= 0 ? i : 0);
    if (i < 0) {
        list(&x);
        runner_say(&x, "Enter begins; ? explains the keys",
                   "回车开始；？说明按键");
    }
    return run(&x);
}

/* Keep only the demos of what; false: there are none. */
static bool
only_demos(struct runner *x, const char *what)
{
    struct demo *d = pack_demo(x->l->pack, what);
    struct section *s = NULL;
    int n = 0;

    if (d == NULL)
        d = pack_demo_of(x->l->pack, what);
    if (d == NULL)
        s = learn_find(x->l, what);
    for (int i = 0; i < x->nitem; i++)
        if (x->item[i].kind == ITEM_DEMO &&
            (x->item[i].demo == d || x->item[i].section == s))
            x->item[n++] = x->item[i];
    x->nitem = n;
    return n > 0;
}

int
runner_demo(const struct options *o, const char *what)
{
    struct runner x;

    if (!begin(&x, o))
        return 1;
    x.teaching = true;
    if (!only_demos(&x, what))
        return complain(&x, what);
    if (!screen_open())
        return complain(&x, "a terminal");
    runner_fit(&x);
    runner_open(&x, 0);
    return run(&x);
}
