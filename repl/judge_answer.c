/*
 * judge_answer.c - predict and explain: answers compared with facts.
 *
 * Nothing is right because a lesson says so. Each choice of a prediction tests
 * what the program did a moment ago; a cause is computed from the run, or is a
 * line whose change repairs the program, which --check-pack proves.
 */
#include <ctype.h>
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "judge.h"
#include "place.h"

enum { MOST_SEEDS = 64 };

/* --- facts --------------------------------------------------------------- */

static bool
cannot(const struct judge *j, struct verdict *v, const struct gopark_err *err)
{
    judge_say(j, v, err->rc == GOPARK_ESYNTAX ? WORD_SYNTAX : WORD_ERROR, "%s",
              "%s", err->text);
    return false;
}

static bool
add_runs(const struct judge *j, struct trial_opts *o, struct verdict *v)
{
    struct trial *runs = text_alloc(sizeof *runs * MOST_SEEDS);
    int n = j->e->seeds < MOST_SEEDS ? j->e->seeds : MOST_SEEDS, done = 0;
    struct gopark_err err;
    bool good = true;

    while (done < n && good) {
        o->seed = (uint64_t)done + 1;
        good = trial_run(&runs[done], o, &err) == GOPARK_OK;
        done++;
    }
    o->seed = j->e->seed;
    if (good)
        facts_add_runs(j->pack->t.L, runs, n);
    for (int i = 0; i < done; i++)
        trial_done(&runs[i]);
    free(runs);
    return good || cannot(j, v, &err);
}

static bool
add_all(const struct judge *j, const struct trial_opts *o, struct verdict *v)
{
    struct gopark_err err;
    struct survey s;
    bool good = survey_run(&s, o, j->lang, &err) == GOPARK_OK;

    if (good) {
        facts_add_all(j->pack->t.L, &s);
        v->executions = s.executions;
        v->complete = s.complete;
    }
    survey_done(&s);
    return good || cannot(j, v, &err);
}

static bool
add_at(const struct judge *j, const struct trial_opts *o, struct verdict *v)
{
    struct gopark_err err;
    struct world *w;
    bool reached = place_open(&w, o, &j->e->at, &err);

    if (reached)
        facts_add_at(j->pack->t.L, w);
    world_close(w);
    return reached || cannot(j, v, &err);
}

bool
judge_facts(const struct judge *j, const char *text, struct verdict *v)
{
    lua_State *L = j->pack->t.L;
    struct gopark_err err;
    struct trial_opts o;
    struct trial t;

    judge_trial_opts(j->e, text, &o);
    if (trial_run(&t, &o, &err) != GOPARK_OK) {
        trial_done(&t);
        return cannot(j, v, &err);
    }
    luaL_checkstack(L, 20, NULL);
    facts_push(L, &t);
    trial_done(&t);
    if ((j->e->seeds > 0 && !add_runs(j, &o, v)) ||
        (j->e->explore && !add_all(j, &o, v)) ||
        (j->e->has_at && !add_at(j, &o, v))) {
        lua_pop(L, 1);
        return false;
    }
    return true;
}

/* --- predict ------------------------------------------------------------- */

/* Does choice i hold? The choices and the facts are at ci and fi. */
static bool
test_choice(const struct judge *j, int ci, int fi, int i, bool *holds,
            struct verdict *v)
{
    lua_State *L = j->pack->t.L;
    bool good = false;

    lua_rawgeti(L, ci, i + 1);
    lua_getfield(L, -1, "test");
    lua_pushvalue(L, fi);
    if (tables_call(L, 1, 1) == LUA_OK && lua_isboolean(L, -1)) {
        *holds = lua_toboolean(L, -1);
        good = true;
    } else {
        judge_say(j, v, WORD_ERROR, "the test of choice %d: %s",
                  "第 %d 个选项的检验：%s", i + 1,
                  lua_isstring(L, -1) ? lua_tostring(L, -1)
                                      : "it answers neither true nor false");
    }
    lua_pop(L, 2);
    return good;
}

bool
judge_right(const struct judge *j, uint64_t *right, struct verdict *v)
{
    lua_State *L = j->pack->t.L;
    int fi = lua_gettop(L), ci = fi + 2;
    bool good = true;

    *right = 0;
    lua_rawgeti(L, LUA_REGISTRYINDEX, j->e->ref);
    lua_getfield(L, -1, "choices");
    for (int i = 0; i < j->e->nchoice && good; i++) {
        bool holds = false;

        good = test_choice(j, ci, fi, i, &holds, v);
        *right |= (uint64_t)holds << i;
    }
    lua_settop(L, fi);
    return good;
}

/* "1 3" or "1,3" as bits; 0: that is no answer. */
static uint64_t
read_choices(const char *s, int n)
{
    uint64_t bits = 0;

    while (*s != '\0') {
        char *end;
        long k;

        if (isspace((unsigned char)*s) || *s == ',') {
            s++;
            continue;
        }
        k = strtol(s, &end, 10);
        if (end == s || k < 1 || k > n)
            return 0;
        bits |= UINT64_C(1) << (k - 1);
        s = end;
    }
    return bits;
}

static int
count_bits(uint64_t bits)
{
    int n = 0;

    for (; bits != 0; bits &= bits - 1)
        n++;
    return n;
}

/* What is wrong with it, without giving the answer away. */
static void
say_wrong(const struct judge *j, uint64_t given, uint64_t right,
          struct verdict *v)
{
    int false_ones = count_bits(given & ~right);

    if (!j->e->choose_all)
        judge_say(j, v, WORD_WRONG, "no, it is not that", "不对，不是这个");
    else if (false_ones > 0)
        judge_say(j, v, WORD_WRONG, "%d of what you marked cannot happen",
                  "你选的里面，有 %d 个不可能发生", false_ones);
    else
        judge_say(j, v, WORD_WRONG, "all you marked is true, but %d is missing",
                  "你选的都对，但还漏了 %d 个", count_bits(right & ~given));
}

void
judge_predict(const struct judge *j, const char *s, struct verdict *v)
{
    uint64_t given = read_choices(s, j->e->nchoice), right = 0;
    char *text;

    if (given == 0 || (!j->e->choose_all && count_bits(given) != 1)) {
        judge_say(j, v, WORD_ANSWER,
                  j->e->choose_all ? "expected numbers of choices, like 1 3"
                                   : "expected the number of one choice",
                  j->e->choose_all ? "请回答选项的编号，例如 1 3"
                                   : "请回答一个选项的编号");
        return;
    }
    text = judge_read(j, j->e->starter, v);
    if (text == NULL)
        return;
    if (judge_facts(j, text, v)) {
        if (judge_right(j, &right, v)) {
            if (given == right)
                judge_say(j, v, WORD_OK, "that is what happens", "正是如此");
            else
                say_wrong(j, given, right, v);
        }
        lua_pop(j->pack->t.L, 1);
    }
    free(text);
}

/* --- explain ------------------------------------------------------------- */

/* Without blanks, in small letters: "g3->jobs". */
static char *
bare(const char *s)
{
    char *out = text_alloc(strlen(s) + 1), *p = out;

    for (; *s != '\0'; s++)
        if (!isspace((unsigned char)*s))
            *p++ = (char)tolower((unsigned char)*s);
    *p = '\0';
    return out;
}

static bool
is_cause_line(const struct judge *j, const char *text, const char *answer)
{
    const char *digits = answer + strcspn(answer, "0123456789");
    int line = (int)strtol(digits, NULL, 10);

    for (int i = 0; i < j->e->ncause; i++)
        if (line != 0 && place_line(text, j->e->cause[i]) == line)
            return true;
    return false;
}

/* Entry i of the list on top, as text; a number n stands for Gn. */
static void
listed(lua_State *L, lua_Integer i, char *buf, size_t size)
{
    if (lua_rawgeti(L, -1, i) == LUA_TNUMBER)
        snprintf(buf, size, "G%lld", (long long)lua_tointeger(L, -1));
    else
        snprintf(buf, size, "%s", lua_tostring(L, -1));
    lua_pop(L, 1);
}

/* Is the answer, already bare, in the list on top? */
static bool
is_listed(lua_State *L, const char *answer)
{
    bool found = false;
    char buf[160];

    for (lua_Integer i = 1; i <= luaL_len(L, -1) && !found; i++) {
        char *one;

        listed(L, i, buf, sizeof buf);
        one = bare(buf);
        found = strcmp(one, answer) == 0 ||
                (one[0] == 'g' && strcmp(one + 1, answer) == 0);
        free(one);
    }
    return found;
}

/* Push the list that the cause function gives for the program; false: v says
 * why there is none. Pushes something in any case. */
static bool
push_causes(const struct judge *j, const char *text, struct verdict *v)
{
    lua_State *L = j->pack->t.L;
    int facts;

    if (!judge_facts(j, text, v)) {
        lua_pushnil(L);
        return false;
    }
    facts = lua_gettop(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, j->e->ref);
    lua_getfield(L, -1, "cause");
    lua_pushvalue(L, facts);
    if (tables_call(L, 1, 1) == LUA_OK && lua_istable(L, -1))
        return true;
    judge_say(j, v, WORD_ERROR, "cause: %s", "cause:%s",
              lua_isstring(L, -1) ? lua_tostring(L, -1) : "no list");
    return false;
}

static bool
is_cause(const struct judge *j, const char *text, const char *answer,
         struct verdict *v)
{
    lua_State *L = j->pack->t.L;
    int top = lua_gettop(L);
    bool is = push_causes(j, text, v) && is_listed(L, answer);

    lua_settop(L, top);
    return is;
}

bool
judge_cause(const struct judge *j, const char *text, char *answer, size_t size)
{
    lua_State *L = j->pack->t.L;
    int top = lua_gettop(L);
    struct verdict v = { 0 };
    bool has = push_causes(j, text, &v) && luaL_len(L, -1) > 0;

    if (has)
        listed(L, 1, answer, size);
    lua_settop(L, top);
    verdict_done(&v);
    return has;
}

static void
say_form(const struct judge *j, struct verdict *v)
{
    static const char *const en[] = {
        "expected the number of a line, like line 7",
        "expected a goroutine, like G3",
        "expected who waits for what, like G3 -> jobs",
    };
    static const char *const zh[] = {
        "请回答行号，例如 line 7",
        "请回答 goroutine，例如 G3",
        "请回答谁在等什么，例如 G3 -> jobs",
    };

    judge_say(j, v, WORD_ANSWER, "%s", "%s",
              j->lang != 0 ? zh[j->e->ask] : en[j->e->ask]);
}

void
judge_explain(const struct judge *j, const char *s, struct verdict *v)
{
    char *answer = bare(s), *text;
    bool right;

    if (strpbrk(answer, "0123456789") == NULL ||
        (j->e->ask == ASK_EDGE && strstr(answer, "->") == NULL)) {
        say_form(j, v);
        free(answer);
        return;
    }
    text = judge_read(j, j->e->starter, v);
    if (text != NULL) {
        right = j->e->ask == ASK_LINE ? is_cause_line(j, text, answer)
                                      : is_cause(j, text, answer, v);
        if (right)
            judge_say(j, v, WORD_OK, "that is the cause", "原因正在这里");
        else if (v->word == WORD_OK)
            judge_say(j, v, WORD_WRONG, "no, that is not what causes it",
                      "不对，原因不在这里");
    }
    free(text);
    free(answer);
}
