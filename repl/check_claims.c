/*
 * check_claims.c - sentences of a text that a program proves.
 *
 * claims.lua of a section is a list. Each claim quotes a piece of the text in
 * both languages, so that it goes when the sentence goes, and says how the
 * sentence is true: a function of the facts about a program, or what the
 * prompt answers to some commands.
 */
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "judge.h"
#include "options.h"
#include "pack_check.h"
#include "pack_read.h"
#include "repl.h"
#include "tables_line.h"

struct claim {
    struct saying quote;
    struct exercise e; /* the program, and which facts are wanted */
    const char **run;
    int nrun;
    const char *says;
};

/* The same text without line breaks, which are anywhere. */
static char *
one_line(const char *s)
{
    struct text t = { 0 };

    text_puts(&t, "");
    for (; *s != '\0'; s++) {
        bool blank = *s == ' ' || *s == '\n';

        if (!blank)
            text_add(&t, s, 1);
        else if (t.len > 0 && t.s[t.len - 1] != ' ')
            text_add(&t, " ", 1);
    }
    return t.s;
}

static void
check_saying(struct checking *k, const struct claim *c)
{
    for (int lang = 0; lang < 2; lang++) {
        char *text, *quote;

        if (k->s->text[lang] == NULL || c->quote.in[lang] == NULL)
            continue;
        text = one_line(k->s->text[lang]);
        quote = one_line(c->quote.in[lang]);
        if (strstr(text, quote) == NULL)
            check_problem(k, "%s.md does not say \"%s\"",
                          lang == LANG_EN ? "en" : "zh", quote);
        free(text);
        free(quote);
    }
}

/* --- a function of the facts ---------------------------------------------- */

/* The claim's table is on top. */
static void
check_facts(struct checking *k, const struct claim *c, const char *program)
{
    lua_State *L = k->p->t.L;
    struct judge j = { k->p, &c->e, LANG_EN, true };
    struct verdict v = { 0 };

    lua_getfield(L, -1, "test");
    if (!judge_facts(&j, program, &v)) {
        check_problem(k, "%s", v.said.s);
        lua_pop(L, 1);
    } else {
        if (tables_call(L, 1, 1) != LUA_OK)
            check_problem(k, "%s", lua_tostring(L, -1));
        else if (!lua_toboolean(L, -1))
            check_problem(k, "this is not true any more: \"%s\"",
                          c->quote.in[LANG_EN]);
        lua_pop(L, 1);
    }
    k->c->executions += v.executions;
    verdict_done(&v);
}

/* --- what the prompt answers ---------------------------------------------- */

static void
on_said(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    (void)to;
    text_add(ctx, s, n);
}

static void
check_answer(struct checking *k, const struct claim *c)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct text said = { 0 };
    struct options o;
    struct gopark_err err;
    struct repl *r;

    if (options_parse(&o, 1, argv, &err) != GOPARK_OK)
        return;
    o.seed = c->e.seed;
    o.procs = c->e.procs;
    o.lang = LANG_EN;
    r = repl_new(&o, on_said, &said);
    if (repl_load(r, c->e.starter, NULL, 0)) {
        for (int i = 0; i < c->nrun; i++) {
            text_clear(&said);
            repl_eval(r, c->run[i]);
        }
    }
    if (said.s == NULL || strstr(said.s, c->says) == NULL)
        check_problem(k,
                      "this is not true any more: \"%s\": the prompt "
                      "says\n%s",
                      c->quote.in[LANG_EN], said.s != NULL ? said.s : "");
    repl_free(r);
    options_free(&o);
    text_done(&said);
}

/* --- one claim ------------------------------------------------------------ */

static void
read_claim(struct checking *k, struct claim *c)
{
    struct tables *t = &k->p->t;
    const char *program = tables_need(t, k->file, "program");

    memset(c, 0, sizeof *c);
    c->quote = tables_said(t, k->file, "the claim");
    c->e.starter =
        pack_path("%s/%s", k->s->dir, program != NULL ? program : "");
    c->e.name = "claim";
    c->e.section = k->s;
    c->e.kind = KIND_PREDICT;
    pack_read_options(t, k->file, &c->e.seed, &c->e.procs);
    c->e.explore = tables_bool(t, k->file, "explore");
    c->e.seeds = (int)tables_int(t, k->file, "seeds", 0);
    if (tables_has(t, "at") && tables_enter(t, k->file, "at")) {
        c->e.has_at = true;
        pack_read_stop(t, k->file, &c->e.at, false);
        lua_pop(t->L, 1);
    }
    c->run = tables_list(t, k->file, "run", &c->nrun);
    c->says = tables_str(t, k->file, "says");
    if (tables_has(t, "test") == (c->says != NULL))
        tables_problem(t, k->file, "a claim needs either test or run and says");
    tables_known(t, k->file,
                 "en zh program options explore seeds at test run "
                 "says");
}

static void
check_claim(struct checking *k)
{
    struct claim c;
    size_t len;
    char *program;

    read_claim(k, &c);
    k->c->claims++;
    check_saying(k, &c);
    program = host_read(c.e.starter, &len, NULL);
    if (program == NULL)
        check_problem(k, "%s cannot be read", c.e.starter);
    else if (c.says != NULL)
        check_answer(k, &c);
    else
        check_facts(k, &c, program);
    free(program);
    free(c.e.starter);
    free(c.e.at.show);
    free(c.run);
}

void
check_claims(struct checking *k)
{
    char *file = pack_path("%s/claims.lua", k->s->dir), at[24];
    struct tables *t = &k->p->t;
    size_t len;
    char *there = host_read(file, &len, NULL);

    k->file = file;
    if (there != NULL && tables_load(t, file)) {
        for (int i = 1; lua_rawgeti(t->L, -1, i) == LUA_TTABLE; i++) {
            snprintf(at, sizeof at, "#%d", i);
            k->path = at;
            check_claim(k);
            lua_pop(t->L, 1);
        }
        lua_pop(t->L, 2);
    }
    k->path = NULL;
    free(there);
    free(file);
}
