/*
 * judge_break.c - does a schedule drive the program into the bad state?
 *
 * The answer is what was done at the prompt: a file of its commands, or the
 * timeline of a session. Either is played on a fresh run of the program; when
 * it is at its end the program runs on by itself, and where that leads is
 * compared with the goal. Commands that would change the program, Lua above
 * all, are refused.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "repl.h"

enum { MOST_STEPS = 1000000 };

/* --- the goal ------------------------------------------------------------ */

static bool
is_reached(const struct goal *g, const struct trial *t)
{
    const char *out = t->out.s != NULL ? t->out.s : "";

    return (g->ends == NULL || strcmp(g->ends, trial_ends(t)) == 0) &&
           (g->leaks < 0 || t->nleaked >= g->leaks) &&
           (g->left < 0 || t->nleft >= g->left) &&
           (g->noutput == 0 || strcmp(out, g->output[0]) == 0) &&
           (g->prints == NULL || strstr(out, g->prints) != NULL);
}

static void
judge_trial_goal(const struct judge *j, const struct trial *t,
                 struct verdict *v)
{
    if (is_reached(&j->e->goal, t)) {
        judge_say(j, v, WORD_OK, "there it is", "就是这样");
        return;
    }
    judge_say(
        j, v, WORD_MISSED,
        "not yet: from there the program ends with \"%s\", %d goroutines "
        "leaked, having printed\n%s",
        "还没到：从那里继续下去，程序以“%s”结束，泄漏 %d 个 goroutine，打印了\n%s",
        trial_ends(t), t->nleaked, t->out.len > 0 ? t->out.s : "(nothing)\n");
}

/* --- a session at its last command --------------------------------------- */

static void
run_on(const struct judge *j, struct session *s, struct trial *t,
       struct verdict *v)
{
    struct world *w = session_world(s);
    struct gopark_err err;

    if (session_run(s, world_steps(w) + MOST_STEPS, &err) != GOPARK_OK) {
        judge_say(j, v, WORD_ERROR, "%s", "%s", err.text);
        return;
    }
    trial_keep(t, w);
    judge_trial_goal(j, t, v);
}

/* --- commands ------------------------------------------------------------ */

struct player {
    struct trial t;    /* gets the output */
    struct text error; /* of the last command that failed */
};

static void
on_out(void *ctx, enum repl_stream to, const char *s, size_t n)
{
    struct player *p = ctx;

    if (to == REPL_OUT)
        text_add(&p->t.out, s, n);
    else if (to == REPL_ERROR) {
        text_clear(&p->error);
        text_add(&p->error, s, n);
    }
}

static bool
may_be_used(const struct exercise *e, const struct repl_cmd *c)
{
    static const char *const word[] = { "step",    "stepi", "slice",
                                        "next",    "pick",  "until",
                                        "advance", "set",   "choices" };

    if (e->inject && strcmp(c->name, "inject") == 0)
        return true;
    for (size_t i = 0; i < sizeof word / sizeof word[0]; i++)
        if (strcmp(c->name, word[i]) == 0)
            return true;
    return false;
}

/* One command; false: v says why it was not done. */
static bool
play_line(const struct judge *j, struct repl *r, struct player *p,
          const char *line, struct verdict *v)
{
    const char *rest = line;
    char *word = arg_word(&rest);
    const struct repl_cmd *c;
    int nmatch;

    if (word == NULL || *word == '#') {
        free(word);
        return true;
    }
    c = repl_cmd_find(word, &nmatch);
    free(word);
    if (c == NULL || !may_be_used(j->e, c)) {
        judge_say(j, v, WORD_REFUSED,
                  "`%s` is not one of the commands that "
                  "may be used here",
                  "这里不能用 `%s`", line);
        return false;
    }
    if (repl_eval(r, line) == REPL_OK)
        return true;
    judge_say(j, v, WORD_REFUSED, "`%s`: %s", "`%s`:%s", line,
              p->error.len > 0 ? p->error.s : "it cannot be done");
    return false;
}

static bool
play(const struct judge *j, struct repl *r, struct player *p, const char *s,
     struct verdict *v)
{
    bool good = true;

    while (*s != '\0' && good) {
        size_t n = strcspn(s, "\n");
        char *line = text_alloc(n + 1);

        memcpy(line, s, n);
        line[n] = '\0';
        good = play_line(j, r, p, line, v);
        free(line);
        s += n + (s[n] == '\n');
    }
    return good;
}

void
judge_break(const struct judge *j, const char *s, struct verdict *v)
{
    char *argv[] = { (char *)(uintptr_t) "gopark", NULL };
    struct player p;
    struct options o;
    struct gopark_err err;
    struct repl *r;

    memset(v, 0, sizeof *v);
    memset(&p, 0, sizeof p);
    if (options_parse(&o, 1, argv, &err) != GOPARK_OK) {
        judge_say(j, v, WORD_ERROR, "%s", "%s", err.text);
        options_free(&o);
        return;
    }
    o.seed = j->e->seed;
    o.procs = j->e->procs;
    o.batch = true;
    r = repl_new(&o, on_out, &p);
    if (!repl_load(r, j->e->starter, NULL, 0))
        judge_say(j, v, WORD_ERROR, "%s", "%s",
                  p.error.len > 0 ? p.error.s : "it cannot be loaded");
    else if (play(j, r, &p, s, v))
        run_on(j, r->s, &p.t, v);
    repl_free(r);
    options_free(&o);
    trial_done(&p.t);
    text_done(&p.error);
}

/* --- a session's timeline ------------------------------------------------ */

static void
keep_output(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct trial *t = ctx;

    (void)at;
    if (fd == 1)
        text_add(&t->out, s, n);
}

/* May an answer contain this input? */
static bool
is_schedule(const struct exercise *e, const struct session_entry *x)
{
    if (x->is_pick)
        return true;
    switch (x->in.kind) {
    case IN_STEP_G:
    case IN_POLICY:
    case IN_QUANTUM:
        return true;
    case IN_LUA:
    case IN_PROCS:
    case IN_COSTS:
        return false;
    case IN_SKIP:
    case IN_DELAY:
    case IN_PANIC:
    case IN_STALL:
    case IN_UNSTALL:
    case IN_CLOSE:
    case IN_SYSCALL:
    case IN_LEAK:
    case IN_CLEAR:
    case IN_WAKE:
        return e->inject;
    }
    return false;
}

/* Give to the entries that from has made so far. */
static bool
copy_timeline(const struct judge *j, const struct session *from, uint64_t upto,
              struct session *to, struct verdict *v)
{
    struct session_entry x;
    struct gopark_err err;

    for (int i = 0; i < session_entries(from); i++) {
        if (!session_entry(from, i, &x) || x.step > upto)
            break;
        if (!is_schedule(j->e, &x)) {
            judge_say(j, v, WORD_REFUSED,
                      "something was done at step %llu that may not be part "
                      "of the answer; `reset` begins anew",
                      "第 %llu 步做了不能算进答案里的事；`reset` 从头再来",
                      (unsigned long long)x.step);
            return false;
        }
        if (session_add(to, &x, &err) != GOPARK_OK) {
            judge_say(j, v, WORD_ERROR, "%s", "%s", err.text);
            return false;
        }
    }
    return true;
}

void
judge_session(const struct judge *j, struct session *s, struct verdict *v)
{
    struct gopark_opts wo;
    struct trial_opts o;
    struct session *mine = NULL;
    struct gopark_err err;
    struct trial t;
    char *text;

    memset(v, 0, sizeof *v);
    memset(&t, 0, sizeof t);
    text = judge_read(j, j->e->starter, v);
    if (text == NULL)
        return;
    judge_trial_opts(j->e, text, &o);
    gopark_opts_init(&wo);
    wo.name = o.name;
    wo.text = text;
    wo.textlen = o.len;
    wo.seed = o.seed;
    wo.procs = o.procs;
    wo.write = keep_output;
    wo.io_ctx = &t;
    if (session_open(&mine, &wo, SESSION_BUDGET, &err) != GOPARK_OK)
        judge_say(j, v, WORD_ERROR, "%s", "%s", err.text);
    else if (copy_timeline(j, s, world_steps(session_world(s)), mine, v))
        run_on(j, mine, &t, v);
    session_close(mine);
    trial_done(&t);
    free(text);
}
