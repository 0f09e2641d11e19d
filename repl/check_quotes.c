/*
 * check_quotes.c - what a lesson's text quotes is what stands there.
 *
 * A fenced block that names a program is held against the program's lines,
 * what it prints, or what is reported about it: its leaks, and what a search
 * through all its schedules found. One may also be what the prompt answers.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "options.h"
#include "pack_check.h"
#include "pack_read.h"
#include "repl.h"
#include "trial.h"

enum { MOST_STEPS = 1000000, MOST_EXECUTIONS = 20000 };

/* Do the lines of code stand in text, next to each other, indentation
 * aside? */
static const char *
skip_blanks(const char *s)
{
    return s + strspn(s, " \t");
}

static bool
same_lines(const char *text, const char *code)
{
    while (*code != '\0') {
        size_t n, m;

        code = skip_blanks(code);
        text = skip_blanks(text);
        n = strcspn(code, "\n");
        m = strcspn(text, "\n");
        if (n != m || memcmp(code, text, n) != 0)
            return false;
        code += n + (code[n] == '\n');
        text += m + (text[m] == '\n');
    }
    return true;
}

static bool
stands_in(const char *text, const char *code)
{
    for (const char *p = text; *p != '\0';) {
        if (same_lines(p, code))
            return true;
        p += strcspn(p, "\n");
        p += *p == '\n';
    }
    return false;
}

/* "--procs 1" out of the rest of an info string. */
static unsigned long long
option(const char *rest, const char *name, unsigned long long absent)
{
    const char *at = strstr(rest, name);

    return at != NULL ? strtoull(at + strlen(name), NULL, 10) : absent;
}

static void
drop(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    (void)ctx, (void)fd, (void)s, (void)n, (void)at;
}

static void
check_output(struct checking *k, const char *path, const char *rest,
             const char *text, const char *code)
{
    const char *slash = strrchr(path, '/');
    struct gopark_err err;
    struct trial_opts o = {
        .name = slash != NULL ? slash + 1 : path,
        .text = text,
        .len = strlen(text),
        .seed = option(rest, "--seed", 1),
        .procs = (int)option(rest, "--procs", 4),
    };
    struct trial t;

    if (trial_run(&t, &o, &err) != GOPARK_OK)
        check_problem(k, "%s: %s", path, err.text);
    else if (strcmp(t.out.s != NULL ? t.out.s : "", code) != 0)
        check_problem(k, "%s%s prints something else:\n%s", path, rest,
                      t.out.s != NULL ? t.out.s : "");
    trial_done(&t);
}

/* Each line is a command of the prompt; the prompt itself may stand before
 * it. */
static void
check_commands(struct checking *k, const char *code)
{
    for (const char *s = code; *s != '\0';) {
        size_t n = strcspn(s, "\n");
        char line[128], word[32] = "";
        const char *p = line;
        int nmatch;

        snprintf(line, sizeof line, "%.*s", (int)n, s);
        if (*p == '(' && strchr(p, ')') != NULL)
            p = strchr(p, ')') + 1;
        if (sscanf(p, "%31s", word) == 1 &&
            repl_cmd_find(word, &nmatch) == NULL)
            check_problem(k, "%s is no command of the prompt", word);
        s += n + (s[n] == '\n');
    }
}

/* The same words in the same order? How far they are indented is Markdown's. */
static bool
same_words(const char *a, const char *b)
{
    for (;;) {
        size_t n, m;

        a += strspn(a, " \t\n");
        b += strspn(b, " \t\n");
        n = strcspn(a, " \t\n");
        m = strcspn(b, " \t\n");
        if (n != m || memcmp(a, b, n) != 0)
            return false;
        if (n == 0)
            return true;
        a += n;
        b += m;
    }
}

static enum gopark_rc
open_quoted(struct world **w, const char *path, const char *text,
            struct gopark_err *err)
{
    const char *slash = strrchr(path, '/');
    struct gopark_opts o;

    gopark_opts_init(&o);
    o.name = slash != NULL ? slash + 1 : path;
    o.text = text;
    o.textlen = strlen(text);
    o.write = drop;
    return world_open(w, &o, err);
}

/* The leak report of `gopark run`, in the text's language. */
static void
check_report(struct checking *k, enum gopark_lang lang, const char *path,
             const char *text, const char *code)
{
    struct gopark_leaks how = { .lang = lang };
    struct gopark_err err;
    struct world *w = NULL;
    bool leaked;
    char *report;

    if (open_quoted(&w, path, text, &err) != GOPARK_OK ||
        world_run(w, MOST_STEPS, &err) != GOPARK_OK) {
        check_problem(k, "%s: %s", path, err.text);
    } else {
        report = world_leak_report(w, &how, &leaked);
        if (!same_words(report, code))
            check_problem(k, "the report on %s says something else:\n%s", path,
                          report);
        free(report);
    }
    world_close(w);
}

/* Lines of what `gopark check` reports, in the text's language. */
static void
check_search(struct checking *k, enum gopark_lang lang, const char *path,
             const char *text, const char *code)
{
    struct explore_result *found = NULL;
    struct explore_opts x;
    struct gopark_err err;
    struct world *w = NULL;
    char *report;

    explore_opts_init(&x);
    x.lang = lang;
    x.schedules = MOST_EXECUTIONS;
    if (open_quoted(&w, path, text, &err) != GOPARK_OK ||
        explore_run(w, &x, &found, &err) != GOPARK_OK) {
        check_problem(k, "%s: %s", path, err.text);
    } else {
        report = explore_report(found, lang);
        if (!stands_in(report, code))
            check_problem(k, "the search of %s reports something else:\n%s",
                          path, report);
        free(report);
        k->c->executions += found->executions;
    }
    explore_free(found);
    world_close(w);
}

static void
on_said(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    (void)to;
    text_add(ctx, s, n);
}

/* Lines of what the prompt answers to a command, with no program there, in
 * the text's language. */
static void
check_reply(struct checking *k, enum gopark_lang lang, const char *command,
            const char *code)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct text said = { 0 };
    struct options o;
    struct gopark_err err;
    struct repl *r;

    if (options_parse(&o, 1, argv, &err) != GOPARK_OK)
        return;
    o.lang = lang == GOPARK_ZH ? LANG_ZH : LANG_EN;
    r = repl_new(&o, on_said, &said);
    repl_eval(r, command);
    if (said.s == NULL || !stands_in(said.s, code))
        check_problem(k, "the prompt answers something else to %s:\n%s",
                      command, said.s != NULL ? said.s : "");
    repl_free(r);
    options_free(&o);
    text_done(&said);
}

/* What kind of quotation word introduces; 0: none. */
static char
kind_of(const char *word)
{
    static const char *const words[] = { "lua", "output", "report", "check" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0)
            return *word;
    return '\0';
}

/* "lua demos/ring.lua", "output demos/ring.lua --procs 1". */
static void
check_named(struct checking *k, enum gopark_lang lang, const char *info,
            const char *code)
{
    char word[16] = "", file[256] = "", *path, *text, kind;
    int end = 0;
    size_t len;

    if (sscanf(info, "%15s %255s%n", word, file, &end) < 2 ||
        (kind = kind_of(word)) == '\0')
        return;
    path = pack_path("%s/%s", k->s->dir, file);
    text = host_read(path, &len, NULL);
    if (text == NULL)
        check_problem(k, "%s is quoted and cannot be read", file);
    else if (kind == 'r')
        check_report(k, lang, file, text, code);
    else if (kind == 'c')
        check_search(k, lang, file, text, code);
    else if (kind == 'o')
        check_output(k, file, info + end, text, code);
    else if (!stands_in(text, code))
        check_problem(k, "these lines do not stand in %s:\n%s", file, code);
    free(text);
    free(path);
}

void
check_quote(struct checking *k, enum gopark_lang lang, const char *info,
            const char *code)
{
    k->near = code;
    if (strncmp(info, "gopark", 6) == 0)
        check_commands(k, code);
    k->near = info;
    if (strncmp(info, "answer ", 7) == 0)
        check_reply(k, lang, info + 7, code);
    else
        check_named(k, lang, info, code);
    k->near = NULL;
}
