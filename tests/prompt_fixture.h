/*
 * prompt_fixture.h - a prompt without a terminal, with a program loaded.
 */
#ifndef GOPARK_TESTS_PROMPT_FIXTURE_H
#define GOPARK_TESTS_PROMPT_FIXTURE_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "repl.h"

const struct shell_cmd shell_cmds[] = {
    { "", "", "", 0, -1, false, NULL },
    { .name = NULL },
};

struct prompt {
    struct repl *r;
    struct options o;
    struct text said; /* what commands have said since it was cleared */
    struct text printed;
};

static void
prompt_hear(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    struct prompt *p = ctx;

    text_add(to == REPL_TEXT || to == REPL_ERROR ? &p->said : &p->printed, s,
             n);
}

__attribute__((unused)) static void
prompt_open(struct prompt *p)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct gopark_err err;

    memset(p, 0, sizeof *p);
    if (options_parse(&p->o, 1, argv, &err) != GOPARK_OK)
        abort();
    p->r = repl_new(&p->o, prompt_hear, p);
}

__attribute__((unused)) static void
prompt_load(struct prompt *p, const char *name, const char *text)
{
    repl_unload(p->r);
    p->r->script.name = text_dup(name);
    p->r->script.text = text_dup(text);
    p->r->script.len = strlen(text);
    if (!repl_open(p->r))
        abort();
}

__attribute__((unused)) static void
prompt_close(struct prompt *p)
{
    repl_free(p->r);
    options_free(&p->o);
    text_done(&p->said);
    text_done(&p->printed);
}

#endif
