/*
 * check_texts.c - what a lesson's text refers to, and what it quotes.
 *
 * A link must lead somewhere, every demo and exercise must be mentioned, and
 * a quotation must be what stands in the file or what the program prints.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "glossary.h"
#include "host.h"
#include "markdown.h"
#include "options.h"
#include "pack_check.h"
#include "pack_read.h"
#include "repl.h"
#include "trial.h"

enum { MOST_SEEN = 256, MOST_STEPS = 1000000 };

struct reading {
    struct checking *k;
    int lang;
    const char *seen[MOST_SEEN]; /* names that were mentioned */
    int nseen;
    char *kept[MOST_SEEN];
};

/* --- links --------------------------------------------------------------- */

static bool
is_native(const struct section *s, const char *name)
{
    for (int i = 0; i < s->nnative; i++)
        if (strcmp(s->native[i], name) == 0)
            return true;
    return false;
}

static void
link_seen(void *ctx, const char *href)
{
    struct reading *r = ctx;
    const char *colon = strchr(href, ':'), *name;
    bool there;

    if (colon == NULL || strncmp(href, "http", 4) == 0)
        return;
    name = colon + 1;
    if (strncmp(href, "demo:", 5) == 0)
        there = section_demo(r->k->s, name) != NULL;
    else if (strncmp(href, "exercise:", 9) == 0)
        there = section_exercise(r->k->s, name) != NULL;
    else if (strncmp(href, "lesson:", 7) == 0)
        there = pack_section(r->k->p, name) != NULL;
    else if (strncmp(href, "native:", 7) == 0)
        there = is_native(r->k->s, name);
    else
        there = strncmp(href, "term:", 5) == 0 && glossary_find(name) != NULL;
    r->k->near = href;
    if (!there)
        check_problem(r->k, "the link %s leads nowhere", href);
    r->k->near = NULL;
    if (r->nseen < MOST_SEEN)
        r->kept[r->nseen++] = text_dup(name);
}

static bool
was_seen(const struct reading *r, const char *name)
{
    for (int i = 0; i < r->nseen; i++)
        if (strcmp(r->kept[i], name) == 0)
            return true;
    return false;
}

static void
check_mentions(struct reading *r)
{
    const struct section *s = r->k->s;

    for (int i = 0; i < s->ndemo; i++)
        if (!was_seen(r, s->demo[i].name))
            check_problem(r->k, "the demo %s is not mentioned",
                          s->demo[i].name);
    for (int i = 0; i < s->nexercise; i++)
        if (!was_seen(r, s->exercise[i].name))
            check_problem(r->k, "the exercise %s is not mentioned",
                          s->exercise[i].name);
    for (int i = 0; i < s->nnative; i++)
        if (!was_seen(r, s->native[i]))
            check_problem(r->k, "the program %s is not mentioned",
                          s->native[i]);
}

/* --- quotations ---------------------------------------------------------- */

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

/* The leak report of `gopark run`, in the text's language. */
static void
check_report(struct reading *r, const char *path, const char *text,
             const char *code)
{
    const char *slash = strrchr(path, '/');
    struct gopark_leaks how = { .lang = r->lang == LANG_ZH ? GOPARK_ZH
                                                           : GOPARK_EN };
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w = NULL;
    bool leaked;
    char *report;

    gopark_opts_init(&o);
    o.name = slash != NULL ? slash + 1 : path;
    o.text = text;
    o.textlen = strlen(text);
    o.write = drop;
    if (world_open(&w, &o, &err) != GOPARK_OK ||
        world_run(w, MOST_STEPS, &err) != GOPARK_OK) {
        check_problem(r->k, "%s: %s", path, err.text);
    } else {
        report = world_leak_report(w, &how, &leaked);
        if (!same_words(report, code))
            check_problem(r->k, "the report on %s says something else:\n%s",
                          path, report);
        free(report);
    }
    world_close(w);
}

/* "lua demos/ring.lua", "output demos/ring.lua --procs 1". */
static void
fence_seen(void *ctx, const char *info, const char *code)
{
    struct reading *r = ctx;
    char word[16], file[256], *path, *text;
    int end = 0;
    size_t len;

    r->k->near = code;
    if (strncmp(info, "gopark", 6) == 0)
        check_commands(r->k, code);
    r->k->near = info;
    if (sscanf(info, "%15s %255s%n", word, file, &end) < 2 ||
        (strcmp(word, "lua") != 0 && strcmp(word, "output") != 0 &&
         strcmp(word, "report") != 0)) {
        r->k->near = NULL;
        return;
    }
    path = pack_path("%s/%s", r->k->s->dir, file);
    text = host_read(path, &len, NULL);
    if (text == NULL)
        check_problem(r->k, "%s is quoted and cannot be read", file);
    else if (*word == 'r')
        check_report(r, file, text, code);
    else if (*word == 'o')
        check_output(r->k, file, info + end, text, code);
    else if (!stands_in(text, code))
        check_problem(r->k, "these lines do not stand in %s:\n%s", file, code);
    r->k->near = NULL;
    free(text);
    free(path);
}

void
check_texts(struct checking *k)
{
    for (int lang = 0; lang < 2; lang++) {
        struct reading r = { .k = k, .lang = lang };
        struct markdown_scan scan = { link_seen, fence_seen, &r };
        char *file = pack_path("%s/%s.md", k->s->dir, lang == 0 ? "en" : "zh");

        if (k->s->text[lang] != NULL) {
            k->file = file;
            markdown_scan(k->s->text[lang], &scan);
            check_mentions(&r);
        }
        for (int i = 0; i < r.nseen; i++)
            free(r.kept[i]);
        free(file);
    }
}
