/*
 * cmd_verify.c - `gopark verify`: judging from the shell, for students and for
 * graders.
 *
 * One exercise, or with --all every answer that lies in a folder under the
 * name of its exercise: NAME.lua, NAME.gp, NAME.txt. The exit status is 0 if
 * all that was judged is right, 3 if something is not, 1 if there was nothing
 * to judge.
 */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd_lessons.h"
#include "host.h"
#include "pack_read.h"
#include "verdict.h"

static int
complain(const char *text)
{
    fprintf(stderr, "gopark: %s\n", text);
    return 1;
}

static void
print_json(const struct exercise *e, const struct verdict *v)
{
    json_t *object = verdict_json(e, v);

    json_dumpf(object, stdout, JSON_COMPACT);
    fputs("\n", stdout);
    json_decref(object);
}

/* --- one ----------------------------------------------------------------- */

static void
print_verdict(const struct options *o, const struct learn *l,
              const struct exercise *e, const struct verdict *v)
{
    struct text t = { 0 };

    if (o->json) {
        print_json(e, v);
        return;
    }
    verdict_text(l, e, v, &t);
    fputs(t.s, stdout);
    text_done(&t);
}

/* Keep the schedule that fails, where it was asked for. */
static int
keep_replay(const struct options *o, const struct exercise *e,
            const struct verdict *v)
{
    struct gopark_err err;

    if (v->schedule == NULL)
        return 0;
    if (o->replay_out == NULL) {
        if (!o->json)
            printf("--replay-out FILE keeps this schedule, `gopark replay "
                   "FILE` shows it\n");
        return 0;
    }
    if (verdict_replay(e, v, o->replay_out, &err) != GOPARK_OK)
        return complain(err.text);
    if (!o->json) {
        char *word = text_word_of(o->replay_out);

        printf("watch it: gopark replay %s\n", word);
        free(word);
    }
    return 0;
}

/* What is judged when no file is named: the student's own, if there is one. */
static char *
default_file(const struct learn *l, const struct exercise *e)
{
    char *copy = progress_copy(&l->done, e);

    if (e->kind == KIND_FIX || access(copy, F_OK) == 0)
        return copy;
    free(copy);
    return text_dup("-");
}

static int
verify(const struct options *o, struct learn *l, const struct exercise *e)
{
    struct judge j = { l->pack, e, o->lang, false };
    struct gopark_err err;
    struct verdict v;
    char *path = o->narg > 1 ? text_dup(o->arg[1]) : default_file(l, e);
    bool read = judge_file(&j, path, &v, &err);
    int status;

    free(path);
    if (!read)
        return complain(err.text);
    if (v.word == WORD_OK &&
        progress_pass(&l->done, e->name, &err) != GOPARK_OK)
        complain(err.text);
    print_verdict(o, l, e, &v);
    status = keep_replay(o, e, &v) != 0 ? 1 : v.word == WORD_OK ? 0 : 3;
    verdict_done(&v);
    return status;
}

static int
verify_one(const struct options *o, struct learn *l)
{
    const struct exercise *e;

    if (o->narg == 0)
        return complain("verify: expected EXERCISE [FILE], or --all DIR");
    e = pack_exercise(l->pack, o->arg[0]);
    if (e != NULL)
        return verify(o, l, e);
    fprintf(stderr,
            "gopark: no exercise is called %s; 'gopark learn' lists the "
            "sections, and each lists its exercises\n",
            o->arg[0]);
    return 1;
}

/* --- all ----------------------------------------------------------------- */

struct count {
    int right, wrong;
};

/* The answer to e in dir, whatever kind of file it is in; NULL: none. */
static char *
find_answer(const char *dir, const struct exercise *e)
{
    static const char *const ending[] = { "lua", "gp", "txt" };

    for (int i = 0; i < 3; i++) {
        char *path = pack_path("%s/%s.%s", dir, e->name, ending[i]);

        if (access(path, R_OK) == 0)
            return path;
        free(path);
    }
    return NULL;
}

static void
verify_in(const struct options *o, struct learn *l, const struct exercise *e,
          struct count *n)
{
    struct judge j = { l->pack, e, o->lang, false };
    char *path = find_answer(o->all, e);
    struct gopark_err err;
    struct verdict v;

    if (path == NULL)
        return;
    if (!judge_file(&j, path, &v, &err)) {
        complain(err.text);
        n->wrong++;
        free(path);
        return;
    }
    n->right += v.word == WORD_OK;
    n->wrong += v.word != WORD_OK;
    if (o->json)
        print_json(e, &v);
    else
        printf("%-8s %-24s %s\n", e->id, e->name, judge_word_name(v.word));
    fflush(stdout);
    verdict_done(&v);
    free(path);
}

static int
verify_all(const struct options *o, struct learn *l)
{
    struct count n = { 0, 0 };
    struct gopark_err err;
    int all = 0;

    if (o->narg > 0)
        return complain("verify: --all DIR takes no exercise");
    if (host_folder(o->all, &err) != GOPARK_OK)
        return complain(err.text);
    for (int i = 0; i < l->pack->nsection; i++) {
        const struct section *s = &l->pack->section[i];

        all += s->nexercise;
        for (int k = 0; k < s->nexercise; k++)
            verify_in(o, l, &s->exercise[k], &n);
    }
    if (n.right + n.wrong == 0) {
        fprintf(stderr,
                "gopark: %s: no answer there; they are called like their "
                "exercise, lost_parcel.lua\n",
                o->all);
        return 1;
    }
    if (!o->json)
        printf("%d of %d right; %d exercises without an answer\n", n.right,
               n.right + n.wrong, all - n.right - n.wrong);
    return n.wrong > 0 ? 3 : 0;
}

int
cmd_verify_shell(const struct options *o)
{
    struct gopark_err err;
    struct learn *l = learn_new(o->lang, &err);
    int status;

    if (l == NULL)
        return complain(err.text);
    status = o->all != NULL ? verify_all(o, l) : verify_one(o, l);
    learn_free(l);
    return status;
}
