/*
 * options.h - what was typed after `gopark`, understood.
 *
 * Two tables are the single source: shell_cmds (main.c), a row for each
 * command, and the options in options.c. Parsing, --help and the man page read
 * both. Options may stand before or after the command, `--` ends them, a
 * repeated option's last value wins; `run` leaves what follows FILE to the
 * script.
 */
#ifndef GOPARK_REPL_OPTIONS_H
#define GOPARK_REPL_OPTIONS_H

#include "gopark.h"
#include "text.h"

enum view { VIEW_AUTO, VIEW_WINDOW, VIEW_TEXT, VIEW_NONE };
/* LEAKS_DEFAULT: reported when main has returned. Asked for, they are looked
 * for on the way as well, and reported however the program ends. */
enum leaks { LEAKS_DEFAULT = -1, LEAKS_REPORT, LEAKS_FAIL, LEAKS_OFF };
enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };
enum lang { LANG_EN, LANG_ZH };
enum strategy { STRATEGY_DEFAULT, STRATEGY_RANDOM, STRATEGY_PCT, STRATEGY_DFS };

/* So many steps, or so much virtual time; both 0: not said. */
struct interval {
    uint64_t steps;
    int64_t t; /* ns */
};

/* One -e COMMAND or -x FILE, in the order they were given. */
struct order {
    bool is_file;
    const char *text;
};

struct options {
    const struct shell_cmd *cmd; /* never NULL after options_parse */
    const char **arg;            /* words after the command, FILE first */
    int narg;
    bool help, version, man, reference;

    uint64_t seed;
    bool seed_random; /* seed was picked, and should be shown */
    int procs;
    int view;    /* enum view */
    double pace; /* virtual seconds a second; 0 runs free */
    uint64_t max_steps;
    int64_t max_time; /* virtual ns */
    size_t mem;
    int leaks; /* enum leaks */
    struct interval leaks_every;
    const char *replay_out;
    const char **inject; /* faults before the first step */
    int ninject;
    struct order *order;
    int norder;
    bool batch, json;
    int lang;   /* enum lang */
    int colour; /* enum colour */

    const char *out;           /* render, trace: -o */
    const char *at;            /* render: --at */
    int strategy;              /* check: enum strategy */
    uint64_t schedules, depth; /* 0: the command's default */
    int64_t preemptions;       /* -1: no bound */
    int time_maximal;          /* 0 free, 1 maximal */
    bool outputs;
    int jobs;
    const char *shard;      /* "K/N" or NULL */
    const char *check_pack; /* learn: --check-pack */
    bool manual_run;        /* learn: do not watch files */
    const char *all;        /* verify: --all */
    int model;              /* litmus: enum litmus_model, the number of them
                               for all, -1: not said */
    bool step;              /* litmus: --step */
};

struct shell_cmd {
    const char *name; /* "" is the prompt */
    const char *args; /* as shown in --help */
    const char *help;
    int min_args, max_args; /* -1: any number */
    bool script_args;       /* what follows FILE belongs to the script */
    int (*main)(const struct options *o); /* the exit status */
};
extern const struct shell_cmd shell_cmds[];

/* Fill o from the command line. The text of an error names the option and
 * what was expected. */
enum gopark_rc options_parse(struct options *o, int argc, char **argv,
                             struct gopark_err *err);
void options_free(struct options *o);
/* The world's options that the command line sets; no script yet. */
void options_world(const struct options *o, struct gopark_opts *w);
/* Which seed --seed random has picked, on standard error. */
void options_tell_seed(const struct options *o);
/* The text of --help. */
void options_help(struct text *t);
/* Each option in turn, for the man page and completion: false at the end. */
bool options_at(int i, const char **name, const char **arg, const char **help);

#endif
