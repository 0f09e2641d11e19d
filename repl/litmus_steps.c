/*
 * litmus_steps.c - the steps of a path, in words and as a table.
 *
 * A row is a step: what a goroutine did, and what there is then in memory and
 * in each goroutine's store buffer, or what each goroutine can still read.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "litmus_text.h"
#include "options.h"
#include "wrap.h"

enum { WIDE = 100, GAP = 2, COLUMNS = 2 + 2 * LITMUS_GS, NARROWEST = 6 };

#define SAY(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

/* --- words ----------------------------------------------------------------- */

static const char *
manner(const struct litmus_step *s, int lang)
{
    if (s->did == LITMUS_BUFFERED)
        return SAY(lang, " (buffered)", "(进缓冲)");
    if (s->did == LITMUS_FORWARDED)
        return SAY(lang, " (own buffer)", "(自己的缓冲)");
    if (s->did == LITMUS_FLUSHED)
        return s->early ? SAY(lang, " (overtakes)", "(超过前面的)") : "";
    if (s->early)
        return SAY(lang, " (out of order)", "(乱序)");
    if (s->old)
        return SAY(lang, " (old value)", "(旧值)");
    if (s->under)
        return SAY(lang, " (below a newer one)", "(排在更新的之前)");
    return "";
}

void
litmus_step_text(const struct litmus *t, const struct litmus_step *s, int lang,
                 bool named, struct text *out)
{
    const struct litmus_op *op = &t->op[s->op];
    const struct litmus_line *l = &t->line[op->line];
    const char *loc = op->loc >= 0 ? t->loc[op->loc].name : "";

    if (s->did == LITMUS_FLUSHED)
        text_puts(out, SAY(lang, "flush ", "刷出 "));
    if (named)
        text_printf(out, "G%d ", op->g + 1);
    switch ((enum litmus_did)s->did) {
    case LITMUS_WROTE:
    case LITMUS_BUFFERED:
    case LITMUS_FLUSHED:
        text_printf(out, "%s=%" PRId32, loc, s->got);
        break;
    case LITMUS_READ:
    case LITMUS_FORWARDED:
        text_printf(out, SAY(lang, "reads %s=%" PRId32, "读到 %s=%" PRId32),
                    loc, s->got);
        break;
    case LITMUS_FENCED:
        text_puts(out, SAY(lang, "fence", "屏障"));
        break;
    case LITMUS_MODIFIED:
        text_printf(out, "%.*s ", l->len, l->text);
        text_printf(out, SAY(lang, "reads %s=%" PRId32, "读到 %s=%" PRId32),
                    loc, s->got);
        break;
    }
    text_puts(out, manner(s, lang));
}

/* --- cells ----------------------------------------------------------------- */

struct table {
    const struct litmus *t;
    const struct litmus_result *r;
    int lang, n, nrow;
    bool merged; /* one column for all goroutines' steps */
    int width[COLUMNS];
    char **cell; /* row by row */
};

static bool
has_buffers(const struct table *b)
{
    return b->r->model == LITMUS_ON_TSO || b->r->model == LITMUS_ON_PSO;
}

static bool
has_views(const struct table *b)
{
    return b->r->model == LITMUS_ON_VIEW || b->r->model == LITMUS_ON_RA;
}

static void
put_cell(struct table *b, int row, int column, struct text *t)
{
    int w;

    text_puts(t, "");
    w = text_width(t->s);
    if (w > b->width[column])
        b->width[column] = w;
    free(b->cell[row * COLUMNS + column]);
    b->cell[row * COLUMNS + column] = t->s;
    memset(t, 0, sizeof *t);
}

/* Memory: the value of each variable, or all its values, oldest first. */
static void
put_memory(const struct table *b, const struct litmus_now *now, struct text *t)
{
    for (int i = 0; i < b->t->nloc; i++) {
        text_printf(t, "%s%s=", i > 0 ? " " : "", b->t->loc[i].name);
        if (!has_views(b))
            text_printf(t, "%" PRId32, now->mem[i]);
        for (int k = 0; has_views(b) && k < now->nmsg[i]; k++)
            text_printf(t, "%s%" PRId32, k > 0 ? "," : "", now->msg[i][k]);
    }
}

static void
put_buffer(const struct table *b, const struct litmus_now *now, int g,
           struct text *t)
{
    for (int i = 0; i < now->nbuf[g]; i++)
        text_printf(t, "%s%s=%" PRId32, i > 0 ? " " : "",
                    b->t->loc[now->buf[g][i].loc].name, now->buf[g][i].n);
    if (now->nbuf[g] == 0)
        text_puts(t, "-");
}

/* What g can still read of each variable. */
static void
put_view(const struct table *b, const struct litmus_now *now, int g,
         struct text *t)
{
    for (int i = 0; i < b->t->nloc; i++) {
        text_printf(t, "%s%s=", i > 0 ? " " : "", b->t->loc[i].name);
        for (int k = now->view[g][i]; k < now->nmsg[i]; k++)
            text_printf(t, "%s%" PRId32, k > now->view[g][i] ? "," : "",
                        now->msg[i][k]);
    }
}

static int
step_columns(const struct table *b)
{
    return b->merged ? 1 : b->t->ng;
}

static void
fill_head(struct table *b)
{
    struct text t = { 0 };
    int c = 0;

    text_puts(&t, SAY(b->lang, "step", "步"));
    put_cell(b, 0, c++, &t);
    for (int i = 0; i < step_columns(b); i++) {
        if (b->merged)
            text_puts(&t, SAY(b->lang, "what", "动作"));
        else
            text_printf(&t, "G%d", i + 1);
        put_cell(b, 0, c++, &t);
    }
    text_puts(&t, SAY(b->lang, "memory", "内存"));
    put_cell(b, 0, c++, &t);
    for (int g = 0; g < b->t->ng && (has_buffers(b) || has_views(b)); g++) {
        text_printf(&t,
                    has_buffers(b) ? SAY(b->lang, "buffer G%d", "缓冲 G%d")
                                   : SAY(b->lang, "G%d can read", "G%d 可读到"),
                    g + 1);
        put_cell(b, 0, c++, &t);
    }
    b->n = c;
}

static void
fill_row(struct table *b, const struct litmus_outcome *o, int k)
{
    const struct litmus_step *s = k > 0 ? &o->step[k - 1] : NULL;
    struct litmus_now now;
    struct text t = { 0 };
    int c = 0;

    litmus_at(b->t, b->r->model, o, k, &now);
    text_printf(&t, "%4d", k);
    put_cell(b, k + 1, c++, &t);
    for (int i = 0; i < step_columns(b); i++) {
        if (s != NULL && (b->merged || b->t->op[s->op].g == i))
            litmus_step_text(b->t, s, b->lang, b->merged, &t);
        put_cell(b, k + 1, c++, &t);
    }
    put_memory(b, &now, &t);
    put_cell(b, k + 1, c++, &t);
    for (int g = 0; c < b->n; g++) {
        if (has_buffers(b))
            put_buffer(b, &now, g, &t);
        else
            put_view(b, &now, g, &t);
        put_cell(b, k + 1, c++, &t);
    }
}

static void
fill(struct table *b, const struct litmus_outcome *o)
{
    memset(b->width, 0, sizeof b->width);
    fill_head(b);
    for (int k = 0; k <= o->nstep; k++)
        fill_row(b, o, k);
}

/* --- the table ------------------------------------------------------------- */

static int
total(const struct table *b)
{
    int sum = 0;

    for (int c = 0; c < b->n; c++)
        sum += b->width[c] + (c > 0 ? GAP : 0);
    return sum;
}

/* Take from the widest column until the table fits; its cells are wrapped.
 * False: there is no room for a table. */
static bool
narrow(struct table *b, int width)
{
    while (total(b) > width) {
        int widest = 1;

        for (int c = 2; c < b->n; c++)
            if (b->width[c] > b->width[widest])
                widest = c;
        if (b->width[widest] <= NARROWEST)
            return false;
        b->width[widest]--;
    }
    return true;
}

static void
put_table(const struct table *b, struct text *out)
{
    for (int row = 0; row < b->nrow; row++) {
        wrap_row(out, (const char *const *)b->cell + row * COLUMNS, b->width,
                 b->n, GAP, false);
        if (row == 0)
            wrap_rule(out, b->width, b->n, GAP);
    }
}

/* Each step as a few lines, where there is no room for columns. */
static void
put_lines(const struct table *b, int width, struct text *out)
{
    for (int row = 1; row < b->nrow; row++) {
        char *const *cell = b->cell + row * COLUMNS;
        struct text line = { 0 };
        char mark[16];

        snprintf(mark, sizeof mark, "%s  ", cell[0]);
        text_puts(&line, cell[1]);
        for (int c = 2; c < b->n; c++)
            text_printf(&line, "%s%s: %s", line.len > 0 ? "; " : "",
                        b->cell[c], cell[c]);
        wrap_print(out, line.s, 0, mark, width, false);
        text_done(&line);
    }
}

static void
put_result(const struct litmus *t, const struct litmus_outcome *o, int lang,
           int width, struct text *out)
{
    struct text line = { 0 };

    litmus_values(t, o, &line);
    if (o->weak)
        text_puts(&line, SAY(lang, "  <-- impossible by interleaving alone",
                             "  <-- 光靠交错不可能出现"));
    wrap_print(out, line.s, 0, SAY(lang, "outcome: ", "结果:"), width, false);
    text_done(&line);
}

void
litmus_table(const struct litmus *t, const struct litmus_result *r,
             const struct litmus_outcome *o, const struct litmus_style *st,
             struct text *out)
{
    struct table b = { .t = t, .r = r, .lang = st->lang };
    int width = st->width > 0 ? st->width : WIDE;
    size_t size;

    b.nrow = o->nstep + 2;
    size = (size_t)b.nrow * COLUMNS * sizeof *b.cell;
    b.cell = text_alloc(size);
    memset(b.cell, 0, size);
    fill(&b, o);
    if (total(&b) > width && t->ng > 1) {
        b.merged = true;
        fill(&b, o);
    }
    if (narrow(&b, width))
        put_table(&b, out);
    else
        put_lines(&b, width, out);
    for (int i = 0; i < b.nrow * COLUMNS; i++)
        free(b.cell[i]);
    free(b.cell);
    put_result(t, o, st->lang, width, out);
}
