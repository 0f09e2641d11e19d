/*
 * pack.h - a folder of lessons, read: chapters, sections, demos, exercises.
 *
 * lessons/FORMAT.md says what is in such a folder; this is what the program
 * makes of it. Everything is read when the pack is opened, strings are
 * borrowed from the pack's own Lua state, and what is wrong is said to a
 * function, so that the same reader serves the student, for whom a mistake in
 * one exercise must not close the others, and --check-pack.
 */
#ifndef GOPARK_REPL_PACK_H
#define GOPARK_REPL_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "gopark.h"
#include "tables.h"

/* --- demos --------------------------------------------------------------- */

enum stop_at { STOP_AT_START, STOP_AT_END, STOP_AT_LINE, STOP_AT_EVENT };

struct demo_stop {
    enum stop_at at;
    const char *what; /* text of the line, or the event */
    const char *of;   /* object of the event; NULL any */
    int hit;          /* the hit-th time since the stop before */
    uint32_t g;       /* only this goroutine; 0 any */
    struct saying caption;
    const char **show; /* commands, NULL-ended */
    int nshow;
};

struct demo {
    const char *name;
    char *path; /* of the program */
    char *stops_path;
    struct saying title;
    uint64_t seed;
    int procs;
    const char *ends; /* returns, deadlock, panic, fatal, exit */
    struct demo_stop *stop;
    int nstop;
};

/* --- exercises ----------------------------------------------------------- */

enum exercise_kind { KIND_PREDICT, KIND_BREAK, KIND_FIX, KIND_EXPLAIN };
enum { EXERCISE_NKIND = KIND_EXPLAIN + 1 };
const char *exercise_kind_name(enum exercise_kind k);

enum ask { ASK_LINE, ASK_GOROUTINE, ASK_EDGE };

struct fault {
    char *path;
    const char *verdict; /* the word it must be turned down with; NULL any */
};

/* What must hold. A count of -1 asks for nothing. */
struct goal {
    const char **output; /* fix, explain: the outputs that are allowed */
    int noutput;
    bool any_order;
    const char *last;    /* the last line */
    int least[EV_NKIND]; /* uses */
    int most[EV_NKIND];
    int sleeps;
    int left;
    bool plain;
    char *append;     /* path, NULL none */
    const char *ends; /* break */
    int leaks;
    const char *prints;
};

struct exercise {
    const char *name;
    char id[24]; /* 2.4.3 */
    const struct section *section;
    char *path; /* of exercise.lua */
    enum exercise_kind kind;
    struct saying title, task, learned;
    struct saying *hint;
    int nhint;
    uint64_t seed;
    int procs;
    char *starter, *solution; /* paths; solution NULL for predict */
    struct fault *fault;
    int nfault;
    struct goal goal;
    bool inject;     /* break: faults may be injected */
    bool choose_all; /* predict: any number of choices is right */
    bool explore;
    int seeds;
    bool has_at;
    struct demo_stop at; /* predict: the moment that f.at shows */
    struct saying *choice;
    int nchoice;
    enum ask ask;       /* explain */
    const char **cause; /* ASK_LINE: texts of lines */
    int ncause;
    int ref; /* its table, in the registry */
};

/* --- sections ------------------------------------------------------------ */

struct section {
    const char *id; /* 2.4, or 1 */
    bool coming;
    int chapter; /* index of its chapter */
    struct saying title;
    int minutes;
    char *dir;
    char *text[2]; /* Markdown, by enum lang; NULL: not there */
    struct demo *demo;
    int ndemo;
    struct exercise *exercise;
    int nexercise;
    const char **native;
    int nnative;
};

struct chapter {
    const char *id;
    struct saying title;
};

struct pack {
    struct tables t;
    char *root;
    struct saying title;
    struct chapter *chapter;
    int nchapter;
    struct section *section;
    int nsection;
};

/* The pack at root: one with contents.lua, or the folder of one lesson. NULL:
 * there is none; the problem has been said. */
struct pack *pack_open(const char *root, problem_fn *problem, void *ctx);
void pack_close(struct pack *p);
/* Where gopark's own lessons are; malloc'd. $GOPARK_LESSONS names others. */
char *pack_home(void);

/* By id (3.1); NULL: there is none. */
struct section *pack_section(const struct pack *p, const char *id);
/* By name (lost_parcel), by id (1.4) or by its folder. */
struct exercise *pack_exercise(const struct pack *p, const char *name);
struct demo *pack_demo(const struct pack *p, const char *name);
struct demo *section_demo(const struct section *s, const char *name);
struct exercise *section_exercise(const struct section *s, const char *name);
/* The demo whose program is at path, whatever way the path is written. */
struct demo *pack_demo_of(const struct pack *p, const char *path);

#endif
