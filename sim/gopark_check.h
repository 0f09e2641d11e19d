/*
 * gopark_check.h - what can be concluded of a world as it stands: deadlocks,
 * leaks, the order of locks.
 */
#ifndef GOPARK_CHECK_H
#define GOPARK_CHECK_H

#include "gopark_words.h"

struct world;

/*
 * Each runs in a branch of the world, or in a child process where the world
 * is too large to be copied: the program's further run is the same with and
 * without them. Texts are malloc'd, and "" where there is nothing to say.
 */
enum gopark_lang { GOPARK_EN, GOPARK_ZH };

/*
 * Can a blocked goroutine ever run again? Leaked: nothing that can still run
 * can reach what it waits for. Else it is held: by something that lives as
 * long as the program; or, suspect, only by variables of goroutines, which may
 * never use them again.
 */
enum gopark_leak {
    LEAK_NOT,     /* it is not blocked, or is main */
    LEAK_HELD,    /* reachable from a global, a timer */
    LEAK_SUSPECT, /* reachable from variables of goroutines only */
    LEAK_LEAKED,
};

struct gopark_blocked {
    uint32_t g;
    enum gopark_leak leak;
    bool unused; /* LEAK_SUSPECT: those variables are never used again */
};
/* The verdict about each blocked goroutine, in order of number; returns how
 * many there are. After main has returned: about what the rest of the program
 * would come to without it. */
int world_leaks(struct world *w, struct gopark_blocked *out, int max);

/* Who is stuck for good, and why: lost, where nobody's code is left that could
 * end the wait; behind others that are stuck; in a circle of those that wait
 * for each other. Locks count as unlocked by their holders only. */
enum gopark_stuck { STUCK_NOT, STUCK_LOST, STUCK_BEHIND, STUCK_CIRCLE };

struct gopark_waiting {
    uint32_t g;
    enum gopark_stuck stuck;
    int circle;          /* which, 1.., 0 none */
};

enum gopark_edge_kind {
    EDGE_WAITS, /* g waits at object: to receive, to lock, ... */
    EDGE_SENDS, /* g waits at object, a channel, to send */
    EDGE_HOLDS, /* g holds object, a lock, that somebody waits for */
    EDGE_COULD, /* g's code has what would end a wait at object */
};

struct gopark_edge {
    uint32_t g, object;
    enum gopark_edge_kind kind;
    int line;            /* EDGE_COULD: where; 0 unknown */
};

/* The wait-for graph of the blocked goroutines. */
struct gopark_waits {
    int nwaiting, nedge;
    struct gopark_waiting *waiting; /* by number */
    struct gopark_edge *edge;
};
bool world_waits(struct world *w, struct gopark_waits *out); /* false: memory */
void gopark_waits_free(struct gopark_waits *ws);

/* Why goroutine g is where it is, who could wake it, and why they do not. */
char *world_why(struct world *w, uint32_t g, enum gopark_lang lang);
/* What state an object is in, who waits at it, and who could end that. */
char *world_why_object(struct world *w, uint32_t object, enum gopark_lang lang);
/* The goroutines that wait for each other, and how to break the circle. */
char *world_deadlock(struct world *w, enum gopark_lang lang);

/*
 * What the locking of a run tells beyond what happened in it: orders that
 * could deadlock, locks taken twice, unlocks by others, locks held across
 * channel operations. It listens from start to stop: run the world, on a
 * branch from its beginning on, in between.
 */
struct lockwatch;
struct lockwatch *lockwatch_start(struct world *w); /* NULL: memory */
char *lockwatch_report(const struct lockwatch *lw, enum gopark_lang lang);
void lockwatch_stop(struct lockwatch *lw);

/* Those that have leaked, each with what it is blocked on and the remedy, and
 * those that are kept only by what is never used again. */
char *world_leaks_text(struct world *w, enum gopark_lang lang);

/*
 * The goroutines that have leaked by now, in order of number: how many; out
 * gets at most max. What has leaked stays so: to be asked again and again
 * while a program runs. *work (may be NULL): how much there was to look at,
 * in steps of a program that take as long, roughly; the same on any machine.
 */
int world_leaked(struct world *w, uint32_t *out, int max, uint64_t *work);

/* When it was first known that a goroutine had leaked. */
struct gopark_seen {
    uint32_t g;
    uint64_t step;
    int64_t t;
};

struct gopark_leaks {
    int status;                     /* the report says the process exits so */
    bool any_end;                   /* report also if main did not return */
    enum gopark_lang lang;
    const struct gopark_seen *seen; /* by number */
    int nseen;
};
/* What has leaked when the program ended, the report of `gopark run`; where
 * main returned, what that has left behind is let run on first. *leaked: there
 * are goroutines that can never run again. */
char *world_leak_report(struct world *w, const struct gopark_leaks *o,
                        bool *leaked);

#endif
