/*
 * search.h - a search by `gopark check`: the program, the processes that
 * share the search, how far it has come, and what is written about what was
 * found.
 */
#ifndef GOPARK_REPL_SEARCH_H
#define GOPARK_REPL_SEARCH_H

#include "gopark.h"
#include "host.h"
#include "modules.h"
#include "options.h"

struct program {
    const struct options *o;
    struct script script;
    struct modules modules; /* that it has required */
    struct input in;
    struct world *w;        /* before its first step */
};

/* Read and open the program that o names. */
enum gopark_rc program_open(struct program *p, const struct options *o,
                            struct gopark_err *err);
void program_close(struct program *p);
/* The options of a world of the same program. */
void program_opts(struct program *p, struct gopark_opts *w);

/* Search as x says, with o->jobs processes. */
enum gopark_rc search_run(struct program *p, const struct explore_opts *x,
                          struct explore_result **r, struct gopark_err *err);
/* The same in n processes, each of which takes a part. */
enum gopark_rc search_shared(struct program *p, const struct explore_opts *x,
                             int n, struct explore_result **r,
                             struct gopark_err *err);
/* From now on a signal ends the search with what was covered so far; once:
 * a second one kills. */
void search_catch(bool once);
bool search_interrupted(void);
/* Does somebody see how far the search has come? */
bool search_shows(const struct program *p);

/* How far a search has come, a line a second. */
struct progress {
    uint64_t most; /* schedules, 0 no limit */
    double start, next;
    bool shown; /* there is a line to be wiped */
};
void progress_begin(struct progress *p, uint64_t most);
bool progress_is_due(struct progress *p);
void progress_write(const struct progress *p,
                    const struct explore_progress *e, struct text *t);
/* On standard error, if it is due; and away with it. */
void progress_show(struct progress *p, const struct explore_progress *e);
void progress_end(const struct progress *p);

/* One object of cli.md, with the files where replays were saved (may be NULL,
 * by finding). */
void search_json(const struct explore_result *r, char *const *saved,
                 struct text *t);

/* Save a session that follows the schedule to its end. */
enum gopark_rc search_save(struct program *p, const char *schedule,
                           const char *path, struct gopark_err *err);

#endif
