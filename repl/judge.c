/*
 * judge.c - what the kinds of exercises share: words, sentences, files.
 */
#include "judge.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "options.h"

static const char *const word_name[JUDGE_NWORD] = {
#define X(name, word) word,
    JUDGE_WORDS(X)
#undef X
};

const char *
judge_word_name(enum judge_word w)
{
    return word_name[w];
}

void
judge_say(const struct judge *j, struct verdict *v, enum judge_word word,
          const char *en, const char *zh, ...)
{
    va_list ap;

    v->word = word;
    text_clear(&v->said);
    va_start(ap, zh);
    text_vprintf(&v->said, j->lang == LANG_ZH ? zh : en, ap);
    va_end(ap);
}

char *
judge_read(const struct judge *j, const char *path, struct verdict *v)
{
    struct gopark_err err;
    size_t len;
    char *s = host_read(path, &len, &err);

    if (s == NULL)
        judge_say(j, v, WORD_ANSWER, "%s", "%s", err.text);
    return s;
}

const char *
judge_name(const struct exercise *e)
{
    const char *slash = strrchr(e->starter, '/');

    return slash != NULL ? slash + 1 : e->starter;
}

void
judge_trial_opts(const struct exercise *e, const char *text,
                 struct trial_opts *o)
{
    o->name = judge_name(e);
    o->text = text;
    o->len = strlen(text);
    o->seed = e->seed;
    o->procs = e->procs;
}

void
judge_text(const struct judge *j, const char *s, struct verdict *v)
{
    memset(v, 0, sizeof *v);
    switch (j->e->kind) {
    case KIND_PREDICT:
        judge_predict(j, s, v);
        break;
    case KIND_BREAK:
        judge_break(j, s, v);
        break;
    case KIND_FIX:
        judge_program(j, s, v);
        break;
    case KIND_EXPLAIN:
        judge_explain(j, s, v);
        break;
    }
}

bool
judge_file(const struct judge *j, const char *path, struct verdict *v,
           struct gopark_err *err)
{
    size_t len;
    char *s = host_read(path, &len, err);

    if (s == NULL)
        return false;
    judge_text(j, s, v);
    free(s);
    return true;
}

void
verdict_done(struct verdict *v)
{
    text_done(&v->said);
    free(v->schedule);
    free(v->program);
    memset(v, 0, sizeof *v);
}
