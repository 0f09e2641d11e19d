/*
 * stops.h - breakpoints, watches and displays.
 *
 * While there are none a run is not looked at. Otherwise it is watched with
 * the cheapest means that see them all: see move.c.
 */
#ifndef GOPARK_REPL_STOPS_H
#define GOPARK_REPL_STOPS_H

#include <stdbool.h>
#include <stdint.h>

struct repl;
struct text;
struct gopark_event;
struct gopark_g;

enum stop_kind { STOP_LINE, STOP_FUNCTION, STOP_EVENT, STOP_WATCH };

struct stop {
    int number;
    enum stop_kind kind;
    bool disabled;
    bool once;  /* tbreak */
    char *file; /* STOP_LINE */
    int line;
    char *name;   /* STOP_FUNCTION: the function; STOP_EVENT: the word */
    char *object; /* STOP_EVENT: the object's label or G7; NULL any */
    char *expr;   /* STOP_WATCH: what is watched; else its condition */
    char *value;  /* STOP_WATCH: what it was */
    uint64_t hits;
};

struct stops {
    struct stop *at;
    int n;
    int made;       /* numbers given out */
    char **display; /* expressions shown at every stop */
    int ndisplay;
};

void stops_clear(struct stops *s);
/* Is there an enabled one of this kind? */
bool stops_any(const struct stops *s, enum stop_kind kind);
/* The first stop that event e of goroutine gi matches, conditions aside. */
struct stop *stops_event(struct repl *r, const struct gopark_event *e);
/* ... that goroutine g, about to execute line of file in func, matches. */
struct stop *stops_line(struct repl *r, const char *file, int line);
struct stop *stops_function(struct repl *r, const char *func);
/* Does the condition hold, in g's scope? One without a condition does. */
bool stops_holds(struct repl *r, const struct stop *b, uint32_t g);
/* Note the values that are watched. One has changed: the first such stop, and
 * how, into t, a line for each; NULL: they are but noted. */
struct stop *stops_watch(struct repl *r, struct text *t);
void stops_delete(struct stops *s, int number);
/* What a stop looks for, as `breakpoints` lists it. */
void stops_describe(const struct stop *b, struct text *t);
struct stop *stops_find(struct stops *s, int number);

#endif
