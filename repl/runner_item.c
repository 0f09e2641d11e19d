/*
 * runner_item.c - the item that is open: a text, a demo, an exercise.
 */
#define _XOPEN_SOURCE 700
#include "runner.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "demo.h"
#include "host.h"
#include "native.h"
#include "pack_read.h"
#include "screen.h"
#include "term.h"
#include "verdict.h"
#include "view.h"

/* --- the row of items ----------------------------------------------------- */

static void
add(struct runner *x, struct item it)
{
    x->item = text_grow(x->item, sizeof *x->item * (size_t)(x->nitem + 1));
    x->item[x->nitem++] = it;
}

void
runner_collect(struct runner *x)
{
    for (int i = 0; i < x->l->pack->nsection; i++) {
        struct section *s = &x->l->pack->section[i];
        int n = 0;

        add(x, (struct item){ .kind = ITEM_TEXT, .section = s });
        for (int k = 0; k < s->ndemo; k++)
            add(x, (struct item){ ITEM_DEMO, s, &s->demo[k], NULL, NULL, ++n,
                                  WORD_OK });
        for (int k = 0; k < s->nexercise; k++)
            add(x, (struct item){ ITEM_EXERCISE, s, NULL, &s->exercise[k], NULL,
                                  ++n, WORD_OK });
        for (int k = 0; k < s->nnative; k++)
            add(x, (struct item){ ITEM_NATIVE, s, NULL, NULL, s->native[k], ++n,
                                  WORD_OK });
    }
}

static char *
place_of(const struct item *it)
{
    switch (it->kind) {
    case ITEM_TEXT:
        return pack_path("text:%s", it->section->id);
    case ITEM_DEMO:
        return pack_path("demo:%s", it->demo->name);
    case ITEM_EXERCISE:
        return pack_path("exercise:%s", it->exercise->name);
    case ITEM_NATIVE:
        return pack_path("native:%s", it->native);
    }
    return NULL;
}

int
runner_find(const struct runner *x, const char *place)
{
    for (int i = 0; i < x->nitem; i++) {
        char *p = place_of(&x->item[i]);
        bool same = strcmp(p, place) == 0;

        free(p);
        if (same)
            return i;
    }
    return -1;
}

bool
runner_passed(const struct runner *x, const struct item *it)
{
    const char *name = it->kind == ITEM_EXERCISE ? it->exercise->name
                       : it->kind == ITEM_TEXT   ? it->section->id
                                                 : NULL;

    return name != NULL && progress_passed(&x->l->done, name);
}

/* --- opening -------------------------------------------------------------- */

static void
failed(struct runner *x, const struct gopark_err *err)
{
    runner_say(x, "%s", "%s", err->text);
}

/* Remember that an exercise is solved, or a text read. */
void
runner_pass(struct runner *x, const char *name)
{
    struct gopark_err err;

    if (progress_pass(&x->l->done, name, &err) != GOPARK_OK)
        failed(x, &err);
}

/* A display is there, and a window is wanted. */
static void
open_window(struct runner *x)
{
    bool display =
        getenv("DISPLAY") != NULL || getenv("WAYLAND_DISPLAY") != NULL;

    if (view_window == NULL || !display || x->r->view == VIEW_WINDOW ||
        (x->o->view != VIEW_AUTO && x->o->view != VIEW_WINDOW))
        return;
    if (x->teaching)
        x->r->scale = 1.5;
    view_set(x->r, "window");
}

static void
open_demo(struct runner *x, struct demo *d)
{
    open_window(x);
    if (demo_open(x->r, x->l, d))
        runner_go_on(x);
}

/* What stands in a file for commands before anything is written into it. */
static const char *
empty_schedule(const struct runner *x)
{
    return learn_words(
        x->l,
        "# Commands, one a line; what stands behind a # does not count.\n"
        "# For example, without the #:\n"
        "# step G2\n",
        "# 每行一条命令；# 后面的不算。例如（去掉 #）:\n"
        "# step G2\n");
}

/* Make the student's file, watch it, and judge it if something was done. */
static void
open_exercise(struct runner *x, struct exercise *e)
{
    enum gopark_rc rc = GOPARK_OK;
    struct gopark_err err;
    char *copy;

    if (e->kind == KIND_FIX)
        rc = progress_start(&x->l->done, e, false, &err);
    else if (e->kind == KIND_BREAK)
        rc = progress_put(&x->l->done, e, empty_schedule(x), false, &err);
    else
        return;
    if (rc != GOPARK_OK)
        failed(x, &err);
    copy = progress_copy(&x->l->done, e);
    watch_file(&x->watch, x->o->manual_run ? NULL : copy);
    free(copy);
    runner_check(x, false);
    if (x->v.word == WORD_UNCHANGED ||
        (e->kind == KIND_BREAK && x->v.word == WORD_MISSED))
        x->judged = false; /* there is no answer yet */
    text_clear(&x->status);
}

static void
close_item(struct runner *x)
{
    watch_file(&x->watch, NULL);
    verdict_done(&x->v);
    text_clear(&x->said);
    text_clear(&x->status);
    x->judged = x->loaded = x->solution = x->typing = false;
    x->pending = 0;
    x->top = 0;
    x->page = PAGE_ITEM;
    x->l->exercise = NULL;
    x->l->demo = NULL;
}

void
runner_open(struct runner *x, int i)
{
    struct item *it = &x->item[i];
    struct gopark_err err;
    char *place = place_of(it);

    close_item(x);
    x->at = i;
    x->l->section = it->section;
    if (!x->teaching && progress_go(&x->l->done, place, &err) != GOPARK_OK)
        failed(x, &err);
    free(place);
    switch (it->kind) {
    case ITEM_TEXT:
        break;
    case ITEM_DEMO:
        open_demo(x, it->demo);
        break;
    case ITEM_EXERCISE:
        x->l->exercise = it->exercise;
        open_exercise(x, it->exercise);
        break;
    case ITEM_NATIVE:
        x->r->lang = x->l->lang;
        native_run(x->r, it->native);
        break;
    }
}

/* --- demos ---------------------------------------------------------------- */

void
runner_go_on(struct runner *x)
{
    text_clear(&x->said);
    x->top = 0;
    demo_next(x->r, x->l);
}

/* --- exercises ------------------------------------------------------------ */

static struct judge
judge_of(const struct runner *x, const struct exercise *e)
{
    return (struct judge){ x->l->pack, e, x->l->lang, false };
}

/* A failing schedule can be watched: keep it as a session. */
static void
keep_replay(struct runner *x, const struct exercise *e)
{
    struct gopark_err err;
    char *to;

    if (x->v.schedule == NULL)
        return;
    to = pack_path("%s/%s.replay", x->l->done.files, e->name);
    if (verdict_replay(e, &x->v, to, &err) == GOPARK_OK) {
        text_printf(&x->v.said, "%s gopark replay ",
                    learn_words(x->l, "watch it:", "看它怎么发生："));
        text_word(&x->v.said, to);
        text_puts(&x->v.said, "\n");
    }
    free(to);
}

/* The verdict on the student's file. */
static void
judge_copy(struct runner *x, const struct exercise *e)
{
    struct judge j = judge_of(x, e);
    struct gopark_err err;
    char *copy = progress_copy(&x->l->done, e);

    verdict_done(&x->v);
    x->judged = true;
    if (access(copy, F_OK) != 0)
        judge_say(&j, &x->v, WORD_GONE,
                  "there is no file %s any more; x puts the starter there",
                  "文件 %s 不见了；按 x 把原来的程序放回去", copy);
    else if (!judge_file(&j, copy, &x->v, &err))
        judge_say(&j, &x->v, WORD_GONE, "%s", "%s", err.text);
    else if (e->kind == KIND_FIX)
        keep_replay(x, e);
    free(copy);
}

void
runner_check(struct runner *x, bool saved)
{
    struct item *it = runner_item(x);
    struct exercise *e = it->exercise;

    if (it->kind == ITEM_DEMO && !saved) {
        runner_open(x, x->at);
        return;
    }
    if (e == NULL || e->kind == KIND_PREDICT || e->kind == KIND_EXPLAIN)
        return;
    runner_say(x, "checking ...", "检查中……");
    if (x->page == PAGE_ITEM && x->rows > 0)
        runner_draw(x);
    judge_copy(x, e);
    text_clear(&x->status);
    x->loaded = false;
    if (saved) {
        x->page = PAGE_ITEM;
        x->top = 0;
    }
    if (x->v.word == WORD_OK)
        runner_pass(x, e->name);
}

/* Everything the student has written, one after the other. */
void
runner_check_all(struct runner *x)
{
    int good = 0, bad = 0;

    for (int i = 0; i < x->nitem; i++) {
        struct exercise *e = x->item[i].exercise;
        struct judge j = judge_of(x, e);
        struct verdict v = { 0 };
        struct gopark_err err;
        char *copy;

        if (e == NULL)
            continue;
        copy = progress_copy(&x->l->done, e);
        if (access(copy, F_OK) == 0 && judge_file(&j, copy, &v, &err)) {
            x->item[i].found = v.word;
            if (v.word == WORD_OK) {
                good++;
                runner_pass(x, e->name);
            } else if (v.word != WORD_UNCHANGED) {
                bad++;
            }
            runner_say(x, "checking: %s", "检查：%s", e->id);
            runner_draw(x);
        }
        verdict_done(&v);
        free(copy);
    }
    x->page = PAGE_LIST;
    x->cursor = x->at;
    runner_show_cursor(x);
    runner_say(x, "checked: %d right, %d not yet",
               "检查完毕：%d 个对，%d 个还不对", good, bad);
}

void
runner_answer(struct runner *x, const char *answer)
{
    struct exercise *e = runner_item(x)->exercise;
    struct judge j = judge_of(x, e);
    struct gopark_err err;
    struct text line = { 0 };

    verdict_done(&x->v);
    judge_text(&j, answer, &x->v);
    x->judged = true;
    x->top = 0;
    if (x->v.word != WORD_OK)
        return;
    runner_pass(x, e->name);
    text_printf(&line, "%s\n", answer);
    if (progress_put(&x->l->done, e, line.s, false, &err) != GOPARK_OK)
        failed(x, &err);
    text_done(&line);
}

void
runner_hint(struct runner *x)
{
    struct exercise *e = runner_item(x)->exercise;
    struct gopark_err err;
    int n;

    if (e == NULL) {
        runner_say(x, "hints belong to exercises", "提示是给练习用的");
        return;
    }
    n = progress_hints(&x->l->done, e->name);
    if (n < e->nhint) {
        n++;
        if (progress_hint(&x->l->done, e->name, n, &err) != GOPARK_OK)
            failed(x, &err);
    } else {
        runner_say(x, "these are all the hints", "提示就这些了");
    }
    x->top = 0;
}

void
runner_reset(struct runner *x)
{
    struct item *it = runner_item(x);
    struct exercise *e = it->exercise;
    struct gopark_err err;
    enum gopark_rc rc;

    if (e == NULL) {
        runner_open(x, x->at);
        return;
    }
    watch_file(&x->watch, NULL);
    rc = progress_forget(&x->l->done, e->name, &err);
    if (rc == GOPARK_OK && e->kind == KIND_FIX)
        rc = progress_start(&x->l->done, e, true, &err);
    else if (rc == GOPARK_OK && e->kind == KIND_BREAK)
        rc = progress_put(&x->l->done, e, empty_schedule(x), true, &err);
    else if (rc == GOPARK_OK)
        rc = progress_remove(&x->l->done, e, &err);
    runner_open(x, x->at);
    if (rc != GOPARK_OK)
        failed(x, &err);
    else
        runner_say(x, "begun anew", "从头再来");
}

/* --- leaving the page for a while ----------------------------------------- */

/* $EDITOR on path, and wait for it. False: it could not be started. */
static bool
run_editor(const char *editor, const char *path)
{
    struct text line = { 0 };
    int status = 1;
    pid_t pid;

    text_printf(&line, "%s \"$1\"", editor);
    pid = fork();
    if (pid == 0) {
        execl("/bin/sh", "sh", "-c", line.s, "sh", path, (char *)NULL);
        _exit(127);
    }
    text_done(&line);
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void
runner_edit(struct runner *x)
{
    const char *editor = getenv("VISUAL");
    struct exercise *e = runner_item(x)->exercise;
    char *copy;
    bool ok;

    if (e == NULL || e->kind == KIND_PREDICT || e->kind == KIND_EXPLAIN) {
        runner_say(x, "there is nothing to edit here", "这里没有要编辑的文件");
        return;
    }
    if (editor == NULL || *editor == '\0')
        editor = getenv("EDITOR");
    if (editor == NULL || *editor == '\0')
        editor = "vi";
    copy = progress_copy(&x->l->done, e);
    screen_close();
    ok = run_editor(editor, copy);
    screen_open();
    watch_changed(&x->watch);
    runner_check(x, true);
    if (!ok)
        runner_say(x, "%s did not work; set $EDITOR to your editor",
                   "%s 没能用；请把 $EDITOR 设成你的编辑器", editor);
    free(copy);
}

/* The program that belongs to the item, before its first step. */
static void
load(struct runner *x)
{
    struct item *it = runner_item(x);
    char *copy;

    if (it->exercise == NULL || x->loaded)
        return;
    x->r->seed = it->exercise->seed;
    x->r->procs = it->exercise->procs;
    copy = progress_copy(&x->l->done, it->exercise);
    x->loaded = repl_load(
        x->r, it->exercise->kind == KIND_FIX ? copy : it->exercise->starter,
        NULL, 0);
    free(copy);
}

void
runner_prompt(struct runner *x)
{
    screen_close();
    x->catching = x->l->paged = false;
    load(x);
    printf("%s\n", learn_words(x->l,
                               "the prompt; `quit` or Ctrl-D comes back to the "
                               "lessons, `help` lists the commands",
                               "命令提示符；`quit` 或 Ctrl-D 回到课程，`help` "
                               "列出命令"));
    term_run(x->r);
    x->r->quit = false;
    fflush(stdout);
    x->catching = x->l->paged = true;
    screen_open();
    x->l->section = runner_item(x)->section;
    x->l->exercise = runner_item(x)->exercise;
    if (x->l->exercise != NULL)
        runner_check(x, false);
}
