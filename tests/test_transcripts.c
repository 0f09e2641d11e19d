/*
 * test_transcripts.c - sessions of the prompt, compared byte for byte.
 *
 * A transcript begins with `# PROGRAM [ARG ...]`. A line that begins with a
 * prompt is typed; what follows, up to the next prompt, is what must come
 * back. GOLDEN_UPDATE=1 writes what does come back in place of it.
 *
 * usage: test_transcripts FILE ...
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "repl.h"

const struct shell_cmd shell_cmds[] = {
    { "", "", "", 0, -1, false, NULL },
    { .name = NULL },
};

static void
collect(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    (void)to;
    text_add(ctx, s, n);
}

/* What is typed in a line of a transcript; NULL: the line is an answer. */
static const char *
typed(const char *line)
{
    const char *end;

    if (strncmp(line, "> ", 2) == 0)
        return line + 2;
    if (strncmp(line, "(gopark", 7) != 0)
        return NULL;
    end = strchr(line, ')');
    return end != NULL && end[1] == ' ' ? end + 2 : NULL;
}

/* The program of `# pool.lua a b`, and its arguments. */
static void
load(struct repl *r, char *line, struct text *out)
{
    const char *arg[16];
    const char *rest = line + 1;
    char *word[16];
    int n = 0;

    while (n < 16 && (word[n] = arg_word(&rest)) != NULL) {
        arg[n] = word[n];
        n++;
    }
    if (n > 0)
        repl_load(r, arg[0], arg + 1, n - 1);
    text_clear(out);
    for (int i = 0; i < n; i++)
        free(word[i]);
}

/* Type what was typed; all that is said goes into out. */
static void
play(char *text, struct text *out)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct options o;
    struct gopark_err err;
    struct repl *r;
    char prompt[64];

    options_parse(&o, 1, argv, &err);
    r = repl_new(&o, collect, out);
    for (char *line = strtok(text, "\n"); line != NULL;
         line = strtok(NULL, "\n")) {
        const char *s = typed(line);

        if (line == text && line[0] == '#') {
            load(r, line, out);
            text_printf(out, "%s\n", line);
        } else if (s != NULL) {
            text_printf(out, "%s%s\n", repl_prompt(r, prompt, sizeof prompt),
                        s);
            repl_eval(r, s);
        }
    }
    repl_free(r);
    options_free(&o);
}

static void
show_difference(const char *path, const char *want, const char *got)
{
    int line = 1;
    size_t at = 0;

    for (size_t i = 0; want[i] != '\0' && want[i] == got[i]; i++) {
        if (want[i] == '\n') {
            line++;
            at = i + 1;
        }
    }
    printf("%s:%d: expected\n  %.*s\ngot\n  %.*s\n", path, line,
           (int)strcspn(want + at, "\n"), want + at,
           (int)strcspn(got + at, "\n"), got + at);
}

static bool
check(const char *path)
{
    struct text got = { 0 };
    struct gopark_err err;
    size_t len;
    char *want = host_read(path, &len, &err), *copy;
    bool same;

    if (want == NULL) {
        printf("%s\n", err.text);
        return false;
    }
    copy = text_dup(want);
    text_add(&got, "", 0);
    play(copy, &got);
    same = strcmp(want, got.s) == 0;
    if (!same && getenv("GOLDEN_UPDATE") != NULL) {
        same = host_write(path, got.s, got.len, &err) == GOPARK_OK;
        printf("%s: rewritten\n", path);
    } else if (!same)
        show_difference(path, want, got.s);
    free(want);
    free(copy);
    text_done(&got);
    return same;
}

int
main(int argc, char **argv)
{
    int failed = 0;
    char *slash;

    for (int i = 1; i < argc; i++) {
        slash = strrchr(argv[i], '/');
        if (slash != NULL) { /* programs lie beside their transcripts */
            *slash = '\0';
            if (chdir(argv[i]) != 0)
                return 2;
            argv[i] = slash + 1;
        }
        failed += !check(argv[i]);
    }
    printf("%d passed, %d failed%s\n", argc - 1 - failed, failed,
           failed ? "; GOLDEN_UPDATE=1 rewrites them" : "");
    return failed != 0;
}
