/*
 * learn.h - learning: where a student is, and what the screen shows of it.
 *
 * The state is a place in the pack: a section, and in it perhaps an exercise
 * or a demo. These functions write text; what loads programs and runs them
 * is in cmd_learn.c.
 */
#ifndef GOPARK_REPL_LEARN_H
#define GOPARK_REPL_LEARN_H

#include <stdbool.h>

#include "pack.h"
#include "progress.h"
#include "text.h"

struct learn {
    struct pack *pack;
    struct progress done;
    int lang;  /* enum lang */
    int width; /* columns, 0 unknown */
    bool colour;
    struct section *section;   /* NULL: the table of contents */
    struct exercise *exercise; /* at most one of these is open */
    struct demo *demo;
    int stop;   /* the demo's next stop */
    bool paged; /* a stop has the screen to itself */
    bool unkept; /* it has been said that progress cannot be kept */
    bool typed; /* break: commands are being kept, below */
    struct text commands;
};

/* The pack is gopark's own, or the one $GOPARK_LESSONS names. NULL: err says
 * why it cannot be read. */
struct learn *learn_new(int lang, struct gopark_err *err);
void learn_free(struct learn *l);

/* In the reader's language. */
const char *learn_say(const struct learn *l, const struct saying *s);
const char *learn_words(const struct learn *l, const char *en, const char *zh);

void learn_contents(const struct learn *l, struct text *t);
void learn_text(const struct learn *l, const struct section *s, struct text *t);
/* The demos and exercises of a section, numbered through. */
void learn_items(const struct learn *l, const struct section *s,
                 struct text *t);
/* Item n from 1: sets one of the two; false: there is none. */
bool learn_item(const struct section *s, int n, struct demo **d,
                struct exercise **e);
void learn_task(const struct learn *l, const struct exercise *e,
                struct text *t);
void learn_markdown(const struct learn *l, const char *s, struct text *t);
/* The same where something stands on the line already. */
void learn_line(const struct learn *l, const char *s, struct text *t);
/* What one does in an exercise of this kind, in a word. */
const char *learn_kind(const struct learn *l, enum exercise_kind k);
/* The numbered choices of a prediction; nothing for another kind. */
void learn_choices(const struct learn *l, const struct exercise *e,
                   struct text *t);
/* How a question of explain is answered. */
const char *learn_ask(const struct learn *l, const struct exercise *e);
/* Section "3.1", or the first section of chapter "3"; NULL: none. */
struct section *learn_find(const struct learn *l, const char *id);

#endif
