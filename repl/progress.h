/*
 * progress.h - what a student has done, kept between sessions.
 *
 * A text file in the state folder, a line for each fact; and beside it, or in
 * $GOPARK_EXERCISES, the student's own files: programs to be edited, schedules
 * and answers. Every fact is written at once, into a new file that then takes
 * the old one's place, and under a lock, so that neither a crash nor a second
 * gopark loses one. What a student wrote is never overwritten: what has to
 * make room is kept under another name.
 */
#ifndef GOPARK_REPL_PROGRESS_H
#define GOPARK_REPL_PROGRESS_H

#include <stdbool.h>

#include "gopark.h"
#include "pack.h"

struct progress_entry {
    char *name;  /* of a section (3.1) or an exercise */
    int hints;   /* how many have been shown */
    bool passed; /* exercise solved, section read */
};

struct progress {
    char *dir;   /* the state folder */
    char *files; /* the student's own */
    char *place; /* where learning goes on, "demo:ring"; NULL nowhere */
    struct progress_entry *at;
    int n;
};

/* Read what there is; a file that is not there is an empty one. */
void progress_open(struct progress *p);
void progress_close(struct progress *p);
bool progress_passed(const struct progress *p, const char *name);
int progress_hints(const struct progress *p, const char *name);
/* Remember, and write the file. */
enum gopark_rc progress_pass(struct progress *p, const char *name,
                             struct gopark_err *err);
enum gopark_rc progress_hint(struct progress *p, const char *name, int hints,
                             struct gopark_err *err);

/* Begin it anew: neither passed nor hinted at. */
enum gopark_rc progress_forget(struct progress *p, const char *name,
                               struct gopark_err *err);
enum gopark_rc progress_go(struct progress *p, const char *place,
                           struct gopark_err *err);

/* Where the student's file for an exercise is, NAME.lua for a program, NAME.gp
 * for a schedule, NAME.txt for an answer; malloc'd. */
char *progress_copy(const struct progress *p, const struct exercise *e);
/* Put text there if nothing is there yet; if again, in any case, and what was
 * there is kept as NAME.lua.1, .2, ... */
enum gopark_rc progress_put(const struct progress *p, const struct exercise *e,
                            const char *text, bool again,
                            struct gopark_err *err);
/* What was there is kept as NAME.txt.1, and nothing is there any more. */
enum gopark_rc progress_remove(const struct progress *p,
                               const struct exercise *e,
                               struct gopark_err *err);
/* The same with the starter. */
enum gopark_rc progress_start(const struct progress *p,
                              const struct exercise *e, bool again,
                              struct gopark_err *err);

#endif
