/*
 * options.c - what was typed after `gopark`, understood.
 *
 * Each option is a row: its name, what its value is called, where the value
 * goes and what it may be. Most kinds of value need no code of their own.
 */
#include "options.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "suggest.h"
#include "units.h"

enum kind {
    KIND_FLAG,     /* bool */
    KIND_TEXT,     /* const char * */
    KIND_U64,      /* uint64_t, low..high */
    KIND_I64,      /* int64_t, low..high */
    KIND_INT,      /* int, low..high */
    KIND_DURATION, /* int64_t ns */
    KIND_SIZE,     /* size_t, low..high */
    KIND_WORD,     /* int: which of the words */
    KIND_SEED,     /* a number, or random */
    KIND_PACE,     /* virtual seconds a second, or max */
    KIND_ORDER,    /* -x or -e */
    KIND_INJECT,   /* one more fault */
    KIND_INTERVAL, /* struct interval */
};

struct option_row {
    const char *name, *alias; /* alias may be NULL */
    const char *arg;          /* NULL: takes no value */
    const char *help;
    enum kind kind;
    size_t at;        /* offset in struct options */
    const char *only; /* commands it belongs to, prompt the one without a name;
                         NULL: to all */
    int64_t low, high;
};

#define AT(field) offsetof(struct options, field)
static const struct option_row option_row[] = {
    { "--seed", NULL, "N|random", "where chance starts (1)", KIND_SEED,
      AT(seed), NULL, 0, 0 },
    { "--procs", NULL, "N", "GOMAXPROCS (4)", KIND_INT, AT(procs), NULL, 1,
      256 },
    { "--view", NULL, "auto|window|text|none", "what is shown (auto)",
      KIND_WORD, AT(view), NULL, 0, 0 },
    { "--pace", NULL, "F|max", "virtual seconds a second (max)", KIND_PACE,
      AT(pace), NULL, 0, 0 },
    { "--max-steps", NULL, "N", "stop after N steps", KIND_U64, AT(max_steps),
      NULL, 1, INT64_MAX },
    { "--max-time", NULL, "D", "stop after D of virtual time", KIND_DURATION,
      AT(max_time), NULL, 0, 0 },
    { "--mem", NULL, "SIZE", "memory of the program (512M)", KIND_SIZE, AT(mem),
      NULL, 1 << 20, (int64_t)1 << 34 },
    { "--leaks", NULL, "report|fail|off",
      "goroutines that leak (report); given, also on the way", KIND_WORD,
      AT(leaks), NULL, 0, 0 },
    { "--leaks-every", NULL, "N|D",
      "look on the way each N steps or D of virtual time", KIND_INTERVAL,
      AT(leaks_every), "run trace", 0, 0 },
    { "--replay-out", NULL, "FILE", "write the session there", KIND_TEXT,
      AT(replay_out), "prompt run check replay learn verify", 0, 0 },
    { "--inject", NULL, "FAULT", "as at the prompt: \"skip close jobs\", \"stall 2 at 5ms\"",
      KIND_INJECT, 0, "run", 0, 0 },
    { "-x", NULL, "FILE", "run the commands in FILE, then exit", KIND_ORDER, 1,
      "prompt replay learn", 0, 0 },
    { "-e", NULL, "COMMAND", "run COMMAND, then exit; repeatable", KIND_ORDER,
      0, "prompt replay learn", 0, 0 },
    { "--batch", NULL, NULL, "stop at the first command error, status 1",
      KIND_FLAG, AT(batch), NULL, 0, 0 },
    { "--json", NULL, NULL, "one JSON object a line in place of text",
      KIND_FLAG, AT(json), NULL, 0, 0 },
    { "--lang", NULL, "en|zh", "language of the texts", KIND_WORD, AT(lang),
      NULL, 0, 0 },
    { "--color", NULL, "auto|always|never", "colours (auto)", KIND_WORD,
      AT(colour), NULL, 0, 0 },
    { "-o", "--output", "FILE", "where the picture or the trace goes",
      KIND_TEXT, AT(out), "render trace", 0, 0 },
    { "--at", NULL, "STEP|end|deadlock", "the moment to draw (end)", KIND_TEXT,
      AT(at), "render", 0, 0 },
    { "--strategy", NULL, "default|random|pct|dfs", "how to search (dfs)",
      KIND_WORD, AT(strategy), "check", 0, 0 },
    { "--schedules", NULL, "N", "how many schedules to try", KIND_U64,
      AT(schedules), "check", 1, INT64_MAX },
    { "--depth", NULL, "D", "longest schedule; depth of a bug for pct",
      KIND_U64, AT(depth), "check", 1, INT64_MAX },
    { "--preemptions", NULL, "C", "at most C preemptions a schedule", KIND_I64,
      AT(preemptions), "check", 0, INT64_MAX },
    { "--time", NULL, "free|maximal", "may timers fire early (free)", KIND_WORD,
      AT(time_maximal), "check", 0, 0 },
    { "--outputs", NULL, NULL, "list the outputs that are possible", KIND_FLAG,
      AT(outputs), "check", 0, 0 },
    { "--jobs", NULL, "N", "processes that search (1)", KIND_INT, AT(jobs),
      "check", 1, 256 },
    { "--shard", NULL, "K/N", "search only part K of N", KIND_TEXT, AT(shard),
      "check", 0, 0 },
    { "--check-pack", NULL, "DIR", "is a pack of lessons complete, and true?",
      KIND_TEXT, AT(check_pack), "learn", 0, 0 },
    { "--manual-run", NULL, NULL, "check a file when r is pressed, not when "
      "it is saved", KIND_FLAG, AT(manual_run), "learn", 0, 0 },
    { "--all", NULL, "DIR", "judge every answer in this folder", KIND_TEXT,
      AT(all), "verify", 0, 0 },
    { "--model", NULL, "sc|tso|pso|view|ra|ooo|all", "how memory behaves (tso)",
      KIND_WORD, AT(model), "litmus", 0, 0 },
    { "--step", NULL, NULL, "go through the witness, a row a step", KIND_FLAG,
      AT(step), "litmus", 0, 0 },
    { "--help", "-h", NULL, "this text", KIND_FLAG, AT(help), NULL, 0, 0 },
    { "--reference", NULL, NULL, "the prompt's commands, in Markdown",
      KIND_FLAG, AT(reference), NULL, 0, 0 },
    { "--man", NULL, NULL, "the manual page, for man -l -", KIND_FLAG, AT(man),
      NULL, 0, 0 },
    { "--version", "-V", NULL, "the version", KIND_FLAG, AT(version), NULL, 0,
      0 },
};
enum { NOPTION = sizeof option_row / sizeof option_row[0] };

bool
options_at(int i, const char **name, const char **arg, const char **help)
{
    if (i < 0 || i >= NOPTION)
        return false;
    *name = option_row[i].name;
    *arg = option_row[i].arg;
    *help = option_row[i].help;
    return true;
}

/* What a value of this row may be, in words. */
static const char *
expected(const struct option_row *row, char *buf, size_t size)
{
    char low[32], high[32];

    switch (row->kind) {
    case KIND_U64:
    case KIND_I64:
    case KIND_INT:
        if (row->high == INT64_MAX)
            snprintf(buf, size, "a number from %d", (int)row->low);
        else
            snprintf(buf, size, "a number from %d to %d", (int)row->low,
                     (int)row->high);
        return buf;
    case KIND_DURATION:
        return "a duration like 10s, 1m30s or 250ms";
    case KIND_SIZE:
        snprintf(buf, size, "a size like 512M or 2G, %s to %s",
                 units_bytes((size_t)row->low, low, sizeof low),
                 units_bytes((size_t)row->high, high, sizeof high));
        return buf;
    case KIND_WORD:
        snprintf(buf, size, "one of %s", row->arg);
        return buf;
    case KIND_SEED:
        return "a number from 0 to 18446744073709551615, or 'random'";
    case KIND_INTERVAL:
        return "a number of steps, or a duration like 10ms";
    case KIND_PACE:
        return "virtual seconds a second, like 0.5, or 'max'";
    case KIND_FLAG:
        return "no value";
    case KIND_TEXT:
    case KIND_ORDER:
    case KIND_INJECT:
        break;
    }
    return strcmp(row->arg, "COMMAND") == 0 ? "a command"
           : strcmp(row->arg, "FILE") == 0  ? "a file name"
                                            : row->arg;
}

/* Which of the words "a|b|c" value is, -1 none. */
static int
word_index(const char *words, const char *value)
{
    size_t n = strlen(value);

    for (int i = 0;; i++) {
        size_t len = strcspn(words, "|");

        if (len == n && strncmp(words, value, n) == 0)
            return i;
        if (words[len] == '\0')
            return -1;
        words += len + 1;
    }
}

static bool
set_seed(struct options *o, const char *value)
{
    o->seed_random = strcmp(value, "random") == 0;
    if (!o->seed_random)
        return units_number(value, &o->seed);
    if (getrandom(&o->seed, sizeof o->seed, 0) != sizeof o->seed)
        return false;
    o->seed %= 1000000000; /* short enough to be typed again */
    return true;
}

static bool
set_pace(struct options *o, const char *value)
{
    char *end;

    o->pace = 0;
    if (strcmp(value, "max") == 0)
        return true;
    o->pace = strtod(value, &end);
    return *end == '\0' && end != value && o->pace > 0 && o->pace <= 1e9;
}

static bool
set_number(const struct option_row *row, void *at, const char *value)
{
    uint64_t n;

    if (!units_number(value, &n) || n > INT64_MAX || (int64_t)n < row->low ||
        (int64_t)n > row->high)
        return false;
    if (row->kind == KIND_INT)
        *(int *)at = (int)n;
    else
        *(uint64_t *)at = n; /* an int64_t has the same representation */
    return true;
}

static bool
set_interval(struct interval *at, const char *value)
{
    *at = (struct interval){ 0, 0 };
    if (units_number(value, &at->steps))
        return at->steps > 0 && at->steps <= INT64_MAX;
    return units_duration(value, &at->t) && at->t > 0;
}

static void
add_order(struct options *o, bool is_file, const char *text)
{
    o->order =
        text_grow(o->order, (size_t)(o->norder + 1) * sizeof o->order[0]);
    o->order[o->norder++] = (struct order){ is_file, text };
}

/* Store value; false if it is not what the row expects. */
static bool
set(struct options *o, const struct option_row *row, const char *value)
{
    void *at = (char *)o + row->at;

    switch (row->kind) {
    case KIND_FLAG:
        return *(bool *)at = true;
    case KIND_TEXT:
        *(const char **)at = value;
        return *value != '\0';
    case KIND_U64:
    case KIND_I64:
    case KIND_INT:
        return set_number(row, at, value);
    case KIND_DURATION:
        return units_duration(value, at) && *(int64_t *)at > 0;
    case KIND_SIZE:
        return units_size(value, at) && *(size_t *)at >= (size_t)row->low &&
               *(size_t *)at <= (size_t)row->high;
    case KIND_WORD:
        return (*(int *)at = word_index(row->arg, value)) >= 0;
    case KIND_SEED:
        return set_seed(o, value);
    case KIND_PACE:
        return set_pace(o, value);
    case KIND_INTERVAL:
        return set_interval(at, value);
    case KIND_ORDER:
        add_order(o, row->at == 1, value);
        return true;
    case KIND_INJECT:
        o->inject = text_grow(o->inject,
                              (size_t)(o->ninject + 1) * sizeof o->inject[0]);
        o->inject[o->ninject++] = value;
        return true;
    }
    return false;
}

/* The row of the option in word, which may be --name=value. */
static const struct option_row *
find_option(const char *word, const char **value)
{
    size_t n = strcspn(word, "=");

    *value = word[n] == '=' && word[1] == '-' ? word + n + 1 : NULL;
    if (*value == NULL)
        n = strlen(word);
    for (int i = 0; i < NOPTION; i++) {
        const struct option_row *row = &option_row[i];

        if ((strlen(row->name) == n && strncmp(row->name, word, n) == 0) ||
            (row->alias != NULL && strlen(row->alias) == n &&
             strncmp(row->alias, word, n) == 0))
            return row;
    }
    return NULL;
}

static enum gopark_rc
unknown(const char *word, struct gopark_err *err)
{
    const char *near = NULL;
    struct suggest s = { .word = word };

    for (int i = 0; i < NOPTION; i++)
        suggest_offer(&s, option_row[i].name);
    near = suggest_best(&s);
    return gopark_fail(err, GOPARK_EUSAGE,
                       "%s: there is no such option; %s%s%s", word,
                       near != NULL ? "did you mean " : "see gopark --help",
                       near != NULL ? near : "", near != NULL ? "?" : "");
}

/* Read the option in argv[*i], and its value if that is the next word. */
static enum gopark_rc
read_option(struct options *o, int argc, char **argv, int *i, uint64_t *seen,
            struct gopark_err *err)
{
    char buf[128];
    const char *value;
    const struct option_row *row = find_option(argv[*i], &value);

    if (row == NULL)
        return unknown(argv[*i], err);
    if (row->arg == NULL && value != NULL)
        return gopark_fail(err, GOPARK_EUSAGE, "%s: expected no value",
                           row->name);
    if (row->arg != NULL && value == NULL) {
        if (*i + 1 >= argc)
            return gopark_fail(err, GOPARK_EUSAGE, "%s: expected %s", row->name,
                               expected(row, buf, sizeof buf));
        value = argv[++*i];
    }
    if (!set(o, row, value))
        return gopark_fail(err, GOPARK_EUSAGE, "%s %s: expected %s", row->name,
                           value, expected(row, buf, sizeof buf));
    *seen |= (uint64_t)1 << (row - option_row);
    return GOPARK_OK;
}

static const struct shell_cmd *
find_cmd(const char *name)
{
    for (const struct shell_cmd *c = shell_cmds; c->name != NULL; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

/* The first word that is no option: a command, or the prompt's FILE. */
static void
take_word(struct options *o, const char *word)
{
    if (o->cmd == NULL) {
        const struct shell_cmd *c = word[0] ? find_cmd(word) : NULL;

        o->cmd = c != NULL ? c : find_cmd("");
        if (c != NULL)
            return;
    }
    o->arg[o->narg++] = word;
}

/* Does the command accept what was given? */
static enum gopark_rc
check_use(const struct options *o, uint64_t seen, struct gopark_err *err)
{
    const char *name = o->cmd->name[0] ? o->cmd->name : "prompt";

    if (o->help || o->version || o->man || o->reference)
        return GOPARK_OK;
    for (int i = 0; i < NOPTION; i++) {
        const char *only = option_row[i].only;

        if ((seen >> i & 1) && only != NULL && strstr(only, name) == NULL)
            return gopark_fail(err, GOPARK_EUSAGE,
                               "%s: %s%s does not take it (it belongs to %s)",
                               option_row[i].name,
                               o->cmd->name[0] ? "" : "the ", name, only);
    }
    if (o->narg < o->cmd->min_args)
        return gopark_fail(err, GOPARK_EUSAGE, "%s: expected %s", o->cmd->name,
                           o->cmd->args);
    if (o->cmd->max_args >= 0 && o->narg > o->cmd->max_args)
        return gopark_fail(
            err, GOPARK_EUSAGE, "%s: unexpected argument %s, expected %s",
            o->cmd->name, o->arg[o->cmd->max_args], o->cmd->args);
    return GOPARK_OK;
}

static void
defaults(struct options *o)
{
    const char *lang = getenv("LC_ALL");
    struct gopark_opts w;

    if (lang == NULL || *lang == '\0')
        lang = getenv("LC_MESSAGES");
    if (lang == NULL || *lang == '\0')
        lang = getenv("LANG");
    gopark_opts_init(&w);
    memset(o, 0, sizeof *o);
    o->seed = w.seed;
    o->procs = w.procs;
    o->mem = w.mem;
    o->preemptions = -1;
    o->leaks = LEAKS_DEFAULT;
    o->model = -1;
    o->jobs = 1;
    o->lang = lang != NULL && strncmp(lang, "zh", 2) == 0 ? LANG_ZH : LANG_EN;
}

enum gopark_rc
options_parse(struct options *o, int argc, char **argv, struct gopark_err *err)
{
    bool ended = false;
    uint64_t seen = 0;

    defaults(o);
    o->arg = text_alloc((size_t)argc * sizeof o->arg[0]);
    for (int i = 1; i < argc; i++) {
        bool mine =
            !ended && !(o->cmd != NULL && o->cmd->script_args && o->narg > 0);

        if (mine && strcmp(argv[i], "--") == 0)
            ended = true;
        else if (mine && argv[i][0] == '-' && argv[i][1] != '\0') {
            enum gopark_rc rc = read_option(o, argc, argv, &i, &seen, err);

            if (rc != GOPARK_OK)
                return rc;
        } else
            take_word(o, argv[i]);
    }
    if (o->cmd == NULL)
        o->cmd = find_cmd("");
    return check_use(o, seen, err);
}

void
options_free(struct options *o)
{
    free(o->arg);
    free(o->order);
    free(o->inject);
}

void
options_world(const struct options *o, struct gopark_opts *w)
{
    gopark_opts_init(w);
    w->seed = o->seed;
    w->procs = o->procs;
    w->mem = o->mem;
    w->max_steps = o->max_steps;
    w->max_time = o->max_time;
}

void
options_tell_seed(const struct options *o)
{
    if (o->seed_random)
        fprintf(stderr, "gopark: seed %" PRIu64 "\n", o->seed);
}

void
options_help(struct text *t)
{
    char left[80];

    text_puts(t, "gopark - a laboratory for Go's concurrency, scripted in "
                 "Lua\n\n");
    for (const struct shell_cmd *c = shell_cmds; c->name != NULL; c++) {
        snprintf(left, sizeof left, "gopark %s%s%s", c->name,
                 c->name[0] && c->args[0] ? " " : "", c->args);
        text_printf(t, "  %-38s %s\n", left, c->help);
    }
    text_puts(t, "\nOptions, before or after the command ('--' ends them):\n");
    for (int i = 0; i < NOPTION; i++) {
        const struct option_row *row = &option_row[i];

        snprintf(left, sizeof left, "%s%s%s", row->name, row->arg ? " " : "",
                 row->arg ? row->arg : "");
        text_printf(t, "  %-32s %s%s%s%s\n", left, row->help,
                    row->only ? " [" : "", row->only ? row->only : "",
                    row->only ? "]" : "");
    }
    text_puts(t, "\nExit status: 0 the program ended well; 1 usage, missing "
                 "file, a script that does\nnot compile; 2 panic, deadlock, "
                 "fatal error; 3 a check found something; 4 a limit;\n130 "
                 "interrupted; os.exit(n): n.\n");
}
