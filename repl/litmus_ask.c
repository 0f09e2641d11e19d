/*
 * litmus_ask.c - tables of litmus tests: the catalogue, tests by models.
 */
#include "litmus_ask.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "wrap.h"

enum { WIDE = 100 };          /* columns where nobody says how many */
enum { LONG = 9, SHORT = 6 }; /* "forbid 15", "forbid" */

#define SAY(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

static int
width_of(const struct ask *a)
{
    return a->style.width > 0 ? a->style.width : WIDE;
}

void
ask_json(json_t *j, struct text *out)
{
    char *s = json_dumps(j, JSON_COMPACT);

    text_puts(out, s != NULL ? s : "{}");
    text_puts(out, "\n");
    free(s);
    json_decref(j);
}

enum gopark_rc
ask_run(struct ask *a, const struct litmus *t, enum litmus_model m,
        struct litmus_result *r, struct gopark_err *err)
{
    enum gopark_rc rc = litmus_run(t, m, a->limit, r, err);

    a->met |= rc == GOPARK_OK && r->met > 0;
    a->cut |= rc == GOPARK_OK && !r->complete;
    return rc;
}

/* --- the catalogue --------------------------------------------------------- */

void
ask_list(const struct ask *a, struct text *out)
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
            ask_json(json_pack("{s:s, s:s}", "test", row[0], "title", row[1]),
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

/* --- several models -------------------------------------------------------- */

static bool
is_asked(const struct ask *a, int m)
{
    return a->model == ASK_ALL || a->model == m;
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
        rc = ask_run(a, t, (enum litmus_model)m, &r, err);
        if (rc != GOPARK_OK)
            break;
        if (a->json)
            ask_json(litmus_json(t, &r), out);
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

enum gopark_rc
ask_compare(struct ask *a, struct text *out, struct gopark_err *err)
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

void
ask_legend(const struct ask *a, struct text *out)
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
    if (a->model == ASK_ALL)
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

/* One line of it; what stands under paths ends where they do. */
static void
put_survey_row(const char *const cell[4], const int *width, int n,
               struct text *out)
{
    struct text paths = { 0 };

    text_pad(&paths, width[2] - text_width(cell[2]));
    text_puts(&paths, cell[2]);
    wrap_row(out, (const char *[]){ cell[0], cell[1], paths.s, cell[3] }, width,
             n, 2, false);
    text_done(&paths);
}

/* A line for each model: what it says, on how many paths, what it is. */
static void
put_survey(const struct ask *a, const struct text *verdict,
           const struct text *paths, struct text *out)
{
    bool zh = a->style.lang == LANG_ZH;
    int width[4] = { 5, 9, 5, 0 }, n;
    const char *head[4] = { zh ? "模型" : "model", zh ? "结论" : "verdict",
                            zh ? "路径" : "paths", "" };

    for (int m = 0; m < LITMUS_NMODEL; m++)
        if ((int)paths[m].len > width[2])
            width[2] = (int)paths[m].len;
    width[3] = width_of(a) - width[0] - width[1] - width[2] - 6;
    n = width[3] < 12 ? 3 : 4; /* no room to say what a model is */
    put_survey_row(head, width, n, out);
    for (int m = 0; m < LITMUS_NMODEL; m++) {
        enum litmus_model model = (enum litmus_model)m;
        const char *cell[4] = { litmus_model_name(model), verdict[m].s,
                                paths[m].s,
                                litmus_model_about(model, a->style.lang) };

        put_survey_row(cell, width, n, out);
    }
}

enum gopark_rc
ask_survey(struct ask *a, const struct litmus *t, struct text *out,
           struct gopark_err *err)
{
    struct text verdict[LITMUS_NMODEL] = { { 0 } };
    struct text paths[LITMUS_NMODEL] = { { 0 } };
    enum gopark_rc rc = GOPARK_OK;

    litmus_program(t, &a->style, out);
    if (t->exists >= 0)
        text_printf(out, "exists %.*s\n\n", t->cond.len, t->cond.text);
    for (int m = 0; m < LITMUS_NMODEL && rc == GOPARK_OK; m++) {
        struct litmus_result r;

        rc = ask_run(a, t, (enum litmus_model)m, &r, err);
        if (rc != GOPARK_OK)
            break;
        litmus_verdict(t, &r, &verdict[m]);
        text_printf(&paths[m], "%" PRIu64 "%s", r.paths,
                    r.paths == LITMUS_MANY ? "+" : "");
        litmus_result_done(&r);
    }
    if (rc == GOPARK_OK) {
        put_survey(a, verdict, paths, out);
        text_puts(out, "\n");
        litmus_go(t, NULL, &a->style, out);
    }
    for (int m = 0; m < LITMUS_NMODEL; m++) {
        text_done(&verdict[m]);
        text_done(&paths[m]);
    }
    return rc;
}
