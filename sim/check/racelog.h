/*
 * racelog.h - what a search hears on its path, for the races of its ends.
 *
 * A note of each access, and of all that orders goroutines, is kept with the
 * transition it belongs to; a path that is left for a shorter one loses its
 * last notes. At the end of an execution race.c reads them through.
 */
#ifndef GOPARK_CHECK_RACELOG_H
#define GOPARK_CHECK_RACELOG_H

#include "check/finding.h"
#include "check/race.h"

/* Where an access was made, and its goroutine; what the object was called
 * then. */
struct race_where {
    char func[64], file[64], made_file[64], label[48];
    int line, made_line;
};

struct racelog {
    struct race *race;
    VEC(struct race_note) note;
    VEC(struct race_where) where; /* of each note, if it is asked for */
    struct race_mark {
        size_t notes, begins; /* of these, race_may_begin() */
    } now;
    VEC(struct race_mark) mark;   /* before each transition of the path */
    bool places;                  /* note where accesses are made */
    bool no_memory;
};

bool racelog_init(struct racelog *l); /* false: no memory */
void racelog_free(struct racelog *l);
/* Transition number depth, from 0, is about to be done in w; it is over. What
 * is done in between is noted. */
void racelog_begin(struct racelog *l, struct world *w, size_t depth);
void racelog_end(struct world *w);
/* The path has only depth transitions any more. */
void racelog_truncate(struct racelog *l, size_t depth);

/* The races of the path at whose end w stands: at most, n < most, they join
 * out; returns how many are there then. */
int racelog_outcomes(struct racelog *l, struct world *w, struct outcome *out,
                     int n, int most, enum gopark_lang lang);
/* A report of the one that is called sig (RACE-4); malloc'd, NULL: it is not
 * there. Needs places. */
char *racelog_explain(struct racelog *l, struct world *w, uint64_t sig,
                      enum gopark_lang lang);

#endif
