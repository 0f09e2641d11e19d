/*
 * survey.c - all schedules of a program, summed up.
 */
#include "survey.h"

#include <stdlib.h>
#include <string.h>

static const char *const end_name[SURVEY_NEND] = {
    [SURVEY_RETURNS] = "returns", [SURVEY_LEAK] = "leak",
    [SURVEY_RACE] = "race",       [SURVEY_CHECK] = "check",
    [SURVEY_PANIC] = "panic",     [SURVEY_DEADLOCK] = "deadlock",
};

const char *
survey_end_name(enum survey_end e)
{
    return end_name[e];
}

void
survey_done(struct survey *s)
{
    for (int i = 0; i < s->noutput; i++)
        free(s->output[i].text);
    free(s->output);
    for (int e = 0; e < SURVEY_NEND; e++) {
        free(s->message[e]);
        free(s->schedule[e]);
    }
    memset(s, 0, sizeof *s);
}
