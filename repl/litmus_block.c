/*
 * litmus_block.c - a litmus test and what came of it, as a block of text.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "litmus_text.h"
#include "options.h"
#include "wrap.h"

enum { WIDE = 100 }; /* columns where nobody says how many there are */

#define SAY(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

/* --- the program ----------------------------------------------------------- */

/* The k-th statement of goroutine g; NULL there is none. */
static const struct litmus_line *
line_of(const struct litmus *t, int g, int k)
{
    for (int i = 0; i < t->nline; i++)
        if (t->line[i].g == g && k-- == 0)
            return &t->line[i];
    return NULL;
}

static char *
cell_of(const struct litmus_line *l)
{
    struct text t = { 0 };

    text_add(&t, l != NULL ? l->text : "", l != NULL ? (size_t)l->len : 0);
    return t.s;
}

static void
program_row(const struct litmus *t, const int *width, char **cell, int gap,
            struct text *out)
{
    text_puts(out, "  ");
    wrap_row(out, (const char *const *)cell, width, t->ng, gap, false);
    for (int g = 0; g < t->ng; g++)
        free(cell[g]);
}

static void
columns(const struct litmus *t, const int *width, struct text *out)
{
    char *cell[LITMUS_GS];
    bool more = true;

    for (int g = 0; g < t->ng; g++) {
        struct text name = { 0 };

        text_printf(&name, "G%d", g + 1);
        cell[g] = name.s;
    }
    program_row(t, width, cell, 3, out);
    for (int k = 0; more; k++) {
        more = false;
        for (int g = 0; g < t->ng; g++) {
            more |= line_of(t, g, k + 1) != NULL;
            cell[g] = cell_of(line_of(t, g, k));
        }
        program_row(t, width, cell, 3, out);
    }
}

/* A goroutine a line, where the columns do not fit. */
static void
lines(const struct litmus *t, int width, struct text *out)
{
    const struct litmus_line *l;

    for (int g = 0; g < t->ng; g++) {
        struct text line = { 0 };
        char name[24];

        snprintf(name, sizeof name, "G%d: ", g + 1);
        for (int k = 0; (l = line_of(t, g, k)) != NULL; k++)
            text_printf(&line, "%s%.*s", k > 0 ? "; " : "", l->len, l->text);
        wrap_print(out, line.s != NULL ? line.s : "", 2, name, width, false);
        text_done(&line);
    }
}

static int
width_of(const struct litmus_style *st)
{
    return st->width > 0 ? st->width : WIDE;
}

void
litmus_program(const struct litmus *t, const struct litmus_style *st,
               struct text *out)
{
    struct text head = { 0 };
    int width[LITMUS_GS], all = 2;

    for (int g = 0; g < t->ng; g++) {
        width[g] = 2;
        for (int i = 0; i < t->nline; i++)
            if (t->line[i].g == g && t->line[i].len > width[g])
                width[g] = t->line[i].len;
        all += width[g] + 3;
    }
    litmus_heading(t, st->lang, &head);
    wrap_print(out, head.s, 0, "", width_of(st), false);
    text_done(&head);
    text_puts(out, "\n");
    if (all <= width_of(st))
        columns(t, width, out);
    else
        lines(t, width_of(st), out);
    text_puts(out, "\n");
}

/* --- the block ------------------------------------------------------------- */

/* Pieces with sep between them, in lines of width behind an indent. */
struct flow {
    struct text *out;
    int width, indent, at; /* at: column; 0 nothing stands there yet */
};

static void
flow_put(struct flow *f, const char *piece, const char *sep)
{
    int w = text_width(piece), s = text_width(sep);

    if (f->at > f->indent && f->at + s + w + s - 1 > f->width) {
        if (f->at + s - 1 <= f->width)
            text_add(f->out, sep, strlen(sep) - 1); /* without the last blank */
        text_puts(f->out, "\n");
        f->at = 0;
    }
    if (f->at == 0 && f->indent + w > f->width) {
        wrap_print(f->out, piece, f->indent, "", f->width, false);
        return;
    }
    if (f->at == 0) {
        text_pad(f->out, f->indent);
        f->at = f->indent;
    } else if (f->at > f->indent) {
        text_puts(f->out, sep);
        f->at += s;
    }
    text_puts(f->out, piece);
    f->at += w;
}

static void
flow_end(struct flow *f)
{
    if (f->at > 0)
        text_puts(f->out, "\n");
    f->at = 0;
}

static void
put_outcomes(const struct litmus *t, const struct litmus_result *r,
             const struct litmus_style *st, struct text *out)
{
    struct flow f = { out, width_of(st), 2, 0 };
    struct text one = { 0 };
    int weak = 0;

    for (int i = 0; i < r->noutcome; i++)
        weak += r->outcome[i].weak;
    for (int i = 0; i < r->noutcome; i++) {
        text_clear(&one);
        litmus_values(t, &r->outcome[i], &one);
        if (r->outcome[i].weak) {
            text_puts(&one, SAY(st->lang,
                                "  <-- impossible by interleaving alone",
                                "  <-- 光靠交错不可能出现"));
            if (weak > 1)
                flow_end(&f);
        }
        flow_put(&f, one.s, " | ");
    }
    flow_end(&f);
    text_done(&one);
}

/* Is step i one of flushes that end the path, whose order does not matter? */
static bool
is_tail(const struct litmus *t, const struct litmus_outcome *o, int i)
{
    uint32_t seen = 0;

    for (; i < o->nstep; i++) {
        int loc = t->op[o->step[i].op].loc;

        if (o->step[i].did != LITMUS_FLUSHED || (seen >> loc & 1) != 0)
            return false;
        seen |= (uint32_t)1 << loc;
    }
    return true;
}

static void
put_witness(const struct litmus *t, const struct litmus_outcome *o,
            const struct litmus_style *st, struct text *out)
{
    const char *word = SAY(st->lang, "witness: ", "例证:");
    struct flow f = { out, width_of(st), 2 + text_width(word), 0 };
    struct text one = { 0 };

    text_puts(out, "  ");
    text_puts(out, word);
    f.at = f.indent;
    for (int i = 0; i < o->nstep; i++) {
        text_clear(&one);
        if (is_tail(t, o, i))
            text_puts(&one, SAY(st->lang, "flush", "刷出"));
        else
            litmus_step_text(t, &o->step[i], st->lang, true, &one);
        flow_put(&f, one.s, " · ");
    }
    flow_end(&f);
    text_done(&one);
}

static void
put_condition(const struct litmus *t, const struct litmus_result *r,
              const struct litmus_style *st, struct text *out)
{
    struct text line = { 0 };

    text_printf(&line, "exists %.*s", t->cond.len, t->cond.text);
    if (r->met == 0)
        text_puts(&line, r->complete ? SAY(st->lang, ": never", ":永远不会")
                                     : SAY(st->lang, ": not seen", ":没有见到"));
    else
        text_printf(&line,
                    SAY(st->lang, ": on %" PRIu64 " of %" PRIu64 " paths",
                        ":%" PRIu64 " 条路径(共 %" PRIu64 " 条)"),
                    r->met, r->paths);
    wrap_print(out, line.s, 2, "", width_of(st), false);
    text_done(&line);
}

void
litmus_tell(const struct litmus *t, const struct litmus_result *r,
            const struct litmus_style *st, struct text *out)
{
    const struct litmus_outcome *o = litmus_witness(r);
    struct text head = { 0 };

    text_printf(&head,
                SAY(st->lang,
                    "litmus %s on %s: %d outcome%s, %" PRIu64 "%s path%s",
                    "litmus %s 在 %s 上:%d 种结果%.0s,%" PRIu64
                    "%s 条路径%.0s"),
                t->name, litmus_title(r->model), r->noutcome,
                r->noutcome == 1 ? "" : "s", r->paths,
                r->paths == LITMUS_MANY ? "+" : "", r->paths == 1 ? "" : "s");
    wrap_print(out, head.s, 0, "", width_of(st), false);
    text_done(&head);
    if (!r->complete)
        wrap_print(out,
                   SAY(st->lang, "incomplete: the limit of transitions was "
                                 "reached (--max-steps)",
                       "不完整:到了步数上限(--max-steps)"),
                   2, "", width_of(st), false);
    put_outcomes(t, r, st, out);
    if (o != NULL)
        put_witness(t, o, st, out);
    if (t->exists >= 0)
        put_condition(t, r, st, out);
}
