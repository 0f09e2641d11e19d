/*
 * dispatch.c - which command a line is, or whether it is Lua.
 *
 * A line is a command if its first word is one, or the beginning of exactly
 * one, and what follows does not make it Lua; everything else is Lua and runs
 * as a new goroutine. Lua's keywords are never taken for the beginning of a
 * command (`local x = 1` is not `locals`).
 */
#include "dispatch.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "suggest.h"
#include "syntax.h"

enum { WORDS_MOST = 64 };

/* --- commands ---------------------------------------------------------- */

static bool
is_keyword(const char *word)
{
    static const char *const keyword[] = {
        "and",      "break",  "do",   "else", "elseif", "end",   "false", "for",
        "function", "goto",   "if",   "in",   "local",  "nil",   "not",   "or",
        "repeat",   "return", "then", "true", "until",  "while",
    };

    for (size_t i = 0; i < sizeof keyword / sizeof keyword[0]; i++)
        if (strcmp(word, keyword[i]) == 0)
            return true;
    return false;
}

/* Does what follows a word say that the line is Lua? */
static bool
looks_like_lua(const char *rest)
{
    if (*rest == '(' || *rest == '.' || *rest == ':' || *rest == '[')
        return true;
    while (*rest == ' ' || *rest == '\t')
        rest++;
    return rest[0] == '=' && rest[1] != '=';
}

/* The length of the word that line begins with: a name, or "?". */
static size_t
word_length(const char *line)
{
    size_t n = 0;

    if (*line == '?')
        return 1;
    while (isalnum((unsigned char)line[n]) || line[n] == '_')
        n++;
    return n;
}

static bool
usage(struct repl *r, const struct repl_cmd *c)
{
    return repl_fail(r, "usage: %s%s%s; see 'help %s'", c->name,
                     c->usage[0] ? " " : "", c->usage, c->name);
}

/* Cut --json out of the words. */
static void
take_json(struct repl *r, int *argc, char **argv)
{
    for (int i = 1; i < *argc; i++) {
        if (strcmp(argv[i], "--json") == 0) {
            r->json = true;
            free(argv[i]);
            memmove(argv + i, argv + i + 1,
                    (size_t)(*argc - i) * sizeof argv[0]);
            --*argc;
            i--;
        }
    }
}

/* The length of rest without blanks, and without a --json, at its end: in Lua
 * that is a comment. */
static size_t
raw_length(struct repl *r, const char *rest)
{
    size_t n = strlen(rest);

    while (n > 0 && isspace((unsigned char)rest[n - 1]))
        n--;
    if (n < 7 || strncmp(rest + n - 7, " --json", 7) != 0)
        return n;
    r->json = true;
    for (n -= 7; n > 0 && isspace((unsigned char)rest[n - 1]);)
        n--;
    return n;
}

static int
split_raw(struct repl *r, const char *rest, char **argv)
{
    size_t n;

    while (isspace((unsigned char)*rest))
        rest++;
    if (strncmp(rest, "--json", 6) == 0 &&
        (rest[6] == ' ' || rest[6] == '\0')) {
        r->json = true;
        rest += 6;
        while (isspace((unsigned char)*rest))
            rest++;
    }
    n = raw_length(r, rest);
    if (n == 0)
        return 1;
    argv[1] = text_dup(rest);
    argv[1][n] = '\0';
    return 2;
}

static int
split(struct repl *r, const struct repl_cmd *c, const char *rest, char **argv)
{
    int argc = 1;

    argv[0] = text_dup(c->name);
    if (c->flags & CMD_RAW)
        return split_raw(r, rest, argv);
    while (argc < WORDS_MOST && (argv[argc] = arg_word(&rest)) != NULL)
        argc++;
    take_json(r, &argc, argv);
    return argc;
}

static bool
run_command(struct repl *r, const struct repl_cmd *c, const char *rest)
{
    char *argv[WORDS_MOST + 1] = { NULL };
    int argc = split(r, c, rest, argv);
    bool ok;

    if (argc - 1 < c->min_args || (c->max_args >= 0 && argc - 1 > c->max_args))
        ok = usage(r, c);
    else if ((c->flags & CMD_NEEDS) && r->s == NULL)
        ok = repl_fail(r, "%s: no program is loaded; 'load FILE' loads one",
                       c->name);
    else {
        if ((c->flags & CMD_MOVES) && r->s != NULL)
            session_mark(r->s);
        ok = c->exec(r, argc, argv);
        if (c->flags & CMD_MOVES)
            r->version++;
    }
    for (int i = 0; i < argc; i++)
        free(argv[i]);
    return ok;
}

/* --- lines ------------------------------------------------------------- */

static enum repl_result
ambiguous(struct repl *r, const char *word)
{
    struct text t = { 0 };

    repl_cmd_list(word, &t);
    repl_fail(r, "%s is ambiguous: could be %s", word, t.s);
    text_done(&t);
    return REPL_FAILED;
}

/* Lua that does not compile may be a command with a slip in it. */
static const char *
nearest_command(const char *word)
{
    struct suggest s = { .word = word };
    const struct repl_cmd *c;

    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++)
        suggest_offer(&s, c->name);
    return suggest_best(&s);
}

static bool
is_one_word_call(const char *rest)
{
    while (*rest == ' ')
        rest++;
    return *rest == '\0' || isalnum((unsigned char)*rest) || *rest == '-';
}

/* A word alone that names nothing: nobody wants to see that it is nil. */
static bool
names_nothing(struct repl *r, const char *word, const char *rest)
{
    struct gopark_err err;
    char *out = NULL;
    bool nothing;

    while (*rest == ' ')
        rest++;
    if (*rest != '\0')
        return false;
    nothing = world_eval(r->w, 0, 0, word, &out, NULL, &err) == GOPARK_OK &&
              strcmp(out, "nil") == 0;
    free(out);
    return nothing;
}

static enum repl_result
eval_lua(struct repl *r, const char *line, const char *word, const char *rest)
{
    const char *near = word[0] && r->lua.len == 0 && is_one_word_call(rest)
                           ? nearest_command(word)
                           : NULL;

    if (r->s == NULL) {
        if (near != NULL)
            repl_fail(r, "%s: no such command; did you mean %s?", word, near);
        else
            repl_fail(r,
                      "%s: no such command, and no program is loaded to "
                      "run Lua in; 'help' lists the commands",
                      word[0] ? word : line);
        return REPL_FAILED;
    }
    if (near != NULL && (names_nothing(r, word, rest) ||
                         syntax_check(line, NULL, 0) == SYNTAX_WRONG)) {
        repl_fail(r, "%s: no such command; did you mean %s?", word, near);
        return REPL_FAILED;
    }
    return repl_lua(r, line);
}

/* Remember a command that an empty line repeats; other ones end that. */
static void
remember(struct repl *r, const struct repl_cmd *c, const char *line)
{
    if (r->again == line)
        return;
    free(r->again);
    r->again = c->flags & CMD_REPEATS ? text_dup(line) : NULL;
}

enum repl_result
dispatch(struct repl *r, const char *line)
{
    size_t n = word_length(line);
    const char *rest = line + n;
    const struct repl_cmd *c;
    char word[64];
    int nmatch = 0;

    snprintf(word, sizeof word, "%.*s", (int)n, line);
    c = n > 0 && n < sizeof word && !looks_like_lua(rest)
            ? repl_cmd_find(word, &nmatch)
            : NULL;
    if (c != NULL && strcmp(c->name, word) != 0 && is_keyword(word))
        c = NULL;
    if (c != NULL) {
        remember(r, c, line);
        return run_command(r, c, rest) ? REPL_OK : REPL_FAILED;
    }
    if (nmatch > 1 && !is_keyword(word))
        return ambiguous(r, word);
    return eval_lua(r, line, word, rest);
}
