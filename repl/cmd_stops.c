/*
 * cmd_stops.c - breakpoints, watches, displays: set, listed, removed.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "families.h"
#include "report.h"
#include "rows.h"
#include "suggest.h"
#include "syntax.h"
#include "units.h"

/* The events of `break on`, as the prompt spells them. */
#define STOP_EVENTS                                                            \
    "go|exit|block|wake|send|recv|close|select|lock|unlock|steal|handoff|"     \
    "preempt|syscall|timer|gc|panic|deadlock|leak|print"

static struct stop *
add_stop(struct repl *r, const struct stop *b)
{
    struct stops *s = &r->stops;
    struct stop *new;

    s->at = text_grow(s->at, (size_t)(s->n + 1) * sizeof s->at[0]);
    new = &s->at[s->n++];
    *new = *b;
    new->number = ++s->made;
    return new;
}

static void
confirm(struct repl *r, const struct stop *b)
{
    struct text t = { 0 };

    stops_describe(b, &t);
    if (r->json)
        repl_json(r, json_pack("{s:i, s:s}", "number", b->number, "stop", t.s));
    else
        repl_printf(r, "%s %d: %s\n",
                    b->once                 ? "temporary breakpoint"
                    : b->kind == STOP_WATCH ? "watch"
                                            : "breakpoint",
                    b->number, t.s);
    text_done(&t);
}

/* Does the expression compile? */
static bool
check_expr(struct repl *r, const char *expr)
{
    char msg[200] = "";

    if (syntax_check(expr, msg, sizeof msg) == SYNTAX_EXPRESSION)
        return true;
    return repl_fail(r, "%s: expected a Lua expression%s%s", expr,
                     msg[0] ? ": " : "", msg);
}

/* Cut " if EXPR" off text; expr is the caller's to free, NULL none. */
static bool
cut_condition(struct repl *r, char *text, char **expr)
{
    char *at = strncmp(text, "if ", 3) == 0 ? text : strstr(text, " if ");

    *expr = NULL;
    if (at == NULL)
        return true;
    *expr = text_dup(at + (at == text ? 3 : 4));
    *at = '\0';
    if (check_expr(r, *expr))
        return true;
    free(*expr);
    *expr = NULL;
    return false;
}

static bool
is_event(const char *name, const char **near)
{
    char word[32];
    const char *s = STOP_EVENTS;
    struct suggest best = { .word = name };
    static char found[32];

    for (;;) {
        size_t n = strcspn(s, "|");

        snprintf(word, sizeof word, "%.*s", (int)n, s);
        if (strcmp(word, name) == 0)
            return true;
        best.best = NULL;
        suggest_offer(&best, word);
        if (suggest_best(&best) != NULL)
            snprintf(found, sizeof found, "%s", word);
        if (s[n] == '\0')
            break;
        s += n + 1;
    }
    *near = found[0] ? found : NULL;
    return false;
}

/* "on EVENT [OBJECT]": the words behind on. */
static bool
parse_event(struct repl *r, const char *rest, struct stop *b)
{
    const char *near = NULL;

    b->kind = STOP_EVENT;
    b->name = arg_word(&rest);
    b->object = arg_word(&rest);
    if (b->name == NULL)
        return repl_fail(r, "break on: expected an event: %s", STOP_EVENTS);
    if (!is_event(b->name, &near))
        return repl_fail(r,
                         "break on %s: no such event%s%s%s; expected one "
                         "of %s",
                         b->name, near ? "; did you mean " : "",
                         near ? near : "", near ? "?" : "", STOP_EVENTS);
    if (b->object != NULL && b->object[0] == 'g' &&
        isdigit((unsigned char)b->object[1]))
        b->object[0] = 'G';
    return true;
}

static bool
check_line(struct repl *r, const struct stop *b)
{
    size_t len;

    if (world_source(r->w, b->file, &len) == NULL)
        return repl_fail(r,
                         "%s is no file of this program; its main file is "
                         "%s",
                         b->file, r->script.name);
    if (report_line(r, b->file, b->line, &len) == NULL)
        return repl_fail(r, "%s has no line %d", b->file, b->line);
    return true;
}

/* worker, pool.worker, pool:worker: can a function be called so? */
static bool
is_function_name(const char *s)
{
    if (!isalpha((unsigned char)*s) && *s != '_')
        return false;
    while (isalnum((unsigned char)*s) || *s == '_' || *s == '.' || *s == ':')
        s++;
    return *s == '\0';
}

/* Is what stands before the colon a file of the program? */
static bool
names_file(struct repl *r, const char *text, const char *colon)
{
    char *file = text_dup(text);
    size_t len;
    bool known;

    file[colon - text] = '\0';
    known = world_source(r->w, file, &len) != NULL;
    free(file);
    return known;
}

/* FILE:LINE, LINE, or a function's name. */
static bool
parse_place(struct repl *r, const char *text, struct stop *b)
{
    const char *colon = strrchr(text, ':');
    const char *number = colon != NULL ? colon + 1 : text;
    uint64_t line;

    if (units_number(number, &line)) {
        b->kind = STOP_LINE;
        b->line = (int)line;
        b->file = text_dup(colon != NULL ? text : r->script.name);
        if (colon != NULL)
            b->file[colon - text] = '\0';
        return check_line(r, b);
    }
    if (colon != NULL &&
        (!isalpha((unsigned char)colon[1]) || names_file(r, text, colon)))
        return repl_fail(r, "%s: expected FILE:LINE", text);
    if (!is_function_name(text))
        return repl_fail(r,
                         "%s: expected FILE:LINE, a line, or a function's name",
                         text);
    b->kind = STOP_FUNCTION;
    b->name = text_dup(text);
    return true;
}

static void
trim(char *s)
{
    size_t n = strlen(s);

    while (n > 0 && isspace((unsigned char)s[n - 1]))
        s[--n] = '\0';
}

static bool
cmd_break(struct repl *r, int argc, char **argv)
{
    struct stop b = { .once = argv[0][0] == 't' };
    bool ok;

    (void)argc;
    if (!cut_condition(r, argv[1], &b.expr))
        return false;
    trim(argv[1]);
    if (strncmp(argv[1], "on ", 3) == 0 || strcmp(argv[1], "on") == 0)
        ok = parse_event(r, argv[1] + 2, &b);
    else
        ok = parse_place(r, argv[1], &b);
    if (ok)
        confirm(r, add_stop(r, &b));
    else {
        free(b.file);
        free(b.name);
        free(b.object);
        free(b.expr);
    }
    return ok;
}

static bool
cmd_watch(struct repl *r, int argc, char **argv)
{
    struct stop b = { .kind = STOP_WATCH };
    struct stop *added;

    (void)argc;
    if (!check_expr(r, argv[1]))
        return false;
    b.expr = text_dup(argv[1]);
    added = add_stop(r, &b);
    stops_watch(r, NULL);
    if (r->json)
        confirm(r, added);
    else
        repl_printf(r, "watch %d: %s = %s\n", added->number, added->expr,
                    added->value);
    return true;
}

static bool
cmd_display(struct repl *r, int argc, char **argv)
{
    struct stops *s = &r->stops;

    if (argc < 2) {
        for (int i = 0; i < s->ndisplay; i++)
            repl_printf(r, "display %d: %s\n", i + 1, s->display[i]);
        if (s->ndisplay == 0)
            repl_puts(r, "no displays; 'display EXPR' adds one\n");
        return true;
    }
    if (!check_expr(r, argv[1]))
        return false;
    s->display =
        text_grow(s->display, (size_t)(s->ndisplay + 1) * sizeof s->display[0]);
    s->display[s->ndisplay++] = text_dup(argv[1]);
    repl_printf(r, "display %d: %s\n", s->ndisplay, argv[1]);
    return true;
}

static struct stop *
numbered(struct repl *r, const char *arg)
{
    struct stop *b;
    uint64_t n;

    if (!arg_number(r, arg, "a breakpoint's number", &n))
        return NULL;
    b = stops_find(&r->stops, (int)n);
    if (b == NULL)
        repl_fail(r,
                  "there is no breakpoint %" PRIu64 "; 'breakpoints' "
                  "lists them",
                  n);
    return b;
}

static bool
delete_display(struct repl *r, const char *arg)
{
    struct stops *s = &r->stops;
    uint64_t n;

    if (!arg_number(r, arg, "a display's number", &n))
        return false;
    if (n < 1 || n > (uint64_t)s->ndisplay)
        return repl_fail(r,
                         "there is no display %" PRIu64 "; 'display' "
                         "lists them",
                         n);
    free(s->display[n - 1]);
    memmove(s->display + n - 1, s->display + n,
            (size_t)(s->ndisplay - (int)n) * sizeof s->display[0]);
    s->ndisplay--;
    return true;
}

static bool
cmd_delete(struct repl *r, int argc, char **argv)
{
    struct stop *b;

    if (argc == 1) {
        stops_clear(&r->stops);
        repl_puts(r, "all breakpoints, watches and displays are gone\n");
        return true;
    }
    if (argc == 3 && strcmp(argv[1], "display") == 0)
        return delete_display(r, argv[2]);
    if (argc != 2)
        return repl_fail(r, "usage: delete [N | display N]");
    b = numbered(r, argv[1]);
    if (b == NULL)
        return false;
    stops_delete(&r->stops, b->number);
    return true;
}

static bool
cmd_enable(struct repl *r, int argc, char **argv)
{
    struct stop *b = numbered(r, argv[1]);

    (void)argc;
    if (b == NULL)
        return false;
    b->disabled = argv[0][0] == 'd';
    return true;
}

static bool
cmd_breakpoints(struct repl *r, int argc, char **argv)
{
    struct rows t;

    (void)argc;
    (void)argv;
    rows_begin(&t, r);
    for (int i = 0; i < r->stops.n; i++) {
        const struct stop *b = &r->stops.at[i];
        struct text what = { 0 };

        stops_describe(b, &what);
        rows_next(&t);
        rows_int(&t, "number", b->number);
        rows_text(&t, "%d", b->number);
        rows_both(&t, "stop", what.s);
        rows_int(&t, "hits", (int64_t)b->hits);
        rows_text(&t, "%" PRIu64 " hit%s%s%s", b->hits, b->hits == 1 ? "" : "s",
                  b->once ? ", temporary" : "",
                  b->disabled ? ", disabled" : "");
        rows_bool(&t, "enabled", !b->disabled);
        rows_bool(&t, "temporary", b->once);
        text_done(&what);
    }
    rows_end(&t, "no breakpoints; 'break FILE:LINE' sets one");
    return true;
}

const struct repl_cmd cmd_stops[] = {
    { .name = "break",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_RAW,
      .usage = "FILE:LINE | FUNCTION | on EVENT [OBJECT], each [if EXPR]",
      .help = "stop there whenever a run comes by",
      .more = "break pool.lua:13        before that line\n"
              "break worker             when the function begins\n"
              "break on send jobs       after a send to jobs\n"
              "break on block G3        when G3 parks\n"
              "break 13 if i == 2       only if the expression is true\n"
              "events: go exit block wake send recv close select lock unlock\n"
              "        steal handoff preempt syscall timer gc panic deadlock\n"
              "        leak print\n"
              "leak, and deadlock of some only, are looked for after a step in "
              "which somebody\nblocks or ends, at most every N steps with 'set "
              "leakcheck N'.\n",
      .group = GROUP_STOPS,
      .arg = ARG_BREAK,
      .words = "on|" STOP_EVENTS,
      .exec = cmd_break },
    { .name = "tbreak",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_RAW,
      .usage = "FILE:LINE | FUNCTION | on EVENT [OBJECT], each [if EXPR]",
      .help = "the same, once",
      .group = GROUP_STOPS,
      .arg = ARG_BREAK,
      .words = "on|" STOP_EVENTS,
      .exec = cmd_break },
    { .name = "watch",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_RAW,
      .usage = "EXPR",
      .help = "stop when the value of EXPR changes",
      .group = GROUP_STOPS,
      .arg = ARG_LUA,
      .exec = cmd_watch },
    { .name = "display",
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_RAW,
      .usage = "[EXPR]",
      .help = "show EXPR at every stop",
      .group = GROUP_STOPS,
      .arg = ARG_LUA,
      .exec = cmd_display },
    { .name = "delete",
      .max_args = 2,
      .usage = "[N | display N]",
      .help = "remove a breakpoint, or all",
      .group = GROUP_STOPS,
      .arg = ARG_WORDS,
      .words = "display",
      .exec = cmd_delete },
    { .name = "disable",
      .min_args = 1,
      .max_args = 1,
      .usage = "N",
      .help = "keep a breakpoint, without effect",
      .group = GROUP_STOPS,
      .exec = cmd_enable },
    { .name = "enable",
      .min_args = 1,
      .max_args = 1,
      .usage = "N",
      .help = "give it its effect back",
      .group = GROUP_STOPS,
      .exec = cmd_enable },
    { .name = "breakpoints",
      .alias = "bp",
      .usage = "",
      .help = "list breakpoints and watches",
      .group = GROUP_STOPS,
      .exec = cmd_breakpoints },
    { .name = NULL },
};
