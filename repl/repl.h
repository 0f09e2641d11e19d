/*
 * repl.h - the prompt without a terminal: a line in, text out.
 *
 * repl_eval() turns a line into text through an output callback. It knows no
 * terminal, so transcripts, pipes, the window's buttons and readline (term.c)
 * all use it in the same way. What can be typed is a table: each command is a
 * row of struct repl_cmd in its family's file, and a family is one line in
 * commands.c. Dispatch, prefixes, usage errors, help, completion, the README's
 * reference and the manual page all read the rows.
 */
#ifndef GOPARK_REPL_REPL_H
#define GOPARK_REPL_REPL_H

#include <stdbool.h>
#include <stdint.h>

#include "gopark.h"
#include "host.h"
#include "modules.h"
#include "options.h"
#include "stops.h"
#include "text.h"

struct repl;

/* --- commands ---------------------------------------------------------- */

enum repl_group {
    GROUP_PROGRAM,
    GROUP_FORWARD,
    GROUP_CHOOSE,
    GROUP_BACKWARD,
    GROUP_STOPS,
    GROUP_LOOK,
    GROUP_EXPLAIN,
    GROUP_INJECT,
    GROUP_EXPLORE,
    GROUP_SETTINGS,
    GROUP_KEEP,
    GROUP_VIEW,
    GROUP_LEARN,
    GROUP_HELP,
};
enum { REPL_NGROUP = GROUP_HELP + 1 };
const char *repl_group_name(enum repl_group g);

/* What an argument names, for completion. */
enum repl_arg {
    ARG_NONE,
    ARG_FILE,
    ARG_G,
    ARG_OBJECT,
    ARG_CHAN,
    ARG_LUA,
    ARG_COMMAND,
    ARG_SETTING,
    ARG_BREAK,
    ARG_WORDS,
};

enum {
    CMD_RAW = 1,     /* the rest of the line is one argument, untouched */
    CMD_NEEDS = 2,   /* a program must be loaded */
    CMD_MOVES = 4,   /* undo comes back to the position before it */
    CMD_REPEATS = 8, /* an empty line does it again */
};

struct repl_cmd {
    const char *name;
    const char *alias;      /* NULL: none */
    int min_args, max_args; /* -1: any number */
    unsigned flags;         /* CMD_... */
    const char *usage;      /* its arguments; "" none */
    const char *help;       /* one line, what it does */
    const char *more;       /* further lines for `help NAME`; may be NULL */
    enum repl_group group;
    enum repl_arg arg; /* what its arguments name */
    const char *words; /* ARG_WORDS: "a|b|c"; also added to other kinds */
    /* argv[0] is the name in full. False: repl_fail() has been called. */
    bool (*exec)(struct repl *r, int argc, char **argv);
};

/* The i-th of all commands, by group; NULL at the end. */
const struct repl_cmd *repl_cmd_at(int i);
/* By name, alias or unique prefix; NULL: *nmatch commands could be meant. */
const struct repl_cmd *repl_cmd_find(const char *word, int *nmatch);
/* "step, stepi, stats": the names that begin with word. */
void repl_cmd_list(const char *word, struct text *t);

/* --- the prompt -------------------------------------------------------- */

enum repl_stream {
    REPL_TEXT,  /* what commands say */
    REPL_ERROR, /* why one could not be done; a line, without prefix */
    REPL_OUT,   /* what the program wrote to its standard output */
    REPL_ERR,   /* and to its standard error */
};
typedef void repl_out_fn(void *ctx, enum repl_stream to, const char *s,
                         size_t n);

enum repl_result {
    REPL_OK,
    REPL_FAILED, /* an error was reported */
    REPL_MORE,   /* unfinished Lua: the next line continues it */
    REPL_QUIT,
};

enum repl_policy { POLICY_SEEDED, POLICY_MANUAL };

/* The commands of the prompt see and share this. */
struct repl {
    const struct options *o;
    repl_out_fn *out;
    void *out_ctx;
    /* Called between slices of a run; true asks it to pause. May be NULL. */
    int (*poll)(void *ctx);
    void *poll_ctx;

    struct session *s; /* NULL: nothing is loaded */
    struct world *w;   /* its world */
    struct script script;
    const char **arg; /* the script's arguments */
    int narg;
    struct input in;        /* the program's input */
    struct modules modules; /* what the program required */
    uint64_t seed;          /* settings for the next load */
    int procs;
    int64_t quantum;     /* ns, 0 Go's; and */
    bool flat;           /* costs: each counts from the next start on too */
    int procs_at_start; /* of the session that is open */
    size_t mem;
    uint64_t max_steps;
    int64_t max_time;
    double pace; /* 0: free */
    uint64_t leakcheck; /* break on leak looks at most every so many steps */

    struct {         /* the failing schedule that explore found */
        char *schedule; /* NULL none */
        uint64_t step;  /* where the search began */
        int preemptions;
        uint64_t sig;   /* which finding it is */
    } found;

    size_t log_size; /* events that a view wants kept, 0 none */
    uint32_t g;      /* selected, 0 none */
    int frame;       /* selected frame, 0 innermost */
    bool json;       /* this command lists in JSON */
    bool failed;     /* this command has reported an error */
    bool quit;
    int status;   /* exit status when it ends */
    bool running; /* a program is going forward */
    char **queue; /* lines that the window asks for, NULL none */
    int nqueue;
    bool stop_asked;  /* Ctrl-C */
    int depth;        /* of sourced files */
    uint64_t version; /* counts whatever changes what is shown */

    struct stops stops;      /* breakpoints, watches, displays */
    struct chooser *chooser; /* open decisions; choose.c */
    struct {
        uint64_t *step;
        size_t n, cap;
    } stopped; /* for rewind */
    enum repl_policy policy;
    const char *policy_name; /* go, random, pct, manual */
    char *again;             /* what an empty line repeats */
    struct text lua;         /* unfinished Lua */
    struct text said;        /* under --json: the beginning of a line of text */
    struct text *copy;       /* transcript being kept, NULL none */
    char *copy_path;
    int view; /* enum view */
    const char *theme;
    char *focus;
    double scale;
    int lang;  /* enum lang */
    int width; /* columns that listings may take, 0 unknown */
    bool colour, ascii;
    char *caption;         /* of a demo's stop, for the window; NULL none */
    char last;             /* byte that was put out */
    struct learn *learn;   /* lessons; NULL until they are asked for */
    void (*redraw)(struct repl *r); /* the text view, NULL none */
    /* A line that is written over, NULL wipes it; NULL: no terminal. */
    void (*status_line)(const char *text);
};

struct repl *repl_new(const struct options *o, repl_out_fn *out, void *ctx);
void repl_free(struct repl *r);
/* One line, without its newline. */
enum repl_result repl_eval(struct repl *r, const char *line);
/* Lines up to the end of text; stops at an error if o->batch. */
enum repl_result repl_source(struct repl *r, const char *text);
/* "(gopark @41 G3) ", or "> " while Lua is unfinished. */
const char *repl_prompt(const struct repl *r, char *buf, size_t size);
/* A line to be done when nothing runs; and the next such line, which is the
 * caller's to free, NULL none. */
void repl_queue(struct repl *r, const char *line);
char *repl_queued(struct repl *r);
/* Stop what runs at the next step; callable from a signal handler. */
void repl_interrupt(struct repl *r);

/* --- for commands ------------------------------------------------------ */

/* The text in the language of the prompt: for what explains, not for errors
 * and listings, which are English as Go's own words are. */
#define REPL_SAY(r, en, zh) ((r)->lang == LANG_ZH ? (zh) : (en))

void repl_printf(struct repl *r, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void repl_puts(struct repl *r, const char *s);
void repl_put(struct repl *r, enum repl_stream to, const char *s, size_t n);
/* A line that is JSON already; others are made {"text": ...} under --json. */
void repl_put_json(struct repl *r, const char *line);
/* Report why a command cannot be done, naming what to try; false. */
bool repl_fail(struct repl *r, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
bool repl_fail_err(struct repl *r, const struct gopark_err *err);

/* Log events for a command, or no longer; where a view keeps a log (log_size)
 * that is used, and stays. */
bool repl_log(struct repl *r, bool on, struct gopark_err *err);

/* Open r->script from its start; false after repl_fail. */
bool repl_open(struct repl *r);
bool repl_load(struct repl *r, const char *path, const char *const *arg,
               int narg);
void repl_unload(struct repl *r);
/* Open a replay file at its end. */
bool repl_load_replay(struct repl *r, const char *path);
/* Run text as a new goroutine (an input). */
enum repl_result repl_lua(struct repl *r, const char *text);

/* Goroutine id, if it is alive. */
static inline bool
live_g(const struct world *w, uint32_t id, struct gopark_g *g)
{
    return id != 0 && world_g(w, id, g) && g->status != G_DEAD;
}

/* Arguments. All report what was expected and answer false. */
bool arg_number(struct repl *r, const char *s, const char *what, uint64_t *out);
bool arg_duration(struct repl *r, const char *s, int64_t *ns);
bool arg_g(struct repl *r, const char *s, uint32_t *g); /* G7, 7 */
bool is_goroutine(const char *s); /* is that what s looks like? */
bool arg_object(struct repl *r, const char *s, struct gopark_object *o);
/* The same without a report. */
bool object_find(const struct repl *r, const char *s,
                 struct gopark_object *out);
bool arg_range(struct repl *r, const char *s, uint64_t *a, uint64_t *b);
/* Split off the first word of *s; NULL at its end. Malloc'd. */
char *arg_word(const char **s);

#endif
