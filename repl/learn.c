/*
 * learn.c - what the screen shows of the lessons.
 */
#include "learn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "markdown.h"
#include "options.h"

enum { TITLE_WIDTH = 46 };

struct learn *
learn_new(int lang, struct gopark_err *err)
{
    struct learn *l = text_alloc(sizeof *l);
    char *home = pack_home();

    memset(l, 0, sizeof *l);
    l->lang = lang;
    l->pack = pack_open(home, NULL, NULL);
    if (l->pack == NULL) {
        gopark_fail(err, GOPARK_EFILE,
                    "%s: no lessons there; set "
                    "GOPARK_LESSONS to their folder",
                    home);
        free(home);
        free(l);
        return NULL;
    }
    free(home);
    progress_open(&l->done);
    return l;
}

void
learn_free(struct learn *l)
{
    if (l == NULL)
        return;
    pack_close(l->pack);
    progress_close(&l->done);
    free(l);
}

const char *
learn_words(const struct learn *l, const char *en, const char *zh)
{
    return l->lang == LANG_ZH ? zh : en;
}

const char *
learn_say(const struct learn *l, const struct saying *s)
{
    const char *said = s->in[l->lang == LANG_ZH ? LANG_ZH : LANG_EN];

    if (said == NULL)
        said = s->in[LANG_EN];
    return said != NULL ? said : "";
}

/* --- the table of contents ----------------------------------------------- */

static int
passed_in(const struct learn *l, const struct section *s)
{
    int n = 0;

    for (int i = 0; i < s->nexercise; i++)
        n += progress_passed(&l->done, s->exercise[i].name);
    return n;
}

static void
section_line(const struct learn *l, const struct section *s, struct text *t)
{
    const char *title = learn_say(l, &s->title);

    text_printf(t, "  %-5s%s", s->id, title);
    text_pad(t, TITLE_WIDTH - text_width(title));
    if (s->coming)
        text_printf(t, "  %s\n", learn_words(l, "still to come", "尚未完成"));
    else
        text_printf(t, "  %s%2d/%-2d  %d %s\n",
                    progress_passed(&l->done, s->id) ? "*" : " ",
                    passed_in(l, s), s->nexercise, s->ndemo,
                    learn_words(l, "demos", "个演示"));
}

void
learn_contents(const struct learn *l, struct text *t)
{
    const char *title = learn_say(l, &l->pack->title);
    int chapter = -1;

    if (*title != '\0')
        text_printf(t, "%s\n\n", title);
    for (int i = 0; i < l->pack->nsection; i++) {
        const struct section *s = &l->pack->section[i];
        const struct chapter *c = &l->pack->chapter[s->chapter];

        if (l->pack->nchapter > 0 && s->chapter != chapter &&
            strcmp(c->id, s->id) != 0)
            text_printf(t, "%s    %s\n", c->id, learn_say(l, &c->title));
        chapter = s->chapter;
        section_line(l, s, t);
    }
    text_printf(
        t, "\n%s\n",
        learn_words(l,
                    "`learn 2.1` opens a section; * marks those you "
                    "have read, 3/5 the exercises you have solved",
                    "`learn 2.1` 打开一节；* 表示读过了，3/5 是做对的练习"));
}

struct section *
learn_find(const struct learn *l, const char *id)
{
    struct section *s = pack_section(l->pack, id);
    size_t n = strlen(id);

    for (int i = 0; s == NULL && i < l->pack->nsection; i++)
        if (strncmp(l->pack->section[i].id, id, n) == 0 &&
            l->pack->section[i].id[n] == '.')
            s = &l->pack->section[i];
    return s;
}

/* --- a section ----------------------------------------------------------- */

/* Behind a link's text: the number that `lesson` opens it by. */
static void
link_label(void *ctx, const char *href, struct text *out)
{
    const struct learn *l = ctx;
    const struct section *s = l->section;
    const char *name = strchr(href, ':');

    if (name == NULL)
        return;
    name++;
    for (int i = 0; s != NULL && i < s->ndemo; i++)
        if (strncmp(href, "demo:", 5) == 0 &&
            strcmp(s->demo[i].name, name) == 0)
            text_printf(out, " [%d]", i + 1);
    for (int i = 0; s != NULL && i < s->nexercise; i++)
        if (strncmp(href, "exercise:", 9) == 0 &&
            strcmp(s->exercise[i].name, name) == 0)
            text_printf(out, " [%d]", s->ndemo + i + 1);
    for (int i = 0; s != NULL && i < s->nnative; i++)
        if (strncmp(href, "native:", 7) == 0 && strcmp(s->native[i], name) == 0)
            text_printf(out, " [%d]", s->ndemo + s->nexercise + i + 1);
}

void
learn_markdown(const struct learn *l, const char *s, struct text *t)
{
    struct markdown how = { .width = l->width,
                            .colour = l->colour,
                            .link = link_label,
                            .ctx = (void *)l };

    markdown_show(s, &how, t);
}

void
learn_line(const struct learn *l, const char *s, struct text *t)
{
    struct text line = { 0 };

    learn_markdown(l, s, &line);
    text_puts(t, line.s != NULL ? line.s : "\n");
    text_done(&line);
}

void
learn_text(const struct learn *l, const struct section *s, struct text *t)
{
    const char *text = s->text[l->lang == LANG_ZH ? LANG_ZH : LANG_EN];

    learn_markdown(l, text != NULL ? text : "", t);
}

static void
item_line(struct text *t, int n, const char *mark, const char *kind,
          const char *title)
{
    text_printf(t, " %3d %s %s", n, mark, kind);
    text_pad(t, 10 - text_width(kind));
    text_printf(t, "%s\n", title);
}

const char *
learn_kind(const struct learn *l, enum exercise_kind k)
{
    static const char *const zh[EXERCISE_NKIND] = {
        [KIND_PREDICT] = "预测",
        [KIND_BREAK] = "弄坏",
        [KIND_FIX] = "修好",
        [KIND_EXPLAIN] = "解释",
    };

    return learn_words(l, exercise_kind_name(k), zh[k]);
}

void
learn_items(const struct learn *l, const struct section *s, struct text *t)
{
    int n = 1;

    for (int i = 0; i < s->ndemo; i++)
        item_line(t, n++, " ", learn_words(l, "demo", "演示"),
                  learn_say(l, &s->demo[i].title));
    for (int i = 0; i < s->nexercise; i++) {
        const struct exercise *e = &s->exercise[i];

        item_line(t, n++, progress_passed(&l->done, e->name) ? "+" : " ",
                  learn_kind(l, e->kind), learn_say(l, &e->title));
    }
    for (int i = 0; i < s->nnative; i++)
        item_line(t, n++, " ", learn_words(l, "program", "程序"), s->native[i]);
    if (l->paged)
        text_printf(
            t, "%s\n",
            learn_words(l,
                        "its number and Enter open one of them; + "
                        "marks what you have solved",
                        "键入编号再回车，就打开其中一项；+ 表示做对了"));
    else
        text_printf(t, "%s\n",
                    learn_words(l,
                                "`lesson N` opens one of them; + marks what "
                                "you have solved",
                                "`lesson N` 打开其中一项；+ 表示做对了"));
}

bool
learn_item(const struct section *s, int n, struct demo **d, struct exercise **e)
{
    *d = NULL;
    *e = NULL;
    if (n >= 1 && n <= s->ndemo)
        *d = &s->demo[n - 1];
    else if (n > s->ndemo && n <= s->ndemo + s->nexercise)
        *e = &s->exercise[n - s->ndemo - 1];
    return *d != NULL || *e != NULL;
}

/* --- an exercise --------------------------------------------------------- */

void
learn_choices(const struct learn *l, const struct exercise *e, struct text *t)
{
    struct text list = { 0 };

    for (int i = 0; i < e->nchoice; i++)
        text_printf(&list, "%d. %s\n", i + 1, learn_say(l, &e->choice[i]));
    if (e->nchoice > 0) {
        text_puts(t, "\n");
        learn_markdown(l, list.s, t);
    }
    text_done(&list);
}

/* How this kind is answered. */
static const char *
answer_form(const struct learn *l, const struct exercise *e)
{
    static const char *const en[] = { "`verify 7` answers with a line",
                                      "`verify G3` answers with a goroutine",
                                      ("`verify G3 -> jobs` answers with an "
                                       "edge") };
    static const char *const zh[] = { "`verify 7` 回答行号",
                                      "`verify G3` 回答 goroutine",
                                      "`verify G3 -> jobs` 回答一条边" };

    switch (e->kind) {
    case KIND_PREDICT:
        return learn_words(l, "`predict 1 3` answers with choices 1 and 3",
                           "`predict 1 3` 表示选 1 和 3");
    case KIND_BREAK:
        return learn_words(l, "drive it there with `step GN`, then `verify`",
                           "用 `step GN` 把它赶过去，然后 `verify`");
    case KIND_FIX:
        return learn_words(l, "edit your copy, then `verify`",
                           "改好你的那份，然后 `verify`");
    case KIND_EXPLAIN:
        return learn_words(l, en[e->ask], zh[e->ask]);
    }
    return "";
}

const char *
learn_ask(const struct learn *l, const struct exercise *e)
{
    static const char *const en[] = {
        "Type the number of the line, then Enter.",
        "Type the goroutine (G3), then Enter.",
        "Type who waits for what (G3 -> jobs), then Enter."
    };
    static const char *const zh[] = {
        "键入行号，然后回车。", "键入 goroutine（如 G3），然后回车。",
        "键入谁在等谁（如 G3 -> jobs），然后回车。"
    };

    return learn_words(l, en[e->ask], zh[e->ask]);
}

void
learn_task(const struct learn *l, const struct exercise *e, struct text *t)
{
    text_printf(t, "%s  %s: %s\n", e->id, learn_kind(l, e->kind),
                learn_say(l, &e->title));
    learn_markdown(l, learn_say(l, &e->task), t);
    learn_choices(l, e, t);
    text_printf(t, "\n%s", answer_form(l, e));
    text_printf(t,
                learn_words(l, "; `hint` helps (%d left)\n",
                            "；`hint` 给提示（还有 %d 条）\n"),
                e->nhint - progress_hints(&l->done, e->name));
    if (e->kind == KIND_FIX) {
        char *copy = progress_copy(&l->done, e);

        text_printf(t, learn_words(l, "your copy: %s\n", "你的那份：%s\n"),
                    copy);
        free(copy);
    }
}
