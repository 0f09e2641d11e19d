/*
 * judge_fix.c - is a program right on every schedule?
 *
 * What can be seen without a search comes first, so that typical mistakes get
 * their names at once: a program that does not compile, that was not changed,
 * that sleeps, that hangs or fails in a plain run, that has lost its
 * goroutines. Only what passes all that is explored.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "failing.h"
#include "judge.h"
#include "survey.h"

enum { PLAIN_RUNS = 3, TIMED_RUNS = 20 };

/* --- reading the text ---------------------------------------------------- */

/* The length of [[, [=[ and so on at s, with the closing form in end; 0. */
static size_t
long_bracket(const char *s, char *end, size_t size)
{
    size_t level = *s == '[' ? strspn(s + 1, "=") : 0;

    if (*s != '[' || s[level + 1] != '[' || level + 3 > size)
        return 0;
    end[0] = ']';
    memset(end + 1, '=', level);
    end[level + 1] = ']';
    end[level + 2] = '\0';
    return level + 2;
}

/* Behind the comment at s, "--" and all. */
static const char *
after_comment(const char *s)
{
    char end[32];
    size_t n = long_bracket(s + 2, end, sizeof end);
    const char *close = n > 0 ? strstr(s + 2 + n, end) : NULL;

    if (n > 0)
        return close != NULL ? close + n : s + strlen(s);
    return s + strcspn(s, "\n");
}

/* Behind the string at s, which begins with its quote. */
static const char *
after_string(const char *s)
{
    char quote = *s++;

    while (*s != '\0' && *s != '\n' && *s != quote)
        s += *s == '\\' && s[1] != '\0' ? 2 : 1;
    return *s == quote ? s + 1 : s;
}

/* The program without comments, in new memory: what is counted in. */
static char *
without_comments(const char *s)
{
    struct text t = { 0 };

    text_puts(&t, "");
    while (*s != '\0') {
        const char *to = s + 1;

        if (s[0] == '-' && s[1] == '-') {
            s = after_comment(s);
            continue;
        }
        if (*s == '"' || *s == '\'')
            to = after_string(s);
        text_add(&t, s, (size_t)(to - s));
        s = to;
    }
    return t.s;
}

/* How often word stands in s by itself, not as part of a longer name. */
static int
mentions(const char *s, const char *word)
{
    size_t len = strlen(word);
    int n = 0;

    for (const char *p = s; (p = strstr(p, word)) != NULL; p += len) {
        bool begins =
            p == s || !(isalnum((unsigned char)p[-1]) || p[-1] == '_');

        n += begins && !isalnum((unsigned char)p[len]) && p[len] != '_';
    }
    return n;
}

/* How often the program names something that waits for time to pass, whatever
 * way it gets at it: time.Sleep, time["Sleep"], a local called Sleep. */
static int
sleeps(const char *text)
{
    static const char *const word[] = { "Sleep", "After",     "NewTimer",
                                        "Tick",  "NewTicker", "AfterFunc" };
    char *s = without_comments(text);
    int n = 0;

    for (size_t i = 0; i < sizeof word / sizeof word[0]; i++)
        n += mentions(s, word[i]);
    free(s);
    return n;
}

static bool
is_empty(const char *text)
{
    char *s = without_comments(text);
    bool empty = s[strspn(s, " \t\r\n")] == '\0';

    free(s);
    return empty;
}

/* The same program, blanks and comments aside? */
static bool
same_program(const char *a, const char *b)
{
    char *x = without_comments(a), *y = without_comments(b);
    const char *p = x, *q = y;
    bool same;

    for (;;) {
        while (isspace((unsigned char)*p))
            p++;
        while (isspace((unsigned char)*q))
            q++;
        if (*p != *q || *p == '\0')
            break;
        p++, q++;
    }
    same = *p == *q;
    free(x);
    free(y);
    return same;
}

/* --- outputs ------------------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines of s in order of the alphabet, in new memory. */
static char *
sorted_lines(const char *s)
{
    char *copy = text_dup(s), *line[256], *p = copy;
    struct text t = { 0 };
    int n = 0;

    while (*p != '\0' && n < 256) {
        line[n++] = p;
        p += strcspn(p, "\n");
        if (*p == '\n')
            *p++ = '\0';
    }
    qsort(line, (size_t)n, sizeof line[0], by_text);
    for (int i = 0; i < n; i++)
        text_printf(&t, "%s\n", line[i]);
    free(copy);
    return t.s != NULL ? t.s : text_dup("");
}

static bool
same_output(const char *a, const char *b, bool any_order)
{
    char *x, *y;
    bool same;

    if (!any_order)
        return strcmp(a, b) == 0;
    x = sorted_lines(a);
    y = sorted_lines(b);
    same = strcmp(x, y) == 0;
    free(x);
    free(y);
    return same;
}

/* Is the line before the last newline of s exactly this one? */
static bool
ends_with_line(const char *s, const char *line)
{
    size_t n = strlen(s), k = strlen(line);

    if (n > 0 && s[n - 1] == '\n')
        n--;
    return n >= k && memcmp(s + n - k, line, k) == 0 &&
           (n == k || s[n - k - 1] == '\n');
}

static bool
output_allowed(const struct goal *g, const char *out)
{
    bool allowed = g->noutput == 0;

    for (int i = 0; i < g->noutput && !allowed; i++)
        allowed = same_output(out, g->output[i], g->any_order);
    return allowed && (g->last == NULL || ends_with_line(out, g->last));
}

/* --- one plain run ------------------------------------------------------- */

static bool
judge_output(const struct judge *j, const char *out, struct verdict *v)
{
    if (output_allowed(&j->e->goal, out))
        return true;
    judge_say(j, v, WORD_OUTPUT, "it prints something else than it should:\n%s",
              "打印的内容不对：\n%s", *out != '\0' ? out : "(nothing)\n");
    return false;
}

/* What the goal asks for at least. */
static bool
judge_uses(const struct judge *j, const struct trial *t, struct verdict *v)
{
    for (int k = 0; k < EV_NKIND; k++) {
        int least = j->e->goal.least[k], n = (int)t->count[k];
        bool is_go = k == EV_GO;

        if (least < 0 || n >= least)
            continue;
        judge_say(j, v, is_go ? WORD_SEQUENTIAL : WORD_MISSING,
                  is_go ? "the concurrency is gone: `%s` happens %d times, at "
                          "least %d were asked for"
                        : "`%s` happens %d times, at least %d were asked for",
                  is_go ? "并发被删掉了：`%s` 只发生了 %d 次，至少要 %d 次"
                        : "`%s` 只发生了 %d 次，至少要 %d 次",
                  gopark_event_name((enum gopark_event_kind)k), n, least);
        return false;
    }
    return true;
}

/* And at most. */
static bool
judge_most(const struct judge *j, const struct trial *t, struct verdict *v)
{
    for (int k = 0; k < EV_NKIND; k++) {
        int most = j->e->goal.most[k], n = (int)t->count[k];
        bool asks = k == EV_SELECT;

        if (most < 0 || n <= most)
            continue;
        judge_say(j, v, asks ? WORD_BUSY : WORD_EXCESS,
                  asks ? "it asks again and again in place of waiting: `%s` "
                         "happens %d times, at most %d are allowed"
                       : "`%s` happens %d times, at most %d are allowed",
                  asks
                      ? "它一遍遍地问，而不是等：`%s` 发生了 %d 次，最多允许 %d 次"
                      : "`%s` 发生了 %d 次，最多允许 %d 次",
                  gopark_event_name((enum gopark_event_kind)k), n, most);
        return false;
    }
    return true;
}

static bool
judge_left(const struct judge *j, const struct trial *t, struct verdict *v)
{
    int most = j->e->goal.left < 0 ? 0 : j->e->goal.left;

    if (t->nleft <= most)
        return true;
    judge_say(j, v, WORD_LEAK,
              "when main has returned, %d goroutine(s) are left behind, %d of "
              "them for ever",
              "main 返回之后，留下了 %d 个 goroutine，其中 %d 个永远走不了",
              t->nleft, t->nleaked);
    return false;
}

/* How it ended, if not well. */
static bool
judge_end(const struct judge *j, const struct trial *t, struct verdict *v)
{
    const char *ends = trial_ends(t);

    if (strcmp(ends, "returns") == 0)
        return true;
    if (strcmp(ends, "deadlock") == 0)
        judge_say(j, v, WORD_DEADLOCK,
                  "all goroutines are asleep: nobody can go on",
                  "所有 goroutine 都睡着了，谁也走不下去");
    else if (strcmp(ends, "limit") == 0)
        judge_say(j, v, WORD_LOOP,
                  "it does not come to an end: some loop goes on for ever",
                  "它跑不完：有个循环停不下来");
    else
        judge_say(j, v, WORD_ERROR, "it fails: %s", "出错了：%s",
                  *t->message != '\0' ? t->message : ends);
    return false;
}

static bool
judge_trial(const struct judge *j, const struct trial *t, struct verdict *v)
{
    const char *out = t->out.s != NULL ? t->out.s : "";

    return judge_end(j, t, v) && judge_uses(j, t, v) && judge_most(j, t, v) &&
           judge_output(j, out, v) && judge_left(j, t, v);
}

static bool
judge_plain(const struct judge *j, const char *text, struct verdict *v)
{
    int runs = j->e->goal.plain ? TIMED_RUNS : PLAIN_RUNS;

    for (int seed = 0; seed < runs; seed++) {
        struct gopark_err err;
        struct trial_opts o;
        struct trial t;
        bool good;

        judge_trial_opts(j->e, text, &o);
        o.seed = j->e->seed + (uint64_t)seed;
        if (trial_run(&t, &o, &err) != GOPARK_OK) {
            judge_say(j, v, err.rc == GOPARK_ESYNTAX ? WORD_SYNTAX : WORD_ERROR,
                      "%s", "%s", err.text);
            trial_done(&t);
            return false;
        }
        good = judge_trial(j, &t, v);
        trial_done(&t);
        if (!good)
            return false;
    }
    return true;
}

/* --- all schedules ------------------------------------------------------- */

static void
fail_survey(const struct judge *j, const struct survey *s, enum survey_end e,
            enum judge_word word, struct verdict *v)
{
    judge_say(j, v, word, "on %llu of %llu schedules: %s",
              "在 %llu / %llu 个调度上：%s", (unsigned long long)s->ends[e],
              (unsigned long long)s->executions,
              s->message[e] != NULL ? s->message[e] : survey_end_name(e));
    if (s->table[e] != NULL)
        text_printf(&v->said, "\n%s", s->table[e]);
    v->schedule = s->schedule[e] != NULL ? text_dup(s->schedule[e]) : NULL;
}

/* A race is not how an execution ends: see judge_race(). */
static bool
judge_endings(const struct judge *j, const struct survey *s, struct verdict *v)
{
    static const enum judge_word word[SURVEY_NEND] = {
        [SURVEY_RETURNS] = WORD_OK,  [SURVEY_LEAK] = WORD_LEAK,
        [SURVEY_CHECK] = WORD_ERROR, [SURVEY_PANIC] = WORD_ERROR,
        [SURVEY_DEADLOCK] = WORD_DEADLOCK,
    };
    int e = SURVEY_DEADLOCK;

    while (e > SURVEY_RETURNS && (s->ends[e] == 0 || e == SURVEY_RACE))
        e--;
    if (e == SURVEY_RETURNS || (e == SURVEY_LEAK && j->e->goal.left > 0))
        return true;
    fail_survey(j, s, (enum survey_end)e, word[e], v);
    return false;
}

static bool
judge_outputs(const struct judge *j, const struct survey *s, struct verdict *v)
{
    for (int i = 0; i < s->noutput; i++) {
        if (output_allowed(&j->e->goal, s->output[i].text))
            continue;
        judge_say(j, v, WORD_OUTPUT, "on %llu of %llu schedules it prints\n%s",
                  "在 %llu / %llu 个调度上，打印的是\n%s",
                  (unsigned long long)s->output[i].count,
                  (unsigned long long)s->executions,
                  *s->output[i].text != '\0' ? s->output[i].text
                                             : "(nothing)\n");
        if (s->output[i].schedule != NULL)
            v->schedule = text_dup(s->output[i].schedule);
        return false;
    }
    return true;
}

/* What is printed is right, and might not be: said last, for a wrong output
 * shows more. */
static bool
judge_race(const struct judge *j, const struct survey *s, struct verdict *v)
{
    if (s->ends[SURVEY_RACE] == 0)
        return true;
    fail_survey(j, s, SURVEY_RACE, WORD_RACE, v);
    return false;
}

/* No schedule fails; were they all of them? */
static void
judge_coverage(const struct judge *j, const struct survey *s, struct verdict *v)
{
    unsigned long long n = s->executions;

    if (s->complete)
        judge_say(j, v, WORD_OK, "right on all %llu schedules",
                  "全部 %llu 个调度都对", n);
    else if (s->cut > 0)
        judge_say(j, v, WORD_LOOP,
                  "on some schedules it goes round and round without coming "
                  "to an end; %llu others are right",
                  "在某些调度上它转圈转个没完；另有 %llu 个调度是对的", n);
    else
        judge_say(j, v, WORD_INCOMPLETE,
                  "no mistake on %llu schedules, but these are not all; make "
                  "the program smaller",
                  "看了 %llu 个调度没有错，但还没看完；请把程序改小", n);
}

/* How it comes to a wrong output, in a table; endings have theirs already. */
static void
add_table(const struct trial_opts *o, struct verdict *v)
{
    struct failing f = { o->name, o->text, o->seed, o->procs, v->schedule };
    struct gopark_err err;
    struct text t = { 0 };

    if (failing_table(&f, &t, &err) == GOPARK_OK && t.len > 0)
        text_printf(&v->said, "\n%s", t.s);
    text_done(&t);
}

static void
judge_all(const struct judge *j, const char *text, struct verdict *v)
{
    struct gopark_err err;
    struct trial_opts o;
    struct survey s;

    judge_trial_opts(j->e, text, &o);
    if (survey_run(&s, &o, j->lang, &err) != GOPARK_OK)
        judge_say(j, v, WORD_ERROR, "%s", "%s", err.text);
    else if (judge_endings(j, &s, v) && judge_outputs(j, &s, v) &&
             judge_race(j, &s, v))
        judge_coverage(j, &s, v);
    if (v->schedule != NULL) {
        v->program = text_dup(text);
        if (v->word == WORD_OUTPUT)
            add_table(&o, v);
    }
    v->executions = s.executions;
    v->complete = s.complete;
    survey_done(&s);
}

/* --- the whole ----------------------------------------------------------- */

/* The program with the exercise's own lines behind it. */
static char *
with_append(const struct judge *j, const char *s, struct verdict *v)
{
    struct text t = { 0 };
    char *more;

    text_puts(&t, s);
    if (j->e->goal.append == NULL)
        return t.s != NULL ? t.s : text_dup("");
    more = judge_read(j, j->e->goal.append, v);
    if (more == NULL) {
        text_done(&t);
        return NULL;
    }
    text_printf(&t, "\n%s", more);
    free(more);
    return t.s;
}

static bool
judge_sleeps(const struct judge *j, const char *s, const char *starter,
             struct verdict *v)
{
    int allowed = j->e->goal.sleeps;

    if (allowed < 0)
        allowed = sleeps(starter);
    if (sleeps(s) <= allowed)
        return true;
    judge_say(j, v, WORD_SLEEP,
              "it sleeps instead of synchronising: however long a sleep is, "
              "on some day it is too short. Wait for what has to happen",
              "它在睡觉，而不是同步：睡多久都可能在某一天不够。"
              "要等的是那件事本身");
    return false;
}

/* A plain run has failed. If the search finds the same, its verdict says on
 * how many schedules, and shows one. */
static void
judge_failed(const struct judge *j, const char *text, struct verdict *v)
{
    struct verdict all = { 0 };

    if (j->e->goal.plain || (v->word != WORD_DEADLOCK && v->word != WORD_LEAK &&
                             v->word != WORD_OUTPUT && v->word != WORD_ERROR))
        return;
    judge_all(j, text, &all);
    if (all.word == v->word && all.schedule != NULL) {
        verdict_done(v);
        *v = all;
    } else {
        verdict_done(&all);
    }
}

static void
judge_runs(const struct judge *j, const char *text, struct verdict *v)
{
    if (!judge_plain(j, text, v))
        judge_failed(j, text, v);
    else if (j->e->goal.plain)
        judge_say(j, v, WORD_OK, "right in %d runs", "%d 次运行都对",
                  TIMED_RUNS);
    else
        judge_all(j, text, v);
}

/* What is no Lua is told before anything that is counted in it. */
static bool
judge_compiles(const struct judge *j, const char *text, struct verdict *v)
{
    struct trial_opts t;
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w = NULL;

    judge_trial_opts(j->e, text, &t);
    gopark_opts_init(&o);
    o.name = t.name;
    o.text = t.text;
    o.textlen = t.len;
    if (world_open(&w, &o, &err) == GOPARK_ESYNTAX) {
        judge_say(j, v, WORD_SYNTAX, "%s", "%s", err.text);
        return false;
    }
    world_close(w);
    return true;
}

/* Without a single `go` the concurrency was deleted, whatever comes of it. */
static bool
judge_starts(const struct judge *j, const char *text, struct verdict *v)
{
    int least = j->e->goal.least[EV_GO];
    char *s = without_comments(text);
    bool starts = least <= 0 || mentions(s, "go") > 0 || mentions(s, "Go") > 0;

    free(s);
    if (!starts)
        judge_say(j, v, WORD_SEQUENTIAL,
                  "the concurrency is gone: there is no `go` in it any more, "
                  "at least %d were asked for",
                  "并发被删掉了：里面一个 `go` 也没有，至少要 %d 个", least);
    return starts;
}

void
judge_program(const struct judge *j, const char *s, struct verdict *v)
{
    char *starter, *whole;

    memset(v, 0, sizeof *v);
    starter = judge_read(j, j->e->starter, v);
    whole = starter != NULL ? with_append(j, s, v) : NULL;
    if (whole == NULL) {
        free(starter);
        return;
    }
    if (is_empty(s))
        judge_say(j, v, WORD_EMPTY, "there is no program in it",
                  "里面没有程序");
    else if (!j->starter_counts && same_program(s, starter))
        judge_say(j, v, WORD_UNCHANGED, "this is the starter as it was",
                  "这还是原来的程序，没有改动");
    else if (judge_compiles(j, whole, v) && judge_sleeps(j, s, starter, v) &&
             judge_starts(j, s, v))
        judge_runs(j, whole, v);
    free(whole);
    free(starter);
}
