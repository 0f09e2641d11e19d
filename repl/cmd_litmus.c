/*
 * cmd_litmus.c - `gopark litmus`, and `litmus` at the prompt: every path of a
 * few accesses to shared memory, on a model of it.
 *
 * Without a name the catalogue is listed; on all models a table is made, tests
 * by models. As with check, status 3 says that what `exists` asks for came
 * about, on one of the models at least.
 */
#define _XOPEN_SOURCE 700
#include "cmd_litmus.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "families.h"
#include "litmus_tests.h"
#include "litmus_text.h"
#include "wrap.h"

enum { TESTS = 64, WIDE = 100, ALL = LITMUS_NMODEL, UNSAID = -1 };
enum { LONG = 9, SHORT = 6 }; /* "forbid 15", "forbid" */

#define SAY(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

/* What is asked. */
struct ask {
    int model; /* enum litmus_model, ALL, UNSAID */
    bool step, json;
    uint64_t limit;
    struct litmus_style style;
    struct litmus *test[TESTS];
    int n;
    bool named; /* the tests were; else they are the catalogue */
    bool met, cut; /* some condition was; some limit was reached */
};

static int
width_of(const struct ask *a)
{
    return a->style.width > 0 ? a->style.width : WIDE;
}

/* --- tests ----------------------------------------------------------------- */

static enum gopark_rc
open_tests(struct ask *a, const char *const *what, int n,
           struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_OK;

    a->named = n > 0;
    if (n > TESTS)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "litmus: %d tests, at most %d at once", n, TESTS);
    for (int i = 0; i < n && rc == GOPARK_OK; i++) {
        rc = litmus_open(what[i], &a->test[i], err);
        a->n += rc == GOPARK_OK;
    }
    if (n == 0)
        while (a->n < TESTS && (a->test[a->n] = litmus_nth(a->n)) != NULL)
            a->n++;
    return rc;
}

static void
close_tests(struct ask *a)
{
    for (int i = 0; i < a->n; i++)
        litmus_free(a->test[i]);
    a->n = 0;
}

static void
put_json(json_t *j, struct text *out)
{
    char *s = json_dumps(j, JSON_COMPACT);

    text_puts(out, s != NULL ? s : "{}");
    text_puts(out, "\n");
    free(s);
    json_decref(j);
}

static enum gopark_rc
run(struct ask *a, const struct litmus *t, enum litmus_model m,
    struct litmus_result *r, struct gopark_err *err)
{
    enum gopark_rc rc = litmus_run(t, m, a->limit, r, err);

    a->met |= rc == GOPARK_OK && r->met > 0;
    a->cut |= rc == GOPARK_OK && !r->complete;
    return rc;
}

/* --- the catalogue --------------------------------------------------------- */

static void
list(const struct ask *a, struct text *out)
{
    int width = width_of(a), cell[2] = { 0, 0 };

    for (int i = 0; i < a->n; i++)
        if ((int)strlen(a->test[i]->name) > cell[0])
            cell[0] = (int)strlen(a->test[i]->name);
    cell[1] = width - cell[0] - 2;
    for (int i = 0; i < a->n; i++) {
        const struct litmus *t = a->test[i];
        const char *row[2] = { t->name,
                               t->title[a->style.lang == LANG_ZH] };

        if (a->json)
            put_json(json_pack("{s:s, s:s}", "test", row[0], "title", row[1]),
                     out);
        else
            wrap_row(out, row, cell, 2, 2, false);
    }
    if (!a->json)
        wrap_print(out,
                   SAY(a->style.lang,
                       "'gopark litmus NAME' runs one on TSO, '--model sc', "
                       "'pso', 'view', 'ra', 'ooo' or 'all' on others; "
                       "'--step' goes through it. A file of your own is given "
                       "by its path.",
                       "'gopark litmus 名字' 在 TSO 上运行一个,'--model sc'、"
                       "'pso'、'view'、'ra'、'ooo'、'all' 换模型;'--step' 一步"
                       "步看。自己写的文件给出路径即可。"),
                   0, "", width, false);
}

/* --- one model ------------------------------------------------------------- */

static enum gopark_rc
tell(struct ask *a, const struct litmus *t, struct text *out,
     struct gopark_err *err)
{
    enum litmus_model m =
        a->model == UNSAID ? LITMUS_ON_TSO : (enum litmus_model)a->model;
    struct litmus_result r;
    const struct litmus_outcome *o;
    enum gopark_rc rc = run(a, t, m, &r, err);

    if (rc != GOPARK_OK)
        return rc;
    if (a->json) {
        put_json(litmus_json(t, &r), out);
    } else {
        litmus_program(t, &a->style, out);
        litmus_tell(t, &r, &a->style, out);
        o = litmus_witness(&r);
        if (o == NULL && r.noutcome > 0)
            o = &r.outcome[r.noutcome - 1];
        if (a->step && o != NULL) {
            text_puts(out, "\n");
            litmus_table(t, &r, o, &a->style, out);
        }
        text_puts(out, "\n");
        litmus_go(t, &r, &a->style, out);
    }
    litmus_result_done(&r);
    return rc;
}

/* --- several models -------------------------------------------------------- */

static bool
is_asked(const struct ask *a, int m)
{
    return a->model == ALL || a->model == m;
}

/* The columns of tests by models, which n cells make. Where they do not fit
 * a verdict takes two lines; false: even that does not. */
static bool
fit(const struct ask *a, int *width, int n)
{
    int all = width[0];

    for (int i = 1; i < n; i++)
        width[i] = all + (n - 1) * (LONG + 1) <= width_of(a) ? LONG : SHORT;
    return all + (n - 1) * (width[n - 1] + 1) <= width_of(a);
}

/* "sc forbid 3, tso ALLOW 4" */
static void
put_words(const struct ask *a, const char *const *cell, struct text *out)
{
    struct text line = { 0 };
    int i = 0;

    text_printf(&line, "%s:", cell[0]);
    for (int m = 0; m < LITMUS_NMODEL; m++)
        if (is_asked(a, m)) {
            text_printf(&line, "%s %s %s", i > 0 ? "," : "",
                        litmus_model_name((enum litmus_model)m), cell[i + 1]);
            i++;
        }
    wrap_print(out, line.s, 0, "", width_of(a), false);
    text_done(&line);
}

/* The line of one test, a column for each model; width NULL: in words. */
static enum gopark_rc
compare_row(struct ask *a, const struct litmus *t, const int *width,
            struct text *out, struct gopark_err *err)
{
    const char *cell[1 + LITMUS_NMODEL] = { t->name };
    struct text v[LITMUS_NMODEL] = { { 0 } };
    enum gopark_rc rc = GOPARK_OK;
    int n = 1;

    for (int m = 0; m < LITMUS_NMODEL && rc == GOPARK_OK; m++) {
        struct litmus_result r;

        if (!is_asked(a, m))
            continue;
        rc = run(a, t, (enum litmus_model)m, &r, err);
        if (rc != GOPARK_OK)
            break;
        if (a->json)
            put_json(litmus_json(t, &r), out);
        litmus_verdict(t, &r, &v[m]);
        cell[n++] = v[m].s;
        litmus_result_done(&r);
    }
    if (rc == GOPARK_OK && !a->json && width != NULL)
        wrap_row(out, cell, width, n, 1, false);
    else if (rc == GOPARK_OK && !a->json)
        put_words(a, cell, out);
    for (int m = 0; m < LITMUS_NMODEL; m++)
        text_done(&v[m]);
    return rc;
}

static enum gopark_rc
compare(struct ask *a, struct text *out, struct gopark_err *err)
{
    int width[1 + LITMUS_NMODEL] = { 4 }, n = 1;
    const char *head[1 + LITMUS_NMODEL] = { SAY(a->style.lang, "test",
                                                "测试") };
    enum gopark_rc rc = GOPARK_OK;
    bool table;

    for (int i = 0; i < a->n; i++)
        if (text_width(a->test[i]->name) > width[0])
            width[0] = text_width(a->test[i]->name);
    for (int m = 0; m < LITMUS_NMODEL; m++) {
        if (is_asked(a, m))
            head[n++] = litmus_model_name((enum litmus_model)m);
    }
    table = fit(a, width, n);
    if (!a->json && table) {
        wrap_row(out, head, width, n, 1, false);
        wrap_rule(out, width, n, 1);
    }
    for (int i = 0; i < a->n && rc == GOPARK_OK; i++)
        rc = compare_row(a, a->test[i], table ? width : NULL, out, err);
    return rc;
}

/* What the models are. */
static void
legend(const struct ask *a, struct text *out)
{
    int width = width_of(a);

    text_puts(out, "\n");
    for (int m = 0; m < LITMUS_NMODEL; m++) {
        char mark[16];

        snprintf(mark, sizeof mark, "%-6s",
                 litmus_model_name((enum litmus_model)m));
        if (is_asked(a, m))
            wrap_print(out,
                       litmus_model_about((enum litmus_model)m, a->style.lang),
                       0, mark, width, false);
    }
    if (a->model == ALL)
        wrap_print(out,
                   SAY(a->style.lang,
                       "No model has both stores that overtake loads and "
                       "stores that reach one goroutine before another, as "
                       "Power has, and none is a compiler.",
                       "没有一个模型既让写超过前面的读,又让写先后到达不同的 "
                       "goroutine(Power 两者都有);也没有一个是编译器。"),
                   0, "", width, false);
    text_puts(out, "\n");
    litmus_go(NULL, NULL, &a->style, out);
}

/* One test on all models, with its paths. */
static enum gopark_rc
survey(struct ask *a, const struct litmus *t, struct text *out,
       struct gopark_err *err)
{
    bool zh = a->style.lang == LANG_ZH;
    int width[4] = { 5, 9, 12, 0 };
    const char *head[4] = { zh ? "模型" : "model", zh ? "结论" : "verdict",
                            zh ? "        路径" : "       paths", "" };
    enum gopark_rc rc = GOPARK_OK;
    int n;

    width[3] = width_of(a) - 5 - 9 - 12 - 6;
    n = width[3] < 12 ? 3 : 4; /* no room to say what a model is */
    litmus_program(t, &a->style, out);
    if (t->exists >= 0)
        text_printf(out, "exists %.*s\n\n", t->cond.len, t->cond.text);
    wrap_row(out, head, width, n, 2, false);
    for (int m = 0; m < LITMUS_NMODEL && rc == GOPARK_OK; m++) {
        struct text verdict = { 0 }, paths = { 0 };
        struct litmus_result r;

        rc = run(a, t, (enum litmus_model)m, &r, err);
        if (rc != GOPARK_OK)
            break;
        litmus_verdict(t, &r, &verdict);
        text_printf(&paths, "%12" PRIu64, r.paths);
        wrap_row(out,
                 (const char *[]){ litmus_model_name((enum litmus_model)m),
                                   verdict.s, paths.s,
                                   litmus_model_about((enum litmus_model)m,
                                                      a->style.lang) },
                 width, n, 2, false);
        text_done(&verdict);
        text_done(&paths);
        litmus_result_done(&r);
    }
    text_puts(out, "\n");
    litmus_go(t, NULL, &a->style, out);
    return rc;
}

/* --- the answer ------------------------------------------------------------ */

static enum gopark_rc
answer(struct ask *a, struct text *out, struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_OK;

    if (a->step && (a->model == ALL || !a->named))
        return gopark_fail(err, GOPARK_EUSAGE,
                           "litmus: --step goes through one test on one model; "
                           "expected, for example, litmus SB --model tso "
                           "--step");
    if (!a->named && a->model == UNSAID) {
        list(a, out);
        return GOPARK_OK;
    }
    if (a->model == ALL && a->n == 1 && !a->json)
        return survey(a, a->test[0], out, err);
    if (a->model == ALL || !a->named) {
        rc = compare(a, out, err);
        if (rc == GOPARK_OK && !a->json)
            legend(a, out);
        return rc;
    }
    for (int i = 0; i < a->n && rc == GOPARK_OK; i++) {
        if (i > 0 && !a->json)
            text_puts(out, "\n");
        rc = tell(a, a->test[i], out, err);
    }
    return rc;
}

int
cmd_litmus_shell(const struct options *o)
{
    struct ask a = { .model = o->model,
                     .step = o->step,
                     .json = o->json,
                     .limit = o->max_steps,
                     .style = { .lang = o->lang } };
    struct gopark_err err;
    struct winsize size;
    struct text out = { 0 };
    enum gopark_rc rc;

    if (ioctl(1, TIOCGWINSZ, &size) == 0)
        a.style.width = size.ws_col;
    rc = open_tests(&a, o->arg, o->narg, &err);
    if (rc == GOPARK_OK)
        rc = answer(&a, &out, &err);
    if (out.s != NULL)
        fputs(out.s, stdout);
    if (rc != GOPARK_OK)
        fprintf(stderr, "gopark: %s\n", err.text);
    text_done(&out);
    close_tests(&a);
    if (rc != GOPARK_OK)
        return rc == GOPARK_ESPACE ? 4 : 1;
    return a.met ? 3 : a.cut ? 4 : 0;
}

/* --- at the prompt --------------------------------------------------------- */

/* A model, or `step`; else the word is a test. */
static bool
take_word(struct ask *a, const char *word)
{
    if (strcmp(word, "step") == 0 || strcmp(word, "--step") == 0)
        return a->step = true;
    if (strcmp(word, "all") == 0) {
        a->model = ALL;
        return true;
    }
    for (int m = 0; m < LITMUS_NMODEL; m++) {
        if (strcmp(word, litmus_model_name((enum litmus_model)m)) == 0) {
            a->model = m;
            return true;
        }
    }
    return strcmp(word, "--model") == 0;
}

static bool
cmd_litmus(struct repl *r, int argc, char **argv)
{
    struct ask a = { .model = UNSAID,
                     .json = r->json,
                     .style = { r->lang, r->width } };
    const char *what[TESTS + 1];
    struct gopark_err err;
    struct text out = { 0 };
    enum gopark_rc rc;
    int n = 0;

    for (int i = 1; i < argc && n <= TESTS; i++) {
        if (strcmp(argv[i], "-") == 0)
            return repl_fail(r, "litmus -: standard input is the prompt's; "
                                "write the test into a file");
        if (!take_word(&a, argv[i]))
            what[n++] = argv[i];
    }
    rc = open_tests(&a, what, n, &err);
    if (rc == GOPARK_OK)
        rc = answer(&a, &out, &err);
    if (out.s != NULL && r->json)
        repl_put_json(r, out.s); /* lines of it */
    else if (out.s != NULL)
        repl_puts(r, out.s);
    text_done(&out);
    close_tests(&a);
    return rc == GOPARK_OK || repl_fail_err(r, &err);
}

const struct repl_cmd cmd_litmus_group[] = {
    { .name = "litmus",
      .max_args = -1,
      .usage = "[NAME | FILE] [sc | tso | pso | view | ra | ooo | all] [step]",
      .help = "what weak memory allows: a litmus test on a model of it",
      .more = "Without a name the tests are listed; the model is tso unless "
              "it is said.\nAll paths are counted: outcomes, those that "
              "interleaving alone does not have, and a witness;\n'step' goes "
              "through it, with memory and store buffers. Go's sync/atomic is "
              "sc.",
      .group = GROUP_EXPLAIN,
      .arg = ARG_FILE,
      .words = "2+2W|CoRR|IRIW|LB|LB+data|MP|Peterson|Peterson+fence|"
               "Peterson+fences|Peterson+sc|R|S|SB|SB+fence|SB+fences|SB+own|"
               "WRC|sc|tso|pso|view|ra|ooo|all|step",
      .exec = cmd_litmus },
    { .name = NULL },
};
