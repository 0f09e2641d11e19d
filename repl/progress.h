/*
 * progress.h - what a student has done, kept between sessions.
 *
 * A text file in the state folder, a line for each fact; and beside it the
 * student's own copies of the programs to be edited.
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
    char *dir; /* the state folder */
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

/* Where the student's copy of an exercise's program is; malloc'd. */
char *progress_copy(const struct progress *p, const struct exercise *e);
/* Put the starter there, over whatever there is if again. */
enum gopark_rc progress_start(const struct progress *p,
                              const struct exercise *e, bool again,
                              struct gopark_err *err);

#endif
