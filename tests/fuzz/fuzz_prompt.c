/*
 * fuzz_prompt.c - any lines at all, typed at the prompt.
 *
 * Whatever is typed, the prompt answers and goes on, and a line can be
 * completed. Left out are commands that write files, open others, start
 * programs or search long.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "complete.h"
#include "lines.h"
#include "repl.h"

enum { TYPED_MOST = 25, STEPS_MOST = 500 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

const struct shell_cmd shell_cmds[] = {
    { "", "", "", 0, -1, false, NULL },
    { .name = NULL },
};

static const char program[] =
    "jobs, done = chan(3, 'jobs'), chan(0, 'done')\n"
    "mu, wg, n = sync.Mutex('mu'), sync.WaitGroup(), 0\n"
    "function worker(id)\n"
    "  for j in range(jobs) do\n"
    "    mu:Lock() n = n + j mu:Unlock()\n"
    "    if j % 5 == 0 then time.Sleep(j * 100) end\n"
    "    select { send(done, id), recv(time.After(700)) }\n"
    "  end\n"
    "  wg:Done()\n"
    "end\n"
    "wg:Add(3)\n"
    "for i = 1, 3 do go(worker, i) end\n"
    "for i = 1, 1e9 do\n"
    "  select { send(jobs, i), recv(done), recv(time.After(5000)) }\n"
    "end\n";

static const char *const left_out[] = {
    "load",    "replay", "save",   "export",   "transcript", "source",
    "render",  "record", "pprof",  "learn",    "lesson",     "predict",
    "hint",    "verify", "reset",  "solution", "explore",    "minimize",
    "schedule", "view",  "set",    "litmus",
};

static void
hear(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    (void)to;
    text_add(ctx, s, n);
}

static bool
is_left_out(const char *line)
{
    const struct repl_cmd *c;
    char word[32] = "";
    int n;

    sscanf(line, " %31[a-z]", word);
    c = repl_cmd_find(word, &n);
    for (size_t i = 0; c != NULL && i < sizeof left_out / sizeof *left_out; i++)
        if (strcmp(c->name, left_out[i]) == 0)
            return true;
    return false;
}

static void
type(struct repl *r, const char *line)
{
    struct completions found;
    size_t end = strlen(line), start = end;

    while (start > 0 && strchr(" \t(,=~[-", line[start - 1]) == NULL)
        start--;
    complete(r, line, start, end, &found);
    completions_free(&found);
    repl_eval(r, line);
    assert(r->w == NULL || world_steps(r->w) <= session_last(r->s));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct text said = { 0 }, typed = { 0 };
    struct gopark_err err;
    struct options o;
    struct repl *r;
    int left = TYPED_MOST;

    assert(options_parse(&o, 1, argv, &err) == GOPARK_OK);
    o.mem = (size_t)8 << 20;
    o.max_steps = STEPS_MOST;
    r = repl_new(&o, hear, &said);
    r->script.name = text_dup("fuzz.lua");
    r->script.text = text_dup(program);
    r->script.len = strlen(program);
    assert(repl_open(r));
    text_add(&typed, (const char *)data, size);
    text_add(&typed, "\n", 1);
    for (char *s = typed.s, *end; (end = strchr(s, '\n')) != NULL && left-- > 0;
         s = end + 1) {
        *end = '\0';
        if (!is_left_out(s))
            type(r, s);
    }
    repl_free(r);
    options_free(&o);
    text_done(&said);
    text_done(&typed);
    return 0;
}
