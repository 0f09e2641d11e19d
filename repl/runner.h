/*
 * runner.h - `gopark learn` and `gopark demo` on a terminal.
 *
 * A course is a row of items: a section's text, its demos, its exercises.
 * One of them is open, and the page shows it. Keys move along the row; the
 * student's file of the open exercise is watched, and judged again whenever
 * it is saved. Everything else - programs, demos, the prompt - is the prompt's
 * own machinery, whose output is caught and put on the page.
 */
#ifndef GOPARK_REPL_RUNNER_H
#define GOPARK_REPL_RUNNER_H

#include <stdbool.h>

#include "judge.h"
#include "learn.h"
#include "repl.h"
#include "watch.h"

enum item_kind { ITEM_TEXT, ITEM_DEMO, ITEM_EXERCISE, ITEM_NATIVE };

struct item {
    enum item_kind kind;
    struct section *section;
    struct demo *demo;
    struct exercise *exercise;
    const char *native;
    int number;            /* in its section, 0 the text */
    enum judge_word found; /* when everything was checked; WORD_OK nothing */
};

enum page { PAGE_ITEM, PAGE_LIST, PAGE_HELP };

struct runner {
    const struct options *o;
    struct repl *r;
    struct learn *l;
    struct item *item;
    int nitem, at;
    bool teaching; /* gopark demo: only demos, no progress */
    enum page page;
    int cursor; /* PAGE_LIST: the item pointed at */
    int top;    /* first row of the page that is shown */
    int rows;   /* of the page, as last drawn */
    int room;   /* rows of it that are shown */

    bool catching;    /* what the repl says goes to said */
    struct text said; /* a demo's stop, a program's output */
    struct verdict v;
    bool judged, loaded, solution;
    struct text status; /* one line below the page */
    struct text typed;  /* an answer, while typing */
    bool typing;
    int pending; /* a key that asks to be pressed again, 0 none */
    struct watch watch;
    bool quit;
};

/* The exit status. section: where to begin, NULL where we were. */
int runner_learn(const struct options *o, const char *section);
/* Play the demos of what: a section, a demo's name or its file. */
int runner_demo(const struct options *o, const char *what);

/* --- for its parts ------------------------------------------------------- */

static inline struct item *
runner_item(const struct runner *x)
{
    return &x->item[x->at];
}

/* runner_item.c: what is open, and what becomes of it. */
void runner_collect(struct runner *x);
void runner_open(struct runner *x, int i);
/* The item with this place ("demo:ring", "text:2.3"), -1 none. */
int runner_find(const struct runner *x, const char *place);
void runner_check(struct runner *x, bool saved);
void runner_check_all(struct runner *x);
void runner_answer(struct runner *x, const char *answer);
void runner_hint(struct runner *x);
void runner_reset(struct runner *x);
void runner_go_on(struct runner *x); /* a demo's next stop */
void runner_edit(struct runner *x);
void runner_prompt(struct runner *x);
void runner_pass(struct runner *x, const char *name);
bool runner_passed(const struct runner *x, const struct item *it);
void runner_say(struct runner *x, const char *en, const char *zh, ...);

/* runner_list.c */
enum tone { TONE_PLAIN, TONE_STRONG, TONE_DIM, TONE_GOOD, TONE_BAD, TONE_HERE };
void runner_tone(const struct runner *x, struct text *t, enum tone c);
/* A sign where the terminal has it, else something like it. */
const char *runner_sign(const struct runner *x, const char *utf8,
                        const char *ascii);
const char *runner_title(const struct runner *x, const struct item *it);
const char *runner_kind(const struct runner *x, const struct item *it);
void runner_list(const struct runner *x, struct text *t);
void runner_help(const struct runner *x, struct text *t);

/* runner_page.c */
/* How wide texts are on this screen; it may have changed. */
void runner_fit(struct runner *x);
void runner_draw(struct runner *x);
/* Keep the cursor of the list in sight. */
void runner_show_cursor(struct runner *x);

#endif
