/*
 * test_transcripts.c - sessions of the prompt, compared byte for byte.
 *
 * A transcript begins with `# PROGRAM [ARG ...]`. A line that begins with a
 * prompt is typed; what follows, up to the next prompt, is what must come
 * back. GOLDEN_UPDATE=1 writes what does come back in place of it. Programs
 * are those beside the transcripts; what is written goes to a folder that is
 * removed. With --all, every command of the table must be typed somewhere.
 *
 * usage: test_transcripts [--all] FOLDER FILE ...
 */
#define _XOPEN_SOURCE 700
#include <ctype.h>
#include <dirent.h>
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

static void note_command(const char *line);

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
            note_command(s);
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

/* --- every command ------------------------------------------------------ */

enum { COMMANDS_MOST = 256 };
static bool was_typed[COMMANDS_MOST];

static void
note_command(const char *line)
{
    size_t n = strcspn(line, " ");
    const struct repl_cmd *c;

    for (int i = 0; i < COMMANDS_MOST && (c = repl_cmd_at(i)) != NULL; i++)
        if ((strlen(c->name) == n && strncmp(c->name, line, n) == 0) ||
            (c->alias != NULL && strlen(c->alias) == n &&
             strncmp(c->alias, line, n) == 0))
            was_typed[i] = true;
}

static int
count_missing(void)
{
    const struct repl_cmd *c;
    int missing = 0;

    for (int i = 0; i < COMMANDS_MOST && (c = repl_cmd_at(i)) != NULL; i++) {
        if (!was_typed[i]) {
            printf("no transcript types '%s'\n", c->name);
            missing++;
        }
    }
    return missing;
}

/* --- where programs lie ------------------------------------------------- */

/* Be in a new folder with the programs and sessions of another one. */
static bool
enter_scratch(char *scratch, const char *folder)
{
    DIR *d = opendir(folder);
    struct gopark_err err;
    char path[1024];
    size_t len, n;
    char *s;

    if (d == NULL || mkdtemp(scratch) == NULL || chdir(scratch) != 0)
        return false;
    for (struct dirent *e; (e = readdir(d)) != NULL;) {
        n = strlen(e->d_name);
        if ((n < 5 || strcmp(e->d_name + n - 4, ".lua") != 0) &&
            (n < 8 || strcmp(e->d_name + n - 7, ".replay") != 0))
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        s = host_read(path, &len, &err);
        if (s == NULL || host_write(e->d_name, s, len, &err) != GOPARK_OK)
            return false;
        free(s);
    }
    closedir(d);
    return setenv("XDG_STATE_HOME", scratch, 1) == 0;
}

int
main(int argc, char **argv)
{
    char scratch[] = "/tmp/gopark_transcripts_XXXXXX", command[128];
    bool all = argc > 1 && strcmp(argv[1], "--all") == 0;
    int first = 2 + all, failed = 0;

    if (argc < first || !enter_scratch(scratch, argv[first - 1]))
        return 2;
    for (int i = first; i < argc; i++)
        failed += !check(argv[i]);
    printf("%d passed, %d failed%s\n", argc - first - failed, failed,
           failed ? "; GOLDEN_UPDATE=1 rewrites them" : "");
    if (all)
        failed += count_missing();
    snprintf(command, sizeof command, "rm -r %s", scratch);
    return system(command) != 0 || failed != 0;
}
