/*
 * racetell.c - the races of an execution as findings, and in words (RACE-4).
 *
 * Of each location one race is reported: others may follow from it. So a
 * location is a finding, and is counted once for each execution that has a
 * race on it.
 */
#include <stdio.h>
#include <string.h>

#include "check/outcome.h"
#include "check/racelog.h"
#include "check/say.h"
#include "lua/cells.h"

/* --- the location --------------------------------------------------------- */

static void
say_location(const struct racelog *l, struct tb *t,
             const struct race_found *f, enum gopark_lang lang)
{
    const struct obj *o = obj_find(t->w, f->object);

    if (f->part == CELL_SHAPE)
        tb_add(t, "%s", SAY(lang, "the keys of ", ""));
    if (f->after < l->where.n)
        tb_add(t, "%s", l->where.at[f->after].label);
    else if (o != NULL)
        say_label(t, o);
    else
        tb_add(t, "%s", SAY(lang, "what is gone by now", "已经不在的对象"));
    if (o != NULL && f->part > CELL_SHAPE)
        say_key(t, o, (uint32_t)f->part);
    if (f->part == CELL_SHAPE)
        tb_add(t, "%s", SAY(lang, "", " 的键"));
}

/* Equal for the same location in every execution: objects and cells may get
 * other numbers. */
static uint64_t
signature(struct world *w, const struct race_found *f)
{
    const struct obj *o = obj_find(w, f->object);
    uint64_t part = f->part < 0 ? (uint64_t)-f->part : 0;
    uint64_t h = outcome_mix(EXPLORE_RACE, part);
    struct tb t = { .w = w };

    if (o != NULL && o->made != NULL) {
        h = outcome_mix(h, (uint64_t)o->made->line);
        h = outcome_mix_text(h, o->made->file);
    }
    tb_addn(&t, "", 0);
    if (o != NULL && f->part > CELL_SHAPE)
        say_key(&t, o, (uint32_t)f->part);
    h = outcome_mix_text(h, t.buf);
    free(t.buf);
    return h;
}

/* --- findings ------------------------------------------------------------- */

enum { CELL, HEADER, GROUP };

static int
sort_of(const struct race_found *f)
{
    return f->part >= 0 ? CELL : f->part == RACE_HEADER ? HEADER : GROUP;
}

static void
say_message(const struct racelog *l, struct world *w,
            const struct race_found *f, enum gopark_lang lang, char *to,
            size_t size)
{
    static const char *const form[][2] = {
        [CELL] = { "goroutine %u writes %s, goroutine %u reads it",
                   "goroutine %u 写 %s,goroutine %u 读它" },
        [HEADER] = { "goroutine %u closes %s, goroutine %u sends to it",
                     "goroutine %u 关闭 %s,goroutine %u 向它发送" },
        [GROUP] = { "goroutine %u waits for %s, goroutine %u adds to it",
                    "goroutine %u 等待 %s,goroutine %u 给它加数" },
    };
    uint32_t a = l->note.at[f->before].g, b = l->note.at[f->after].g;
    struct tb t = { .w = w };
    int n;

    say_location(l, &t, f, lang);
    if (f->before_writes && f->after_writes)
        n = snprintf(to, size,
                     SAY(lang, "goroutines %u and %u write %s",
                         "goroutine %u 和 %u 都写 %s"),
                     a < b ? a : b, a < b ? b : a, t.buf);
    else
        n = snprintf(to, size, form[sort_of(f)][lang], f->before_writes ? a : b,
                     t.buf, f->before_writes ? b : a);
    free(t.buf);
    if (n >= 0 && (size_t)n < size)
        snprintf(to + n, size - (size_t)n, "%s",
                 SAY(lang, ", and nothing orders the two",
                     ",两者之间没有先后保证"));
}

static void
add_side(const struct racelog *l, size_t note, struct explore_finding *f)
{
    struct explore_stuck *st = &f->stuck[f->nstuck++];

    st->g = l->note.at[note].g;
    if (note >= l->where.n)
        return;
    st->line = l->where.at[note].line;
    memcpy(st->file, l->where.at[note].file, sizeof st->file);
    memcpy(st->func, l->where.at[note].func, sizeof st->func);
}

static const struct race_found *
find_races(struct racelog *l, size_t *n)
{
    const struct race_found *f;

    *n = 0;
    if (l->now.begins == 0)
        return NULL;
    f = race_run(l->race, l->note.at, l->note.n, n);
    if (f == NULL) {
        l->no_memory = true;
        *n = 0;
    }
    return f;
}

static bool
is_among(const struct outcome *out, int n, uint64_t sig)
{
    for (int i = 0; i < n; i++)
        if (out[i].sig == sig)
            return true;
    return false;
}

int
racelog_outcomes(struct racelog *l, struct world *w, struct outcome *out,
                 int n, int most, enum gopark_lang lang)
{
    size_t nfound;
    const struct race_found *f = find_races(l, &nfound);

    for (size_t i = 0; i < nfound && n < most; i++) {
        struct outcome *o = &out[n];

        memset(o, 0, sizeof *o);
        o->sig = signature(w, &f[i]);
        if (is_among(out, n, o->sig))
            continue;
        o->f.verdict = EXPLORE_RACE;
        say_message(l, w, &f[i], lang, o->f.message, sizeof o->f.message);
        add_side(l, f[i].after, &o->f);
        add_side(l, f[i].before, &o->f);
        n++;
    }
    return n;
}

/* --- the report ----------------------------------------------------------- */

static const char *const did_en[][2] = {
    [CELL] = { "read of", "write of" },
    [HEADER] = { "send to", "close of" },
    [GROUP] = { "Add to", "Wait for" },
};

static const char *const did_zh[][2] = {
    [CELL] = { "读取", "写入" },
    [HEADER] = { "发送到", "关闭" },
    [GROUP] = { "Add", "Wait" },
};

/* "Previous read of s.x by goroutine 2:", and where. */
static void
say_access(const struct racelog *l, struct tb *t, const struct race_found *f,
           bool later, enum gopark_lang lang)
{
    size_t note = later ? f->after : f->before;
    bool writes = later ? f->after_writes : f->before_writes;
    const struct race_where *at = &l->where.at[note];
    const char *did = SAY(lang, did_en, did_zh)[sort_of(f)][writes];
    uint32_t g = l->note.at[note].g;

    if (lang == GOPARK_ZH) {
        tb_add(t, "goroutine %u %s%s ", g, later ? "" : "先前", did);
        say_location(l, t, f, lang);
        tb_add(t, ":\n");
    } else {
        tb_add(t, later ? "%c%s " : "Previous %c%s ",
               later && did[0] >= 'a' ? did[0] - 'a' + 'A' : did[0], did + 1);
        say_location(l, t, f, lang);
        tb_add(t, " by goroutine %u:\n", g);
    }
    tb_add(t, "  %s()  %s:%d\n\n", at->func, at->file, at->line);
}

/* Has g ended before note number n? */
static bool
has_ended(const struct racelog *l, uint32_t g, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (l->note.at[i].kind == EV_G_EXIT && l->note.at[i].g == g)
            return true;
    return false;
}

static void
say_origin(const struct racelog *l, struct tb *t, size_t note, size_t now,
           enum gopark_lang lang)
{
    const struct race_where *at = &l->where.at[note];
    uint32_t g = l->note.at[note].g;
    const char *state = has_ended(l, g, now)
                            ? SAY(lang, "finished", "已结束")
                            : SAY(lang, "running", "运行中");

    if (g == 1)
        tb_add(t, SAY(lang, "Goroutine 1 (%s) is main\n",
                      "goroutine 1(%s)是 main\n"), state);
    else if (at->made_line > 0)
        tb_add(t, SAY(lang, "Goroutine %u (%s) created at:\n  %s:%d\n",
                      "goroutine %u(%s)创建于:\n  %s:%d\n"),
               g, state, at->made_file, at->made_line);
}

/* The locks that g holds as note number n comes, as notes: those it has locked
 * and not unlocked. */
static void
say_held(const struct racelog *l, struct tb *t, size_t n,
         enum gopark_lang lang)
{
    uint32_t g = l->note.at[n].g;
    int any = 0;

    tb_add(t, SAY(lang, "goroutine %u held ", "goroutine %u 持有的锁:"), g);
    for (size_t i = 0; i < n; i++) {
        const struct race_note *at = &l->note.at[i];
        const struct obj *o = obj_find(t->w, at->object);
        bool held = at->kind == EV_LOCK && at->g == g;

        for (size_t k = i + 1; held && k < n; k++)
            held = l->note.at[k].kind != EV_UNLOCK ||
                   l->note.at[k].object != at->object ||
                   l->note.at[k].g != g;
        if (!held || o == NULL || o->hidden)
            continue;
        tb_add(t, "%s", any++ == 0 ? "" : ", ");
        say_label(t, o);
    }
    tb_add(t, "%s\n", any == 0 ? SAY(lang, "no lock", "无") : "");
}

static void
say_remedy(struct tb *t, const struct race_found *f, enum gopark_lang lang)
{
    switch (sort_of(f)) {
    case CELL:
        tb_add(t, "%s",
               SAY(lang,
                   "remedy: let both hold the same lock, or hand over by a "
                   "channel or a WaitGroup, or use an atomic\n",
                   "办法:两边持有同一把锁,或用 channel、WaitGroup 交接,"
                   "或改用原子变量\n"));
        break;
    case HEADER:
        tb_add(t, "%s",
               SAY(lang,
                   "remedy: only who sends closes, or close once all senders "
                   "are known to be done (a WaitGroup)\n",
                   "办法:由发送方关闭,或确知所有发送方结束后再关闭"
                   "(WaitGroup)\n"));
        break;
    default:
        tb_add(t, "%s",
               SAY(lang,
                   "remedy: call Add before the go statement, not in the "
                   "goroutine it starts\n",
                   "办法:在 go 语句之前调用 Add,而不是在新的 goroutine "
                   "里\n"));
        break;
    }
}

char *
racelog_explain(struct racelog *l, struct world *w, uint64_t sig,
                enum gopark_lang lang)
{
    static const char rule[] = "==================\n";
    struct tb t = { .w = w };
    size_t n, i;
    const struct race_found *f = find_races(l, &n);

    for (i = 0; i < n && signature(w, &f[i]) != sig; i++)
        ;
    if (i == n || l->where.n < l->note.n)
        return NULL;
    f += i;
    tb_add(&t, "%s%s\n", rule,
           SAY(lang, "WARNING: DATA RACE", "警告:数据竞争"));
    say_access(l, &t, f, true, lang);
    say_access(l, &t, f, false, lang);
    say_origin(l, &t, f->after, f->after, lang);
    say_origin(l, &t, f->before, f->after, lang);
    say_held(l, &t, f->after, lang);
    say_held(l, &t, f->before, lang);
    tb_add(&t, "%s", rule);
    say_remedy(&t, f, lang);
    return t.buf;
}
