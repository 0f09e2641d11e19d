/*
 * judge.h - is it right? One exercise, one answer, one verdict.
 *
 * A verdict is a word of lessons/FORMAT.md, which names the mistake, and a
 * sentence in the reader's language, which says where it shows. Nothing is
 * judged by one lucky run: programs are explored, answers are compared with
 * facts that are computed at that moment.
 */
#ifndef GOPARK_REPL_JUDGE_H
#define GOPARK_REPL_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "pack.h"
#include "text.h"
#include "trial.h"

/* The words, and what they say when there is nothing more to say. */
#define JUDGE_WORDS(X)                                                         \
    X(WORD_OK, "ok")                                                           \
    X(WORD_UNCHANGED, "unchanged")                                             \
    X(WORD_EMPTY, "empty") /* nothing is in it */                              \
    X(WORD_GONE, "gone")   /* there is no file any more */                     \
    X(WORD_SYNTAX, "syntax")                                                   \
    X(WORD_ERROR, "error")                                                     \
    X(WORD_LOOP, "loop")                                                       \
    X(WORD_SEQUENTIAL, "sequential")                                           \
    X(WORD_MISSING, "missing")                                                 \
    X(WORD_SLEEP, "sleep")                                                     \
    X(WORD_BUSY, "busy")                                                       \
    X(WORD_EXCESS, "excess")                                                   \
    X(WORD_DEADLOCK, "deadlock")                                               \
    X(WORD_LEAK, "leak")                                                       \
    X(WORD_RACE, "race")                                                       \
    X(WORD_OUTPUT, "output")                                                   \
    X(WORD_INCOMPLETE, "incomplete")                                           \
    X(WORD_WRONG, "wrong")     /* predict, explain: another answer */          \
    X(WORD_MISSED, "missed")   /* break: the goal was not reached */           \
    X(WORD_REFUSED, "refused") /* break: a command that may not be used */     \
    X(WORD_ANSWER, "answer")   /* what was typed is no answer */
enum judge_word {
#define X(name, word) name,
    JUDGE_WORDS(X)
#undef X
};
enum { JUDGE_NWORD = WORD_ANSWER + 1 };
const char *judge_word_name(enum judge_word w);

struct verdict {
    enum judge_word word;
    struct text said;
    uint64_t executions; /* schedules looked at; 0 not explored */
    bool complete;
    char *schedule; /* one that fails; NULL none */
    char *program;  /* that it belongs to */
};

struct judge {
    struct pack *pack;
    const struct exercise *e;
    int lang;            /* enum lang, of the sentence */
    bool starter_counts; /* the starter itself is judged, not `unchanged` */
};

/* By the exercise's kind: a program (fix), commands (break), an answer such
 * as "1 3", "line 7", "G3", "G3 -> jobs" (predict, explain). */
void judge_text(const struct judge *j, const char *s, struct verdict *v);
/* The same from a file; false: it cannot be read. */
bool judge_file(const struct judge *j, const char *path, struct verdict *v,
                struct gopark_err *err);
/* Judge what has been done in a session of the starter, for break. */
void judge_session(const struct judge *j, struct session *s, struct verdict *v);
/* Judge a program by the exercise's goal, for fix and explain. */
void judge_program(const struct judge *j, const char *s, struct verdict *v);
void verdict_done(struct verdict *v);

/* --- for the parts of the judge ------------------------------------------ */

/* Set the word and say a sentence. */
void judge_say(const struct judge *j, struct verdict *v, enum judge_word word,
               const char *en, const char *zh, ...);
void judge_predict(const struct judge *j, const char *s, struct verdict *v);
void judge_explain(const struct judge *j, const char *s, struct verdict *v);
void judge_break(const struct judge *j, const char *s, struct verdict *v);
/* An answer that explain's cause function accepts; false: it has none. */
bool judge_cause(const struct judge *j, const char *text, char *answer,
                 size_t size);
/* A file's text; NULL and a verdict if it cannot be read. Malloc'd. */
char *judge_read(const struct judge *j, const char *path, struct verdict *v);
/* The name of the starter, without its folders: shown as the program's. */
const char *judge_name(const struct exercise *e);
void judge_trial_opts(const struct exercise *e, const char *text,
                      struct trial_opts *o);

/* The facts of program text, as far as the exercise asks for them, pushed as
 * a table on the pack's state. False: v says why not. */
bool judge_facts(const struct judge *j, const char *text, struct verdict *v);
/* Which choices are right, one bit each; false: v says why it cannot be told.
 * The facts are on top of the pack's state. */
bool judge_right(const struct judge *j, uint64_t *right, struct verdict *v);

#endif
