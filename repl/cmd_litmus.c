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

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

#include "families.h"
#include "litmus_ask.h"
#include "litmus_tests.h"

/* --- tests ----------------------------------------------------------------- */

static enum gopark_rc
open_tests(struct ask *a, const char *const *what, int n,
           struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_OK;

    a->named = n > 0;
    if (n > ASK_TESTS)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "litmus: %d tests, at most %d at once", n,
                           ASK_TESTS);
    for (int i = 0; i < n && rc == GOPARK_OK; i++) {
        rc = litmus_open(what[i], &a->test[i], err);
        a->n += rc == GOPARK_OK;
    }
    if (n == 0)
        while (a->n < ASK_TESTS && (a->test[a->n] = litmus_nth(a->n)) != NULL)
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

/* --- one model ------------------------------------------------------------- */

static enum gopark_rc
tell(struct ask *a, const struct litmus *t, struct text *out,
     struct gopark_err *err)
{
    enum litmus_model m =
        a->model == ASK_UNSAID ? LITMUS_ON_TSO : (enum litmus_model)a->model;
    struct litmus_result r;
    const struct litmus_outcome *o;
    enum gopark_rc rc = ask_run(a, t, m, &r, err);

    if (rc != GOPARK_OK)
        return rc;
    if (a->json) {
        ask_json(litmus_json(t, &r), out);
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

/* --- the answer ------------------------------------------------------------ */

static enum gopark_rc
answer(struct ask *a, struct text *out, struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_OK;

    if (a->step && (a->model == ASK_ALL || !a->named))
        return gopark_fail(err, GOPARK_EUSAGE,
                           "litmus: --step goes through one test on one model; "
                           "expected, for example, litmus SB --model tso "
                           "--step");
    if (!a->named && a->model == ASK_UNSAID) {
        ask_list(a, out);
        return GOPARK_OK;
    }
    if (a->model == ASK_ALL && a->n == 1 && !a->json)
        return ask_survey(a, a->test[0], out, err);
    if (a->model == ASK_ALL || !a->named) {
        rc = ask_compare(a, out, err);
        if (rc == GOPARK_OK && !a->json)
            ask_legend(a, out);
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
        a->model = ASK_ALL;
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
    struct ask a = { .model = ASK_UNSAID,
                     .json = r->json,
                     .style = { r->lang, r->width } };
    const char *what[ASK_TESTS + 1];
    struct gopark_err err;
    struct text out = { 0 };
    enum gopark_rc rc;
    int n = 0;

    for (int i = 1; i < argc && n <= ASK_TESTS; i++) {
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
