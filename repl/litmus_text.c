/*
 * litmus_text.c - what litmus tests, models and outcomes are called, and what
 * Go has to do with them.
 */
#include "litmus_text.h"

#include <inttypes.h>
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

static int
width_of(const struct litmus_style *st)
{
    return st->width > 0 ? st->width : WIDE;
}

void
litmus_verdict(const struct litmus *t, const struct litmus_result *r,
               struct text *out)
{
    int weak = 0;

    for (int i = 0; i < r->noutcome; i++)
        weak += r->outcome[i].weak;
    if (t->exists >= 0)
        text_printf(out, "%s %d",
                    r->met > 0    ? "ALLOW"
                    : r->complete ? "forbid"
                                  : "?",
                    r->noutcome);
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
