/*
 * gopark_session.h - sessions: a world with its past, in which one can go back
 * and do something else.
 */
#ifndef GOPARK_SESSION_H
#define GOPARK_SESSION_H

#include "gopark.h"

/*
 * A session owns a world and remembers how it came to be where it is: its
 * timeline, the inputs and picks with the steps at which they were made. Any
 * earlier step is restored from a checkpoint and, from there, re-run. Going
 * back and doing something new cuts the timeline off behind that point;
 * session_undo() brings the old one back.
 *
 * At a step, all inputs of the timeline that belong to it have been made; a
 * pick is made as the next step is taken.
 * Output reaches opts.write once: what a re-run prints again is held back.
 */
struct session;

#define SESSION_BUDGET ((size_t)256 << 20) /* bytes of checkpoints */

enum gopark_rc session_open(struct session **sp, const struct gopark_opts *o,
                            size_t budget, struct gopark_err *err);
void session_close(struct session *s);
struct world *session_world(struct session *s);

/* Stop what session_run() or session_goto() does at the next step; callable
 * from a signal. */
void session_interrupt(struct session *s);

/* Forward to step, making the timeline's inputs on the way; less far if the
 * program ends or session_interrupt() was called. */
enum gopark_rc session_run(struct session *s, uint64_t step,
                           struct gopark_err *err);
/* Back or forward to step, at most to session_last(); WORLD_TO_END: there,
 * and where the program has ended after it, to its end. */
enum gopark_rc session_goto(struct session *s, uint64_t step,
                            struct gopark_err *err);
/* The furthest step that the timeline is known to have. */
uint64_t session_last(const struct session *s);

/* Make an input now: world_input(), recorded. It cuts off what follows. */
enum gopark_rc session_input(struct session *s, const struct gopark_input *in,
                             uint32_t *g, struct gopark_err *err);
/* Let the draw-th choice of the run give value, also when it is re-run. */
enum gopark_rc session_pick(struct session *s, uint64_t draw, uint32_t value,
                            struct gopark_err *err);
/* Whom else to ask at a choice that no pick settles; as world_set_choose. */
void session_set_choose(struct session *s, gopark_choose_fn *fn, void *ctx);

/* Remember this position as one that undo comes back to. */
void session_mark(struct session *s);
/* To the position before the last mark, or forward again. GOPARK_EREFUSED:
 * there is none. */
enum gopark_rc session_undo(struct session *s, struct gopark_err *err);
enum gopark_rc session_redo(struct session *s, struct gopark_err *err);

/* What the timeline consists of, in order. */
struct session_entry {
    uint64_t step;             /* made when so many actions were done */
    bool asleep;               /* and nobody could run any more */
    bool is_pick;
    uint64_t draw;             /* a pick: which choice, */
    uint32_t value;            /* and what it gives */
    struct gopark_input in;    /* an input */
};
int session_entries(const struct session *s);
bool session_entry(const struct session *s, int i, struct session_entry *out);
/* Append an entry at the end of the timeline without making it: for a
 * session that is read from a file. Steps must not decrease. */
enum gopark_rc session_add(struct session *s, const struct session_entry *e,
                           struct gopark_err *err);

/* Between the two anything may be done to the world; nothing of it stays.
 * Branches nest. */
enum gopark_rc session_branch(struct session *s, struct gopark_err *err);
void session_return(struct session *s);
/* On a branch: let the timeline end here, so that nothing of it is made. */
void session_cut(struct session *s);

/* The program's output up to the present step, oldest first, in pieces. */
void session_output(const struct session *s, gopark_write_fn *fn, void *ctx);

/* A number that two worlds share if all that inspection shows is equal. */
uint64_t world_digest(const struct world *w);

struct session_stats {
    size_t bytes, budget; /* of checkpoints */
    int checkpoints;
    uint64_t interval;    /* steps between two new ones */
};
void session_stats(const struct session *s, struct session_stats *out);

#endif
