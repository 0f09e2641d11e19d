/*
 * pack_exercise.c - reading exercises: exercises/NAME/exercise.lua.
 */
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack_read.h"
#include "text.h"

static const char *const kind_name[EXERCISE_NKIND] = {
    [KIND_PREDICT] = "predict",
    [KIND_BREAK] = "break",
    [KIND_FIX] = "fix",
    [KIND_EXPLAIN] = "explain",
};

const char *
exercise_kind_name(enum exercise_kind k)
{
    return kind_name[k];
}

/* A file of the exercise; with a slash, from the section's folder. */
static char *
file_of(const struct exercise *e, const char *name)
{
    if (strchr(name, '/') != NULL)
        return pack_path("%s/%s", e->section->dir, name);
    return pack_path("%s/exercises/%s/%s", e->section->dir, e->name, name);
}

static enum exercise_kind
read_kind(struct tables *t, const char *file)
{
    const char *word = tables_need(t, file, "kind");

    for (int k = 0; word != NULL && k < EXERCISE_NKIND; k++)
        if (strcmp(word, kind_name[k]) == 0)
            return (enum exercise_kind)k;
    if (word != NULL)
        tables_problem(t, file,
                       "kind \"%s\": expected predict, break, fix or "
                       "explain",
                       word);
    return KIND_FIX;
}

/* A list of sayings: hints, choices. */
static struct saying *
read_sayings(struct tables *t, const char *file, const char *key, int *n)
{
    struct saying *say;

    *n = 0;
    if (!tables_enter(t, file, key))
        return NULL;
    *n = (int)lua_rawlen(t->L, -1);
    say = text_alloc(sizeof *say * (size_t)(*n + 1));
    memset(say, 0, sizeof *say * (size_t)(*n + 1));
    for (int i = 0; i < *n; i++) {
        lua_rawgeti(t->L, -1, i + 1);
        if (lua_istable(t->L, -1))
            say[i] = tables_said(t, file, key);
        lua_pop(t->L, 1);
    }
    lua_pop(t->L, 1);
    return say;
}

/* --- goals --------------------------------------------------------------- */

/* Events by name: { go = 2, send = 1 }. */
static void
read_counts(struct tables *t, const char *file, const char *key, int *count)
{
    struct text known = { 0 };

    for (int k = 0; k < EV_NKIND; k++)
        count[k] = -1;
    if (!tables_enter(t, file, key))
        return;
    for (int k = 0; k < EV_NKIND; k++) {
        const char *name = gopark_event_name((enum gopark_event_kind)k);

        count[k] = (int)tables_int(t, file, name, -1);
        text_printf(&known, "%s%s", k == 0 ? "" : " ", name);
    }
    tables_known(t, file, known.s);
    text_done(&known);
    lua_pop(t->L, 1);
}

static void
read_outputs(struct tables *t, const char *file, struct goal *g)
{
    const char *one = tables_str(t, file, "output");

    g->output = tables_list(t, file, "outputs", &g->noutput);
    if (one == NULL)
        return;
    free(g->output);
    g->output = text_alloc(2 * sizeof *g->output);
    g->output[0] = one;
    g->output[1] = NULL;
    g->noutput = 1;
}

static void
no_goal(struct goal *g)
{
    memset(g, 0, sizeof *g);
    for (int k = 0; k < EV_NKIND; k++)
        g->least[k] = g->most[k] = -1;
    g->sleeps = g->left = g->leaks = -1;
}

static void
read_goal(struct tables *t, const char *file, struct exercise *e)
{
    struct goal *g = &e->goal;
    const char *append;

    no_goal(g);
    if (!tables_enter(t, file, "goal")) {
        if (e->kind != KIND_PREDICT)
            tables_problem(t, file, "goal is missing");
        return;
    }
    read_outputs(t, file, g);
    read_counts(t, file, "uses", g->least);
    read_counts(t, file, "most", g->most);
    g->any_order = tables_bool(t, file, "any_order");
    g->plain = tables_bool(t, file, "plain");
    g->last = tables_str(t, file, "last");
    g->ends = tables_str(t, file, "ends");
    g->prints = tables_str(t, file, "prints");
    g->sleeps = (int)tables_int(t, file, "sleeps", -1);
    g->left = (int)tables_int(t, file, "left", -1);
    g->leaks = (int)tables_int(t, file, "leaks", -1);
    append = tables_str(t, file, "append");
    g->append = append != NULL ? file_of(e, append) : NULL;
    tables_known(t, file,
                 "outputs output any_order last uses most sleeps "
                 "left plain append ends leaks prints");
    lua_pop(t->L, 1);
}

/* --- what the kinds ask -------------------------------------------------- */

static void
read_predict(struct tables *t, const char *file, struct exercise *e)
{
    const char *choose = tables_need(t, file, "choose");

    e->choose_all = choose != NULL && strcmp(choose, "all") == 0;
    if (choose != NULL && !e->choose_all && strcmp(choose, "one") != 0)
        tables_problem(t, file, "choose = \"%s\": expected one or all", choose);
    e->explore = tables_bool(t, file, "explore");
    e->seeds = (int)tables_int(t, file, "seeds", 0);
    if (tables_enter(t, file, "at")) {
        e->has_at = true;
        pack_read_stop(t, file, &e->at, false);
        lua_pop(t->L, 1);
    }
    e->choice = read_sayings(t, file, "choices", &e->nchoice);
    if (e->nchoice < 2)
        tables_problem(t, file, "choices: expected at least two");
}

static void
read_explain(struct tables *t, const char *file, struct exercise *e)
{
    static const char *const word[] = { "line", "goroutine", "edge" };
    const char *ask = tables_need(t, file, "ask");
    bool known = false;

    for (int i = 0; ask != NULL && i < 3; i++) {
        if (strcmp(ask, word[i]) == 0) {
            e->ask = (enum ask)i;
            known = true;
        }
    }
    if (ask != NULL && !known)
        tables_problem(t, file,
                       "ask = \"%s\": expected line, goroutine or "
                       "edge",
                       ask);
    if (!tables_has(t, "cause"))
        tables_problem(t, file, "cause is missing");
    else if (e->ask == ASK_LINE)
        e->cause = tables_list(t, file, "cause", &e->ncause);
}

static void
add_fault(struct exercise *e, const char *name, const char *verdict)
{
    e->fault = text_grow(e->fault, sizeof *e->fault * (size_t)(e->nfault + 1));
    e->fault[e->nfault].path = file_of(e, name);
    e->fault[e->nfault++].verdict = verdict;
}

static void
read_faults(struct tables *t, const char *file, struct exercise *e)
{
    if (!tables_enter(t, file, "faults")) {
        add_fault(e, e->kind == KIND_BREAK ? "fault.gp" : "fault.lua", NULL);
        return;
    }
    for (int i = 1; lua_rawgeti(t->L, -1, i) == LUA_TTABLE; i++) {
        const char *name = tables_need(t, file, "file");

        if (name != NULL)
            add_fault(e, name, tables_str(t, file, "verdict"));
        tables_known(t, file, "file verdict");
        lua_pop(t->L, 1);
    }
    lua_pop(t->L, 2);
    if (e->nfault == 0)
        tables_problem(t, file, "faults: expected at least one");
}

static void
read_programs(struct tables *t, const char *file, struct exercise *e)
{
    const char *starter = tables_str(t, file, "starter");
    const char *solution = tables_str(t, file, "solution");

    e->starter = file_of(e, starter != NULL ? starter : "starter.lua");
    if (e->kind == KIND_PREDICT)
        return;
    if (solution == NULL)
        solution = e->kind == KIND_BREAK ? "solution.gp" : "solution.lua";
    e->solution = file_of(e, solution);
}

/* What may stand in exercise.lua, by kind. */
static const char *const known[EXERCISE_NKIND] = {
    [KIND_PREDICT] = "kind title task hints learned options starter faults "
                     "choose explore seeds at choices",
    [KIND_BREAK] = "kind title task hints learned options starter solution "
                   "faults goal inject",
    [KIND_FIX] = "kind title task hints learned options starter solution "
                 "faults goal",
    [KIND_EXPLAIN] = "kind title task hints learned options starter solution "
                     "faults goal ask cause",
};

static void
read_fields(struct tables *t, struct exercise *e)
{
    const char *file = e->path;

    e->kind = read_kind(t, file);
    e->title = tables_saying(t, file, "title");
    e->task = tables_saying(t, file, "task");
    e->learned = tables_saying(t, file, "learned");
    e->hint = read_sayings(t, file, "hints", &e->nhint);
    if (e->nhint < 2)
        tables_problem(t, file, "hints: expected at least two, found %d",
                       e->nhint);
    pack_read_options(t, file, &e->seed, &e->procs);
    read_goal(t, file, e);
    read_programs(t, file, e);
    read_faults(t, file, e);
    if (e->kind == KIND_PREDICT)
        read_predict(t, file, e);
    if (e->kind == KIND_EXPLAIN)
        read_explain(t, file, e);
    if (e->kind == KIND_BREAK)
        e->inject = tables_bool(t, file, "inject");
    tables_known(t, file, known[e->kind]);
}

static void
read_exercise(struct tables *t, const struct section *s, struct exercise *e,
              const char *name, int number)
{
    e->name = name;
    e->section = s;
    e->ref = LUA_NOREF;
    snprintf(e->id, sizeof e->id, "%s.%d", s->id, number);
    e->path = pack_path("%s/exercises/%s/exercise.lua", s->dir, name);
    no_goal(&e->goal);
    if (!tables_load(t, e->path))
        return;
    lua_pushvalue(t->L, -1);
    e->ref = luaL_ref(t->L, LUA_REGISTRYINDEX);
    read_fields(t, e);
    lua_pop(t->L, 1);
}

void
pack_read_exercises(struct tables *t, struct section *s, const char *file)
{
    const char **name = tables_list(t, file, "exercises", &s->nexercise);

    s->exercise = text_alloc(sizeof *s->exercise * (size_t)(s->nexercise + 1));
    memset(s->exercise, 0, sizeof *s->exercise * (size_t)(s->nexercise + 1));
    for (int i = 0; i < s->nexercise; i++)
        read_exercise(t, s, &s->exercise[i], name[i], i + 1);
    free(name);
}

static void
exercise_free(struct exercise *e)
{
    for (int i = 0; i < e->nfault; i++)
        free(e->fault[i].path);
    free(e->fault);
    free(e->hint);
    free(e->choice);
    free(e->cause);
    free(e->at.show);
    free(e->goal.output);
    free(e->goal.append);
    free(e->starter);
    free(e->solution);
    free(e->path);
}

void
pack_free_exercises(struct section *s)
{
    for (int i = 0; i < s->nexercise; i++)
        exercise_free(&s->exercise[i]);
    free(s->exercise);
}
