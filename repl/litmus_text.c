/*
 * litmus_text.c - what came of a litmus test, as a block of text.
 */
#include "litmus_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "wrap.h"

enum { WIDE = 100 }; /* columns where nobody says how many there are */

#define SAY(lang, en, zh) ((lang) == LANG_ZH ? (zh) : (en))

static const struct model_row {
    const char *title;
    const char *about[2]; /* en, zh */
} model_row[LITMUS_NMODEL] = {
    [LITMUS_ON_SC] = { "SC",
                       { "interleaving alone; Go's sync/atomic",
                         "只有交错;Go 的 sync/atomic" } },
    [LITMUS_ON_TSO] = { "TSO",
                        { "a store buffer each; x86",
                          "每个 goroutine 一个写缓冲;x86" } },
    [LITMUS_ON_PSO] = { "PSO",
                        { "a store buffer for each variable",
                          "每个变量一个写缓冲" } },
    [LITMUS_ON_VIEW] = { "VIEW",
                         { "messages and views; plain is relaxed",
                           "消息与视图;普通访问即 relaxed" } },
    [LITMUS_ON_RA] = { "VIEW rel/acq",
                       { "the same; plain is release and acquire",
                         "同上;普通访问即 release/acquire" } },
    [LITMUS_ON_OOO] = { "OOO",
                        { "instructions out of order, one memory; Arm",
                          "指令乱序,内存只有一份;Arm" } },
};

const char *
litmus_title(enum litmus_model m)
{
    return model_row[m].title;
}

const char *
litmus_model_about(enum litmus_model m, int lang)
{
    return model_row[m].about[lang == LANG_ZH];
}

void
litmus_heading(const struct litmus *t, int lang, struct text *out)
{
    const char *title = t->title[lang == LANG_ZH];

    if (*title == '\0')
        title = t->title[0][0] != '\0' ? t->title[0] : t->title[1];
    text_puts(out, t->name);
    if (*title != '\0')
        text_printf(out, "%s%s", SAY(lang, ": ", ":"), title);
}

void
litmus_values(const struct litmus *t, const struct litmus_outcome *o,
              struct text *out)
{
    for (int i = 0; i < t->nshown; i++) {
        const struct litmus_shown *s = &t->shown[i];

        text_printf(out, "%s%s=%" PRId32, i > 0 ? " " : "",
                    s->loc >= 0 ? t->loc[s->loc].name : t->reg[s->reg].name,
                    o->value[i]);
    }
    if (t->nshown == 0)
        text_puts(out, "-");
}

const struct litmus_outcome *
litmus_witness(const struct litmus_result *r)
{
    const struct litmus_outcome *weak = NULL, *met = NULL;

    for (int i = 0; i < r->noutcome; i++) {
        const struct litmus_outcome *o = &r->outcome[i];

        if (o->weak && weak == NULL)
            weak = o;
        if (o->meets && (met == NULL || (o->weak && !met->weak)))
            met = o;
    }
    return met != NULL ? met : weak;
}

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

void
litmus_verdict(const struct litmus *t, const struct litmus_result *r,
               struct text *out)
{
    int weak = 0;

    for (int i = 0; i < r->noutcome; i++)
        weak += r->outcome[i].weak;
    if (t->exists >= 0)
        text_printf(out, "%s %d", r->met > 0 ? "ALLOW" : "forbid", r->noutcome);
    else
        text_printf(out, weak > 0 ? "%d, weak %d" : "%d", r->noutcome, weak);
    if (!r->complete)
        text_puts(out, "+");
}

/* Do two goroutines use loc, and one of them writes it? */
static bool
is_raced(const struct litmus *t, int loc)
{
    unsigned use = 0, write = 0;

    for (int i = 0; i < t->nop; i++) {
        if (t->op[i].loc != loc)
            continue;
        use |= 1u << t->op[i].g;
        if (t->op[i].kind != LITMUS_LOAD)
            write |= 1u << t->op[i].g;
    }
    return write != 0 && (use & (use - 1)) != 0;
}

/* "x, y": where plain accesses would race; false: nowhere. */
static bool
put_raced(const struct litmus *t, struct text *out)
{
    bool any = false;

    for (int i = 0; i < t->nloc; i++) {
        if (!is_raced(t, i))
            continue;
        text_printf(out, "%s%s", any ? ", " : "", t->loc[i].name);
        any = true;
    }
    return any;
}

void
litmus_go(const struct litmus *t, const struct litmus_result *r,
          const struct litmus_style *st, struct text *out)
{
    const struct litmus_outcome *o = r != NULL ? litmus_witness(r) : NULL;
    struct text say = { 0 }, raced = { 0 };

    if (o != NULL && o->weak)
        text_puts(&say, SAY(st->lang,
                            "not with sync/atomic, which is sequentially "
                            "consistent.",
                            "用 sync/atomic 不会这样,它顺序一致。"));
    else
        text_puts(&say, SAY(st->lang,
                            "sync/atomic is sequentially consistent: with it "
                            "there are the outcomes of SC and no others.",
                            "sync/atomic 顺序一致:用它只会有 SC 的结果。"));
    if (t == NULL || put_raced(t, &raced))
        text_printf(&say,
                    SAY(st->lang,
                        " With plain variables there is a data race%s%s, which "
                        "gopark check reports, and a read gives some earlier "
                        "or concurrent write, as on the model view.",
                        "%s%s换成普通变量,就有数据竞争,gopark check 会报告;"
                        "读到的是先前的或并发的某次写,和模型 view 一样。"),
                    t == NULL ? "" : SAY(st->lang, " on ", raced.s),
                    t == NULL ? "" : SAY(st->lang, raced.s, " "));
    wrap_print(out, say.s, 0, "Go: ", width_of(st), false);
    text_done(&say);
    text_done(&raced);
}
