/*
 * survey.h - all schedules of a program, summed up.
 *
 * The explorer of sim/ goes through every schedule it has to; a survey keeps
 * what lessons ask about: which outputs there are, which endings, and how the
 * gravest of them comes about.
 */
#ifndef GOPARK_REPL_SURVEY_H
#define GOPARK_REPL_SURVEY_H

#include <stdbool.h>
#include <stdint.h>

#include "gopark.h"
#include "trial.h"

/* By gravity, the gravest last. */
enum survey_end {
    SURVEY_RETURNS,
    SURVEY_LEAK,
    SURVEY_RACE,
    SURVEY_CHECK,
    SURVEY_PANIC,
    SURVEY_DEADLOCK,
};
enum { SURVEY_NEND = SURVEY_DEADLOCK + 1 };
const char *survey_end_name(enum survey_end e);

struct survey_output {
    char *text;
    uint64_t count;
    char *schedule; /* of the first execution that printed it */
};

struct survey {
    bool complete; /* every schedule was looked at */
    uint64_t executions;
    uint64_t cut;         /* given up because they went on for too long */
    struct survey_output *output;
    int noutput;
    uint64_t ends[SURVEY_NEND];
    char *message[SURVEY_NEND];  /* what is said of the first such ending */
    char *table[SURVEY_NEND];    /* how it comes about: a column for each G */
    char *schedule[SURVEY_NEND]; /* the same, to be followed */
};

/* Explore the program; messages in lang (enum lang). GOPARK_ESYNTAX: it does
 * not compile. */
enum gopark_rc survey_run(struct survey *s, const struct trial_opts *o,
                          int lang, struct gopark_err *err);
void survey_done(struct survey *s);

#endif
